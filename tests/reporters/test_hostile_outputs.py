"""Outputs that cannot be written: told before anything is, and no draft is ever written over."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ipcheck.cli.main import main

DRAFT = "权利要求书\n1. 一种杯子，其特征在于，包括较大的杯体。\n2. 根据权利要求3所述的杯子，其特征在于，有杯盖。\n"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "稿.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["patent", "稿.txt", "--format", "json", *arguments])


@pytest.mark.parametrize("target", ["稿.txt", "./稿.txt", "链接.txt"])
def test_a_draft_is_not_written_over(draft: Path, target: str) -> None:
    (draft.parent / "链接.txt").symlink_to(draft)
    shown = run("--output", target)
    assert shown.exit_code == 2 and "是被检查的文件" in shown.stderr
    assert draft.read_text("utf-8") == DRAFT


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("夹", "这是文件夹，请写文件名"),
        ("没有/报告.html", "上级文件夹不存在"),
        ("a.json", "写了两次"),
        ("稿.txt/报告.html", "上级文件夹不存在"),
    ],
)
def test_one_bad_output_leaves_none_half_written(draft: Path, target: str, told: str) -> None:
    (draft.parent / "夹").mkdir()
    shown = run("--output", "a.json", "--format", "html", "--output", target)
    assert shown.exit_code == 2 and told in shown.stderr
    assert not Path("a.json").exists()


def test_a_name_that_no_system_takes(draft: Path) -> None:
    shown = run("--output", "长" * 300 + ".json")
    assert shown.exit_code == 2 and "文件名太长，请改短" in shown.stderr
    shown = CliRunner().invoke(main, ["patent", "长" * 300 + ".txt"])
    assert shown.exit_code == 2 and "文件名太长" in shown.output and isinstance(shown.exception, SystemExit)


@pytest.mark.parametrize("name", ["报 告.json", "🍵.json", "引'号\".json", "$(x);`y`.json", "-x.json"])
def test_odd_names_are_names(draft: Path, name: str) -> None:
    assert run(f"--output={name}").exit_code == 1
    assert Path(name).is_file()


def test_a_copy_that_somebody_worked_on_is_kept(draft: Path) -> None:
    draft.write_text(DRAFT.replace("杯体。", "杯体。。"), encoding="utf-8")
    fix = ["patent", "稿.txt", "--fix", "-q"]
    CliRunner().invoke(main, fix)
    copy = draft.with_name("稿.ipcheck.txt")
    first = copy.read_bytes()
    assert "旧-" not in CliRunner().invoke(main, fix).stderr and copy.read_bytes() == first
    copy.write_text("我改的", encoding="utf-8")
    shown = CliRunner().invoke(main, fix)
    (kept,) = draft.parent.glob("稿.旧-*.ipcheck.txt")
    assert kept.name in shown.stderr and kept.read_text("utf-8") == "我改的" and copy.read_bytes() == first
    # Kept copies are ours and no drafts of the folder.
    assert "1 个文件" in CliRunner().invoke(main, ["patent", str(draft.parent)]).stdout


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every file's name is Unicode")
def test_a_name_that_is_no_utf_8(draft: Path) -> None:
    named = os.fsdecode(b"\xd6\xd0.txt")  # as ZIPs made in China unpack on Linux
    draft.rename(named)
    for name in ("json", "sarif", "html", "text", "gitlab", "junit", "markdown", "github"):
        shown = CliRunner().invoke(main, ["patent", ".", "--format", name, "--output", "out"])
        assert shown.exit_code == 1, shown.output
        assert Path("out").read_bytes().decode()
    assert CliRunner().invoke(main, ["read", named, "--format", "json"]).exit_code == 0
