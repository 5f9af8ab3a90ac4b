"""One run, every format for people: the same findings in each as in JSON."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from ipcheck.cli.main import main
from tests.conftest import ROOT

PLANTED = ROOT / "examples" / "patent" / "03-缺陷样稿"
REPORTS = ("r.json", "r.html", "r.md", "r.xlsx")


def codes_of(path: Path) -> list[str]:
    if path.suffix == ".json":
        return [item["code"] for item in json.loads(path.read_text(encoding="utf-8"))["findings"]]
    if path.suffix == ".html":
        return re.findall(r'<article class="f [^>]* data-code="(\w+)"', path.read_text(encoding="utf-8"))
    if path.suffix == ".md":
        return re.findall(r"^\| (?:🔴|🟠|🔵) [^|]*\| `(\w+)`", path.read_text(encoding="utf-8"), re.MULTILINE)
    book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    return [str(row[2]) for row in book.get_sheet_by_index(1).to_python()[1:]]


def test_every_format_tells_the_same_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    options = [piece for name in REPORTS for piece in ("--output", name)]
    told = CliRunner().invoke(main, ["patent", str(PLANTED), "--as-of", "2026-11-22", *options])
    assert told.exit_code == 1, told.output
    found = {name: codes_of(Path(name)) for name in REPORTS}
    assert len(found["r.json"]) > 40
    for name in REPORTS[1:]:
        assert Counter(found[name]) == Counter(found["r.json"]), name
    again = [piece for name in REPORTS[1:] for piece in ("--output", f"again-{name}")]
    assert CliRunner().invoke(main, ["report", "r.json", *again]).exit_code == 1
    for name in REPORTS[1:]:
        assert Path(f"again-{name}").read_bytes() == Path(name).read_bytes(), name


def test_templates_of_ones_own_by_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text("1. 一种杯子，包括杯体。\n", encoding="utf-8")
    Path("模板").mkdir()
    Path("模板/header.html").write_text("<h1>某某事务所</h1>\n", encoding="utf-8")
    run = ["patent", "稿.txt", "--output", "r.html", "--fail-on", "never", "--templates"]
    assert CliRunner().invoke(main, [*run, "模板"]).exit_code == 0
    assert "<h1>某某事务所</h1>" in Path("r.html").read_text(encoding="utf-8")
    told = CliRunner().invoke(main, [*run, "没有"])
    assert told.exit_code == 2 and "模板目录不存在" in told.stderr
