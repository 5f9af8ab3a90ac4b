"""JSON reports that somebody touched: a report that every format can tell, or a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ipcheck.reporters import json_report
from ipcheck.reporters.json_report import ReportError
from tests.fuzz.draw import Draw
from tests.fuzz.swapped import json_of, swapped
from tests.fuzz.targets.reporters import well_told
from tests.hostile.plain import report_files
from tests.reporters.hostile import record, report_of

_BASE = json.loads(json_report.render(report_of([record("杯体"), record("=1", 2)], failures=("坏",))))


def fuzz_reports(data: bytes) -> None:
    own = json_of(swapped(_BASE, Draw(data[1:]))) if data[:1] == b"\0" else data[1:]
    try:
        report = json_report.parse(own.decode("utf-8"))
    except (ReportError, UnicodeDecodeError) as error:
        assert str(error)
        return
    assert json_report.parse(json_report.render(report)) == report
    well_told(report)


def seeds() -> Iterator[bytes]:
    yield b"\0"
    yield bytes(range(0, 200, 3))
    yield b"\1" + json_of(_BASE)
    yield from (b"\1" + data for _, data in report_files() if len(data) < 2000)
