"""Reads applications from whatever file they come in: tables, .toml and .json records, the .docx application form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ipcheck.readers import read_file
from ipcheck.readers.errors import ReadError
from ipcheck.readers.guarded import read_guarded
from ipcheck.readers.limits import DEFAULT, Limits
from ipcheck.readers.registry import read_whole
from ipcheck.readers.sheet import Sheet
from ipcheck.readers.table import SUFFIXES as TABLES
from ipcheck.readers.table import read_table
from ipcheck.trademark.columns import COLUMNS, Column
from ipcheck.trademark.form import table_of_form
from ipcheck.trademark.lists import USER_LISTS
from ipcheck.trademark.records import table_of_records

_RECORDS = (".toml", ".json")
_FORMS = (".docx", ".doc", ".wps")
# Our own settings, what was accepted, and reports that lie beside what they are about.
_OWN_NAMES = ("ipcheck.", "ipcheck-")
# The other blanks of ``ipcheck init --room trademark``: a register and lists are no applications.
_OTHER_TABLES = frozenset({"商标台账", *USER_LISTS})
_OURS = (".ipcheck.json", ".ipcheck.xlsx", ".ipcheck.docx", ".ipcheck.csv")


def application_files(path: Path) -> Iterator[Path]:
    """The files of applications under a folder in order of name, or ``path`` itself if it is no folder."""
    if not path.is_dir():
        yield path
        return
    for entry in sorted(path.rglob("*")):
        inside = entry.relative_to(path).parts
        if any(part.startswith((".", "~$")) for part in inside) or entry.name.lower().startswith(_OWN_NAMES):
            continue
        known = entry.suffix.lower() in (*TABLES, *_RECORDS, *_FORMS) and entry.stem not in _OTHER_TABLES
        if known and entry.is_file() and not entry.name.lower().endswith(_OURS):
            yield entry


def read_applications(path: Path, shown: str, limits: Limits = DEFAULT) -> Sheet[Column]:
    """The applications in a file, one row a mark. ``shown`` is the path that findings name.

    Raises ReadError, also where no column is known.
    """
    sheet = _sheet(path, shown, limits)
    if not sheet.columns:
        header = "、".join(map(str, sheet.table.header))
        raise ReadError(f"第一行里没有认出任何一列（{header}），未检查；请写上商标、类别、申请人等列名")
    return sheet


def _sheet(path: Path, shown: str, limits: Limits) -> Sheet[Column]:
    suffix = path.suffix.lower()
    if suffix in _RECORDS:
        data = read_whole(path, limits)
        return Sheet(read_guarded(lambda: table_of_records(data, shown, json=suffix == ".json"), limits), COLUMNS)
    if suffix in _FORMS:
        return Sheet(read_guarded(lambda: table_of_form(read_file(path, shown, limits)[0]), limits), COLUMNS)
    if path.is_dir():
        raise ReadError("是文件夹，不是表格")
    return Sheet(read_table(path, shown, limits), COLUMNS)


__all__ = ["application_files", "read_applications"]
