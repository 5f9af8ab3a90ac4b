"""The command line: exit codes, bad input, formats. Every bad input: one clear sentence, exit 2, the rest done."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from ipcheck.cli.main import main, run
from ipcheck.reporters.json_report import schema
from tests.conftest import ROOT
from tests.test_config import CHECK

CLEAN = "1. 一种杯子，其特征在于，包括杯体和杯盖，所述杯盖盖合在所述杯体上。\n"
FAULTY = (
    CLEAN
    + "2. 根据权利要求3所述的杯子，其特征在于，还包括杯柄。\n3. 根据权利要求1所述的杯子，其特征在于，还包括杯垫。\n"
)


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def ipcheck(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin)


def report(*arguments: str, stdin: bytes | None = None) -> dict[str, Any]:
    result = ipcheck("patent", *arguments, "--format", "json", stdin=stdin)
    found: dict[str, Any] = json.loads(result.stdout)
    jsonschema.validate(found, schema())
    return found


def draft(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_exit_codes() -> None:
    draft("净.txt", CLEAN)
    draft("错.txt", FAULTY)
    assert ipcheck("patent", "净.txt").exit_code == 0
    assert ipcheck("patent", "错.txt").exit_code == 1
    assert ipcheck("patent", "错.txt", "--fail-on", "never").exit_code == 0
    assert ipcheck("patent", "没有.txt").exit_code == 2
    assert ipcheck("patent", "错.txt", "没有.txt").exit_code == 2


@pytest.mark.parametrize("encoding", ("utf-8", "gbk", "ascii"))
def test_a_process_ends_with_its_code_on_any_console(encoding: str) -> None:
    """Scripts see the code of the process, not click's; ² is in no GBK, and nothing may stop halfway."""
    draft("净.txt", CLEAN)
    draft("错.txt", FAULTY.replace("杯垫", "面积为2m²的杯垫"))
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}
    for arguments, code in (
        (["patent", "净.txt"], 0),
        (["patent", "错.txt"], 1),
        (["patent", "错.txt", "没有.txt"], 2),
        (["patent", "错.txt", "--select", "ZZZ999"], 2),
        (["patent"], 2),
        (["--help"], 0),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "ipcheck", *arguments], env=environment, capture_output=True, check=False
        )
        assert done.returncode == code, (arguments, done.stderr)
        assert b"Traceback" not in done.stderr


def test_the_json_report_keeps_its_promise() -> None:
    draft("错.txt", FAULTY)
    found = report("错.txt")
    later = next(item for item in found["findings"] if item["code"] == "CLM020")
    text = FAULTY
    assert text[later["start"] : later["end"]] == later["text"] == "3"
    assert (later["line"], later["part"], later["claim"]) == (2, "claims", 2)
    assert FAULTY.splitlines()[later["line"] - 1][later["column"] - 1] == "3"
    assert later["basis"][0]["article"] == "25.2"
    assert found["summary"]["filings"] == 1


def test_the_same_run_gives_the_same_bytes() -> None:
    for number in range(30):
        draft(f"案/{number:02}/稿.txt", FAULTY)
    one = ipcheck("patent", "案", "--format", "json").stdout
    assert one == ipcheck("patent", "案", "--format", "json").stdout
    assert one == ipcheck("patent", "案", "--format", "json", "--jobs", "2").stdout
    assert json.loads(one)["summary"]["filings"] == 30


def test_standard_input() -> None:
    assert ipcheck("patent", "-", stdin=FAULTY.encode("gb18030")).exit_code == 1
    assert ipcheck("patent", "-", stdin=b"").exit_code == 2


def test_text_report_marks_words_and_says_what_was_looked_at() -> None:
    draft("错.txt", FAULTY)
    shown = ipcheck("patent", "错.txt").stdout
    assert "根据权利要求〖3〗所述的杯子" in shown
    assert "细则第25条第2款" in shown
    assert "《专利法实施细则》第二十五条第二款" in ipcheck("patent", "错.txt", "-v").stdout
    assert "共检查 1 件申请、1 个文件" in shown
    assert "\x1b" not in shown


def test_a_draft_cannot_steer_the_terminal() -> None:
    draft("错.txt", FAULTY.replace("杯柄", "杯\x1b[2J柄"))
    assert "\x1b" not in ipcheck("patent", "错.txt").stdout


def test_output_is_written_whole_or_not_at_all() -> None:
    draft("净.txt", CLEAN)
    assert ipcheck("patent", "净.txt", "--format", "json", "--output", "报告.json").exit_code == 0
    assert json.loads(Path("报告.json").read_text(encoding="utf-8"))["version"] == 1
    assert ipcheck("patent", "净.txt", "--format", "json", "--output", "没有/报告.json").exit_code == 2
    assert sorted(path.name for path in Path().iterdir()) == ["净.txt", "报告.json"]


def _zip(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n > 1 else b"&a;" * 10) for n in range(1, 9))
    + b"]><cn-application-body><cn-claims>&a8;</cn-claims></cn-application-body>"
)
BAD = {
    "空.txt": b"",
    "空白.docx": b"   \n",
    "未知.xyz": b"\x00\x01\x02\x03",
    "坏.docx": b"PK\x03\x04" + b"\x00" * 100,
    "缺正文.docx": _zip({"[Content_Types].xml": b"<Types/>", "word/styles.xml": b"<a/>"}),
    "坏.pdf": b"%PDF-1.7\nnothing",
    "笑.xml": LAUGHS,
    "外部.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><cn-application-body>&x;</cn-application-body>',
    "断.xml": b"<?xml version='1.0'?><cn-application-body><cn-claims>",
    "炸弹.docx": _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"0" * 150_000_000}),
    "穿越.zip": _zip({"../../evil.xml": b"<a/>"}),
    "二进制.txt": bytes(range(256)) * 20,
}


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_is_told_and_the_rest_is_done(name: str) -> None:
    Path("案").mkdir()
    Path("案", name).write_bytes(BAD[name])
    draft("好/错.txt", FAULTY)
    result = ipcheck("patent", f"案/{name}", "好", "--format", "json")
    assert result.exit_code == 2, result.output
    found = json.loads(result.stdout)
    assert [item["path"] for item in found["failures"]] == [f"案/{name}"]
    told = found["failures"][0]["message"]
    assert any("一" <= character <= "鿿" for character in told)
    assert "Traceback" not in told
    assert [item["code"] for item in found["findings"] if item["level"] == "error"] == ["CLM020"]


def test_a_folder_without_drafts_is_told() -> None:
    Path("空目录").mkdir()
    result = ipcheck("patent", "空目录")
    assert result.exit_code == 2
    assert "没有可检查的文件" in result.stdout


def test_a_text_that_is_no_application_is_told() -> None:
    draft("会议.txt", "下周三开会。\n请带笔。\n")
    result = ipcheck("patent", "会议.txt")
    assert result.exit_code == 2
    assert "没有认出" in result.stdout


def test_a_huge_file_is_refused_unread() -> None:
    with Path("大.txt").open("wb") as file:
        file.truncate(200_000_000)
    found = report("大.txt")
    assert len(found["failures"]) == 1
    assert "MB" in found["failures"][0]["message"] or "上限" in found["failures"][0]["message"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--select", "ZZZ999"), "ZZZ999"),
        (("--config", "没有.toml"), "没有.toml"),
        (("--profile", "很严"), "很严"),
        (("--as-of", "2026年"), "2026年"),
        (("--checks", "没有的目录"), "没有的目录"),
        (("--jobs", "0"), "jobs"),
    ],
)
def test_bad_settings_end_with_two(arguments: tuple[str, ...], words: str) -> None:
    draft("净.txt", CLEAN)
    result = ipcheck("patent", "净.txt", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["不存在"], "没有命令 不存在"),
        (["patent"], "缺少参数 路径…"),
        (["accept", "r.json", "--all", "--name", "李工"], "缺少选项 --reason（为什么可以接受）"),
        (["patent", "稿.txt", "--output", "报告.pdf"], "报告.pdf：没有 .pdf 的报告"),
        (["patent", "稿.txt", "--profil", "strict"], "没有选项 --profil，是不是想写 --profile"),
        (["patent", "稿.txt", "--format", "pdf"], "--format 的值只能是 text、json"),
        (["patent", "稿.txt", "--jobs", "两个"], "--jobs 的值应为整数"),
        (["patent", "稿.txt", "--config"], "选项 --config 后面缺少值"),
    ],
)
def test_faults_of_the_command_line_are_told_in_chinese(
    arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draft("稿.txt", CLEAN)
    monkeypatch.setattr(sys, "argv", ["ipcheck", *arguments])
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 2
    assert not Path("报告.pdf").exists()
    told = capsys.readouterr().err
    assert told.startswith(words) and told.count("\n") == 1


def test_a_check_that_breaks_is_told_and_its_neighbours_stay() -> None:
    draft("我的检查/cup_without_lid.py", CHECK)
    draft("我的检查/breaks.py", "raise RuntimeError('加载时坏了')")
    draft("错.txt", FAULTY)
    result = ipcheck("patent", "错.txt", "--checks", "我的检查", "--format", "json")
    assert result.exit_code == 2
    found = json.loads(result.stdout)
    assert {item["check"] for item in found["failures"]} == {None, "cup-without-lid"}
    assert any(item["code"] == "CLM020" for item in found["findings"])


def test_the_other_commands() -> None:
    draft("错.txt", FAULTY)
    assert "权利要求2（从属）" in ipcheck("read", "错.txt").stdout
    read = json.loads(ipcheck("read", "错.txt", "--format", "json").stdout)
    assert [claim["number"] for claim in read["filings"][0]["claims"]] == [1, 2, 3]
    assert "只能引用在前的权利要求" in ipcheck("explain", "CLM020", "antecedent-missing").stdout
    assert ipcheck("explain", "CLM02O").exit_code == 2
    listed = json.loads(ipcheck("checks", "--format", "json").stdout)["checks"]
    assert {"code", "name", "room", "level", "kinds", "basis", "fixable", "default", "explain"} == set(listed[0])
    assert ipcheck("config").exit_code == 0
    assert ipcheck("init").exit_code == 0
    assert ipcheck("init").exit_code == 2
    assert ipcheck("init", "--room", "ci", "样板").exit_code == 0
    assert {path.suffix for path in Path("样板").iterdir()} == {".yml", ".yaml", ".json"}
    assert ipcheck("config").exit_code == 0
    assert ipcheck("test", "CLM020").exit_code == 0


def test_a_new_check_is_one_file_that_passes_its_own_examples() -> None:
    assert ipcheck("new", "MYC001", "cup-without-lid", "我的检查").exit_code == 0
    assert [path.name for path in Path("我的检查").iterdir()] == ["cup_without_lid.py"]
    assert ipcheck("new", "CLM020", "x", "我的检查").exit_code == 2
    shown = ipcheck("test", "我的检查")
    assert shown.exit_code == 0, shown.output
    made = Path("我的检查/cup_without_lid.py")
    made.write_text(made.read_text("utf-8").replace("权利要求{claim}", "权利要求{claim}到{depth}"), encoding="utf-8")
    told = ipcheck("test", "我的检查").output
    assert "MYC001：message 里的 {depth} 没有给值；写成 self.at(…, depth=…)" in told
