from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Column, Register, Row, StaffCheck, strength
from ipcheck.law import cite
from ipcheck.model import Finding


class VolumeVsStaff(StaffCheck):
    """申请人十二个月内的申请量，和它的人数不相称。

    人数很少而申请很多，容易被要求说明有没有实际研发活动；规定里没有任何数量标准，这里的人均件数是内部阈值。
    按“参保人数”计，没有这一列的按“职工人数”计；高校、研究院所和医院不查。
    准备好研发人员名单和在职证明、立项和经费材料、委托研发或者受让的合同。
    """

    code = "ABR001"
    basis = (cite("令77", "3(5)"),)
    message = (
        "风险线索：{applicant}在{start}至{end}的十二个月内申请{count}件，人数为{staff}，人均{ratio:.1f}件，"
        "超过内部阈值{limit}件：请申请人说明研发能力和项目来源"
    )
    clears = "有与申请量相称的研发投入，或者成果来自委托、合作研发和受让"
    keep = ("研发人员名单与社保记录", "立项书与经费凭证", "委托或合作研发合同")
    needs = (Column.APPLICANTS, Column.FILED)

    @dataclass(frozen=True)
    class Options:
        """per_head：十二个月里人均申请超过几件才报
        least：十二个月里不足几件申请的申请人不看
        """

        per_head: float = 2.0
        least: int = 10

    _HEAD = "申请号\t申请人\t申请日\t参保人数\n"
    good = (
        _HEAD + "".join(f"{n}\t甲公司\t2024-0{n % 9 + 1}-05\t30\n" for n in range(20)),
        _HEAD + "".join(f"{n}\t某大学\t2024-0{n % 9 + 1}-05\t3\n" for n in range(20)),
        _HEAD + "".join(f"{n}\t甲公司\t20{n + 10}-03-05\t3\n" for n in range(12)),
    )
    bad = (
        _HEAD
        + "0\t⟦乙公司⟧\t2024-01-05\t3\n"
        + "".join(f"{n}\t乙公司\t2024-0{n % 9 + 1}-06\t3\n" for n in range(1, 12)),
        "申请号\t申请人\t申请日\t职工人数\n"
        + "0\t⟦丙公司⟧\t2024年1月5日\t约5人\n"
        + "".join(f"{n}\t丙公司\t2024/2/{n}\t5人\n" for n in range(1, 14)),
    )

    def find(self, register: Register, /) -> Iterator[Finding]:
        for name, rows in register.by_applicant.items():
            staff = self.staff(register, rows)
            if staff is None or register.is_institute(name):
                continue
            window = register.busiest_year(rows)
            # A company without anybody on its books still has its founder.
            ratio = len(window) / max(staff, 1.0)
            if len(window) >= self.options.least and ratio > self.options.per_head:
                yield self._told(name, window, staff, ratio)

    def _told(self, name: str, window: list[Row], staff: float, ratio: float) -> Finding:
        return self.at(
            window[0].span(Column.APPLICANTS),
            related=[row.span(Column.NUMBER, Column.TITLE) for row in window[1:30]],
            facts={
                "count": len(window),
                "staff": staff,
                "ratio": round(ratio, 2),
                "strength": strength(ratio / self.options.per_head, len(window) / self.options.least),
            },
            applicant=name,
            start=window[0].filed,
            end=window[-1].filed,
            count=len(window),
            staff=f"{staff:g}",
            ratio=ratio,
            limit=f"{self.options.per_head:g}",
        )
