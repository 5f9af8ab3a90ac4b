"""Bad input: a clear sentence with file, sheet, row and column; the rest is still checked. Nothing missing is clean."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipcheck.agency import Agency, Drawn
from ipcheck.agency.folder import read_agency
from ipcheck.agency.keys import KEYS
from ipcheck.agency.particulars import particulars_of
from ipcheck.agency.tables import PEOPLE, TABLES, Person
from ipcheck.agency.tidy import faults
from ipcheck.config import Settings
from ipcheck.engine.agency import check_agency
from ipcheck.model import Report
from ipcheck.plugins import shipped
from ipcheck.readers import ReadError
from ipcheck.readers.table import table_of
from tests.agency.helpers import classes
from tests.agency.made_up import AS_OF, CLEAN, FULL, PLANTED, certificate, edited, identity_number, write
from tests.agency.made_up import PEOPLE as NAMES
from tests.conftest import ROOT


def run(folder: Path) -> Report:
    return check_agency(folder, Settings(as_of=AS_OF, check_folders=(shipped("checks"),)))


def told(report: Report) -> list[str]:
    return [f"{Path(failure.path).name}：{failure.message}" for failure in report.failures]


def test_a_table_that_is_missing_is_not_looked_at(tmp_path: Path) -> None:
    report = run(write(tmp_path, {name: text for name, text in CLEAN.items() if name == "agency.toml"}))
    reasons = dict(report.skipped)
    assert reasons["pa-attorney-conditions"] == "没有给出人员表"
    assert reasons["pa-conflict-kin"] == "没有给出申报、案件表"
    assert reasons["pa-abnormal-list"] == "没有给出名录、年度报告、登记变更、分支机构表"
    assert "pa-license-present" not in reasons
    assert (report.findings, report.failures) == ((), ())


def test_a_table_that_was_not_filled_in_says_nothing(tmp_path: Path) -> None:
    files = {**CLEAN, "处罚.csv": CLEAN["处罚.csv"].split("\n")[0] + "\n"}
    report = run(write(tmp_path, files))
    assert dict(report.skipped)["pa-serious-list"] == "处罚表没有填写；确实没有的，在第一格写“无”"
    # 无 in the first cell says that there is none: below the header, and in its place too.
    for table in (CLEAN["处罚.csv"].split("\n")[0] + "\n无\n", "无\n"):
        report = run(write(tmp_path, {**CLEAN, "处罚.csv": table}))
        assert "pa-serious-list" not in dict(report.skipped) and report.failures == ()
    files["人员.csv"] = CLEAN["人员.csv"].split("\n")[0] + "\n"
    report = run(write(tmp_path, files))
    assert told(report) == ["人员.csv：“人员”表只有列名，没有内容；没有可以检查的"]


def test_a_key_that_is_missing_is_told(tmp_path: Path) -> None:
    report = run(write(tmp_path, edited((("agency.toml", 'form = "partnership"', 'form = ""'),))))
    assert dict(report.skipped)["pa-partner-qualified"] == "agency.toml 没有填写 form（组织形式）"
    assert not report.findings


def test_a_column_that_is_missing_is_told(tmp_path: Path) -> None:
    report = run(write(tmp_path, edited((("人员.csv", "社保单位", "备注"),))))
    assert dict(report.skipped)["pa-guazheng-signal"] == "人员表没有“社保单位”列"


def test_what_a_check_looks_at_besides_is_told_where_it_is_missing(tmp_path: Path) -> None:
    edits = (
        ("合同.csv", "受托方,收款方", "备注,说明"),
        ("agency.toml", "[published]\nname", "[published]\nname = ''\n#"),
    )
    reasons = dict(run(write(tmp_path, edited(edits))).skipped)
    assert reasons["pa-attorney-self-accept"] == "合同表没有“受托方”“收款方”列"
    assert reasons["pa-info-mismatch"] == "agency.toml 没有同时填写登记的和公示的名称"
    files = {name: text for name, text in CLEAN.items() if name != "股东合伙人.csv"}
    reasons = dict(run(write(tmp_path / "another", files)).skipped)
    assert reasons["pa-attorney-conditions"] == "没有给出股东合伙人表"


def test_unknown_columns_and_keys(tmp_path: Path) -> None:
    edits = (
        ("人员.csv", "用工说明", "血型"),
        ("agency.toml", "business_since", "busines_since"),
        ("agency.toml", "issued = 2019-12-20", 'issued = "去年冬天"'),
        ("agency.toml", 'kind = "both"', 'kind = "专利"'),
        ("agency.toml", 'number = "42901"', "number = true"),
    )
    messages = told(run(write(tmp_path, edited(edits))))
    assert any("人员.csv：第1行第18列“血型”不是已知的列名" in message for message in messages)
    assert any("第4行“busines_since”不是已知的键" in message for message in messages)
    assert any("第10行“licence.issued”不是能读的日期" in message for message in messages)
    assert any("第2行“kind”只能是 patent、trademark、both、association" in message for message in messages)
    assert any("第7行“licence.number”应当写成加引号的文字" in message for message in messages)
    assert len(messages) == 5


def test_days_nobody_can_read_and_what_a_spreadsheet_did_to_numbers(tmp_path: Path) -> None:
    edits = (
        ("人员.csv", "2023-03-01,2023-03-01,2023-03-30", "2023-02-30,2023-03-01,2023-03-30"),
        ("人员.csv", certificate(2), "4.2E+06"),
        ("人员.csv", identity_number(3), "9.99999E+17"),
        ("人员.csv", identity_number(4), identity_number(4)[:15] + "000"),
        ("案件.csv", "202610000005.X", "2.02610000005E+12"),
        ("案件.csv", "202610000006.X", "202610000006123000"),
    )
    messages = told(run(write(tmp_path, edited(edits))))
    assert "人员.csv：第12行第10列“入职日”“2023-02-30”不是能读的日期，没有用上；写成 2026-03-05" in messages
    assert any("第4行第4列“资格证号”“4.2E+06”被表格软件改成了科学计数法" in message for message in messages)
    assert any("第5行第2列“身份证件号码”被表格软件改成了科学计数法" in message for message in messages)
    assert any("第6行第2列“身份证件号码”被表格软件" in message for message in messages)
    assert not any(identity_number(4)[:15] in message for message in messages)
    assert any(
        "案件.csv：第7行第4列“申请号”“2.02610000005E+12”被表格软件改成了科学计数法" in message for message in messages
    )
    assert any("案件.csv：第8行第4列“申请号”“202610000006123000”被表格软件" in message for message in messages)


def test_lost_zeros_are_told(tmp_path: Path) -> None:
    rows = "甲一,00123,2020-01-06\n甲二,00124,2020-01-06\n甲三,125,2020-01-06\n"
    messages = told(
        run(write(tmp_path, {"agency.toml": CLEAN["agency.toml"], "人员.csv": f"姓名,资格证号,执业日\n{rows}"}))
    )
    assert messages == [
        "人员.csv：第4行第2列“资格证号”“125”比表中其他号码短，开头的0可能被表格软件去掉了；设为文本格式后补上"
    ]


def test_words_for_no_day_are_no_fault(tmp_path: Path) -> None:
    rows = "甲一,A1,2020-01-06,未备案,在职\n甲二,A2,2020-01-06,待办理,-\n"
    people = f"姓名,资格证号,执业日,执业备案日,离职日\n{rows}"
    assert told(run(write(tmp_path, {"agency.toml": CLEAN["agency.toml"], "人员.csv": people}))) == []


def test_repeated_rows_and_two_of_one_name(tmp_path: Path) -> None:
    row = CLEAN["人员.csv"].split("\n")[3]
    report = run(write(tmp_path, edited((("人员.csv", "", f"{row}\n蔡秋禾,,客服\n"),))))
    messages = told(report)
    assert "人员.csv：第15行与第4行完全相同，请删去重复的一行" in messages
    assert (
        "人员.csv：第14行、第16行第1列“姓名”同为“蔡秋禾”，分不清是一个人还是几个人；请填写身份证件号码或者资格证号"
        in messages
    )
    assert not report.findings


def test_nobody_is_blamed_for_a_namesake(tmp_path: Path) -> None:
    # Another of the name of the second attorney; his declared spouse works for a client.
    other = f"{NAMES[1]},{identity_number(70)},代理师,A7,,,律师,有,是,2021-05-06,2021-05-06,2021-05-07,否,,,,{FULL},\n"
    edits = (("人员.csv", "", other), ("申报.csv", "", f"{NAMES[1]},配偶,何舟,砚湖机械有限公司,,\n"))
    report = run(write(tmp_path / "bare", edited(edits)))
    assert not [record for record in report.findings if record.check == "pa-conflict-kin"]
    assert any(f"有两个“{NAMES[1]}”" in message for message in told(report))
    # Where the tables say which of them, it is told of him.
    named = (*edits, ("案件.csv", f",{NAMES[1]},{NAMES[1]},", f",{NAMES[1]}（{certificate(1)}）,{NAMES[2]},"))
    files = edited(named)
    files["申报.csv"] = files["申报.csv"].replace(f"{NAMES[1]},配偶", f"{NAMES[1]}（{certificate(1)}）,配偶")
    report = run(write(tmp_path / "named", files))
    assert [record.check for record in report.findings if record.check == "pa-conflict-kin"]
    files["申报.csv"] = files["申报.csv"].replace(certificate(1), "A7")
    report = run(write(tmp_path / "other", files))
    assert not [record for record in report.findings if record.check == "pa-conflict-kin"]


def test_two_files_for_one_table_unknown_files_and_empty_ones(tmp_path: Path) -> None:
    files = {**CLEAN, "人员2026.csv": CLEAN["人员.csv"], "食谱.csv": "菜,汤\n1,2\n", "履历.csv": ""}
    messages = told(run(write(tmp_path, files)))
    assert any(
        "人员2026.csv：“人员”表有两份" in message or "人员.csv：“人员”表有两份" in message for message in messages
    )
    assert any("食谱.csv：不知道是哪一张表" in message for message in messages)
    assert any("履历.csv：文件是空的" in message for message in messages)


def test_no_folder_no_file_no_toml(tmp_path: Path) -> None:
    assert "不是文件夹" in told(run(tmp_path / "没有"))[0]
    report = run(tmp_path)
    assert "没有这个文件" in told(report)[0]
    assert report.subjects == 0
    (tmp_path / "agency.toml").write_text("name = 岚山", encoding="utf-8")
    assert "不是合格的 TOML" in told(run(tmp_path))[0]


def test_a_workbook_holds_several_tables(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in ("人员.csv", "股东合伙人.csv"):
        sheet = book.create_sheet(name.removesuffix(".csv"))
        for line in CLEAN[name].strip().split("\n"):
            sheet.append(line.split(","))
    book["人员"]["J4"] = "三月三日"
    book.create_sheet("食谱").append(["菜"])
    book.save(tmp_path / "机构资料.xlsx")
    (tmp_path / "agency.toml").write_text(CLEAN["agency.toml"], encoding="utf-8")
    reading = read_agency(tmp_path, AS_OF)
    assert len(reading.agency.people) == 13
    messages = [failure.message for failure in reading.failures]
    assert "工作表“人员”第4行第10列“入职日”“三月三日”不是能读的日期，没有用上；写成 2026-03-05" in messages
    assert any(message.startswith("工作表“食谱”：不知道是哪一张表") for message in messages)


def test_days_of_a_workbook_are_days(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "人员"
    book.active.append(["姓名", "资格证号", "执业日"])
    book.active.append(["周岚舟", 4200001, date(2020, 1, 6)])
    book.save(tmp_path / "人员.xlsx")
    book.create_sheet("Sheet2").append(["草稿"])
    book.active.title = "Sheet1"
    book.save(tmp_path / "人员.xlsx")
    row = read_agency(tmp_path, AS_OF).agency.rows(PEOPLE)[0]
    assert (row.day(Person.PRACTISING), row.text(Person.CERTIFICATE)) == (date(2020, 1, 6), "4200001")


def test_the_places_of_toml_values() -> None:
    text = (
        "# 注释 = 不算\nname = \"岚山\" # 尾注\n'kind' = 'patent'\n\n"
        '[licence]\nnumber = "42901"\nissued = 2020-01-05\n'
        '[ systems . quality ]\ndocument = """质控\n办法"""\n'
        '[systems]\nstaff = { document = "人事", last_used = 2026-01-01 }\n'
    )
    particulars = particulars_of(text.encode(), "agency.toml")
    assert particulars.problems == ()
    spans = {key: (str(entry.span), entry.span.line, entry.span.column) for key, entry in particulars.entries.items()}
    assert spans == {
        "name": ("岚山", 2, 9),
        "kind": ("patent", 3, 11),
        "licence.number": ("42901", 6, 11),
        "licence.issued": ("2020-01-05", 7, 10),
        "systems.quality.document": ("质控\n办法", 9, 15),
        "systems.staff.document": ("人事", 12, 23),
        "systems.staff.last_used": ("2026-01-01", 12, 40),
    }


@given(st.text(max_size=200) | st.binary(max_size=200))
def test_hostile_toml_is_read_or_refused(text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    with suppress(ReadError):
        particulars_of(data, "agency.toml")


_WORDS = """|无|是|否|周岚舟|吴岚舟（4200001）|2020-02-29|2026-11-30|2020-13-01|至今|12|-3|1e9|经营异常名录|吊销|
请求无效|申请|商标注册申请|异议|80000001|专利|商标|包授权|专利代理机构|禁用标志|可能|随机|指定|实地|D|A+|220|2026-12-31|202610000001.X|青禾食品有限公司|岚山专利代理事务所|武汉分所|4200001|a,b"|（|2025"""
WORDS = st.sampled_from([word.strip() for word in _WORDS.split("|")])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_check_breaks_whatever_the_tables_hold(data: st.DataObject) -> None:
    drawn = []
    for kind in TABLES:
        if data.draw(st.booleans(), label=kind.name):
            rows = data.draw(st.lists(st.lists(WORDS, min_size=1, max_size=len(kind.column.__members__)), max_size=4))
            buffer = io.StringIO()
            csv.writer(buffer).writerows([[column.value for column in kind.column], *rows])
            drawn.append(Drawn.of(kind, table_of(buffer.getvalue().encode(), f"{kind.name}.csv")))
    form = data.draw(st.sampled_from(["partnership", "llc", "law-firm", "other", ""]))
    text = (
        CLEAN["agency.toml"].replace('"partnership"', f'"{form}"') if data.draw(st.booleans()) else f'form = "{form}"'
    )
    agency = Agency(particulars_of(text.encode(), "agency.toml"), drawn, AS_OF)
    for item in drawn:
        list(faults(agency, item))
    for check in classes().values():
        if check.applies(agency) and not check.unseen(agency):
            for finding in check(as_of=AS_OF).find(agency):
                assert len(finding.span)
                assert "{" not in finding.message


def test_a_year_whose_holidays_nobody_knows_is_told(tmp_path: Path) -> None:
    files = {"agency.toml": 'name = "岚山所"', "登记变更.csv": "事项,变更日,办理日\n合伙人,2039-09-05,\n"}
    settings_ = Settings(as_of=date(2040, 1, 1), check_folders=(shipped("checks"),), select=("pa-change-overdue",))
    report = check_agency(write(tmp_path, files), settings_)
    assert len(report.findings) == 1
    assert "2039年的放假安排不知道" in dict(report.skipped)["pa-change-overdue"]


def test_an_agency_of_another_business_is_not_looked_at_with_these_checks(tmp_path: Path) -> None:
    report = run(write(tmp_path, edited((("agency.toml", 'kind = "both"', 'kind = "trademark"'),))))
    assert not [name for name, _ in report.skipped if name.startswith("pa-")]
    assert not [record for record in report.findings if record.check.startswith("pa-")]
    assert report.checks < len(classes())


def test_a_check_that_breaks_is_a_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    source = (shipped("checks") / "agency" / "patent_agency" / "pa_org_form.py").read_text(encoding="utf-8")
    broken = (
        source.replace("PaOrgForm", "Broken")
        .replace("AGP002", "ZZZ001")
        .replace("form = agency", "form = 1 / 0 or agency")
    )
    own = tmp_path / "own"
    own.mkdir()
    (own / "broken.py").write_text(broken, encoding="utf-8")
    report = check_agency(
        write(tmp_path / "机构", edited(PLANTED["pa-license-present"])),
        Settings(as_of=AS_OF, check_folders=(shipped("checks"), own)),
    )
    assert [record.check for record in report.findings] == ["pa-license-present"]
    assert ["ZeroDivisionError" in failure.message for failure in report.failures] == [True]


def test_the_template_explains_every_key() -> None:
    text = (ROOT / "templates" / "agency.toml").read_text(encoding="utf-8")
    assert particulars_of(text.encode(), "agency.toml").problems == ()
    lines = text.split("\n")
    for key in KEYS:
        last = key.split(".")[-2 if key.startswith("systems.") else -1]
        assert any(line.split("=")[0].strip() == last and "#" in line for line in lines) or key == "sign.name", key


def test_a_column_of_unreadable_days_is_told_briefly(tmp_path: Path) -> None:
    rows = "".join(f"员工{n},A{n},昨天\n" for n in range(50))
    files = {"agency.toml": CLEAN["agency.toml"], "人员.csv": f"姓名,资格证号,执业日\n{rows}"}
    messages = told(run(write(tmp_path, files)))
    assert len(messages) == 21
    assert "人员.csv：另有30处同样的问题，没有逐一列出" in messages
