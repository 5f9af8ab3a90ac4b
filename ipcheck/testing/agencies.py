"""An agency from an example's text: ``# agency.toml`` and then its lines, ``# 人员`` and then the rows of that table.

A table's cells stand between commas. What stands before the first such line is agency.toml too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, Drawn
from ipcheck.agency.folder import FILE
from ipcheck.agency.particulars import Particulars, particulars_of
from ipcheck.agency.tables import TABLES
from ipcheck.readers.table import table_of

_NAMES = "|".join(re.escape(name) for name in (FILE, *(kind.name for kind in TABLES)))
_HEAD = re.compile(rf"^# (?P<name>{_NAMES})\n", re.MULTILINE)


def agency_of(text: str, as_of: date) -> tuple[Agency, dict[int, int]]:
    """The agency that ``text`` makes, and for each of its documents (by ``id``) where it begins in ``text``."""
    particulars: Particulars | None = None
    drawn, starts = [], {}
    for name, start, piece in _pieces(text):
        if name == FILE:
            particulars = particulars_of(piece.encode("utf-8"), "示例/agency.toml")
            if particulars.problems:
                raise ValueError("；".join(particulars.problems))
            starts[id(particulars.document)] = start
        else:
            kind = next(kind for kind in TABLES if kind.name == name)
            table = Drawn.of(kind, table_of(piece.encode("utf-8"), f"示例/{name}.csv"))
            if table.sheet.unknown:
                raise ValueError(f"{name}表没有这些列：{'、'.join(table.sheet.unknown)}")
            drawn.append(table)
            starts[id(table.sheet.table.document)] = start
    return Agency(particulars, drawn, as_of), starts


def _pieces(text: str) -> Iterator[tuple[str, int, str]]:
    heads = list(_HEAD.finditer(text))
    if not heads or heads[0].start():
        yield FILE, 0, text[: heads[0].start() if heads else len(text)]
    ends = [*(head.start() for head in heads[1:]), len(text)]
    for head, end in zip(heads, ends, strict=False):
        yield head["name"], head.end(), text[head.end() : end]


__all__ = ["agency_of"]
