"""``ipcheck agency lists``: every list, its clues with evidence and remedy, what was not looked at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ipcheck.agency.lists import ListsError, read_lists
from ipcheck.cli.main import main
from ipcheck.plugins import shipped
from tests.agency.made_up import FULL, PLANTED, certificate, edited, identity_number, write

NAMES = ["非正常专利申请代理", "恶意商标注册代理", "无资质代理", "经营异常名录", "严重违法失信名单"]
SHIPPED = shipped("templates") / "负面清单.toml"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["agency", "lists", *map(str, arguments), "--as-of", "2026-11-29"])


def clues(folder: Path, *more: object) -> dict[str, list[dict[str, Any]]]:
    told = json.loads(call(folder, "--format", "json", *more).stdout)
    return {item["name"]: item["clues"] for item in told["lists"]}


def test_a_clean_agency_is_on_no_list(tmp_path: Path) -> None:
    found = clues(write(tmp_path / "机构"))
    assert list(found) == NAMES
    assert not any(found.values())
    done = call(tmp_path / "机构")
    assert done.exit_code == 0
    assert "不是任何名单的结论" in done.stdout


def test_a_list_for_other_business_is_not_told_clean(tmp_path: Path) -> None:
    files = edited((("agency.toml", 'kind = "both"', 'kind = "patent"'),))
    done = call(write(tmp_path / "机构", files))
    assert "恶意商标注册代理：不适用，本机构没有这项业务" in done.stdout
    told = json.loads(call(tmp_path / "机构", "--format", "json").stdout)
    assert [item["name"] for item in told["lists"] if not item["applies"]] == ["恶意商标注册代理"]


def test_what_a_check_saw_in_part_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "机构")
    text = (folder / "筛查记录.csv").read_text("utf-8-sig")
    (folder / "筛查记录.csv").write_text(text.replace("筛查日", "备注"), "utf-8")
    assert "ta-screening-record：筛查记录表没有“筛查日”列" in call(folder).stdout


@pytest.mark.parametrize(
    ("check", "name"),
    [
        ("pa-abnormal-filing-share", "非正常专利申请代理"),
        ("pa-sign-without-drafting", "非正常专利申请代理"),
        ("pa-license-present", "无资质代理"),
        ("pa-guazheng-signal", "无资质代理"),
        ("pa-annual-report-due", "经营异常名录"),
        ("pa-change-overdue", "经营异常名录"),
        ("pa-branch-filing", "经营异常名录"),
        ("pa-partnership-min-partners", "经营异常名录"),
        ("pa-info-mismatch", "经营异常名录"),
        ("pa-serious-list", "严重违法失信名单"),
    ],
)
def test_a_fault_comes_under_its_list(tmp_path: Path, check: str, name: str) -> None:
    found = clues(write(tmp_path / "机构", edited(PLANTED[check])))
    own = [clue for clue in found[name] if clue["check"].endswith(check) or clue["listed"]]
    assert own
    for clue in own:
        assert clue["evidence"] and clue["words"] and clue["basis"] and clue["clears"] and clue["remedy"]


def test_a_person_is_named_where_the_row_names_one(tmp_path: Path) -> None:
    found = clues(write(tmp_path / "机构", edited(PLANTED["pa-sign-without-drafting"])))
    (clue,) = found["非正常专利申请代理"]
    assert clue["people"] == [f"韩岚舟（{certificate(10)}）"]
    text = call(tmp_path / "机构").stdout
    assert f"韩岚舟（{certificate(10)}）" in text
    assert not any(identity_number(index) in text for index in range(60))
    assert "认定" not in text


def test_who_stands_on_a_list_is_told_once(tmp_path: Path) -> None:
    folder = write(tmp_path / "机构")
    (folder / "名录.csv").write_text(
        f"名录,对象,列入日,移出日,事由\n经营异常名录,{FULL},2026-02-03,,\n严重违法失信名单,{FULL},2025-02-03,,\n",
        "utf-8",
    )
    found = clues(folder)
    assert [(clue["listed"], clue["evidence"]) for clue in found["经营异常名录"]] == [(True, "名录.csv:2")]
    assert [(clue["listed"], clue["evidence"]) for clue in found["严重违法失信名单"]] == [(True, "名录.csv:3")]
    done = call(folder)
    assert done.exit_code == 1
    assert "已经列入 1 处" in done.stdout
    assert call(folder, "--fail-on", "never").exit_code == 0


def test_what_was_not_looked_at_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "机构")
    (folder / "名录.csv").unlink()
    text = call(folder).stdout
    assert "没有给出名录表" in text
    assert "没有查全" in text


def test_what_could_not_be_read_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "机构")
    (folder / "不明.csv").write_text("甲,乙\n1,2\n", "utf-8")
    for shape in ("text", "markdown", "json"):
        done = call(folder, "--format", shape)
        assert (done.exit_code, "不知道是哪一张表" in done.stdout) == (2, True)
    done = call(tmp_path / "没有")
    assert (done.exit_code, done.stdout) == (2, "")


def test_markdown_keeps_words_words(tmp_path: Path) -> None:
    folder = write(tmp_path / "机构")
    text = (folder / "agency.toml").read_text("utf-8")
    (folder / "agency.toml").write_text(text.replace('status = "有效"', 'status = "吊销 <b>*|x"'), "utf-8")
    told = call(folder, "--format", "markdown", "--output", tmp_path / "单.md")
    assert told.stdout == ""
    page = (tmp_path / "单.md").read_text("utf-8")
    assert page.startswith("# 负面清单自查\n")
    assert "<b>" not in page.replace("\\<b\\>", "")


def test_an_accepted_finding_is_no_clue(tmp_path: Path) -> None:
    folder = write(tmp_path / "机构", edited(PLANTED["pa-license-present"]))
    report = CliRunner().invoke(main, ["agency", str(folder), "--as-of", "2026-11-29", "--format", "json"])
    finding = json.loads(report.stdout)["findings"][0]
    (tmp_path / "ok.toml").write_text(
        f'[[accepted]]\ncode = "{finding["code"]}"\nfingerprint = "{finding["fingerprint"]}"\n'
        'reason = "已经换证"\nname = "周岚"\ndate = "2026-11-20"\n',
        "utf-8",
    )
    assert clues(folder)["无资质代理"]
    assert not clues(folder, "--accepted", tmp_path / "ok.toml")["无资质代理"]


def test_the_shipped_table_is_whole() -> None:
    lists = read_lists(SHIPPED)
    assert [item.name for item in lists] == NAMES
    assert all(ground.clears and ground.remedy for item in lists for ground in item.grounds)


BROKEN = """other = 1
[[list]]
name = "甲"
basis = [["代理办法", "999"], "x"]
listed = ["异常"]
[[list.ground]]
name = ""
checks = []
levels = ["fatal"]
[[list]]
name = "甲"
wrong = 1
"""


def test_a_broken_table_tells_every_fault_at_once(tmp_path: Path) -> None:
    path = tmp_path / "坏.toml"
    path.write_text(BROKEN, "utf-8")
    done = call(write(tmp_path / "机构"), "--table", path)
    assert (done.exit_code, done.stdout) == (2, "")
    for words in (
        "不认识“other”", "没有这一条", "basis 应当写成", "clears 应当是", "remedy 应当是", "checks 不能空着",
        "“fatal”不是级别", "不认识“wrong”", "“甲”写了两次", "name 应当是",
    ):  # fmt: skip
        assert words in done.stderr, words
    for text in ("[[list", "list = 3\n", "", '[[list]]\nname = "甲"\nground = 3\n'):
        path.write_text(text, "utf-8")
        with pytest.raises(ListsError):
            read_lists(path)
