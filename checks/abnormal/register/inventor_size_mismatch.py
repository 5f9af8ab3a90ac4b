from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Column, Register, StaffCheck, strength
from ipcheck.law import cite
from ipcheck.model import Finding


class InventorSizeMismatch(StaffCheck):
    """申请人十二个月里列出的发明人，比它的全部人数还多。

    发明人多于在职人数，容易被要求说明发明人是不是真实参加了研发；借调、产学研合作是常见的正当原因。
    按“参保人数”计，没有这一列的按“职工人数”计；倍数和人数的界限是内部阈值，高校、研究院所和医院不查。
    准备好发明人的劳动合同、借调或者合作协议，核实有没有挂名。
    """

    code = "ABR006"
    basis = (cite("令77", "3(5)"), cite("令77", "3(7)"))
    message = (
        "风险线索：{applicant}在{start}至{end}列出{count}名发明人，而人数为{staff}（内部阈值：超过人数的{limit}倍）："
        "请核实发明人与申请人的关系"
    )
    clears = "发明人来自合作单位、高校或者借调，有协议可查"
    keep = ("劳动合同与社保记录", "借调、兼职或者合作研发协议")
    needs = (Column.APPLICANTS, Column.INVENTORS, Column.FILED)

    @dataclass(frozen=True)
    class Options:
        """per_head：十二个月里的发明人超过人数的几倍才报
        least：发明人不足几名的不看
        """

        per_head: float = 1.0
        least: int = 6

    _HEAD = "申请号\t申请人\t发明人\t申请日\t职工人数\n"
    good = (
        _HEAD + "1\t甲公司\t卢望;石泉\t2024-03-01\t3\n2\t甲公司\t卢望;苏木\t2024-04-01\t3\n",
        _HEAD + "1\t某研究院\t赵一;钱二;孙三;李四;周五;吴六\t2024-03-01\t2\n",
        _HEAD + "1\t甲公司;某大学\t赵一;钱二;孙三;李四;周五;吴六\t2024-03-01\t2\n",
    )
    bad = (_HEAD + "1\t甲公司\t⟦赵一;钱二;孙三⟧\t2024-03-01\t4\n2\t甲公司\t李四;周五;吴六\t2024-04-01\t4\n",)

    def find(self, register: Register, /) -> Iterator[Finding]:
        for name, rows in register.by_applicant.items():
            staff = self.staff(register, rows)
            if staff is None or register.is_institute(name):
                continue
            # Partners bring their own inventors.
            window = register.busiest_year([row for row in rows if len(row.applicants) == 1])
            people = {inventor for row in window for inventor in row.inventors}
            if len(people) >= self.options.least and len(people) > staff * self.options.per_head:
                yield self.at(
                    window[0].span(Column.INVENTORS),
                    related=[row.span(Column.INVENTORS) for row in window[1:30]],
                    facts={
                        "inventors": len(people),
                        "staff": staff,
                        "strength": strength(len(people) / self.options.least, len(people) / max(staff, 1)),
                    },
                    applicant=name,
                    start=window[0].filed,
                    end=window[-1].filed,
                    count=len(people),
                    staff=f"{staff:g}",
                    limit=f"{self.options.per_head:g}",
                )
