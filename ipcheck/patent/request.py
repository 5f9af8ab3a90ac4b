"""The request form (请求书): labels and values, from lines 标签：值 or from table cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ipcheck.model import Span, lazy
from ipcheck.model.text import squeeze
from ipcheck.patent.parts import Part

# The labels of the official forms, with what older forms and drafts call them.
LABELS: dict[str, tuple[str, ...]] = {
    "title": (
        *(
            "发明名称",
            "实用新型名称",
            "使用外观设计的产品名称",
            "使用该外观设计的产品名称",
            "外观设计名称",
            "产品名称",
            "名称",
        ),
        *("发明创造名称", "发明专利名称", "实用新型专利名称", "专利名称", "发明创造的名称", "发明的名称", "申请名称"),
    ),
    "inventor": (
        *("发明人", "设计人", "发明人姓名", "设计人姓名", "第一发明人", "发明人1", "发明人2", "发明人3"),
        *("发明人或设计人", "发明人/设计人", "发明人、设计人", "全体发明人", "全体设计人", "其他发明人", "其他设计人"),
    ),
    "inventor-nationality": ("第一发明人国籍", "第一设计人国籍", "发明人国籍", "设计人国籍", "发明人国籍或地区"),
    "applicant": (
        *("申请人", "申请人姓名或名称", "姓名或名称", "第一申请人", "申请人1", "申请人2", "申请人名称", "申请人姓名"),
        *(
            "申请人名称或姓名",
            "名称或姓名",
            "专利申请人",
            "共同申请人",
            "其他申请人",
            "申请单位",
            "申请人单位名称",
            "申请人全称",
        ),
    ),
    "applicant-kind": ("申请人类型", "申请人性质", "单位类型"),
    "nationality": (
        *("国籍", "国籍或注册国家", "国籍或注册国家或地区", "国籍或者总部所在国家或地区", "国籍或总部所在地"),
        *("申请人国籍", "申请人国籍或注册国家", "申请人国籍或注册国家或地区", "国籍/注册国家", "注册国家或地区"),
    ),
    "residence": (
        "经常居所地或营业所所在地",
        "居所地或营业所所在地",
        "经常居所或者营业所所在地",
        "营业所所在地",
        "经常居所地",
    ),
    "address": (
        *(
            "地址",
            "申请人地址",
            "详细地址",
            "申请人详细地址",
            "通讯地址",
            "通信地址",
            "联系地址",
            "注册地址",
            "住所",
            "住址",
        ),
        *("街道、门牌号", "街道门牌号", "城区(乡)、街道、门牌号", "城区、街道、门牌号"),
    ),
    "region": ("省、自治区、直辖市", "省市", "省份", "市县", "市、县", "所在省市"),
    "postcode": ("邮政编码", "邮编", "申请人邮政编码", "申请人邮编"),
    "phone": (
        "电话",
        "联系电话",
        "电话号码",
        "手机",
        "手机号码",
        "手机号",
        "申请人电话",
        "联系人电话",
        "代理师电话",
        "代理机构电话",
    ),
    "email": ("电子邮箱", "电子邮件", "邮箱", "E-mail", "Email", "申请人电子邮箱", "联系人电子邮箱"),
    "fee-reduction": (
        "请求费减且已完成费减资格备案",
        "费减请求",
        "费减备案",
        "费减资格备案",
        "费用减缴请求",
        "费减备案号",
    ),
    "representative": ("代表人", "代表人姓名", "代表人为非第一署名申请人时声明"),
    "contact": ("联系人", "联系人姓名"),
    "agency": (
        *("代理机构", "专利代理机构", "代理机构名称", "专利代理机构名称", "代理机构全称", "代理单位", "委托的代理机构"),
    ),
    "agency-code": ("代理机构代码", "机构代码", "专利代理机构代码", "代理机构编号"),
    "agency-agreement": (
        "声明已经与申请人签订了专利代理委托书且本表中的信息与委托书中相应信息一致",
        "总委托书编号",
        "委托书编号",
    ),
    "agent": (
        *("代理师", "专利代理师", "代理人", "代理师姓名", "专利代理师姓名", "代理师1", "代理师2", "代理师3"),
        *("专利代理人", "代理人姓名", "专利代理人姓名", "第一代理师", "第二代理师", "第一代理人", "第二代理人"),
    ),
    "agent-credential": (
        *(
            "资格证号",
            "资格证号码",
            "专利代理师资格证号码",
            "执业证号",
            "资格证书号",
            "执业备案号",
            "执业证号码",
            "执业许可证号",
        ),
        *(
            "代理师资格证号",
            "代理师资格证号码",
            "代理师执业证号",
            "专利代理师资格证号",
            "专利代理师执业证号",
            "代理人执业证号",
        ),
    ),
    "priority": (
        *("优先权", "要求优先权声明", "优先权声明", "在先申请", "要求优先权", "优先权要求", "要求外国优先权声明"),
        "要求本国优先权声明",
    ),
    "priority-number": ("在先申请号", "优先权号", "优先权申请号", "在先申请的申请号", "优先权编号", "先申请号"),
    "priority-date": ("在先申请日", "在先申请日期", "优先权日", "在先申请的申请日", "优先权日期"),
    "priority-office": (
        *("原受理机构", "原受理机构名称", "受理机构", "在先申请受理机构", "原受理国家或地区", "原受理机构的名称"),
        *("受理机构名称", "受理局", "原受理局", "优先权国家", "优先权国家或地区", "在先申请国家或地区"),
    ),
    "divisional": ("分案申请", "分案", "分案申请声明"),
    "divisional-number": ("针对的分案申请号", "针对的分案申请的申请号"),
    "parent-number": ("原案申请号", "原申请号", "原申请的申请号", "母案申请号", "原案号", "原案的申请号"),
    "parent-date": ("原案申请日", "原申请日", "原申请的申请日", "母案申请日", "原案的申请日"),
    "abstract-figure": (
        *("摘要附图", "指定摘要附图", "摘要附图指定", "摘要附图号", "指定的摘要附图", "摘要附图图号", "摘要附图编号"),
        "指定说明书附图中的图为摘要附图",
    ),
    "deposit": ("生物材料样品保藏", "保藏", "生物材料样品", "生物材料保藏", "微生物保藏"),
    "deposit-unit": ("保藏单位", "保藏单位名称", "保藏机构", "保藏机构名称"),
    "deposit-unit-code": ("保藏单位代码", "保藏机构代码"),
    "deposit-number": ("保藏编号", "保藏号"),
    "deposit-date": ("保藏日期", "保藏日"),
    "deposit-address": ("保藏单位地址", "保藏地址", "保藏机构地址"),
    "deposit-viable": ("是否存活", "存活", "存活情况"),
    "deposit-name": ("分类命名", "分类名称"),
    "sequences": ("序列表", "核苷酸或氨基酸序列表", "核苷酸和氨基酸序列表"),
    "genetic-resource": ("遗传资源", "遗传资源来源披露"),
    "grace-period": ("不丧失新颖性宽限期声明", "不丧失新颖性声明", "新颖性宽限期声明"),
    "early-publication": ("提前公布", "请求早日公布该专利申请", "提前公布声明", "请求提前公布"),
    "examination": ("实质审查请求", "请求实质审查", "提前公开并实质审查", "延迟审查", "延迟审查请求", "请求延迟审查"),
    "similar-designs": ("相似设计", "相似外观设计", "相似设计项数"),
    "design-set": ("成套产品", "成套产品件数"),
    "partial-design": ("局部设计", "局部外观设计"),
    "file-list": ("申请文件清单", "附加文件清单", "文件清单", "提交文件清单"),
    "dual-filing": (
        "同日申请",
        "同日双申声明",
        "同日申请声明",
        "声明本申请人对同样的发明创造在申请本发明专利的同日申请了实用新型专利",
    ),
    "filing-date": ("申请日", "申请日期", "提交日", "递交日"),
    "filing-number": ("申请号", "专利申请号", "国际申请号"),
    "secrecy": ("保密请求", "保密审查", "请求保密", "向外国申请专利保密审查请求"),
    "signature": ("全体申请人或专利代理机构签字或者盖章", "全体申请人或代理机构签字或盖章", "申请人签字或盖章"),
}
# Whose number it is, and what it is called: 居民身份证件号码或统一社会信用代码/组织机构代码.
_ID_KIND = (
    r"(?:中国)?(?:居民)?(?:有效)?身份(?:证明|证件|证)?(?:的?(?:号码?|编号|代码))?|(?:有效)?证件(?:代码|号码?|编号)"
    r"|(?:统一)?社会(?:统一)?信用代码|信用代码|统一代码|(?:组织)?机构代码(?:证号?码?)?|营业执照(?:注册)?号码?"
    r"|工商注册号"
)
_ID_OWNER = (
    r"第?[一二三四五六七八九十\d]{0,2}"
    r"(?:发明人|设计人|申请人|专利权人|代理师|代理人|联系人|代理机构|单位|企业|个人)?[\d]{0,2}的?"
)
_ID_LABEL = lazy(rf"(?P<owner>{_ID_OWNER})(?:{_ID_KIND})(?:(?:或者?|和|及|与|、|/){_ID_OWNER}(?:{_ID_KIND})){{0,4}}")
_BY_LABEL = {squeeze(label): key for key, labels in LABELS.items() for label in labels}
# Blanks are taken whole (*+): given back one by one they make a run of them quadratic.
_LINE = lazy(r"^\s*+(?:[（(]?[①-⑳\d]{1,2}[)）.、]?\s*+)?(?P<label>[^:：]{2,40}?)\s*+[:：]\s*+(?P<value>.*)$", re.DOTALL)
_LABEL_FRAME = lazy(r"^[①-⑳\d.、()]+|(?<=[人师号码日构名称])\(?\d{1,2}\)?$|[*＊]")
_NOTE = lazy(r"[(（][^()（）]{1,20}[)）]$")
_ORDINAL = lazy(r"^第[一二三四五六七八九十\d]{1,2}(?=发明人|设计人|申请人|代理师|专利代理师|代理人)")
# A label inside a line: 发明人：张三　身份证号：….
_INNER = lazy(r"(?<=[\s;；,，、。])[^\s:：;；,，。]{2,30}(?=\s*[:：])")
_DESIGNATED = lazy(r"图\s*\d{1,3}[A-Za-z]?(?=\s*(?:作为|为|是)\s*(?P<label>摘要附图))")
_NAME_PIECE = lazy(r"[^、，,;；/\n]+")
# Sub-labels of a person or a unit: 联系人 | 姓名 | ….
_OWN_NAME = frozenset(("姓名", "名称", "姓名或名称"))
# Fields that forms put side by side in the rows of a table, under a row of labels.
_ROWS = ("priority-", "deposit-")


def _key_of(label: str) -> str | None:
    """The key of a label however numbered (第二发明人, 代理师（2）, ⑦申请人), None if it is no label of ours."""
    bare = squeeze(label)
    if bare in _BY_LABEL:
        return _BY_LABEL[bare]
    bare = _LABEL_FRAME.sub("", _NOTE.sub("", bare))
    return _BY_LABEL.get(bare) or _BY_LABEL.get(_ORDINAL.sub("", bare)) or _id_key(bare)


def _id_key(bare: str) -> str | None:
    """The key of a label for an identity number or a unit's code."""
    match = _ID_LABEL.fullmatch(bare)
    if match is None or bare in ("身份", "代理机构代码"):
        return None
    if re.search(r"发明人|设计人", match["owner"]):
        return "inventor-id"
    return "other-id" if re.search(r"代理|联系人", match["owner"]) else "applicant-id"


@dataclass(frozen=True)
class Field:
    """A filled field: its key (LABELS), the label's words and the value's."""

    key: str
    label: Span
    value: Span


@dataclass(frozen=True)
class Request:
    """The request form: its fields in order."""

    part: Part
    fields: tuple[Field, ...]

    def all(self, key: str) -> tuple[Span, ...]:
        """The values of every field of that key."""
        return tuple(field.value for field in self.fields if field.key == key)

    def first(self, key: str) -> Span | None:
        """The value of the first field of that key, None if there is none."""
        values = self.all(key)
        return values[0] if values else None

    def names(self, key: str) -> tuple[Span, ...]:
        """The single names in all fields of that key: split at 、，； and at wide gaps.

        A space alone does not part a name from its second half (张 三, John Smith); it parts two full names.
        """
        found: list[Span] = []
        for value in self.all(key):
            for piece in value.find(_NAME_PIECE):
                found.extend(_spaced_names(value.at(piece).trimmed()))
        return tuple(name for name in found if len(name))


def _spaced_names(span: Span) -> list[Span]:
    words = [Span(span.document, match.start(), match.end()) for match in span.find(re.compile(r"[^\s　]+"))]
    full = all(re.fullmatch(r"[一-鿿]{2,}", str(word)) for word in words)
    return words if full and len(words) > 1 else [span]


def _split(lines: Iterable[Span]) -> Iterator[Span]:
    """The lines, each cut before a further label of ours within it."""
    for line in lines:
        start = line.start
        for match in line.find(_INNER):
            # At the line's own beginning nothing stands before the label.
            if match.start() > line.start and _key_of(match[0]):
                yield Span(line.document, start, match.start()).trimmed()
                start = match.start()
        yield Span(line.document, start, line.end)


def draw_request(part: Part | None) -> Request | None:
    """The request form of the request part; None when there is none. Empty values are left out."""
    if part is None or not part:
        return None
    fields: list[Field] = []
    pending: list[tuple[str, Span]] = []
    row: list[tuple[str, Span]] = []
    for line in _split(part.lines):
        designated = next(line.find(_DESIGNATED), None)
        if designated:
            fields.append(Field("abstract-figure", line.at(designated, "label"), line.at(designated)))
            pending, row = [], []
            continue
        if pending and squeeze(str(line)).rstrip(":") in _OWN_NAME:
            continue
        match = _LINE.match(line.document.text[line.start : line.end])
        key = _key_of(match["label"]) if match else None
        if match and key:
            label = line.sub(match.start("label"), match.end("label")).trimmed()
            value = line.sub(match.start("value"), match.end("value")).trimmed()
            pending, row = [], []
            if len(value):
                fields.append(Field(key, label, value))
            else:
                pending = [(key, label)]
            continue
        bare = _key_of(str(line)) if len(line) <= 60 else None
        if bare is not None:
            # Labels side by side over a table's rows wait together, any other label for its own value only.
            together = pending and bare.startswith(_ROWS) and pending[-1][0].split("-")[0] == bare.split("-")[0]
            pending = [*pending, (bare, line.trimmed())] if together else [(bare, line.trimmed())]
            row = []
            continue
        if not pending and row:
            pending = list(row)
        if pending:
            if len(pending) > 1 and not row:
                row = list(pending)
            key_label = pending.pop(0)
            fields.append(Field(*key_label, line.trimmed()))
    return Request(part, tuple(fields))
