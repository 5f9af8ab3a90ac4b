from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName, first_words
from ipcheck.patent.prose import bare, clauses

_ALIKE, _LEAST = 0.9, 5
# 图3为贝叶斯值的曲线, 表1为参数: what a figure shows is no way of carrying the invention out.
_SHOWN = lazy(r"^(?:其中)?[图表附见如\d一二三四五六七八九十()、和至~,或]{1,16}(?:分别)?(?:为|是|示出|表示|所示)")
_NUMBER = lazy(r"^\d{1,3}(?=\D)|如权利要求|根据权利要求")


class ThreePartCopy(PatentCheck):
    """具体实施方式几乎逐句照抄权利要求（三段式）。

    权利要求、发明内容、具体实施方式一个样，等于没有实施方式，公开不充分，还可能引起对非正常申请的怀疑。
    在具体实施方式里展开：结构怎样、怎样动作、为什么能解决问题、参数取多少、有哪些替代。
    只说明图和表是什么的分句（图3为……的曲线）不算展开；发明内容照写权利要求是常规写法，不报；只比较具体实施方式与权利要求，九成以上的分句（内部阈值）出自权利要求才报。
    """

    code = "DSC019"
    level = Level.WARNING
    basis = (cite("质量评价", "3"),)
    message = "具体实施方式的{count}个分句里有{percent}%照抄权利要求（内部阈值90%）：请展开结构、工作过程、原理和参数"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    good = (
        "1. 一种泵，包括圆筒形的壳体，壳体内装有不锈钢叶轮，叶轮固定在实心转轴上，转轴上套有橡胶密封圈，"
        "壳体的侧面设有进水口。\n"
        "说明书\n一种泵\n发明内容\n一种泵，包括圆筒形的壳体，壳体内装有不锈钢叶轮，叶轮固定在实心转轴上，"
        "转轴上套有橡胶密封圈，壳体的侧面设有进水口。\n"
        "具体实施方式\n电机通电以后带动转轴，叶轮把水从进水口吸入，水经过壳体排出，密封圈挡住水，"
        "叶轮有六个叶片，壳体内装有不锈钢叶轮。",
    )
    bad = (
        "1. 一种泵，包括圆筒形的壳体，壳体内装有不锈钢叶轮，叶轮固定在实心转轴上，转轴上套有橡胶密封圈，"
        "壳体的侧面设有进水口。\n"
        "说明书\n一种泵\n具体实施方式\n⟦一种泵，包括圆筒形的壳体⟧，壳体内装有不锈钢叶轮，叶轮固定在实心转轴上，"
        "转轴上套有橡胶密封圈，壳体的侧面设有进水口。",
        "1. 一种泵，包括圆筒形的壳体，壳体内装有不锈钢叶轮，叶轮固定在实心转轴上，转轴上套有橡胶密封圈，"
        "壳体的侧面设有进水口。\n"
        "说明书\n一种泵\n具体实施方式\n⟦1.一种泵，其特征在于，⟧包括圆筒形的壳体，壳体内装有不锈钢叶轮，"
        "叶轮固定在实心转轴上，转轴上套有橡胶密封圈，壳体的侧面设有进水口。图（一）为泵在工作时的立体图，图（二）和图（三）为转轴的受力曲线。",
        "1. 一种泵，包括圆筒形的壳体（1），壳体（1）内装有不锈钢叶轮（2），叶轮（2）固定在实心转轴（3）上。\n"
        "2. 根据权利要求1所述的泵，其特征在于，所述转轴（3）上套有橡胶密封圈，所述壳体（1）的侧面设有进水口。\n"
        "说明书\n一种泵\n具体实施方式\n⟦包括圆筒形的壳体1，壳体⟧1内装有不锈钢叶轮2，叶轮2固定在实心转轴3上；\n"
        "转轴3上套有橡胶密封圈，壳体1的侧面设有进水口。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        claimed = "\n".join(bare(str(claim.body)) for claim in filing.claims)
        paragraphs = filing.description.paragraphs_of(SectionName.EMBODIMENTS)
        # As soon as so much is not in the claims, what is left cannot be enough.
        most = (1 - _ALIKE) * sum(len(paragraph.body) for paragraph in paragraphs)
        count = copied = own = 0
        for paragraph in paragraphs:
            for words, place in clauses(paragraph.body):
                if _SHOWN.search(place.folded):
                    continue
                words = _NUMBER.sub("", words)
                count += 1
                if words in claimed:
                    copied += len(words)
                else:
                    own += len(words)
                if own > most:
                    return
        everything = copied + own
        if count >= _LEAST and copied > _ALIKE * everything:
            percent = round(100 * copied / everything)
            yield self.at(
                first_words(paragraphs[0].body),
                count=count,
                percent=percent,
                facts={"share": round(copied / everything, 3)},
            )
