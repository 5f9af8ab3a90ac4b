"""The columns of a filing register: our names, the headers they go by, and the blank template."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.readers.sheet import Columns


class Column(StrEnum):
    """A column of the register; the value is its header in the template."""

    NUMBER = "申请号"
    KIND = "专利类型"
    TITLE = "名称"
    IPC = "分类号"
    FILED = "申请日"
    APPLICANTS = "申请人"
    APPLICANT_ID = "申请人证件号码"
    ADDRESS = "申请人地址"
    STAFF = "职工人数"
    INSURED = "参保人数"
    CAPITAL = "注册资本"
    FOUNDED = "成立日期"
    LEGAL_PERSON = "法定代表人"
    INVENTORS = "发明人"
    AGENTS = "代理师"
    AGENCY = "代理机构"
    AGENCY_ADDRESS = "代理机构地址"
    CONTACT = "联系人"
    PHONE = "联系电话"
    EMAIL = "电子邮箱"
    OPERATOR = "经办人"
    REDUCTION = "费用减缴"
    TRANSFERRED = "转让日期"
    TRANSFEREE = "受让人"
    GROUP = "所属集团"
    FORMER_INVENTORS = "变更前发明人"
    CHANGES = "变更记录"
    STATUS = "法律状态"
    WITHDRAWN = "撤回日期"
    NOTICED = "通知日期"
    PRIORITY = "优先权"
    PARENT = "原申请号"


# Headers other than the template's, folded (width, case, no spaces, no 的, nothing in brackets).
_ALIASES = {
    Column.NUMBER: "专利号 申请号/专利号 公开号 公告号 公开(公告)号 专利申请号 案号 applicationnumber app_no number",
    Column.KIND: "类型 申请类型 专利类别 种类 类别 kind type",
    Column.TITLE: "发明名称 专利名称 申请名称 发明创造名称 产品名称 标题 title",
    Column.IPC: "ipc ipc分类号 主分类号 ipc主分类号 国际分类号 洛迦诺分类号 分类 locarno",
    Column.FILED: "申请日期 申请时间 提交日 提交日期 filing_date filingdate date",
    Column.APPLICANTS: "申请(专利权)人 专利权人 申请人名称 申请人/专利权人 当前申请人 applicant applicants",
    Column.APPLICANT_ID: "统一社会信用代码 证件号码 身份证号 申请人代码 组织机构代码 applicant_id",
    Column.ADDRESS: "地址 申请人住址 通讯地址 联系地址 address applicant_address",
    Column.STAFF: "员工人数 从业人数 人员规模 员工数 staff applicant_staff",
    Column.INSURED: "社保人数 参保职工人数 insured",
    Column.CAPITAL: "注册资金 capital applicant_capital",
    Column.FOUNDED: "成立时间 注册日期 成立日 founded applicant_founded",
    Column.LEGAL_PERSON: "法人 法人代表 负责人 legal_person",
    Column.INVENTORS: "设计人 发明人/设计人 发明(设计)人 发明人姓名 inventor inventors inventor_list",
    Column.AGENTS: "代理人 专利代理师 专利代理人 agent agents",
    Column.AGENCY: "专利代理机构 代理机构名称 agency",
    Column.AGENCY_ADDRESS: "机构地址 代理所地址 专利代理机构地址 agency_address",
    Column.CONTACT: "联系人姓名 contact",
    Column.PHONE: "电话 手机 手机号 联系人电话 phone contact_phone",
    Column.EMAIL: "邮箱 电子邮件 e-mail email contact_email",
    Column.OPERATOR: "提交人 操作人 代理机构经办人 operator",
    Column.REDUCTION: "费减 费减比例 减缴比例 fee_reduction",
    Column.TRANSFERRED: "转让日 变更日期 权利转移日 transfer_date",
    Column.TRANSFEREE: "受让方 变更后权利人 转让后权利人 transferee",
    Column.GROUP: "集团 所属企业集团 母公司 控股股东 实际控制人 group parent_company",
    Column.FORMER_INVENTORS: "变更前发明人/设计人 变更前发明(设计)人 原发明人 变更前设计人 former_inventors",
    Column.CHANGES: "著录项目变更 著录事项变更 著录项目变更记录 变更事项 变更内容 change_log changes",
    Column.STATUS: "状态 案件状态 当前法律状态 legal_status status",
    Column.WITHDRAWN: "撤回日 主动撤回日期 withdrawn",
    Column.NOTICED: "非正常通知日 通知日 审查通知日期 noticed",
    Column.PRIORITY: "优先权号 优先权信息 在先申请号 priority",
    Column.PARENT: "分案原申请号 母案申请号 原案申请号 parent",
}


COLUMNS = Columns(Column, _ALIASES)
# The columns that hold a day.
DAYS = (Column.FILED, Column.FOUNDED, Column.TRANSFERRED, Column.WITHDRAWN, Column.NOTICED)

__all__ = ["COLUMNS", "DAYS", "Column"]
