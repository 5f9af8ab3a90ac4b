"""examples/trademark: every planted fault in its row, clean rows without error or warning, the golden reports."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

import pytest
from click.testing import CliRunner

from ipcheck import __version__
from ipcheck.cli.main import main
from ipcheck.config import Settings
from ipcheck.engine.trademark import check_trademarks
from ipcheck.model import Level
from ipcheck.plugins import shipped
from tests.conftest import ROOT
from tests.make_trademark_examples import CSV_ROWS, FOLDER, PLANTED, XLSX_ROWS


@pytest.mark.parametrize(("name", "rows"), [("澄湾茶业-申请表.csv", CSV_ROWS), ("澄湾茶业-其他类型.xlsx", XLSX_ROWS)])
def test_planted_faults(name: str, rows: tuple[dict[str, str], ...]) -> None:
    settings = Settings(as_of=date(2026, 11, 29), check_folders=(shipped("checks"),))
    report = check_trademarks([FOLDER / name], settings)
    assert report.failures == ()
    found: dict[int, set[str]] = defaultdict(set)
    for record in report.findings:
        # Only the checks of form and distinctiveness are planted here.
        if (record.code[:3] in ("TMF", "TMD") and record.level is not Level.ADVICE) or record.code in (
            "TMF007",
            "TMF019",
            "TMF030",
        ):
            found[record.words.line - 2].add(record.code)
    for index, row in enumerate(rows):
        planted = set(row.get(PLANTED, "").split())
        assert planted <= found[index], (row["商标"], planted, found[index])
        if not planted:
            assert not found[index], (row["商标"], found[index])


def test_enough_is_planted() -> None:
    assert sum(len(row.get(PLANTED, "").split()) for row in (*CSV_ROWS, *XLSX_ROWS)) >= 25
    assert sum(PLANTED not in row for row in (*CSV_ROWS, *XLSX_ROWS)) >= 5


@pytest.mark.parametrize("form", ["json", "text"])
def test_golden_reports(form: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    arguments = ["trademark", "examples/trademark", "--as-of", "2026-11-22", "--format", form]
    shown = CliRunner().invoke(main, arguments).stdout.replace(f'"version": "{__version__}"', '"version": "0.0.0"')
    # What changes although nothing is found otherwise: the number of checks.
    shown = re.sub(r'"checks": \d+|用 \d+ 项检查', lambda match: re.sub(r"\d+", "0", match[0]), shown)
    golden = FOLDER / "golden" / f"澄湾茶业.ipcheck.{'txt' if form == 'text' else form}"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text("utf-8"), "python -m tests.make_all, and read the difference"
