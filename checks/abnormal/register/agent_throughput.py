from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from ipcheck.abnormal import Column, Register, RegisterCheck, Row, strength
from ipcheck.abnormal.register import in_order
from ipcheck.abnormal.trade_names import same_house
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class AgentThroughput(RegisterCheck):
    """一名代理师一个月签名的申请过多，或者同一段时间里在两家代理机构签名。

    代理师对其签名办理的业务负责；一个人一个月签得太多，容易被要求说明是不是真实办理，团队的案件都由一人署名本身也有风险。
    每月件数、在两家机构各签的件数和来回的次数都是内部阈值；转所的（先后不交错）、总所与分所、在许多机构出现的常见姓名不算。
    同名不同人很常见，两家机构的只作为建议，先按资格证号码核对是不是同一个人。
    准备好办案记录和工作量说明，由实际办理的代理师署名。
    """

    code = "ABR013"
    basis = (cite("令77", "3(8)"), cite("代理条例", "16.3"))
    message = "风险线索：{agent}{what}：{ask}"
    clears = "案件确由本人办理，有办案记录；或者是同名的两个人、转所交接"
    keep = ("办案记录与沟通记录", "资格证号码与执业备案", "转所、交接材料")
    needs = (Column.AGENTS, Column.FILED)

    @dataclass(frozen=True)
    class Options:
        """most：一名代理师一个月签名超过几件才报
        each：在两家机构各签名几件以上才比
        changes：在两家机构之间来回几次起报
        agencies：同一姓名出现在超过几家机构的，当作常见姓名，不报
        """

        most: int = 60
        each: int = 5
        changes: int = 3
        agencies: int = 3

    _HEAD = "申请号\t申请日\t代理师\t代理机构\n"
    good = (
        _HEAD + "".join(f"{n}\t2024-03-{n % 28 + 1:02}\t卢望\t东临事务所\n" for n in range(60)),
        _HEAD + "".join(f"{n}\t2024-{n + 1:02}-01\t卢望\t{'东临' if n < 6 else '西望'}事务所\n" for n in range(12)),
        _HEAD + "".join(f"{n}\t2024-03-{n + 1:02}\t卢望\t东临专利事务所{('', '上海分所')[n % 2]}\n" for n in range(12)),
        _HEAD + "".join(f"{n}\t2024-03-{n + 1:02}\t卢望\t{'东西南北'[n % 4]}山事务所\n" for n in range(24)),
    )
    bad = (
        _HEAD
        + "99\t2024-03-01\t⟦卢望⟧\t东临事务所\n"
        + "".join(f"{n}\t2024-03-{n % 28 + 1:02}\t卢望;石泉\t东临事务所\n" for n in range(60)),
        _HEAD
        + "99\t2024-03-01\t⟦卢望⟧\t东临事务所\n"
        + "".join(f"{n}\t2024-03-{n + 2:02}\t卢望\t{('西望', '东临')[n % 2]}事务所\n" for n in range(10)),
    )

    def find(self, register: Register, /) -> Iterator[Finding]:
        signed: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for row in register.rows:
            if row.filed is not None:
                agency = next(iter(row.names(Column.AGENCY)), "")
                for agent in row.names(Column.AGENTS):
                    signed[agent][agency].append(row)
        for agent, agencies in signed.items():
            for agency, rows in agencies.items():
                yield from self._months(agent, agency, rows)
            if 2 <= len(agencies) <= self.options.agencies:
                yield from self._two(agent, {name: rows for name, rows in agencies.items() if name})

    def _months(self, agent: str, agency: str, rows: list[Row]) -> Iterator[Finding]:
        months: dict[tuple[int, int], list[Row]] = defaultdict(list)
        for row in in_order(rows):
            if row.filed is not None:
                months[row.filed.year, row.filed.month].append(row)
        heavy = {month: found for month, found in months.items() if len(found) > self.options.most}
        if heavy:
            (year, month), found = max(heavy.items(), key=lambda item: (len(item[1]), item[0]))
            others = f"，另有{len(heavy) - 1}个月也超过" if len(heavy) > 1 else ""
            yield self.at(
                found[0].span(Column.AGENTS),
                related=[row.span(Column.NUMBER, Column.TITLE) for row in found[1:30]],
                facts={
                    "count": len(found),
                    "months": len(heavy),
                    "strength": strength(len(found) / self.options.most, len(heavy)),
                },
                agent=(agency + "的" if agency else "") + agent,
                what=f"{year}年{month}月签名{len(found)}件申请（内部阈值每月{self.options.most}件）{others}",
                ask="请核实是不是本人实际办理",
            )

    def _two(self, agent: str, agencies: dict[str, list[Row]]) -> Iterator[Finding]:
        each, limit = self.options.each, self.options.changes
        for one, other in combinations(agencies, 2):
            if same_house(one, other) or min(len(agencies[one]), len(agencies[other])) < each:
                continue
            whose = {row.index: name for name in (one, other) for row in agencies[name]}
            both = in_order([*agencies[one], *agencies[other]])
            # Filings of one day have no order among themselves.
            days = pairwise(dict.fromkeys((row.filed, whose[row.index]) for row in both))
            changes = sum(before[1] != after[1] for before, after in days)
            if changes >= limit:
                yield self.at(
                    both[0].span(Column.AGENTS),
                    level=Level.ADVICE,
                    related=[row.span(Column.AGENCY) for row in both[1:30]],
                    facts={"agencies": [one, other], "changes": changes, "strength": strength(changes / limit)},
                    agent=agent,
                    what=f"同一段时间里在{one}和{other}签名，来回{changes}次（内部阈值{limit}次，各{each}件）",
                    ask="请按资格证号码核对是不是同一个人",
                )
