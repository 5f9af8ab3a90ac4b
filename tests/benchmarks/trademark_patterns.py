"""Recall and silence of the pattern checks on a made-up register of 50,000 rows with 40 planted patterns.

python -m tests.benchmarks.trademark_patterns [--rows 50000] [--seed 1] [--show 20]

A planted pattern counts as found when the check it was planted for tells one of its applicants; an ordinary applicant
counts as flagged when any check of the folder points at it. Checks and plants were written by the same hand, so recall
says that the checks do what they were built for, not how many real patterns they would find. Limits were set on seeds
1 to 3; seeds 4 and above were only measured.
"""

from __future__ import annotations

import argparse
import csv
import io
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from ipcheck.model import Finding
from ipcheck.plugins import load_checks, shipped
from ipcheck.readers.sheet import Sheet
from ipcheck.readers.table import table_of
from ipcheck.trademark import COLUMNS, Column, Lists, MarkRegister, MarkRegisterCheck
from tests.benchmarks.trademark_plants import HEADER, Register, made

_SIGHTS = ("景区", "古镇", "大峡谷", "湿地", "古城", "森林公园", "石窟", "大桥")
_FIGURES = ["孙悟空", "猪八戒", "红孩儿", "林黛玉", "白娘子", "嫦娥", "牛魔王", "薛宝钗"]
_GENERIC = ["糕点", "大米", "白酒", "新鲜", "优质大米", "天然", "香脆糕点", "手工"]


def _hoard(register: Register, count: int, start: date, days: int, *, capital: str = "100万元", person: bool = False,
           classes: int = 45, trade: int = 0) -> str:  # fmt: skip
    """An applicant with ``count`` unrelated marks in many classes, filed evenly within ``days``."""
    name = register.person() + "小卖部" if person else register.firm("企业管理咨询")
    who = register.who(name, trade, staff=1 if person else 4, capital=capital)
    who["经营范围"] = "副食零售" if person else "企业管理咨询；企业形象策划"
    for number in range(count):
        filed = start + timedelta(days=number * days // count)
        register.add(who, register.mark(3), (number % classes + 1,), filed, 状态="申请中")
    return name


def _volume(register: Register) -> None:
    for year in (2021, 2026):
        register.plant(_hoard(register, 330, date(year, 1, 5), 700), "tm-batch-total")
    for start in (date(2019, 12, 1), date(2026, 11, 28), date(2027, 1, 2)):
        register.plant(_hoard(register, 110, start, 28), "tm-batch-window")
    for start in (date(2020, 1, 1), date(2026, 8, 1)):
        register.plant(_hoard(register, 110, start, 300, person=True), "tm-batch-drip")
    register.plant(_hoard(register, 45, date(2022, 1, 1), 900, person=True), "tm-batch-class-span")
    register.plant(_hoard(register, 40, date(2022, 1, 1), 1200, classes=34), "tm-batch-no-business-link")
    name = _hoard(register, 38, date(2023, 1, 1), 1500)
    register.plant(name, "tm-batch-regulated-class")
    register.plant(
        _hoard(register, 130, date(2021, 1, 1), 900, capital="1万元", person=True), "tm-batch-capital-mismatch"
    )
    core = register.mark(2)
    name = register.firm("策划", "有限公司", core)
    who = register.who(name, 0, staff=3)
    register.add(who, core, (35,), date(2018, 1, 1), 状态="已注册", 注册日="2018-12-01", 使用证据="")
    for _ in range(2):
        register.add(who, core, tuple(range(1, 46)), date(2023, 1, 1), 使用证据="")
    register.plant(name, "tm-defensive-exempt")
    for size in (5, 3):
        _linked(register, size)


def _linked(register: Register, size: int) -> None:
    """Some shops with one telephone and one door, a little each."""
    names = [register.person() + "商店" for _ in range(size)]
    shared = {"联系电话": f"139{register.random.randrange(10**8):08}", "申请人地址": f"武汉市砚湖路{size}77号"}
    for name in names:
        who = register.who(name, 0, staff=1) | shared
        for number in range(120 // size):
            register.add(
                who,
                register.mark(3),
                (number % 45 + 1,),
                register.day(date(2024, 1, 1), date(2024, 11, 1)),
                状态="申请中",
            )
    register.plant(names[0], "tm-related-cluster")
    register.accomplices |= set(names)


def _copies(register: Register) -> None:
    known = []
    for _ in range(8):
        core = register.mark(2)
        owner = register.who(register.firm("服饰", "股份有限公司", core), 2, staff=2000)
        register.add(
            owner, core, tuple(range(1, 31)), date(2010, 1, 1), 状态="已注册", 注册日="2011-01-01", 使用证据="有"
        )
        known.append(core)
    ways = (lambda it: it[1] + "奖" + it[0], lambda it: it[0] + "妮" + it[1], lambda it: "天王" + it, lambda it: it)
    for way in range(2):
        name = register.person()
        who = register.who(name, 2)
        for number, core in enumerate(known):
            register.add(
                who,
                ways[(number + way) % 4](core),
                (25,),
                register.day(date(2024, 1, 1), date(2025, 1, 1)),
                状态="申请中",
            )
        register.plant(name, "tm-batch-copy-many")
    name = register.firm("商贸")
    who = register.who(name, 2)
    for number in range(8):
        register.add(who, ways[number % 4](known[0]) + ("记" if number > 3 else ""), (20 + number,),
                     date(2024, 1, 1) + timedelta(days=90 * number), 状态="申请中")  # fmt: skip
    register.plant(name, "tm-batch-copy-one")


def _series(register: Register) -> None:
    cores = [register.mark(2) for _ in range(9)]
    for core in cores:
        register.add(register.who(register.firm("科技", "有限公司", core), 3), register.mark(3), (9,), date(2015, 1, 1))
    places = [register.mark(2) + tail for tail in _SIGHTS]
    shops = [register.mark(3) + tail for tail in ("旗舰店", "专营店", "微店", "旗舰店", "专卖店", "直播间")]
    for check, marks in (
        ("tm-batch-commercial-sign", cores), ("tm-batch-commercial-sign", shops), ("tm-batch-culture-name", _FIGURES),
        ("tm-batch-place-scenic", places), ("tm-batch-place-scenic", ["杭州", "武汉", "苏州", "青岛", "宁波"]),
        ("tm-batch-generic", _GENERIC),
    ):  # fmt: skip
        name = register.firm("商贸")
        who = register.who(name, 0)
        for mark in marks:
            register.add(who, mark, (30,), register.day(date(2023, 1, 1), date(2025, 1, 1)), 状态="申请中")
        for _ in range(3):
            register.add(who, register.mark(3), (30,), register.day())
        register.plant(name, check)
    hot = register.mark(4)
    for number in range(7):
        name = register.firm("食品")
        register.accomplices.add(name)
        register.add(
            register.who(name, 0), hot, (29 + number % 3,), date(2025, 4, 1) + timedelta(days=number % 6), 状态="申请中"
        )
    register.plant(name, "tm-batch-hot")


def _transfers(register: Register) -> None:
    for count, days in ((40, 900), (198, 700)):
        name = register.firm("科贸")
        who = register.who(name, 3)
        for number in range(count):
            filed = date(2018, 1, 1) + timedelta(days=number * 12)
            day, moved = filed + timedelta(days=270), filed + timedelta(days=270 + days)
            told = {"状态": "已注册", "注册日": day.isoformat(), "转让日": moved.isoformat(), "使用证据": "有"}
            register.add(who, register.mark(3), (number % 45 + 1,), filed, **told, 受让人=register.firm("贸易"))
        register.plant(name, "tm-transfer-dispersed")
    name = register.person()
    who = register.who(name, 3)
    for number in range(10):
        filed = date(2022, 1, 1) + timedelta(days=number)
        register.add(who, register.mark(3), (25,), filed, 状态="已注册", 注册日="2022-11-01",
                     转让日=f"2022-12-{number + 1:02}", 受让人=register.firm("贸易"))  # fmt: skip
    register.plant(name, "tm-transfer-quick")


def _again(register: Register) -> None:
    for ground, decided, again in (
        ("第四条", date(2023, 5, 1), date(2026, 12, 1)),
        ("10.1(8)", date(2026, 5, 1), date(2027, 2, 1)),
        ("第三十二条", date(2022, 5, 1), date(2024, 2, 1)),
    ):
        name = register.firm("食品")
        who, mark = register.who(name, 0), register.mark(4)
        old = register.add(
            who, mark, (30,), decided - timedelta(days=200), 状态="驳回", 驳回依据=ground, 决定日=decided.isoformat()
        )
        register.add(who, mark[:3] + "坊", (30,), again, 状态="申请中", 类似群=old["类似群"])
        register.plant(name, "tm-refile-after-refusal")
        if ground != "第三十二条":
            register.plant(name, "tm-agency-refile-barred")
    name = register.person()
    who = register.who(name, 2)
    for _ in range(7):
        mark = register.mark(3)
        old = register.add(who, mark, (25,), date(2020, 1, 1), 状态="已注册", 注册日="2021-01-05", 使用证据="")
        register.add(who, mark, (25,), date(2023, 12, 1), 状态="申请中", 类似群=old["类似群"])
    register.plant(name, "tm-refile-anti-nonuse")
    name = register.firm("商贸")
    who = register.who(name, 0)
    for _ in range(3):
        register.add(
            who,
            register.mark(3),
            (30,),
            date(2021, 1, 1),
            状态="宣告无效",
            驳回依据="第四条、第四十四条第一款",
            决定日="2023-01-01",
        )
    for _ in range(3):
        moved = {"转让日": "2024-06-01", "受让人": register.person()}
        register.add(who, register.mark(3), (25,), date(2024, 1, 1), 状态="已注册", 注册日="2024-05-01", **moved)
    register.plant(name, "tm-prior-bad-faith")
    register.plant(name, "tm-agency-transfer-bad")


def _agencies(register: Register) -> None:
    agency = register.firm("知识产权代理")
    who = register.who(agency, 9) | {"法定代表人": "窦砚桐", "代理机构": ""}
    register.add(who, register.mark(2), (25,), date(2025, 1, 1), 状态="申请中")
    register.plant(agency, "tm-agency-own-mark")
    clients = [register.who(register.firm("服饰"), 2, agency=agency) for _ in range(3)]
    for client in clients:
        register.add(client | {"签字人": "章楠洛"}, register.mark(3), (25,), register.day())
    for name in ("窦砚桐", "章楠洛"):
        for _ in range(3):
            register.add(
                register.who(name, 2, agency=agency), register.mark(3), (25, 18), register.day(), 状态="申请中"
            )
        register.plant(name, "tm-agency-related-mark")
    mark = register.mark(3)
    for client, filed in zip(clients[:2], (date(2024, 1, 1), date(2025, 3, 1)), strict=True):
        register.add(client, mark, (25,), filed, 状态="申请中", 类似群="2501")
    register.plant(clients[1]["申请人"], "tm-agency-two-clients")
    buyer = register.firm("商标代理")
    register.add(
        clients[2], register.mark(3), (25,), date(2020, 1, 1), 状态="已注册", 转让日="2025-01-01", 受让人=buyer
    )
    register.plant(buyer, "tm-agency-own-mark")


def patterns(register: Register) -> None:
    """Plant every kind."""
    for kind in (_volume, _copies, _series, _transfers, _again, _agencies):
        kind(register)


def read(register: Register) -> MarkRegister:
    """The register as ipcheck reads it."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADER, restval="")
    writer.writeheader()
    writer.writerows(register.rows)
    return MarkRegister(Sheet(table_of(text.getvalue().encode("utf-8"), "台账.csv"), COLUMNS), Lists())


def applicant(register: MarkRegister, finding: Finding) -> str:
    """Whose row a finding points at."""
    row = register.rows[int(finding.facts["rows"][0]) - 1]
    told: Any = finding.facts.get("agency") if finding.check == "tm-agency-own-mark" else None
    return str(told or row.row.text(Column.APPLICANT))


def pattern_findings(marks: MarkRegister) -> Iterator[tuple[type[MarkRegisterCheck], float, list[Finding]]]:
    """What each check of the folder finds, and its seconds."""
    for check in load_checks([shipped("checks")], "trademark").checks:
        if issubclass(check, MarkRegisterCheck) and check.code.startswith("TMP"):
            start = time.perf_counter()
            found = list(check(as_of=date(2027, 6, 1)).find(marks))
            yield check, time.perf_counter() - start, found


def named(marks: MarkRegister, finding: Finding) -> set[str]:
    """The applicants that a finding speaks of."""
    return {applicant(marks, finding), *finding.facts.get("applicants", ())}


def main() -> None:
    """Print recall, the ordinary applicants flagged, and the time of every check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    register = made(options.rows, options.seed, patterns)
    planted = {name for name, _ in register.planted} | register.accomplices
    start = time.perf_counter()
    marks = read(register)
    print(f"{len(marks.rows)} rows, {len(marks.by_applicant)} applicants read in {time.perf_counter() - start:.1f} s")
    told: set[tuple[str, str]] = set()
    others: Counter[str] = Counter()
    findings = []
    total = 0.0
    for check, seconds, found in pattern_findings(marks):
        total += seconds
        for finding in found:
            names = named(marks, finding)
            told |= {(name, finding.check) for name in names}
            if not names & planted:
                others[min(names)] += 1
                findings.append(finding)
        print(f"  {check.code} {check.check_name():28} {len(found):4} findings {seconds:6.2f} s")
    missed = [item for item in register.planted if item not in told]
    count = len(register.planted)
    print(f"recall {count - len(missed)}/{count} = {(count - len(missed)) / count:.1%}; missed: {missed}")
    print(f"ordinary applicants flagged: {len(others)}; all checks {total:.1f} s")
    for finding in findings[: options.show]:
        print("   ", finding.check, finding.message[:200])


if __name__ == "__main__":
    main()
