from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import MarkRegister
from ipcheck.trademark.holdings import holdings
from ipcheck.trademark.pattern import PatternCheck, some
from ipcheck.trademark.series import goods_names, is_generic, series_of


class TmBatchGeneric(PatternCheck):
    """一个申请人成批申请商品的通用名称、描述质量和功能的词。

    指南把大量申请通用名称、行业术语和描述性标志列为恶意情形；单独一件只是缺乏显著性，所以看的是“成批”。
    通用名称取自台账里的商品名称，描述性的词取自随附的小词表，整个标志只由它们组成才算；个数和所占比例是内部阈值。
    撤回描述性的标志，换有显著性的标志；经过使用取得显著性的，备好使用证据。
    """

    code = "TMP015"
    basis = (cite("商标法", "19.1"), cite("商标法", "17.1(1)"), cite("商标法", "17.1(2)"), cite("商指", "2-2-5"))
    message = (
        "风险线索：{applicant}有{count}个商标只是商品名称或者描述性的词：{shown}（占其商标的{share:.0%}；内部阈值：{least}个、"
        "{limit:.0%}；指南2.5(7)只说“大量”，案例最少为30余件）：请换有显著性的标志或者撤回。{condition}"
    )
    clears = "各标志经过使用已经取得显著特征，或者另有图形、文字组合；或者属于两种排除情形（防御、为现实业务预备）"
    keep = ("使用证据", "图样")

    @dataclass(frozen=True)
    class Options:
        """least：这样的商标几个起报
        share：这样的商标占该申请人全部不同商标的比例，达到它才报
        """

        least: int = 5
        share: float = 0.4

    _HEAD = "商标\t类别\t商品或服务\t申请人\n"
    good = (
        _HEAD
        + "".join(
            f"{mark}\t30\t饼干;茶\t甲食品有限公司\n" for mark in ("新鲜", "岚舟", "砚禾", "榆亭", "桐笙", "苇屿")
        ),
        _HEAD
        + "".join(
            f"{mark}\t30\t饼干\t甲食品有限公司\n"
            for mark in ("新鲜岚", "天然砚", "美味榆", "优质桐", "香脆苇", "手工柚")
        ),
    )
    bad = (
        _HEAD
        + "优质大米\t30\t饼干;大米\t⟦甲食品有限公司⟧\n"
        + "".join(
            f"{mark}\t30\t饼干;大米\t甲食品有限公司\n" for mark in ("香脆饼干", "饼干", "天然原味", "新鲜美味", "岚舟")
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        goods = goods_names(register)
        for holding in holdings(register):
            found = series_of(holding, lambda text: "描述" if is_generic(text, goods) else "")
            share = len(found) / max(1, len(holding.texts))
            if len(found) >= self.options.least and share >= self.options.share:
                yield self.tell(
                    [mark for _, mark in found.values()],
                    facts={"marks": list(found)},
                    applicant=holding.name,
                    count=len(found),
                    shown=some(list(found)),
                    share=share,
                    least=self.options.least,
                    limit=self.options.share,
                )
