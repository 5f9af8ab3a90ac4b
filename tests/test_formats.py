"""The same invention in every format gives the same findings."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ipcheck.config import Wishes, make_settings
from ipcheck.engine import check_patents
from ipcheck.model import Report
from ipcheck.model.text import squeeze
from tests.samples.draft import Draft
from tests.samples.formats import FORMATS, faulty, write
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.trolley import TROLLEY

Told = tuple[str, int | None, str | None, str, str]


def checked(folder: Path) -> Report:
    return check_patents([folder], make_settings(Wishes(as_of=date(2026, 11, 22).isoformat())))


def told(report: Report) -> Counter[Told]:
    """What is said, apart from where in the file: (code, claim, part, words, level)."""
    assert report.failures == () and report.subjects == 1
    return Counter(
        (item.code, item.claim, item.part, squeeze(item.words.text), item.level.value) for item in report.findings
    )


@pytest.fixture(scope="module")
def as_text(tmp_path_factory: pytest.TempPathFactory) -> Counter[Told]:
    return told(checked(write(faulty(), "txt", tmp_path_factory.mktemp("txt"))))


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_gives_the_same_findings(form: str, tmp_path: Path, as_text: Counter[Told]) -> None:
    found = told(checked(write(faulty(), form, tmp_path)))
    assert sorted((found - as_text).elements(), key=str) == [], "only in this format"
    assert sorted((as_text - found).elements(), key=str) == [], "not in this format"


def test_the_faults_are_many_and_in_every_part(as_text: Counter[Told]) -> None:
    assert {part for _, _, part, _, _ in as_text} == {"abstract", "claims", "description"}
    assert len({code for code, *_ in as_text}) >= 20


@pytest.mark.parametrize("draft", (POT_HOLDER, TROLLEY), ids=lambda draft: draft.kind)
@pytest.mark.parametrize("form", FORMATS)
def test_a_clean_draft_is_clean_in_every_format(form: str, draft: Draft, tmp_path: Path) -> None:
    # The invention's formulas are OMML in .docx; elsewhere their names stand in for them.
    assert told(checked(write(draft, form, tmp_path))) == Counter()
