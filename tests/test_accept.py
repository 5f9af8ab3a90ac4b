"""Accepted findings: written by ``ipcheck accept``, applied in every room, told when they expire or do nothing."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ipcheck.cli.main import main
from tests.conftest import ROOT

FAULTY = "1. 一种杯子，包括杯体。\n2. 根据权利要求3所述的杯子，其特征在于，所述杯盖为圆形的的盖。\n"
ACCEPT = ("--reason", "客户坚持", "--name", "李工")
FILE = Path("ipcheck-accepted.toml")


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text(FAULTY, encoding="utf-8")


def run(*arguments: str, code: int | None = None) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert code is None or result.exit_code == code, result.output
    return result


def report(*arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("patent", "稿.txt", "--format", "json", *arguments).stdout)
    return found


def accept(*arguments: str, code: int = 0) -> Result:
    run("patent", "稿.txt", "--output", "r.json")
    return run("accept", "r.json", *arguments, *ACCEPT, code=code)


def entries() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["accepted"]
    return found


def test_an_accepted_finding_counts_no_longer_but_is_not_lost() -> None:
    before = report()
    accept("--all")
    after = report()
    assert after["summary"] == before["summary"] | {"error": 0, "warning": 0, "advice": 0} | {
        "accepted": len(before["findings"])
    }
    assert after["findings"][0]["accepted"]["reason"] == "客户坚持"
    told = run("patent", "稿.txt", code=0).stdout
    assert f"另有 {len(before['findings'])} 条已经接受" in told and "CLM033" not in told
    assert "已接受：客户坚持（李工" in run("patent", "稿.txt", "-v", code=0).stdout
    assert run("patent", "稿.txt", "-q", code=0).stdout == ""


def test_what_an_entry_holds() -> None:
    accept("--select", "CLM033", "--until", "2099-01-01", "--date", "2026-11-22")
    (entry,) = entries()
    assert {key: entry[key] for key in ("code", "check", "words", "file", "reason", "name", "date", "until")} == {
        "code": "CLM033",
        "check": entry["check"],
        "words": entry["words"],
        "file": "稿.txt",
        "reason": "客户坚持",
        "name": "李工",
        "date": "2026-11-22",
        "until": "2099-01-01",
    }
    assert report()["summary"]["accepted"] == 1


def test_more_are_appended_and_none_twice() -> None:
    accept("--select", "CLM033")
    FILE.write_text(FILE.read_text(encoding="utf-8") + "# 手写的注释", encoding="utf-8")
    run("accept", "r.json", "--select", "CLM033", *ACCEPT, code=0)
    assert len(entries()) == 1
    accept("--all")
    assert len(entries()) == report()["summary"]["accepted"] > 1
    assert "# 手写的注释\n" in FILE.read_text(encoding="utf-8")


def test_by_fingerprint() -> None:
    first = report()["findings"][0]
    accept("--fingerprint", first["fingerprint"][:8])
    assert [entry["fingerprint"] for entry in entries()] == [first["fingerprint"]]


def test_an_edit_elsewhere_keeps_it_and_an_edit_of_the_words_ends_it() -> None:
    accept("--all")
    count = report()["summary"]["accepted"]
    Path("稿.txt").write_text(
        FAULTY.replace(
            "2. 根据权利要求3", "2. 根据权利要求1所述的杯子，其特征在于，杯体为玻璃杯体。\n3. 根据权利要求4"
        ),
        encoding="utf-8",
    )
    assert report()["summary"]["accepted"] == count
    Path("稿.txt").write_text(FAULTY.replace("圆形的的盖", "方形的的盖"), encoding="utf-8")
    changed = report()
    assert changed["summary"]["accepted"] < count
    assert any("没有对应的发现" in remark for remark in changed["remarks"])


def test_an_entry_holds_for_its_own_file_until_that_is_gone() -> None:
    accept("--all")
    Path("另.txt").write_text(FAULTY, encoding="utf-8")
    other = json.loads(run("patent", "另.txt", "--format", "json").stdout)
    assert other["summary"]["accepted"] == 0
    assert not other["remarks"], "the file of the entries was not looked at"
    Path("稿.txt").unlink()
    renamed = json.loads(run("patent", "另.txt", "--format", "json").stdout)
    assert renamed["summary"]["accepted"] == len(renamed["findings"])


def test_an_expired_one_counts_no_longer_and_is_told() -> None:
    accept("--select", "CLM033", "--until", "2026-12-31")
    assert report("--as-of", "2026-12-31")["summary"]["accepted"] == 1
    late = report("--as-of", "2027-01-01")
    assert late["summary"]["accepted"] == 0
    assert any("已于 2026-12-31 到期" in remark for remark in late["remarks"])
    run("patent", "稿.txt", "--output", "r.json", "--as-of", "2027-01-01")
    run("accept", "r.json", "--select", "CLM033", *ACCEPT, code=0)
    again = report("--as-of", "2027-01-01")
    assert again["summary"]["accepted"] == 1 and again["remarks"] == []
    FILE.write_text(FILE.read_text(encoding="utf-8").rsplit("[[accepted]]", 1)[0], encoding="utf-8")
    assert "到期，不再算数" in "".join(run("patent", "稿.txt", "--as-of", "2027-01-01").stdout.split())


def test_an_unused_one_is_told_only_where_its_check_looked() -> None:
    accept("--select", "DSC090")
    Path("稿.txt").write_text(FAULTY.replace("的的", "的"), encoding="utf-8")
    told = "".join(run("patent", "稿.txt").stdout.split())
    assert "没有对应的发现，可以从文件里删去" in told
    assert report("--ignore", "DSC090")["remarks"] == []


def test_failures_are_never_accepted_away() -> None:
    accept("--all")
    Path("坏.docx").write_bytes(b"PK")
    assert "坏.docx" in run("patent", "稿.txt", "坏.docx", code=2).stdout


def test_beside_the_documents_and_by_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    accept("--all")
    elsewhere = tmp_path / "别处"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert "错误 0" in run("patent", "../稿.txt", code=0).stdout
    FILE.write_text("", encoding="utf-8")
    assert "错误 0" not in run("patent", "../稿.txt", "--accepted", FILE.name, code=1).stdout
    assert "没有.toml" in run("patent", "../稿.txt", "--accepted", "没有.toml", code=2).stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[accepted]]\ncode = \n", "第2行"),
        ("\n\n[[accepted]]\ncode = 'CLM033'\n", "第3行：缺少 fingerprint"),
        ("[[accepted]]\n\n[[accepted]]\nreasn = 'x'\n", "第3行：不认识的项目 reasn"),
        ("[accepted]\ncode = 'CLM033'\n", "只能有 [[accepted]]"),
        ("[[accepted]]\ndate = '昨天'\n", "date 应写成"),
    ],
)
def test_a_broken_file_is_told_with_the_line(text: str, told: str) -> None:
    FILE.write_text(text, encoding="utf-8")
    result = run("patent", "稿.txt", code=2)
    assert told in result.stderr and result.stdout == ""


def test_what_cannot_be_accepted_is_said() -> None:
    assert "CLM999" in accept("--select", "CLM999", code=2).stderr
    accept("--fingerprint", "", code=2)
    run("accept", "没有.json", "--all", *ACCEPT, code=2)
    run("accept", "r.json", "--all", "--reason", " ", "--name", "李", code=2)
    run("accept", "r.json", "--all", *ACCEPT, "--until", "明年", code=2)
    run("accept", "r.json", *ACCEPT, code=2)
    assert not FILE.exists()
    FILE.write_text("坏", encoding="utf-8")
    accept("--all", code=2)
    assert FILE.read_text(encoding="utf-8") == "坏"


def test_words_of_a_draft_are_data() -> None:
    nasty = '1. 一种"杯\\子"，包括\u007f杯体的的盖。\n'
    Path("稿.txt").write_text(nasty, encoding="utf-8")
    accept("--all")
    assert report()["summary"]["accepted"] == len(report()["findings"]) > 0


def test_the_file_beside_marks_is_no_application(tmp_path: Path) -> None:
    folder = tmp_path / "商标"
    folder.mkdir()
    shutil.copy(next((ROOT / "examples" / "trademark").glob("*申请表.csv")), folder)
    run("trademark", str(folder), "--output", "商标/ipcheck-report.json", code=1)
    run("accept", "商标/ipcheck-report.json", "--all", *ACCEPT, "--output", f"商标/{FILE.name}", code=0)
    assert FILE.name not in run("trademark", str(folder), code=0).stdout


def test_the_other_rooms_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    table = next((ROOT / "examples" / "trademark").glob("*申请表.csv"))
    run("trademark", str(table), "--output", "r.json")
    run("accept", "r.json", "--all", *ACCEPT, code=0)
    after = json.loads(run("trademark", str(table), "--format", "json", code=0).stdout)
    assert after["summary"]["accepted"] == len(after["findings"]) > 0
    for name in ("甲.txt", "乙.txt"):
        Path(name).write_text(FAULTY + "说明书\n一种杯子\n技术领域\n本发明涉及杯子。\n" * 3, encoding="utf-8")
    run("abnormal", "甲.txt", "乙.txt", "--output", "a.json")
    if json.loads(Path("a.json").read_text(encoding="utf-8"))["findings"]:
        run("accept", "a.json", "--all", *ACCEPT, code=0)
        again = json.loads(run("abnormal", "甲.txt", "乙.txt", "--format", "json", code=0).stdout)
        assert again["summary"]["accepted"] == len(again["findings"])


def test_an_acceptance_that_ends_before_it_begins_is_refused() -> None:
    told = accept("--all", "--date", "2026-03-02", "--until", "2026-03-01", code=2).stderr
    assert "--until 2026-03-01 早于决定的那一天 2026-03-02" in told and not FILE.exists()
    accept("--all", "--date", "2026-03-02", "--until", "2026-03-02")
