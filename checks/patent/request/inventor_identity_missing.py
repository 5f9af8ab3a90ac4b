from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, Request

_SINCE = date(2026, 1, 1)
_TOKEN = lazy(r"(?<![0-9A-Za-z])(?=[A-Za-z0-9*]*\d)[0-9A-Za-z*]{6,20}(?![0-9A-Za-z])")
_HAN_OR_LATIN = lazy(r"[一-鿿]{2}|[A-Za-z]{2}")


@dataclass
class _Group:
    """The inventors of one field, and how many of them have an identity number."""

    names: list[Span] = field(default_factory=list)
    known: int = 0


class InventorIdentityMissing(PatentCheck):
    """只填写了一部分发明人的身份信息。

    2026年1月1日起，请求书中应当填写所有发明人的身份信息，并确保信息真实；只填第一发明人的会被要求补正。
    为标出的每一位发明人填写证件类型和证件号码。
    按检查日期（--as-of）判断，2026年1月1日之前不查；一位发明人的证件号码都没有写的，多半由申请系统另行填写，也不报。
    """

    code = "REQ011"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.1.2"), cite("法", "26.2"))
    message = "发明人“{words}”没有填写身份信息（{total}位发明人只写了{known}个证件号码）：请填写每一位发明人的证件号码"
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    _DAY = date(2026, 6, 1)
    good = (
        Sample("请求书\n发明人：张三、李四\n发明人身份证件号码：11010519491231002X、110105194912310038", as_of=_DAY),
        Sample("请求书\n发明人：张三、李四", as_of=_DAY),
        Sample("请求书\n发明人：张三、李四\n第一发明人身份证件号码：11010519491231002X", as_of=date(2025, 12, 31)),
        Sample(
            "请求书\n申请人：某某公司\n发明人：张三、李四\n统一社会信用代码：91350100M000100Y43",
            as_of=_DAY,
        ),
        Sample(
            "请求书\n发明人1：张三\n身份证件号码：11010519491231002X\n发明人2：SMITH JOHN\n证件号码：E12345678\n"
            "申请人：王五\n身份证件号码：110105********002X",
            as_of=_DAY,
        ),
    )
    bad = (
        Sample("请求书\n发明人：张三、⟦李四⟧、⟦王五⟧\n第一发明人身份证件号码：11010519491231002X", as_of=_DAY),
        Sample(
            "请求书\n发明人1：张三\n身份证件号码：11010519491231002X\n发明人2：⟦李四⟧\n申请人：王五\n"
            "身份证件号码：110105194912310038",
            as_of=_DAY,
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.request is None or self.as_of < _SINCE:
            return
        groups = self._groups(filing.request)
        total = sum(len(group.names) for group in groups)
        known = sum(group.known for group in groups)
        if not 0 < known < total:
            return
        for group in groups:
            for name in group.names[group.known :]:
                yield self.at(name, total=total, known=known)

    @staticmethod
    def _groups(request: Request) -> list[_Group]:
        """The inventors field by field; a number belongs to the field before it, what is over to the first without."""
        groups: list[_Group] = []
        of_inventor = False
        for item in request.fields:
            if item.key == "inventor":
                of_inventor = True
                names = [
                    name
                    for name in request.names("inventor")
                    if item.value.start <= name.start < item.value.end and _HAN_OR_LATIN.search(str(name))
                ]
                inline = sum(bool(_TOKEN.search(name.folded)) for name in names)
                groups.append(_Group(names, inline))
            elif item.key in ("applicant", "agency", "contact"):
                of_inventor = False
            elif groups and (
                item.key == "inventor-id"
                or (item.key == "applicant-id" and of_inventor and "信用代码" not in str(item.label))
            ):
                for _ in item.value.find(_TOKEN):
                    open_groups = [group for group in (groups[-1], *groups) if group.known < len(group.names)]
                    if open_groups:
                        open_groups[0].known += 1
        return groups
