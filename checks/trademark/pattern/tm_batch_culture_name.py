from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import MarkRegister
from ipcheck.trademark.holdings import holdings
from ipcheck.trademark.pattern import PatternCheck, some
from ipcheck.trademark.series import figure_of, series_of


class TmBatchCultureName(PatternCheck):
    """一个申请人成批申请知名人物、作品、角色的名称。

    指南把大量申请知名人物姓名、知名作品或者角色名称等公共文化资源列为恶意情形，古典名著的角色也可能算。
    人物、作品按使用者的名单“公众人物”“作品角色”辨认，没有名单时只认随附的几十个古典角色；个数和所占比例是内部阈值。
    取得本人或者权利人授权的备好授权书，否则撤回；作品是自己的，备好著作权证明。
    """

    code = "TMP013"
    basis = (cite("商标法", "19.1"), cite("商标法", "24"), cite("令17", "8"), cite("商指", "2-2-5"))
    message = (
        "风险线索：{applicant}有{count}个商标是知名人物、作品或者角色的名称：{shown}（占其商标的{share:.0%}；内部阈值：{least}个、"
        "{limit:.0%}；指南2.5(5)只说“大量”，案例最少为30余件）：请核对授权或者撤回。{condition}"
    )
    uses = ("公众人物", "作品角色")
    clears = "作品、角色是自己的，或者已获本人、著作权人授权；或者属于两种排除情形（防御、为现实业务预备）"
    keep = ("授权书", "著作权登记证")

    @dataclass(frozen=True)
    class Options:
        """least：人物、作品、角色名称的商标几个起报
        share：这样的商标占该申请人全部不同商标的比例，达到它才报
        """

        least: int = 5
        share: float = 0.3

    _HEAD = "商标\t类别\t申请人\n"
    good = (
        _HEAD + "".join(f"{mark}\t30\t甲食品有限公司\n" for mark in ("孙悟空", "岚舟", "砚禾", "榆亭", "桐笙", "嫦娥")),
        _HEAD + "".join(f"孙悟空\t{n}\t甲食品有限公司\n" for n in range(1, 11)),
    )
    bad = (
        _HEAD
        + "孙悟空\t30\t⟦甲食品有限公司⟧\n"
        + "".join(f"{mark}\t30\t甲食品有限公司\n" for mark in ("猪八戒", "红孩儿", "林黛玉", "白娘子", "岚舟")),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        for holding in holdings(register):
            found = series_of(holding, lambda text: figure_of(text, register.lists))
            names = {name for name, _ in found.values()}
            share = len(found) / max(1, len(holding.texts))
            if len(names) >= self.options.least and share >= self.options.share:
                yield self.tell(
                    [mark for _, mark in found.values()],
                    facts={"names": sorted(names)},
                    applicant=holding.name,
                    count=len(found),
                    shown=some(list(found)),
                    share=share,
                    least=self.options.least,
                    limit=self.options.share,
                )
