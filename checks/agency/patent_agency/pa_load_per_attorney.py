from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import fsum

from ipcheck.agency import Agency, AgencyCheck, months_after
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.tables import SUBMISSIONS, Person, Submission
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_MONTHS = 12


class PaLoadPerAttorney(AgencyCheck):
    """最近十二个月的代理量，折算到每名代理师一年的件数过多。

    没有任何法律规定人均代理量；折算下来明显做不过来的，容易被要求说明签名的文件是不是真实撰写或者审核。
    件数用执业的人月折算，不用在册人数，阈值是内部阈值，可以在设置里改；发明、实用新型、外观设计各有多少件写在消息里。
    补充代理师或者减少代理量，准备好撰写、审核的记录。
    """

    code = "AGP029"
    level = Level.WARNING
    clue = True
    basis = (cite("代理办法", "51(8)"), cite("代理办法", "23"))
    message = (
        "风险线索：最近十二个月提交{count}件（{kinds}），执业{months:.1f}人月，折合每人每年{load:.0f}件"
        "（内部阈值{most}件，法律没有规定），请核对是否都经代理师撰写或者审核"
    )
    clears = "有代理师没有写进人员表，或者大部分是外观设计、涉外转交等工作量较小的案件"
    keep = ("执业备案名单", "各类案件的件数", "撰写、审核的记录")
    columns = (Submission.DAY, Submission.KIND, Person.CERTIFICATE, Person.PRACTISING, Person.LEFT)

    @dataclass(frozen=True)
    class Options:
        """most：折合每名代理师一年超过几件才报"""

        most: int = 300

    _HEAD = "# 提交登记\n提交日,专利类型\n"
    _PEOPLE = "# 人员\n姓名,资格证号,执业日,离职日\n"
    good = (
        Sample(
            _HEAD + "2025-03-03,发明\n" * 10 + _PEOPLE + "周岚,A1,2020-01-01,\n",
            as_of=date(2025, 12, 31),
            options=(("most", 10),),
        ),
        Sample(
            _HEAD + "2024-03-03,发明\n" * 30 + _PEOPLE + "周岚,A1,2020-01-01,\n",
            as_of=date(2025, 12, 31),
            options=(("most", 10),),
        ),
    )
    bad = (
        Sample(
            _HEAD + "⟦2025-03-03⟧,发明\n" + "2025-03-03,实用新型\n" * 10 + _PEOPLE + "周岚,A1,2020-01-01,\n",
            as_of=date(2025, 12, 31),
            options=(("most", 10),),
        ),
        Sample(
            _HEAD + "⟦2025-03-03⟧,发明\n" + "2025-03-03,发明\n" * 6 + _PEOPLE + "周岚,A1,2025-07-01,\n",
            as_of=date(2025, 12, 31),
            options=(("most", 10),),
        ),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        end = agency.as_of
        start = months_after(end, -_MONTHS)
        rows = [
            row
            for row in agency.rows(SUBMISSIONS)
            if (day := row.day(Submission.DAY)) is not None and start < day <= end
        ]
        months = fsum(self._months(agency, start, end))
        if not rows or not months:
            return
        load = len(rows) / months * _MONTHS
        # Rounding of days into months must not tip the scale.
        if load > self.options.most * 1.01:
            kinds = Counter(row.text(Submission.KIND) or "未填类型" for row in rows)
            yield self.at(
                rows[0].span(Submission.DAY),
                facts={"count": len(rows), "months": round(months, 1), "load": round(load, 1)},
                count=len(rows),
                kinds="，".join(f"{kind}{count}件" for kind, count in kinds.most_common()),
                months=months,
                load=load,
                most=self.options.most,
            )

    def _months(self, agency: Agency, start: date, end: date) -> Iterator[float]:
        """Yield the months for which each attorney practised between two days."""
        year = (end - start).days
        for row in agency.people:
            practising, joined, left = row.day(Person.PRACTISING), row.day(Person.JOINED), row.day(Person.LEFT)
            if practising is None or is_lacking(row.text(Person.CERTIFICATE)):
                continue
            first, last = max(practising, joined or practising, start), min(left or end, end)
            if last > first:
                yield (last - first).days / year * _MONTHS
