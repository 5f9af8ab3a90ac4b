"""``--new-since``: what is new against an earlier report, what has been mended, and what is neither."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ipcheck.cli.main import main
from tests.conftest import ROOT

FAULTY = "1. 一种杯子，包括杯体。\n2. 根据权利要求3所述的杯子，其特征在于，所述杯盖为圆形的的盖。\n"


@pytest.fixture(autouse=True)
def earlier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft and the report of it, r.json."""
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text(FAULTY, encoding="utf-8")
    run("patent", "稿.txt", "--output", "r.json", "--as-of", "2026-11-22", code=1)


def run(*arguments: str, code: int | None = None) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert code is None or result.exit_code == code, result.output
    return result


def since(*arguments: str, code: int | None = None) -> dict[str, Any]:
    told = run("patent", *(arguments or ("稿.txt",)), "--new-since", "r.json", "--format", "json", code=code)
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def old() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(Path("r.json").read_text(encoding="utf-8"))["findings"]
    return found


def test_nothing_new() -> None:
    found = since(code=0)
    assert (found["findings"], found["mended"], found["known"]) == ([], [], len(old()))
    assert found["since"] == "2026-11-22"
    told = run("patent", "稿.txt", "--new-since", "r.json", "--output", "新.md", code=0)
    for text in (told.stderr, Path("新.md").read_text(encoding="utf-8")):
        assert f"没有新增的问题，原有的还有 {len(old())} 条没有改" in text


def test_what_was_accepted_is_not_still_open() -> None:
    run("accept", "r.json", "--select", "CLM033", "--reason", "客户坚持", "--name", "李", code=0)
    assert since(code=0)["known"] == len(old()) - sum(item["code"] == "CLM033" for item in old())


def test_the_new_and_the_mended() -> None:
    Path("稿.txt").write_text(
        FAULTY.replace("的的盖", "的盖") + "3. 根据权利要求9所述的杯子，有杯柄。\n", encoding="utf-8"
    )
    found = since(code=1)
    # Citing claim 3 is another fault now that there is one: CLM021 has become CLM020.
    assert {item["code"] for item in found["mended"]} == {"DSC090", "CLM021"}
    assert {item["code"] for item in found["findings"]} == {"CLM020", "CLM021"}
    assert found["known"] + len(found["mended"]) == len(old())
    told = "".join(run("patent", "稿.txt", "--new-since", "r.json").stdout.split())
    assert f"新增{len(found['findings'])}条，已改好{len(found['mended'])}条" in told
    assert told.endswith(f"原有的还有{found['known']}条没有改。")


def test_an_edit_elsewhere_makes_nothing_new() -> None:
    Path("稿.txt").write_text(
        FAULTY.replace(
            "2. 根据权利要求3", "2. 根据权利要求1所述的杯子，其特征在于，杯体为玻璃杯体。\n3. 根据权利要求4"
        ),
        encoding="utf-8",
    )
    found = since(code=0)
    assert (found["findings"], found["mended"]) == ([], [])


def test_another_file_with_the_same_faults_is_new() -> None:
    shutil.copy("稿.txt", "另.txt")
    found = since("稿.txt", "另.txt", code=1)
    assert {item["path"] for item in found["findings"]} == {"另.txt"}
    assert found["known"] == len(old())


def test_a_renamed_file_is_not() -> None:
    Path("稿.txt").rename("稿二.txt")
    found = since("稿二.txt", code=0)
    assert (found["findings"], found["mended"], found["known"]) == ([], [], len(old()))


def test_what_was_not_looked_at_is_not_mended() -> None:
    Path("好.txt").write_text("1. 一种杯子，包括杯体。\n", encoding="utf-8")
    assert since("好.txt")["mended"] == []
    Path("稿.txt").write_text("1. 一种杯子，包括杯体。\n", encoding="utf-8")
    mended = since()["mended"]
    assert mended
    ignored = mended[0]["code"]
    assert ignored not in {item["code"] for item in since("稿.txt", "--ignore", ignored)["mended"]}


def test_an_acceptance_that_ran_out_is_new_again() -> None:
    accept = ("--all", "--reason", "客户坚持", "--name", "李", "--until", "2026-12-01")
    run("accept", "r.json", *accept, code=0)
    run("patent", "稿.txt", "--output", "r.json", "--as-of", "2026-11-22", code=0)
    assert since("稿.txt", "--as-of", "2026-11-30", code=0)["findings"] == []
    assert len(since("稿.txt", "--as-of", "2026-12-02", code=1)["findings"]) == len(old())


def test_the_other_rooms_too() -> None:
    table = str(next((ROOT / "examples" / "trademark").glob("*申请表.csv")))
    for command in (("trademark", table), ("abnormal", "稿.txt")):
        run(*command, "--output", "o.json")
        earlier = json.loads(Path("o.json").read_text(encoding="utf-8"))["findings"]
        told = json.loads(run(*command, "--new-since", "o.json", "--format", "json", code=0).stdout)
        assert (told["findings"], told["mended"], told["known"]) == ([], [], len(earlier))


def test_what_cannot_be_compared_is_said() -> None:
    Path("n.json").write_text(json.dumps(since()), encoding="utf-8")
    assert "只列了新增" in run("patent", "稿.txt", "--new-since", "n.json", code=2).stderr
    room = json.loads(Path("r.json").read_text(encoding="utf-8")) | {"room": "trademark"}
    Path("t.json").write_text(json.dumps(room), encoding="utf-8")
    assert "不能和" in run("patent", "稿.txt", "--new-since", "t.json", code=2).stderr
    run("patent", "稿.txt", "--new-since", "没有.json", code=2)
    Path("坏.json").write_text("{", encoding="utf-8")
    run("patent", "稿.txt", "--new-since", "坏.json", code=2)
