"""A filing register of any cells, and every check of the abnormal room that looks at one."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from ipcheck.abnormal.columns import Column
from ipcheck.config import Settings
from ipcheck.engine.abnormal import check_abnormal
from ipcheck.model import Report
from ipcheck.places import shipped
from tests.fuzz.draw import Draw
from tests.fuzz.tables import table_text
from tests.fuzz.target import no_check_broke

_FOLDER = tempfile.TemporaryDirectory(prefix="ipcheck-fuzz-")


@cache
def settings() -> Settings:
    """Every check, also those that are off by default."""
    return Settings(as_of=date(2026, 11, 22), everything=True, check_folders=(shipped("checks"),))


def fuzz_registers(data: bytes) -> None:
    path = Path(_FOLDER.name) / "台账.csv"
    path.write_text(table_text(Draw(data), [column.value for column in Column]), encoding="utf-8")
    reports: list[Report] = [check_abnormal([], settings(), register=path) for _ in range(2)]
    assert reports[0] == reports[1], "two runs differ"
    no_check_broke(reports[0])


def seeds() -> Iterator[bytes]:
    chance = random.Random(8)
    for size in (100, 400, 1500):
        for _ in range(6):
            yield chance.randbytes(size)
