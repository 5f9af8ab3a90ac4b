"""A gate that names no check is told before anybody relies on it."""

from __future__ import annotations

from pathlib import Path

from tests.review.conftest import review


def _misspell(folder: Path) -> None:
    scheme = folder / "评分方案.toml"
    scheme.write_text(scheme.read_text("utf-8").replace("um-method-claim", "um-metod-claim"), "utf-8")


def test_check_refuses_it(with_sheets: Path) -> None:
    _misspell(with_sheets)
    done = review("check", str(with_sheets), "--again")
    assert done.exit_code == 2
    assert "没有这项检查：um-metod-claim；是不是想写 um-method-claim？" in done.stderr


def test_score_tells_it(with_sheets: Path) -> None:
    _misspell(with_sheets)
    assert "没有这项检查：um-metod-claim" in review("score", str(with_sheets)).stderr
