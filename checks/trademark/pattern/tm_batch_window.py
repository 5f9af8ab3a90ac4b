from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, MarkRegister
from ipcheck.trademark.holdings import busiest, classes, filings, units
from ipcheck.trademark.pattern import VolumeCheck


class TmBatchWindow(VolumeCheck):
    """一个申请人在很短的时间里提出大量商标申请。

    任意连续的一段日子（默认30日）里按“件×类”计，超过内部阈值才提示；法律和指南没有件数界限，数字取自指南的案例。
    同一个商标报许多类的不算，要有许多不同的商标；与自己已注册商标近似的、有使用证据的不计，大单位不查，管理品牌和网上销售的放宽。
    集中申请前先核对各件的用途，能说明的备好新品计划、立项或者合作合同。
    """

    code = "TMP002"
    message = (
        "风险线索：{applicant}在{start}至{end}（{days}日窗口）申请{filings}件、{units}件×类、{texts}个不同的商标，跨{classes}个类"
        "（内部阈值{tier}：{limit}件×类；指南案例6.1-一为一个月100多件）：请说明集中申请的用途，是否属于防御或者为现实业务预备。"
        "{condition}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.FILED)

    @dataclass(frozen=True)
    class Options:
        """days：窗口有几日
        advice：提示档：窗口里几件×类起报
        warning：预警档：窗口里几件×类起报
        block：最高档：窗口里几件×类起报
        texts：窗口里不同的商标不足几个的不看
        staff：人数达到几人的单位算大单位，不看
        trade_factor：管理品牌、网上销售的申请人，件数的界限放宽到几倍
        """

        days: int = 30
        advice: int = 30
        warning: int = 60
        block: int = 100
        texts: int = 10
        staff: int = 100
        trade_factor: float = 3.0

    _HEAD = "商标\t类别\t申请人\t申请日\n"
    good = (
        _HEAD + "".join(f"砚禾\t{n}\t砚禾食品有限公司\t2025-03-11\n" for n in range(1, 46)),
        _HEAD
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙屿帆'[n // 10]}\t{n % 9 + 21}\t丙有限公司\t"
            f"20{n // 6 + 10}-0{n % 6 + 1}-11\n"
            for n in range(60)
        ),
        _HEAD
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙'[n // 10]}\t25\t丁电子商务有限公司\t2025-03-{n // 2 + 1:02}\n"
            for n in range(40)
        ),
    )
    bad = (
        _HEAD
        + "岚舟\t1\t⟦乙咨询有限公司⟧\t2026-12-02\n"
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙屿帆棠'[n // 10]}\t{n % 44 + 1}\t"
            f"乙咨询有限公司\t2026-12-{n % 27 + 2:02}\n"
            for n in range(1, 65)
        ),
        _HEAD
        + "岚舟\t1\t⟦乙咨询有限公司⟧\t2027-01-02\n"
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙屿帆棠'[n // 10]}\t{n % 44 + 1}\t"
            f"乙咨询有限公司\t2027-01-{n % 27 + 2:02}\n"
            for n in range(1, 65)
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options = self.options
        tiers = ((options.block, "最高档"), (options.warning, "预警档"), (options.advice, "提示档"))
        for holding, factor in self.considered(register):
            window = busiest(holding.free, options.days)
            held = units(window)
            tier = next(((limit, name) for limit, name in tiers if held >= limit * factor), None)
            texts = {mark.text for mark in window}
            if tier is None or len(texts) < options.texts:
                continue
            yield self.tell(
                window,
                level=Level.ADVICE if tier[1] == "提示档" else None,
                facts={"units": held, "texts": len(texts), "classes": list(classes(window))},
                applicant=holding.name,
                start=window[0].filed,
                end=window[-1].filed,
                days=options.days,
                filings=filings(window),
                units=held,
                texts=len(texts),
                classes=len(classes(window)),
                tier=tier[1],
                limit=f"{tier[0] * factor:g}",
            )
