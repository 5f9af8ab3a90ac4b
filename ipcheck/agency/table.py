"""What a table of the agency's folder is: its name, its columns, what its cells hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from ipcheck.readers.sheet import Columns

ColumnT = TypeVar("ColumnT", bound=StrEnum)

# 人员2026, 2026年11月人员, 2026-11-29 人员; 2026年度报告 keeps its 年.
_FIGURES = re.compile(r"^\d[\d._ -]*|[\d._ -]+[年月日]?$")
_DATED = re.compile(r"^\d{2,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[._ -]*")

# Headers that anybody may add; nothing is read from them.
PASSED_OVER = frozenset({"备注", "序号", "说明", "编号"})


@dataclass(frozen=True, eq=False)
class TableKind(Generic[ColumnT]):
    """A kind of table.

    ``name`` is the name of its file or work sheet, ``also`` (separated by spaces) other names for it; ``column`` its
    columns, ``aliases`` other headers. ``days`` hold days, ``codes`` long numbers that spreadsheets mangle, ``secret``
    the numbers of identity papers. ``person`` is the column with a person's name if a row is a person; two persons
    of one name are told apart by ``secret`` and ``licence``. ``optional``: an agency may have nothing to put into it
    and then writes 无 in the first cell.
    """

    name: str
    column: type[ColumnT]
    aliases: Mapping[ColumnT, str] = field(default_factory=dict)
    also: str = ""
    days: tuple[ColumnT, ...] = ()
    codes: tuple[ColumnT, ...] = ()
    secret: tuple[ColumnT, ...] = ()
    person: ColumnT | None = None
    licence: ColumnT | None = None
    optional: bool = False

    @property
    def columns(self) -> Columns[ColumnT]:
        """Its columns by their headers."""
        return Columns(self.column, self.aliases)

    def named(self, name: str) -> bool:
        """Whether a file or work sheet of that name is this table; dates at its ends (人员2026) do not count."""
        known = (self.name, *self.also.split())
        return any(dated.sub("", name.strip()).removesuffix("表") in known for dated in (_FIGURES, _DATED))

    def template(self) -> str:
        """A blank table: its headers, one line."""
        return ",".join(column.value for column in self.column) + "\n"


AnyTable = TableKind[Any]

__all__ = ["PASSED_OVER", "AnyTable", "TableKind"]
