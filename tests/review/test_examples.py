"""examples/review: its script makes it anew byte for byte, and its draw can be recomputed by anyone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.make_review_examples import FOLDER, README, build, write
from tests.review.conftest import review

# Another version of XlsxWriter or openpyxl may pack workbooks otherwise; what is reckoned from the committed ones is
# compared by the second test.
PACKED = (".xlsx", ".docx")
AFTER_THE_SHEETS = ("评分表/", "评分单/", "收回评分", "成绩", "报告/")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "日志.jsonl"
    }


def test_the_script_makes_the_committed_evaluation(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        write()
    build(tmp_path / "review")
    made, committed = contents(tmp_path / "review"), contents(FOLDER)
    assert committed.pop("说明.md").decode() == README
    assert sorted(made) == sorted(committed), "python -m tests.make_review_examples"
    compared = [name for name in made if not name.startswith(AFTER_THE_SHEETS)]
    changed = [name for name in compared if made[name] != committed[name]]
    assert changed == [], "python -m tests.make_review_examples (with all else: python -m tests.make_all)"


def test_every_step_again_changes_nothing(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "review"))
    before = contents(folder)
    for step in ("sample", "verify", "blind", "assign", "check", "sheets", "collect", "score", "report"):
        done = review(step, str(folder))
        assert done.exit_code == 0, (step, done.output)
    after = contents(folder)
    assert sorted(after) == sorted(before)
    assert [name for name in after if after[name] != before[name] and not name.endswith(PACKED)] == []


def test_verifying_writes_nothing_unless_somebody_says_who(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "review"))
    (folder / "日志.jsonl").unlink(missing_ok=True)
    assert review("verify", str(folder)).exit_code == 0
    assert not (folder / "日志.jsonl").exists()
    assert review("verify", str(folder), "--by", "周岚").exit_code == 0
    assert "周岚" in (folder / "日志.jsonl").read_text(encoding="utf-8")
