"""As on a Chinese Windows, as far as another system can play it: consoles, names, paths, line ends, files in use."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import etree

from ipcheck.cli.main import main, run
from ipcheck.reporters.fixes import Names
from ipcheck.whole import free_stem, plain_stem
from tests.conftest import ROOT
from tests.handbook.folder import rosters
from tests.review.conftest import fill, review
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.write_docx import one_file
from tests.test_config import CHECK

# An emoji, a sign of the compatibility area, two characters outside the BMP, a superscript: none of them is in GBK.
DRAFT = "权利要求书\n1. 一种杯子😀，包括㎎杯体𠀀，所述杯盖𪚥为圆形²。\n2. 根据权利要求3所述的杯子😀，有的的盖。\n"
# Exit code, standard output, standard error.
Ended = tuple[int, bytes, bytes]


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text(DRAFT, encoding="utf-8")


def console(encoding: str, *arguments: str) -> Ended:
    """Run a command whose output goes to streams of an encoding that are strict, as a redirected one's are."""
    written = {"stdout": io.BytesIO(), "stderr": io.BytesIO()}
    streams = {name: io.TextIOWrapper(raw, encoding=encoding, errors="strict") for name, raw in written.items()}
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as ended:
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        patch.setattr(sys, "argv", ["ipcheck", *arguments])
        run()
    for stream in streams.values():
        stream.flush()
    return int(ended.value.code or 0), written["stdout"].getvalue(), written["stderr"].getvalue()


def ipcheck(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, list(arguments))
    return done.exit_code, done.stdout, done.stderr


def found(*arguments: str) -> list[tuple[str, int, int]]:
    """Code, line and column of the findings in what is checked."""
    report: dict[str, Any] = json.loads(ipcheck("patent", *arguments, "--format", "json")[1])
    return [(item["code"], item["line"], item["column"]) for item in report["findings"]]


COMMANDS = (
    ("patent", "稿.txt"), ("patent", "稿.txt", "-q"), ("patent", "稿.txt", "-v"), ("patent", "稿.txt", "--diff"),
    ("patent", "没有😀.txt"), ("patent", "稿.txt", "--tree", "text"), ("read", "稿.txt"), ("explain", "DSC044"),
    ("compare", "drafts", "稿.txt", "稿.txt"), ("patent", "稿.txt", "--select", "没有𠀀"),
)  # fmt: skip


@pytest.mark.parametrize("encoding", ("gbk", "gb2312"))
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_character_ends_a_command(encoding: str, arguments: tuple[str, ...]) -> None:
    """The console shows an escape for what it cannot show, and the exit code is that of a console that can."""
    there = console("utf-8", *arguments)
    code, out, err = console(encoding, *arguments)
    assert (code, out) == (there[0], there[1].decode().encode(encoding, "backslashreplace"))
    assert err == there[2].decode().encode(encoding, "backslashreplace")


@pytest.mark.parametrize("format_", ("json", "sarif", "gitlab", "junit", "github", "markdown", "html"))
def test_what_programs_read_is_utf_8_on_every_console(format_: str) -> None:
    code, out, _ = console("gbk", "patent", "稿.txt", "--format", format_)
    assert (code, out) == console("utf-8", "patent", "稿.txt", "--format", format_)[:2]
    assert "😀" in out.decode("utf-8") or format_ == "github"
    if format_ in ("json", "sarif", "gitlab"):
        json.loads(out.decode("utf-8"))
    if format_ == "junit":
        etree.fromstring(out)


@pytest.mark.parametrize(
    "arguments", [("read", "稿.txt"), ("checks", "--room", "agency"), ("compare", "drafts", "稿.txt", "稿.txt")]
)
def test_json_of_other_commands_is_utf_8_too(arguments: tuple[str, ...]) -> None:
    assert json.loads(console("gbk", *arguments, "--format", "json")[1].decode("utf-8"))


def test_a_process_in_the_c_locale(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONUTF8": "0"}
    environment |= {"PYTHONCOERCECLOCALE": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "ipcheck", "patent", "."], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 1 and b"Traceback" not in done.stderr and b"CLM021" in done.stdout


def test_the_files_that_word_locks_and_leaves_are_passed_over() -> None:
    for name in ("~$稿.docx", "~$求书.doc", "~WRL0001.tmp", ".~lock.稿.docx#", "Thumbs.db", "desktop.ini"):
        Path(name).write_bytes(b"\x05user")
    code, told, _ = ipcheck("patent", ".")
    assert code == 1 and "1 件申请、1 个文件" in told


def test_a_path_longer_than_260_characters() -> None:
    folder = Path(*(name * 60 for name in "长路径名"))
    folder.mkdir(parents=True)
    (folder / "稿.txt").write_text(DRAFT, encoding="utf-8")
    assert len(str(folder.resolve())) > 240
    assert found(str(folder)) == found("稿.txt") != []
    code, _, told = ipcheck("patent", str(folder), "--output", str(folder / "报告.json"))
    assert code == 1 and "已写好" in told


def test_a_copy_of_a_very_long_name_can_be_written() -> None:
    Path("长" * 80 + ".docx").write_bytes(one_file(POT_HOLDER))
    Path("稿.txt").unlink()
    code, _, told = ipcheck("patent", ".", "--format", "docx", "--output", "批注")
    assert code == 0, told
    assert [len(path.name.encode()) <= 255 for path in Path("批注").iterdir()] == [True]


@pytest.mark.parametrize("ends", ("\r\n", "\r"))
@pytest.mark.parametrize("mark", (b"", b"\xef\xbb\xbf"))
@pytest.mark.parametrize("encoding", ("utf-8", "utf-16", "gb18030"))
def test_line_ends_and_encodings_of_windows_change_no_place(ends: str, mark: bytes, encoding: str) -> None:
    mark = mark if encoding == "utf-8" else b""
    Path("别.txt").write_bytes(mark + DRAFT.replace("\n", ends).encode(encoding))
    assert found("别.txt") == found("稿.txt") != []


def windows_text(name: str, text: str) -> None:
    """A file as Notepad saves it."""
    Path(name).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())


def test_settings_acceptances_and_lists_saved_by_notepad() -> None:
    windows_text("ipcheck.toml", '# 说明\nignore = ["CLM033"]\n')
    assert "CLM033" not in {code for code, _, _ in found("稿.txt")}
    ipcheck("patent", "稿.txt", "--output", "报告.json")
    assert ipcheck("accept", "报告.json", "--select", "CLM021", "--reason", "就是这样", "--name", "李工")[0] == 0
    windows_text("ipcheck-accepted.toml", Path("ipcheck-accepted.toml").read_text("utf-8"))
    code, told, _ = ipcheck("patent", "稿.txt", "--select", "CLM021")
    assert code == 0 and "1 条已经接受" in told
    Path("名单").mkdir()
    windows_text("名单/禁用词.csv", "词\n澄湾\n")
    windows_text("商标.csv", "商标,类别\n澄湾,30\n")
    assert "澄湾" in ipcheck("trademark", "商标.csv", "--lists", "名单", "--select", "TMA")[1]


@pytest.mark.parametrize("written", ("'规则\\我的'", '"规则\\\\我的"', '"规则/我的"'))
def test_backslashes_in_the_settings_are_separators(written: str) -> None:
    Path("规则/我的").mkdir(parents=True)
    Path("规则/我的/cup_without_lid.py").write_text(CHECK, encoding="utf-8")
    Path("ipcheck.toml").write_text(f"checks = [{written}]\n", encoding="utf-8")
    assert "MYC001 cup-without-lid" in ipcheck("config")[1]


def test_a_path_that_is_no_toml_is_told_with_the_remedy() -> None:
    Path("ipcheck.toml").write_text('checks = ["D:\\案件\\规则"]\n', encoding="utf-8")
    code, _, told = ipcheck("patent", "稿.txt")
    assert code == 2 and "路径里的反斜杠请写成 /，或者把双引号换成单引号" in told


def test_pictures_of_a_table_are_found_by_a_path_with_backslashes() -> None:
    Path("图样").mkdir()
    Path("图样/a.png").write_bytes((ROOT / "examples" / "trademark" / "图样").glob("*.png").__next__().read_bytes())
    Path("商标.csv").write_text("商标,图样,类别\n澄湾,图样\\a.png,30\n", encoding="utf-8")
    assert (
        "打不开" not in ipcheck("trademark", "商标.csv")[1]
        and "没有这个文件" not in ipcheck("trademark", "商标.csv")[1]
    )


def test_a_file_that_word_holds_is_told_and_the_rest_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("案").mkdir()
    Path("案/权利要求书.docx").write_bytes(one_file(POT_HOLDER))
    Path("稿.txt").rename("案/说明书.txt")
    opened = Path.open

    def held(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.suffix == ".docx":
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(self))
        return opened(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", held)
    code, told, _ = ipcheck("patent", "案", "-q")
    assert code == 2
    (failure,) = [line for line in told.splitlines() if ": failure " in line]
    assert failure.startswith("案/权利要求书.docx: ") and "占用" in failure and "关闭" in failure
    assert "案/说明书.txt:" in told


def test_a_report_that_excel_holds_is_told_and_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("报告.xlsx").write_bytes(b"old")

    def held(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Access is denied", str(target))

    monkeypatch.setattr(Path, "replace", held)
    code, _, told = ipcheck("patent", "稿.txt", "--output", "报告.xlsx")
    assert code == 2 and "写不进 报告.xlsx" in told and "没有改动" in told
    assert Path("报告.xlsx").read_bytes() == b"old"
    assert sorted(path.name for path in Path().iterdir()) == ["报告.xlsx", "稿.txt"]


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("一种杯子", "一种杯子"),
        ("杯子：A/B型", "杯子：A_B型"),
        ('a<b>c:d"e\\f|g?h*i', "a_b_c_d_e_f_g_h_i"),
        ("CON", "CON_"),
        ("nul.稿", "nul_.稿"),
        ("com1", "com1_"),
        ("CONTRACT", "CONTRACT"),
        ("甲公司. ", "甲公司"),
        (" ..", "未命名"),
        ("", "未命名"),
        ("甲\n乙\x00", "甲_乙_"),
        ("../../x", "_.._x"),
        ("长" * 200, "长" * 60),
    ],
)
def test_what_a_file_may_be_called(words: str, stem: str) -> None:
    assert plain_stem(words) == stem
    assert not re.search(r'[\\/:*?"<>|\x00-\x1f]|[. ]$', stem)


def test_upper_and_lower_case_are_one_name() -> None:
    taken: set[str] = set()
    assert [free_stem(stem, taken) for stem in ("Abc", "aBC", "ABC", "甲")] == ["Abc", "aBC（2）", "ABC（3）", "甲"]


def test_copies_of_members_that_windows_could_not_hold() -> None:
    paths = ("案.zip!/a:b?.docx", "案.zip!/A_B_.docx", "案.zip!/CON.docx", "案.zip!/尾. .docx")
    names = Names(paths)
    made = [names.copy(path, ".docx") for path in paths]
    assert made[0] == "a_b_.ipcheck.docx" and made[2] == "CON_.ipcheck.docx" and made[3] == "尾.ipcheck.docx"
    assert len({name.casefold() for name in made}) == len(made)


def test_records_of_cases_that_differ_in_case_alone() -> None:
    for folder in ("甲/Case", "乙/CASE"):
        Path(folder).mkdir(parents=True)
        Path(folder, "稿.txt").write_text(DRAFT, encoding="utf-8")
    code, _, told = ipcheck("agency", "record", "甲/Case", "乙/CASE", "--by", "周岚", "--output", "留痕")
    assert code == 0, told
    names = sorted(path.name for path in Path("留痕").glob("*.json"))
    assert names == ["尽职留痕-CASE-2.json", "尽职留痕-Case.json"]


def test_pages_of_agencies_whose_codes_are_no_names() -> None:
    """Codes are free text: a page may not be lost because another's name is the same to the system."""
    assert review("init", "评查").exit_code == 0
    rosters()
    for name in ("机构名册.csv", "案卷名册.csv"):
        path = Path("评查", name)
        path.write_text(path.read_text("utf-8").replace("\n90000,", "\nP/1,").replace("\n90001,", "\np?1,"), "utf-8")
    for step in ("sample", "assign", "check", "sheets", "collect", "score", "report"):
        if step == "collect":
            fill(Path("评查"))
        done = review(step, "评查")
        assert done.exit_code == 0, (step, done.output)
    assert {path.stem for path in Path("评查/报告/机构").iterdir()} == {"P_1", "P_1（2）", "90002", "90003"}


def test_members_of_an_archive_with_backslashes() -> None:
    with zipfile.ZipFile("案.zip", "w") as archive:
        archive.writestr("案卷\\稿.txt", DRAFT)
    assert [code for code, _, _ in found("案.zip")] == [code for code, _, _ in found("稿.txt")]
