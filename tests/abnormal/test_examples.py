"""examples/abnormal: what the script makes, the planted clues and no others, the golden reports."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner

from ipcheck import __version__
from ipcheck.cli.main import main
from tests.conftest import ROOT
from tests.make_abnormal_examples import FOLDER, build, write

GOLDEN = FOLDER / "golden"
SUFFIXES = {"text": "txt", "json": "json"}


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths in reports are relative to the project."""
    monkeypatch.chdir(ROOT)


def run(form: str) -> str:
    paths = ["examples/abnormal/批次", "--register", "examples/abnormal/台账.csv"]
    return CliRunner().invoke(main, ["abnormal", *paths, "--as-of", "2026-11-22", "--format", form]).stdout


def normal(shown: str) -> str:
    """The report without what changes although nothing is found otherwise: the version, the number of checks."""
    shown = shown.replace(f'"version": "{__version__}"', '"version": "0.0.0"')
    return re.sub(r'"checks": \d+|用 \d+ 项检查', lambda match: re.sub(r"\d+", "0", match[0]), shown)


def test_the_script_makes_the_committed_files(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        write()
    for path, data in build().items():
        assert (FOLDER / path).read_bytes() == data, f"python -m tests.make_abnormal_examples: {path}"


def test_what_is_planted_is_found_and_nothing_else() -> None:
    found = json.loads(run("json"))["findings"]
    pairs = {
        (item["check"], item["path"].split("/")[-1][:2], item["related"][0]["path"].split("/")[-1][:2])
        for item in found
        if item["path"].endswith(".txt")
    }
    assert pairs == {
        ("dup-fulltext", "01", "03"),
        ("slot-swap-template", "01", "02"),
        ("slot-swap-template", "02", "03"),
    }
    rows = [item for item in found if item["path"].endswith(".csv")]
    assert {item["check"] for item in rows} == {"volume-surge", "field-dispersion", "inventor-overload"}
    assert all("沐石咨询" in item["message"] for item in rows)


@pytest.mark.parametrize("form", sorted(SUFFIXES))
def test_golden_reports(form: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"批次和台账.ipcheck.{SUFFIXES[form]}"
    shown = normal(run(form))
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text("utf-8"), "python -m tests.make_all, and read the difference"
