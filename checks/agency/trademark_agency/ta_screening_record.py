import re
from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.mandates import listed
from ipcheck.agency.mark_record import RULES_SINCE
from ipcheck.agency.tables import MARK_CASES, SCREENINGS, MarkCase, Screening
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# Matters in which the client files for a mark; others need no screening.
_FILING = re.compile(r"申请|注册(?!号)")
_OTHER = re.compile(
    r"异议|无效|撤|复审|更正|宽展|补发|证明|删减|分割|续展|变更|答辩|注销|补证|许可|转让|质押|查询|检索|监测|备案"
)


class TaScreeningRecord(AgencyCheck):
    """委托申请商标注册的案件没有恶意申请筛查记录，或者提交以后才筛查。

    应当建立恶意申请筛查制度；接受委托前逐件筛查并留下记录，才说得清楚不知道也不应当知道。
    只看令第63号施行（2022年12月）以后申请注册的案件；筛查可以用 ipcheck trademark，报告就是记录。
    没有记录的补做，命中的书面告知委托人。
    """

    code = "AGT007"
    level = Level.WARNING
    business = "trademark"
    basis = (cite("令63", "11.1"), cite("商标法", "65.2"))
    message = "{what}"
    columns = (MarkCase.NUMBER, MarkCase.MATTER, Screening.CASE)
    further = (Screening.DAY, MarkCase.FILED)

    _HEAD = "# 商标案件\n案号,事项,提交日\n{}\n# 筛查记录\n案号,筛查日\n{}\n"
    good = (
        _HEAD.format("T1,商标注册申请,2022-11-30", "T9,2026-03-05"),
        _HEAD.format("T1,商标注册申请,2026-03-05", "T1,2026-03-05"),
        _HEAD.format(
            "T1,续展,2026-03-05\nT2,注册商标转让,2026-03-05\nT4,撤三申请,2026-03-05\nT3,,2026-03-05", "T9,2026-03-01"
        ),
    )
    bad = (
        _HEAD.format("T1,商标注册申请,2026-03-05\n⟦T2⟧,商标注册申请,2026-03-05\nT3,注册申请,", "T1,2026-03-01"),
        _HEAD.format("T1,商标注册申请,2026-03-05", "T1,⟦2026-03-06⟧"),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        screened: dict[str, Row[Screening]] = {}
        for record in agency.rows(SCREENINGS):
            screened.setdefault(record.text(Screening.CASE).upper(), record)
        lacking = []
        rows = [
            row
            for row in agency.rows(MARK_CASES)
            if _FILING.search(row.text(MarkCase.MATTER))
            and not _OTHER.search(row.text(MarkCase.MATTER))
            and (row.day(MarkCase.ACCEPTED) or row.day(MarkCase.FILED) or RULES_SINCE) >= RULES_SINCE
        ]
        for row in rows:
            found = screened.get(row.text(MarkCase.NUMBER).upper())
            if found is None:
                lacking.append(row)
                continue
            day, filed = found.day(Screening.DAY), row.day(MarkCase.FILED)
            if day is not None and filed is not None and day > filed:
                what = (
                    f"案件{row.text(MarkCase.NUMBER)}{filed.isoformat()}提交，{day.isoformat()}才筛查：以后先筛查再接案"
                )
                yield self.at(found.span(Screening.DAY), level=Level.ADVICE, what=what)
        if lacking:
            number = len(lacking)
            cases = listed(row.text(MarkCase.NUMBER) for row in lacking)
            yield self.at(
                lacking[0].span(MarkCase.NUMBER),
                related=[row.span(MarkCase.NUMBER) for row in lacking[1:30]],
                facts={"filings": len(rows), "lacking": number},
                what=f"{len(rows)}件申请注册的委托里，{cases}没有恶意申请筛查记录：请补做并留存",
            )
