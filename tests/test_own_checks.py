"""examples/own-checks: a stranger's folder of checks, brought to another place and used both ways that are told."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ipcheck.cli.main import main
from tests.conftest import ROOT

OWN = ROOT / "examples" / "own-checks"


@pytest.fixture
def firm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder as the firm has it, far from ours: nothing may depend on where it lies."""
    copy = tmp_path / "某某事务所"
    shutil.copytree(OWN, copy, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    monkeypatch.chdir(copy)
    return copy


def ipcheck(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize(
    ("arguments", "code", "golden"),
    [
        (("patent", "稿件"), 0, "patent.ipcheck.txt"),
        (("trademark", "商标"), 1, "trademark.ipcheck.txt"),
    ],
)
def test_golden(firm: Path, pytestconfig: pytest.Config, arguments: tuple[str, ...], code: int, golden: str) -> None:
    told = ipcheck(*arguments, "--as-of", "2026-11-22")
    assert (told.exit_code, told.stderr) == (code, "")
    if pytestconfig.getoption("--update-golden"):
        (OWN / "golden" / golden).write_text(told.stdout, encoding="utf-8", newline="\n")
    shown = (OWN / "golden" / golden).read_text(encoding="utf-8")
    assert told.stdout == shown, "python -m tests.make_all, and read the difference"


def test_their_examples_and_their_own_tests_pass(firm: Path) -> None:
    assert ipcheck("test", "检查").stdout == "3 项检查、13 个例子：3 项通过，0 项不通过。\n"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_own_checks.py"],
        env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0 and "4 passed" in done.stdout, done.stdout + done.stderr


def test_without_the_config_a_folder_is_named_each_time(firm: Path) -> None:
    Path("ipcheck.toml").unlink()
    assert "OWP001" not in ipcheck("patent", "稿件").stdout
    told = ipcheck("patent", "稿件", "--checks", "检查", "--select", "OWP").stdout
    # No option allows M3 now.
    assert re.findall(r"OWP\d{3}", told) == ["OWP002", "OWP001", "OWP001", "OWP001"]


def test_they_stand_beside_ours_everywhere(firm: Path) -> None:
    assert "权利要求里写了螺纹的规格" in ipcheck("explain", "OWP001").stdout
    assert "实测：\n  未测" in ipcheck("explain", "bolt-size-in-claim").stdout
    assert "OWT001" in ipcheck("checks", "--room", "trademark").stdout
    assert re.search(r"^\+ OWP002 house-words", ipcheck("config").stdout, re.MULTILINE)


def test_a_draft_brings_no_code(firm: Path) -> None:
    """The same folder as something to be checked: its ipcheck.toml may not name checks."""
    shutil.copytree("检查", "稿件/检查")
    shutil.copy("ipcheck.toml", "稿件/ipcheck.toml")
    Path("ipcheck.toml").unlink()
    told = ipcheck("patent", "稿件")
    assert told.exit_code == 2 and "不能指定 checks" in told.stderr
