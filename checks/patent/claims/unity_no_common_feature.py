from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck
from ipcheck.patent.scope import bare_words

_HAN = lazy(r"[一-鿿]+")
_ANY = lazy(
    r"包括|其中|设|连接|固定|位于|用于|步骤|方法|装置|系统|设备|权利要求|任一项|至少|多个|分别|通过|进行|获取"
    r"|得到|根据|第一|第二|处理器|存储器|计算机|程序|执行|实现|存储|指令"
)
_LEAST, _SHARE = 12, 0.05


class UnityNoCommonFeature(PatentCheck):
    """几项独立权利要求的文字几乎没有共同之处，可能不属于一个总的发明构思。

    合案申请的几项发明应当在技术上相互关联，包含相同或者相应的特定技术特征；
    初步审查只对完全不相关联的（如除草剂和割草机）指出缺陷。
    不相关联的，删去一项并另行提出申请或者分案；确有关联的，在各项独立权利要求中写出相同或者相应的特征。
    以两项独立权利要求相同的三字词组所占的比例判断（内部阈值：不足5%），引用了另一项的不报；
    文字相关但没有共同特定技术特征的，
    要对照现有技术由人判断。
    """

    code = "CLM035"
    level = Level.WARNING
    basis = (cite("法", "31.1"), cite("细则", "39"), cite("指南", "1-1-7.5"), cite("指南", "2-6-2.2.1"))
    message = (
        "独立权利要求{claim}“{words}”与独立权利要求{other}“{name}”几乎没有共同的文字（内部阈值：相同词组不足5%）："
        "请核对单一性，不相关联的分案申请"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种插头，包括绝缘壳体和两根弹性插脚，所述弹性插脚的末端设有锁止凸起。\n"
        "2. 一种插座，包括座体和两个插孔，所述插孔内设有与弹性插脚的锁止凸起配合的凹槽。",
        "1. 一种跌倒检测方法，其特征在于，获取雷达回波，提取点云高度曲线，高度骤降时报警。\n"
        "2. 一种计算机可读存储介质，存储有程序，程序被处理器执行时实现权利要求1所述的方法。",
        "1. 一种杯子，有体。\n2. 一种割草机，有刀。",
    )
    bad = (
        "1. 一种除草剂，由草甘膦异丙胺盐、烷基糖苷表面活性剂和去离子水混合而成，草甘膦异丙胺盐的质量分数为41%。\n"
        "2. 一种⟦割草机⟧，包括机架、汽油发动机和旋转刀盘，旋转刀盘的外缘铰接有三片甩刀，机架后方挂有集草袋。",
        "1. 一种折叠雨伞，包括伞柄、可伸缩的中棒和八根伞骨，伞骨的末端缝合有防水伞面，中棒内装有压簧。\n"
        "2. 根据权利要求1所述的折叠雨伞，伞面有反光条。\n"
        "3. 一种⟦豆浆发酵方法⟧，其特征在于，黄豆浸泡后磨浆，煮沸冷却至四十度，接种乳酸菌，恒温静置八小时。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        independents = filing.independent_claims
        grams = {claim: self._grams(claim) for claim in independents}
        cited = {number for claim in independents for citation in claim.citations for number in citation.numbers}
        for order, claim in enumerate(independents):
            if not order or claim.citations or claim.subject is None or len(grams[claim]) < _LEAST:
                continue
            earlier = [other for other in independents[:order] if len(grams[other]) >= _LEAST]
            if not earlier or claim.number in cited:
                continue
            shares = [len(grams[claim] & grams[other]) / min(len(grams[claim]), len(grams[other])) for other in earlier]
            if max(shares) < _SHARE:
                other = earlier[0]
                subject = claim.subject.sub(0, min(len(claim.subject), 30))
                yield self.at(
                    subject,
                    claim=claim.number,
                    other=other.number,
                    name=other.subject_name,
                    facts={"share": round(max(shares), 3)},
                    related=(other.subject,) if other.subject is not None else (),
                )

    @staticmethod
    def _grams(claim: Claim) -> frozenset[str]:
        words = _ANY.sub(" ", bare_words(claim.body.folded))
        return frozenset(run[at : at + 3] for run in _HAN.findall(words) for at in range(len(run) - 2))
