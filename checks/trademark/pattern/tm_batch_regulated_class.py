from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkRegister
from ipcheck.trademark.business import REGULATED
from ipcheck.trademark.holdings import classes, filings
from ipcheck.trademark.pattern import VolumeCheck


class TmBatchRegulatedClass(VolumeCheck):
    """经营范围里没有相应业务，却在几个要有资质才能经营的类别里申请。

    金融保险（36类）、电信（38类）、药品（5类）、危险化学品（1类）要有资质，指南的案例把没有资质作为缺乏使用意图的迹象之一。
    资质不是商标注册的条件，所以只是提示；领域数、件数和所占比例（或者总类数）是内部阈值，大单位、管理品牌和网上销售的不查，与自己已注册商标近似的、有使用证据的不计。
    有许可证或者正在办理的，备好许可证或者申办材料；没有打算的不要申请。
    """

    code = "TMP006"
    level = Level.ADVICE
    basis = (cite("商标法", "19.1"), cite("令17", "8"), cite("商指", "2-2-6"), cite("商指", "2-2-2"))
    message = (
        "风险线索：{applicant}的经营范围里没有{fields}，却申请了{count}件（{which}；内部阈值：{kinds}个领域、{least}件，并占{share:.0%}或者总共{spread}个类；"
        "指南案例6.1-一、三提到36、38、1类有资质要求）：请说明有没有资质或者现实的业务计划。{condition}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.CLASS, Column.BUSINESS)
    clears = "已有许可证或者正在申办；或者属于防御、为现实业务预先适量申请"
    keep = ("许可证、备案或者申办材料", "业务计划、合作合同")

    @dataclass(frozen=True)
    class Options:
        """fields：要有资质的领域几个起报
        least：这些领域里的申请几件起报
        texts：不同的商标不足几个的不看
        share：这些申请占多少起报（或者总类数达到 span）
        span：总共跨几个类起报（或者占比达到 share）
        staff：人数达到几人的单位算大单位，不看
        trade_factor：管理品牌、网上销售的申请人，件数的界限放宽到几倍
        """

        fields: int = 2
        least: int = 3
        texts: int = 3
        share: float = 0.3
        span: int = 12
        staff: int = 100
        trade_factor: float = 3.0

    _HEAD = "商标\t类别\t商品或服务\t申请人\t经营范围\n"
    good = (
        _HEAD
        + "".join(
            f"岚{c}\t36\t保险\t丁保险代理有限公司\t保险代理；电信增值业务\n岚{c}\t38\t电信信息\t丁保险代理有限公司\t保险代理；电信\n"
            for c in "舟禾亭"
        ),
        _HEAD
        + "".join(f"砚禾\t{n}\t保险;电信信息;药品\t砚禾策划有限公司\t企业形象策划\n" for n in (1, 5, 36, 38, 9, 25)),
        _HEAD + "".join(f"{c}禾\t36\t不动产出租\t戊有限公司\t企业形象策划\n" for c in "岚砚榆桐苇柚"),
    )
    bad = (
        _HEAD
        + "岚舟\t36\t保险承保\t⟦己有限公司⟧\t企业形象策划\n"
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n]}禾\t{(36, 38, 5)[n % 3]}\t"
            f"{('银行', '电信信息', '人用药')[n % 3]}\t己有限公司\t企业形象策划\n"
            for n in range(1, 8)
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options = self.options
        for holding, factor in self.considered(register):
            if factor > 1 or not holding.scope:
                continue
            held: dict[int, list[Mark]] = {}
            for mark in holding.free:
                for number in set(mark.classes) & REGULATED.keys():
                    _, goods, able = REGULATED[number]
                    if not able.search(holding.scope) and any(goods.search(item.name) for item in mark.goods):
                        held.setdefault(number, []).append(mark)
            rows = sorted(
                {mark.number: mark for marks in held.values() for mark in marks}.values(), key=lambda m: m.number
            )
            if len(held) < options.fields or len(rows) < options.least:
                continue
            if len(rows) < options.share * len(holding.rows) and len(classes(holding.free)) < options.span:
                continue
            if len({mark.text for mark in rows}) >= options.texts:
                yield self.tell(
                    rows,
                    facts={"classes": sorted(held), "scope": holding.scope},
                    applicant=holding.name,
                    fields="、".join(REGULATED[number][0] for number in sorted(held)),
                    count=filings(rows),
                    which="、".join(f"第{number}类{len(held[number])}件" for number in sorted(held)),
                    kinds=options.fields,
                    least=options.least,
                    share=options.share,
                    spread=options.span,
                )
