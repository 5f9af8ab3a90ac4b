from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from ipcheck.abnormal import Column, Register, RegisterCheck, Row, strength
from ipcheck.abnormal.trade_names import within_group
from ipcheck.law import cite
from ipcheck.model import Finding


class QuickTransfer(RegisterCheck):
    """申请人的申请有相当一部分在提出后不久就转让给了别人。

    申请不久成批转让，容易被要求说明转让的目的；技术转移、公司重组、创始人把成果转给公司是常见的正当原因。
    天数、件数和所占比例都是内部阈值；同一字号或者台账写明同属一个集团的受让人、共同申请人、高校和研究院所不计。
    个人发明人把申请全部转给同一个单位的也不计。
    准备好转让合同、付款凭证和受让人实施的材料。
    """

    code = "ABR010"
    basis = (cite("令77", "3(7)"),)
    message = (
        "风险线索：{applicant}的{total}件申请中有{count}件在申请后{days}天内转让给{buyers}个受让人（内部阈值：{limit}天内、"
        "{least}件、{share:.0%}）：请说明转让的目的和对价"
    )
    clears = "转让是技术转移、企业重组或者出资的一部分，有真实的合同和对价"
    keep = ("转让合同与付款凭证", "受让人的实施或者产品材料", "重组、出资文件")
    needs = (Column.APPLICANTS, Column.FILED, Column.TRANSFERRED, Column.TRANSFEREE)

    @dataclass(frozen=True)
    class Options:
        """within：申请日之后几天之内的转让算很快
        least：这样的转让几件起报
        share：这样的转让占该申请人全部申请的比例，达到它才报
        """

        within: int = 180
        least: int = 3
        share: float = 0.3

    _HEAD = "申请号\t申请人\t发明人\t申请日\t转让日期\t受让人\n"
    good = (
        _HEAD + "".join(f"{n}\t甲安科技有限公司\t石泉\t2024-01-05\t2024-03-05\t甲安实业有限公司\n" for n in range(5)),
        _HEAD + "".join(f"{n}\t甲有限公司\t石泉\t2020-01-05\t2024-03-05\t乙有限公司\n" for n in range(5)),
        _HEAD + "".join(f"{n}\t石泉\t石泉\t2024-01-05\t2024-03-05\t乙有限公司\n" for n in range(5)),
        _HEAD + "".join(f"{n}\t某大学\t石泉\t2024-01-05\t2024-03-05\t{n}号有限公司\n" for n in range(5)),
        "申请号\t申请人\t申请日\t转让日期\t受让人\t所属集团\n"
        + "".join(f"{n}\t甲安有限公司\t2024-01-05\t2024-03-05\t丙川有限公司\t丙川集团\n" for n in range(5)),
    )
    bad = (
        _HEAD
        + "0\t甲安有限公司\t石泉\t2024-01-05\t⟦2024-03-05⟧\t乙峰有限公司\n"
        + "".join(f"{n}\t甲安有限公司\t石泉\t2024-01-05\t2024年4月{n}日\t丙川有限公司\n" for n in range(1, 4))
        + "".join(f"{n}\t甲安有限公司\t石泉\t2024-01-05\t\t\n" for n in range(4, 8)),
    )

    def find(self, register: Register, /) -> Iterator[Finding]:
        options = self.options
        for name, rows in register.by_applicant.items():
            if register.is_institute(name) or len(rows) < options.least:
                continue
            quick = [(row, days) for row in rows if (days := self._days(register, row)) is not None]
            buyers = {row.text(Column.TRANSFEREE) for row, _ in quick}
            if len(buyers) == 1 and all(name in row.inventors for row, _ in quick):
                continue
            share = len(quick) / len(rows)
            if len(quick) >= options.least and share >= options.share:
                middle = median(days for _, days in quick)
                yield self.at(
                    quick[0][0].span(Column.TRANSFERRED),
                    related=[row.span(Column.TRANSFEREE, Column.TRANSFERRED) for row, _ in quick[1:30]],
                    facts={
                        "count": len(quick),
                        "total": len(rows),
                        "medianDays": middle,
                        "transferees": len(buyers),
                        "strength": strength(
                            len(quick) / options.least,
                            share / options.share,
                            options.within / max(middle, 1),
                            len(buyers),
                        ),
                    },
                    applicant=name,
                    total=len(rows),
                    count=len(quick),
                    days=max(days for _, days in quick),
                    buyers=len(buyers),
                    limit=options.within,
                    least=options.least,
                    share=options.share,
                )

    def _days(self, register: Register, row: Row) -> int | None:
        """Days from filing to a transfer to a stranger, None if there is none or it took longer."""
        transferred, buyer = row.day(Column.TRANSFERRED), row.text(Column.TRANSFEREE)
        if transferred is None or row.filed is None or not buyer or register.is_institute(buyer) or within_group(row):
            return None
        days = (transferred - row.filed).days
        return days if 0 <= days < self.options.within else None
