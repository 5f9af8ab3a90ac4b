"""Which expert may not score which file, and why.

Five kinds: employment, clients, kin, competition, the same case (catalogue/trademark-agency.md, 3.6), and whatever else
was declared. Names are compared as written but for width and spaces: of two people of one name both are barred, since
an expert too few is mended sooner than a partial score.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ipcheck.review.rosters import Agency, Declared, Expert, File, same_name


def years_before(day: date, years: int) -> date:
    """The day ``years`` earlier; of 29 February in a year without one the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28) if day.year > years else date.min


class Conflicts:
    """Conflicts of interest as of ``day``; a former employer bars for ``years`` after an expert left."""

    def __init__(self, agencies: Iterable[Agency], declared: Sequence[Declared], day: date, years: int) -> None:
        self._names = {
            agency.code: {same_name(name) for name in (agency.code, agency.name, agency.short) if name}
            for agency in agencies
        }
        self._declared: dict[str, list[Declared]] = {}
        for item in declared:
            self._declared.setdefault(same_name(item.expert), []).append(item)
        self._since = years_before(day, years)

    def between(self, expert: Expert, file: File) -> tuple[str, ...]:
        """Why this expert may not score this file; empty if they may."""
        return tuple(dict.fromkeys(self._reasons(expert, file)))

    def _reasons(self, expert: Expert, file: File) -> Iterator[str]:
        agency = self._names.get(file.agency, {same_name(file.agency)})
        own = same_name(expert.name)
        people = {same_name(name) for name in (*file.attorneys, *file.inventors)}
        applicants = {same_name(name) for name in file.applicants}
        if same_name(expert.employer) in agency:
            yield "任职：在该机构工作"
        for employer, left in expert.former:
            if same_name(employer) in agency and (left is None or left > self._since):
                yield "任职：曾在该机构工作" + (f"（{left.isoformat()} 前离开）" if left else "（离开日期不明）")
        if any(same_name(client) in applicants for client in expert.clients):
            yield "客户：申请人是专家的客户"
        if any(same_name(name) in agency | applicants | people for name in expert.kin):
            yield "近亲属：与机构、申请人或者办案人员有亲属关系"
        if any(same_name(name) in agency for name in expert.rivals):
            yield "竞争：申报的竞争单位"
        if file.number in expert.cases:
            yield "同案：经办过本案"
        if own in people:
            yield "同案：姓名与本案的代理师或者发明人相同"
        if own in applicants or same_name(expert.employer) in applicants:
            yield "同案：专家或者其单位是申请人"
        for item in self._declared.get(own, ()):
            if same_name(item.object) in agency | applicants | people | {file.number}:
                yield f"申报：{item.relation}"


__all__ = ["Conflicts", "years_before"]
