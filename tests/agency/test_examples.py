"""examples/agency: what the script makes, the clean agency's silence, every planted fault, the golden reports."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner

from ipcheck import __version__
from ipcheck.cli.main import main
from ipcheck.plugins import load_checks, shipped
from tests.agency.made_up import AS_OF
from tests.conftest import ROOT
from tests.make_agency_examples import CLEAN_CASE, FOLDER, build, faulty

CASES = (CLEAN_CASE, *faulty())
GOLDEN = FOLDER / "golden"
SUFFIXES = {"text": "txt", "json": "json"}


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths in reports are relative to the project."""
    monkeypatch.chdir(ROOT)


def run(case: str, form: str = "json") -> str:
    arguments = ["agency", f"examples/agency/{case}", "--as-of", AS_OF.isoformat(), "--format", form]
    return CliRunner().invoke(main, arguments).stdout


def normal(shown: str) -> str:
    """The report without what changes although nothing is found otherwise: the version, the number of checks."""
    shown = shown.replace(f'"version": "{__version__}"', '"version": "0.0.0"')
    return re.sub(r'"checks": \d+|用 \d+ 项检查', lambda match: re.sub(r"\d+", "0", match[0]), shown)


def test_the_script_makes_the_committed_files() -> None:
    made = build()
    committed = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    assert {path for path in committed if not path.startswith("golden/")} == set(made)
    for name, text in made.items():
        old = (FOLDER / name).read_text(encoding="utf-8").replace("\r\n", "\n")
        assert old == text, f"{name} is not what the script makes; run python -m tests.make_agency_examples"


def test_the_clean_agency_is_silent_and_nothing_is_skipped() -> None:
    report = json.loads(run(CLEAN_CASE))
    assert (report["findings"], report["failures"]) == ([], [])
    assert "没有检查" not in run(CLEAN_CASE, "text")


def test_a_fault_is_planted_for_every_check() -> None:
    planted = [name for names in faulty().values() for name in names]
    assert len(planted) == len(set(planted))
    assert set(planted) == {check.check_name() for check in load_checks([shipped("checks")], "agency").checks}


@pytest.mark.parametrize("case", faulty())
def test_every_planted_fault_is_found(case: str) -> None:
    report = json.loads(run(case))
    assert report["failures"] == []
    assert set(faulty()[case]) - {item["check"] for item in report["findings"]} == set()


def test_nobodys_number_stands_in_a_report() -> None:
    for case in CASES:
        assert not re.search(r"999999\d{11}", run(case) + run(case, "text"))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("form", SUFFIXES)
def test_golden_reports(case: str, form: str, pytestconfig: pytest.Config) -> None:
    shown = normal(run(case, form))
    path = GOLDEN / f"{case}.ipcheck.{SUFFIXES[form]}"
    if pytestconfig.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == path.read_text(encoding="utf-8"), "python -m tests.make_all, and read the difference"
