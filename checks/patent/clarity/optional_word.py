import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck

_PATTERN = re.compile(
    r"(?:例如|比如(?:说)?|可选(?:地|的)(?=[，,])|较佳地|如有(?:需|必)要|(?:如果|若|视)需要(?=[，,])|诸如|必要时"
    r"|尤其是?|特别是|最好(?:是|为|地)|最好(?=[，,采用在将])"
    r"|(?:更|进一步)优选(?:地|为|是|的)?(?!择|出|取)|优选(?:地|为|是|的(?=[，,：:]))|(?<=[，,；;（(。：:、"
    r"])优选(?![择出取后器算模方单过程结策]))"
)


class OptionalWord(PatentCheck):
    """权利要求里有“例如”“最好是”“尤其是”“必要时”“优选”一类的词。

    这类词在一项权利要求里限定出两个以上的保护范围，使它不清楚，审查指南明文不允许。
    删去这类词和它后面的内容，把优选的方案另写成从属权利要求。
    “优选算法”“进行优选”和“质量最好的一个”不是这种用法，不报。
    """

    code = "CLR008"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}里有“{words}”，一项权利要求里限定出不同的范围：请删去，优选的内容另写从属权利要求"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种泵，包括优选器、优选算法模块和泵体。",
        "1. 一种选种方法，对种子进行优选，选取质量最好的一个，剔除尤加利叶。",
        "1. 一种泵，温度为10～50℃。\n2. 根据权利要求1所述的泵，温度为20℃。",
    )
    bad = (
        "1. 一种泵，温度为10～50℃，⟦优选⟧20℃。\n2. 根据权利要求1所述的泵，⟦必要时⟧设有阀。",
        "1. 一种夹具，包括连接件，⟦例如⟧螺栓；所述连接件⟦最好是⟧钢制。",
        "1. 一种泵，泵体用金属制成，⟦特别是⟧铸铁，厚度⟦更优选为⟧5mm。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            for match in claim.body.find(_PATTERN):
                if match[0] == "尤其" and claim.body.document.folded[match.end() : match.end() + 1] in {"中", "本"}:
                    continue
                yield self.at(claim.body.at(match), claim=claim.number)
