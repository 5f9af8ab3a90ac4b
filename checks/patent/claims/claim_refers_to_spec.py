import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck

_FIGURE = r"(?<![视意程框像形构版截谱线地])图\s?\d{1,3}[a-zA-Z]?(?:\s?[-~～至到、和或]\s?图?\s?\d{1,3}[a-zA-Z]?)*"
_REFERS = re.compile(
    rf"(?:如|参见|参照|参考|见|按照|根据)\s?(?:说明书|本申请|附件)?(?:中)?的?(?:附?{_FIGURE}|附图)(?:中|的)?(?:所示|所述|示出)?"
    rf"|附{_FIGURE}(?:中|的)?(?:所示|所述)?|{_FIGURE}(?:中|的)?(?:所示|所述|示出)"
    r"|(?:如|根据|按照|参见|参照|见|本)说明书(?!记载不)(?:附图|第?[^，。；\n]{0,12}?部分)?(?:中|里)?(?:所述|所示|记载|描述|公开)?"
    r"|(?:如|根据|按照|参见|参照|见)?(?:具体)?实施例\s?(?:\d{1,2}|[一二三四五六七八九十])(?:中|的)?(?:所述|所示)?"
)
_DATA = re.compile(r"衍射|XRD|图谱|谱图|光谱|色谱|DSC|TGA|热重|核磁|红外|质谱|相图")


class ClaimRefersToSpec(PatentCheck):
    """权利要求用“如说明书……所述”“如图……所示”“如实施例……”来代替技术特征。

    除绝对必要的以外，权利要求不得引用说明书或者附图；保护范围要由权利要求自己的文字限定。
    把图或者实施例中的结构、步骤、数值写成文字。
    晶体的X射线衍射图谱等难以用文字表达的，实务中常引用附图，只给警告；序列“如SEQ ID NO：1所示”不报。
    """

    code = "CLM009"
    level = Level.ERROR
    basis = (cite("细则", "22.3"), cite("指南", "2-2-3.3"))
    message = (
        "权利要求{claim}写了“{words}”：除绝对必要的以外，权利要求不得引用说明书、附图或者实施例，请把有关内容写成文字"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种引物，其序列如SEQ ID NO：1所示。",
        "1. 一种显示方法，生成示意图1份，显示所述视图和流程图2。",
        "1. 一种药盒，内附产品使用说明书，所述说明书中记载用量。",
        "1. 一种识别方法，获取第一图像，在图1中选取的区域作为样本；图标所示为开关。",
        "1. 一种测距方法，距离如式（1）所示。",
    )
    bad = (
        "1. 一种杯子，包括⟦如图2所示⟧的凸台。",
        "1. 一种杯子，结构⟦如说明书第二部分所述⟧。\n2. 根据权利要求1所述的杯子，按⟦实施例3⟧制成。",
        "1. 一种化合物的晶型，其X射线粉末衍射图谱基本⟦如附图1所示⟧。",
        "1. 一种杯子，⟦参见图1～图3⟧，包括杯体。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            for match in claim.body.find(_REFERS):
                before = claim.body.document.folded[max(claim.body.start, match.start() - 40) : match.start()]
                level = Level.WARNING if _DATA.search(before) else Level.ERROR
                yield self.at(claim.body.at(match), claim=claim.number, level=level)
