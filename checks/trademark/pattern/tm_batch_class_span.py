from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, MarkRegister
from ipcheck.trademark.holdings import classes, filings
from ipcheck.trademark.pattern import VolumeCheck


class TmBatchClassSpan(VolumeCheck):
    """不大的申请人用许多互不相同的商标跨越很多类别。

    个体户、咨询公司在二三十个类里各报不同的商标，容易被问有没有真实的使用意图；类数和不同商标数都是内部阈值。
    一个主商标报全部45类是常见的防御，不在此列；大单位、管理品牌和网上销售的不查，与自己已注册商标近似的、有使用证据的不计。
    只保留与业务有关的类别，其余的准备好主商标的使用证据或者业务计划。
    """

    code = "TMP004"
    message = (
        "风险线索：{applicant}用{texts}个不同的商标跨{classes}个类（{filings}件；内部阈值：{limit}个类、{least}个不同的商标；"
        "指南案例6.1-一、二为30多个类）：请说明各类的业务，是否属于防御或者为现实业务预备。{condition}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.CLASS)

    @dataclass(frozen=True)
    class Options:
        """advice：提示档：跨几个类起报
        warning：预警档：跨几个类起报
        texts：不同的商标不足几个的不看
        staff：人数达到几人的单位算大单位，不看
        trade_factor：管理品牌、网上销售的申请人，件数的界限放宽到几倍
        """

        advice: int = 20
        warning: int = 30
        texts: int = 12
        staff: int = 100
        trade_factor: float = 3.0

    _HEAD = "商标\t类别\t申请人\t经营范围\n"
    good = (
        _HEAD + "".join(f"砚禾\t{n}\t砚禾食品有限公司\t食品销售\n" for n in range(1, 46)),
        _HEAD
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙'[n // 10]}\t{n + 1}\t丁有限公司\t品牌管理；互联网销售\n"
            for n in range(40)
        ),
        _HEAD
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙'[n // 10]}\t{n % 15 + 1}\t戊有限公司\t日用品\n"
            for n in range(40)
        ),
    )
    bad = (
        _HEAD
        + "岚舟\t1\t⟦庚小店⟧\t副食零售\n"
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'筑禾亭笙'[n // 10]}\t{n + 1}\t庚小店\t副食零售\n" for n in range(1, 36)
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options = self.options
        for holding, factor in self.considered(register):
            spread, texts = classes(holding.free), {mark.text for mark in holding.free}
            if factor > 1 or len(spread) < options.advice or len(texts) < options.texts:
                continue
            grave = len(spread) >= options.warning
            yield self.tell(
                holding.free,
                level=None if grave else Level.ADVICE,
                facts={"classes": list(spread), "texts": len(texts)},
                applicant=holding.name,
                texts=len(texts),
                classes=len(spread),
                filings=filings(holding.free),
                limit=options.warning if grave else options.advice,
                least=options.texts,
            )
