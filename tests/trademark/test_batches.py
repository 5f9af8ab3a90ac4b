"""Patterns in the applications themselves, where no filing register is given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ipcheck.config import Settings
from ipcheck.engine.trademark import check_trademarks
from ipcheck.plugins import shipped

SETTINGS = Settings(as_of=date(2026, 11, 29), check_folders=(shipped("checks"),), select=("TMP",))
TEXTS = [one + other for one in "岚砚榆桐苇柚枫" for other in "舟禾亭笙屿帆棠"]


def table(folder: Path, name: str, texts: list[str], spread: int = 44) -> Path:
    path = folder / name
    rows = "".join(f"{text},{n % spread + 1},乙咨询有限公司\n" for n, text in enumerate(texts))
    path.write_text("商标,类别,申请人\n" + rows, encoding="utf-8")
    return path


def test_hoarding_shows_in_a_batch_of_tables(tmp_path: Path) -> None:
    first, second = table(tmp_path, "一.csv", TEXTS[:20]), table(tmp_path, "二.csv", TEXTS[20:])
    report = check_trademarks((first, second), SETTINGS)
    window = [record for record in report.findings if record.check == "tm-batch-window"]
    assert len(window) == 1
    assert window[0].facts["units"] == len(TEXTS)
    told = dict(report.skipped)
    assert told["tm-batch-window"] == "没有给出申请台账（--register），只看了这批申请"
    assert told["tm-refile-after-refusal"] == "没有给出申请台账（--register）"


def test_a_small_batch_is_no_pattern(tmp_path: Path) -> None:
    assert check_trademarks((table(tmp_path, "一.csv", TEXTS[:20], 3),), SETTINGS).findings == ()


def test_with_a_register_the_batch_is_not_looked_at_twice(tmp_path: Path) -> None:
    batch, register = table(tmp_path, "一.csv", TEXTS), table(tmp_path, "台账.csv", TEXTS[:5])
    assert check_trademarks((batch,), SETTINGS, register=register).findings == ()
