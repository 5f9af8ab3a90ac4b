"""Trademark business: the day before, the day, the day after; month ends, leap days, the law of 2027-01-01."""

from __future__ import annotations

import pytest

from tests.agency.helpers import THIRTY_DAYS, findings, levels

EXPIRES = "[trademark]\nexpires = {}\n"
RECORDED = "[trademark]\nrecorded = {}\n"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        # Six months before 2027-05-31 there is no 31st: the last of November.
        ("2026-11-29", []),
        ("2026-11-30", ["advice"]),
        ("2027-04-30", ["advice"]),
        ("2027-05-01", ["warning"]),
        ("2027-05-31", ["warning"]),
        ("2027-06-01", ["error"]),
    ],
)
def test_a_record_may_be_renewed_for_six_months_and_then_ends(as_of: str, expected: list[str]) -> None:
    assert levels("ta-record-expiry", EXPIRES.format("2027-05-31"), as_of) == expected


@pytest.mark.parametrize(
    ("recorded", "as_of", "expected"),
    [
        ("2024-02-29", "2027-02-28", ["warning"]),
        ("2024-02-29", "2027-03-01", ["error"]),
        ("2024-01-01", "2026-12-31", ["warning"]),
        ("2024-01-01", "2027-01-01", ["warning"]),
        ("2024-01-01", "2027-01-02", ["error"]),
    ],
)
def test_a_record_holds_for_three_years(recorded: str, as_of: str, expected: list[str]) -> None:
    assert levels("ta-record-expiry", RECORDED.format(recorded), as_of) == expected


@pytest.mark.parametrize(
    ("renewed", "expected"),
    [
        # Before the six months it belongs to the term before; after the end it is no renewal.
        ("2026-05-29", ["error"]),
        ("2026-05-30", []),
        ("2026-11-30", []),
        ("2026-12-01", ["error"]),
    ],
)
def test_a_renewal_counts_within_the_last_six_months(renewed: str, expected: list[str]) -> None:
    text = EXPIRES.format("2026-11-30") + f"renewed = {renewed}\n"
    assert levels("ta-record-expiry", text, "2026-12-15") == expected
    if not expected:
        # Three more years from the day after the old end.
        assert levels("ta-record-expiry", text, "2029-11-30") == ["warning"]
        assert levels("ta-record-expiry", text, "2029-12-01") == ["error"]


@pytest.mark.parametrize(
    ("start", "done", "as_of", "expected"),
    THIRTY_DAYS,
)
def test_thirty_days_for_changes_of_the_record(start: str, done: str, as_of: str, expected: list[str]) -> None:
    text = f"# 备案变更\n事项,变更日,登记批准日,备案变更日\n住所,{start},,{done}\n"
    assert levels("ta-record-change-30d", text, as_of) == expected
    registered = f"# 备案变更\n事项,变更日,登记批准日,备案变更日\n住所,2020-01-06,{start},{done}\n"
    assert levels("ta-record-change-30d", registered, as_of) == expected


def test_who_is_new_may_sign_for_thirty_days_before_he_is_on_record() -> None:
    text = (
        "# 商标从业人员\n姓名,入职日,备案日,备案注销日\n周岚,2026-03-02,{},\n"
        "# 商标案件\n案号,盖章,签字人,提交日\nT1,是,周岚,{}\n"
    )
    assert levels("ta-seal-sign", text.format("2026-04-01", "2026-03-01")) == ["error"]
    assert levels("ta-seal-sign", text.format("2026-04-01", "2026-03-02")) == []
    assert levels("ta-seal-sign", text.format("2026-04-02", "2026-03-02")) == ["error"]
    assert levels("ta-seal-sign", text.format("2026-04-02", "2026-04-02")) == []
    assert levels("ta-seal-sign", text.format("", "2026-03-05"), "2026-04-01") == []
    assert levels("ta-seal-sign", text.format("", "2026-03-05"), "2026-04-02") == ["error"]


@pytest.mark.parametrize(
    ("decided", "as_of", "expected"),
    [
        (("2024-02-29", "2025-06-03", "2026-02-28"), "2026-11-29", ["error"]),
        (("2024-02-29", "2025-06-03", "2026-03-01"), "2026-11-29", ["warning"]),
        (("2024-11-29", "2025-06-03"), "2026-11-29", ["warning"]),
        (("2024-11-28", "2025-06-03"), "2026-11-29", []),
        (("2025-01-01", "2026-05-06", "2026-12-31"), "2026-12-31", ["error"]),
        (("2025-01-01", "2026-05-06", "2027-01-01"), "2027-01-01", ["error"]),
        (("2025-01-01", "2026-05-06", "2027-01-02"), "2027-01-02", ["warning"]),
        # Two years after the last of three, nothing is left of it.
        (("2022-01-05", "2022-05-06", "2022-09-05"), "2024-09-05", ["error"]),
        (("2022-01-05", "2022-05-06", "2022-09-05"), "2024-09-06", []),
    ],
)
def test_three_penalties_within_any_two_years(decided: tuple[str, ...], as_of: str, expected: list[str]) -> None:
    rows = "".join(f"本机构,商标代理,{day}\n" for day in decided)
    assert levels("ta-penalty-count", f"# 处罚\n对象,领域,决定日\n{rows}", as_of) == expected


@pytest.mark.parametrize("ground", ["禁用标志", "地名", "以欺骗手段申请", "摹仿驰名商标"])
def test_what_may_not_be_accepted_widens_with_the_new_law(ground: str) -> None:
    text = "# 商标案件\n案号,受理委托日\nT1,{}\n# 筛查记录\n案号,命中情形,是否接受\nT1," + ground + ",是\n"
    assert levels("ta-accept-prohibited", text.format("2026-12-31"), "2027-01-02") == ["advice"]
    assert levels("ta-accept-prohibited", text.format("2027-01-01"), "2027-01-02") == ["error"]


@pytest.mark.parametrize("ground", ["不以使用为目的", "代理人抢先注册", "损害在先权利"])
def test_what_might_never_be_accepted(ground: str) -> None:
    text = "# 商标案件\n案号,受理委托日\nT1,{}\n# 筛查记录\n案号,命中情形,是否接受\nT1," + ground + ",是\n"
    for day, number in (("2026-12-31", "19.3"), ("2027-01-01", "67.1(4)")):
        found = findings("ta-accept-prohibited", text.format(day), "2027-01-02")
        assert [(item.level.value, item.basis[0].article) for item in found] == [("error", number)]


def test_the_articles_are_those_of_the_day() -> None:
    text = (
        'name = "岚山商标代理"\n# 商标备案名单\n姓名,身份证件号码,机构,备案日,注销日\n'
        "周岚,E1,岚山商标代理,2024-01-01,\n周岚,E1,砚湖商标代理,2026-03-01,\n"
    )
    before = findings("ta-practitioner-dual", text, "2026-12-31")
    after = findings("ta-practitioner-dual", text, "2027-01-01")
    assert [len(found[0].basis) for found in (before, after)] == [2, 3]
    assert ["罚款" in found[0].message for found in (before, after)] == [False, True]
    record = '[trademark]\nrecord_number = "无"\n'
    days = ("2026-12-31", "2027-01-01")
    told = ["2027-01-01起未备案" in findings("ta-record-present", record, day)[0].message for day in days]
    assert told == [True, False]


@pytest.mark.parametrize(("to", "expected"), [("2026-03-31", []), ("2026-04-01", ["error"]), ("2026-04-02", ["error"])])
def test_a_move_may_overlap_for_thirty_days(to: str, expected: list[str]) -> None:
    text = (
        f"# 商标备案名单\n姓名,身份证件号码,机构,备案日,注销日\n周岚,E1,岚山商标代理,2024-01-01,{to}\n"
        "周岚,E1,砚湖商标代理,2026-03-01,\n"
    )
    assert levels("ta-practitioner-dual", text) == expected


@pytest.mark.parametrize(("day", "expected"), [("2026-03-04", []), ("2026-03-05", []), ("2026-03-06", ["error"])])
def test_on_the_day_of_the_decision_nothing_is_held_against_them(day: str, expected: list[str]) -> None:
    filed = "# 著录\n申请号,业务,申请日,代理机构\n"
    patents = f"# 机构库\n名称,许可状态,状态日\n砚湖代理,吊销,2026-03-05\n{filed}1,专利,{day},砚湖代理\n"
    assert levels("na-revoked", patents) == expected
    marks = "# 机构库\n名称,商标备案号,备案起日,备案止日\n砚湖代理,鄂1,2023-03-06,2026-03-05\n" + filed
    assert levels("na-ta-unrecorded", f"{marks}1,商标,{day},砚湖代理\n") == expected


@pytest.mark.parametrize(
    ("to", "expected"), [("2023-03-04", []), ("2023-03-05", ["warning"]), ("2026-03-05", ["error"])]
)
def test_three_years_after_a_post_an_inspector_is_free(to: str, expected: list[str]) -> None:
    text = f"# 检查人员\n姓名,机构,关系,起日,止日\n何青,甲所,任职,2015-01-01,{to}\n"
    text += "# 检查记录\n批次,机构,检查人员,检查日\n1,甲所,何青、沈砚,2026-03-05\n"
    assert levels("as-inspector-avoid", text) == expected
