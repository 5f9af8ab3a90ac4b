"""What is planted in the made-up register: one maker for each register check, strong or just beyond the limits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from ipcheck.abnormal import Column
from tests.benchmarks.register_world import World

Plant = Callable[[World, bool], Iterable[str]]
_CROPS = tuple(re.split(" ", "苹果 荔枝 核桃 板栗 龙眼 石榴 柑橘 杨梅 枇杷 樱桃 蓝莓 葡萄 猕猴桃 山楂"))


def _dates(world: World, count: int, days: int, first: date = date(2023, 2, 1)) -> list[date]:
    """So many days, in order, spread over ``days``."""
    start = first + timedelta(days=world.random.randint(0, 200))
    return [start + timedelta(days=place * days // max(1, count - 1)) for place in range(count)]


def _series(world: World) -> list[str]:
    head, tail = world.word(), world.random.choice(("采摘升降梯", "去核压榨机", "分级清洗线"))
    return [f"一种{head}式可折叠的{crop}{tail}" for crop in world.random.sample(_CROPS, len(_CROPS))]


def staff(world: World, strong: bool) -> Iterable[str]:
    """Filings without people."""
    name, field = world.firm(), world.subclass()
    base = world.identity(name, 2 if strong else 5)
    for day in _dates(world, 36 if strong else 12, 330):
        world.file(base, day, INVENTORS=base[Column.LEGAL_PERSON], IPC=field)
    return (name,)


def surge(world: World, strong: bool) -> Iterable[str]:
    """A month of many filings."""
    name = world.firm()
    base = world.identity(name, 100)
    for place in range(40 if strong else 11):
        people = ";".join(world.people(2))
        world.file(base, date(2023, 9, 1) + timedelta(days=place % 28), INVENTORS=people)
    return (name,)


def burst(world: World, strong: bool) -> Iterable[str]:
    """Many filings of a new company."""
    name, field = world.firm(), world.subclass()
    days = _dates(world, 25 if strong else 10, 40 if strong else 150)
    base = world.identity(name, 60) | {Column.FOUNDED: (days[0] - timedelta(days=20)).isoformat()}
    for day in days:
        world.file(base, day, INVENTORS=world.person(), IPC=field)
    return (name,)


def dispersion(world: World, strong: bool) -> Iterable[str]:
    """Filings in fields that have nothing to do with each other."""
    name = world.firm()
    base, fields = world.identity(name, 80), ("A01G", "B08B", "C02F", "D06F", "E04B", "F16K", "G06F", "H02J")
    more = ("A47J", "B65G", "C04B", "E05B", "F24F", "G01N", "H01R") if strong else ()
    for day, field in zip(_dates(world, len(fields + more), 800), fields + more, strict=True):
        world.file(base, day, INVENTORS=world.person(), IPC=f"{field}1/00")
    return (name,)


def overload(world: World, strong: bool) -> Iterable[str]:
    """An inventor of too many filings in a month."""
    name, person = world.firm(), world.person()
    base, field = world.identity(name, 300), world.subclass()
    for place in range(28 if strong else 9):
        world.file(base, date(2023, 5, 1) + timedelta(days=place), INVENTORS=person, IPC=field)
    return (name,)


def inventors(world: World, strong: bool) -> Iterable[str]:
    """More inventors than people."""
    name, field = world.firm(), world.subclass()
    base = world.identity(name, 2 if strong else 6)
    people = world.people(20 if strong else 7)
    for place, day in enumerate(_dates(world, 4, 200)):
        world.file(base, day, INVENTORS=";".join(people[place::4]), IPC=field)
    return (name,)


def link(world: World, strong: bool) -> Iterable[str]:
    """Applicants under one telephone, and in a chain one address."""
    names = [world.firm() for _ in range(7 if strong else 3)]
    phone, place = world.phone(), world.address()
    for number, name in enumerate(names):
        base = world.identity(name, 50) | ({Column.PHONE: phone} if number < 2 or strong else {Column.ADDRESS: place})
        if number == 1:
            base[Column.ADDRESS] = place
        world.file(base, world.day(), INVENTORS=world.person())
    return names


def in_time(world: World, strong: bool) -> Iterable[str]:
    """Like titles one after the other."""
    name, count = world.firm(), 12 if strong else 5
    base, field = world.identity(name, 80), world.subclass()
    for title, day in zip(_series(world), _dates(world, count, 200 if strong else 40), strict=False):
        world.file(base, day, TITLE=title, INVENTORS=world.person(), IPC=field)
    return (name,)


def by_agency(world: World, strong: bool) -> Iterable[str]:
    """Like titles through several agencies."""
    name, count = world.firm(), 12 if strong else 5
    base, field = world.identity(name, 80), world.subclass()
    agencies = world.random.sample(world.agencies, 6 if strong else 3)
    day = world.day(date(2022, 1, 1))
    for place, title in enumerate(_series(world)[:count]):
        agency, _, agents = agencies[place % len(agencies)]
        world.file(base, day, TITLE=title, INVENTORS=world.person(), IPC=field, AGENCY=agency, AGENTS=agents[0])
    return (name,)


def quick(world: World, strong: bool) -> Iterable[str]:
    """Filed and sold."""
    name, field = world.firm(), world.subclass()
    base = world.identity(name, 100)
    for place, day in enumerate(_dates(world, 14 if strong else 9, 300)):
        row = world.file(base, day, INVENTORS=world.person(), IPC=field)
        if strong or place < 3:
            later = day + timedelta(days=40 if strong else 170)
            row |= {Column.TRANSFERRED: later.isoformat(), Column.TRANSFEREE: world.firm()}
    return (name,)


def bulk(world: World, strong: bool) -> Iterable[str]:
    """Bought from everybody."""
    buyer, count = world.firm(), 20 if strong else 5
    sellers = [world.identity(world.firm(), 60) for _ in range(12 if strong else 3)]
    for place in range(count):
        base = sellers[place % len(sellers)]
        field = ("A01G1/00", "B08B1/00", "C02F1/00", "E04B1/00", "G06F1/00")[place % (5 if strong else 4)]
        later = date(2024, 3, 1) + timedelta(days=place * 5)
        world.file(
            base,
            date(2021, 3, 1),
            INVENTORS=world.person(),
            IPC=field,
            TRANSFERRED=later.isoformat(),
            TRANSFEREE=buyer,
        )
    return (buyer,)


def replaced(world: World, strong: bool) -> Iterable[str]:
    """Other inventors than before."""
    name = world.firm()
    base, people = world.identity(name, 60), world.people(4)
    for day in _dates(world, 5 if strong else 1, 300):
        new, old = ";".join(people[:2]), ";".join(person + "某" for person in people[2:])
        if strong:
            world.file(base, day, INVENTORS=new, FORMER_INVENTORS=old)
        else:
            world.file(base, day, INVENTORS=new, CHANGES=f"2024-05-06 发明人由{old}变更为{new}")
    return (name,)


def throughput(world: World, strong: bool) -> Iterable[str]:
    """An agent who signs everything."""
    agent = "欧" + world.word()
    for place in range(180 if strong else 61):
        base = world.identity(world.firm(), 60)
        world.file(
            base, date(2023, 4, 1 + place % 28), INVENTORS=world.person(), AGENTS=agent, AGENCY="孤峰专利代理事务所"
        )
    return (agent,)


def identity(world: World, strong: bool) -> Iterable[str]:
    """A wrong check character; many clients of several agencies under one telephone."""
    if not strong:
        name = world.firm()
        base = world.identity(name, 60)
        code = base[Column.APPLICANT_ID]
        base[Column.APPLICANT_ID] = code[:8] + str((int(code[8]) + 1) % 10) + code[9:]
        world.file(base, world.day(), INVENTORS=world.person())
        return (name,)
    phone, count = world.phone(), world.random.randint(21, 999)
    names = [world.firm() for _ in range(count % 20 + 15)]
    for name in names:
        world.file(world.identity(name, 60) | {Column.PHONE: phone}, world.day(), INVENTORS=world.person())
    return (f"{len(names)}个申请人的联系电话",)


def refiled(world: World, strong: bool) -> Iterable[str]:
    """Withdrawn and filed again."""
    name, field, title = world.firm(), world.subclass(), world.title() + "及其快速更换组件"
    base, day = world.identity(name, 60), world.day(last=date(2023, 6, 1))
    gone = (
        {"STATUS": "主动撤回", "NOTICED": (day + timedelta(days=60)).isoformat()} if strong else {"STATUS": "视为撤回"}
    )
    world.file(base, day, TITLE=title, INVENTORS=world.person(), IPC=field, **gone)
    later = day + timedelta(days=100 if strong else 600)
    again = title if strong else title.replace("快速", "快")
    world.file(base, later, TITLE=again, INVENTORS=world.person(), IPC=field)
    return (name,)


def substituted(world: World, strong: bool) -> Iterable[str]:
    """One title with other objects within days."""
    name, count = world.firm(), 12 if strong else 5
    base, field = world.identity(name, 100), world.subclass()
    for title, day in zip(_series(world), _dates(world, count, 10), strict=False):
        world.file(base, day, TITLE=title, INVENTORS=world.person(), IPC=field, KIND="发明")
    return (name,)


def grid(world: World, strong: bool) -> Iterable[str]:
    """Every object with every product."""
    name = world.firm()
    base, field = world.identity(name, 100), world.subclass()
    size = (5, 4) if strong else (3, 2)
    things = world.random.sample(("饮水器", "梳毛器", "保温窝", "喂食盆", "训练绳"), size[1])
    titles = [f"一种{pet}用{thing}" for pet in world.random.sample("猫狗兔羊鸭鹅", size[0]) for thing in things]
    for title, day in zip(titles, _dates(world, len(titles), 300), strict=True):
        world.file(base, day, TITLE=title, INVENTORS=world.person(), IPC=field)
    return (name,)


PLANTS: dict[str, Plant] = {
    "volume-vs-staff": staff,
    "volume-surge": surge,
    "new-company-burst": burst,
    "field-dispersion": dispersion,
    "inventor-overload": overload,
    "inventor-size-mismatch": inventors,
    "entity-link": link,
    "split-in-time": in_time,
    "split-by-agency": by_agency,
    "quick-transfer": quick,
    "bulk-transfer": bulk,
    "inventor-full-replacement": replaced,
    "agent-throughput": throughput,
    "identity-anomaly": identity,
    "withdraw-refile": refiled,
    "register-object-substitution": substituted,
    "register-title-grid": grid,
}

__all__ = ["PLANTS"]
