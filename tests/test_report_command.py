"""``ipcheck report``: the same bytes in every format as the run itself would have written, and the schema."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from ipcheck.cli.main import main
from ipcheck.reporters.formats import FORMATS
from tests.samples.formats import faulty, write

RUN = ("patent", "案", "--as-of", "2026-11-22")
TEXT = [name for name, item in FORMATS.items() if item.makes == "text"]


@pytest.fixture(autouse=True)
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A faulty draft in 案 and its report, r.json."""
    monkeypatch.chdir(tmp_path)
    write(faulty(), "txt", Path("案"))
    run(*RUN, "--output", "r.json", code=1)


def run(*arguments: str, code: int | None = None) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert code is None or result.exit_code == code, result.output
    return result


@pytest.mark.parametrize("name", TEXT)
def test_the_same_as_the_run_itself(name: str) -> None:
    assert run("report", "r.json", "--format", name, code=1).stdout == run(*RUN, "--format", name, code=1).stdout


def test_from_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = run("report", "r.json", "--format", "sarif").stdout
    (tmp_path / "别处").mkdir()
    monkeypatch.chdir(tmp_path / "别处")
    assert run("report", "../r.json", "--format", "sarif").stdout == here


def test_a_file_that_has_changed_is_told_and_the_rest_stays() -> None:
    before = json.loads(run("report", "r.json", "--format", "sarif").stdout)["runs"][0]
    Path("案", "稿.txt").unlink()
    after = json.loads(run("report", "r.json", "--format", "sarif", code=1).stdout)["runs"][0]
    assert len(after["results"]) == len(before["results"])
    assert "改过或者不在了" in json.dumps(after["invocations"], ensure_ascii=False)
    assert run("report", "r.json").stdout.count("〖") > 20


def test_several_formats_and_the_exit_code() -> None:
    run("report", "r.json", "--output", "a.sarif", "--output", "b.xml", "--fail-on", "never", code=0)
    assert Path("a.sarif").stat().st_size and Path("b.xml").stat().st_size
    run("report", "没有.json", code=2)
    run("report", code=2)
    Path("坏.json").write_text("[]", encoding="utf-8")
    run("report", "坏.json", code=2)


@pytest.mark.parametrize("extra", [[], ["--new-since", "r.json"], ["--accepted", "接受.toml"]])
def test_the_schema_that_it_prints_fits_every_report(extra: list[str]) -> None:
    run(
        "accept",
        "r.json",
        "--all",
        "--reason",
        "试",
        "--name",
        "李",
        "--output",
        "接受.toml",
        "--until",
        "2026-11-01",
        "--date",
        "2026-10-01",
    )
    schema = json.loads(run("report", "--schema", code=0).stdout)
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    report = json.loads(run(*RUN, *extra, "--format", "json").stdout)
    assert [error.message for error in validator.iter_errors(report)] == []
    if extra[:1] == ["--accepted"]:
        assert len(report["remarks"]) == len(report["findings"])


def test_the_counts_fit_a_screen_however_many_files_there_are() -> None:
    report = json.loads(Path("r.json").read_text(encoding="utf-8"))
    findings = report["findings"]
    many: dict[str, list[dict[str, Any]]] = {"inputs": [], "findings": []}
    for number in range(300):
        path = f"案/{'很长的文件夹名' * 12}/{number:03}.txt"
        many["inputs"].append({"path": path, "sha256": "0" * 64})
        many["findings"] += [item | {"path": path} for item in findings[: number % 20]]
    many["failures"] = [{"path": f"坏{number}.docx", "check": None, "message": "打不开"} for number in range(30)]
    skipped = [{"check": "figure-sign", "reason": "没有安装 Pillow"}]
    report |= {"skipped": skipped, "since": "2026-11-01", "known": 5, "remarks": ["到期"]}
    Path("many.json").write_text(json.dumps(report | many), encoding="utf-8")
    lines = run("report", "many.json", "--summary", code=2).stdout.splitlines()
    assert len(lines) <= 24 and not any(len(line) > 80 for line in lines)
    told = "\n".join(lines)
    assert "另有 27 处" in told and "300 个文件" in told
    total = sum(int(count) for count in re.findall(r"^  \S+ +(\d+) 条，在", told, re.MULTILINE))
    assert total == len(many["findings"])
    whole = run("report", "many.json", code=2).stdout
    assert "问题最重的文件" in whole and whole.count("〖") >= total
    assert "问题最重的文件" not in run("report", "many.json", "-v").stdout
    assert "问题最重的文件" not in run("report", "r.json").stdout
