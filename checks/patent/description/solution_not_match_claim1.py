from collections import Counter
from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Claim, Filing, PartName, PatentCheck, SectionName, raised
from ipcheck.patent.prose import clauses, shingles

_FOLLOWED, _FOUND, _LEAST = 0.6, 0.4, 8


class SolutionNotMatchClaim1(PatentCheck):
    """发明内容写了独立权利要求的技术方案，却漏了其中某个特征，或者用语对不上。

    发明内容里的技术方案至少应当反映独立权利要求的全部必要技术特征，用语应当与独立权利要求相应或者相同；
    实用新型的审查还要求两者的表述一致，所以对实用新型是错误。
    把漏掉的特征按权利要求的用语补进发明内容，或者改得一致；附图标记可以不写，次序可以不同。
    只在独立权利要求六成以上的分句都能在发明内容里找到、个别分句几乎找不到（四字片段不足四成，均为内部阈值）
    时才报；
    整段换了说法的不报，因为那样比不出对错。
    """

    code = "DSC014"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.4"), cite("指南", "1-2-7.2"))
    message = "权利要求{claim}的特征“{words}”在发明内容里没有写，或者用语对不上：请按权利要求的用语补写或者改得一致"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    good = (
        "1. 一种泵，包括圆筒形的壳体（1），其特征在于，所述壳体（1）的侧面设有限位块（2），"
        "所述限位块（2）与叶轮（3）相抵接。\n"
        "说明书\n一种泵\n发明内容\n一种泵，包括圆筒形的壳体，壳体的侧面设有限位块，限位块与叶轮相抵接，从而不漏。",
        "1. 一种泵，包括圆筒形的壳体，壳体内安装有六叶叶轮。\n说明书\n一种泵\n发明内容\n本发明的泵有外壳，里面是转子。",
    )
    bad = (
        "1. 一种泵，包括圆筒形的壳体，壳体内安装有六叶叶轮，⟦壳体的侧面设有限位块⟧，叶轮固定在不锈钢转轴上。\n"
        "说明书\n一种泵\n发明内容\n一种泵，包括圆筒形的壳体，壳体内安装有六叶叶轮，叶轮固定在不锈钢转轴上，"
        "从而不漏。",
        Sample(
            "1. 一种阀，包括铸铁制成的阀座，其特征在于：所述阀座的中央设有圆孔，⟦所述阀芯外周套有碟形弹簧⟧，"
            "所述圆孔内装有橡胶密封垫。\n"
            "说明书\n一种阀\n实用新型内容\n一种阀，包括铸铁制成的阀座，阀座的中央设有圆孔，"
            "圆孔内装有橡胶密封垫，避免漏水。",
            kind="utility-model",
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        paragraphs = filing.description.paragraphs_of(SectionName.SUMMARY)
        if not paragraphs:
            return
        told = [words for paragraph in paragraphs for words, _ in clauses(paragraph.body, 2)]
        # A clause may be cut in two by a comma that the claim does not have.
        said: dict[str, set[int]] = {}
        for index, words in enumerate(told):
            for piece in shingles(words + "".join(told[index + 1 : index + 2])):
                said.setdefault(piece, set()).add(index)
        level = raised(filing.kind, Level.WARNING, Level.ERROR)
        for claim in filing.independent_claims:
            for place in self._missing(claim, said):
                yield self.at(place, claim=claim.number, level=level)

    def _missing(self, claim: Claim, said: dict[str, set[int]]) -> list[Span]:
        """The clauses of a claim that the summary lacks, if it follows most of the others."""
        found, missing = 0, []
        for words, place in clauses(claim.body, _LEAST):
            if "权利要求" in words:
                continue
            own = shingles(words)
            best = Counter(index for piece in own for index in said.get(piece, ())).most_common(1)
            share = best[0][1] / len(own) if best else 0.0
            if share >= 0.8:
                found += 1
            elif share < _FOUND:
                missing.append(place)
        return missing if found and found >= _FOLLOWED * (found + len(missing)) else []
