from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

# 其它 and 吉它 are no pronouns; 这些参数 names what it means.
_IT = lazy(r"(?<![其吉])它们?(?!的英|人|用|山|乡)|(?<!其)他们|她们|前者|后者|彼者|此者")
_NOT_ITS = r"(?!中|特征|它|他|余|次|实|间|后|前|一种|二|三|所述|改进|本身|自身|自|各自)"
_ITS = rf"(?<![极尤及])其{_NOT_ITS}"
# “其与其连接”, “将其套在其外侧”: two of them in one clause may be two things.
_TWICE = lazy(rf"(?P<words>{_ITS}[^，。；：,;:\n其]{{0,14}}?{_ITS})")


class PronounInClaim(PatentCheck):
    """权利要求的一个分句里用了两个“其”，或者用“它”“它们”指代，看不出各指什么。

    代词可以指前面的任何一个特征，保护范围随读法变化，不清楚。
    把代词换成特征的名称：“其与其连接”写成“所述滑块与所述导轨连接”。
    “其中”“其他”“及其”“尤其”“其特征在于”不是代词；一个分句里只有一个“其”的，通常看得出指主语，不报；
    “它”往往也看得出所指，只作建议；“这些参数”写有名称，不报；
    “该”“上述”后面有名称的，由引用基础的检查负责。
    """

    code = "CLR006"
    level = Level.WARNING
    basis = (cite("法", "26.4"), cite("质量评价", "17"))
    message = "权利要求{claim}里的“{words}”指什么不清楚：请写出特征的名称"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种泵，其特征在于，包括泵体、叶轮及其轴，其中，叶轮固定在轴上，其余部件和其他部件、"
        "其它部件装在泵体内，尤其光滑，"
        "在其一端开孔，其端部与泵体连接。",
        "1. 一种方法，包括：若温度超过阈值，则在此时停机，因此此后不再加热，据此得到那么多数据，"
        "这些参数由这个模型给出。",
    )
    bad = (
        "1. 一种滑台，包括滑块和导轨，⟦其与其⟧连接。",
        "1. 一种滑台，包括滑块、导轨和电机，⟦它⟧驱动滑块，⟦它们⟧固定在底座上。",
        "1. 一种配方，包括水和盐。\n2. 根据权利要求1所述的配方，⟦其上层固定在其⟧底层上，将⟦其套在其⟧外侧，⟦前者⟧较高。",
    )
    missed = ("1. 一种滑台，包括滑块和导轨，滑块与导轨连接，⟦此⟧为铜。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            for match in claim.body.find(_TWICE):
                yield self.at(claim.body.at(match), claim=claim.number)
            for match in claim.body.find(_IT):
                yield self.at(claim.body.at(match), level=Level.ADVICE, claim=claim.number)
