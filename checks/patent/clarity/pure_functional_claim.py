import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, first_words
from ipcheck.patent.scope import limitation

_EFFECT = lazy(
    r"能够?(?!量|源|级|耗|谱|带|见度)|可以|使(?!用)|令|实现|达到|从而|防止|避免|提高|降低|减少|增强|保证|确保"
    r"|用于|用以|完全|自动|具有[一-鿿]{0,12}(?:功能|效果|作用|性能)"
)
# Any word of structure, composition, relation, quantity or step: then it says more than what is achieved.
_MEANS = lazy(
    r"包[括含]|含有|设(?!备)|装(?!置|备)|连接|相连|连通|固定|位于|组成|构成|制成|采用|由|通过|利用|为|是|呈|套|嵌"
    r"|穿|抵|插|夹|粘"
    r"|焊|开有|配合|啮合|转动|滑动"
    r"|模块|单元|步骤|配置|获取|接收|根据|基于|响应|之间|\d|[=<>≤≥]|具有(?![一-鿿]{0,12}(?:功能|效果"
    r"|作用|性能))|一种[一-鿿]*和"
)
_CARRIER = lazy(r"介质|程序|设备$|终端$|用途|应用|方法$|工艺$")


class PureFunctionalClaim(PatentCheck):
    """独立权利要求只写要达到的效果，没有写用什么手段达到。

    纯功能性的权利要求覆盖了能达到该效果的一切方式，得不到说明书的支持，审查指南不允许。
    写出实现该功能的部件、结构和连接关系；功能限定只能附在结构之后，作为补充。
    只报特征部分里没有任何结构、组成、连接、数值或者步骤的词、又有“使得”“能够”“实现”“防止”等效果用语的产品权利要求；
    “用于……的模块”、与方法步骤对应的模块和“弹簧，用于复位”都有手段，不报；有一点结构、实质仍是功能限定的要由人判断。
    """

    code = "CLR020"
    level = Level.ERROR
    basis = (cite("指南", "2-2-3.2.1"), cite("指南", "1-2-7.4"), cite("法", "26.4"))
    message = "权利要求{claim}从“{words}”起只写了要达到的效果，没有写技术手段：请写出实现它的结构、组成和连接关系"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种过滤装置，其特征在于，包括滤网，使得杂质被完全去除。",
        "1. 一种测距装置，包括发射模块，用于发射光。\n2. 一种存储介质，存储有程序，能够实现测距。\n3. 一种弹簧，"
        "能够复位，丝径2mm。",
        "1. 一种用于提高产量的种植架，其特征在于，立柱上挂有种植盆。",
    )
    bad = (
        "1. 一种过滤装置，其特征在于，⟦能够使水中的杂质被完全去⟧除。",
        "1. 一种⟦使杂质被完全去除的过滤装⟧置。",
        "1. 一种座椅，其特征在于：⟦防止乘客疲劳，从而提高乘⟧坐的舒适性。",
    )
    missed = ("1. 一种过滤装置，其特征在于，⟦水经过后没有杂质⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.independent_claims:
            if claim.citations or claim.subject is None or claim.is_method or _CARRIER.search(claim.subject_name):
                continue
            told = limitation(claim)
            preamble = claim.preamble.folded[claim.subject.end - claim.preamble.start :] if claim.characterized else ""
            words = re.sub(r"^[\s,:。]+|[\s。]+$", "", told.folded)
            if len(words) >= 4:
                if _EFFECT.search(words) and not _MEANS.search(words) and not _MEANS.search(preamble):
                    lead = len(told.folded) - len(told.folded.lstrip(" ,:\n"))
                    yield self.at(first_words(told.sub(lead, len(told))), claim=claim.number)
            elif not words and _EFFECT.match(claim.subject.folded) and not _MEANS.search(claim.subject.folded):
                yield self.at(first_words(claim.subject), claim=claim.number)
