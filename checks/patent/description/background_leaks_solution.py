from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName
from ipcheck.patent.prose import clauses

_LEAST = 12


class BackgroundLeaksSolution(PatentCheck):
    """背景技术里写了独立权利要求的区别特征。

    背景技术里的内容会被看成现有技术，把自己的解决方案写进去，等于承认它不新。
    移到发明内容里；背景技术只写现有技术和它的问题。
    只报与权利要求特征部分一字不差、12个字以上（内部阈值）的句子；实务文件的主张，所以只是建议。
    """

    code = "DSC012"
    level = Level.ADVICE
    basis = (cite("质量评价", "135"), cite("质量评价", "138"))
    message = "背景技术里写了权利要求{claim}的特征“{words}”：会被看成现有技术，请移到发明内容"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    good = (
        "1. 一种泵，包括壳体和叶轮，其特征在于，所述叶轮的边缘设有橡胶制成的密封圈。\n说明书\n一种泵\n背景技术\n"
        "现有的泵包括壳体和叶轮，漏水。\n发明内容\n叶轮的边缘设有橡胶制成的密封圈。",
    )
    bad = (
        "1. 一种泵，包括壳体和叶轮，其特征在于，所述叶轮的边缘设有橡胶制成的密封圈。\n说明书\n一种泵\n背景技术\n"
        "现有的泵漏水，⟦叶轮的边缘设有橡胶制成的密封圈⟧。",
        "1. 一种阀，包括阀芯（1），其特征在于：阀芯（1）与阀座（2）之间设有碟形弹簧（3）。\n说明书\n一种阀\n"
        "背景技术\n"
        "为此，⟦阀芯1与阀座2之间设有碟形弹簧3⟧，不漏。",
    )
    missed = (
        (
            "1. 一种泵，包括壳体和叶轮，其特征在于，所述叶轮的边缘设有橡胶制成的密封圈。\n"
            "说明书\n"
            "一种泵\n"
            "背景技术\n"
            "现有的泵漏水，⟦在叶轮外缘套一个橡皮圈就好了⟧。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        features: dict[str, int] = {}
        for claim in filing.independent_claims:
            if claim.characterized is not None:
                for words, _ in clauses(claim.characterizing, _LEAST):
                    features.setdefault(words, claim.number)
        for paragraph in filing.description.paragraphs_of(SectionName.BACKGROUND):
            for words, place in clauses(paragraph.body, _LEAST):
                if words in features:
                    yield self.at(place, claim=features[words])
