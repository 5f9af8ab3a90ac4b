"""What the system refuses is told in Chinese, and a system without Chinese does not stop us."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipcheck.cli.main import main
from ipcheck.whole import why, why_unread
from tests.conftest import ROOT


@pytest.mark.parametrize(
    "code",
    [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EISDIR, errno.EROFS, errno.ENAMETOOLONG, errno.EMFILE, errno.EIO],
)
def test_the_usual_refusals_have_words_of_ours(code: int) -> None:
    error = OSError(code, os.strerror(code))
    for told in (why(error), why_unread(error)):
        assert os.strerror(code) not in told and not told.isascii()


def test_an_unusual_refusal_is_at_least_told() -> None:
    assert why(OSError(errno.ENOTTY, "Inappropriate ioctl")) == "系统拒绝（Inappropriate ioctl）"
    assert why_unread(ValueError("别的")) == "别的"


@pytest.mark.skipif(os.name != "posix", reason="only there the system's encoding can be ASCII")
def test_names_in_chinese_open_where_the_system_speaks_ascii(tmp_path: Path) -> None:
    draft = tmp_path / "稿.txt"
    draft.write_text("权利要求书\n1. 一种杯子，包括杯体。\n", encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "ipcheck", "patent", "稿.txt", "-q"], cwd=tmp_path, env=environment, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    assert "稿.txt:1:1" in done.stdout.decode()


@pytest.mark.parametrize("more", [(), ("--marks",)])
def test_an_index_of_nothing_is_not_built(more: tuple[str, ...], tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["index", "build", str(tmp_path / "索引"), str(tmp_path / "没有.csv"), *more])
    assert done.exit_code == 2 and "没有.csv" in done.stderr and "索引没有改动" in done.stderr
    assert not (tmp_path / "索引").exists()
