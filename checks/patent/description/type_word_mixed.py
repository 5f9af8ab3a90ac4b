from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PatentCheck

_INVENTION = lazy(r"本发明(?!创造|人|专利申请?文件|实用新型)")
_MODEL = lazy(r"本实用新型")
# A cited document may speak of itself.
_QUOTED = lazy(r"“[^”\n]{0,400}”|《[^》\n]{0,100}》")
_CITED = lazy(r"(?:公开号|公告号|授权公告|专利号|申请号|专利文献|对比文件|CN[ ]?\d{6,})")


class TypeWordMixed(PatentCheck):
    """实用新型的文件自称“本发明”，或者发明的文件自称“本实用新型”。

    称呼与申请的类型不一致，用词不规范，多半是从另一件申请改写时留下的，应当通篇改一遍。
    实用新型写“本实用新型”，发明写“本发明”；两种都不想写的，可以写“本申请”。
    “本发明创造”对两种类型都适用；引号里的话和引证其他专利的句子不报；摘要里的由 abstract-type-word 报。
    """

    code = "DSC004"
    level = Level.WARNING
    basis = (cite("细则", "20.3"),)
    message = "这是{kind}申请，文中却自称“{words}”：请改为“{right}”"

    good = (
        Sample("说明书\n一种泵\n技术领域\n本实用新型涉及泵，本发明创造的泵，本发明人做过试验。", kind="utility-model"),
        Sample(
            "说明书\n一种泵\n背景技术\n公告号CN201234567U的专利写明本实用新型是阀。\n发明内容\n本发明是泵。",
            kind="invention",
        ),
        Sample(
            "说明书摘要\n本发明公开了一种泵。\n说明书\n一种泵\n技术领域\n本实用新型涉及泵。",
            kind="utility-model",
        ),
        Sample("说明书\n一种泵\n背景技术\n文献称“本发明是阀”。", kind="utility-model"),
    )
    bad = (
        Sample(
            "说明书\n一种泵\n技术领域\n⟦本发明→本实用新型⟧涉及泵。\n"
            "权利要求书\n1. 一种泵，包括⟦本发明→本实用新型⟧的叶轮。",
            kind="utility-model",
        ),
        Sample("说明书\n一种泵\n技术领域\n本发明涉及泵。\n发明内容\n⟦本实用新型→本发明⟧的泵。", kind="invention"),
    )
    missed = (
        "说明书\n一种泵\n技术领域\n本实用新型涉及泵。\n具体实施方式\n⟦此发明⟧采用铜叶轮。",
        "说明书\n一种泵\n技术领域\n本实用新型涉及泵。\n具体实施方式\n⟦该项发明⟧采用铜叶轮。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.kind is None:
            return
        model = filing.kind is Kind.UTILITY_MODEL
        pattern, right = (_INVENTION, "本实用新型") if model else (_MODEL, "本发明")
        for line in _lines(filing):
            found = list(line.find(pattern))
            if not found or _CITED.search(line.folded):
                continue
            quoted = [match.span() for match in line.find(_QUOTED)]
            for match in found:
                if not any(start <= match.start() < end for start, end in quoted):
                    yield self.at(line.at(match), fix=right, kind=filing.kind.chinese, right=right)


def _lines(filing: Filing) -> Iterator[Span]:
    for claim in filing.claims:
        yield claim.body
    if filing.description is not None:
        for paragraph in filing.description.paragraphs:
            yield paragraph.body
