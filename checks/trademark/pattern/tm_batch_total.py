from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.model import Finding, Level
from ipcheck.trademark import MarkRegister
from ipcheck.trademark.holdings import Holding, classes, filings, units
from ipcheck.trademark.pattern import VolumeCheck


class TmBatchTotal(VolumeCheck):
    """一个申请人累计申请的商标明显多于正常经营所需。

    法律和指南都没有件数的界限，这里的件数（按“件×类”计）、类数和不同商标数都是内部阈值，只决定要不要请人看一眼。
    与自己已注册商标相同或者近似的、有使用证据的不计；名称里有“集团”“股份”的、人数多的单位不查，管理品牌和网上销售的放宽。
    核对每件商标对应的产品或者服务，没有使用意图的不要再申请，能说明的备好业务计划和使用证据。
    """

    code = "TMP001"
    message = (
        "风险线索：{applicant}累计申请{filings}件、{units}件×类、{classes}个类，其中{free}件×类既不近似于自己已注册的商标"
        "也没有使用证据（内部阈值{tier}：{limit}件×类且{least}个类；指南案例6.1为累计数百至九百余件、30多个类）："
        "请说明是防御还是为现实业务预先申请。{condition}"
    )

    @dataclass(frozen=True)
    class Options:
        """advice：提示档：累计几件×类起报
        advice_classes：提示档：并且跨几个类
        warning：预警档：累计几件×类起报
        warning_classes：预警档：并且跨几个类
        texts：不同的商标不足几个的不看
        staff：人数达到几人的单位算大单位，不看
        trade_factor：管理品牌、网上销售的申请人，件数的界限放宽到几倍
        """

        advice: int = 150
        advice_classes: int = 12
        warning: int = 300
        warning_classes: int = 25
        texts: int = 20
        staff: int = 100
        trade_factor: float = 3.0

    _HEAD = "商标\t类别\t申请人\t申请日\n"
    good = (
        _HEAD
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙屿'[n // 10]}\t{n % 15 + 1}、{n % 15 + 21}、"
            f"{n % 10 + 36}\t甲集团有限公司\t"
            f"2025-0{n % 9 + 1}-11\n"
            for n in range(50)
        ),
        _HEAD + "".join(f"舟岚\t{n}\t舟岚饮品有限公司\t2025-03-11\n" for n in range(1, 46)) * 4,
    )
    bad = (
        _HEAD
        + "岚舟\t1、21、36\t⟦乙企业管理咨询有限公司⟧\t2024-01-11\n"
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙屿帆'[n // 10]}\t{n % 15 + 1}、{n % 15 + 21}、{n % 10 + 36}\t"
            f"乙企业管理咨询有限公司\t2025-0{n % 9 + 1}-11\n"
            for n in range(1, 60)
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options = self.options
        for holding, factor in self.considered(register):
            free, spread = units(holding.free), len(classes(holding.free))
            if len({mark.text for mark in holding.free}) < options.texts:
                continue
            if free >= options.warning * factor and spread >= options.warning_classes:
                yield self._told(holding, free, "预警档", options.warning * factor, options.warning_classes)
            elif free >= options.advice * factor and spread >= options.advice_classes:
                yield self._told(holding, free, "提示档", options.advice * factor, options.advice_classes, Level.ADVICE)

    def _told(
        self, holding: Holding, free: int, tier: str, limit: float, least: int, level: Level | None = None
    ) -> Finding:
        return self.tell(
            holding.free,
            level=level,
            facts={"units": units(holding.rows), "free": free, "defensive": units(holding.defensive)},
            applicant=holding.name,
            filings=filings(holding.rows),
            units=units(holding.rows),
            classes=len(classes(holding.rows)),
            free=free,
            tier=tier,
            limit=f"{limit:g}",
            least=least,
        )
