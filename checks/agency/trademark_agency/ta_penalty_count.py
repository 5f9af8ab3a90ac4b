from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, years_after
from ipcheck.agency.records import trademark_penalties
from ipcheck.agency.tables import Penalty
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# 令63 34.2: three penalties within two years.
_YEARS, _COUNT = 2, 3


class TaPenaltyCount(AgencyCheck):
    """因商标代理违法，两年内受到三次以上行政处罚，或者已经有两次。

    两年内三次以上属于情节严重，可以停止受理其商标代理业务六个月以上直至永久，并予公告。
    按决定日算，任意连续的两年都算，不看自然年；两次的给警告，再有一次就到了。专利代理的处罚不算。整改已经处罚的事项，复查同类案件。
    """

    code = "AGT022"
    level = Level.ERROR
    business = "trademark"
    basis = (cite("令63", "34.2"),)
    message = "{first}到{last}因商标代理受到{count}次行政处罚，{what}"
    columns = (Penalty.SUBJECT, Penalty.FIELD, Penalty.DECIDED)

    _HEAD = "# 处罚\n对象,领域,决定日\n"
    good = (
        Sample(_HEAD + "本机构,商标代理,2024-11-28\n本机构,商标代理,2025-03-05\n", as_of=date(2026, 11, 29)),
        Sample(_HEAD + "本机构,商标代理,2026-11-28\n本机构,专利代理,2026-03-05\n", as_of=date(2026, 11, 29)),
        _HEAD + "无,,\n",
    )
    bad = (
        Sample(_HEAD + "本机构,商标代理,2024-11-29\n本机构,商标代理,⟦2025-03-05⟧\n", as_of=date(2026, 11, 29)),
        Sample(
            _HEAD + "本机构,商标代理,2024-02-29\n本机构,商标代理,2025-03-05\n本机构,商标代理,⟦2026-02-28⟧\n",
            as_of=date(2026, 11, 29),
        ),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        day = agency.as_of
        penalties = sorted(
            ((decided, row) for row, decided in trademark_penalties(agency) if decided <= day), key=lambda item: item[0]
        )
        # The latest window counts; one whose last penalty is two years old says nothing of today.
        for end in range(len(penalties), 0, -1):
            last = penalties[end - 1][0]
            within = [item for item in penalties[:end] if years_after(item[0], _YEARS) >= last]
            if years_after(last, _YEARS) >= day and len(within) >= _COUNT:
                what = "属于情节严重，可以停止受理业务六个月以上直至永久：请整改并准备说明"
                yield self._tell(within, what, Level.ERROR)
                return
        recent = [item for item in penalties if years_after(item[0], _YEARS) >= day]
        if len(recent) == _COUNT - 1:
            what = f"到{years_after(recent[0][0], _YEARS).isoformat()}以前再有一次就属于情节严重：请复查同类案件"
            yield self._tell(recent, what, Level.WARNING)

    def _tell(self, items: list[tuple[date, Row[Penalty]]], what: str, level: Level) -> Finding:
        return self.at(
            items[-1][1].span(Penalty.DECIDED),
            related=[row.span(Penalty.DECIDED) for _, row in items[:-1]],
            level=level,
            facts={"count": len(items)},
            first=items[0][0].isoformat(),
            last=items[-1][0].isoformat(),
            count=len(items),
            what=what,
        )
