"""A made-up filing register of marks: ordinary applicants of many kinds, and planted patterns among them.

Names, marks, numbers and addresses are drawn from syllables by a seed; none is meant to be anybody's.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

HEADER = (
    "申请号", "商标", "类别", "商品或服务", "类似群", "申请人", "证件号码",
    "申请人地址", "经营范围", "法定代表人", "股东", "联系电话", "电子邮箱", "职工人数",
    "注册资本", "代理机构", "签字人", "申请日", "状态", "驳回依据", "决定日",
    "注册日", "失效日", "转让日", "受让人", "使用证据",
)  # fmt: skip
_FIRST = (
    "岚砚榆桐苇柚枫楠榕槿芷蘅菡萏葭荻霁霖澹湛澈泓瀚沅澧漾浔溧湄沭泠洛汀渚峤岑嵩巍峻崧岱峋岷屹骁骥骐骅鸢鹂鹮鸾隼翎翮翊"
)
_SECOND = "舟禾亭笙屿帆棠漪澜渡筑篱簃墨笺筠箬篁棣桁椽檐甍闱阙轩榭廊圃畦陇塬垌埠埭堰塘坞圩汐湾泮泽沄"
_THIRD = "记家福堂里园臣尔斯卡诺维特朗格兰乐美优派克森迪"
_SURNAMES = "陆沈何顾韩秦许吕施孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛"
_GIVEN = "岚砚桐柚枫楠芷菡霁霖澈泓沅湄洛峻屹翊禾亭笙帆棠漪墨筠轩泽安宁远舒"
_CITIES = ("杭州", "武汉", "广州", "深圳", "成都", "苏州", "青岛", "郑州", "长沙", "宁波")
# Business, its words in a scope, the classes it files in.
_TRADES = (
    ("食品", "食品生产；食品销售", (29, 30, 35)),
    ("酒业", "酒类经营；酒制品生产", (33, 32, 35)),
    ("服饰", "服装制造；服饰批发；鞋帽零售", (25, 18, 35)),
    ("科技", "软件开发；电子产品销售；技术服务", (9, 42, 35)),
    ("餐饮管理", "餐饮服务；食品销售", (43, 30, 35)),
    ("生物科技", "化妆品批发；消毒用品销售", (3, 5, 35)),
    ("家居", "家具制造；家居用品销售", (20, 21, 24)),
    ("教育科技", "教育咨询服务；文化艺术交流", (41, 16, 35)),
    ("医疗器械", "医疗器械生产；医用口罩", (10, 5, 44)),
    ("农业", "农产品种植；水果销售", (31, 29, 35)),
)
_AGENCIES = (
    *(
        f"{name}知识产权代理有限公司"
        for name in ("岚舟", "砚禾", "榆亭", "桐笙", "苇屿", "柚帆", "枫棠", "楠漪", "榕澜")
    ),
    "鸢墨商标事务所有限公司",
    "霁筠律师事务所",
)


def _goods(number: int) -> str:
    return {36: "保险承保;银行", 38: "电信信息", 5: "人用药", 30: "糕点;大米", 33: "白酒", 25: "服装"}.get(
        number, f"第{number}类商品甲;第{number}类商品乙"
    )


@dataclass
class Register:
    """The rows, the applicants planted with the checks that should tell them, and who acts together with them."""

    seed: int
    rows: list[dict[str, str]] = field(default_factory=list)
    planted: list[tuple[str, str]] = field(default_factory=list)
    accomplices: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self._marks: set[str] = set()
        self._names: set[str] = set()
        self._number = 60_000_000

    def mark(self, length: int = 3) -> str:
        """A new mark of two to four characters."""
        pick = self.random.choice
        while True:
            text = pick(_FIRST) + pick(_SECOND) + "".join(pick(_THIRD) for _ in range(length - 2))
            if text not in self._marks:
                self._marks.add(text)
                return text
            length = min(4, length + 1)

    def person(self) -> str:
        """A natural person; many bear one name."""
        return self.random.choice(_SURNAMES) + "".join(self.random.sample(_GIVEN, self.random.choice((1, 2, 2))))

    def firm(self, trade: str, tail: str = "有限公司", core: str = "") -> str:
        """A new company's name."""
        while True:
            name = self.random.choice(_CITIES) + (core or self.mark(self.random.choice((2, 2, 3)))) + trade + tail
            if name not in self._names:
                self._names.add(name)
                return name
            core = ""

    def day(self, start: date = date(2018, 1, 1), end: date = date(2027, 6, 1)) -> date:
        """A day between two."""
        return start + timedelta(days=self.random.randrange((end - start).days))

    def who(
        self, name: str, trade: int, *, staff: int = 12, capital: str = "100万元", agency: str = ""
    ) -> dict[str, str]:
        """The cells that all rows of an applicant share."""
        city, pick = self.random.choice(_CITIES), self.random
        park = pick.random() < 0.2
        street = (
            f"{city}市岚山路{pick.randrange(1, 9000)}号"
            if not park
            else f"{city}市砚湖科技园一路8号{pick.randrange(900)}室"
        )
        boss = name if len(name) <= 3 else self.person()
        phone = f"1{pick.randrange(3 * 10**9, 10**10 - 1)}"
        # Some agencies write their own telephone and mail for every client.
        agency = agency or pick.choice(_AGENCIES)
        if pick.random() < 0.15:
            phone = f"0571-8{_AGENCIES.index(agency):07}" if agency in _AGENCIES else phone
        return {
            "申请人": name, "证件号码": f"91{pick.randrange(10**15, 10**16)}", "申请人地址": street,
            "经营范围": _TRADES[trade][1], "法定代表人": boss, "联系电话": phone, "职工人数": str(staff),
            "注册资本": capital,
            "代理机构": agency, "电子邮箱": f"m{pick.randrange(10**9)}@example.com",
        }  # fmt: skip

    def add(self, who: dict[str, str], mark: str, classes: tuple[int, ...], filed: date, **more: str) -> dict[str, str]:
        """A row for every class; an application that is old enough is registered unless ``more`` says otherwise."""
        self._number += 1
        row: dict[str, str] = {}
        for number in classes:
            row = who | {
                "申请号": str(self._number), "商标": mark, "类别": str(number), "商品或服务": _goods(number),
                "类似群": f"{number:02}0{self.random.randrange(1, 4)}", "申请日": filed.isoformat(), "状态": "申请中",
            }  # fmt: skip
            if "状态" not in more and filed < date(2026, 1, 1) and self.random.random() < 0.7:
                row |= {"状态": "已注册", "注册日": (filed + timedelta(days=270)).isoformat()}
                if self.random.random() < 0.3:
                    row["使用证据"] = "销售合同、发票"
            self.rows.append(row | more)
        return row

    def plant(self, name: str, check: str) -> None:
        """Note who is planted and which check should tell."""
        self.planted.append((name, check))


def _small(register: Register) -> None:
    """A shop or a small firm with a few marks, sometimes refused and filed anew, sometimes one sold."""
    pick = register.random
    trade = pick.randrange(len(_TRADES))
    person = pick.random() < 0.3
    name = register.person() if person else register.firm(_TRADES[trade][0])
    who = register.who(name, trade, staff=pick.randrange(1, 60), capital=f"{pick.choice((1, 10, 50, 100, 500))}万元")
    start = register.day()
    for _ in range(pick.choice((1, 1, 1, 2, 2, 3, 4, 6))):
        mark = register.mark(pick.choice((2, 3, 3, 4)))
        filed = min(start + timedelta(days=pick.randrange(900)), date(2027, 6, 1))
        classes = _TRADES[trade][2][: pick.choice((1, 1, 2, 3))]
        chance = pick.random()
        if chance < 0.08:
            when = filed + timedelta(days=240)
            ground = pick.choice(("第三十条", "第三十条", "第十一条第一款", "第三十一条"))
            register.add(who, mark, classes[:1], filed, 状态="驳回", 驳回依据=ground, 决定日=when.isoformat())
            register.add(who, mark, classes[:1], when + timedelta(days=90))
        elif chance < 0.11:
            when = filed + timedelta(days=pick.randrange(300, 1500))
            register.add(who, mark, classes, filed, 转让日=when.isoformat(), 受让人=register.person())
        else:
            register.add(who, mark, classes, filed)


def _middle(register: Register) -> None:
    """A middling firm of one trade: some dozens of marks, a few of them outside its classes, names of "
    "hills among them."""
    pick = register.random
    trade = pick.randrange(len(_TRADES))
    name = register.firm(_TRADES[trade][0])
    who = register.who(name, trade, staff=pick.randrange(5, 95), capital=f"{pick.choice((10, 100, 500))}万元")
    for _ in range(pick.randrange(8, 36)):
        mark = register.mark(pick.choice((2, 3, 3, 4)))
        if pick.random() < 0.1:
            mark = mark[:2] + pick.choice("山湖泉溪")
        classes = _TRADES[trade][2] if pick.random() < 0.85 else tuple(pick.sample(range(1, 46), 2))
        register.add(who, mark, classes[: pick.choice((1, 1, 2, 3))], register.day())


def _group(register: Register) -> None:
    """A large group: main marks in every class, defensive variants, daughters under one roof."""
    pick = register.random
    core = register.mark(2)
    trade = pick.randrange(len(_TRADES))
    name = register.firm(_TRADES[trade][0], "集团有限公司" if pick.random() < 0.6 else "有限公司", core)
    who = register.who(name, trade, staff=pick.randrange(300, 20_000), capital="20000万元")
    for main in (core, register.mark(3), register.mark(2)):
        filed = register.day(date(2010, 1, 1), date(2016, 1, 1))
        register.add(who, main, tuple(range(1, 46)), filed)
        for tail in pick.sample(("家", "优选", "世家", "生活", "园", "心选"), 3):
            register.add(who, main + tail, tuple(pick.sample(range(1, 46), 20)), register.day(date(2018, 1, 1)))
    for _ in range(pick.randrange(10, 80)):
        register.add(who, register.mark(pick.choice((2, 3, 4))), tuple(pick.sample(range(1, 46), 2)), register.day())
    daughter = who | {
        "申请人": register.firm("酒业", "有限公司", core),
        "证件号码": f"91{pick.randrange(10**15, 10**16)}",
    }
    for _ in range(20):
        register.add(daughter, register.mark(3), (33, 35), register.day())


def _defender(register: Register) -> None:
    """A middling firm that files its one mark in all classes, and again with variants after registration."""
    core = register.mark(2)
    name = register.firm("食品", "有限公司", core)
    who = register.who(name, 0, staff=60)
    register.add(who, core, (30,), date(2012, 3, 1), 状态="已注册", 注册日="2013-03-01", 使用证据="广告、销售合同")
    register.add(who, core, tuple(range(1, 46)), register.day(date(2019, 1, 1)))
    register.add(who, core + "记", tuple(range(20, 46)), register.day(date(2019, 1, 1)))


def _brands(register: Register) -> None:
    """A brand agency: marks in many classes over years, some handed to clients."""
    pick = register.random
    name = register.firm("品牌管理")
    who = register.who(name, 0, staff=pick.randrange(8, 60)) | {"经营范围": "品牌管理；市场营销策划；商标运营"}
    for _ in range(pick.randrange(40, 110)):
        filed = register.day(date(2017, 1, 1))
        moved: dict[str, str] = {}
        if pick.random() < 0.1:
            moved = {
                "转让日": (filed + timedelta(days=pick.randrange(400, 1500))).isoformat(),
                "受让人": register.person(),
            }
        register.add(
            who,
            register.mark(pick.choice((2, 3))),
            tuple(pick.sample(range(1, 46), pick.choice((1, 1, 2)))),
            filed,
            **moved,
        )


def _shop(register: Register) -> None:
    """A firm that sells online: many marks of no meaning within a few classes, in waves."""
    pick = register.random
    name = register.firm(pick.choice(("电子商务", "跨境电商", "网络科技")))
    who = register.who(name, 3, staff=pick.randrange(10, 90)) | {"经营范围": "互联网销售；日用百货销售；货物进出口"}
    for _ in range(pick.randrange(3, 8)):
        start = register.day()
        for _ in range(pick.randrange(6, 18)):
            register.add(
                who,
                register.mark(pick.choice((3, 4))),
                (pick.choice((9, 11, 21, 25, 28)),),
                start + timedelta(days=pick.randrange(60)),
            )


def _merger(register: Register) -> None:
    """A firm that is bought: all its marks to one receiver soon after registration."""
    name = register.firm("家居")
    who, buyer = register.who(name, 6), register.firm("实业")
    for _ in range(60):
        filed = register.day(date(2022, 1, 1), date(2022, 9, 1))
        register.add(who, register.mark(3), (register.random.choice((20, 21, 24)),), filed, 状态="已注册",
                     注册日=(filed + timedelta(days=270)).isoformat(), 转让日="2023-08-01", 受让人=buyer,
                     使用证据="销售合同")  # fmt: skip


def _neighbours(register: Register) -> None:
    """Strangers in one incubator, with the telephone of its service desk and one agency."""
    pick = register.random
    agency, phone = pick.choice(_AGENCIES), f"0571-6{pick.randrange(10**7)}"
    for _ in range(6):
        who = register.who(register.firm("科技"), 3, agency=agency)
        who |= {"申请人地址": "杭州市榆亭孵化器一路8号", "联系电话": phone, "电子邮箱": f"desk{phone[-6:]}@example.com"}
        for _ in range(pick.randrange(15, 30)):
            register.add(who, register.mark(3), (pick.choice((9, 35, 42)),), register.day())


ORDINARY: tuple[tuple[Callable[[Register], None], int], ...] = (
    (_group, 50), (_middle, 200), (_defender, 40), (_brands, 40), (_shop, 60), (_merger, 5), (_neighbours, 10),
)  # fmt: skip


def made(rows: int, seed: int, patterns: Callable[[Register], None]) -> Register:
    """A register of about ``rows`` rows: the planted patterns, the ordinary large ones, small ones to fill it."""
    register = Register(seed)
    patterns(register)
    for kind, count in ORDINARY:
        for _ in range(max(1, count * rows // 50_000)):
            kind(register)
    while len(register.rows) < rows:
        _small(register)
    register.random.shuffle(register.rows)
    return register
