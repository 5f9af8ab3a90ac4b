from collections.abc import Iterator

from ipcheck.law import cite, load_fees
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, first_words


class ClaimCountOver10(PatentCheck):
    """权利要求超过10项，要缴纳申请附加费。

    权利要求超过10项的，从第11项起按项缴纳申请附加费，这项费用不能减缴；国际申请进入中国也一样。
    确有必要的保留并通知委托人缴费；可以合并、删除的，减到10项以内。
    每项的金额据公开网页的转述（第11项起每项150元），未经官方文本核实，以缴费通知书为准。
    """

    code = "CLM017"
    level = Level.ADVICE
    basis = (cite("指南", "5-2-1"), cite("细则", "110.1(1)"))
    message = (
        "权利要求共{count}项，从第11项起的{over}项要缴纳申请附加费："
        "约{total}元（金额未经官方文本核实，以缴费通知书为准），且不能减缴，请确认是否都需要"
    )
    needs = (PartName.CLAIMS,)

    _TEN = "1. 一种杯子，包括杯体。\n" + "".join(
        f"{number}. 根据权利要求1所述的杯子，有第{number}层。\n" for number in range(2, 11)
    )
    good = (_TEN, "1. 一种杯子，包括杯体。")
    bad = (
        _TEN + "⟦11⟧. 根据权利要求1所述的杯子，有盖。",
        _TEN + "⟦11⟧. 一种制杯方法，包括吹制。\n12. 根据权利要求11所述的制杯方法，有冷却。",
    )

    @classmethod
    def check_name(cls) -> str:
        """The name with its number set off, which a class name cannot show."""
        return "claim-count-over-10"

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        fee, count = load_fees()["claims"], len(filing.claims)
        if count <= fee.free:
            return
        claim = filing.claims[fee.free]
        yield self.at(
            claim.number_span or first_words(claim.body),
            facts=fee.facts(count),
            count=count,
            over=count - fee.free,
            total=fee.amount(count),
        )
