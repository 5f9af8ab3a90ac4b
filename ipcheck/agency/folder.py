"""Reads an agency's folder: agency.toml and one table a file or a work sheet, each known by its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ipcheck.agency.agency import Agency, Drawn
from ipcheck.agency.particulars import Particulars, particulars_of
from ipcheck.agency.table import AnyTable
from ipcheck.agency.tables import TABLES
from ipcheck.agency.tidy import faults
from ipcheck.model import Failure, InputFile
from ipcheck.readers import ReadError
from ipcheck.readers.limits import DEFAULT, Limits
from ipcheck.readers.registry import read_whole
from ipcheck.readers.table import SUFFIXES, Table, read_sheets

FILE = "agency.toml"
# Reports of ours that lie beside what they are about.
_OURS = (".ipcheck.xlsx", ".ipcheck.csv")


@dataclass
class Reading:
    """What reading a folder gave; everything that could not be read is among the failures."""

    agency: Agency
    inputs: list[InputFile] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def read_agency(folder: Path, as_of: date, limits: Limits = DEFAULT) -> Reading:
    """Read a folder, or the folder in which the agency.toml that was named lies."""
    if folder.name == FILE and folder.is_file():
        folder = folder.parent
    reading = Reading(Agency(None, (), as_of))
    if not folder.is_dir():
        told = f"不是文件夹；请给出放着 {FILE} 和各表的文件夹，空白的一份用 ipcheck init --room agency 建"
        reading.failures.append(Failure(folder.as_posix(), None, told))
        return reading
    particulars = _particulars(folder / FILE, reading, limits)
    drawn: dict[str, Drawn] = {}
    for path in _files(folder):
        for kind, table in _tables(path, reading, limits):
            if kind.name in drawn:
                other = drawn[kind.name].sheet.table.document.path
                told = f"{_sheet(table)}“{kind.name}”表有两份（另一份：{other}），这一份没有用上；请合成一份"
                reading.failures.append(Failure(path.as_posix(), None, told))
                continue
            drawn[kind.name] = Drawn.of(kind, table)
    reading.agency = Agency(particulars, drawn.values(), as_of)
    for item in drawn.values():
        reading.failures.extend(faults(reading.agency, item))
    return reading


def _particulars(path: Path, reading: Reading, limits: Limits) -> Particulars | None:
    shown = path.as_posix()
    if not path.is_file():
        told = "没有这个文件，机构的基本情况没有检查；用 ipcheck init --room agency 建一份"
        reading.failures.append(Failure(shown, None, told))
        return None
    try:
        particulars = particulars_of(read_whole(path, limits), shown)
    except (ReadError, OSError) as error:
        reading.failures.append(Failure(shown, None, str(error)))
        return None
    reading.inputs.append(InputFile(shown, particulars.document.sha256))
    reading.failures.extend(Failure(shown, None, problem) for problem in particulars.problems)
    return particulars


def _files(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        hidden = entry.name.startswith((".", "~$")) or entry.name.lower().endswith(_OURS)
        if not hidden and entry.suffix.lower() in SUFFIXES and entry.is_file():
            yield entry


def _tables(path: Path, reading: Reading, limits: Limits) -> Iterator[tuple[AnyTable, Table]]:
    """Yield the tables in a file: known by the file's name, or by those of its work sheets."""
    shown = path.as_posix()
    try:
        tables = read_sheets(path, shown, limits)
    except (ReadError, OSError) as error:
        reading.failures.append(Failure(shown, None, str(error)))
        return
    reading.inputs.append(InputFile(shown, tables[0].document.sha256))
    kinds = [_kind(table.sheet) for table in tables]
    if not any(kinds):
        # Sheet1 says nothing; the file's name does.
        kinds[0] = _kind(path.stem)
    for kind, table in zip(kinds, tables, strict=True):
        if kind is None:
            told = (
                f"{_sheet(table)}不知道是哪一张表，没有用上；文件名或者工作表名用：{'、'.join(k.name for k in TABLES)}"
            )
            reading.failures.append(Failure(shown, None, told))
        else:
            yield kind, table


def _kind(name: str) -> AnyTable | None:
    return next((kind for kind in TABLES if kind.named(name)), None)


def _sheet(table: Table) -> str:
    return f"工作表“{table.sheet}”：" if table.sheet else ""


__all__ = ["FILE", "Reading", "read_agency"]
