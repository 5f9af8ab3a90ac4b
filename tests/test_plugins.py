"""Folders of checks: ours and a stranger's by the same door."""

from __future__ import annotations

import sys
from pathlib import Path

from ipcheck.plugins import load_checks, shipped
from ipcheck.testing import run_examples
from tests.test_config import CHECK


def test_each_broken_file_is_a_failure_and_the_rest_load(tmp_path: Path) -> None:
    (tmp_path / "cup_without_lid.py").write_text(CHECK, encoding="utf-8")
    (tmp_path / "breaks.py").write_text("raise ValueError('坏')", encoding="utf-8")
    (tmp_path / "leaves.py").write_text("import sys; sys.exit(3)", encoding="utf-8")
    (tmp_path / "empty.py").write_text("x = 1", encoding="utf-8")
    (tmp_path / "words.toml").write_text('code = "WRD001"\nlevle = "error"', encoding="utf-8")
    (tmp_path / "twice.py").write_text(CHECK, encoding="utf-8")
    (tmp_path / "_helper.py").write_text("raise ValueError", encoding="utf-8")
    loaded = load_checks([tmp_path, tmp_path / "没有"])
    assert [check.code for check in loaded.checks] == ["MYC001"]
    told = {Path(path).name: message for path, message in loaded.failures}
    assert set(told) == {"breaks.py", "leaves.py", "empty.py", "words.toml", "twice.py", "没有"}
    assert "坏" in told["breaks.py"]
    assert "重复" in told["twice.py"]
    assert "levle" in told["words.toml"]
    assert "缺少" in told["words.toml"]


def test_a_word_list_is_a_check(tmp_path: Path) -> None:
    (tmp_path / "our_words.toml").write_text(
        'code = "OUR001"\nlevel = "warning"\nbasis = [["细则", "20.3"]]\nmessage = "不写“{words}”"\n'
        'explain = "甲。乙。丙。"\nwhere = ["description"]\nwords = ["按装=安装", "神奇"]\nexcept = ["神奇宝贝"]\n'
        'good = ["说明书\\n一种泵\\n技术领域\\n本发明涉及神奇宝贝。"]\n'
        'bad = ["说明书\\n一种泵\\n技术领域\\n本发明涉及⟦按装→安装⟧。"]\n',
        encoding="utf-8",
    )
    loaded = load_checks([tmp_path])
    assert loaded.failures == []
    assert [(check.code, check.check_name(), check.fixable()) for check in loaded.checks] == [
        ("OUR001", "our-words", True)
    ]


def test_the_shipped_folders_are_found() -> None:
    assert (shipped("checks") / "patent").is_dir()
    assert (shipped("templates") / "ipcheck.toml").is_file()


SHARING = """
from ipcheck.law import cite
from ipcheck.model import Level
from {module} import MOST, Cups


class {name}(Cups):
    \"""杯子太多。不好。少写。\"""

    code = "{code}"
    level = Level.ADVICE
    basis = (cite("法", "26.4"),)
    message = "多于" + str(MOST)
    good = ("1. 一种碗。",)
    bad = ("1. 一种⟦杯子⟧。",)
"""
SHARED_FILE = """
from ipcheck.patent import PatentCheck

MOST = {most}


class Cups(PatentCheck):
    \"""找杯子。\"""

    def find(self, filing, /):
        for claim in filing.claims:
            start = claim.body.folded.find("杯子")
            if start >= 0:
                yield self.at(claim.body.sub(start, start + 2))
"""


def test_checks_of_a_folder_share_a_file_beside_them(tmp_path: Path) -> None:
    for folder, most, code in (("甲", 1, "MYA001"), ("乙", 2, "MYB001")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "_shared.py").write_text(SHARED_FILE.format(most=most), encoding="utf-8")
        for name, number in (("TooManyCups", 0), ("MoreCups", 1)):
            text = SHARING.format(module="._shared", name=f"{name}{code[2]}", code=f"{code[:5]}{number}")
            (tmp_path / folder / f"{name}{code[2]}.py").write_text(text, encoding="utf-8")
    path, modules = list(sys.path), set(sys.modules)
    loaded = load_checks([tmp_path])
    assert loaded.failures == []
    assert [(check.code, check.message) for check in loaded.checks] == [
        ("MYA000", "多于1"), ("MYA001", "多于1"), ("MYB000", "多于2"), ("MYB001", "多于2")
    ]  # fmt: skip
    assert [outcome.problem for check in loaded.checks for outcome in run_examples(check)] == [""] * 8
    assert sys.path == path and all(name.startswith("_ipcheck_checks_") for name in set(sys.modules) - modules)


def test_a_file_beside_a_check_is_no_installed_module(tmp_path: Path) -> None:
    (tmp_path / "_shared.py").write_text(SHARED_FILE.format(most=1), encoding="utf-8")
    (tmp_path / "cups.py").write_text(SHARING.format(module="_shared", name="Cups", code="MYC001"), encoding="utf-8")
    (failure,) = load_checks([tmp_path]).failures
    assert failure[1].endswith("同一个文件夹里的 _shared.py 要写成 from ._shared import …")
