"""Mistakes that authors of checks make are told to them, by name and place, and nobody else's checks suffer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipcheck.cli.main import main
from tests.conftest import ROOT

CHECK = '''from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PatentCheck


class VainEpithet(PatentCheck):
    """查浮夸的词。它们说不清范围。请删去。"""

    code = "ZZA001"
    level = Level.ADVICE
    basis = (cite("细则", "26.2"),)
    message = "“{words}”请删去"
    good = ("1. 一种杯。",)
    bad = ("1. 一种⟦绝⟧杯。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            if "绝" in str(claim.body):
                yield self.at(claim.body.sub(2, 3))
'''

GOOD = '    good = ("1. 一种杯。",)'


def told(tmp_path: Path, old: str, new: str) -> tuple[int, str]:
    """Exit code and words of ``ipcheck test`` over the check with ``old`` changed into ``new``."""
    assert old in CHECK
    (tmp_path / "vain_epithet.py").write_text(CHECK.replace(old, new), encoding="utf-8")
    done = CliRunner().invoke(main, ["test", str(tmp_path)])
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Level.ADVICE", '"advice"', "level 要写成 Level.ERROR"),
        ('"ZZA001"', "1001", "code 要写成三个大写字母加三位数字"),
        ('"ZZA001"', '"CLM020"', "编号或名称重复：CLM020"),
        ('("1. 一种杯。",)', '("1. 一种杯。")', "good 要写成 (…, )"),
        (
            '    good = ("1. 一种杯。",)',
            '    class Options:\n        most: int = 8\n\n    good = ("1. 一种杯。",)',
            "@dataclass",
        ),
        (GOOD, f"    @dataclass(frozen=True)\n    class Options:\n        most = 8\n\n{GOOD}", "most 没有写类型"),
        ("def find(self", "def look(self", "VainEpithet 没有写 find"),
    ],
)
def test_a_class_that_is_made_wrongly_is_told_when_it_is_loaded(tmp_path: Path, old: str, new: str, words: str) -> None:
    code, output = told(tmp_path, old, new)
    assert code == 2 and words in output and "内部错误" not in output


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("claim.body.sub(2, 3))", "claim.body.sub(2, 3), facts={'x': claim.body})", "facts 里只能是文字"),
        ("for claim in filing.claims:", "raise SystemExit(0)\n        for claim in filing.claims:", "SystemExit: 0"),
        ("for claim in filing.claims:", "import os; os._exit(0)\n        for claim in filing.claims:", "意外退出"),
        ("claim.body.sub(2, 3))", "filing.nothing)", "vain_epithet.py 第"),
    ],
)
def test_a_check_that_fails_in_its_examples_is_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    code, output = told(tmp_path, old, new)
    assert code == 1 and words in output and "不通过 ZZA001" in output


def test_the_check_itself_passes(tmp_path: Path) -> None:
    assert told(tmp_path, "绝", "绝") == (0, "1 项检查、2 个例子：1 项通过，0 项不通过。\n")


@pytest.mark.skipif(sys.platform != "linux", reason="what ends a worker with its supervisor is Linux's prctl")
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_their_supervisor(tmp_path: Path, end: signal.Signals) -> None:
    spin = CHECK.replace("for claim in filing.claims:", "while True:\n            pass\n        for claim in ():")
    (tmp_path / "检查").mkdir()
    (tmp_path / "检查" / "vain_epithet.py").write_text(spin, encoding="utf-8")
    (tmp_path / "稿.txt").write_text("1. 一种杯，其特征在于，包括杯体。\n", encoding="utf-8")
    command = [sys.executable, "-m", "ipcheck", "patent", "稿.txt", "--checks", "检查", "--select", "ZZA001"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)
    until = time.monotonic() + 30
    while not (workers := _children(running.pid)) and time.monotonic() < until:
        time.sleep(0.05)
    running.send_signal(end)
    running.wait(10)
    until = time.monotonic() + 10
    while any(Path(f"/proc/{worker}").exists() and not _zombie(worker) for worker in workers):
        assert time.monotonic() < until, "a worker outlives its supervisor"
        time.sleep(0.05)
    assert workers


def _children(pid: int) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:
        return []


def _zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_a_copy_that_a_check_makes_does_not_answer_for_it(tmp_path: Path) -> None:
    fork = CHECK.replace(
        "for claim in filing.claims:", "import os\n        os.fork()\n        for claim in filing.claims:"
    )
    (tmp_path / "检查").mkdir()
    (tmp_path / "检查" / "vain_epithet.py").write_text(fork, encoding="utf-8")
    for number in range(6):
        (tmp_path / "案" / str(number)).mkdir(parents=True)
        (tmp_path / "案" / str(number) / "稿.txt").write_text("权利要求书\n1. 一种绝杯。\n", encoding="utf-8")
    command = [sys.executable, "-m", "ipcheck", "patent", "案", "--checks", "检查", "--select", "ZZA001", "-q"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.count("ZZA001") == 6 and "Traceback" not in done.stderr
