"""Bad checks and bad files in the rooms that look at many things together."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import openpyxl
import pytest

from ipcheck import apart
from ipcheck.config import Settings, Wishes, make_settings
from ipcheck.engine.abnormal import check_abnormal
from ipcheck.engine.agency import check_agency
from ipcheck.engine.trademark import check_trademarks
from ipcheck.model import Report
from ipcheck.readers import Limits, ReadError
from ipcheck.readers import table as tables
from ipcheck.readers.table import read_table
from ipcheck.trademark import applications
from tests.conftest import ROOT

_CHECK = '''
import os
from ipcheck.law import cite
from ipcheck.{room} import {base}

class BadGuest({base}):
    """甲。乙。丙。"""
    code = "BAD001"
    basis = (cite({basis}),)
    message = "坏"
    def find(self, subject, /):
        if {here}:
            {fault}
        yield from ()
'''
_DRAFT = "说明书\n一种发电机\n技术领域\n涉及一种永动机，其输出功率大于输入功率。\n"
_MARKS = "商标,类别,商品,申请人\n最好牌,30,茶,甲公司\n中国第一,30,茶,甲公司\n澄湾,30,茶,甲公司\n"
FAULTS = {
    "while True: pass": "超过时间（上限 2 秒",
    "os._exit(0)": "进程意外退出（退出码 0）",
    "raise ValueError('甲')": "ValueError: 甲",
}

pytestmark = pytest.mark.skipif(not apart.forks(), reason="these rooms run apart only where a process can be copied")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def settings(room: str, *, fault: str = "", base: str = "", here: str = "True") -> Settings:
    """With a guest among the checks, if there is a fault."""
    folders: tuple[Path, ...] = ()
    if fault:
        basis = {"agency": '"代理条例", "7"', "trademark": '"商标法", "15(9)"'}.get(room, '"法", "22.4"')
        Path("客").mkdir()
        source = _CHECK.format(room=room, base=base, basis=basis, here=here, fault=fault)
        Path("客/bad_guest.py").write_text(source, encoding="utf-8")
        folders = (Path("客"),)
    # Where nothing hangs a busy machine may take its time.
    seconds = "2" if "while" in fault else "60"
    return make_settings(Wishes(checks=folders, room=room, as_of="2026-11-22", limits={"check-seconds": seconds}))


def same_but(report: Report, clean: Report, path: str, told: str) -> None:
    assert report.findings == clean.findings and report.skipped == clean.skipped
    [failure] = [item for item in report.failures if item not in clean.failures]
    assert (failure.path, failure.check) == (path, "bad-guest") and told in failure.message
    assert "bad_guest.py" in failure.message


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("base", ["FilingCheck", "BatchCheck"])
def test_abnormal(base: str, fault: str) -> None:
    for name in ("甲", "乙", "丙"):
        Path(f"案/{name}").mkdir(parents=True)
        Path(f"案/{name}/稿.txt").write_text(_DRAFT, encoding="utf-8")
    clean = check_abnormal([Path("案")], settings("abnormal"))
    assert clean.findings
    condition = '"丙" in subject.name' if base == "FilingCheck" else "True"
    report = check_abnormal([Path("案")], settings("abnormal", fault=fault, base=base, here=condition))
    same_but(report, clean, "案/丙/稿.txt" if base == "FilingCheck" else "案", FAULTS[fault])


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("base", ["MarkCheck", "PortfolioCheck", "MarkRegisterCheck"])
def test_trademark(base: str, fault: str) -> None:
    Path("表.csv").write_text(_MARKS, encoding="utf-8")
    clean = check_trademarks([Path("表.csv")], settings("trademark"))
    assert clean.findings
    condition = "subject.text == '澄湾'" if base == "MarkCheck" else "True"
    report = check_trademarks([Path("表.csv")], settings("trademark", fault=fault, base=base, here=condition))
    skipped = {(name, why) for name, why in report.skipped if name != "bad-guest"}
    assert report.findings == clean.findings and skipped == set(clean.skipped)
    [failure] = [item for item in report.failures if item not in clean.failures]
    assert (failure.path, failure.check) == ("表.csv", "bad-guest") and FAULTS[fault] in failure.message


@pytest.mark.parametrize("fault", FAULTS)
def test_agency(fault: str) -> None:
    shutil.copytree(ROOT / "examples" / "agency" / "02-埋设-合伙所", "机构")
    clean = check_agency(Path("机构"), settings("agency"))
    assert clean.findings
    report = check_agency(Path("机构"), settings("agency", fault=fault, base="AgencyCheck"))
    same_but(report, clean, "机构", FAULTS[fault])


def test_without_copies_a_check_that_raises_is_still_only_one_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "forks", lambda: False)
    Path("表.csv").write_text(_MARKS, encoding="utf-8")
    clean = check_trademarks([Path("表.csv")], settings("trademark"))
    report = check_trademarks([Path("表.csv")], settings("trademark", fault="raise ValueError('甲')", base="MarkCheck"))
    assert report.findings == clean.findings
    assert {failure.check for failure in report.failures if failure not in clean.failures} == {"bad-guest"}


def test_a_form_at_which_the_reader_dies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applications, "table_of_records", lambda *_, **__: os._exit(5))
    Path("表.csv").write_text(_MARKS, encoding="utf-8")
    Path("甲.json").write_text('[{"商标": "甲"}]', encoding="utf-8")
    report = check_trademarks([Path("甲.json"), Path("表.csv")], settings("trademark"))
    assert report.subjects == 3
    assert [failure.path for failure in report.failures if "退出码 5" in failure.message] == ["甲.json"]


@pytest.mark.parametrize(
    ("fault", "told"),
    [("while True: pass", "上限 1 秒，可用 --max-seconds"), ("import os; os._exit(4)", "退出码 4")],
)
def test_a_workbook_at_which_the_parser_dies(fault: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*_: object) -> None:
        exec(fault)

    monkeypatch.setattr(tables._Parser, "__call__", parse)
    book = openpyxl.Workbook()
    book.create_sheet("表", 0).append(["商标"])
    book.save("表.xlsx")
    with pytest.raises(ReadError, match=told):
        read_table(Path("表.xlsx"), "表.xlsx", Limits(seconds=1))
