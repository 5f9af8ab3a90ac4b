"""Samples that anybody can replay, and assignments over them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ipcheck.review.errors import ReviewError
from ipcheck.review.plan import Quota, read_plan
from tests.review.conftest import review


def told(folder: Path, name: str = "抽样结果.json") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / name).read_text("utf-8"))
    return found


@pytest.mark.parametrize(
    ("quota", "size", "count"),
    [(Quota(3), 2, 2), (Quota(3), 9, 3), (Quota(percent=5), 1, 1), (Quota(percent=50), 5, 3), (Quota(), 9, 0)],
)
def test_quotas_are_whole_numbers(quota: Quota, size: int, count: int) -> None:
    assert quota.of(size) == count


def test_a_sample_keeps_its_quotas(evaluation: Path) -> None:
    assert review("sample", str(evaluation)).exit_code == 0
    result = told(evaluation)
    must = [item for item in result["agencies"] if item["must"]]
    assert [item["code"] for item in must] == ["90011"] and must[0]["drawn"]
    by_stratum = {item["stratum"]: item["drawn"] for item in result["strata"]}
    assert by_stratum == {"A": 1, "A+": 3, "B": 1, "C": 2, "D": 2}
    for agency in (item["code"] for item in result["agencies"] if item["drawn"]):
        kinds = [case["kind"] for case in result["cases"] if case["agency"] == agency and case["drawn"]]
        assert sorted(kinds) == ["发明", "发明", "发明", "外观设计", "实用新型", "实用新型"]
    assert all(case["sha256"] for case in result["cases"] if case["drawn"])


def test_it_is_replayed_anywhere(evaluation: Path) -> None:
    assert review("sample", str(evaluation)).exit_code == 0
    first = (evaluation / "抽样结果.json").read_bytes()
    for name in ("机构名册.csv", "案卷名册.csv"):
        path = evaluation / name
        header, *rows = path.read_text("utf-8").splitlines()
        path.write_text("\n".join([header, *reversed(rows)]) + "\n", encoding="utf-8")
    environment = os.environ | {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Shanghai"}
    command = [sys.executable, "-m", "ipcheck.cli.main", "review", "verify", str(evaluation)]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    # Only the bytes of the two rosters differ, what they say does not.
    lines = done.stdout.decode("utf-8", "backslashreplace").splitlines()
    assert done.returncode == 1 and len(lines) == 3
    assert (evaluation / "抽样结果.json").read_bytes() == first


def test_verify_says_equal(evaluation: Path) -> None:
    review("sample", str(evaluation))
    shown = review("verify", str(evaluation))
    assert (shown.exit_code, shown.output.splitlines()[-1][:2]) == (0, "相同")


@pytest.mark.parametrize(
    ("name", "old", "new", "named"),
    [
        ("机构名册.csv", "澄泊甲", "澄泊申", "机构名册.csv"),
        ("案卷名册.csv", "2026-03-11", "2026-03-12", "案卷名册.csv"),
        ("评查计划.toml", "0427193855", "0427193856", "seed.public"),
        ("案卷/90011-0.txt", "卡扣", "卡榫", "案卷/90011-0.txt"),
    ],
)
def test_every_changed_byte_is_named(evaluation: Path, name: str, old: str, new: str, named: str) -> None:
    review("sample", str(evaluation))
    path = evaluation / name
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    shown = review("verify", str(evaluation))
    assert shown.exit_code == 1 and named in shown.output


def test_a_salt_that_was_not_promised_is_refused(evaluation: Path) -> None:
    plan = evaluation / "评查计划.toml"
    text = (
        plan.read_text("utf-8")
        .replace("salts = []", 'salts = ["甲"]')
        .replace("commitments = []", 'commitments = ["00"]')
    )
    plan.write_text(text, encoding="utf-8")
    assert "承诺值不同" in review("sample", str(evaluation)).stderr


def test_without_the_public_number_the_digests_to_publish_are_told(evaluation: Path) -> None:
    plan = evaluation / "评查计划.toml"
    plan.write_text(plan.read_text("utf-8").replace("0427193855", ""), encoding="utf-8")
    shown = review("sample", str(evaluation))
    assert shown.exit_code == 2 and "名册的摘要" in shown.stderr


def test_results_are_not_overwritten(evaluation: Path) -> None:
    review("sample", str(evaluation))
    assert review("sample", str(evaluation)).exit_code == 0
    plan = evaluation / "评查计划.toml"
    plan.write_text(plan.read_text("utf-8").replace("0427193855", "1"), encoding="utf-8")
    before = (evaluation / "抽样结果.json").read_bytes()
    assert review("sample", str(evaluation)).exit_code == 2
    assert (evaluation / "抽样结果.json").read_bytes() == before
    assert review("sample", str(evaluation), "--again").exit_code == 0
    assert [path.read_bytes() for path in evaluation.glob("旧/抽样结果.旧-*.json")] == [before]


def test_all_faults_of_a_plan_at_once() -> None:
    with pytest.raises(ReviewError) as raised:
        read_plan(
            'batch = 1\nperiod = [2026-01-02, 2026-01-01]\n[agencies]\nA = "x"\n[files]\n[experts]\nper-file = 1', "p"
        )
    assert len(raised.value.problems) == 7


def test_faulty_rosters_are_told_row_by_row(evaluation: Path) -> None:
    path = evaluation / "机构名册.csv"
    path.write_text(path.read_text("utf-8") + "90000,重复所,,A,,,\n,无号所,,A,,,\n", encoding="utf-8")
    shown = review("sample", str(evaluation))
    assert shown.exit_code == 2 and "第14行" in shown.stderr and "第15行" in shown.stderr


def test_experts_with_a_conflict_are_never_assigned(evaluation: Path) -> None:
    review("sample", str(evaluation))
    shown = review("assign", str(evaluation))
    assert shown.exit_code == 0, shown.output
    result = told(evaluation, "指派结果.json")
    assert max(result["loads"].values()) - min(result["loads"].values()) <= 1
    reasons = {why.split("：")[0] for item in result["files"] for list_ in item["barred"].values() for why in list_}
    assert reasons <= {"任职", "客户", "近亲属", "竞争", "同案", "申报"} and len(reasons) >= 4
    for item in result["files"]:
        assert len(item["experts"]) == 2 and not set(item["experts"]) & set(item["barred"])


def test_what_blocks_is_named(evaluation: Path) -> None:
    review("sample", str(evaluation))
    path = evaluation / "回避申报.csv"
    rows = [f"专家{name},90011,申报,\n" for name in "一二三四五六七"]
    path.write_text(path.read_text("utf-8") + "".join(rows), encoding="utf-8")
    shown = review("assign", str(evaluation))
    assert shown.exit_code == 2 and "90011/90011-" in shown.stderr
