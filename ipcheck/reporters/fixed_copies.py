"""The files of a report with their safe fixes put in: text as text, a .docx with tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from ipcheck.model import Document, Record, Report
from ipcheck.readers import ReadError
from ipcheck.readers.registry import read_whole
from ipcheck.reporters.docx_marked import mark
from ipcheck.reporters.docx_report import is_word, suffix_of
from ipcheck.reporters.fixes import Change, Choice, choose, fix_file, put_in
from ipcheck.reporters.sources import Sources

_TEXT = ("text", "markdown")


class FixedCopy(NamedTuple):
    """One file with fixes: the copy's bytes (None where none can be written), its text before and after.

    ``left`` are the safe fixes that are not in it, each with the reason.
    """

    path: str
    suffix: str
    data: bytes | None
    before: str
    after: str
    taken: tuple[Record, ...]
    left: tuple[tuple[Record, str], ...]


def fixed_copies(report: Report, sources: Sources) -> Iterator[FixedCopy]:
    """A copy for each file with open findings that can be fixed safely, in order."""
    by_path: dict[str, list[Record]] = {}
    for record in report.open:
        if Change.of(record) is not None:
            by_path.setdefault(record.words.path, []).append(record)
    for path, records in by_path.items():
        document = sources.documents.get(path)
        if document is None:
            choice = choose(records)
            yield _none(path, choice.taken + choice.left, "原文件不在或者已经改动")
        elif path == "-":
            yield _of_stdin(document, choose(records))
        elif "!/" not in path and document.format in _TEXT:
            yield _of_text(document, records, sources)
        elif is_word(document):
            yield _of_word(document, records, report, sources)
        else:
            yield _none(path, tuple(records), "只有 .docx、.txt、.md 写改好的副本")


def _none(path: str, records: tuple[Record, ...], reason: str) -> FixedCopy:
    return FixedCopy(path, "", None, "", "", (), tuple((record, reason) for record in records))


def _overlapping(choice: Choice) -> tuple[tuple[Record, str], ...]:
    return tuple((record, "与前一处修改重叠") for record in choice.left)


def _of_stdin(document: Document, choice: Choice) -> FixedCopy:
    after = put_in(document.text, _changes(choice.taken))
    return FixedCopy("-", "", None, document.text, after, choice.taken, _overlapping(choice))


def _of_text(document: Document, records: list[Record], sources: Sources) -> FixedCopy:
    path = document.path
    try:
        fixed = fix_file(read_whole(sources.file(path)), document, records)
    except ReadError as error:
        return _none(path, tuple(records), str(error))
    if fixed is None:
        return _none(path, tuple(records), "文件的编码不能逐字节还原，请另存为 UTF-8")
    choice = choose(records)
    left = _overlapping(choice)
    left += tuple((record, "文件里夹着别的符号") for record in choice.taken if record not in fixed.choice.taken)
    return FixedCopy(path, PurePosixPath(path).suffix, fixed.data, fixed.before, fixed.after, fixed.choice.taken, left)


def _of_word(document: Document, records: list[Record], report: Report, sources: Sources) -> FixedCopy:
    path = document.path
    try:
        marked = mark(read_whole(sources.file(path)), document, records, report.as_of, fix=True, comment=False)
    except ReadError as error:
        return _none(path, tuple(records), str(error))
    choice = choose(records)
    left = _overlapping(choice)
    left += tuple((record, "这里不能写成修订") for record in choice.taken if record not in marked.tracked)
    after = put_in(document.text, _changes(marked.tracked))
    return FixedCopy(path, suffix_of(path), marked.data, document.text, after, marked.tracked, left)


def _changes(records: tuple[Record, ...]) -> list[Change]:
    return [change for record in records if (change := Change.of(record)) is not None]


__all__ = ["FixedCopy", "fixed_copies"]
