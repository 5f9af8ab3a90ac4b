from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck
from ipcheck.patent.scope import limitation

_MARKED = r"(?:所述的?|该|上述|权利要求\d{1,3}中的|其中的)?"
_SWAP = lazy(
    r"(?:用|以|由|采用|使用)(?!于)[^,;。\n]{1,20}?(?P<words>代替|替代|取代|替换)(?!品|率|值|物|性|度|元素|传感|方案)了?"
    rf"{_MARKED}(?P<thing>[一-鿿]{{2,12}})"
    r"|(?:所述|该|上述|将)(?:所述|该)?(?P<thing2>[一-鿿]{2,12}?)(?:被)?(?P<words2>改?由[^,;。\n]{1,16}?(?:代替|替代|取代|替换)(?![一-鿿])|(?:替换|替代|改)(?:为|成))"
    rf"|(?P<words3>省去|省略|去掉|取消)了?{_MARKED}(?P<thing3>[一-鿿]{{2,12}})"
    rf"|(?P<words4>(?<!是)不再?(?:包括|包含|设置|设有|具有|含有))(?P<thing4>{_MARKED}[一-鿿]{{2,12}})"
    r"|(?P<words5>不再?设置?|无需|不需要?|不用|没有|略去|免去|除去)(?:所述的?|该|上述)(?P<thing5>[一-鿿]{2,12})"
)
_MARKER = lazy(rf"^{_MARKED}")
# In data processing, words and values are replaced every day: that is a step, not a substitution.
_DATA = lazy(
    r"数据|信息|文本|图像|模型|变量|参数|字段|词|字符|代码|算法|节点|信号|程序|网络|像素|标签|指令|页面|软件|令牌|向量"
)


class DepSubstitutesFeature(PatentCheck):
    """从属权利要求用一个特征代替了被引用的权利要求的特征，或者省去、排除了其中的特征。

    从属权利要求应当包含它所引用的权利要求的全部特征；用“Y代替X”“省去X”写成的，实质上是独立权利要求，
    保护范围也变得不清楚。
    改写成独立权利要求，把完整的方案写出来；或者把X和Y在独立权利要求中概括为一个上位特征。
    只报“用弹簧代替所述气缸”“省去所述支架”“不包括所述盖”这样明白的写法；被替换、省去的必须是所引用的
    权利要求里有的特征；数据处理中替换词、字段、数值的步骤不报。
    """

    code = "CLM028"
    level = Level.WARNING
    basis = (cite("指南", "2-2-3.1.2"), cite("细则", "23.3"))
    message = (
        "权利要求{claim}写了“{words}”：从属权利要求应当包含所引用权利要求的全部特征，"
        "替换或者省去特征的请改写成独立权利要求"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种夹具，包括气缸。\n2. 根据权利要求1所述的夹具，气缸的输出端设有弹簧。",
        "1. 一种文本处理方法，包括分词。\n2. 根据权利要求1所述的方法，用掩码代替所述关键词。",
        "1. 一种组合物，包含A。\n2. 根据权利要求1所述的组合物，不含有防腐剂。",
        "1. 一种调度方法，包括排序。\n2. 根据权利要求1所述的方法，用替代方案更新所述计划，省略号表示缺项。",
        "1. 一种夹具，用弹簧代替所述气缸。",
        "1. 一种包装箱，包括箱盖。\n2. 根据权利要求1所述的包装箱，所述箱盖由塑料代替金属制成。",
    )
    bad = (
        "1. 一种夹具，包括气缸。\n2. 根据权利要求1所述的夹具，其特征在于，用弹簧⟦代替⟧所述气缸。",
        "1. 一种椅子，包括扶手和底座。\n2. 根据权利要求1所述的椅子，⟦省去⟧所述扶手。\n"
        "3. 根据权利要求1所述的椅子，所述底座⟦替换为⟧脚轮。\n"
        "4. 根据权利要求1所述的椅子，用立柱⟦取代⟧底座。",
        "1. 一种水壶，包括壶体和壶盖。\n2. 如权利要求1所述的水壶，其特征在于，⟦不包括⟧所述壶盖。",
    )
    missed = ("1. 一种夹具，包括气缸。\n2. 根据权利要求1所述的夹具，其特征在于，⟦改用弹簧⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            if not claim.dependent:
                continue
            for match in limitation(claim).find(_SWAP):
                found = {name: words for name, words in match.groupdict().items() if words}
                group = next(name for name in found if name.startswith("words"))
                thing = next(words for name, words in found.items() if name.startswith("thing"))
                thing = _MARKER.sub("", thing)
                if not any(thing[:2] in ancestor.body.folded for ancestor in self._ancestors(claim)):
                    continue
                around = claim.body.document.folded[match.start() : min(claim.body.end, match.end() + 12)]
                if not _DATA.search(around):
                    yield self.at(claim.body.at(match, group), claim=claim.number)
                    break

    @staticmethod
    def _ancestors(claim: Claim) -> frozenset[Claim]:
        return frozenset(ancestor for path in claim.paths for ancestor in path)
