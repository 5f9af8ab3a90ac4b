from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.prose import prose

# Words that do nothing but run others down.
_ABUSE = lazy(
    r"粗制滥造|偷工减料|坑害|坑人|坑蒙拐骗|骗人|骗钱|(?:欺骗|蒙骗|忽悠|愚弄|糊弄)(?:广大)?(?:消费者|用户|客户|顾客|买家)|"
    r"无良(?!好)|黑心(?!病)|昧着?良心|丧尽天良|唯利是图|见利忘义|利欲熏心|卑鄙|无耻|臭名昭著|声名狼藉|"
    r"(?:毫无|没有|缺乏|不讲)(?:诚信|信誉|信用可言|良知|良心|职业道德|道德底线|技术含量)|"
    r"垃圾(?:产品|货(?![物运架车])|专利|公司|厂家|品牌)|(?:就是|都是|纯属|简直是|名副其实的|不过是|无非是)[一-鿿]{0,8}?(?:垃圾(?=[。，；的一])|破烂|骗局|骗子|"
    r"烂货|笑话)|废品一样|劣质厂家|劣质企业|低劣不堪|拙劣不堪|不堪入目|不堪一击|一用就坏|"
    r"一无是处|毫无价值|毫无用处|毫无是处|一文不值|愚蠢|可笑|荒唐|荒谬|"
    r"抄袭(?:了|他人|别人|本|我)|剽窃|盗用(?:了)?(?:他人|别人|我)(?:的)?(?:技术|专利|成果|设计)|山寨(?:厂|货|产品)|假冒(?:了)?(?:本|我)"
)
_HARMLESS = lazy(r"(?:检测|识别|防止|打击|鉴别|判断|避免|查处|区分|是否|疑似|涉嫌|论文)[^，。；\n]{0,8}$")
# A firm named, and its goods called bad.
_NAMED = lazy(
    r"(?P<firm>(?:[一-鿿A-Za-z×X某]{2,12}(?:公司|集团|厂|牌)|该(?:公司|厂家?|企业|品牌)|同行|竞争对手|友商|某些?(?:厂家|厂商|商家))"
    r"(?!识别|检测|照))(?:生产|制造|销售|推出)?(?:的)?[一-鿿]{0,10}?"
    r"(?P<words>(?:质量|品质|做工|性能|技术|水平|服务)(?:非常|十分|极其|极|很|太)?(?:低劣|差劲|差(?![异值分别])|糟糕|粗糙|低下)|粗劣|低劣|"
    r"劣质|不堪使用|极差|很烂|伪劣)"
)


class BackgroundDisparaging(PatentCheck):
    """说明书贬低或者诽谤他人、他人的产品：“某某公司的产品质量低劣”。

    审查指南规定说明书不得使用贬低、诽谤他人或者他人产品的词句；客观地指出现有技术的问题不算贬低。
    删去指名的评价，改为客观叙述：“现有的泵在高压下密封圈容易磨损，存在漏水的问题”。
    只报骂人的话，以及点了企业名、品牌的贬低；“劣质图像”“质量低劣的样本”“防止偷工减料”不报。
    """

    code = "DSC011"
    level = Level.ERROR
    basis = (cite("指南", "1-1-7.7"), cite("细则", "20.3"))
    message = "“{words}”贬低他人或者他人的产品：请改为客观地指出现有技术存在的技术问题"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n背景技术\n现有的泵质量较差，容易漏水，存在效率低的问题；图像质量低劣的样本要剔除；"
        "用于识别劣质产品，防止偷工减料，检测抄袭；"
        "垃圾货车装运的都是厨余垃圾，市场上有假冒伪劣商品，各公司的技术水平有差异。",
    )
    bad = (
        "说明书\n一种泵\n背景技术\n东方泵业公司的产品⟦质量低劣⟧，⟦粗制滥造⟧。",
        "说明书\n一种阀\n背景技术\n某些厂商⟦昧着良心⟧生产，其阀⟦低劣不堪⟧，同行的产品⟦都是偷懒的破烂⟧，"
        "该厂家⟦毫无诚信⟧。",
        "说明书\n一种阀\n背景技术\n现有的阀⟦一无是处⟧。\n具体实施方式\n市面上的⟦垃圾产品⟧都没有弹簧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for span in prose(filing, PartName.DESCRIPTION):
            for match in span.find(_ABUSE):
                if not _HARMLESS.search(span.folded[: match.start() - span.start]):
                    yield self.at(span.at(match))
            for match in span.find(_NAMED):
                yield self.at(span.at(match, "words"))
