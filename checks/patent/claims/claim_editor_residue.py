import re
from bisect import bisect_right
from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Filing, PartName, PatentCheck

_PLACEHOLDER = re.compile(
    r"[【\[(<{][^【】\[\]()<>{}\n]{0,12}(?:待(?:补充?|定|填写?|确认|核实|修改|删)|TODO|请(?:补充|确认|核实|填写)|此处)[^【】\[\]()<>{}\n]{0,12}[】\])>}]"
    r"|(?<![A-Za-z0-9_])(?:[Xx×]{2,}|[*＊]{3,})(?=\s*(?:mm|cm|μm|nm|m\b|kg|g\b|℃|°|%|毫米|厘米|米|克|度|$|[，。；、和至~一-鿿]))(?!(?:型|染色体|码|号衣|射线|光|分布))"
    r"|\?{2,}|(?<![A-Za-z])TODO(?![A-Za-z])|待补充|(?<!、)___+"
)
_KINDS = {"inserted": "修订时插入的文字", "deleted": "修订时删除的文字", "comment": "批注", "highlight": "高亮"}


class ClaimEditorResidue(PatentCheck):
    """权利要求书里留着编辑的痕迹：XX、【待补充】、？？等占位符，或者没有接受的修订、批注、高亮。

    申请文件应当整齐清晰、不得涂改；占位符使技术特征落空，未接受的修订会使提交的文字与想要的不同。
    把占位符换成具体内容，接受或者拒绝全部修订，删去批注和高亮，再导出提交。
    每一项权利要求的每一种痕迹只报第一处；化学式里的X和变量名不报。
    """

    code = "CLM016"
    level = Level.ERROR
    basis = (cite("指南", "5-1-5.1"), cite("指南", "1-1-4.6"))
    message = "权利要求书里留着{what}（“{words}”，本项共{count}处）：请补上内容，处理完修订和批注再提交"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种化合物，具有式X所示的结构，X为卤素，XX染色体和XXL尺寸不受限制。",
        "1. 一种计算方法，令x×y等于z，待定系数为k。",
        Sample("1. 一种杯子，包括杯体。", marks=(("generated", "1.", ""), ("sub", "杯", ""))),
        Sample(
            "说明书\n一种杯子\n技术领域\n本发明涉及杯子。\n权利要求书\n1. 一种罐子，包括罐体。",
            marks=(("comment", "涉及杯子", "改"),),
        ),
    )
    bad = (
        "1. 一种杯子，壁厚为⟦XX⟧mm。\n2. 根据权利要求1所述的杯子，高度为⟦【待补充】⟧。",
        "1. 一种杯子，杯体由⟦？？？⟧制成。",
        Sample("1. 一种杯子，包括杯体⟦和杯盖⟧。", marks=(("inserted", "和杯盖", ""),)),
        Sample(
            "1. 一种杯子，包括⟦杯体⟧。\n2. 根据权利要求1所述的杯子，还包括⟦杯柄⟧。",
            marks=(("comment", "杯体", "请确认"), ("highlight", "杯柄", "")),
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        claims = sorted(filing.claims, key=lambda claim: claim.span.start)
        if not claims:
            return
        found: dict[tuple[int, str], list[Span]] = {}
        for index, claim in enumerate(claims):
            for match in claim.span.find(_PLACEHOLDER):
                found.setdefault((index, "占位符"), []).append(claim.span.at(match))
        starts = [claim.span.start for claim in claims]
        for kind, what in _KINDS.items():
            for mark in claims[0].span.document.marks_by_kind.get(kind, []):
                # A mark that begins before the first claim may still reach into it.
                index = max(0, bisect_right(starts, mark.start) - 1)
                span = claims[index].span
                if (mark.start < span.end and mark.end > span.start) or span.start < mark.start == mark.end <= span.end:
                    found.setdefault((index, what), []).append(self._words(span, mark.start, mark.end))
        for (_, what), places in found.items():
            level = Level.WARNING if what == "高亮" else Level.ERROR
            yield self.at(places[0], what=what, count=len(places), level=level)

    @staticmethod
    def _words(span: Span, start: int, end: int) -> Span:
        """The marked words within the claim, on one line; for an empty range the character next to it."""
        start, end = max(start, span.start), min(end, span.end)
        stop = span.document.text.find("\n", start, end)
        end = stop if stop > start else end
        return (
            Span(span.document, max(span.start, start - 1), start)
            if end <= start > span.start
            else Span(span.document, start, max(end, start + 1))
        )
