"""Every rule with a period: the day before, the day, the day after; ends of months, leap days, holidays."""

from __future__ import annotations

import pytest

from tests.agency.helpers import THIRTY_DAYS, levels

PARTNER = 'form = "partnership"\n# 股东合伙人\n姓名,资格证号,执业起日\n周岚,A1,{}\n'
PEOPLE = "# 人员\n姓名,资格证号,首次执业,执业日,执业备案日,离职日,离职备案日\n"
FIRST = PEOPLE + "周岚,A1,是,{},{},,\n"
LEFT = PEOPLE + "周岚,A1,是,2015-01-05,2015-01-06,{},{}\n"
MOVED = PEOPLE + "周岚,A1,否,{},{},,\n"


@pytest.mark.parametrize(
    ("since", "as_of", "expected"),
    [
        ("2022-03-01", "2024-02-29", ["error"]),
        ("2022-03-01", "2024-03-01", []),
        ("2022-03-01", "2024-03-02", []),
        ("2020-02-29", "2022-02-27", ["error"]),
        ("2020-02-29", "2022-02-28", []),
        ("2022-08-31", "2024-08-30", ["error"]),
        ("2022-08-31", "2024-08-31", []),
        ("2025-01-01", "2026-12-31", ["error"]),
        ("2025-01-01", "2027-01-01", []),
    ],
)
def test_two_years_of_practice(since: str, as_of: str, expected: list[str]) -> None:
    assert levels("pa-partner-qualified", PARTNER.format(since), as_of) == expected
    legal = 'form = "llc"\nregistered.representative = "周岚"\n# 人员\n姓名,资格证号,执业日,首次执业\n周岚,A1,{},是\n'
    assert levels("pa-llc-legal-rep", legal.format(since), as_of) == expected
    # Where he may have practised elsewhere before, it is not sure.
    moved = legal.replace(",是", ",否").format(since)
    assert levels("pa-llc-legal-rep", moved, as_of) == ["warning"] * len(expected)
    four = "".join(f"股东{n},B{n},2010-01-01\n" for n in range(3)) + "郑禾,无,\n"
    fifths = 'form = "llc"\n# 股东合伙人\n姓名,资格证号,执业起日\n周岚,A1,{}\n' + four
    assert levels("pa-llc-four-fifths", fifths.format(since), as_of) == expected


def test_the_licence_looks_at_the_day_of_the_application() -> None:
    text = "licence.applied = {}\n" + PARTNER.format("2022-03-01")
    assert levels("pa-partner-qualified", text.format("2024-02-29"), "2026-01-01") == ["error"]
    assert levels("pa-partner-qualified", text.format("2024-03-01"), "2026-01-01") == []
    # Before 办法 held, others were the conditions; today's are looked at alone.
    old = "licence.applied = {}\n" + PARTNER.format("2018-01-01")
    assert levels("pa-partner-qualified", old.format("2019-04-30"), "2026-01-01") == []
    assert levels("pa-partner-qualified", old.format("2019-05-01"), "2026-01-01") == ["error"]


@pytest.mark.parametrize(
    ("fit", "all_", "expected"), [(4, 5, []), (4, 6, ["error"]), (5, 6, []), (8, 10, []), (7, 9, ["error"])]
)
def test_four_fifths_are_counted_in_whole_numbers(fit: int, all_: int, expected: list[str]) -> None:
    rows = [f"股东{n},{f'A{n}' if n < fit else '无'},2010-01-01" for n in range(all_)]
    text = 'form = "llc"\n# 股东合伙人\n姓名,资格证号,执业起日\n' + "\n".join(rows) + "\n"
    assert levels("pa-llc-four-fifths", text) == expected


@pytest.mark.parametrize(
    ("start", "done", "as_of", "expected"),
    THIRTY_DAYS,
)
def test_thirty_days(start: str, done: str, as_of: str, expected: list[str]) -> None:
    assert levels("pa-attorney-first-filing-30d", FIRST.format(start, done), as_of) == expected
    assert levels("pa-attorney-change-30d", LEFT.format(start, done), as_of) == expected
    assert levels("pa-attorney-change-30d", MOVED.format(start, done), as_of) == expected
    # These terms were not verified: never an error.
    softer = ["warning"] * len(expected)
    change = f"# 登记变更\n事项,变更日,办理日\n合伙人,{start},{done}\n"
    assert levels("pa-change-overdue", change, as_of) == softer
    branch = f"# 分支机构\n名称,设立日,设立备案日\n武汉分所,{start},{done}\n"
    assert levels("pa-branch-filing", branch, as_of) == softer


@pytest.mark.parametrize(
    ("since", "founded", "expected"),
    [
        ("2020-02-29", "2022-02-27", ["error"]),
        ("2020-02-29", "2022-02-28", []),
        ("2020-05-11", "2022-05-10", ["error"]),
        ("2020-05-11", "2022-05-11", []),
        ("2020-05-11", "2022-05-12", []),
        ("2018-05-11", "2019-04-30", []),  # 办法 did not hold yet
    ],
)
def test_a_branch_wants_two_years_of_business(since: str, founded: str, expected: list[str]) -> None:
    text = f"business_since = {since}\n# 分支机构\n名称,设立日\n武汉分所,{founded}\n"
    assert levels("pa-branch-2y", text) == expected


@pytest.mark.parametrize(
    ("decided", "founded", "expected"),
    [
        ("2021-05-10", "2024-05-09", ["error"]),
        ("2021-05-10", "2024-05-10", ["error"]),
        ("2021-05-10", "2024-05-11", []),
        ("2020-02-29", "2023-02-28", ["error"]),
        ("2020-02-29", "2023-03-01", []),
        ("2024-05-11", "2024-05-10", []),
    ],
)
def test_three_years_without_penalties_before_a_branch(decided: str, founded: str, expected: list[str]) -> None:
    text = (
        f"# 分支机构\n名称,设立日\n武汉分所,{founded}\n# 处罚\n对象,处罚种类,决定日\n本机构,警告,{decided}\n"
        "# 名录\n名录,列入日,移出日\n无,,\n"
    )
    assert levels("pa-branch-clean-record", text) == expected


@pytest.mark.parametrize(
    ("entered", "as_of", "expected"),
    [
        ("2023-03-06", "2026-02-05", []),
        ("2023-03-06", "2026-02-06", ["warning"]),
        ("2023-03-06", "2026-03-05", ["warning"]),
        ("2023-03-06", "2026-03-06", ["error"]),
        ("2024-02-29", "2027-02-27", ["warning"]),
        ("2024-02-29", "2027-02-28", ["error"]),
        ("2023-12-31", "2026-12-31", ["error"]),
        ("2024-01-01", "2026-12-31", ["warning"]),
        ("2024-01-01", "2027-01-01", ["error"]),
    ],
)
def test_three_years_in_the_list(entered: str, as_of: str, expected: list[str]) -> None:
    text = f"# 名录\n名录,列入日,移出日\n经营异常名录,{entered},\n# 处罚\n对象,处罚种类,决定日\n无,,\n"
    assert levels("pa-serious-list", text, as_of) == expected


@pytest.mark.parametrize(
    ("year", "submitted", "as_of", "expected"),
    [
        (2024, "2025-06-29", "2025-12-01", []),
        (2024, "2025-06-30", "2025-12-01", []),
        (2024, "2025-07-01", "2025-12-01", ["warning"]),
        # 30 June 2024 is a Sunday.
        (2023, "2024-07-01", "2024-12-01", []),
        (2023, "2024-07-02", "2024-12-01", ["warning"]),
        (2024, "", "2025-06-30", []),
        (2024, "", "2025-07-01", ["warning"]),
    ],
)
def test_the_annual_report(year: int, submitted: str, as_of: str, expected: list[str]) -> None:
    text = f"# 年度报告\n年度,提交日\n{year},{submitted}\n"
    assert levels("pa-annual-report-due", text, as_of) == expected


@pytest.mark.parametrize(
    ("gone", "as_of", "expected"),
    [
        ("2024-03-30", "2026-01-01", []),
        ("2024-03-31", "2026-01-01", []),
        ("2024-04-01", "2026-01-01", ["error"]),
        ("", "2024-03-31", []),
        ("", "2024-04-01", ["error"]),
    ],
)
def test_two_records_stand_side_by_side_for_thirty_days(gone: str, as_of: str, expected: list[str]) -> None:
    text = (
        f"# 备案名单\n姓名,资格证号,机构,备案日,注销日\n周岚,A1,岚山所,2020-01-01,{gone}\n周岚,A1,砚湖所,2024-03-01,\n"
    )
    assert levels("pa-attorney-dual", text, as_of) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2022-03-01", "2023-02-27", ["error"]),
        ("2022-03-01", "2023-02-28", []),
        ("2022-03-01", "2023-03-01", []),
        ("2023-03-01", "2024-02-28", ["error"]),
        ("2023-03-01", "2024-02-29", []),
    ],
)
def test_a_year_of_training(start: str, end: str, expected: list[str]) -> None:
    head = "# 人员\n姓名,资格证号,实习起日,实习止日,免实习理由,劳动合同,专职,执业日\n"
    assert levels("pa-attorney-conditions", f"{head}周岚,A1,{start},{end},,有,是,2024-06-03\n") == expected


@pytest.mark.parametrize(
    ("name", "text", "days"),
    [
        (
            "pa-guazheng-signal",
            'name = "岚山所"\n# 人员\n姓名,资格证号,社保单位,入职日\n周岚,A1,磁湖化工有限公司,2023-12-31\n',
            ("2024-02-28", "2024-02-29", "2024-03-01"),
        ),
        (
            "pa-mgmt-systems",
            '[systems]\nquality = { document = "质控办法", last_used = 2024-02-29 }\n',
            ("2025-02-27", "2025-02-28", "2025-03-01"),
        ),
        (
            "pa-file-archive",
            "# 案件\n案号,结案日\nP1,2024-01-01\n# 档案\n案号,委托书\nP0,有\n",
            ("2024-03-30", "2024-03-31", "2024-04-01"),
        ),
    ],
)
def test_our_own_thresholds_begin_the_day_after(name: str, text: str, days: tuple[str, str, str]) -> None:
    assert [len(levels(name, text, day)) for day in days] == [0, 0, 1]


def test_the_years_after_a_penalty_of_an_owner_end_with_their_day() -> None:
    text = "# 股东合伙人\n姓名\n周岚\n# 处罚\n对象,处罚种类,决定日\n周岚,警告,2021-03-05\n"
    days = ("2024-03-04", "2024-03-05", "2024-03-06")
    assert [len(levels("pa-partner-ineligible", text, day)) for day in days] == [1, 1, 0]


def test_the_cooling_years_end_on_their_day() -> None:
    head = "# 履历\n姓名,专利行政部门,止日\n周岚,是,2021-03-05\n# 人员\n姓名,入职日\n周岚,{}\n"
    days = ("2024-03-04", "2024-03-05", "2024-03-06")
    assert [len(levels("pa-ex-official-cooling", head.format(day))) for day in days] == [1, 0, 0]


def test_a_general_contract_covers_its_days() -> None:
    text = (
        "# 合同\n合同号,委托人,总委托,签订日,有效期至\nH1,青禾公司,是,2024-01-01,2024-12-31\n"
        "# 案件\n案号,委托人,合同号,受理委托日\nP1,青禾公司,,{}\n"
    )
    days = ("2023-12-31", "2024-01-01", "2024-12-31", "2025-01-01")
    assert [len(levels("pa-written-contract", text.format(day))) for day in days] == [1, 0, 0, 1]


def test_twelve_months_of_filings() -> None:
    head = "# 案件\n案号,提交日,非正常通报日\n"
    rows = "".join(f"P{n},{{0}},2025-08-01\n" for n in range(3))
    days = ("2024-11-28", "2024-11-29", "2024-11-30", "2025-11-29", "2025-11-30")
    found = [len(levels("pa-abnormal-filing-share", head + rows.format(day), "2025-11-29")) for day in days]
    assert found == [0, 0, 1, 1, 0]


def test_ten_attorneys_on_the_day_of_the_founding() -> None:
    nine = "".join(f"代理师{n},A{n},2018-01-01,,\n" for n in range(9))
    head = "# 分支机构\n名称,设立日\n武汉分所,2022-03-01\n# 人员\n姓名,资格证号,执业日,入职日,离职日\n" + nine
    rows = {
        "吴砚,B1,2022-02-28,,\n": 0,
        "吴砚,B1,2022-03-01,,\n": 0,
        "吴砚,B1,2022-03-02,,\n": 1,
        "吴砚,B1,2012-03-02,2022-03-02,\n": 1,
        "吴砚,B1,2012-03-02,,2022-03-01\n": 1,
        "吴砚,B1,2012-03-02,,2022-03-02\n": 0,
        # One certificate is one attorney, however often it stands there.
        "代理师1,A1,2018-01-01,,\n": 1,
    }
    for row, expected in rows.items():
        assert len(levels("pa-branch-10-attorneys", head + row)) == expected, row
