"""The made-up agency: clean it is silent, and every planted fault is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipcheck.agency.tables import TABLES
from ipcheck.config import Settings
from ipcheck.engine.agency import check_agency
from ipcheck.model import Report
from ipcheck.plugins import load_checks, shipped
from tests.agency.helpers import classes
from tests.agency.made_up import AS_OF, CLEAN, PLANTED, edited, write


def run(folder: Path) -> Report:
    return check_agency(folder, Settings(as_of=AS_OF, check_folders=(shipped("checks"),)))


def test_the_clean_agency_is_silent(tmp_path: Path) -> None:
    report = run(write(tmp_path))
    assert [record.message for record in report.findings] == []
    assert report.failures == ()
    assert report.skipped == ()
    assert (report.subjects, len(report.inputs)) == (1, len(CLEAN))
    assert len(CLEAN) == 1 + len(TABLES)


@pytest.mark.parametrize("name", PLANTED)
def test_every_planted_fault_is_found(name: str, tmp_path: Path) -> None:
    report = run(write(tmp_path, edited(PLANTED[name])))
    assert report.failures == ()
    assert name in {record.check for record in report.findings}


def test_clues_say_what_clears_them_and_thresholds_say_that_they_are_ours() -> None:
    for name, check in classes().items():
        told = (check.message, check.explain())
        assert bool(check.clears) == bool(check.keep) == check.clue, name
        assert not any("认定" in words for words in told), name
        assert not vars(check.Options()) or any("内部阈值" in words for words in told), name


def test_every_check_has_its_fault() -> None:
    names = {check.check_name() for check in load_checks([shipped("checks")], "agency").checks}
    assert names == set(PLANTED)
