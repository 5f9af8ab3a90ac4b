"""The register: who is of one house, series of titles, strength and order, and that plants are found, others not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipcheck.abnormal import Column, Register, RegisterCheck, strength
from ipcheck.abnormal.series import bare_title, entities, similar_titles, without_kin
from ipcheck.abnormal.trade_names import is_known_filer, province, same_house, trade_name
from ipcheck.check import load_checklist
from ipcheck.config import Settings
from ipcheck.engine.abnormal import check_abnormal
from ipcheck.model import Level
from ipcheck.patent.identity import is_credit_code, is_person_number
from ipcheck.plugins import load_checks, shipped
from ipcheck.readers.table import table_of
from tests.benchmarks.abnormal_register import made_up, register_of
from tests.benchmarks.register_plants import PLANTS

# Section 3.1 of the catalogue, what a batch and a register are looked at for.
CATALOGUE = (
    "dup-fulltext dup-claims dup-figures reordered-claims slot-swap-template feature-combination-grid "
    "object-substitution generated-skeleton title-grammar-grid volume-vs-staff volume-surge new-company-burst "
    "field-dispersion inventor-overload inventor-size-mismatch evidence-checklist entity-link linked-near-dup "
    "split-in-time split-by-agency quick-transfer bulk-transfer inventor-full-replacement transfer-before-project "
    "agent-throughput fee-reduction-mismatch identity-anomaly withdraw-refile"
)


def test_every_register_and_batch_detector_is_built_or_left_to_people() -> None:
    built = {check.check_name() for check in load_checks([shipped("checks")], "abnormal").checks}
    left = {item.name for item in load_checklist([shipped("checks")], "abnormal")}
    assert set(CATALOGUE.split()) - built - left == set()
    assert not built & left


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("浙江美好电器有限公司", "美好集团股份有限公司", True),
        ("甲安科技(深圳)有限公司", "甲安实业有限公司", True),
        ("杭州甲安科技有限公司", "杭州乙峰科技有限公司", False),
        ("北京科技有限公司", "北京电子有限公司", False),
        ("", "", False),
    ],
)
def test_one_house_has_one_trade_name(one: str, other: str, same: bool) -> None:
    assert same_house(one, other) is same


def test_a_trade_name_stands_between_place_and_trade() -> None:
    assert trade_name("江苏省苏州市甲安新材料有限公司") == "甲安"
    assert trade_name("上海电气有限公司") == "上海电气"


def test_a_known_filer_is_told_by_its_trade_name_behind_the_place() -> None:
    assert is_known_filer("广东美的电器有限公司")
    assert is_known_filer("深圳市华星光电技术有限公司")
    assert not is_known_filer("优美的家具有限公司")
    assert not is_known_filer("小米椒食品有限公司") and not is_known_filer("网易拉罐有限公司")
    assert is_known_filer("江苏省苏州市甲安新材料有限公司", ["甲安"])


def test_a_clue_about_a_known_filer_is_kept_as_advice() -> None:
    others = "".join(f"9{n}{k}\t丁公司\t{2023 + n // 12}-{n % 12 + 1:02}-1{k}\n" for n in range(24) for k in range(5))
    loaded = load_checks([shipped("checks")], "abnormal").checks
    surge = next(check for check in loaded if check.check_name() == "volume-surge" and issubclass(check, RegisterCheck))
    for name, level in (("甲安有限公司", Level.WARNING), ("广东美的电器甲安有限公司", Level.ADVICE)):
        rows = f"1\t{name}\t2023-02-01\n" + "".join(f"{n}\t{name}\t2024-05-{n:02}\n" for n in range(3, 18))
        register = Register(table_of(f"申请号\t申请人\t申请日\n{others}{rows}".encode(), "台账.tsv"))
        assert [finding.level for finding in surge().find(register)] == [level]
    assert province("310000 浙江省杭州市一路1号") == "浙江" and province("一路1号") == ""


def test_check_characters() -> None:
    assert is_credit_code("91350100M000100Y43") and not is_credit_code("91350100M000100Y44")
    assert is_person_number("11010519491231002X") and not is_person_number("110105194912310021")
    assert not is_credit_code("") and not is_person_number("１１０１０５１９４９１２３１００２１")


def test_strength_grows_and_starts_at_a_half() -> None:
    assert strength() == strength(1.0) == 0.5
    assert 0.5 < strength(2.0) < strength(4.0) < 1.0
    assert strength(0.1) == 0.5


def test_a_series_gathers_around_its_first_and_leaves_kin_out() -> None:
    titles = [
        "一种可折叠苹果采摘升降梯",
        "一种可折叠荔枝采摘升降梯",
        "一种可折叠核桃采摘升降梯",
        "一种电动晾衣架控制盒",
    ]
    rows = [
        {Column.NUMBER: str(number), Column.TITLE: title, Column.APPLICANTS: "甲有限公司", Column.FILED: "2024-01-05"}
        for number, title in enumerate(titles)
    ]
    rows[2][Column.PRIORITY] = "2023100000011"
    (entity,) = entities(register_of(rows), 8)
    assert bare_title(entity.rows[3]) == "电动晾衣架控制盒"
    (group,) = similar_titles(entity.rows, 0.75, 3)
    assert [row.index for row in group] == [0, 1, 2]
    assert list(similar_titles(without_kin(entity.rows), 0.75, 3)) == []


def test_plants_of_every_kind_are_found_and_the_ordinary_are_left_alone() -> None:
    register, truth = made_up(3000, 2, 5)
    planted = {name for groups in truth.values() for group in groups for name in group}
    false = 0
    for made in load_checks([shipped("checks")], "abnormal").checks:
        if not issubclass(made, RegisterCheck):
            continue
        assert made.check_name() in PLANTS
        messages = [finding.message for finding in made().find(register)]
        for strong in (True, False):
            for group in truth[made.check_name(), strong]:
                assert any(name in message for name in group for message in messages), (made.check_name(), strong)
        false += sum(not any(name in message for name in planted) for message in messages)
    assert false <= 0.01 * len(register.by_applicant)


def test_the_strongest_of_a_check_come_first(tmp_path: Path) -> None:
    rows = [
        f"{name}{number},{name},2024-03-{number % 28 + 1:02},3"
        for name, count in (("甲有限公司", 12), ("乙有限公司", 40), ("丙有限公司", 20))
        for number in range(count)
    ]
    path = tmp_path / "台账.csv"
    path.write_text("申请号,申请人,申请日,参保人数\n" + "\n".join(rows), encoding="utf-8")
    found = check_abnormal(
        [], Settings(select=("volume-vs-staff",), check_folders=(shipped("checks"),)), register=path
    ).findings
    assert [record.words.text for record in found] == ["乙有限公司", "丙有限公司", "甲有限公司"]
    strengths = [record.facts["strength"] for record in found]
    assert strengths == sorted(strengths, reverse=True)
