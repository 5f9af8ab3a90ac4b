from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_ELEMENT = (
    r"碳|铜|铁|铝|硅|锰|镁|锌|镍|铬|钛|锡|磷|硫|钨|钼|钒|铌|钴|铅|银|锆|钙|钠|钾|锂|硼|稀土|石墨烯?|炭黑|不锈钢|钢|合金"
)
_STUFF = (
    r"树脂|橡胶|塑料|尼龙|锦纶|涤纶|腈纶|氨纶|丙纶|粘胶|莱赛尔|棉|麻|羊毛|羊绒|蚕丝|竹纤维|纤维|纱线?|硅胶"
    r"|硅油|水泥|砂|石膏|石英|石灰|粉煤灰|矿渣"
    r"|陶瓷|玻璃|云母|滑石|高岭土|膨润土|粘土|粘合剂|固化剂|[一-鿿]{1,3}剂|氧化[一-鿿]|二氧化[一-鿿]"
    r"|三氧化二[一-鿿]|氯化[一-鿿]|氢氧化[一-鿿]|氮化[一-鿿]"
    r"|碳化[一-鿿]|硫酸[一-鿿]|硝酸[一-鿿]|磷酸[一-鿿]|碳酸[一-鿿]|聚[一-鿿]{1,5}|环氧|沥青|淀粉|木屑|木粉"
    r"|竹粉|秸秆|椰壳|活性炭|[一-鿿]{1,2}粉末?|[一-鿿]?蛋白"
    r"|乙醇|甘油|丙酮|[一-鿿]酸|[一-鿿]醇|[一-鿿]酯|蜡|盐|糖|去离子水|蒸馏水|海绵|乳胶|胶水|浆料?|骨料|母粒|助剂"
)
_FORMULA = (
    r"(?:PP|PE|PVC|ABS|PET|PBT|PA\d{0,2}|PC|PU|EVA|TPU|TPE|TPR|PTFE|PVDF|POM|EPDM|PPS|PEEK|PLA|PBAT|HDPE"
    r"|LDPE|PMMA|NBR|SBS"
    r"|(?:[A-Z][a-z]?\d{0,2}){2,5}|C|Si|Mn|Cr|Ni|Cu|Fe|Al|Mg|Ti|Mo|Zn|Sn|P|S|V|W|B)(?![A-Za-z])"
)
_MATERIAL = rf"(?:{_ELEMENT}|{_STUFF}|{_FORMULA})"
_NUMBER = r"\d[\d.]{0,6}"
_RANGE = rf"{_NUMBER}(?:[ ]?%)?(?:[ ]?(?:[~～—–-]|至|到|±)[ ]?{_NUMBER})?"
_IS = r"(?:为|是|占|达到?|约|不[大小高低]于|不超过|不少于|大于|小于|高于|低于|超过|至少|控制在|在|[:≥≤<>]|[ ])*"
_KIND = r"(?:重量|质量|体积|摩尔|原子|克分子|物质的量)"
_PATTERN = lazy(
    # Shares named as such.
    rf"(?P<share>{_KIND}的?(?:百分比|百分数|百分含量|百分率|百分之|分数|份数?)|(?:wt|vol|mol|at)[.]?[ ]?%"
    rf"|%[ ]?[(（](?:wt|w/w|v/v)"
    rf"|[按以]{_KIND}份?计|{_KIND}(?:配比|配合比)|水[灰胶]比|掺[杂量]量|含[碳硫磷锰铬镍铜铝锌铅锡钛硅盐糖胶脂]量"
    rf"|(?:化学|合金|元素)(?:成[分份]|组成|组分)|(?:主要|材料的?|原料的?)(?:成[分份]|组分)(?:为|是|包括|由"
    rf"|及|按|配)|(?<![一-鿿])(?:成[分份])(?:为|是|包括|由|如下|:)"
    r"|(?:(?<![一-鿿])|原料|材料|组成|的|其|以下|下列|所述|该)配方(?:为|是|包括|由|如下|:|制)"
    r"|组[分份](?:为|及|是|包括|由|的?配比|按|如下|:)"
    r"|原料(?:组成|配比|的?重量|的?质量|按)|(?:以下|下列|如下)(?:重量|质量)?(?:份数?)?的?(?:原料|组[分份]"
    r"|成[分份]|材料|物质)(?=[:制组配混按]|$)"
    r"|金相(?:组织|结构)|(?:数均|重均)分子量|分子量[为是在][ ]?\d|晶粒度|分子式为"
    # Proportions to mix by.
    rf"|{_KIND}比例?(?:为|是)?(?:混合|配制|调配|混炼|[ ]?\d)|(?:按照?"
    rf"|以)[ ]?{_NUMBER}(?:[:∶]{_NUMBER}){{1,5}}的?{_KIND}?(?:比例|比|配比)?(?:混合|配制|调配|组成|复合|混纺|熔炼|制成)"
    rf"|(?:按照?|以)(?:{_KIND}|[^，,。；;\n]{{0,4}}\d[^，,。；;\n]{{0,8}})的?(?:比例"
    rf"|配比)[^，,。；;\n]{{0,6}}(?:混合|配制|调配|复合|共混|混纺|混炼|熔炼)"
    rf"|由(?![^，,。；;\n]{{0,20}}(?:驱动|电机|轴|机构|装置|泵|器))[^，,。；;\n]{{2,24}}?(?:混合|混配|共混"
    rf"|混炼|熔炼|调配|配制|混纺)(?:而成|制成|制得|得到|组成|形成))"
    # Parts, contents and percentages of a matter.
    rf"|(?P<parts>(?:(?![由为是含有和与及分成加入取用])[一-鿿A-Za-z]){{1,8}}[ ]?{_IS}{_RANGE}[ ]?份"
    r"(?=[、，,；;。和与混及:制组配构]|$)"
    rf"|{_RANGE}[ ]?份的?{_MATERIAL})"
    rf"|(?P<content>[一-鿿]?(?:含量|掺量|添加量|加入量|含水率|含水量|纯度){_IS}{_RANGE}[ ]?(?:%|‰|ppm|g|mg|份)"
    rf"|(?:{_MATERIAL})的?(?:溶液)?(?:浓度|占比|比例|配比|用量|含量){_IS}{_RANGE}[ ]?(?:%|‰|ppm|份|mol)?"
    rf"|(?:掺[入有杂加]|添加有?|加入|含有|混有|混入)了?{_IS}{_RANGE}[ ]?%的?(?:[一-鿿]{{1,8}}|{_FORMULA}))"
    rf"|(?P<percent>{_RANGE}[ ]?%[ ]?(?:的|~)?(?:{_MATERIAL})|(?:{_MATERIAL})[ ]?[(（]?(?:占(?:总"
    rf"|全部)?(?:{_KIND}|量)?的?)?{_IS}{_RANGE}[ ]?%"
    rf"|(?:{_MATERIAL})(?:和|与|、|:)(?:{_MATERIAL})(?:的|之间的?)?(?:{_KIND})?(?:比例?"
    rf"|配比){_IS}{_NUMBER}[:∶]{_NUMBER})"
    # An additive: not the name of a known material but what is done to one.
    r"|(?P<additive>(?:掺有|掺入|掺杂有|混有|添加有|添加了|内掺|共混有)[^，,。；;\n]{0,8}?(?:剂|粉末|纤维"
    r"|粒子|微粒|离子|元素|石墨烯|纳米管|助剂|母粒"
    r"|粉(?=[的，。；;]|$)))"
)
# Of a vessel, a filter or a stream these are sizes and states, not what a matter is made of.
_NO_MATTER = lazy(r"(?:腔|室|箱|罐|仓|槽|配重|块|体|件|舱|瓶)[^，,。；;\n]{0,8}$")
_SENSED = lazy(r"^(?:传感|检测|监测|分析|测量|测定|探测|仪|计(?![,;。]|$)|表)")
_RATE = lazy(r"(?<!浓)[率度积比][为是达到约大小于高低不]{0,4}$")
_LENGTH = lazy(r"^(?:的?(?:长度|宽度|高度|厚度|直径|面积|体积|表面|截面|行程|周长|开口))")


class UmMaterialFeature(PatentCheck):
    """实用新型的权利要求里有组分、含量、配方、配比、添加剂等材料特征。

    实用新型只保护产品的形状、构造，物质的组分不属于构造；权利要求可以写已知材料的名称，但不得包含对材料本身的改进。
    改为已知材料的名称（由不锈钢制成），删去组分和含量；要保护材料的，另行申请发明专利。
    看的是份数、百分含量、配比和“由A和B混合而成”一类的说法，“掺有……剂”只是警告；
    “含量传感器”“开孔率为30%”“占底座长度的50%”“上腔与下腔的体积比”一类与材料改进无关的说法不报。
    """

    code = "CLR018"
    level = Level.ERROR
    basis = (cite("法", "2.3"), cite("指南", "1-2-6.2.2"))
    message = "权利要求{claim}里的“{words}”是材料的组分或者含量，不属于实用新型的形状、构造：请改为已知材料的名称"
    needs = (PartName.CLAIMS,)
    kinds = (Kind.UTILITY_MODEL,)

    good = (
        Sample(
            "1. 一种支架，由不锈钢制成，开孔率为30%，立柱的长度为底座的50%，设有氧含量传感器。", kind="utility-model"
        ),
        Sample("1. 一种配方奶粉冲调机，包括组分分析仪和水箱。", kind="utility-model"),
        Sample("1. 一种合金，由20%的铜和80%的铝组成。", kind="invention"),
        Sample(
            "1. 一种箱，由橡胶制成，坡度为5%，占空比为50%，上腔与下腔的体积比为1:2，传动比为1:3，分为3份，"
            "玻璃的50%面积被遮挡，设有分子量检测仪，由塑料和金属复合而成，内填充有粉料仓。",
            kind="utility-model",
        ),
    )
    bad = (
        Sample("1. 一种药片，片体为菱形，由⟦20%的铜⟧和其余的铝组成。", kind="utility-model"),
        Sample("1. 一种板，板体的⟦碳含量为2%⟧，按⟦质量百分比⟧计。", kind="utility-model"),
        Sample("1. 一种布，布面为⟦涤纶65%⟧、⟦棉35%⟧，底层由⟦水泥10份⟧、⟦砂20份⟧制成。", kind="utility-model"),
        Sample(
            "1. 一种砖，砖体⟦由水泥和砂按1:3的比例混合而成⟧，面层⟦掺有抗菌剂⟧，涂层的⟦组分包括⟧树脂，"
            "垫片⟦添加5%的石墨烯⟧。",
            kind="utility-model",
        ),
    )
    missed = (
        (
            "权利要求书\n"
            "1. 一种药片，片体为菱形，⟦主料为淀粉，辅料为蔗糖⟧。\n"
            "说明书\n"
            "一种药片\n"
            "技术领域\n"
            "本实用新型涉及药片。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            body = claim.body
            text = body.document.folded
            for match in body.find(_PATTERN):
                after = text[match.end() : match.end() + 6]
                if _SENSED.match(after) or (match.lastgroup == "percent" and _LENGTH.match(after)):
                    continue
                before = text[max(body.start, match.start() - 14) : match.start()]
                if match.lastgroup == "percent" and _RATE.search(before):
                    continue
                if match[0].startswith(("体积比", "质量比", "重量比")) and _NO_MATTER.search(before):
                    continue
                level = Level.WARNING if match.lastgroup == "additive" else None
                yield self.at(body.at(match), level=level, claim=claim.number)
