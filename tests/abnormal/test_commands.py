"""ipcheck abnormal, index and compare from end to end, on drafts of our own."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from ipcheck.abnormal import Column, Register, judging
from ipcheck.abnormal.drafts import Section
from ipcheck.cli.main import main
from ipcheck.readers.table import read_table
from ipcheck.reporters.json_report import schema
from tests.abnormal.test_duplicates import text_of
from tests.benchmarks.abnormal_plants import renamed
from tests.benchmarks.abnormal_texts import draft
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.trolley import TROLLEY
from tests.samples.write_text import plain_text

RENAMED = (("苗盘", "茶盘"), ("转运车", "搬运架"), ("底架", "底盘架"))


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """Three drafts: one, the same with other nouns, and a stranger."""
    text = plain_text(TROLLEY)
    renamed = text
    for old, new in RENAMED:
        renamed = renamed.replace(old, new)
    for name, words in (("甲", text), ("乙", renamed), ("丙", plain_text(POT_HOLDER))):
        (tmp_path / "批" / name).mkdir(parents=True)
        (tmp_path / "批" / name / "稿.txt").write_text(words, encoding="utf-8")
    return tmp_path / "批"


def ipcheck(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def report(*arguments: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ipcheck("abnormal", *arguments, "--format", "json").stdout)
    jsonschema.validate(found, schema())
    return found


def test_a_template_with_other_nouns_is_one_clue(batch: Path) -> None:
    (found,) = report(batch)["findings"]
    assert found["check"] == "slot-swap-template"
    assert "风险线索" in found["message"] and "认定" not in found["message"]
    assert {swap["from"] + swap["to"] for swap in found["facts"]["swaps"]} >= {"茶盘苗盘", "搬运架转运车"}
    assert found["facts"]["clears"] and found["facts"]["keep"]
    assert {item["path"] for item in found["related"]} == {str(batch / "甲" / "稿.txt"), str(batch / "乙" / "稿.txt")}


def test_strangers_share_nothing_but_stock_phrases(batch: Path) -> None:
    assert report(batch / "甲", batch / "丙")["findings"] == []


def test_an_index_knows_what_was_put_in_and_keeps_no_text(batch: Path, tmp_path: Path) -> None:
    index = tmp_path / "历史.ipx"
    assert ipcheck("index", "build", index, batch / "甲").exit_code == 0
    assert ipcheck("index", "add", index, batch / "丙").exit_code == 0
    assert ipcheck("index", "verify", index).exit_code == 0
    (found,) = report(batch / "乙", "--history", index)["findings"]
    assert "风险线索" in found["message"]
    assert not any("苗盘".encode() in path.read_bytes() for path in index.iterdir())


def test_a_damaged_index_is_told(batch: Path, tmp_path: Path) -> None:
    index = tmp_path / "历史.ipx"
    ipcheck("index", "build", index, batch / "甲")
    segment = max(index.glob("*.npy"), key=lambda path: path.stat().st_size)
    data = bytearray(segment.read_bytes())
    data[-5] ^= 255
    segment.write_bytes(bytes(data))
    result = ipcheck("index", "verify", index)
    assert result.exit_code != 0
    assert "Traceback" not in result.output


def test_a_register_is_screened(batch: Path, tmp_path: Path) -> None:
    register = tmp_path / "台账.csv"
    rows = "".join(f"{number},某某有限公司,2024-03-{number + 1:02},3\n" for number in range(20))
    register.write_bytes(("申请号,申请人,申请日,参保人数\n" + rows).encode("gb18030"))
    found = report(batch / "丙", "--register", register)
    assert [item["check"] for item in found["findings"]] == ["volume-vs-staff"]


def test_a_missing_table_of_pairs_is_told_in_chinese(tmp_path: Path) -> None:
    told = ipcheck("index", "pairs", tmp_path / "没有.jsonl")
    assert told.exit_code == 2 and "没有.jsonl：文件不存在" in told.stderr


def test_two_drafts_are_compared(batch: Path) -> None:
    result = ipcheck("compare", "drafts", batch / "甲" / "稿.txt", batch / "乙" / "稿.txt", "--format", "json")
    (pair,) = json.loads(result.stdout)["pairs"]
    assert pair["score"] > 0.9 and pair["rules"]
    result = ipcheck("compare", "drafts", batch / "甲" / "稿.txt", batch / "丙" / "稿.txt", "--format", "json")
    assert json.loads(result.stdout)["pairs"][0]["score"] < 0.45  # 内部阈值: below it they make no pair


def test_a_register_says_what_was_not_looked_at(batch: Path, tmp_path: Path) -> None:
    register = tmp_path / "台账.csv"
    register.write_text("申请号,申请人,申请日\n1,甲公司,2024-03-01\n", encoding="utf-8")
    told = ipcheck("abnormal", batch / "丙", "--register", register).stdout
    assert "没有“成立日期”列" in told.replace("\n", "").replace(" ", "")
    register.write_text("申请号,申请人,申请日\n1,甲公司,三月五日\n", encoding="utf-8")
    assert "第2行“申请日”写的“三月五日”不是能读的日期" in re.sub(
        r"\s", "", ipcheck("abnormal", "--register", register).stdout
    )
    register.write_text("申请号,申请人,申请日\n", encoding="utf-8")
    result = ipcheck("abnormal", "--register", register)
    assert result.exit_code == 2 and "只有列名" in result.stdout
    register.write_text("甲,乙\n1,2\n", encoding="utf-8")
    result = ipcheck("abnormal", batch / "丙", "--register", register)
    assert result.exit_code == 2 and "没有认出任何一列" in result.stdout


def test_the_blank_register_is_understood(tmp_path: Path) -> None:
    assert ipcheck("init", tmp_path, "--room", "abnormal").exit_code == 0
    blank = tmp_path / "申请台账.csv"
    blank.write_bytes(blank.read_bytes() + ("甲," * len(Column) + "\n").encode())
    register = Register(read_table(blank, "申请台账.csv"))
    assert list(register.columns) == list(Column) and register.unknown == []


def test_any_number_of_processes_tells_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "_SERIAL_BELOW", 1)
    for number in range(30):
        (tmp_path / "批" / f"{number:02}").mkdir(parents=True)
        words = text_of(renamed(4)(draft(number % 12), random.Random(number)) if number > 11 else draft(number))
        (tmp_path / "批" / f"{number:02}" / "稿.txt").write_text(words, encoding="utf-8")
    told = [ipcheck("abnormal", tmp_path / "批", "--jobs", jobs, "--format", "json").stdout for jobs in (1, 2)]
    assert len(json.loads(told[0])["findings"]) >= 18
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("filed", "again", "check"),
    [
        ("申请号：202310001234.5", "申请号：202310001234.5", "kin-near-dup"),
        ("申请号：202310001234.5", "在先申请号：202310001234.5", "kin-near-dup"),
        ("申请人：甲乙丙机械有限公司", "申请人：甲乙丙机械有限公司", "kin-near-dup"),
        ("申请人：甲乙丙机械有限公司", "申请人：丁戊己机械有限公司", "dup-fulltext"),
    ],
)
def test_a_history_knows_kin_and_names_nobody(tmp_path: Path, filed: str, again: str, check: str) -> None:
    for name, request in (("旧", filed), ("新", again)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "稿.txt").write_text(text_of(draft(5), request), encoding="utf-8")
    index = tmp_path / "历史.ipx"
    assert ipcheck("index", "build", index, tmp_path / "旧").exit_code == 0
    (found,) = report(tmp_path / "新", "--history", index)["findings"]
    assert found["check"] == check
    title = draft(5)[Section.TITLE]
    for path in index.iterdir():
        for words in ("甲乙丙机械", title):
            assert words.encode() not in path.read_bytes()
