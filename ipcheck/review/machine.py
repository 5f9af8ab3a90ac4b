"""The machine's findings, a report a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ipcheck.model import Record, Report, Words
from ipcheck.review.scoring import MachineFinding


def split(report: Report, paths: Mapping[str, str], root: str) -> Iterator[tuple[str, Report]]:
    """The report of each code out of one over all files. ``paths``: the file or folder that a code was checked as.

    In the parts paths are those within the folder ``root``, so that they are the same wherever it lies.
    """

    def inside(path: str) -> str:
        return path.removeprefix(f"{root}/")

    def moved(words: Words) -> Words:
        return replace(words, path=inside(words.path))

    for code, path in paths.items():

        def within(other: str, path: str = path) -> bool:
            return other == path or other.startswith((f"{path}/", f"{path}!/"))

        yield (
            code,
            replace(
                report,
                inputs=tuple(replace(item, path=inside(item.path)) for item in report.inputs if within(item.path)),
                findings=tuple(
                    replace(record, words=moved(record.words), related=tuple(map(moved, record.related)))
                    for record in report.findings
                    if within(record.words.path)
                ),
                failures=tuple(replace(item, path=inside(item.path)) for item in report.failures if within(item.path)),
                subjects=1,
            ),
        )


def mark_of(record: Record, number: int) -> str:
    """What a finding is called in the sheets: its number in the report of its file, from 1, and its fingerprint."""
    return f"{number}-{record.fingerprint[:6]}"


def by_mark(report: Report) -> dict[str, Record]:
    """The findings that nobody accepted by their marks, in the order of the text."""
    return {mark_of(record, number): record for number, record in enumerate(report.open, 1)}


def for_scores(report: Report) -> list[MachineFinding]:
    """The findings as far as scores go."""
    return [MachineFinding(mark, record.check, record.level, record.part) for mark, record in by_mark(report).items()]


__all__ = ["by_mark", "for_scores", "mark_of", "split"]
