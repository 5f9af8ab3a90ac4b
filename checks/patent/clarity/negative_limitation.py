from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_NEGATIVE = lazy(
    r"(?P<words>不包括|不包含|不含有?|不具有|不具备|不设有|不设置|未设有|未设置|不设(?![置有计定防])|没有设置"
    r"|无需设置|不使用|不采用"
    r"|不添加|不含|不与(?=[^，。；,;\n]{1,10}(?:接触|连接|相连|连通))|(?<=中)没有(?=[一-鿿])"
    r"|除(?=[^，。；,;\n除]{1,8}(?:以外|之外|外)的))"
    r"(?!但不限于|但不局限)"
)
# In a condition or about data it tells a case, not what the thing lacks.
_CASE = lazy(r"(?:当|若|如果|如|是否|或者?|判断[^，。；,;\n]{0,20})[^，。；,;\n]{0,24}$")
_TOO = lazy(r"[^，。；,;\n]{0,16}(?:时(?![间刻])|则|的情况|的话)")


class NegativeLimitation(PatentCheck):
    """权利要求用否定的写法限定：“不包括弹簧”“不含卤素”。

    否定式限定排除了什么，应当清楚，并且说明书里要有依据；只为避开现有技术而写、说明书没有记载的，得不到支持。
    能从正面写的改为正面限定；非写否定式不可的，在说明书里写明不包括的理由或者效果。
    审查上并不禁止否定式限定，所以只作建议；“非易失性”“非晶”“无线”“无钴”一类名称、“若不包括……则”一类条件不报。
    """

    code = "CLR038"
    level = Level.ADVICE
    basis = (cite("法", "26.4"),)
    message = "权利要求{claim}用“{words}”作否定式限定：请确认说明书里有依据，能从正面写的改为正面限定"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种存储器，包括非易失性介质、非晶层和非接触开关，无线连接，不锈钢外壳，不透水，不对称，包括但不限于铜。",
        "1. 一种识别方法，若列表不包含该标识，则记录；判断图像是否不含有人脸；当数据不包括时间时报警。",
    )
    bad = (
        "1. 一种涂料，包括乳液和水，⟦不含有⟧甲醛。",
        "1. 一种座椅，包括椅面。\n2. 根据权利要求1所述的座椅，所述椅面⟦不设置⟧弹簧，⟦不包括⟧扶手。",
    )
    missed = (
        "1. 一种涂料，包括乳液和水，⟦零甲醛⟧。",
        "1. 一种涂料，包括乳液和水，⟦杜绝甲醛⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            text = claim.body.document.folded
            for match in claim.body.find(_NEGATIVE):
                before = text[max(claim.body.start, match.start() - 40) : match.start()]
                if not _CASE.search(before) and not _TOO.match(text, match.end(), claim.body.end):
                    yield self.at(claim.body.at(match, "words"), claim=claim.number)
