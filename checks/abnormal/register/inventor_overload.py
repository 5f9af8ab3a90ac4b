from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Column, Register, RegisterCheck, Row, strength
from ipcheck.law import cite
from ipcheck.model import Finding


class InventorOverload(RegisterCheck):
    """同一发明人在一个月里出现在过多的申请中。

    一个人一个月参与的申请太多，容易被要求说明他对各件的实质性特点有没有创造性贡献。
    同名不同人很常见，所以按“申请人＋发明人”计；每月的件数是内部阈值，同一天同一大类的外观设计只算一件。团队负责人被列入每一件，是常见的解释，但挂名本身不合规定。
    核实每一件的发明人，准备好本人的研发记录；没有实际贡献的，不应列为发明人。
    """

    code = "ABR005"
    basis = (cite("令77", "3(5)"),)
    message = (
        "风险线索：{applicant}的发明人{inventor}在{year}年{month}月参与{count}件申请（内部阈值每月{limit}件）："
        "请核实其对各件的实际贡献"
    )
    clears = "各件属于同一项目的一组成果，且本人确有创造性贡献"
    keep = ("本人的研发记录与任务书", "项目分工说明")
    needs = (Column.APPLICANTS, Column.INVENTORS, Column.FILED)

    @dataclass(frozen=True)
    class Options:
        """most：同一发明人一个自然月里参与的申请超过几件才报"""

        most: int = 8

    _HEAD = "申请号\t申请人\t发明人\t申请日\n"
    good = (
        _HEAD + "".join(f"{n}\t甲公司\t卢望;石泉\t2024-03-{n + 1:02}\n" for n in range(8)),
        _HEAD + "".join(f"{n}\t{n}号公司\t卢望\t2024-03-{n + 1:02}\n" for n in range(12)),
        _HEAD + "".join(f"{n}\t甲公司\t卢望\t2024-{n + 1:02}-01\n" for n in range(12)),
    )
    bad = (
        _HEAD
        + "0\t甲公司\t⟦卢望;石泉⟧\t2024-03-01\n"
        + "".join(f"{n}\t甲公司\t卢望\t2024-03-{n + 1:02}\n" for n in range(1, 10)),
    )

    def find(self, register: Register, /) -> Iterator[Finding]:
        months: dict[tuple[str, str, int, int], list[Row]] = defaultdict(list)
        for row in register.rows:
            if row.filed and row.applicants:
                for inventor in row.inventors:
                    months[row.applicants[0], inventor, row.filed.year, row.filed.month].append(row)
        for (applicant, inventor, year, month), together in months.items():
            rows = register.collections_once(together)
            if len(rows) > self.options.most:
                yield self.at(
                    rows[0].span(Column.INVENTORS),
                    related=[row.span(Column.NUMBER, Column.TITLE) for row in rows[1:30]],
                    facts={
                        "count": len(rows),
                        "inventor": inventor,
                        "subclasses": sorted({row.subclass for row in rows}),
                        "strength": strength(len(rows) / self.options.most),
                    },
                    applicant=applicant,
                    inventor=inventor,
                    year=year,
                    month=month,
                    count=len(rows),
                    limit=self.options.most,
                )
