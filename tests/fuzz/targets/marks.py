"""Applications for marks of any cells or records, earlier marks, a register; every check of the trademark room."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ipcheck.engine.trademark import check_trademarks
from ipcheck.trademark.columns import Column
from ipcheck.trademark.likeness import likeness
from tests.fuzz.draw import Draw
from tests.fuzz.swapped import json_of, swapped, toml_of
from tests.fuzz.tables import table_text
from tests.fuzz.target import no_check_broke
from tests.fuzz.targets.registers import settings

_FOLDER = tempfile.TemporaryDirectory(prefix="ipcheck-fuzz-")
_RECORDS = {
    "申请人": {"名称": "青禾食品有限公司", "地址": "武汉"},
    "商标": [
        {"商标": "福来", "类别": 33, "商品": ["白酒（3301）", "黄酒"], "申请日": "2026-03-05"},
        {"mark": "热干面", "class": [30, 46], "goods": {"9": ["手机"], "35": ["广告"]}, "图样": "a.jpg"},
    ],
}


def fuzz_marks(data: bytes) -> None:
    draw = Draw(data)
    folder = Path(_FOLDER.name)
    columns = [column.value for column in Column]
    kind = draw.byte() % 4
    path = folder / ("申请.csv", "申请.csv", "申请.toml", "申请.json")[kind]
    if kind < 2:
        path.write_text(table_text(draw, columns, 8), encoding="utf-8")
    else:
        changed = swapped(_RECORDS, Draw(draw.piece(60)))
        path.write_bytes(toml_of(changed) if kind == 2 else json_of(changed))
    one, other = draw.text(6), draw.text(6)
    alike, back = likeness(one, other), likeness(other, one)
    assert alike.score == back.score and 0 <= alike.score <= 1, (one, other)
    more: dict[str, Path] = {}
    for name in ("earlier", "register"):
        if draw.byte() % 3 == 0:
            more[name] = folder / f"{name}.csv"
            more[name].write_text(table_text(draw, columns, 6), encoding="utf-8")
    reports = [
        check_trademarks([path], settings(), earlier=more.get("earlier"), register=more.get("register"))
        for _ in range(2)
    ]
    assert reports[0] == reports[1], "two runs differ"
    no_check_broke(reports[0])


def seeds() -> Iterator[bytes]:
    chance = random.Random(9)
    for size in (60, 200, 600):
        for kind in range(8):
            yield bytes([kind]) + chance.randbytes(size)
