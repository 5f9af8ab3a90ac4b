"""Compiled patterns are kept from one process to the next, and never relied upon."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ipcheck.model.compiled import _Store

PATTERNS = [
    (r"所述(?P<part>[一-鿿]{1,8}?)(?=[（(，。])", 0),
    (r"(?<![坚笔直])挺(?=好|多)|[“\"]?[差凑合]{2,3}", re.IGNORECASE),
    (r"^(\d+)[.、]\s*(?:一种)?(.*)$", re.MULTILINE),
    (r"(?i:mm|㎜)\b|[^\W\d_]+", 0),
]
TEXT = "1. 一种杯(1)，所述杯体（2）挺好，差不多“凑合”。\n12、长5MM，㎜，Abc。"


def _stored(tmp_path: Path) -> _Store:
    store = _Store()
    assert store._file is not None
    store._file = tmp_path / "kept.patterns"
    return store


@pytest.fixture(autouse=True)
def written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte code may be written here, and a single new pattern is worth it."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr("ipcheck.model.compiled._FEWEST_NEW", 1)


def _written(tmp_path: Path) -> Path:
    """The file that a store with all patterns writes."""
    store = _stored(tmp_path)
    for pattern, flags in PATTERNS:
        store.compile(pattern, flags)
    store.write()
    return tmp_path / "kept.patterns"


def test_kept_patterns_find_what_fresh_ones_find(tmp_path: Path) -> None:
    _written(tmp_path)
    second = _stored(tmp_path)
    for pattern, flags in PATTERNS:
        ours, theirs = second.compile(pattern, flags), re.compile(pattern, flags)
        assert ours == theirs
        assert ours.groupindex == theirs.groupindex
        assert [match.span() for match in ours.finditer(TEXT)] == [match.span() for match in theirs.finditer(TEXT)]
    assert second._new == 0


@pytest.mark.parametrize("spoilt", [b"", b"x", b"\xff" * 99, None])
def test_a_spoilt_file_only_costs_time(tmp_path: Path, spoilt: bytes | None) -> None:
    first = _stored(tmp_path)
    first.compile("杯(?P<part>体)", 0)
    first.write()
    file = tmp_path / "kept.patterns"
    file.write_bytes(file.read_bytes()[:-9] if spoilt is None else spoilt)
    found = _stored(tmp_path).compile("杯(?P<part>体)", 0).search("茶杯体")
    assert found is not None and found["part"] == "体"


def test_another_pythons_numbers_are_not_used(tmp_path: Path) -> None:
    first = _stored(tmp_path)
    first.compile("杯", 0)
    first._version = (first._version[0], "other", *first._version[2:])
    first.write()
    second = _stored(tmp_path)
    second.compile("杯", 0)
    assert second._new == 1


def test_a_faulty_pattern_is_told_as_re_tells_it(tmp_path: Path) -> None:
    with pytest.raises(re.error):
        _stored(tmp_path).compile("(", 0)


def test_nothing_is_written_where_python_writes_no_byte_code(tmp_path: Path) -> None:
    code = "from ipcheck.model.compiled import compiled; [compiled(f'杯{n}') for n in range(99)]"
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], check=True, env={**environment, "PYTHONDONTWRITEBYTECODE": "1"})
    assert not list(tmp_path.rglob("*.patterns"))
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert len(list(tmp_path.rglob("*.patterns"))) == 1


def test_an_altered_number_is_not_used(tmp_path: Path) -> None:
    file = _written(tmp_path)
    whole = file.read_bytes()
    for place in range(0, len(whole), 97):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        second = _stored(tmp_path)
        second.compile(*PATTERNS[0])
        assert second._new == 1, place


def test_what_another_ipcheck_kept_is_not_used(tmp_path: Path) -> None:
    first = _stored(tmp_path)
    first._version = ([(1, 1), (1, 1)], *first._version[1:])
    first.compile("杯", 0)
    first.write()
    second = _stored(tmp_path)
    second.compile("杯", 0)
    assert second._new == 1
