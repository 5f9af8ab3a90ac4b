import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, certificate, plain_name, years_after
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.qualified import owners_at
from ipcheck.agency.tables import PENALTIES, Owner, Penalty
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span

_GRAVE = re.compile(r"吊销|撤销")


class PaPartnerIneligible(AgencyCheck):
    """现任合伙人、股东有不得担任的情形：受过处罚、失信、公职等。

    办法规定了不得担任合伙人、股东的情形，条文和年限没有核对到原文，只提示核对；年限是内部阈值，可以在设置里改。
    对照现行规定核对，确有情形的更换并办理变更；同名的另一个人在处罚表里写明资格证号。
    """

    code = "AGP009"
    level = Level.WARNING
    basis = (cite("代理办法", "13"),)
    message = "{name}{what}：请对照办法第十三条核对能否担任合伙人、股东（内部阈值：吊销、撤销不限年，其他{years}年）"
    further = (Owner.INELIGIBLE,)
    columns = (Owner.NAME, Penalty.SUBJECT, Penalty.DECIDED, Penalty.KIND)

    @dataclass(frozen=True)
    class Options:
        """years：吊销、撤销以外的处罚在几年之内算数"""

        years: int = 3

    _HEAD = "# 股东合伙人\n姓名,不得担任的情形\n周岚,无\n"
    good = (
        _HEAD + "# 处罚\n对象,处罚种类,决定日\n无,,\n",
        _HEAD + "吴砚,无不得担任的情形\n郑禾,不存在办法第十三条的情形\n# 处罚\n对象,处罚种类,决定日\n无,,\n",
        Sample(_HEAD + "# 处罚\n对象,处罚种类,决定日\n周岚,警告,2021-03-04\n", as_of=date(2024, 3, 5)),
        "# 股东合伙人\n姓名,资格证号\n周岚,A1\n# 处罚\n对象,资格证号,处罚种类,决定日\n周岚,A2,吊销资格证,2021-03-05\n",
        _HEAD + "# 处罚\n对象,处罚种类,决定日\n吴砚,吊销资格证,2021-03-05\n",
    )
    bad = (
        "# 股东合伙人\n姓名,不得担任的情形\n周岚,⟦现职公务员⟧\n# 处罚\n对象,处罚种类,决定日\n无,,\n",
        _HEAD + "# 处罚\n对象,处罚种类,决定日\n⟦周岚⟧,吊销资格证,2011-03-05\n",
        Sample(_HEAD + "# 处罚\n对象,处罚种类,决定日\n⟦周岚⟧,警告,2021-03-05\n", as_of=date(2024, 3, 5)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        owners = owners_at(agency, agency.as_of)
        for owner in owners:
            cell = owner.cell(Owner.INELIGIBLE)
            if cell is not None and not is_lacking(owner.text(Owner.INELIGIBLE)):
                yield self._tell(cell, owner.text(Owner.NAME), f"写明有“{cell}”的情形")
        names: dict[str, set[str]] = {}
        for owner in owners:
            numbers = names.setdefault(plain_name(owner.text(Owner.NAME)), set())
            numbers.update(filter(None, [certificate(owner.text(Owner.CERTIFICATE))]))
        for row in agency.rows(PENALTIES):
            decided, kind = row.day(Penalty.DECIDED), row.text(Penalty.KIND)
            known = names.get(plain_name(row.text(Penalty.SUBJECT)))
            number = certificate(row.text(Penalty.CERTIFICATE))
            # Another certificate is another person of the name.
            if known is None or decided is None or (number and known and number not in known):
                continue
            if _GRAVE.search(kind) or agency.as_of <= years_after(decided, self.options.years):
                what = f"{decided.isoformat()}受过“{kind}”"
                yield self._tell(row.span(Penalty.SUBJECT), row.text(Penalty.SUBJECT), what)

    def _tell(self, span: Span, name: str, what: str) -> Finding:
        return self.at(span, name=name, what=what, years=self.options.years)
