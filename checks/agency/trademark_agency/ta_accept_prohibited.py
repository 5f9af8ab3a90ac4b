import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import is_lacking, says_no
from ipcheck.agency.mark_record import NEW_LAW
from ipcheck.agency.tables import MARK_CASES, SCREENINGS, MarkCase, Screening
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

# What the articles forbid, by its nature: their numbers differ between the editions (15 was what is 22 now).
_OLD = {
    "不以使用为目的": re.compile(r"不以使用为目的|囤积|明显超出"),
    "代理人、特定关系人抢注": re.compile(r"代理人|(?<!法定)代表人|被代理|特定关系|业务往来"),
    "损害在先权益、抢注": re.compile(r"在先(?:合法)?权|抢先|抢注|有一定影响"),
}
_NEW = {
    "禁用标志": re.compile(r"禁用标志|禁用|欺骗性|不良影响|公序良俗|国名|国旗|党徽|领导人|烈士"),
    "行政区划地名": re.compile(r"地名|行政区划"),
    "欺骗或者其他不正当手段": re.compile(r"欺骗手段|以欺骗|其他不正当手段"),
    "摹仿驰名商标": re.compile(r"驰名"),
}

# A hit of the machine that somebody looked into.
_CLEARED = re.compile(r"排除|不属于|不构成|误报|不成立")


class TaAcceptProhibited(AgencyCheck):
    """筛查命中了不得接受委托的情形，仍然接受了委托。

    2026年底以前不得接受的是不以使用为目的的恶意申请、代理人和特定关系人抢注、损害在先权利和抢注三种；2027年起加上禁用标志、地名、欺骗手段、摹仿驰名商标，罚款也加重。
    按接受委托的日期选哪一版，“命中情形”写性质不写条号；只属于新增情形、2027年以前接受的给建议。新旧法对未决案件怎么适用没有见到规定。退出委托，留存退出的记录。
    """

    code = "AGT021"
    level = Level.ERROR
    business = "trademark"
    basis = (cite("商标法", "67.1(4)"), cite("令63", "15.3"))
    message = "案件{case}筛查命中“{ground}”（{natures}），{what}"
    columns = (Screening.CASE, Screening.GROUND)
    further = (Screening.ACCEPTED, Screening.RESULT, MarkCase.ACCEPTED)

    _HEAD = "# 商标案件\n案号,受理委托日\nT1,{}\n# 筛查记录\n案号,命中情形,是否接受\n"
    good = (
        _HEAD.format("2026-03-05") + "T1,无,是\n",
        _HEAD.format("2027-03-05") + "T1,禁用标志,否\nT9,抢注,\n",
        _HEAD.format("2027-03-05") + "T1,缺乏显著特征,是\n",
        _HEAD.format("2026-03-05") + "T1,法定代表人姓名,是\n",
        _HEAD.format("2026-03-05").replace("是否接受", "结论") + "T1,抢注,经核对使用证据已排除\n",
    )
    bad = (
        _HEAD.format("2026-12-31") + "T1,⟦抢注他人有一定影响的商标⟧,是\n",
        _HEAD.format("2026-12-31") + "T1,⟦禁用标志⟧,\n",
        Sample(_HEAD.format("2027-01-01") + "T1,⟦禁用标志⟧,是\n", as_of=date(2027, 1, 2)),
        Sample(_HEAD.format("2027-01-01") + "T1,⟦摹仿驰名商标⟧,\n", as_of=date(2027, 1, 2)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        cases = {row.text(MarkCase.NUMBER).upper(): row for row in agency.rows(MARK_CASES)}
        for row in agency.rows(SCREENINGS):
            ground, accepted = row.text(Screening.GROUND), row.text(Screening.ACCEPTED)
            case = cases.get(row.text(Screening.CASE).upper())
            cleared = is_lacking(ground) or _CLEARED.search(row.text(Screening.RESULT))
            if cleared or says_no(accepted) or (not row.yes(Screening.ACCEPTED) and case is None):
                continue
            day = (case.day(MarkCase.ACCEPTED) if case else None) or row.day(Screening.DAY) or agency.as_of
            old = [name for name, pattern in _OLD.items() if pattern.search(ground)]
            new = [name for name, pattern in _NEW.items() if pattern.search(ground)]
            span, natures = row.span(Screening.GROUND), "、".join([*old, *new])
            told: dict[str, Any] = {"case": row.text(Screening.CASE), "ground": ground, "natures": natures, "on": day}
            if old or (new and day >= NEW_LAW):
                what = f"{day.isoformat()}仍然接受委托：不得接受，请退出并留存记录"
                basis = self.basis if old else (cite("商标法", "67.1(4)"),)
                yield self.at(span, basis=basis, what=what, **told)
            elif new:
                what = f"{day.isoformat()}接受委托时应当书面告知；2027-01-01起不得接受这样的委托"
                basis = (cite("商标法", "65.2"), cite("商标法", "67.1(4)"))
                yield self.at(span, level=Level.ADVICE, basis=basis, what=what, **told)
