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
    "priority-number": ("在先申请号",),
    "priority-date": ("在先申请日",),
    "priority-office": ("原受理机构", "原受理机构名称"),
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
    r"^\s*(?:[（(]?[①-⑳\d]{1,2}[)）.、]?\s*)?(?P<label>[^:：]{2,30}?)\s*[:：]\s*(?P<value>.*)$", re.DOTALL
)
_SPLIT = re.compile(r"[、，,;；/\s]+")


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
        """The single names in all fields of that key, split at 、，； and spaces."""
        found: list[Span] = []
        for value in self.all(key):
            position = value.start
            for piece in _SPLIT.split(str(value)):
                if piece:
                    start = value.document.text.index(piece, position)
                    found.append(Span(value.document, start, start + len(piece)))
                    position = start + len(piece)
        return tuple(found)


def draw_request(part: Part | None) -> Request | None:
    """The request form of the request part; None when there is none. Empty values are left out."""
    if part is None or not part:
        return None
    fields: list[Field] = []
    pending: tuple[str, Span] | None = None
    for line in part.lines:
        match = _LINE.match(line.document.text[line.start : line.end])
        key = _BY_LABEL.get(re.sub(r"^[①-⑳\d.、（）()]+", "", squeeze(match["label"]))) if match else None
        if match and key:
            label = line.sub(match.start("label"), match.end("label")).trimmed()
            value = line.sub(match.start("value"), match.end("value")).trimmed()
            if len(value):
                fields.append(Field(key, label, value))
                pending = None
            else:
                pending = (key, label)
            continue
        bare = re.sub(r"^[①-⑳\d.、（）()]+", "", squeeze(str(line)))
        if bare in _BY_LABEL:
            pending = (_BY_LABEL[bare], line.trimmed())
        elif pending is not None:
            fields.append(Field(pending[0], pending[1], line.trimmed()))
            pending = None
    return Request(part, tuple(fields))
