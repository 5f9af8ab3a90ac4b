"""Safe fixes put into texts: which of them go together, and what the text is afterwards."""

from __future__ import annotations

import codecs
import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, count
from pathlib import PurePosixPath
from typing import NamedTuple

from ipcheck.model import Document, Record, lazy
from ipcheck.readers.decode import decode
from ipcheck.whole import plain_stem

_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PATH = lazy(r"[/\\]")
# Characters of a copy's name before its ending: a name has 255 bytes, a Chinese character three.
_LONGEST = 75
_LINE_END = lazy(r"\r\n|\r|\n")


class Change(NamedTuple):
    """The characters from ``start`` to ``end`` give way to ``text``."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, record: Record) -> Change | None:
        """The change a finding's safe fix asks for, None if it has none."""
        if record.fix is None or not record.fix.safe or record.fix.text == record.words.text:
            return None
        return cls(record.words.start, record.words.end, record.fix.text)


class Choice(NamedTuple):
    """The fixes of one document that go together (one for each change), and those left because they overlap."""

    taken: tuple[Record, ...]
    left: tuple[Record, ...]


class Fixed(NamedTuple):
    """A text file with fixes in it: its bytes, its lines before and after, what was done and what was left."""

    data: bytes
    before: str
    after: str
    choice: Choice


class Names:
    """Names for copies in one folder: ``稿.docx`` becomes ``稿.ipcheck.docx``, each used once, none of an input.

    Files of one name are told apart by their folder (``案1-稿.ipcheck.docx``), at last by a number.
    """

    def __init__(self, inputs: Iterable[str] = ()) -> None:
        self._counts = Counter(_PATH.split(path)[-1].casefold() for path in inputs)
        self._used = set(self._counts)

    def copy(self, path: str, suffix: str) -> str:
        """The name for the copy of the file ``path``, ending in ``suffix``."""
        pieces = _PATH.split(path)
        stem = PurePosixPath(pieces[-1]).stem if path != "-" else "标准输入"
        folder = pieces[-2].removesuffix("!") if len(pieces) > 1 else ""
        longer = f"{folder}-{stem}" if folder.strip(".") else stem
        shorter = () if self._counts[pieces[-1].casefold()] > 1 else (stem,)
        tried = chain(shorter, (longer,), (f"{longer}-{number}" for number in count(2)))
        # A member of an archive may be called as no file of this system can be.
        made = (f"{plain_stem(base, longest=_LONGEST)}.ipcheck{suffix}" for base in tried)
        name = next(name for name in made if name.casefold() not in self._used)
        self._used.add(name.casefold())
        return name


def choose(records: Iterable[Record]) -> Choice:
    """The safe fixes of one document's findings; of fixes that overlap the first by place is taken.

    Two findings that ask for the same change are one. Two insertions at one point overlap: nobody knows their order.
    """
    taken: list[Record] = []
    left: list[Record] = []
    done: set[Change] = set()
    end = -1
    inserted = -1
    wanted = [(change, record) for record in records if (change := Change.of(record)) is not None]
    for change, record in sorted(wanted, key=lambda item: (item[0], item[1].code)):
        if change in done:
            continue
        if change.start < end or (change.start == change.end == inserted):
            left.append(record)
            continue
        done.add(change)
        taken.append(record)
        end = change.end
        inserted = change.start if change.start == change.end else -1
    return Choice(tuple(taken), tuple(left))


def put_in(text: str, changes: Iterable[Change]) -> str:
    """``text`` with ``changes`` made: they are in order and do not overlap."""
    pieces: list[str] = []
    position = 0
    for change in changes:
        pieces += (text[position : change.start], change.text)
        position = change.end
    return "".join((*pieces, text[position:]))


def trimmed(change: Change | None, text: str) -> Change | None:
    """``change`` without the characters at its ends that stay what they are."""
    if change is None:
        return None
    start, end, new = change
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return Change(start, end, new)


def fix_file(data: bytes, document: Document, records: Iterable[Record]) -> Fixed | None:
    """The text file ``data`` with the safe fixes of ``document``'s findings in it; all other bytes stay.

    A fix whose words stand otherwise in the file than in the document (Markdown's signs between them) is left.
    Returns None where the file's encoding does not give the same bytes back.
    """
    bom = next((mark for mark in _BOMS if data.startswith(mark)), b"")
    text, encoding = decode(data)
    codec = encoding.removesuffix("-sig")
    if bom + text.encode(codec) != data:
        return None
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    ending = match[0] if (match := _LINE_END.search(text)) else "\n"
    choice = choose(records)
    taken: list[Record] = []
    left: list[Record] = list(choice.left)
    changes: list[Change] = []
    for record in choice.taken:
        place = _in_file(document, record, text, starts)
        if place is None:
            left.append(record)
        else:
            taken.append(record)
            changes.append(Change(*place, record.fix.text.replace("\n", ending) if record.fix else ""))
    left.sort(key=lambda record: record.order)
    fixed = put_in(text, changes)
    return Fixed(bom + fixed.encode(codec), text, fixed, Choice(tuple(taken), tuple(left)))


def _in_file(document: Document, record: Record, text: str, starts: Sequence[int]) -> tuple[int, int] | None:
    """Where the words of ``record`` stand in the file's own characters, None if they do not stand there as they are."""
    words = record.words
    first = _offset(document, words.start, starts)
    last = _offset(document, words.end - 1, starts) + 1 if words.end > words.start else first
    if first < 0 or last < first:
        return None
    last += text[last - 1 : last + 1] == "\r\n"
    found = _LINE_END.sub("\n", text[first:last])
    return (first, last) if found == document.text[words.start : words.end] else None


def _offset(document: Document, offset: int, starts: Sequence[int]) -> int:
    """The character of the file for ``offset`` of the document, -1 if that has no place in it."""
    anchor = document.anchor_of(offset)
    if anchor is None or not anchor.place.element:
        return -1
    line, *column = anchor.place.element
    return starts[min(line, len(starts)) - 1] + (column[0] if column else 1) - 1 + offset - anchor.start


def diff(path: str, before: str, after: str) -> str:
    """What changes from ``before`` to ``after``, as a unified diff of lines."""
    old, new = _lines(before), _lines(after)
    return "".join(difflib.unified_diff(old, new, f"a/{path}", f"b/{path}", n=1))


def _lines(text: str) -> list[str]:
    lines = [line + "\n" for line in _LINE_END.split(text)]
    return lines[:-1] if lines[-1] == "\n" else lines


__all__ = ["Change", "Choice", "Fixed", "Names", "choose", "diff", "fix_file", "put_in", "trimmed"]
