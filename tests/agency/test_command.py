"""``ipcheck agency`` and ``ipcheck init --room agency``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import validate

from ipcheck.agency.tables import TABLES
from ipcheck.cli.main import main
from ipcheck.reporters.json_report import schema
from tests.agency.made_up import CLEAN, PLANTED, edited, write


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_the_clean_agency_ends_with_0_and_a_fault_with_1(tmp_path: Path) -> None:
    folder = write(tmp_path / "机构")
    done = call("agency", str(folder), "--as-of", "2026-11-29")
    assert (done.exit_code, "未发现问题" in done.output, f"共检查 1 家机构、{len(CLEAN)} 个文件" in done.output) == (
        0,
        True,
        True,
    )
    write(folder, edited(PLANTED["pa-license-present"]))
    done = call("agency", str(folder / "agency.toml"), "--as-of", "2026-11-29", "--format", "json")
    assert done.exit_code == 1
    report = json.loads(done.output)
    validate(report, schema())
    assert [(item["code"], item["line"], item["text"]) for item in report["findings"]] == [("AGP001", 8, "吊销")]
    assert call("agency", str(folder), "--as-of", "2026-11-29", "--ignore", "AGP001").exit_code == 0


def test_a_folder_is_checked_without_naming_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    # A folder that bears a command's name is named by its path.
    write(tmp_path / "credit")
    assert "未发现问题" in call("agency", "./credit", "--as-of", "2026-11-29").output
    assert "未发现问题" in call("agency", "--as-of", "2026-11-29", "./credit").output
    shown = call("agency", "--help").output
    assert shown.startswith("用法：main agency [选项] 路径")
    assert "credit" in shown and "lists" in shown and "record" in shown
    assert call("agency").exit_code == 2
    for name in ("credit", "lists", "record"):
        assert f"agency {name} [选项]" in call("agency", name, "--help").output


def test_init_writes_every_table_and_overwrites_nothing(tmp_path: Path) -> None:
    done = call("init", "--room", "agency", str(tmp_path))
    assert done.exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"agency.toml", *(f"{kind.name}.csv" for kind in TABLES)}
    for kind in TABLES:
        header = (tmp_path / f"{kind.name}.csv").read_text(encoding="utf-8-sig").strip().split(",")
        assert header == [column.value for column in kind.column]
    before = (tmp_path / "agency.toml").read_bytes()
    again = call("init", "--room", "agency", str(tmp_path))
    assert (again.exit_code, "已经存在" in again.output) == (2, True)
    assert (tmp_path / "agency.toml").read_bytes() == before


def test_a_blank_folder_is_no_clean_bill(tmp_path: Path) -> None:
    call("init", "--room", "agency", str(tmp_path))
    done = call("agency", str(tmp_path), "--as-of", "2026-11-29")
    assert done.exit_code == 2
    assert "未发现问题" not in done.output
    assert "pa-license-present" in done.output


def test_tables_are_told_apart_by_their_names() -> None:
    for kind in TABLES:
        for name in (kind.name, f"{kind.name}表", f"{kind.name}2026", f"2026年{kind.name}", f"{kind.name}-2026.11.29"):
            assert [other.name for other in TABLES if other.named(name)] == [kind.name], name
        columns = [kind.columns.of(column.value) for column in kind.column]
        assert columns == [*kind.column.__members__.values()]
