"""Figures that occur twice: rows and columns of one table, tables of one draft or of two, also times a constant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ipcheck.abnormal.forensics import scale_between
from ipcheck.model import Span
from ipcheck.patent import Filing, Quantity, Series, Table

# What several experiments may share, and what is chosen rather than measured.
_BASELINE = re.compile(r"对比|比较|对照|空白|现有|传统|基准|基线|市售|参比|标准|原料|未处理|CK", re.IGNORECASE)
_CHOSEN = re.compile(r"配方|组成|组分|用量|配比|原料|参数|条件|份数|规格|尺寸|型号|分组|设计|引物|水平")
# Of tables with the same heads only so many are held against one another, so that cost stays linear.
_MOST = 40


@dataclass(frozen=True)
class Repeat:
    """Figures that occur again: the first place, the other, how many; ``factor`` is 1 where they are the same."""

    kind: str
    first: Span
    second: Span
    number: int
    factor: float = 1.0


@dataclass(frozen=True)
class Results:
    """The measured part of a table: its results, without baselines and chosen settings."""

    filing: Filing
    series: tuple[Series, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """What two tables must share to be compared: heads, units, how many values."""
        return tuple((series.name, series.unit, len(series.values)) for series in self.series)

    @property
    def values(self) -> tuple[Quantity, ...]:
        """All values, property by property."""
        return tuple(value for series in self.series for value in series.values)

    @property
    def span(self) -> Span:
        """The first property's values."""
        return self.series[0].values[0].span


def results_of(filing: Filing) -> tuple[Results, ...]:
    """The results of each table of a filing and of each list in its sentences, those worth comparing."""
    found = []
    inside: set[Span] = set()
    for table in filing.tables:
        series = tuple(_measured(item) for item in table.series)
        inside.update(value.span for item in table.series for value in item.values)
        kept = tuple(item for item in series if item.is_result and len(item.values) >= 2)
        if kept and not _chosen(table):
            found.append(Results(filing, kept))
    for item in filing.series:
        if item.is_result and item.values and item.values[0].span not in inside and len(item.values) >= 4:
            found.append(Results(filing, (_measured(item),)))
    return tuple(item for item in found if item.values)


def _chosen(table: Table) -> bool:
    return table.caption is not None and _CHOSEN.search(table.caption.folded) is not None


def _measured(series: Series) -> Series:
    kept = [
        (label, value) for label, value in zip(series.labels, series.values, strict=True) if not _BASELINE.search(label)
    ]
    return Series(series.name, series.unit, tuple(label for label, _ in kept), tuple(value for _, value in kept))


def telling(values: Sequence[Quantity], digits: int) -> bool:
    """Whether equality of these values is no accident: enough significant digits, trailing zeros left out."""
    total = sum(len(str(abs(value.whole)).rstrip("0")) for value in values)
    return total >= digits and len({value.value for value in values}) >= 2


def repeats_within(filing: Filing, digits: int) -> Iterator[Repeat]:
    """Rows, columns and tables of one application that repeat one another."""
    tables = results_of(filing)
    for table in tables:
        yield from _rows(table, digits)
        yield from _columns(table, digits)
    yield from _scaled(tables, digits, across=False)


def repeats_across(filings: Iterable[Filing], digits: int) -> Iterator[tuple[Filing, Filing, Repeat]]:
    """Results of one application that another one has too, the same or times a constant; once for each pair."""
    tables = [results for filing in filings for results in results_of(filing)]
    owner = {results.span: results.filing for results in tables}
    seen: dict[tuple[float, ...], Results] = {}
    told: set[tuple[int, int]] = set()
    for results in tables:
        values = results.values
        if len(values) < 4 or not telling(values, digits):
            continue
        known = seen.setdefault(tuple(value.value for value in values), results)
        pair = (id(known.filing), id(results.filing))
        if known.filing is not results.filing and pair not in told:
            told.add(pair)
            yield known.filing, results.filing, Repeat("table", known.span, results.span, len(values))
    for repeat in _scaled(tables, digits, across=True):
        one, other = owner[repeat.first], owner[repeat.second]
        if (id(one), id(other)) not in told:
            told.add((id(one), id(other)))
            yield one, other, repeat


def _rows(table: Results, digits: int) -> Iterator[Repeat]:
    """What was tried twice with the same results throughout."""
    rows: dict[str, list[Quantity]] = defaultdict(list)
    for series in table.series:
        for label, value in zip(series.labels, series.values, strict=True):
            rows[label].append(value)
    seen: dict[tuple[float, ...], list[Quantity]] = {}
    for values in rows.values():
        if len(values) < 3 or not telling(values, digits):
            continue
        known = seen.setdefault(tuple(value.value for value in values), values)
        if known is not values:
            yield Repeat("row", values[0].span, known[0].span, len(values))


def _columns(table: Results, digits: int) -> Iterator[Repeat]:
    """Two properties with the same values throughout."""
    seen: dict[tuple[float, ...], Series] = {}
    for series in table.series:
        if len(series.values) < 4 or not telling(series.values, digits):
            continue
        known = seen.setdefault(tuple(value.value for value in series.values), series)
        if known is not series and known.name != series.name:
            yield Repeat("column", series.values[0].span, known.values[0].span, len(series.values))


def _scaled(tables: Iterable[Results], digits: int, *, across: bool) -> Iterator[Repeat]:
    """Tables with the same heads whose figures are those of the other times a constant that is not 1."""
    alike: dict[tuple[object, ...], list[Results]] = defaultdict(list)
    for table in tables:
        if len(table.values) >= 6 and telling(table.values, digits * 2) and len(alike[table.key]) < _MOST:
            alike[table.key].append(table)
    for group in alike.values():
        for one, other in combinations(group, 2):
            if (one.filing is not other.filing) is not across:
                continue
            factor = scale_between(one.values, other.values)
            if factor is not None and abs(factor - 1) > 0.005:
                yield Repeat("scaled", other.span, one.span, len(one.values), factor)


__all__ = ["Repeat", "repeats_across", "repeats_within", "results_of"]
