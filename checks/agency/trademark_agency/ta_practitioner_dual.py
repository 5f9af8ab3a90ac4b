from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from ipcheck.agency import Agency, AgencyCheck, days_after
from ipcheck.agency.firms import own_names, plain_firm, same_house
from ipcheck.agency.mark_record import NEW_LAW
from ipcheck.agency.tables import MARK_ROSTER, MarkRecorded
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# A move may be recorded within thirty days (令63 第七条): so long two records may stand side by side.
_DAYS = 30


class TaPractitionerDual(AgencyCheck):
    """同一证件号码的从业人员同时备案在两家商标代理机构。

    从业人员不得同时在两个以上商标代理机构从事商标代理；2027年起写进商标法，可处五千元以上五万元以下罚款。
    只比证件号码，不比姓名，号码在报告里打星号；换机构三十日以内的重叠不报，总所与分所算一家。核对备案，离开的一家办理变更。
    """

    code = "AGT011"
    level = Level.ERROR
    business = "trademark"
    basis = (cite("令63", "16.2"), cite("商标法", "65.3"))
    message = "{name}自{start}到{end}同时备案在{one}和{other}：请核对并办理变更备案{fine}"
    columns = (MarkRecorded.NAME, MarkRecorded.ID, MarkRecorded.AGENCY, MarkRecorded.FROM)

    _HEAD = "# 商标备案名单\n姓名,身份证件号码,机构,备案日,注销日\n"
    good = (
        _HEAD + "周岚,E1234567,岚山商标代理,2024-01-01,2026-03-31\n周岚,E1234567,砚湖商标代理,2026-03-01,\n",
        _HEAD + "周岚,E1234567,岚山商标代理,2024-01-01,\n周岚,E7654321,砚湖商标代理,2024-01-01,\n",
        _HEAD + "周岚,无,岚山商标代理,2024-01-01,\n周岚,无,砚湖商标代理,2024-01-01,\n",
        _HEAD
        + "周岚,E1234567,岚山商标代理有限公司,2024-01-01,\n周岚,E1234567,岚山商标代理有限公司武汉分公司,2024-01-01,\n",
        'name = "岚山商标代理"\n' + _HEAD + "周岚,E1234567,砚湖代理,2024-01-01,\n周岚,E1234567,磁湖代理,2024-01-01,\n",
    )
    bad = (
        _HEAD + "周岚,E1234567,岚山商标代理,2024-01-01,2026-04-01\n周岚,e1234567,⟦砚湖商标代理⟧,2026-03-01,\n",
        Sample(
            'name = "岚山商标代理"\n'
            + _HEAD
            + "周岚,E1234567,岚山商标代理,2024-01-01,\n周岚,E1234567,⟦砚湖商标代理⟧,2026-03-01,\n",
            as_of=date(2027, 1, 1),
        ),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        own = own_names(agency)
        records: dict[str, list[Row[MarkRecorded]]] = defaultdict(list)
        for row in agency.rows(MARK_ROSTER):
            records[agency.identity(MARK_ROSTER, row)].append(row)
        for number, rows in records.items():
            for one, other in combinations(rows if number else (), 2):
                first, second = one.text(MarkRecorded.AGENCY), other.text(MarkRecorded.AGENCY)
                overlap = _overlap(agency, one, other)
                ours = not own or plain_firm(first) in own or plain_firm(second) in own
                if overlap is not None and ours and first and second and not same_house(first, second):
                    new = overlap[1] >= NEW_LAW
                    yield self.at(
                        other.span(MarkRecorded.AGENCY),
                        related=[one.span(MarkRecorded.AGENCY)],
                        basis=(*self.basis, cite("商标法", "68(2)")) if new else None,
                        name=other.text(MarkRecorded.NAME),
                        start=overlap[0].isoformat(),
                        end=overlap[1].isoformat(),
                        one=first,
                        other=second,
                        fine="，2027-01-01起依商标法可以罚款" if new else "",
                    )


def _overlap(agency: Agency, one: Row[MarkRecorded], other: Row[MarkRecorded]) -> tuple[date, date] | None:
    starts = one.day(MarkRecorded.FROM), other.day(MarkRecorded.FROM)
    if starts[0] is None or starts[1] is None:
        return None
    start = max(starts[0], starts[1])
    end = min(one.day(MarkRecorded.TO) or agency.as_of, other.day(MarkRecorded.TO) or agency.as_of)
    return (start, end) if end > days_after(start, _DAYS) else None
