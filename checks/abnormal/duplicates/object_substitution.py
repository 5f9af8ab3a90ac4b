from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Batch, BatchCheck
from ipcheck.abnormal.grids import one_slot, titles_of
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class ObjectSubstitution(BatchCheck):
    """三件以上申请的名称只有一处不同，像是同一个名称换了对象。

    换对象不换方案的多件申请属于简单替换的线索；单看名称说明不了什么，要连同内容一起看。
    名称相近的各件若是一个项目的系列产品，写明各自的区别，或者列入系列申请清单并写理由。
    """

    @dataclass(frozen=True)
    class Options:
        """least：名称只有一处不同的申请几件起报
        fixed：名称里相同的字至少几个
        """

        least: int = 3
        fixed: int = 6

    code = "DUP011"
    level = Level.ADVICE
    basis = (cite("令77", "3(2)"), cite("令77", "3(1)"))
    message = "风险线索：{count} 件申请的名称只有一处不同（{words_in}；内部阈值 {least} 件），请说明各件的区别"
    clears = "各件是一个项目的系列产品，技术方案确有不同"
    keep = ("立项材料", "各件的研发记录", "样品照片")

    good = (
        "说明书\n一种淋浴房用防滑踏板\n技术领域\n本发明涉及卫浴领域。\n=====\n"
        "说明书\n一种雨伞收水套\n技术领域\n本发明涉及雨具领域。\n=====\n"
        "说明书\n一种竹笋剥壳机\n技术领域\n本发明涉及食品机械领域。",
        # 通用的名称尾巴不算相同。
        "说明书\n一种辣椒酱的制备方法\n技术领域\n本发明涉及食品领域。\n=====\n"
        "说明书\n一种防锈漆的制备方法\n技术领域\n本发明涉及涂料领域。\n=====\n"
        "说明书\n一种透水砖的制备方法\n技术领域\n本发明涉及建材领域。",
    )
    bad = (
        "说明书\n⟦一种可折叠的苹果采摘用升降梯⟧\n技术领域\n本发明涉及农具领域。\n=====\n"
        "说明书\n一种可折叠的荔枝采摘用升降梯\n技术领域\n本发明涉及农具领域。\n=====\n"
        "说明书\n一种可折叠的核桃采摘用升降梯\n技术领域\n本发明涉及农具领域。",
    )

    def find(self, batch: Batch, /) -> Iterator[Finding]:
        for slot in one_slot(titles_of(batch), self.options.least, self.options.fixed):
            spans = [span for _, span, _ in slot.members]
            words = [word for _, _, word in slot.members]
            yield self.at(
                spans[0],
                related=spans[1:],
                facts={"before": slot.before, "after": slot.after, "words": words},
                count=len(spans),
                words_in="、".join(words[:6]),
                least=self.options.least,
            )
