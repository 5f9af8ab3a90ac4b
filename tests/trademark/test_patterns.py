"""Patterns of a filing register: linked persons, scrambled names, law by date, lists of the user, silence."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from ipcheck.check import load_checklist
from ipcheck.check.contract import NoOptions
from ipcheck.model import Finding
from ipcheck.plugins import load_checks, shipped
from ipcheck.readers.sheet import Sheet
from ipcheck.readers.table import table_of
from ipcheck.trademark import COLUMNS, Lists, MarkRegister
from ipcheck.trademark.business import classes_of
from ipcheck.trademark.columns import register_template
from ipcheck.trademark.fame import Fame
from ipcheck.trademark.families import near
from ipcheck.trademark.grounds import Ground, grounds
from ipcheck.trademark.holdings import busiest, holdings, units
from ipcheck.trademark.links import kin, street_address
from ipcheck.trademark.lists import read_list
from ipcheck.trademark.names import is_agency, is_large, same_group, trade_name
from ipcheck.trademark.series import place_of
from tests.benchmarks.trademark_patterns import applicant, patterns, read
from tests.benchmarks.trademark_plants import made

CHECKS: dict[str, Any] = {
    check.check_name(): check
    for check in load_checks([shipped("checks")], "trademark").checks
    if check.code.startswith("TMP")
}


def register(text: str, lists: Lists | None = None) -> MarkRegister:
    return MarkRegister(Sheet(table_of(text.encode("utf-8"), "台账.csv"), COLUMNS), lists or Lists())


def found(name: str, text: str, lists: Lists | None = None) -> list[Finding]:
    check = CHECKS[name](as_of=date(2026, 11, 29))
    return list(check.find(register(text, lists)))


def user_list(folder: Path, name: str, text: str) -> Lists:
    path = folder / f"{name}.csv"
    path.write_text(text, encoding="utf-8")
    return Lists({name: read_list(path, name)})


def test_every_check_asks_for_the_exclusions_and_says_risk() -> None:
    assert len(CHECKS) == 26
    for check in CHECKS.values():
        assert check.clue and "风险线索" in check.message
        assert check.clears and check.keep
        assert check.Options is NoOptions or "内部阈值" in check.message or "{limit}" in check.message


def test_rows_77_to_103_of_the_catalogue_are_built_or_left_to_people() -> None:
    items = {item.name for item in load_checklist([shipped("checks")], "trademark")}
    assert len(set(CHECKS) | (items & {"tm-sale-offer"})) == 103 - 77 + 1


def test_the_blank_register_has_every_column_a_check_needs() -> None:
    headers = register_template().strip().split(",")
    assert {column.value for check in CHECKS.values() for column in check.needs} <= set(headers)


def test_two_kinds_of_ties_and_their_chain() -> None:
    head = "商标\t申请人\t法定代表人\t联系电话\t申请人地址\n"
    one = "岚舟\t甲店\t陆砚\t13800000001\t武汉市岚山路8号\n"
    tied = register(head + one + "砚禾\t乙店\t陆砚\t13800000001\t\n榆亭\t丙店\t陆砚\t13800000003\t\n")
    (cluster,) = kin(tied).clusters
    assert cluster.applicants == ("甲店", "乙店")
    assert str(cluster.ties[0]) == "甲店与乙店同法定代表人“陆砚”、同联系电话“138…01”（权重1.6）"
    assert kin(tied).same("甲店", "乙店") and not kin(tied).same("甲店", "丙店")


def test_parks_and_the_contacts_of_an_agency_tie_nobody() -> None:
    head = "商标\t申请人\t联系电话\t电子邮箱\t申请人地址\t代理机构\n"
    park = "\t13800000001\t\t武汉市砚湖孵化器一路8号{}室\t\n"
    assert not kin(register(head + "岚舟\t甲店" + park + "砚禾\t乙店" + park)).clusters
    desk = "\t02780000001\tdesk@example.com\t\t岚山商标事务所\n"
    assert not kin(register(head + "岚舟\t甲店" + desk + "砚禾\t乙店" + desk)).clusters
    both = "\t13800000001\t\t武汉市岚山路8号二楼\t\n"
    assert not kin(register(head + "".join(f"岚舟\t{n}店{both}" for n in range(12)))).clusters
    assert len(kin(register(head + "".join(f"岚舟\t{n}店{both}" for n in range(3)))).clusters) == 1


def test_addresses_go_down_to_the_number() -> None:
    assert street_address("武汉市 岚山路8号 二楼201室") == "武汉市岚山路8号"
    assert street_address("武汉市") == "" and street_address("武汉市众创空间1号") == ""


@pytest.mark.parametrize(
    ("mark", "known"),
    [("踏奖安", "安踏"), ("宁俊李", "李宁"), ("克妮耐", "耐克"), ("娜控富安", "富安娜"), ("司登魔波", "波司登")],
)
def test_the_scrambled_names_of_the_guidelines(mark: str, known: str) -> None:
    fame = Fame({known: "", "岚舟砚": ""}, None)
    assert list(fame.search(mark)) == [(known, "打散")]


def test_a_name_is_not_scrambled_in_itself_or_in_a_long_mark() -> None:
    fame = Fame({"安踏": ""}, None)
    assert list(fame.search("安踏")) == [("安踏", "相同")]
    assert list(fame.search("新安踏")) == [("新安踏"[1:], "包含")]
    assert list(fame.search("踏实做人安心做事")) == []


def test_the_users_famous_marks_are_looked_up(tmp_path: Path) -> None:
    lists = user_list(tmp_path, "驰名商标", "词,权利人\n安踏,\n李宁,\n耐克,\n富安娜,\n波司登,\n")
    head = "商标\t申请人\t申请日\n"
    marks = ("踏奖安", "宁俊李", "克妮耐", "娜控富安", "司登魔波")
    text = head + "".join(f"{mark}\t甲商贸有限公司\t2025-01-05\n" for mark in marks)
    (finding,) = found("tm-batch-copy-many", text, lists)
    assert "5个权利人" in finding.message and "踏奖安（打散“安踏”）" in finding.message
    own = head + "".join(f"{mark}\t{name}股份有限公司\t2025-01-05\n" for mark, name in zip(marks, marks, strict=True))
    assert found("tm-batch-copy-many", own, lists) == []


def test_a_hashed_list_does_as_well(tmp_path: Path) -> None:
    names = ("安踏", "李宁", "耐克", "富安娜", "波司登")
    lists = user_list(
        tmp_path, "驰名商标", "词\n" + "".join(f"sha256:{sha256(name.encode()).hexdigest()}\n" for name in names)
    )
    text = "商标\t申请人\n" + "".join(f"新{name}\t甲商贸有限公司\n" for name in names)
    (finding,) = found("tm-batch-copy-many", text, lists)
    assert "新安踏（包含“安踏”）" in finding.message


def test_hot_words_count_after_their_day_only(tmp_path: Path) -> None:
    lists = user_list(tmp_path, "热词", "词,起\n岚舟破浪,2025-03-01\n")
    head = "商标\t申请人\t类别\t申请日\n"
    late = "".join(f"岚舟破浪{c}\t甲商贸有限公司\t25\t2025-03-0{n}\n" for n, c in enumerate("记家坊园堂", 2))
    assert "5件" in found("tm-batch-hot", head + late, lists)[0].message
    assert found("tm-batch-hot", head + late.replace("2025-03", "2024-03"), lists) == []


def test_persons_of_the_users_list(tmp_path: Path) -> None:
    lists = user_list(tmp_path, "公众人物", "词\n陆岚舟\n沈砚禾\n何榆亭\n顾桐笙\n韩苇屿\n")
    names = ("陆岚舟", "沈砚禾", "何榆亭", "顾桐笙", "韩苇屿")
    text = "商标\t申请人\n" + "".join(f"{name}\t甲商贸有限公司\n" for name in names)
    assert len(found("tm-batch-culture-name", text, lists)) == 1
    assert found("tm-batch-culture-name", text) == []


def test_article_numbers_are_those_of_the_day() -> None:
    old, new = date(2026, 12, 31), date(2027, 1, 1)
    assert grounds("第四条、第三十条", old) == {Ground.HOARDING, Ground.CITATION}
    assert grounds("10.1(8)", old) == {Ground.SIGN}
    assert grounds("第十五条第一款第（九）项", new) == {Ground.SIGN}
    assert grounds("第十五条", old) == {Ground.RELATION}
    assert grounds("第十九条第二款", new) == {Ground.MEANS}
    assert grounds("2019年商标法第三十二条", new) == {Ground.PRIOR_RIGHT}
    assert grounds("详见决定书", old) == frozenset()


@pytest.mark.parametrize(
    ("day", "article", "words"),
    [("2026-12", "4.1", "且属于恶意"), ("2027-01", "19.1", "不再以“恶意”为要件")],
)
def test_hoarding_cites_the_law_of_its_day(day: str, article: str, words: str) -> None:
    text = "商标\t类别\t申请人\t申请日\n" + "".join(
        f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙屿帆棠'[n // 10]}\t{n % 44 + 1}\t"
        f"乙咨询有限公司\t{day}-{n % 27 + 1:02}\n"
        for n in range(65)
    )
    (finding,) = found("tm-batch-window", text)
    assert finding.basis[0].article == article
    assert words in finding.message


def test_a_sign_refused_bars_the_agency_from_2027_only() -> None:
    head = "商标\t类别\t类似群\t申请人\t代理机构\t申请日\t状态\t驳回依据\t决定日\n"
    old = "岚舟\t25\t2501\t甲公司\t岚山商标事务所\t2023-01-05\t驳回\t10.1(8)\t2023-09-05\n"
    for day, count in (("2026-12-31", 0), ("2027-01-01", 1)):
        again = f"岚舟\t25\t2501\t甲公司\t岚山商标事务所\t{day}\t申请中\t\t\n"
        assert len(found("tm-agency-refile-barred", head + old + again)) == count


def test_defensive_filings_and_used_marks_do_not_count() -> None:
    rows = "商标\t类别\t申请人\t申请日\t状态\t注册日\t使用证据\n砚禾\t30\t甲店\t2012-01-05\t已注册\t2013-01-05\t有\n"
    rows += "".join(f"砚禾\t{n}\t甲店\t2025-01-05\t申请中\t\t\n" for n in range(1, 10))
    rows += "砚禾园\t9\t甲店\t2025-01-05\t申请中\t\t\n岚舟\t9\t甲店\t2025-01-05\t申请中\t\t发票\n"
    rows += "榆亭\t9\t甲店\t2025-01-05\t\t\t\n"
    (holding,) = holdings(register(rows))
    assert [mark.text for mark in holding.free] == ["榆亭"]
    assert units(holding.rows) == 13


def test_windows_and_families() -> None:
    text = "商标\t类别\t申请人\t申请日\n" + "".join(
        f"岚{c}\t9、25\t甲店\t{day}\n"
        for c, day in zip("舟禾亭笙屿", ("2025-01-01", "2025-01-30", "2025-01-31", "2025-02-10", ""), strict=True)
    )
    rows = register(text).by_applicant["甲店"]
    assert [str(mark.filed)[5:] for mark in busiest(rows, 30)] == ["01-30", "01-31", "02-10"]
    assert (
        near("岚舟", "岚舟记")
        and near("岚舟砚", "岚舟榆")
        and not near("岚舟", "岚禾")
        and not near("cat", "cats home")
    )


def test_names() -> None:
    assert trade_name("杭州青禾文化传媒有限公司") == "青禾"
    assert trade_name("青禾集团有限公司") == "青禾" and same_group("青禾食品有限公司", "杭州青禾酒业有限公司")
    assert trade_name("陆砚") == ""
    assert is_agency("岚舟知识产权代理有限公司") and is_agency("岚舟商标事务所")
    assert not is_agency("岚舟律师事务所") and not is_agency("岚舟知识产权服务平台")
    assert is_large("青禾集团有限公司") and is_large("Lanzhou Foods Co., Ltd.") and not is_large("青禾食品有限公司")


def test_scope_and_places_are_coarse() -> None:
    assert {30, 35} <= classes_of("食品销售") and classes_of("日用百货销售") == frozenset() == classes_of("")
    assert place_of("杭州") == "行政区划" and place_of("岚山景区") == "景点建筑" and place_of("岚山") == "山川"
    assert place_of("岚舟") == ""


@pytest.mark.parametrize(
    "text", ["商标\t申请人\n", "商标\t申请人\t申请日\t类别\n" + "岚" * 500 + "\t\t不是日子\t九十九\n" * 9]
)
def test_nothing_breaks_on_poor_tables(text: str) -> None:
    table = register(text)
    for check in CHECKS.values():
        assert check.unseen(table) or list(check(as_of=date(2026, 11, 29)).find(table)) == []


def test_planted_patterns_are_told_and_ordinary_applicants_are_not() -> None:
    plan = made(9_000, 7, patterns)
    marks = read(plan)
    planted = {name for name, _ in plan.planted} | plan.accomplices
    told, others = set(), set()
    for name, check in CHECKS.items():
        for finding in check(as_of=date(2027, 6, 1)).find(marks):
            names = {applicant(marks, finding), *finding.facts.get("applicants", ())}
            told |= {(who, name) for who in names}
            others |= set() if names & planted else names
    assert len(set(plan.planted) - told) <= 2
    assert len(others) <= 2
