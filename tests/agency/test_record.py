"""``ipcheck agency record``: what a record holds, that it is the same again, and that every change is named."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from unittest.mock import patch

import docx
import pytest
from click.testing import CliRunner, Result

from ipcheck.agency.duty import digest
from ipcheck.cli.main import main
from tests.make_duty_form import TARGET, build

DRAFT = "权利要求书\n1. 一种杯子，包括杯体。\n2. 根据权利要求2所述的杯子，其特征在于，还包括杯盖。\n"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["agency", "record", *map(str, arguments)])


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "甲案").mkdir()
    (tmp_path / "甲案" / "权利要求书.txt").write_text(DRAFT, "utf-8")
    return tmp_path


def make(place: Path, *more: object) -> Result:
    return call("甲案", "--by", "周岚", "--output", "留痕", "--as-of", "2026-11-29", "--select", "CLM020", *more)


def accept(place: Path) -> None:
    report = CliRunner().invoke(main, ["patent", "甲案", "--select", "CLM020", "--format", "json"])
    finding = json.loads(report.stdout)["findings"][0]
    (place / "ipcheck-accepted.toml").write_text(
        f'[[accepted]]\ncode = "CLM020"\nfingerprint = "{finding["fingerprint"]}"\n'
        'reason = "委托人 <要求> & 保留"\nname = "吴砚"\ndate = "2026-11-20"\n',
        "utf-8",
    )


def test_a_record_holds_what_was_checked_and_who_accepted_what(place: Path) -> None:
    accept(place)
    assert make(place).exit_code == 0
    record = json.loads((place / "留痕" / "尽职留痕-甲案.json").read_text("utf-8"))
    assert (record["by"], record["asOf"], record["room"]) == ("周岚", "2026-11-29", "patent")
    assert record["checks"] == {"count": 1, "codes": ["CLM020"]}
    assert [item["path"] for item in record["inputs"]] == ["甲案/权利要求书.txt"]
    (finding,) = record["findings"]
    assert (finding["accepted"]["name"], finding["accepted"]["reason"]) == ("吴砚", "委托人 <要求> & 保留")
    assert record["summary"]["error"] == {"open": 0, "accepted": 1}
    document = docx.Document(str(place / "留痕" / "尽职留痕-甲案.docx"))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert record["digest"] in words and "经办：周岚" in words
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert record["inputs"][0]["sha256"] in cells
    assert "吴砚于 2026-11-20 接受：委托人 <要求> & 保留" in cells


def test_the_same_input_gives_the_same_bytes(place: Path) -> None:
    make(place)
    paths = sorted((place / "留痕").iterdir())
    first = [path.read_bytes() for path in paths]
    for path in paths:
        path.unlink()
    assert make(place).exit_code == 0
    assert [path.read_bytes() for path in paths] == first
    # Once more over what is there: nothing differs, nothing is refused.
    assert make(place).exit_code == 0


def test_a_record_that_is_there_is_not_overwritten(place: Path) -> None:
    make(place)
    before = (place / "留痕" / "尽职留痕-甲案.json").read_bytes()
    done = call("甲案", "--by", "吴砚", "--output", "留痕", "--as-of", "2026-11-29")
    assert (done.exit_code, "已经存在而且不同" in done.stderr) == (2, True)
    assert (place / "留痕" / "尽职留痕-甲案.json").read_bytes() == before


def test_a_record_is_the_same_until_something_changes(place: Path) -> None:
    make(place)
    path = place / "留痕" / "尽职留痕-甲案.json"
    assert (call("--verify", path).exit_code, "相同" in call("--verify", path).stdout) == (0, True)
    # Laid out otherwise it is the same record.
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")), indent=1), "utf-8")
    assert call("--verify", path).exit_code == 0
    draft = place / "甲案" / "权利要求书.txt"
    draft.write_text(DRAFT + "3. 多一项。\n", "utf-8")
    done = call("--verify", path)
    assert (done.exit_code, "甲案/权利要求书.txt：文件改动过" in done.stdout) == (1, True)
    draft.unlink()
    assert "文件不在了" in call("--verify", path).stdout
    draft.write_text(DRAFT, "utf-8")
    record = json.loads(path.read_text("utf-8"))
    record["findings"] = []
    del record["remarks"]
    record["extra"] = 1
    path.write_text(json.dumps(record), "utf-8")
    told = call("--verify", path).stdout
    assert "记录被改动过" in told and "多了“extra”" in told and "少了“remarks”" in told and "不同：3 处" in told


def test_the_signed_sheet_is_compared_too(place: Path) -> None:
    accept(place)
    make(place)
    path, sheet = (place / "留痕" / f"尽职留痕-甲案.{suffix}" for suffix in ("json", "docx"))
    whole = sheet.read_bytes()
    # A signature and a remark may be added.
    document = docx.Document(str(sheet))
    document.add_paragraph("周岚 2026-11-30 补充说明")
    document.save(str(sheet))
    assert call("--verify", path).exit_code == 0
    cell = next(cell for table in document.tables for row in table.rows for cell in row.cells if "吴砚于" in cell.text)
    cell.text = "郑禾于 2026-11-20 接受：不要紧"
    document.save(str(sheet))
    done = call("--verify", path)
    assert (done.exit_code, "签名页改动过：记录里的“吴砚于 2026-11-20 接受" in done.stdout) == (1, True)
    # A record whose digest was computed anew is not the one that was signed.
    sheet.write_bytes(whole)
    record = json.loads(path.read_text("utf-8"))
    record["findings"] = []
    path.write_text(json.dumps(record | {"digest": digest(record)}), "utf-8")
    done = call("--verify", path)
    assert (done.exit_code, "签名页上的摘要不是这份记录的" in done.stdout) == (1, True)
    sheet.write_bytes(b"PK nonsense")
    assert "签名页" in call("--verify", path).stdout
    sheet.unlink()
    done = call("--verify", path)
    assert (done.exit_code, "旁边没有签名页" in done.stdout) == (0, True)


def test_a_record_can_be_verified_beside_its_case(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call("甲案", "--by", "周岚", "--as-of", "2026-11-29")
    away = place / "别处"
    away.mkdir()
    monkeypatch.chdir(away)
    assert call("--verify", place / "尽职留痕-甲案.json").exit_code == 0


def test_a_report_can_be_used(place: Path) -> None:
    (place / "乙.txt").write_text(DRAFT, "utf-8")
    CliRunner().invoke(main, ["patent", "甲案", "乙.txt", "--format", "json", "--output", "报告.json"])
    done = call("甲案", "乙.txt", "--by", "周岚", "--report", "报告.json", "--output", "留痕")
    assert done.exit_code == 0
    for name, path in (("甲案", "甲案/权利要求书.txt"), ("乙", "乙.txt")):
        record = json.loads((place / "留痕" / f"尽职留痕-{name}.json").read_text("utf-8"))
        assert {item["path"] for item in record["inputs"]} == {item["path"] for item in record["findings"]} == {path}
    done = call("丙.txt", "--by", "周岚", "--report", "报告.json", "--output", "留痕")
    assert (done.exit_code, "报告里没有这个案件" in done.stderr) == (2, True)
    (place / "乙.txt").write_text(DRAFT + "。", "utf-8")
    done = call("乙.txt", "--by", "周岚", "--report", "报告.json", "--output", "再")
    assert (done.exit_code, "检查以后改动过" in done.stderr, (place / "再").exists()) == (2, True, False)


def test_a_table_is_a_trademark_case(place: Path) -> None:
    CliRunner().invoke(main, ["init", "--room", "trademark", "空表"])
    head = (place / "空表" / "商标申请.csv").read_text("utf-8-sig").strip().split(",")
    (place / "标.csv").write_text(",".join(head) + "\n" + ",".join(["红星"] + [""] * (len(head) - 1)) + "\n", "utf-8")
    call("标.csv", "--by", "周岚", "--output", "留痕")
    record = json.loads((place / "留痕" / "尽职留痕-标.json").read_text("utf-8"))
    assert (record["room"], record["inputs"][0]["path"]) == ("trademark", "标.csv")


def test_people_s_numbers_are_masked(place: Path) -> None:
    numbers = ["999999198506153338", "99999919850615333", "13987654321", "zhou@mail.example"]
    rows = [f"澄湾,30,茶（3002）,何舟{number},{number},何舟,自然人" for number in numbers]
    (place / "丙案.csv").write_text("商标,类别,商品,申请人,证件号码,证件名称,申请人类型\n" + "\n".join(rows), "utf-8")
    call("丙案.csv", "--by", "周岚", "--as-of", "2026-11-29")
    told = (place / "尽职留痕-丙案.json").read_text("utf-8")
    assert "校验位不对" in told and "999*************38" in told
    document = docx.Document(str(place / "尽职留痕-丙案.docx"))
    told += "".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert not [number for number in numbers if number in told]


def test_cases_of_one_name_get_files_of_their_own(place: Path) -> None:
    for folder in ("一", "二"):
        (place / folder).mkdir()
        (place / folder / "稿.txt").write_text(DRAFT, "utf-8")
    assert call("一/稿.txt", "二/稿.txt", "--by", "周岚", "--output", "留痕").exit_code == 0
    assert {path.name for path in (place / "留痕").glob("*.json")} == {"尽职留痕-稿.json", "尽职留痕-稿-2.json"}


def test_an_unreadable_file_is_in_the_record_and_ends_with_2(place: Path) -> None:
    (place / "甲案" / "说明书.docx").write_bytes(b"PK\x03\x04nonsense")
    assert make(place).exit_code == 2
    record = json.loads((place / "留痕" / "尽职留痕-甲案.json").read_text("utf-8"))
    assert [item["path"] for item in record["failures"]] == ["甲案/说明书.docx"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--by", "周岚"], "缺少参数 案件"),
        (["甲案"], "--by"),
        (["甲案", "--by", " "], "--by"),
        (["没有这件", "--by", "周岚"], "没有这件"),
        (["甲案", "--verify", "x.json"], "单独用"),
        (["--verify", "x.json"], "文件不存在"),
        (["--verify", "甲案/权利要求书.txt"], "不是 JSON"),
        (["甲案", "--by", "周岚", "--template", "甲案/权利要求书.txt"], "模板用不了"),
    ],
)
def test_wrong_calls_are_told(place: Path, arguments: list[str], words: str) -> None:
    done = call(*arguments)
    assert (done.exit_code, words in done.output) == (2, True)


def test_without_docxtpl_it_says_what_to_install(place: Path) -> None:
    with patch("ipcheck.check.extras._installed", lambda module: module != "docxtpl"):
        done = make(place)
    assert done.exit_code == 2 and 'pip install "ipcheck[review]"' in done.output
    assert not (place / "留痕").exists()


@pytest.mark.parametrize(
    "text",
    ["[]", "{}", '{"kind": "尽职留痕", "version": 2, "inputs": []}', '{"kind": "尽职留痕", "version": 1, "inputs": 3}'],
)
def test_what_is_no_record_is_told(place: Path, text: str) -> None:
    (place / "假.json").write_text(text, "utf-8")
    assert "不是第 1 版的尽职留痕记录" in call("--verify", "假.json").stderr


def test_a_record_with_nonsense_inputs_is_no_crash(place: Path) -> None:
    text = '{"kind": "尽职留痕", "version": 1, "inputs": [3, {"path": 1}, {"path": "..", "sha256": "x"}]}'
    (place / "假.json").write_text(text, "utf-8")
    assert call("--verify", "假.json").exit_code == 1


def test_codes_are_told_in_ranges(place: Path) -> None:
    call("甲案", "--by", "周岚", "--output", "留痕", "--select", "CLM001,CLM002,CLM003,CLM020,DSC002")
    document = docx.Document(str(place / "留痕" / "尽职留痕-甲案.docx"))
    assert any("CLM001–003、CLM020、DSC002" in paragraph.text for paragraph in document.paragraphs)


def test_the_template_is_what_the_script_makes() -> None:
    with zipfile.ZipFile(io.BytesIO(build())) as made, zipfile.ZipFile(TARGET) as kept:
        assert {name: made.read(name) for name in made.namelist()} == {
            name: kept.read(name) for name in kept.namelist()
        }
