from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, MarkRegister
from ipcheck.trademark.fame import Copy, fame
from ipcheck.trademark.holdings import holdings
from ipcheck.trademark.links import kin
from ipcheck.trademark.pattern import PatternCheck, some


class TmBatchCopyMany(PatternCheck):
    """一个申请人的许多商标与多个他人的知名商标相同、完整包含，或者是打散重组。

    “踏奖安”“宁俊李”一类把知名商标倒序、插字的写法，指南作为大量摹仿多个主体商标的案例；一两件可能是碰巧，要涉及多个权利人才提示。
    知名商标取自使用者的名单“驰名商标”，以及台账里他人已在多个类注册的商标；权利人数、所占比例、注册类数都是内部阈值。
    自己的、关联公司的、名称里就含有该词的不算。撤回摹仿的申请，有授权的备好授权书，独立创作的备好创作记录。
    """

    code = "TMP010"
    basis = (
        cite("商标法", "19.1"), cite("令17", "3"), cite("令17", "8"), cite("商指", "2-2-5"), cite("商指", "2-2-6"),
    )  # fmt: skip
    message = (
        "风险线索：{applicant}有{count}个商标与{owners}个权利人的商标相同、包含或者为打散重组：{shown}（占其商标的{share:.0%}；"
        "内部阈值：{least}个权利人、{limit:.0%}；指南案例6.2最少的一例为30余件、6个类）：请核对来源或者撤回。{condition}"
    )
    uses = ("驰名商标",)
    clears = "取得了各权利人的授权，或者各标志独立创作、在先使用；两种排除情形（防御、为现实业务预备）只及于自己的商标"
    keep = ("授权书、同意书", "创作和在先使用的证据")

    @dataclass(frozen=True)
    class Options:
        """owners：涉及几个权利人起报
        share：这样的商标占该申请人全部不同商标的比例，达到它才报
        classes：他人的商标在几个类里注册了算有知名度
        """

        owners: int = 5
        share: float = 0.3
        classes: int = 5

    _HEAD = "商标\t类别\t申请人\t申请日\t状态\n"
    _STRONG = "".join(
        f"{name}\t1、2、3、9、25\t{name}实业有限公司\t2015-01-05\t已注册\n"
        for name in ("岚舟", "砚禾", "榆亭", "桐笙苇", "柚屿")
    )
    good = (
        _HEAD
        + _STRONG
        + "".join(f"{name}\t25\t甲商贸有限公司\t2025-01-05\t\n" for name in ("岚贝舟", "砚禾", "枫帆", "楠棠", "榕漪")),
        _HEAD
        + "".join(
            f"{name}\t1、2、3、9、25\t乙集团有限公司\t2015-01-05\t已注册\n"
            for name in ("岚舟", "砚禾", "榆亭", "桐笙苇", "柚屿")
        )
        + "".join(
            f"{name}\t25\t乙集团有限公司\t2025-01-05\t\n" for name in ("岚舟家", "砚禾园", "榆亭", "桐笙苇", "柚屿")
        ),
    )
    bad = (
        _HEAD
        + _STRONG
        + "舟奖岚\t25\t⟦丙商贸有限公司⟧\t2025-01-05\t\n"
        + "".join(
            f"{name}\t25\t丙商贸有限公司\t2025-02-05\t\n" for name in ("禾妮砚", "亭俊榆", "笙控苇桐", "天王柚屿")
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        if not (register.has(Column.STATUS) or register.has(Column.REGISTERED) or register.lists.of_user("驰名商标")):
            return
        known, people = fame(register, self.options.classes), kin(register)
        for holding in holdings(register):
            found: dict[str, Copy] = {}
            owners: set[str] = set()
            for mark in holding.rows:
                if mark.text not in found:
                    for copy in known.copies(mark, people):
                        found.setdefault(mark.text, copy)
                        owners.add(copy.whose)
            share = len(found) / max(1, len(holding.texts))
            if len(owners) < self.options.owners or share < self.options.share:
                continue
            yield self.tell(
                [copy.mark for copy in found.values()],
                facts={"copies": [[text, copy.known, copy.how] for text, copy in found.items()]},
                applicant=holding.name,
                count=len(found),
                owners=len(owners),
                shown=some([f"{text}（{copy.how}“{copy.known}”）" for text, copy in found.items()]),
                share=share,
                least=self.options.owners,
                limit=self.options.share,
            )
