"""The request form (请求书): labels and values, from lines 标签：值 or from table cells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ipcheck.model import Span
from ipcheck.model.text import squeeze
from ipcheck.patent.parts import Part

# The labels of the official forms, with what older forms and drafts call them.
LABELS: dict[str, tuple[str, ...]] = {
    "title": ("发明名称", "实用新型名称", "使用外观设计的产品名称", "外观设计名称", "产品名称", "名称"),
    "inventor": ("发明人", "设计人", "发明人姓名", "设计人姓名", "第一发明人", "发明人1", "发明人2", "发明人3"),
    "inventor-id": ("第一发明人身份证件号码", "发明人身份证件号码", "发明人证件号码"),
    "applicant": ("申请人", "申请人姓名或名称", "姓名或名称", "第一申请人", "申请人1", "申请人2", "申请人名称"),
    "applicant-id": (
        "统一社会信用代码",
        "身份证件号码",
        "统一社会信用代码或身份证件号码",
        "居民身份证件号码或统一社会信用代码",
        "居民身份证件号码或统一社会信用代码/组织机构代码",
        "证件号码",
        "申请人证件号码",
        "组织机构代码",
    ),
    "address": ("地址", "申请人地址", "详细地址"),
    "postcode": ("邮政编码", "邮编"),
    "contact": ("联系人", "联系人姓名"),
    "agency": ("代理机构", "专利代理机构", "代理机构名称", "专利代理机构名称"),
    "agency-code": ("代理机构代码", "机构代码"),
    "agent": ("代理师", "专利代理师", "代理人", "代理师姓名", "专利代理师姓名", "代理师1", "代理师2", "代理师3"),
    "agent-credential": ("资格证号", "资格证号码", "专利代理师资格证号码", "执业证号"),
    "priority": ("优先权", "要求优先权声明", "优先权声明", "在先申请"),
    "priority-number": ("在先申请号", "优先权号", "优先权申请号"),
    "priority-date": ("在先申请日", "在先申请日期", "优先权日"),
    "priority-office": ("原受理机构", "原受理机构名称", "受理机构", "在先申请受理机构", "原受理国家或地区"),
    "divisional": ("分案申请", "分案"),
    "parent-number": ("原案申请号", "原申请号", "原申请的申请号"),
    "parent-date": ("原案申请日", "原申请日", "原申请的申请日"),
    "abstract-figure": ("摘要附图", "指定摘要附图", "摘要附图指定", "摘要附图号"),
    "deposit": ("生物材料样品保藏", "保藏"),
    "deposit-unit": ("保藏单位", "保藏单位名称"),
    "deposit-number": ("保藏编号",),
    "deposit-date": ("保藏日期",),
    "deposit-address": ("保藏单位地址", "保藏地址"),
    "deposit-name": ("分类命名",),
    "file-list": ("申请文件清单",),
    "dual-filing": ("同日申请", "同日双申声明", "声明本申请人对同样的发明创造在申请本发明专利的同日申请了实用新型专利"),
    "filing-date": ("申请日",),
    "secrecy": ("保密请求", "保密审查"),
}
_BY_LABEL = {squeeze(label): key for key, labels in LABELS.items() for label in labels}
_LINE = re.compile(
    r"^\s*(?:[（(]?[①-⑳\d]{1,2}[)）.、]?\s*)?(?P<label>[^:：]{2,40}?)\s*[:：]\s*(?P<value>.*)$", re.DOTALL
)
_LABEL_FRAME = re.compile(r"^[①-⑳\d.、()]+|(?<=[人师号码日构名称])\(?\d{1,2}\)?$|[*＊]")
_ORDINAL = re.compile(r"^第[一二三四五六七八九十\d]{1,2}(?=发明人|设计人|申请人|代理师|专利代理师|代理人)")
_NAME_PIECE = re.compile(r"[^、，,;；/\n]+")
# Fields that forms put side by side in the rows of a table, under a row of labels.
_ROWS = ("priority-", "deposit-")


def _key_of(label: str) -> str | None:
    """The key of a label however numbered (第二发明人, 代理师（2）, ⑦申请人), None if it is no label of ours."""
    bare = squeeze(label)
    if bare in _BY_LABEL:
        return _BY_LABEL[bare]
    bare = _LABEL_FRAME.sub("", bare)
    return _BY_LABEL.get(bare) or _BY_LABEL.get(_ORDINAL.sub("", bare))


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


def draw_request(part: Part | None) -> Request | None:
    """The request form of the request part; None when there is none. Empty values are left out."""
    if part is None or not part:
        return None
    fields: list[Field] = []
    pending: list[tuple[str, Span]] = []
    row: list[tuple[str, Span]] = []
    for line in part.lines:
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
