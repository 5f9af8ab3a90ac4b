"""The ordinary people of a made-up register: firms, groups, universities, inventors, agencies."""

from __future__ import annotations

import random
from datetime import date, timedelta

from ipcheck.abnormal import Column
from ipcheck.patent.identity import is_credit_code

_PLACES = (
    "浙江省杭州市",
    "江苏省苏州市",
    "广东省佛山市",
    "山东省青岛市",
    "湖北省武汉市",
    "四川省成都市",
    "安徽省合肥市",
    "河南省郑州市",
)
_NAME_SIGNS = "安博川达恩帆冠弘佳凯岚铭宁启荣尚腾威祥雅源泽卓昊晟洛瑾芮翎岐澜峪沣琮砚蔚皓稷芃钧霁韬骁黎鹤岫泓淳垚珩璟"
_TRADES = ("机械", "电子科技", "环保科技", "新材料", "智能装备", "食品", "医疗器械", "纺织", "家具", "汽车零部件")
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文博雨晨"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_SUBCLASSES = _words(
    "A01B A01G A23L A47B A47J A61B A61K B01D B02C B08B B23K B23Q B25J B29C B60K B62D B65B B65D B65G"
    " C02F C04B C08L C09D C12N D01H D06F E01C E02D E04B E04G E05B F03D F04D F16H F16K F21S F24F F25D"
    " F28D G01B G01N G05B G06F G06Q G09B H01L H01M H01R H02J H02K H04L H04N H05K"
)
_PARTS = _words("双级 翻转 自锁 气动 伺服 折叠 防尘 恒温 减振 定量 错位 真空 循环 分体 磁吸 快拆 余热 导流 多轴 预紧")
_THINGS = _words(
    "送料机构 夹持装置 过滤组件 冷却系统 检测平台 封装设备 传动箱体 输送辊道 密封结构 清洗槽 控制方法"
    " 供电电路 焊接工装 干燥塔 搅拌罐 分拣线 定位治具 支撑座 调节阀 采集终端 破碎机 涂布头 缠绕机"
    " 压合模具"
)
_OBJECTS = _words(
    "钢管 木板 玻璃 电缆 轴承 稻谷 纸箱 电池 轮胎 布料 螺栓 齿轮 药材 污水 砂石 瓷砖 茶叶 铝材 芯片"
    " 薄膜 油料 管片 果蔬 铸件"
)


class World:
    """Rows of a register as they are made, and the means to make more."""

    def __init__(self, rng: random.Random) -> None:
        self.random = rng
        self.rows: list[dict[Column, str]] = []
        self._names: set[str] = set()
        self._number = 0
        self.agencies = [self._agency() for _ in range(60)]

    def word(self) -> str:
        """Two signs that sound like a name; they recur."""
        return "".join(self.random.sample(_NAME_SIGNS, 2))

    def name(self) -> str:
        """A trade name that nobody in this register has used."""
        while True:
            made = "".join(self.random.sample(_NAME_SIGNS, 3))
            if made not in self._names:
                self._names.add(made)
                return made

    def firm(self) -> str:
        """The name of a new company."""
        city = self.random.choice(_PLACES)[-3:]
        return f"{city}{self.name()}{self.random.choice(_TRADES)}有限公司"

    def person(self) -> str:
        """A person's name; names recur, as they do."""
        given = "".join(self.random.choices(_GIVEN, k=self.random.choice((1, 2, 2))))
        return self.random.choice(_SURNAMES) + given

    def people(self, count: int) -> list[str]:
        """So many different names."""
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.person()] = None
        return list(found)

    def _agency(self) -> tuple[str, str, list[str]]:
        city = self.random.choice(_PLACES)
        agents = [self.random.choice(_SURNAMES) + self.word() for _ in range(self.random.randint(2, 9))]
        return f"{city[-3:]}{self.name()}专利代理事务所", self.address(city), agents

    def address(self, city: str = "") -> str:
        """A street address."""
        place = city or self.random.choice(_PLACES)
        number, room = self.random.randint(1, 900), self.random.randint(101, 3009)
        return f"{place}{self.word()}路{number}号{room}室"

    def phone(self) -> str:
        """A telephone number."""
        return f"1{self.random.randint(3000000000, 9999999999)}"

    def credit_code(self) -> str:
        """A valid unified social credit code of nobody."""
        body = "91" + "".join(self.random.choices("0123456789", k=15))
        return next(body + last for last in "0123456789ABCDEFGHJKLMNPQRTUWXY" if is_credit_code(body + last))

    def day(self, first: date = date(2021, 1, 4), last: date = date(2024, 12, 20)) -> date:
        """A day between these."""
        return first + timedelta(days=self.random.randint(0, (last - first).days))

    def title(self) -> str:
        """A title as they are."""
        words = self.random.sample(_PARTS, self.random.choice((1, 1, 2)))
        return f"一种{self.random.choice(_OBJECTS)}用{''.join(words)}{self.random.choice(_THINGS)}"

    def subclass(self) -> str:
        """An IPC symbol."""
        return self.random.choice(_SUBCLASSES) + f"{self.random.randint(1, 60)}/{self.random.randint(0, 30):02}"

    def file(self, base: dict[Column, str], day: date, **more: str) -> dict[Column, str]:
        """Add a filing of somebody on a day; ``more`` overrides by the names of columns."""
        self._number += 1
        row = {
            Column.NUMBER: f"{day.year}{self.random.choice('12')}{self._number:07}",
            Column.KIND: self.random.choice(("发明", "实用新型", "实用新型")),
            Column.TITLE: self.title(),
            Column.FILED: day.isoformat(),
            **base,
            **{Column[key]: value for key, value in more.items()},
        }
        row.setdefault(Column.IPC, self.subclass())
        self.rows.append(row)
        return row

    def identity(self, name: str, staff: int) -> dict[Column, str]:
        """What every row of a unit says of it."""
        agency, place, agents = self.random.choice(self.agencies)
        return {
            Column.APPLICANTS: name,
            Column.APPLICANT_ID: self.credit_code(),
            Column.ADDRESS: self.address(),
            Column.INSURED: str(staff),
            Column.FOUNDED: self.day(date(1998, 1, 1), date(2017, 12, 31)).isoformat(),
            Column.LEGAL_PERSON: self.random.choice(_SURNAMES) + self.word(),
            Column.PHONE: self.phone(),
            Column.AGENCY: agency,
            Column.AGENCY_ADDRESS: place,
            Column.AGENTS: self.random.choice(agents),
            Column.STATUS: "审中",
        }

    def somebody(self) -> None:
        """One more ordinary applicant with all its filings."""
        kinds = (self._small, self._large, self._university, self._inventor, self._group, self._park, self._designer)
        self.random.choices(kinds, weights=(70, 6, 2, 12, 3, 2, 5))[0]()

    def _small(self) -> None:
        staff = self.random.randint(15, 400)
        base, people = self.identity(self.firm(), staff), self.people(min(staff, self.random.randint(2, 8)))
        fields = [self.subclass() for _ in range(self.random.randint(1, 3))]
        for _ in range(min(staff // 2, 1 + int(self.random.expovariate(0.35)))):
            row = self.file(base, self.day(), INVENTORS=self._team(people, 4), IPC=self.random.choice(fields))
            if self.random.random() < 0.06:
                row[Column.STATUS] = "视为撤回"
            if self.random.random() < 0.01:
                row[Column.FORMER_INVENTORS] = row[Column.INVENTORS] + ";" + self.person()
            if self.random.random() < 0.02:
                later = date.fromisoformat(row[Column.FILED]) + timedelta(days=self.random.randint(400, 1500))
                row |= {Column.TRANSFERRED: later.isoformat(), Column.TRANSFEREE: self.firm()}

    def _team(self, people: list[str], most: int) -> str:
        return ";".join(self.random.sample(people, min(len(people), self.random.randint(1, most))))

    def _large(self) -> None:
        base, people = self.identity(f"{self.name()}{self.random.choice(_TRADES)}股份有限公司", 3000), self.people(60)
        fields = [self.subclass() for _ in range(8)]
        for _ in range(self.random.randint(40, 250)):
            self.file(base, self.day(), INVENTORS=self._team(people, 6), IPC=self.random.choice(fields))

    def _university(self) -> None:
        base, people = self.identity(f"{self.name()}大学", 2500), self.people(80)
        for _ in range(self.random.randint(60, 300)):
            row = self.file(base, self.day(), INVENTORS=self._team(people, 6))
            if self.random.random() < 0.05:
                later = date.fromisoformat(row[Column.FILED]) + timedelta(days=self.random.randint(60, 900))
                row |= {Column.TRANSFERRED: later.isoformat(), Column.TRANSFEREE: self.firm()}

    def _inventor(self) -> None:
        person = self.random.choice(_SURNAMES) + self.word()
        base, field = self.identity(person, 0), self.subclass()
        for unit in (Column.APPLICANT_ID, Column.INSURED, Column.FOUNDED, Column.LEGAL_PERSON):
            del base[unit]
        filed = [self.day() for _ in range(self.random.randint(1, 4))]
        buyer = self.firm() if self.random.random() < 0.1 else ""
        for day in filed:
            row = self.file(base, day, INVENTORS=person, IPC=field)
            if buyer:
                row |= {Column.TRANSFERRED: (day + timedelta(days=90)).isoformat(), Column.TRANSFEREE: buyer}

    def _group(self) -> None:
        """Daughters of one house that hand everything to the mother."""
        house = self.name()
        mother = f"{house}集团有限公司"
        for trade in self.random.sample(_TRADES, self.random.randint(2, 4)):
            base, people = self.identity(f"{house}{trade}有限公司", 200), self.people(10)
            field = self.subclass()
            for _ in range(self.random.randint(3, 12)):
                day = self.day(date(2023, 1, 2), date(2023, 11, 30))
                moved = {"TRANSFERRED": "2023-12-15", "TRANSFEREE": mother} if self.random.random() < 0.8 else {}
                self.file(base, day, INVENTORS=self._team(people, 3), IPC=field, **moved)

    def _park(self) -> None:
        """Tenants of one building, or clients of one agency, under one address or telephone."""
        shared = {Column.ADDRESS: self.address(), Column.PHONE: self.phone()}
        one = self.random.choice(list(shared))
        for _ in range(self.random.randint(9, 14)):
            base = self.identity(self.firm(), 30) | ({one: shared[one]} if one is Column.ADDRESS else {})
            for _ in range(self.random.randint(1, 4)):
                self.file(base, self.day(), INVENTORS=self.person())

    def _designer(self) -> None:
        base, person = self.identity(self.firm(), 40), self.person()
        day = self.day(date(2022, 6, 1))
        word = self.random.choice(("木床", "水杯", "戒指", "地毯"))
        for number in range(self.random.randint(8, 40)):
            self.file(base, day, KIND="外观设计", TITLE=f"{word}（{number + 1}）", IPC="06-01", INVENTORS=person)


__all__ = ["World"]
