"""The columns of trademark tables (applications, earlier marks, filing register): our names and other headers."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.readers.sheet import Columns


class Column(StrEnum):
    """A column; the value is its header in the template. The three kinds of table share them."""

    MARK = "商标"
    KIND = "商标类型"
    IMAGE = "图样"
    COLOUR = "指定颜色"
    CLASS = "类别"
    GOODS = "商品或服务"
    GROUPS = "类似群"
    APPLICANT = "申请人"
    APPLICANT_ID = "证件号码"
    APPLICANT_TYPE = "申请人类型"
    NATIONALITY = "国籍"
    ADDRESS = "申请人地址"
    BUSINESS = "经营范围"
    MEANING = "外文含义"
    DESCRIPTION = "商标说明"
    FILED = "申请日"
    PRIORITY_DAY = "优先权日"
    PRIORITY_PLACE = "优先权国家或展会"
    EVIDENCE = "使用证据"
    AUTHORITY = "授权文件"
    AGENCY = "代理机构"
    SIGNATORY = "签字人"
    NUMBER = "申请号"
    STATUS = "状态"
    GROUND = "驳回依据"
    DECIDED = "决定日"
    REGISTERED = "注册日"
    EXPIRED = "失效日"
    TRANSFERRED = "转让日"
    TRANSFEREE = "受让人"
    LEGAL_PERSON = "法定代表人"
    SHAREHOLDERS = "股东"
    PHONE = "联系电话"
    EMAIL = "电子邮箱"
    STAFF = "职工人数"
    CAPITAL = "注册资本"
    FOUNDED = "成立日期"
    EDITION = "分类表版本"
    GOODS_NOTE = "商品说明"
    SUBMISSION = "提交方式"
    SIZE = "图样尺寸"
    IMAGE_TEXT = "图样文字"
    SAMPLE = "样本文件"
    ID_NAME = "证件名称"
    REPRESENTATIVE = "代表人"
    RECEIVER = "境内接收人"
    POWER = "委托书"
    SEAL = "机构盖章"
    FILES = "附件"
    NOTICE = "通知书"
    NOTICE_DAY = "通知日"


_ALIASES = {
    Column.MARK: "商标名称 商标文字 商标图样文字 标识 mark trademark name",
    Column.KIND: "类型 商标种类 商标形式 kind type 商标申请声明",
    Column.IMAGE: "图样文件 商标图样 图片 图像 image file",
    Column.COLOUR: "颜色 是否指定颜色 colour color 颜色声明",
    Column.CLASS: "国际分类 分类 类 尼斯分类 商品类别 nice_class class classes",
    Column.GOODS: "商品 服务 商品/服务 商品/服务项目 商品服务项目 指定商品 商品名称 goods",
    Column.GROUPS: "类似群组 类似群号 群组 群号 groups group",
    Column.APPLICANT: "申请人名称 注册人 权利人 商标权人 申请人(注册人) applicant owner",
    Column.APPLICANT_ID: "统一社会信用代码 身份证号 申请人证件号码 证件号 applicant_id",
    Column.APPLICANT_TYPE: "主体类型 申请人性质 applicant_type 申请人主体类型",
    Column.NATIONALITY: "国家 国家/地区 申请人国籍 country nationality 申请人国籍/地区",
    Column.ADDRESS: "地址 通讯地址 住所 address 申请人通讯地址",
    Column.BUSINESS: "业务范围 business_scope business",
    Column.MEANING: "含义 外文说明 meaning",
    Column.DESCRIPTION: "说明 使用方式 声明 description",
    Column.FILED: "申请日期 提交日期 提交日 filing_date filed date",
    Column.PRIORITY_DAY: "首次申请日 展出日 优先权日期 priority_date 申请/展出日期",
    Column.PRIORITY_PLACE: "优先权国家 展会名称 priority 申请/展出国家/地区",
    Column.EVIDENCE: "证据 使用情况 使用证据清单 evidence",
    Column.AUTHORITY: "授权 授权书 同意书 authority consent",
    Column.AGENCY: "代理人 代理机构名称 agency agent",
    Column.SIGNATORY: "从业人员 代理从业人员 经办人 signatory",
    Column.NUMBER: "注册号 申请号/注册号 申请/注册号 商标号 application_no number",
    Column.STATUS: "法律状态 当前状态 商标状态 案件状态 status",
    Column.GROUND: "驳回条款 依据条款 决定依据 ground",
    Column.DECIDED: "驳回日 裁定日 决定日期 decided",
    Column.REGISTERED: "注册日期 注册公告日 专用期开始 registered",
    Column.EXPIRED: "注销日 撤销日 无效日 专用期截止 有效期至 失效日期 expired",
    Column.TRANSFERRED: "转让日期 转让公告日 transfer_date transferred",
    Column.TRANSFEREE: "受让方 转让后权利人 transferee",
    Column.LEGAL_PERSON: "法人 负责人 法人代表 经营者 legal_person",
    Column.SHAREHOLDERS: "合伙人 投资人 股东名单 shareholders",
    Column.PHONE: "电话 手机 手机号 phone",
    Column.EMAIL: "邮箱 e-mail email",
    Column.STAFF: "参保人数 员工人数 staff",
    Column.CAPITAL: "注册资金 capital",
    Column.FOUNDED: "成立时间 成立日 founded",
    Column.EDITION: "区分表版本 尼斯版本 nice_edition edition",
    Column.GOODS_NOTE: "商品或服务说明 非规范商品说明 项目说明 goods_note",
    Column.SUBMISSION: "申请方式 递交方式 submission",
    Column.SIZE: "图样大小 size",
    Column.IMAGE_TEXT: "图样中文字 图中文字 image_text",
    Column.SAMPLE: "声音样本 样本 sample",
    Column.ID_NAME: "证件上名称 身份证明名称 执照名称 营业执照名称 id_name",
    Column.REPRESENTATIVE: "共同申请代表人 representative",
    Column.RECEIVER: "国内接收人 接收人 receiver 外国申请人国内接收人 国内接收人名称",
    Column.POWER: "代理委托书 委托书内容 power",
    Column.SEAL: "盖章 代理机构盖章 seal",
    Column.FILES: "附件清单 提交材料 附送文件 files",
    Column.NOTICE: "通知 通知书种类 notice",
    Column.NOTICE_DAY: "收到通知日 通知日期 notice_date",
}

COLUMNS = Columns(Column, _ALIASES)

# The columns that hold a day.
DAYS = (
    Column.FILED, Column.PRIORITY_DAY, Column.DECIDED, Column.REGISTERED, Column.EXPIRED, Column.TRANSFERRED,
    Column.FOUNDED, Column.NOTICE_DAY,
)  # fmt: skip

# What the blank tables hold: an application before filing, and a row of the register.
_APPLICATION = (
    Column.MARK, Column.KIND, Column.IMAGE, Column.COLOUR, Column.CLASS, Column.GOODS, Column.GROUPS,
    Column.APPLICANT, Column.APPLICANT_TYPE, Column.APPLICANT_ID, Column.NATIONALITY, Column.ADDRESS, Column.BUSINESS,
    Column.MEANING, Column.DESCRIPTION, Column.FILED, Column.PRIORITY_DAY, Column.PRIORITY_PLACE, Column.EVIDENCE,
    Column.AUTHORITY, Column.AGENCY, Column.SIGNATORY, Column.SEAL, Column.POWER, Column.RECEIVER,
    Column.REPRESENTATIVE, Column.ID_NAME, Column.FILES, Column.SUBMISSION, Column.SIZE, Column.IMAGE_TEXT,
    Column.SAMPLE, Column.EDITION, Column.GOODS_NOTE, Column.NOTICE, Column.NOTICE_DAY,
)  # fmt: skip
_REGISTER = (
    Column.NUMBER, Column.MARK, Column.CLASS, Column.GOODS, Column.GROUPS, Column.APPLICANT, Column.APPLICANT_ID,
    Column.ADDRESS, Column.BUSINESS, Column.LEGAL_PERSON, Column.SHAREHOLDERS, Column.PHONE, Column.EMAIL,
    Column.STAFF, Column.CAPITAL, Column.FOUNDED, Column.AGENCY, Column.FILED, Column.STATUS, Column.GROUND,
    Column.DECIDED, Column.REGISTERED, Column.EXPIRED, Column.TRANSFERRED, Column.TRANSFEREE, Column.EVIDENCE,
    Column.SIGNATORY,
)  # fmt: skip


def application_template() -> str:
    """A blank table of applications: its headers, one line."""
    return ",".join(_APPLICATION) + "\n"


def register_template() -> str:
    """A blank filing register: its headers, one line."""
    return ",".join(_REGISTER) + "\n"


__all__ = ["COLUMNS", "DAYS", "Column", "application_template", "register_template"]
