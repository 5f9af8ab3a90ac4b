"""What is no ordinary file: full and closed streams, devices, pipes. And numbers that Python does not read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipcheck.cli.main import main
from ipcheck.whole import is_pipe, write_atomically
from tests.conftest import ROOT

FULL = Path("/dev/full")
POSIX = pytest.mark.skipif(os.name != "posix", reason="there are no such files")
HAS_FULL = pytest.mark.skipif(not FULL.is_char_device(), reason="this system has no /dev/full")
LONG = "9" * 5000


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text("1. 一种杯子，包括杯体的的盖。\n", encoding="utf-8")


def shell(line: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = line.replace("ipcheck", f"'{sys.executable}' -m ipcheck", 1)
    return subprocess.run(
        command, shell=True, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@HAS_FULL
def test_a_full_disk_behind_a_stream_is_told_in_chinese() -> None:
    done = shell("ipcheck explain CLM020 > /dev/full")
    assert (done.returncode, done.stderr) == (2, "磁盘满了，请清出空间后重试\n")
    for line in ("ipcheck explain CLM020 > /dev/full 2>&1", "ipcheck explain --wrong 2> /dev/full"):
        done = shell(line)
        assert (done.returncode, done.stderr) == (2, ""), line


@POSIX
def test_a_closed_stream_is_no_fault_of_the_program() -> None:
    done = shell("ipcheck explain CLM020 >&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert shell("ipcheck explain --wrong 2>&-").returncode == 2


@POSIX
def test_what_is_no_file_is_written_into_and_never_replaced(tmp_path: Path) -> None:
    # A pipe stands for /dev/null here: a test that fails must not replace the machine's own.
    pipe = tmp_path / "管.txt"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, "报告".encode())
    assert os.read(end, 100).decode() == "报告" and pipe.is_fifo()
    os.close(end)
    link, real = tmp_path / "链接.txt", tmp_path / "真.txt"
    link.symlink_to(real)
    for data in (b"1", b"2"):
        write_atomically(link, data)
        assert link.is_symlink() and real.read_bytes() == data


@POSIX
@pytest.mark.parametrize(
    "arguments",
    [
        ["patent", "管.docx"],
        ["read", "管.docx"],
        ["patent", "稿.txt", "--config", "管.docx"],
        ["patent", "稿.txt", "--new-since", "管.docx"],
        ["abnormal", "--register", "管.docx"],
        ["trademark", "管.docx"],
        ["report", "管.docx"],
        ["index", "build", "索引", "管.docx"],
        ["compare", "drafts", "管.docx", "稿.txt"],
    ],
)
def test_a_pipe_with_a_name_is_refused_instead_of_waited_for(arguments: list[str]) -> None:
    os.mkfifo("管.docx")
    told = CliRunner().invoke(main, arguments)
    assert told.exit_code == 2 and "是管道，不是文件；请先存成文件" in told.stderr


@POSIX
def test_a_pipe_in_a_folder_is_passed_over_and_one_without_a_name_is_read() -> None:
    for name in ("管.docx", "管.toml"):
        os.mkfifo(name)
    told = CliRunner().invoke(main, ["patent", "."])
    assert told.exit_code == 0 and "共检查 1 件申请、1 个文件" in told.stdout
    told = CliRunner().invoke(main, ["patent", "稿.txt", "--checks", "."])
    assert told.exit_code == 2 and "管.toml：检查文件没有加载：不是文件" in told.stdout
    ends = os.pipe()
    assert not is_pipe(Path(f"/dev/fd/{ends[0]}"))
    for end in ends:
        os.close(end)


@pytest.mark.parametrize(
    ("name", "text", "arguments", "line"),
    [
        ("c.toml", f"\njobs = {LONG}", ["patent", "稿.txt", "--config", "c.toml"], "第2行"),
        ("a.toml", f"[[accepted]]\nx = {LONG}", ["patent", "稿.txt", "--accepted", "a.toml"], "第2行"),
        ("r.json", f'{{"version": {LONG}}}', ["report", "r.json"], "第1行"),
        ("r.json", f'{{"version": {LONG}}}', ["agency", "record", "--verify", "r.json"], ""),
        ("t.jsonl", f'{{"name": {LONG}}}', ["index", "pairs", "t.jsonl"], ""),
        ("_checklist.toml", f"item = {LONG}", ["explain", "--checklist", "--checks", "."], "第1行"),
        ("w.toml", f"code = {LONG}", ["checks", "--checks", "."], "第1行"),
        ("评查计划.toml", f"title = {LONG}", ["review", "sample", "."], "第1行"),
    ],
)
def test_a_number_of_five_thousand_digits_is_told_in_chinese(
    name: str, text: str, arguments: list[str], line: str
) -> None:
    Path(name).write_text(text, encoding="utf-8")
    told = CliRunner().invoke(main, arguments)
    assert told.exit_code == 2
    assert f"{line}有一个数超过 4300 位，读不了" in told.stderr and "digits" not in told.stderr


def test_a_limit_of_five_thousand_digits_is_no_limit() -> None:
    told = CliRunner().invoke(main, ["patent", "稿.txt", "--max-pages", LONG])
    assert told.exit_code == 2 and "应写成整数" in told.stderr and len(told.stderr) < 200
