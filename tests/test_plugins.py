"""Folders of checks: ours and a stranger's by the same door."""

from __future__ import annotations

from pathlib import Path

from ipcheck.plugins import load_checks, shipped
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
