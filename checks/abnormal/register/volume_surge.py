from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Column, Register, RegisterCheck, Row, poisson_tail, strength
from ipcheck.abnormal.trade_names import is_known_filer
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class VolumeSurge(RegisterCheck):
    """申请人某个月的申请量突然远高于它自己此前十二个月的水平。

    短时间内集中提出大量申请，容易被要求说明有没有实际研发活动；年末、项目验收、展会之前集中申请是常见的正当原因。
    以此前十二个月的月均量为期望（按整个台账同月的升降调整），用泊松分布的尾部概率衡量，概率、件数和所占比例的界限都是内部阈值。
    同一天同一大类的外观设计是一个系列，只算一件；集中在一个小类的像是一条产品线，只作为建议。
    台账没有覆盖此前十二个月的月份、高校和研究院所、名称里有“股份”“集团”的、不到它在台账里全部申请一半的月份（常年申请的单位）不查；
    字号是人所熟知的申请大户的（自带名单，也可用 known 另列）只作为建议；同日双申的两件只算一件。
    准备好各件对应的项目、验收或者产品计划。
    """

    code = "ABR002"
    basis = (cite("令77", "3(5)"),)
    message = (
        "风险线索：{applicant}{year}年{month}月申请{count}件，而此前十二个月共{before}件、当月期望约{mean:.1f}件"
        "（泊松尾部概率{chance:.0e}，内部阈值{limit:.0e}）：请说明这批申请对应的项目和集中提出的原因"
    )
    clears = "这批申请来自同一项目验收、产品发布或者年度计划等有据可查的安排"
    keep = ("项目立项与验收材料", "产品或研发计划", "各件的研发记录")
    needs = (Column.APPLICANTS, Column.FILED)

    @dataclass(frozen=True)
    class Options:
        """chance：泊松尾部概率低于多少才报
        least：当月不足几件的不看
        share：当月件数占该申请人全部申请的比例，低于它的不看
        focus：当月申请集中在一个小类的比例，达到它的像一条产品线，只作建议
        known：另外列出的申请大户的字号，加在自带名单之后；它们只作建议
        """

        chance: float = 1e-4
        least: int = 10
        share: float = 0.5
        focus: float = 0.7
        known: tuple[str, ...] = ()

    _HEAD = "申请号\t申请人\t申请日\n"
    _OTHERS = "".join(f"9{n}{k}\t丁公司\t{2023 + n // 12}-{n % 12 + 1:02}-1{k}\n" for n in range(24) for k in range(5))
    good = (
        _HEAD + _OTHERS,
        _HEAD + "".join(f"{n}\t甲公司\t2024-03-{n + 1:02}\n" for n in range(20)),
        _HEAD + _OTHERS + "".join(f"{n}\t甲公司\t2024-05-{n + 1:02}\n" for n in range(6)),
        _HEAD.strip()
        + "\t专利类型\t分类号\n"
        + _OTHERS
        + "1\t甲有限公司\t2023-02-01\t外观设计\t06-01\n"
        + "".join(f"{n}\t甲有限公司\t2024-05-{n % 2 + 1:02}\t外观设计\t06-01\n" for n in range(3, 38)),
    )
    bad = (
        _HEAD
        + _OTHERS
        + "1\t甲有限公司\t2023-02-01\n2\t⟦甲有限公司⟧\t2024-05-01\n"
        + "".join(f"{n}\t甲有限公司\t2024-05-{n:02}\n" for n in range(3, 18)),
    )

    def find(self, register: Register, /) -> Iterator[Finding]:
        total = Counter(_month(row) for row in register.rows if row.filed is not None)
        if not total:
            return
        first = min(total)
        for name, rows in register.by_applicant.items():
            if register.is_institute(name) or register.is_large(name):
                continue
            rows = _twins_once(register.collections_once(rows))
            own = Counter(_month(row) for row in rows if row.filed is not None)
            for month, count in sorted(own.items()):
                if count < self.options.least or month - 12 < first or count < self.options.share * len(rows):
                    continue
                before = sum(own[earlier] for earlier in range(month - 12, month))
                everybody = sum(total[earlier] for earlier in range(month - 12, month))
                trend = (total[month] - count) / max(everybody - before, 1)
                # Somebody who filed nothing in a year may still be expected to file once a year.
                mean = max(before, 1) * max(trend, 1 / 12)
                chance = poisson_tail(count, mean)
                if chance < self.options.chance:
                    yield self._told(
                        name, [row for row in rows if row.filed and _month(row) == month], before, mean, chance
                    )

    def _told(self, name: str, rows: list[Row], before: int, mean: float, chance: float) -> Finding:
        filed = rows[0].filed
        classes = Counter(row.subclass for row in rows if row.subclass)
        line = bool(classes) and max(classes.values()) >= self.options.focus * len(rows)
        known = is_known_filer(name, self.options.known)
        return self.at(
            rows[0].span(Column.APPLICANTS),
            level=Level.ADVICE if line or known else Level.WARNING,
            related=[row.span(Column.NUMBER, Column.TITLE) for row in rows[1:30]],
            facts={
                "count": len(rows),
                "before": before,
                "expected": round(mean, 2),
                "chance": float(f"{chance:.3g}"),
                "subclasses": len(classes),
                # Nothing tells a chance of 1e-50 from one of 1e-80: the fields they lie in say more.
                "strength": strength(
                    len(rows) / self.options.least,
                    len(classes) / 2,
                    len({name[0] for name in classes}) ** 2,
                ),
            },
            applicant=name,
            year=filed.year if filed else "",
            month=filed.month if filed else "",
            count=len(rows),
            before=before,
            mean=mean,
            chance=chance,
            limit=self.options.chance,
        )


def _twins_once(rows: Iterable[Row]) -> list[Row]:
    """Rows without the utility models whose invention was filed the same day under the same title (同日双申)."""
    own = list(rows)
    inventions = {(row.filed, row.text(Column.TITLE)) for row in own if row.kind == "invention"}
    return [row for row in own if row.kind != "utility-model" or (row.filed, row.text(Column.TITLE)) not in inventions]


def _month(row: Row) -> int:
    return row.filed.year * 12 + row.filed.month - 1 if row.filed else 0
