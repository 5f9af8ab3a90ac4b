from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkRegister
from ipcheck.trademark.holdings import busiest, classes, filings, units
from ipcheck.trademark.pattern import VolumeCheck


class TmBatchDrip(VolumeCheck):
    """一个申请人每次只报几件、接连不断，合起来数量很大。

    单日、单月都不多的“少量多次”申请，要用90日、180日、365日的滑动窗口才看得出来；各窗口的件数（件×类）和提出的周数都是内部阈值。
    已经在30日窗口里集中的由另一项检查报告；与自己已注册商标近似的、有使用证据的不计，大单位不查，管理品牌和网上销售的放宽。
    核对各批申请的用途，没有使用意图的停止申请，能说明的备好业务计划。
    """

    code = "TMP003"
    message = (
        "风险线索：{applicant}在{start}至{end}（{days}日窗口）分{weeks}周陆续申请{filings}件、{units}件×类、{texts}个不同的商标，"
        "跨{classes}个类（内部阈值：{limit}件×类、{least}周；指南案例6.1-二为四个月“少量多次”新增100余件）："
        "请说明各批的用途，是否属于防御或者为现实业务预备。{condition}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.FILED)

    @dataclass(frozen=True)
    class Options:
        """in_90：90日里几件×类起报
        in_180：180日里几件×类起报
        in_365：365日里几件×类起报
        weeks：分在几个星期提出起报
        burst：30日里已经集中了几件×类的，由 tm-batch-window 报告，这里不报
        texts：不同的商标不足几个的不看
        staff：人数达到几人的单位算大单位，不看
        trade_factor：管理品牌、网上销售的申请人，件数的界限放宽到几倍
        """

        in_90: int = 60
        in_180: int = 80
        in_365: int = 100
        weeks: int = 8
        burst: int = 30
        texts: int = 20
        staff: int = 100
        trade_factor: float = 3.0

    _HEAD = "商标\t类别\t申请人\t申请日\n"
    good = (
        _HEAD
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙'[n // 10]}\t{n % 9 + 21}\t丙有限公司\t"
            f"20{n // 12 + 15}-{n % 12 + 1:02}-11\n"
            for n in range(40)
        ),
        _HEAD
        + "".join(f"砚禾\t{n % 45 + 1}\t砚禾食品有限公司\t2025-{n // 20 + 1:02}-{n % 20 + 1:02}\n" for n in range(100)),
    )
    bad = (
        _HEAD
        + "岚舟\t1\t⟦李岚⟧\t2025-01-01\n"
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙屿帆棠漪澜渡汀'[n // 10]}\t{n % 44 + 1}\t李岚\t"
            f"2025-{n // 10 + 1:02}-{n % 10 * 3 + 1:02}\n"
            for n in range(1, 110)
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options = self.options
        for holding, factor in self.considered(register):
            if units(busiest(holding.free, 30)) >= options.burst * factor:
                continue
            for days, limit in ((90, options.in_90), (180, options.in_180), (365, options.in_365)):
                window = busiest(holding.free, days)
                weeks = {mark.filed.toordinal() // 7 for mark in window if mark.filed}
                texts = {mark.text for mark in window}
                if units(window) >= limit * factor and len(weeks) >= options.weeks and len(texts) >= options.texts:
                    yield self._told(holding.name, window, days, len(weeks), limit * factor)
                    break

    def _told(self, name: str, window: list[Mark], days: int, weeks: int, limit: float) -> Finding:
        return self.tell(
            window,
            facts={"units": units(window), "weeks": weeks, "days": days},
            applicant=name,
            start=window[0].filed,
            end=window[-1].filed,
            days=days,
            weeks=weeks,
            filings=filings(window),
            units=units(window),
            texts=len({mark.text for mark in window}),
            classes=len(classes(window)),
            limit=f"{limit:g}",
            least=self.options.weeks,
        )
