"""Advertisements in context, whom the checks are for, what is masked, and that tables may be long."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ipcheck.cli.main import main
from ipcheck.config import Settings
from ipcheck.engine.agency import check_agency
from ipcheck.plugins import shipped
from tests.agency.helpers import classes, findings, levels
from tests.agency.made_up import AS_OF, CLEAN, PLANTED, edited, write
from tests.agency.names import FULL

AD = '# 广告\n文本\n"{}"\n'


@pytest.mark.parametrize(
    "text",
    [
        "本所从不承诺包过",
        "绝不承诺包下证的正规机构",
        "没有人能百分百下证",
        "我们不会向您保证授权，但会确保每一份文件经资深代理师审核",
        "法律规定代理机构不得承诺包授权",
        "拒绝包过套路，透明收费",
        "怎么可能包过？",
        "有人谎称是“商标局授权中心”，请勿轻信",
        "保证授权质量，确保权利要求稳定",
        "我们保证三个工作日内提交并取得受理通知书",
        "通过国家知识产权局优先审查可以缩短周期",
        "包邮，包教包会，外包装设计，承包过程管理",
        "协助答复审查意见，提高授权可能",
        "国家知识产权局备案的商标代理机构",
        "登录国家知识产权局官方网站查询",
    ],
)
def test_what_an_honest_advertisement_says(text: str) -> None:
    assert [
        str(item.span)
        for name in ("ta-ad-promise", "ta-ad-fake-credential")
        for item in findings(name, AD.format(text))
    ] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("商标注册包成功", "包成功"),
        ("发明专利保证授权，签合同", "保证授权"),
        ("一站式服务，确保商标顺利注册", "确保商标顺利注册"),
        ("不仅快，而且包过", "包过"),
        ("包授权，谨防同行骗局", "包授权"),
        ("加急通道，一周下证", "加急通道"),
        ("局里有熟人，您放心", "局里有熟人"),
    ],
)
def test_what_a_bold_one_says(text: str, words: str) -> None:
    assert [str(item.span) for item in findings("ta-ad-promise", AD.format(text))] == [words]


def test_advertisements_of_patent_agencies_are_looked_at_by_the_law_of_advertising() -> None:
    found = findings("ta-ad-promise", 'kind = "patent"\n' + AD.format("包授权"))
    assert [reference.law for reference in found[0].basis] == ["广告法"]


def test_a_text_without_any_mark_is_read_in_time() -> None:
    assert len(findings("ta-ad-promise", AD.format("包过" * 4_000))) == 4_000


def run(folder: Path) -> set[str]:
    report = check_agency(folder, Settings(as_of=AS_OF, check_folders=(shipped("checks"),)))
    assert report.failures == ()
    return {name for name, _ in report.skipped} | {record.check for record in report.findings}


def test_what_associations_do_is_asked_of_associations_alone(tmp_path: Path) -> None:
    alone = {"agency.toml": CLEAN["agency.toml"]}
    assert not [name for name in run(write(tmp_path / "agency", alone)) if name.startswith("as-")]
    association = {"agency.toml": f'name = "{FULL}"\nkind = "association"\n', "会员.csv": CLEAN["会员.csv"]}
    names = run(write(tmp_path / "association", association))
    assert not [name for name in names if name.startswith("pa-")]
    assert {"as-publish", "as-sample-reproducible", "na-contact-person"} <= names
    assert "as-exit-check" not in names
    with_table = run(write(tmp_path / "both", {**alone, "检查记录.csv": CLEAN["检查记录.csv"]}))
    assert {"as-sample-strata", "as-inspector-avoid"} <= with_table


def test_trademark_checks_are_not_for_patent_agencies(tmp_path: Path) -> None:
    files = {"agency.toml": CLEAN["agency.toml"].replace('kind = "both"', 'kind = "patent"')}
    names = run(write(tmp_path, files))
    assert {name for name in names if name.startswith("ta-")} == {"ta-ad-promise", "ta-ad-fake-credential"}


def test_telephones_stand_in_no_report(tmp_path: Path) -> None:
    folder = write(tmp_path, edited(PLANTED["na-contact-person"]))
    for form in ("text", "json", "sarif"):
        arguments = ["agency", str(folder), "--as-of", AS_OF.isoformat(), "--format", form]
        output = CliRunner().invoke(main, arguments).output
        shown = output.replace("\n", "").replace(" ", "")
        assert "071******99" in shown
        assert "07140000999" not in shown


def test_leads_are_leads() -> None:
    for name, check in classes().items():
        if name.startswith("na-"):
            assert check.clue, name


def test_a_branch_is_as_good_as_its_head_office() -> None:
    text = (
        "# 机构库\n名称,许可证号,许可状态\n岚山专利代理事务所（普通合伙）,42901,有效\n"
        "# 著录\n申请号,业务,申请日,代理机构\n"
        "1,专利,2026-05-06,{}\n"
    )
    assert levels("na-no-license", text.format("岚山专利代理事务所武汉分所")) == []
    assert levels("na-no-license", text.format("岚山专利代理事务所信息咨询有限公司")) == ["error"]
