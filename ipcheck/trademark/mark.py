"""A mark: one row of a table, an application for registration in a class or an earlier mark."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from unicodedata import normalize

from ipcheck.model import Span
from ipcheck.readers.sheet import Row
from ipcheck.trademark.columns import Column
from ipcheck.trademark.lists import Lists
from ipcheck.trademark.picture import Picture, picture_beside

# Zero-width and direction marks: nobody sees them, and they must not hide a word from a check.
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_CLASS = re.compile(r"\d{1,3}")
_GROUP = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Items stand between commas; those inside brackets part nothing.
_GOODS = re.compile(r"(?:[(（][^()（）\n]*[)）]|[^；;、，,|\n\t。])+")
# 第9类：手机 — the class stands before the first of its goods.
_GOODS_CLASS = re.compile(r"\s*第?\s*(?P<class>\d{1,2})\s*类\s*[:：]?\s*")
_PICTURES = re.compile(r"[;；、，,|\n]+")
_GOODS_GROUP = re.compile(r"[(（\[]?\s*(?<!\d)(?P<group>\d{4})(?!\d)\s*[)）\]]?")


class MarkKind(StrEnum):
    """What a mark is made of."""

    WORD = "文字"
    DEVICE = "图形"
    COMPOSITE = "组合"
    SHAPE = "三维"
    COLOURS = "颜色组合"
    SOUND = "声音"
    MOTION = "动态"


_KINDS = (
    (MarkKind.COLOURS, re.compile(r"颜色组合")),
    (MarkKind.COMPOSITE, re.compile(r"组合|文字.*图|图.*文字|combined|composite", re.IGNORECASE)),
    (MarkKind.SHAPE, re.compile(r"三维|立体|3D", re.IGNORECASE)),
    (MarkKind.SOUND, re.compile(r"声音|sound", re.IGNORECASE)),
    (MarkKind.MOTION, re.compile(r"动态|motion", re.IGNORECASE)),
    (MarkKind.DEVICE, re.compile(r"图形|device|figur", re.IGNORECASE)),
    (MarkKind.WORD, re.compile(r"文字|字|word", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Goods:
    """One item of goods or services: its words, its name without the group code, the group (0901) or "".

    ``nice`` is the class under which it is listed, None where the cell does not say.
    """

    span: Span
    name: str
    group: str
    nice: int | None = None


class Mark:
    """A mark of a table. ``number`` counts the rows from 1; what a cell does not say is empty or None.

    Where several tables make one batch, ``before`` rows stand in the tables before its own; ``due`` is the day on which
    it is taken to be filed if its row does not say.
    """

    def __init__(
        self,
        row: Row[Column],
        lists: Lists,
        look: Callable[[str, str], Picture] = picture_beside,
        *,
        before: int = 0,
        due: date | None = None,
    ) -> None:
        self.row = row
        self.lists = lists
        self._look = look
        self._before = before
        self._due = due

    @property
    def number(self) -> int:
        """Which row of the table it is, from 1."""
        return self._before + self.row.index + 1

    @cached_property
    def words(self) -> Span | None:
        """The cell that holds the mark's words."""
        return self.row.cell(Column.MARK)

    @cached_property
    def text(self) -> str:
        """The mark's words as people see them: width folded, without zero-width characters."""
        return _UNSEEN.sub("", normalize("NFKC", str(self.words))).strip() if self.words is not None else ""

    @cached_property
    def kind(self) -> MarkKind:
        """What it is made of; a mark whose table does not say is a word if it has words, else a device."""
        told = self.row.text(Column.KIND)
        found = next((kind for kind, pattern in _KINDS if told and pattern.search(told)), None)
        return found or (MarkKind.WORD if self.text else MarkKind.DEVICE)

    @cached_property
    def classes(self) -> tuple[int, ...]:
        """The Nice classes named, in order, each once; also numbers that are no class (46)."""
        return tuple(dict.fromkeys(int(number) for number in _CLASS.findall(self.row.text(Column.CLASS))))

    @cached_property
    def goods(self) -> tuple[Goods, ...]:
        """The goods and services, each with its place; group codes may stand behind them in brackets."""
        cell = self.row.cell(Column.GOODS)
        if cell is None:
            return ()
        found = []
        nice: int | None = None
        for match in _GOODS.finditer(str(cell)):
            span = cell.sub(match.start(), match.end()).trimmed()
            if told := _GOODS_CLASS.match(str(span)):
                nice = int(told["class"])
                span = span.sub(told.end(), len(span)).trimmed()
            written = normalize("NFKC", str(span))
            group = _GOODS_GROUP.search(written)
            name = (_GOODS_GROUP.sub("", written) if group else written).strip()
            if name:
                found.append(Goods(span, name, group["group"] if group else "", nice))
        return tuple(found)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The codes of the groups of similar goods: of their own column and those behind the goods."""
        written = _GROUP.findall(self.row.text(Column.GROUPS))
        return tuple(dict.fromkeys([*written, *(item.group for item in self.goods if item.group)]))

    @cached_property
    def applicant(self) -> str:
        """The applicant's name (several joined as they are written)."""
        return re.sub(r"\s+", "", self.row.text(Column.APPLICANT))

    @cached_property
    def applicants(self) -> tuple[str, ...]:
        """The applicants' names."""
        return self.row.names(Column.APPLICANT)

    @cached_property
    def filed(self) -> date | None:
        """The filing date, None if it is still to come."""
        return self.row.day(Column.FILED) or self._due

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """The picture files named, looked at beside the table."""
        cell = self.row.cell(Column.IMAGE)
        if cell is None:
            return ()
        names = (name.strip() for name in _PICTURES.split(str(cell)))
        return tuple(self._look(cell.document.path, name) for name in names if name)

    @property
    def on_paper(self) -> bool:
        """Whether it is to be filed on paper; a table that does not say means electronically."""
        return "纸" in self.row.text(Column.SUBMISSION)

    @property
    def span(self) -> Span:
        """The words a finding about the whole mark points at."""
        return self.row.span(Column.MARK, Column.IMAGE, Column.CLASS, Column.APPLICANT)


__all__ = ["Goods", "Mark", "MarkKind"]
