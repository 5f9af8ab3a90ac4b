from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

# “提取其特征为向量” is no such phrase; 其特征是 counts only with a mark after it.
_PHRASE = lazy(
    r"(?:其|本(?:发明|实用新型)的)?特征(?:部分)?(?:还|也|就|是)?(?:在于|在於)|其(?:技术)?特征(?:是|为)(?=[ ]?[,:])"
)


class CharacterizingTwice(PatentCheck):
    """一项权利要求里出现两次“其特征在于”。

    独立权利要求以“其特征在于”分开前序部分和特征部分，从属权利要求以它分开引用部分和限定部分，一项里只应当有一次；
    出现第二次，哪些是与现有技术共有的特征就分不清了，也可能是两项权利要求连在了一起。
    删去后一个“其特征在于”，用分号接着写；确是两项的，分开并编号。
    “提取其特征为向量”“将其特征是否一致”一类不是这个用语，不报。
    """

    code = "CLM034"
    level = Level.WARNING
    basis = (cite("细则", "24.1(2)"), cite("细则", "24.1"))
    message = "权利要求{claim}里第{order}次出现“{words}”：一项权利要求只用一次，请删去或者分成两项"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括杯体，其特征在于，还包括杯盖。\n2. 根据权利要求1所述的杯子，其特征在于，有柄。",
        "1. 一种识别方法，其特征在于，提取图像，将其特征为空的去除，判断其特征是否一致。",
        "1. 一种杯子，其特征部分包括杯体，其特征在于，有盖。",
    )
    bad = (
        "1. 一种杯子，其特征在于，包括杯体，⟦其特征在于⟧，所述杯体有柄。",
        "1. 一种杯子，包括杯体。\n"
        "2. 根据权利要求1所述的杯子，其特征是：有盖；⟦其特征是⟧，盖有提手，⟦其特征在于⟧为木质。",
    )
    missed = ("1. 一种杯子，其特征在于，包括杯体，⟦其改进之处为⟧，所述杯体有柄。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            for order, match in enumerate(claim.body.find(_PHRASE), 1):
                if order > 1:
                    yield self.at(claim.body.at(match), claim=claim.number, order=order)
