from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from ipcheck.agency import Agency, AgencyCheck, certificate, days_after
from ipcheck.agency.firms import own_names, plain_firm, same_house
from ipcheck.agency.tables import ROSTER, Recorded
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# A move may be recorded within thirty days (办法 29): so long two records may stand side by side.
_DAYS = 30


class PaAttorneyDual(AgencyCheck):
    """同一资格证号同时备案在两家专利代理机构。

    代理师只能在一家机构从业，不得同时在两家以上机构从事专利代理。
    只比资格证号，不比姓名；转所以后三十日以内的重叠不报，总所与分所算一家。核对备案，离开的一家办理变更或者注销。
    """

    code = "AGP024"
    level = Level.ERROR
    basis = (cite("代理条例", "16.2"), cite("代理条例", "11"), cite("代理条例", "26.1(3)"))
    message = "{name}（资格证号{number}）自{start}到{end}同时备案在{one}和{other}：请核对并办理变更或者注销"
    columns = (Recorded.NAME, Recorded.CERTIFICATE, Recorded.AGENCY, Recorded.FROM)

    _HEAD = "# 备案名单\n姓名,资格证号,机构,备案日,注销日\n"
    good = (
        _HEAD + "周岚,A1,岚山事务所,2020-01-01,2024-03-31\n周岚,A1,砚湖事务所,2024-03-01,\n",
        _HEAD + "周岚,A1,岚山事务所,2020-01-01,\n周岚,A2,砚湖事务所,2020-01-01,\n",
        _HEAD + "周岚,A1,岚山专利代理事务所,2020-01-01,\n周岚,A1,岚山专利代理事务所武汉分所,2020-01-01,\n",
        'name = "岚山事务所"\n' + _HEAD + "周岚,A1,磁湖事务所,2020-01-01,\n周岚,A1,砚湖事务所,2020-01-01,\n",
    )
    bad = (
        _HEAD + "周岚,A1,岚山事务所,2020-01-01,2024-04-01\n周岚,A1,⟦砚湖事务所⟧,2024-03-01,\n",
        'name = "岚山事务所"\n' + _HEAD + "周岚,a 1,岚山事务所,2020-01-01,\n周岚,A1,⟦砚湖事务所⟧,2024-03-01,\n",
        Sample(_HEAD + "周岚,A1,岚山事务所,2020-01-01,\n周岚,A1,⟦砚湖事务所⟧,2024-03-01,\n", as_of=date(2024, 4, 1)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        own = own_names(agency)
        records: dict[str, list[Row[Recorded]]] = defaultdict(list)
        for row in agency.rows(ROSTER):
            records[certificate(row.text(Recorded.CERTIFICATE))].append(row)
        for number, rows in records.items():
            for one, other in combinations(rows if number else (), 2):
                first, second = one.text(Recorded.AGENCY), other.text(Recorded.AGENCY)
                overlap = self._overlap(agency, one, other)
                ours = not own or plain_firm(first) in own or plain_firm(second) in own
                if overlap is not None and ours and first and second and not same_house(first, second):
                    yield self.at(
                        other.span(Recorded.AGENCY),
                        related=[one.span(Recorded.AGENCY)],
                        name=other.text(Recorded.NAME),
                        number=other.text(Recorded.CERTIFICATE),
                        start=overlap[0].isoformat(),
                        end=overlap[1].isoformat(),
                        one=first,
                        other=second,
                    )

    def _overlap(self, agency: Agency, one: Row[Recorded], other: Row[Recorded]) -> tuple[date, date] | None:
        starts = one.day(Recorded.FROM), other.day(Recorded.FROM)
        if starts[0] is None or starts[1] is None:
            return None
        start = max(starts[0], starts[1])
        end = min(one.day(Recorded.TO) or agency.as_of, other.day(Recorded.TO) or agency.as_of)
        return (start, end) if end > days_after(start, _DAYS) else None
