"""The history index with any of its bytes changed: told as a HistoryError, found by verify, never another error."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ipcheck.abnormal.drafts import Draft, draft_of_text
from ipcheck.abnormal.history import Entry, History
from ipcheck.abnormal.kinship import Identity
from ipcheck.abnormal.segments import MANIFEST, HistoryError, checksum
from ipcheck.patent import Filing
from ipcheck.readers.text import from_text
from tests.benchmarks.abnormal_texts import draft
from tests.fuzz.damage import Spoilt
from tests.fuzz.draw import Draw
from tests.fuzz.swapped import json_of

DAY = date(2026, 11, 22)


@cache
def _drafts() -> tuple[Draft, ...]:
    return tuple(draft_of_text(f"d{number}", draft(number)) for number in range(6))


def _build(folder: Path) -> None:
    made = History.build(folder, keep_text=True)
    known = Identity.of(
        Filing((from_text("请求书\n申请人：某某公司\n发明人：甲\n申请号：202610000000.0\n", "稿.txt"),))
    )
    made.add([Entry(item, item.name, known) for item in _drafts()[:4]])
    made.add([Entry(_drafts()[4])])


def _seal(manifest: Any) -> Any:
    plain = json.loads(json_of(manifest))
    return {**plain, "checksum": checksum(plain)} if isinstance(plain, dict) else plain


@cache
def _index() -> Spoilt:
    return Spoilt(_build, MANIFEST, _seal)


def fuzz_history(data: bytes) -> None:
    index = _index()
    differs = index.spoil(Draw(data))
    try:
        history = History(index.folder)
        assert history.verify() or not differs, "verify accepts what has changed"
        history.info()
    except (HistoryError, OSError) as error:
        assert str(error)
    try:
        for item in _drafts():
            for hit in History(index.folder).query(item):
                assert 0 <= hit.share <= 1 and all(str(span) for span in hit.passages)
    except (HistoryError, OSError) as error:
        assert str(error)


def seeds() -> Iterator[bytes]:
    yield b""
    chance = random.Random(6)
    for size in (5, 5, 5, 5, 10, 10, 20, 40):
        for _ in range(6):
            yield chance.randbytes(size)
