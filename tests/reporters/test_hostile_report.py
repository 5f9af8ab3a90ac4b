"""``ipcheck report`` on JSON that somebody touched: one sentence and exit code 2, never a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ipcheck.cli.main import main
from ipcheck.reporters.formats import FORMATS

DRAFT = "权利要求书\n1. 一种杯子，其特征在于，包括较大的杯体。\n2. 根据权利要求3所述的杯子，其特征在于，有杯盖。\n"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("报告")
    (folder / "稿.txt").write_text(DRAFT, encoding="utf-8")
    made = CliRunner().invoke(main, ["patent", str(folder / "稿.txt"), "--format", "json"])
    told: dict[str, Any] = json.loads(made.stdout)
    assert told["findings"]
    return told


CHANGES: list[Callable[[Any], Any]] = [
    lambda data: data["inputs"][0].update(path=None),
    lambda data: data["inputs"][0].update(path="a\0b"),
    lambda data: data["findings"][0].update(code="\x1b[31mA"),
    lambda data: data["findings"][0]["basis"][0].update(short="\x1b[31mA"),
    lambda data: data["findings"][0].update(start="x"),
    lambda data: data["findings"][0].update(start=10**30),
    lambda data: data["findings"][0].update(line=-7),
    lambda data: data["findings"][0].update(message=[None]),
    lambda data: data["findings"][0].update(code=[]),
    lambda data: data["findings"][0].update(facts={"x": float("nan")}),
    lambda data: data["findings"][0].update(text="\ud800"),
    lambda data: data["findings"][0].update(fix={"text": 3, "safe": "yes"}),
    lambda data: data["findings"][0].update(accepted={"reason": "x"}),
    lambda data: data["summary"].update(filings=None),
    lambda data: data.update(findings={}),
    lambda data: data.update(remarks="x"),
    lambda data: data.update(asOf="2026-13-45"),
    lambda data: data.update(room="../x"),
]


@pytest.mark.parametrize("change", CHANGES, ids=map(str, range(len(CHANGES))))
@pytest.mark.parametrize("name", FORMATS)
def test_told_in_one_sentence(report: dict[str, Any], change: Callable[[Any], Any], name: str, tmp_path: Path) -> None:
    data = json.loads(json.dumps(report))
    change(data)
    (tmp_path / "a.json").write_text(json.dumps(data), encoding="utf-8")
    shown = CliRunner().invoke(
        main, ["report", str(tmp_path / "a.json"), "--format", name, "--output", str(tmp_path / "out")]
    )
    assert shown.exit_code == 2 and len(shown.stderr.splitlines()) == 1 and "a.json：" in shown.stderr
    assert isinstance(shown.exception, SystemExit) and not (tmp_path / "out").exists()


@pytest.mark.parametrize("words", ["[" * 200_000, '{"version": 1, "findings": 1e999}', '{"version": 1}', "[]", ""])
def test_what_is_no_report_at_all(words: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(words, encoding="utf-8")
    shown = CliRunner().invoke(main, ["report", str(tmp_path / "a.json")])
    assert shown.exit_code == 2 and len(shown.stderr.splitlines()) == 1 and isinstance(shown.exception, SystemExit)
