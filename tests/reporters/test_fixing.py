"""``--fix`` writes copies, ``--diff`` shows them; the drafts themselves are never touched."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ipcheck.cli.main import main
from tests.conftest import ROOT
from tests.readers.docx_samples import p
from tests.reporters.word_samples import opened, settled, word

FAULTY = "权利要求书\r\n1. 一种杯子，包括杯体，所述杯体高５０mm，杯体上设有的的盖。\r\n"
FIXED = FAULTY.replace("５０", "50").replace("的的", "的")


def told(*command: str, text: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["patent", "--as-of", "2026-11-22", *command], input=text)


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_bytes(FAULTY.encode("gb18030"))


def test_a_copy_beside_the_draft() -> None:
    done = told("稿.txt", "--fix")
    assert done.exit_code == 0, done.output
    assert "稿.ipcheck.txt：改 2 处" in done.stderr
    assert "DSC049" in done.stdout
    assert Path("稿.ipcheck.txt").read_bytes() == FIXED.encode("gb18030")
    assert Path("稿.txt").read_bytes() == FAULTY.encode("gb18030")


def test_fixing_what_is_fixed_changes_nothing() -> None:
    told("稿.txt", "--fix")
    Path("改.txt").write_bytes(Path("稿.ipcheck.txt").read_bytes())
    again = told("改.txt", "--fix")
    assert "没有可以自动修改的地方" in again.stderr
    assert not Path("改.ipcheck.txt").exists()


def test_the_difference_on_the_screen_and_nothing_written() -> None:
    done = told("稿.txt", "--diff")
    assert done.exit_code == 0, done.output
    old, new = (text.splitlines()[1] for text in (FAULTY, FIXED))
    assert done.stdout == f"--- a/稿.txt\n+++ b/稿.txt\n@@ -1,2 +1,2 @@\n 权利要求书\n-{old}\n+{new}\n"
    assert [path.name for path in Path().iterdir()] == ["稿.txt"]


def test_both_and_a_report_in_a_file() -> None:
    done = told("稿.txt", "--diff", "--fix", "--output", "r.json")
    assert done.stdout.startswith("--- a/稿.txt")
    assert {path.name for path in Path().iterdir()} == {"稿.txt", "稿.ipcheck.txt", "r.json"}


def test_the_screen_is_not_for_two() -> None:
    done = told("稿.txt", "--diff", "--format", "json")
    assert done.exit_code == 2
    assert "--diff 占用屏幕" in done.output


def test_a_docx_gets_tracked_changes_and_keeps_its_words() -> None:
    data = word("".join(map(p, FAULTY.split("\r\n")[:2])))
    Path("稿.docx").write_bytes(data)
    assert "稿.ipcheck.docx：改 2 处" in told("稿.docx", "--fix").stderr
    copy = Path("稿.ipcheck.docx").read_bytes()
    assert opened(copy).text.splitlines() == FIXED.splitlines()
    assert opened(settled(copy, accept=False)).text == opened(data).text
    assert "comments" not in opened(copy).facts
    assert "+" + FIXED.splitlines()[1] in told("稿.docx", "--diff").stdout
    assert Path("稿.docx").read_bytes() == data


def test_copies_go_where_the_word_report_goes() -> None:
    Path("稿.docx").write_bytes(word("".join(map(p, FAULTY.split("\r\n")[:2]))))
    done = told("稿.docx", "稿.txt", "--fix", "--format", "docx", "--output", "出")
    assert done.exit_code == 0, done.output
    names = sorted(path.name for path in Path("出").iterdir())
    assert names == ["稿-2.ipcheck.docx", "稿.ipcheck.docx", "稿.ipcheck.txt"]
    assert {path.name for path in Path().iterdir()} == {"稿.docx", "稿.txt", "出"}


def test_an_input_is_never_written_over() -> None:
    Path("稿.ipcheck.txt").write_bytes(FAULTY.encode())
    told("稿.txt", "稿.ipcheck.txt", "--fix")
    assert Path("稿.ipcheck.txt").read_bytes() == FAULTY.encode()
    assert Path("稿-2.ipcheck.txt").read_bytes() == FIXED.encode("gb18030")
    assert Path("稿.ipcheck.ipcheck.txt").read_bytes() == FIXED.encode()


def test_an_older_copy_is_replaced() -> None:
    Path("稿.ipcheck.txt").write_text("旧的副本")
    told("稿.txt", "--fix")
    assert Path("稿.ipcheck.txt").read_bytes() == FIXED.encode("gb18030")


def test_what_has_no_copy_is_said() -> None:
    done = told("-", "--fix", text=FAULTY.encode())
    assert "标准输入没有副本可写" in done.stderr
    shutil.make_archive("案卷", "zip", ".", "稿.txt")
    done = told("案卷.zip", "--fix")
    assert "“５０”未自动修改（只有 .docx、.txt、.md 写改好的副本）" in done.stderr
    assert {path.name for path in Path().iterdir()} == {"稿.txt", "案卷.zip"}


def test_a_read_only_folder_is_said_and_ends_with_two(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("ipcheck.whole.os.fsync", refuse)
    done = told("稿.txt", "--fix")
    assert done.exit_code == 2
    assert "写不进 稿.ipcheck.txt" in done.stderr


def test_the_examples_are_mended_once_and_for_all(tmp_path: Path) -> None:
    folder = tmp_path / "案"
    shutil.copytree(ROOT / "examples/patent/03-缺陷样稿", folder)
    told(str(folder), "--fix")
    copies = list(folder.glob("*.ipcheck.docx"))
    for copy in copies:
        (folder / copy.name.replace(".ipcheck", "")).write_bytes(settled(copy.read_bytes(), accept=True))
        copy.unlink()
    again = told(str(folder), "--fix")
    assert copies
    assert "没有可以自动修改的地方" in again.stderr
