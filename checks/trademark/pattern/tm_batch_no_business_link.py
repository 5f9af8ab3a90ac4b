from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, MarkRegister
from ipcheck.trademark.business import classes_of
from ipcheck.trademark.holdings import classes, filings
from ipcheck.trademark.pattern import VolumeCheck, some


class TmBatchNoBusinessLink(VolumeCheck):
    """申请的类别大多与营业执照上的经营范围对不上。

    经营“企业形象策划”而去申请白酒、药品，容易被问有没有真实的使用意图；经营范围按字词对应到类别，很粗，只作提示。
    件数、类数和比例都是内部阈值；范围里有贸易、百货、互联网销售的不判断，大单位不查，与自己已注册商标近似的、有使用证据的不计。
    核对拟经营的产品，需要的先变更经营范围，或者备好业务计划、合作合同。
    """

    code = "TMP005"
    level = Level.ADVICE
    basis = (cite("商标法", "19.1"), cite("令17", "8"), cite("商指", "2-2-5"), cite("商指", "2-2-2"))
    message = (
        "风险线索：{applicant}的经营范围（{scope}）与{count}件申请的{classes}个类对不上：第{which}类（占{share:.0%}；"
        "内部阈值：{least}件、{spread}个类、{limit:.0%}；指南案例6.1-一的申请人经营咨询而报食品、酒、金融）："
        "请说明是否有现实的业务计划。{condition}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.CLASS, Column.BUSINESS)

    @dataclass(frozen=True)
    class Options:
        """least：与经营范围对不上的申请几件起报
        classes：这些申请跨几个类起报
        texts：不同的商标不足几个的不看
        share：对不上的申请占多少起报
        staff：人数达到几人的单位算大单位，不看
        trade_factor：管理品牌、网上销售的申请人，件数的界限放宽到几倍
        """

        least: int = 12
        classes: int = 6
        texts: int = 6
        share: float = 0.7
        staff: int = 100
        trade_factor: float = 3.0

    _HEAD = "商标\t类别\t申请人\t经营范围\n"
    good = (
        _HEAD
        + "".join(f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}禾\t{n + 1}\t丁商贸有限公司\t日用百货销售\n" for n in range(10))
        * 2,
        _HEAD
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾'[n // 10]}\t{(29, 30, 32, 35)[n % 4]}\t戊有限公司\t食品生产\n"
            for n in range(20)
        ),
        _HEAD + "".join(f"砚禾\t{n}\t砚禾策划有限公司\t企业形象策划；设计\n" for n in range(1, 46)),
    )
    bad = (
        _HEAD
        + "岚舟\t29\t⟦己有限公司⟧\t平面设计；法律咨询\n"
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾'[n // 10]}\t{(29, 30, 32, 33, 5, 9, 25)[n % 7]}\t"
            f"己有限公司\t平面设计；法律咨询\n"
            for n in range(1, 16)
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options = self.options
        for holding, factor in self.considered(register):
            able = classes_of(holding.scope)
            if factor > 1 or not able:
                continue
            strange = [mark for mark in holding.free if mark.classes and not able.intersection(mark.classes)]
            share, spread = len(strange) / len(holding.rows), classes(strange)
            if len(strange) < options.least or len(spread) < options.classes or share < options.share:
                continue
            if len({mark.text for mark in strange}) < options.texts:
                continue
            yield self.tell(
                strange,
                facts={"scope": holding.scope, "classes": list(spread), "answering": sorted(able)},
                applicant=holding.name,
                scope=holding.scope[:30],
                count=filings(strange),
                classes=len(spread),
                which=some([str(number) for number in spread], 8),
                share=share,
                least=options.least,
                spread=options.classes,
                limit=options.share,
            )
