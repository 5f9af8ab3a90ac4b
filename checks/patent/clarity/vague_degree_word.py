import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck

_ADJECTIVE = "大小高低长短厚薄强弱快慢多少好宽窄细粗远近轻重硬软深浅密疏"
_PATTERN = re.compile(
    # 两者中较大的一个, 较小者, 较大值 say which one; 相较, 比较 and “比…较” compare.
    rf"(?P<very>(?:(?<![比相])较|很|非常|十分|极(?=[{_ADJECTIVE}]的)|过于|太(?!阳))(?:为|其)?[{_ADJECTIVE}](?!者"
    rf"|值|的?那|的?一[个侧端方项者种]|小值|大值)(?:范围)?)"
    r"|(?P<plain>(?<![最更加增减变削渐壁较很偏稍不度性力])(?:厚|薄|强|弱)的(?=[一-鿿]{1,4}))"
    r"|(?P<heat>(?<![耐抗防超最])(?:高温|低温|高压|低压|高速|低速)(?=下[，,。；;进反搅烘烧处保加]|条件下|环境|加热"
    r"|烘[干烤]"
    r"|烧结|煅烧|干燥处理|热处理))"
    r"|(?P<fit>适当(?:的|地)?|尽可能(?:地)?|尽量(?=[大小高低长短多少靠远])|显著(?:地)?(?=增|提|降|减|改善)"
    r"|足够(?:的|地)?(?=[大小高长厚强多快余空]|[一-鿿]{2}[，"
    r"。；,;])|合适的|适量的?|适宜的|大幅度?(?:地)?(?=提|降|增|减))"
)
_FIXED = re.compile(r"高温合金|高压釜|高压泵|高温计|高低温|低温等离子|高速钢|高速铣|高速离心|较劲")


class VagueDegreeWord(PatentCheck):
    """权利要求用了程度不确定的词：较大、很宽范围、厚的、高温加热、适当等。

    这类词没有公认的确切含义，所属领域的技术人员无法确定保护范围的边界；
    除非在特定技术领域有公认的含义（放大器的“高频”）。
    改用数值或者数值范围（加热至800℃～900℃），或者写明和什么相比。
    只报单独表示程度的用法，“高压釜”“强碱”“薄膜”“厚度”一类的名称和“两者中较大的一个”一类的比较不报。
    """

    code = "CLR007"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}里的“{words}”程度不确定，保护范围不清楚：请改为数值、数值范围或者明确的比较对象"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种釜，包括高压釜体、高温合金内胆、薄膜、高频放大器、强磁体和厚度为2mm的垫片。",
        "1. 一种中和方法，用强碱和弱酸，加热至800℃～900℃，高温加热炉保温，取两者中较大的一个，取较小值。",
        "1. 一种板，比较大小后，宽度大于长度，耐高温，最厚的板在下，增强的信号在上。",
        "1. 一种阀，包括高压侧和低压侧，高压气体从高压侧进入，太阳能板在外。",
    )
    bad = (
        "1. 一种板材的制法，将板材⟦高温⟧加热。\n2. 根据权利要求1所述的制法，加热到⟦很高⟧的温度。",
        "1. 一种泵，叶轮的直径⟦较大⟧，泵壳是⟦厚的⟧铸铁。",
        "1. 一种浆料，加入⟦适量的⟧水，⟦显著⟧提高流动性，在⟦很宽范围⟧内搅拌。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            fixed = [match.span() for match in claim.body.find(_FIXED)]
            for match in claim.body.find(_PATTERN):
                if any(start <= match.start() < end for start, end in fixed):
                    continue
                rest = claim.body.document.folded[match.end() : match.end() + 1]
                if match.lastgroup == "heat" and rest in {"炉", "器", "装"}:
                    continue
                if match.lastgroup == "heat" and re.match(
                    r"加热[炉器装机]", claim.body.document.folded[match.end() :][:3]
                ):
                    continue
                # The Guidelines name the words of degree; 适当 and the like are judged case by case.
                yield self.at(
                    claim.body.at(match),
                    level=Level.WARNING if match.lastgroup == "fit" else Level.ERROR,
                    claim=claim.number,
                )
