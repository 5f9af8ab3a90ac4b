"""An agency's folder whose tables and agency.toml hold anything; every check of the agency room."""

from __future__ import annotations

import random
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from ipcheck.agency.tables import TABLES
from ipcheck.engine.agency import check_agency
from tests.conftest import ROOT
from tests.fuzz.draw import Draw
from tests.fuzz.swapped import swapped, toml_of
from tests.fuzz.tables import table_text
from tests.fuzz.target import no_check_broke
from tests.fuzz.targets.registers import settings

_CLEAN = ROOT / "examples" / "agency" / "01-洁净机构"
_PARTICULARS = tomllib.loads((_CLEAN / "agency.toml").read_text(encoding="utf-8"))


def fuzz_agency(data: bytes) -> None:
    draw = Draw(data)
    with tempfile.TemporaryDirectory(prefix="ipcheck-fuzz-") as name:
        folder = Path(name)
        for path in _CLEAN.iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
        (folder / "agency.toml").write_bytes(toml_of(swapped(_PARTICULARS, Draw(draw.piece(20)))))
        while draw.left:
            kind = draw.one(TABLES)
            text = table_text(draw, [column.value for column in kind.column], 8)
            (folder / f"{kind.name}.csv").write_text(text, encoding="utf-8")
        reports = [check_agency(folder, settings()) for _ in range(2)]
    assert reports[0] == reports[1], "two runs differ"
    no_check_broke(reports[0])


def seeds() -> Iterator[bytes]:
    yield b""
    chance = random.Random(10)
    for size in (60, 200, 600, 1500):
        for _ in range(6):
            yield chance.randbytes(size)
