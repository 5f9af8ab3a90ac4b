from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.agency import Agency, AgencyCheck, days_after
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.tables import TRANSFERS, Transfer
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row


class NaTradingSignal(AgencyCheck):
    """授权或者注册以后不久，就把许多件转让给许多互不相关的人：像是不正当的知识产权买卖。

    出于不正当目的转让、受让的是规范申请行为要查的；转让给一家、集团内部转让、真实的转化运用都是正常的。
    授权后的日数、件数、受让人的分散程度都是内部阈值；受让人按集团合并。只是线索，先看研发和付款，有转化合同的留存。
    """

    code = "AGN008"
    level = Level.WARNING
    clue = True
    business = ""
    basis = (cite("令77", "3(7)"), cite("令17", "3"))
    message = (
        "风险线索：{seller}在授权或者注册后{days}日内转让{count}件给{buyers}家（内部阈值：{least}件、分散程度{share:.0%}），"
        "请核实是不是不正当的知识产权买卖"
    )
    clears = "转化运用、企业并购、集团内部转让，或者受让人参与了研发"
    keep = ("转让合同和付款凭证", "研发记录", "转化运用的证明")
    columns = (Transfer.FROM, Transfer.TO, Transfer.GRANTED, Transfer.DAY)
    further = (Transfer.TO_GROUP,)

    @dataclass(frozen=True)
    class Options:
        """days：授权或者注册之后几日之内的转让才看
        least：这样的转让几件起报
        share：不同受让人的个数与转让件数之比，达到它才报
        """

        days: int = 60
        least: int = 10
        share: float = 0.7

    _HEAD = "# 转让记录\n专利号,转让人,受让人,受让人所属集团,授权日,转让日\n"
    _FEW = (("least", 2),)
    good = (
        Sample(
            _HEAD + "1,甲公司,乙公司,,2026-01-05,2026-03-07\n2,甲公司,丙公司,,2026-01-05,2026-03-07\n", options=_FEW
        ),
        Sample(
            _HEAD + "1,甲公司,乙公司,,2026-01-05,2026-02-05\n2,甲公司,乙公司,,2026-01-05,2026-02-05\n", options=_FEW
        ),
        Sample(
            _HEAD + "1,甲公司,乙公司,丁,2026-01-05,2026-02-05\n2,甲公司,丙公司,丁,2026-01-05,2026-02-05\n", options=_FEW
        ),
        _HEAD + "1,甲公司,乙公司,,2026-01-05,2026-02-05\n2,甲公司,丙公司,,2026-01-05,2026-02-05\n",
    )
    bad = (
        Sample(
            _HEAD + "1,⟦甲公司⟧,乙公司,,2026-01-05,2026-03-06\n2,甲公司,丙公司,,2026-01-05,2026-02-05\n", options=_FEW
        ),
        _HEAD
        + "0,⟦甲公司⟧,受让人0,,2026-01-05,2026-02-05\n"
        + "".join(f"{n},甲公司,受让人{n},,2026-01-05,2026-02-05\n" for n in range(1, 10)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        sold: dict[str, list[Row[Transfer]]] = defaultdict(list)
        for row in agency.rows(TRANSFERS):
            granted, day = row.day(Transfer.GRANTED), row.day(Transfer.DAY)
            if granted is not None and day is not None and granted <= day <= days_after(granted, self.options.days):
                sold[plain_firm(row.text(Transfer.FROM))].append(row)
        for plain, rows in sold.items():
            buyers = {plain_firm(row.text(Transfer.TO_GROUP) or row.text(Transfer.TO)) for row in rows}
            if not plain or len(rows) < self.options.least or len(buyers) < self.options.share * len(rows):
                continue
            yield self.at(
                rows[0].span(Transfer.FROM),
                related=[row.span(Transfer.TO) for row in rows[1:30]],
                facts={"count": len(rows), "buyers": len(buyers)},
                seller=rows[0].text(Transfer.FROM),
                days=self.options.days,
                count=len(rows),
                buyers=len(buyers),
                least=self.options.least,
                share=self.options.share,
            )
