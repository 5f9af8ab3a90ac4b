from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Batch, BatchCheck
from ipcheck.abnormal.figures import Sameness, same_drawings
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent.pictures import Picture

# Charts of one template look alike whatever their boxes say.
_CHART = re.compile(r"流程|框图|时序|步骤图|架构")


class DupFigures(BatchCheck):
    """不同申请里有看上去相同的附图，转了方向、镜像、缩放或者改了页边也算。

    附图相同的多件申请，容易被要求说明发明创造内容的区别；同一产品的背景图、标准件图是常见的正当原因。
    比的是感知哈希（256位），不看图里的文字；相差的位数是内部阈值，只有一幅相同的、流程图和框图、没有图名的从严，流程图只有一幅相同的不算。
    同日申请的发明和实用新型、分案、同一案件的不同版本、列入系列申请清单的不查；PDF里的线条图看不到像素，没有比较，会另外说明。
    各件方案不同的，换成各自的附图，或者写明哪些是背景技术的图。
    """

    code = "DUP015"
    basis = (cite("令77", "3(1)"), cite("令77", "3(2)"))
    message = (
        "风险线索：与“{other}”有{count}幅附图看上去相同（{figures}；相差{bits}位，内部阈值{limit}位），请说明两件的区别"
    )
    clears = "相同的是背景技术、标准件或者同一产品的附图，两件的改进之处另有附图"
    keep = ("两件申请的对比说明", "各件附图的原始设计文件", "研发记录")
    requires = ("PIL",)

    @dataclass(frozen=True)
    class Options:
        """most：几幅图都相同的，指纹（256位）相差几位以内算相同
        alone：只有一幅相同的，相差几位以内算相同
        charts：流程图、框图和没有图名的，相差几位以内算相同
        """

        most: int = 56
        alone: int = 40
        charts: int = 24

    _TWO = (
        "说明书\n一种竹制笔架\n附图说明\n图1为笔架的立体图；图2为{more}。\n说明书附图\n￼\n图1\n￼\n图2\n=====\n"
        "说明书\n一种伞架\n附图说明\n图1为伞架的立体图；图2为{more}。\n说明书附图\n￼\n图1\n￼\n图2"
    )
    _SEEN = ("picture",) * 4
    good = (
        Sample(_TWO.format(more="局部放大图"), objects=_SEEN, prints=(1, 2**200 - 1, 2**60 - 1, None)),
        # 只有一幅流程图相同。
        Sample(_TWO.format(more="制作流程图"), objects=_SEEN, prints=(2**128 - 1, 0, 2**256 - 1, 0)),
        Sample(_TWO.format(more="局部放大图"), objects=_SEEN, prints=(2**128 - 1, 0, 2**256 - 1, 2**50 - 1)),
    )
    bad = (
        Sample(
            _TWO.format(more="局部放大图").replace("￼", "⟦￼⟧", 1),
            objects=_SEEN,
            prints=(0, 2**128 - 1, 2**40 - 1, 2**255),
        ),
        Sample(
            _TWO.format(more="局部放大图").replace("￼", "⟦￼⟧", 1),
            objects=_SEEN,
            prints=(0, 2**128 - 1, 2**50 - 1, 2**128 + 2**150),
        ),
    )

    @classmethod
    def unseen(cls, batch: Batch) -> str:
        """Drawings whose pixels cannot be had."""
        blind = sum(item is None for _, _, item in batch.drawings)
        return (
            f"{blind}幅附图看不到像素（PDF里的图、缺图片文件或者空白），没有比较"
            if blind and len(batch.filings) > 1
            else ""
        )

    def find(self, batch: Batch, /) -> Iterator[Finding]:
        seen = [(index, picture, item) for index, picture, item in batch.drawings if item is not None]
        alike: dict[tuple[int, int], list[tuple[Picture, Picture, Sameness]]] = defaultdict(list)
        for same in same_drawings((item for _, _, item in seen), max(self.options.most, self.options.charts)):
            (one, first, _), (other, second, _) = seen[same.first], seen[same.second]
            chart = not first.caption or not second.caption or _CHART.search(first.caption + second.caption)
            if one != other and same.distance <= (self.options.charts if chart else self.options.most):
                alike[one, other].append((first, second, same))
        for (one, other), found in sorted(alike.items()):
            pairs = _matched(found)
            limit = self.options.most if len(pairs) > 1 else self.options.alone
            if pairs[0][2].distance > limit or (len(pairs) == 1 and _CHART.search(pairs[0][0].caption)):
                continue
            nearest = 1 - pairs[0][2].distance / 256
            if not batch.kin(one, other, nearest):
                yield self._told(batch, other, pairs, limit)

    def _told(self, batch: Batch, other: int, pairs: list[tuple[Picture, Picture, Sameness]], limit: int) -> Finding:
        name = batch.filings[other].name
        return self.at(
            pairs[0][0].span,
            level=Level.WARNING if len(pairs) > 1 else Level.ADVICE,
            related=[second.span for _, second, _ in pairs],
            facts={
                "other": name,
                "count": len(pairs),
                "pairs": [
                    {"first": first.name, "second": second.name, "bits": same.distance} for first, second, same in pairs
                ],
            },
            other=name,
            count=len(pairs),
            figures="、".join(f"{first.name}与{second.name}" for first, second, _ in pairs[:4]),
            bits=pairs[0][2].distance,
            limit=limit,
        )


def _matched(found: list[tuple[Picture, Picture, Sameness]]) -> list[tuple[Picture, Picture, Sameness]]:
    """Each drawing in one pair only, the nearest pairs first."""
    taken: set[int] = set()
    kept = []
    for first, second, same in sorted(found, key=lambda item: (item[2].distance, item[2].first, item[2].second)):
        if not taken & {same.first, same.second}:
            taken |= {same.first, same.second}
            kept.append((first, second, same))
    return kept
