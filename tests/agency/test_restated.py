"""Random agencies: what the checks say equals the restatement of the articles (``restated``).

Where both differ on purpose, a test below says so by name: days that the articles leave open, branches that are
closed, conditions of before the 办法 held.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.agency import restated
from tests.agency.helpers import levels

IN_FORCE = date(2019, 5, 1)
TODAY = date(2026, 11, 29)
NAME = "岚山专利代理事务所"

quick = settings(max_examples=150, deadline=None)
# Days near each other and on corners of the calendar, so that the limits are met and not only passed.
CORNERS = [
    date(2020, 2, 29),
    date(2022, 2, 28),
    date(2022, 3, 1),
    date(2022, 8, 31),
    date(2024, 2, 29),
    date(2024, 3, 1),
]
days = st.one_of(
    st.sampled_from(CORNERS),
    st.dates(date(2018, 1, 1), TODAY),
    st.builds(
        lambda corner, years, step: restated.years_after(corner, years) + timedelta(days=step),
        st.sampled_from(CORNERS),
        st.integers(-3, 2),
        st.integers(-1, 1),
    ),
).filter(lambda day: day <= TODAY)
maybe = st.none() | days


def told(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def found(name: str, text: str, as_of: date = TODAY) -> bool:
    return bool(levels(name, text, as_of.isoformat()))


holders = st.builds(
    restated.Holder, st.integers(1, 7), maybe, maybe, st.sampled_from([True, True, True, False]), maybe
).filter(lambda holder: holder.joined is None or holder.left is None or holder.joined < holder.left)


@st.composite
def owned(draw: st.DrawFn) -> list[restated.Holder]:
    """Owners; one who came back has two rows with one certificate."""
    rows: list[restated.Holder] = []
    for number in range(draw(st.integers(0, 7))):
        row = draw(holders)
        rows.append(restated.Holder(number, row.joined, row.left, row.certified, row.practising))
    back = draw(st.booleans())
    if rows and back:
        first = rows[0]
        assume(first.certified)
        rows.append(restated.Holder(first.person, draw(maybe), None, True, first.practising))
    return rows


def owner_table(rows: list[restated.Holder]) -> str:
    """The table; a person without a certificate says 无."""
    lines = [
        f"股东{'甲乙丙丁戊己庚辛'[row.person]},{told(row.joined)},{told(row.left)},"
        f"{f'A{row.person}' if row.certified else '无'},{told(row.practising)}"
        for row in rows
    ]
    return "# 股东合伙人\n姓名,加入日,退出日,资格证号,执业起日\n" + "\n".join(lines or ["无,,,,"]) + "\n"


def days_that_count(licence: date | None) -> list[date]:
    """The day of the application, where the 办法 held then, and today (条例 24.2)."""
    return [*([licence] if licence is not None and IN_FORCE <= licence < TODAY else []), TODAY]


@quick
@given(rows=owned(), licence=maybe)
def test_partnerships(rows: list[restated.Holder], licence: date | None) -> None:
    applied = f"licence.applied = {told(licence)}\n" if licence else ""
    text = f'form = "partnership"\n{applied}' + owner_table(rows)
    broken = set().union(*(restated.partnership(rows, day) for day in days_that_count(licence)))
    assert found("pa-partnership-min-partners", text) == ("10(四)" in broken)
    assert found("pa-partner-qualified", text) == ("10(五)" in broken)


@quick
@given(rows=owned(), licence=maybe, representative=holders)
def test_companies(rows: list[restated.Holder], licence: date | None, representative: restated.Holder) -> None:
    applied = f"licence.applied = {told(licence)}\n" if licence else ""
    # He is no shareholder; that he was shown in office on the day of the application nobody can tell.
    number = "B1" if representative.certified else "无"
    people = f"# 人员\n姓名,资格证号,执业日,首次执业\n代表人,{number},{told(representative.practising)},是\n"
    text = f'form = "llc"\nregistered.representative = "代表人"\n{applied}' + owner_table(rows) + people
    broken = [restated.company(rows, representative, day) for day in days_that_count(licence)]
    every = set().union(*broken)
    assert found("pa-llc-min-shareholders", text) == ("11(四)" in every)
    assert found("pa-llc-four-fifths", text) == ("11(五)股东" in every)
    assert found("pa-llc-legal-rep", text) == ("11(五)法定代表人" in broken[-1])


@quick
@given(
    fit=st.integers(0, 40),
    unfit=st.integers(0, 12),
)
def test_four_fifths(fit: int, unfit: int) -> None:
    assume(fit + unfit)
    lines = [f"股东{n},{f'A{n}' if n < fit else '无'},2010-01-01" for n in range(fit + unfit)]
    text = 'form = "llc"\n# 股东合伙人\n姓名,资格证号,执业起日\n' + "\n".join(lines) + "\n"
    assert found("pa-llc-four-fifths", text) == (5 * fit < 4 * (fit + unfit))


attorneys = st.builds(
    restated.Attorney, st.sampled_from([True, True, True, True, False]), maybe, maybe, st.sampled_from([None, 0, 1, 2])
)
offices = st.builds(restated.Office, st.just(0), days, st.none() | days, st.integers(1, 3), st.booleans())
sanctions = st.builds(
    restated.Sanction,
    days,
    st.sampled_from(["警告", "罚款", "停止承接新的专利代理业务", "吊销", "责令限期改正", "警示谈话"]),
    st.sampled_from([True, True, False]),
    st.sampled_from([False, False, True]),
)
entries = st.builds(restated.Entry, days, maybe).filter(
    lambda entry: entry.removed is None or entry.entered < entry.removed
)


@st.composite
def houses(draw: st.DrawFn) -> list[restated.Office]:
    """Up to three branches; whoever leads two has the certificate for both or for none."""
    heads = draw(st.lists(st.booleans(), min_size=4, max_size=4))
    found: list[restated.Office] = []
    for number in range(draw(st.integers(1, 3))):
        office = draw(offices)
        assume(office.closed is None or office.founded < office.closed)
        found.append(restated.Office(number, office.founded, office.closed, office.head, heads[office.head]))
    return found


def branch_table(branches: list[restated.Office]) -> str:
    lines = [
        f"{'东西南'[office.number]}湖分所,负责人{'零甲乙丙'[office.head]},"
        f"{f'H{office.head}' if office.head_certified else '无'},"
        f"{told(office.founded)},{told(office.closed)}"
        for office in branches
    ]
    return "# 分支机构\n名称,负责人,负责人资格证号,设立日,注销日\n" + "\n".join(lines) + "\n"


def people_table(people: list[restated.Attorney]) -> str:
    lines = [
        f"代理师{n},{f'P{n}' if person.certified else '无'},{told(person.practising)},{told(person.left)},"
        f"{'' if person.branch is None else '东西南'[person.branch] + '湖分所'}"
        for n, person in enumerate(people)
    ]
    return "# 人员\n姓名,资格证号,执业日,离职日,分支机构\n" + "\n".join(lines or ["蔡秋禾,,,,"]) + "\n"


def record_tables(decisions: list[restated.Sanction], stays: list[restated.Entry]) -> str:
    against = [
        f"{'代理师0' if item.personal else NAME},{'专利代理' if item.patent else '商标代理'},"
        f"{item.kind},{told(item.decided)}"
        for item in decisions
    ]
    listed = [f"经营异常名录,{told(item.entered)},{told(item.removed)}" for item in stays]
    return (
        "# 处罚\n对象,领域,处罚种类,决定日\n" + "\n".join(against or ["无,,,"]) + "\n"
        "# 名录\n名录,列入日,移出日\n" + "\n".join(listed or ["无,,"]) + "\n"
    )


@quick
@given(
    branches=houses(),
    since=days,
    people=st.lists(attorneys, max_size=3),
    staff=st.integers(6, 11),
    decisions=st.lists(sanctions, max_size=3),
    stays=st.lists(entries, max_size=2),
)
def test_branches(
    branches: list[restated.Office],
    since: date,
    people: list[restated.Attorney],
    staff: int,
    decisions: list[restated.Sanction],
    stays: list[restated.Entry],
) -> None:
    people = [*people, *[restated.Attorney(True, date(2016, 1, 4), None, None)] * staff]
    founded = {office.founded for office in branches}
    # On the last day of an employment and on the day of a decision the articles leave it open: see below.
    assume(not founded & {person.left for person in people})
    assume(not founded & {item.decided for item in decisions})
    open_now = [office for office in branches if restated.office_open(office, TODAY)]
    text = (
        f'name = "{NAME}"\nbusiness_since = {told(since)}\n'
        + branch_table(branches) + people_table(people) + record_tables(decisions, stays)
    )  # fmt: skip
    # The checks look at branches that are open and were set up while the 办法 held.
    looked_at = [office for office in open_now if office.founded >= IN_FORCE]
    broken: set[str] = set()
    for office in looked_at:
        others = [other for other in open_now if other is not office]
        broken |= restated.branch(office, others, since, people, decisions, stays)
    assert found("pa-branch-2y", text) == ("20(一)" in broken)
    assert found("pa-branch-10-attorneys", text) == ("20(二)十名" in broken)
    assert found("pa-branch-head-unique", text) == ("20(三)" in broken)
    assert found("pa-branch-clean-record", text) == bool(broken & {"20(四)", "20(五)"})
    # The check also tells of a branch where nobody practises any more; article 20 is about the founding.
    deserted = any(
        not any(person.branch == office.number and restated.practises(person, TODAY) for person in people)
        for office in looked_at
    )
    assert found("pa-branch-resident", text) == (bool(broken & {"20(二)一名", "20(二)负责人"}) or deserted)


@quick
@given(
    person=st.builds(
        restated.Beginner,
        practising=days.filter(lambda day: day >= IN_FORCE),
        certified=st.booleans(),
        trained_from=maybe,
        trained_to=maybe,
        lawyer_before=st.sampled_from([False, False, True]),
        examined_years=st.sampled_from([0, 0, 0, 2, 3, 10]),
        owner=st.booleans(),
        contract=st.booleans(),
        full_time=st.sampled_from([True, True, False]),
    )
)
def test_beginners(person: restated.Beginner) -> None:
    start, end = person.trained_from, person.trained_to
    assume(start is None or end is None or start <= end)
    # Without a last day the training may have gone on until practice began.
    assume((start is None) == (end is None))
    # Practice that begins on the last day of the year itself: see below.
    assume(start is None or person.practising != restated.years_after(start, 1) - timedelta(days=1))
    reason = "律师执业经历" if person.lawyer_before else ""
    reason += f"专利审查经历{person.examined_years}年" if person.examined_years and not reason else ""
    row = (
        f"周岚,{'A1' if person.certified else '无'},{told(start) or '无'},{told(end)},{reason},"
        f"{'有' if person.contract else '无'},{'是' if person.full_time else '否'},{told(person.practising)}"
    )
    owners = "# 股东合伙人\n姓名\n" + ("周岚\n" if person.owner else "吴砚\n")
    text = "# 人员\n姓名,资格证号,实习起日,实习止日,免实习理由,劳动合同,专职,执业日\n" + row + "\n" + owners
    assert found("pa-attorney-conditions", text) == bool(restated.beginner(person))


def test_days_that_the_articles_leave_open() -> None:
    """Known differences: nobody can say from the articles which is right, so each stands here by itself."""
    branch = f'name = "{NAME}"\n# 分支机构\n名称,设立日\n东湖分所,2022-03-01\n'
    ten = "".join(f"代理师{n},P{n},2016-01-04,\n" for n in range(9)) + "代理师9,P9,2016-01-04,2022-03-01\n"
    people = "# 人员\n姓名,资格证号,执业日,离职日\n" + ten
    last_day = restated.Attorney(True, date(2016, 1, 4), date(2022, 3, 1), None)
    # Somebody's last day: the restatement counts it, the check does not.
    assert restated.practises(last_day, date(2022, 3, 1))
    assert levels("pa-branch-10-attorneys", branch + people) == ["error"]
    # A penalty decided on the very day: 前三年内 leaves it open; the check counts it, the restatement does not.
    decided = restated.Sanction(date(2022, 3, 1), "警告", patent=True, personal=False)
    office = restated.Office(0, date(2022, 3, 1), None, 1, head_certified=True)
    assert "20(四)" not in restated.branch(office, [], date(2016, 1, 4), [], [decided], [])
    assert levels("pa-branch-clean-record", branch + record_tables([decided], [])) == ["error"]


@pytest.mark.parametrize(("practising", "broken"), [("2023-02-27", True), ("2023-02-28", False), ("2023-03-01", False)])
def test_practice_that_begins_on_the_last_day_of_training(practising: str, broken: bool) -> None:
    """The check lets practice begin on the last day of the year, the restatement on the day after."""
    head = "# 人员\n姓名,资格证号,实习起日,实习止日,劳动合同,专职,执业日\n"
    assert found("pa-attorney-conditions", head + f"周岚,A1,2022-03-01,2023-02-28,有,是,{practising}\n") is broken
