"""The index of earlier marks with any of its bytes changed: told as a MarksIndexError, found by verify."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ipcheck.trademark import EarlierMark
from ipcheck.trademark.search import MarkIndex, MarksIndexError
from tests.fuzz.damage import Spoilt
from tests.fuzz.draw import Draw

_MARKS = (
    EarlierMark("福来", (33,), ("3301",), ("白酒",), "甲公司", "1", "注册", date(2020, 1, 1), date(2021, 1, 1)),
    EarlierMark("福莱", (33, 9), number="2", status="无效"),
    EarlierMark("热干面", (30,), number="3"),
    EarlierMark("GREENLEAF", (9,), number="4"),
    EarlierMark("青禾 QINGHE", (), number="5"),
)


def _build(folder: Path) -> None:
    MarkIndex.of(_MARKS).save(folder)


def _seal(manifest: Any) -> Any:
    return manifest


@cache
def _index() -> Spoilt:
    return Spoilt(_build, "marks.json", _seal)


def fuzz_mark_index(data: bytes) -> None:
    index = _index()
    differs = index.spoil(Draw(data))
    try:
        MarkIndex.verify(index.folder)
        assert not differs, "verify accepts what has changed"
    except (MarksIndexError, OSError) as error:
        assert str(error)
    try:
        opened = MarkIndex.open(index.folder)
        for mark in _MARKS:
            for hit in opened.search(mark.text, mark.classes):
                assert 0 <= hit.likeness.score <= 1
            opened.candidates(mark.text)
    except (MarksIndexError, OSError) as error:
        assert str(error)


def seeds() -> Iterator[bytes]:
    yield b""
    chance = random.Random(7)
    for size in (5, 5, 5, 10, 20, 40):
        for _ in range(6):
            yield chance.randbytes(size)
