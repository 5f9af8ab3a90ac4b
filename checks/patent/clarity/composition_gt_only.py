import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_SHARE = r"(?:(?:wt|vol|mol|at)[ ]?\.?%|%(?:[ ]?\(?(?:重量|质量|体积|摩尔)\)?)?|(?:重量|质量|体积)份|份)"
_NUMBER = r"\d{1,3}(?:\.\d{1,4})?"
_ONE_SIDED = lazy(
    rf"(?P<low>(?:大于或?等于|大于|高于|超过|多于|不小于|不低于|不少于|至少为?|≥|>=|>)[ ]?{_NUMBER}[ ]?{_SHARE}"
    rf"|{_NUMBER}[ ]?{_SHARE}[ ]?以上)"
    rf"|(?P<high>(?:小于或?等于|小于|低于|不大于|不高于|不超过|≤|<=|<)[ ]?{_NUMBER}[ ]?{_SHARE}"
    rf"|{_NUMBER}[ ]?{_SHARE}[ ]?以下)"
)
_COMPOSITION = lazy(
    r"组合物|合金|配方|配料|涂料|玻璃|陶瓷|钢|水泥|混凝土|胶|药|制剂|乳液|浆料|溶液|肥|饲料|食品|饮料|膏|树脂"
    r"|橡胶|塑料|催化剂|洗涤剂|清洗剂|[剂料]$"
)
# A property in per cent is no content.
_PROPERTY = lazy(
    r"(?:纯度|湿度|孔隙率|孔率|气孔率|转化率|收率|产率|得率|率|(?<!浓)度|收缩|伸长|透光|损失|误差|偏差|重复|同一性"
    r"|相似性|同源性|比例|大小|差值?|活性(?!剂)|取代度|粒子|颗粒|粒径)"
    r"[一-鿿]{0,6}$"
)
_CONTENT = lazy(
    r"(?:含量|用量|加入量|添加量|占比|百分比|百分数|分数|重量|质量|占[一-鿿]{0,8}|[一-鿿A-Za-z0-9]{1,10})"
    r"(?:为|是|:|在)?[ ]?$"
)
_OTHER_END = lazy(
    r"[ ]?(?:，|,|、)?(?:且|并且|并|而且|和|同时|到|至|但)[ ]?(?:为|是|[大小高低不多少超≤≥<>]|\d)|[ ]?[~～<≤]"
)
_FIRST_END = lazy(
    r"(?:[大高]于|超过|以上|至少|不小于|不低于|≥|>|\d[ ]?%?[ ]?[<≤])[^，。；;]{0,12}$|[<≤][ ]?[A-Za-zα-ω]{1,3}[ ]?$"
)


class CompositionGtOnly(PatentCheck):
    """组合物的组分含量只写了“大于某数”，没有上限。

    组合物的组分应当写明含量的范围，审查指南指出通常不允许用“大于X”表示含量：上不封顶，与其他组分的关系不确定。
    写成两端确定的范围：“10%～30%”。
    只看组合物、合金、涂料一类权利要求里以百分比或者份表示的含量；纯度、转化率、湿度等性能不报；
    只写“小于X”的含量包括零，组分是必要的就要写下限，只作建议。
    """

    code = "CLR028"
    level = Level.ERROR
    kinds = (Kind.INVENTION,)
    basis = (cite("指南", "2-10-4.2.2"), cite("法", "26.4"))
    message = "权利要求{claim}的含量“{words}”{fault}：请写成两端确定的范围，如“10%～30%”"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种组合物，包括铜10%～30%和铝，铝的含量大于10%且小于20%，原料的纯度大于99%，湿度小于5%。",
        "1. 一种测距装置，误差大于5%，检测到酒精含量大于20%时报警。",
        "1. 一种合金，10%<铜≤30%，铝的含量为5%以上20%以下，伸长率大于15%。",
    )
    bad = (
        "1. 一种合金，铜的含量⟦大于10%⟧，余量为铝。",
        "1. 一种洗涤组合物，包括表面活性剂⟦15wt%以上⟧和水。\n2. 根据权利要求1所述的组合物，香精的用量⟦小于2%⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            if claim.is_method or not _COMPOSITION.search(claim.subject_name or claim.root_subject):
                continue
            text = claim.body.document.folded
            for match in claim.body.find(_ONE_SIDED):
                before = text[max(claim.body.start, match.start() - 24) : match.start()]
                near = re.split(r"[，。；,;\n]", before)[-1]
                if _PROPERTY.search(near) or not _CONTENT.search(near) or _FIRST_END.search(near):
                    continue
                if _OTHER_END.match(text, match.end(), claim.body.end) or re.match(
                    rf"[ ]?{_NUMBER}", text[match.end() : match.end() + 6]
                ):
                    continue
                low = match["low"] is not None
                fault = "只有下限，没有上限" if low else "没有下限，包括了零"
                yield self.at(
                    claim.body.at(match), level=None if low else Level.ADVICE, claim=claim.number, fault=fault
                )
