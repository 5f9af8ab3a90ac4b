"""ipcheck-accepted.toml: entries, or what is wrong with them; what is written is read again as it was."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from ipcheck.config.accepted import as_toml, read_accepted
from ipcheck.engine.settle import accept
from tests.fuzz.draw import Draw
from tests.fuzz.swapped import swapped, toml_of
from tests.reporters.hostile import ATTACKS, record, report_of

_WHOLE = """
[[accepted]]
code = "CLM001"
check = "example-check"
fingerprint = "0000000000000001"
words = "杯"
file = "稿.txt"
reason = "客户坚持"
name = "李工"
date = 2026-11-22
until = "2027-01-01"
[[accepted]]
code = "CLM002"
fingerprint = "00000000000000ab"
reason = '''多
行'''
name = "李工"
date = "2026-11-22"
"""
_BASE = tomllib.loads(_WHOLE)
_FOLDER = tempfile.TemporaryDirectory(prefix="ipcheck-fuzz-")
_REPORT = report_of([record(text, number, accepted=None) for number, text in enumerate(ATTACKS, 1)])


def fuzz_accepted(data: bytes) -> None:
    path = Path(_FOLDER.name) / "ipcheck-accepted.toml"
    path.write_bytes(toml_of(swapped(_BASE, Draw(data[1:]))) if data[:1] == b"\0" else data[1:])
    faults: list[str] = []
    entries = read_accepted(path, faults)
    assert all(faults)
    report = accept(_REPORT, entries)
    assert len(report.findings) == len(_REPORT.findings)
    path.write_text(as_toml(entries), encoding="utf-8")
    again: list[str] = []
    assert read_accepted(path, again) == entries, "written and read again they differ"
    assert not again, again


def seeds() -> Iterator[bytes]:
    yield b"\0"
    yield bytes(range(64))
    yield b"\1" + _WHOLE.encode()
    yield b"\1\xff\xfe"
