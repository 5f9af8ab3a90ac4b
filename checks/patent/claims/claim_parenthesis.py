import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_BRACKETS = lazy(r"(?:[(（](?P<inside>[^()（）\n]{1,60})[)）]|[\[【](?P<square>[^\[\]【】\n]{1,60})[\]】])")
_HAN = lazy(r"[一-鿿]")
# Measures and kinds of content, chemistry, mathematics: brackets whose meaning everybody accepts.
_USUAL = lazy(
    r"^[^一-鿿]*$"
    r"|^(?:重量|质量|体积|摩尔|按?(?:重量|质量|体积)(?:计|比|百分比)?|(?:重量|质量|体积|摩尔)(?:百分比|百分数|比|份|分数|浓度)"
    r"|干基|湿基|室温|常温|常压|标准状态|绝对压力|表压)$"
    r"|[=<>≤≥+×÷∑√]|^[IVXⅠ-Ⅻivx]+$|^(?:式|通式|公式)?[IVXⅠ-Ⅻ\d]+[a-z]?$"
    r"|^第?[一二三四五六七八九十\d]{1,3}[)）]?$|^[甲乙丙丁]$"
    r"|^[甲乙丙丁戊己苯氟氯溴碘氧硫氮磷硅羟羧氨硝氰烷烯炔醛酮酯醚酰亚双三四正异叔仲对邻间顺反聚环代基\d,' -]+$"
    r"|简称|缩写|待(?:补|定|填|确认)|^请(?:补|填|确认)"
)
_CHEMICAL_AFTER = lazy(
    r"[丙乙甲丁戊己苯]?[一-鿿]?(?:[酸酯醇胺醚烯烷酮酚醛酰基盐苯胍脲腈唑啶嗪硅磷硼钠钾钙镁锂]|呋喃|噻吩|吡)"
)
_TERM = lazy(r"(?:公式|式|步骤|算法|函数|方程)$")
_SEQUENCE = lazy(r"SEQ|ID")


class ClaimParenthesis(PatentCheck):
    """权利要求里有附图标记、化学式和数学式之外的括号，如“（混凝土）模制砖”。

    除附图标记或者化学式及数学式中使用的括号之外，权利要求应当尽量避免使用括号：括号里的内容是不是限定，说不清楚。
    删去括号：是限定的写成正文，如“混凝土模制砖”；只是解释的移到说明书。
    “（甲基）丙烯酸酯”“10%～60%（重量）”等含义通常可接受的括号不报；外文缩写如“可编程逻辑控制器（PLC）”多被容许，
    也不报；
    括号里是“如……”“例如……”“优选……”的由 optional-word 报。每项权利要求只标出第一处。
    """

    code = "CLM010"
    level = Level.WARNING
    basis = (cite("指南", "2-2-3.2.2"),)
    message = (
        "权利要求{claim}里有括号“{words}”（本项共{count}处）：除附图标记、化学式和数学式外应当避免使用括号，"
        "请去掉括号或者删去括号内的解释"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括杯体（1）、杯盖（2a、2b）和第一卡扣(S1)。",
        "1. 一种胶黏剂，含有10%～60%（重量）的（甲基）丙烯酸酯和聚（乙烯醇）。",
        "1. 一种控制柜，包括可编程逻辑控制器（PLC）和数字信号处理器（简称DSP）。",
        "1. 一种检测方法，包括：（1）采样；（2）比较，按公式（一）计算，f(x)＝2x。",
        "1. 一种化合物，如式（I）所示，具有（R）-构型，含双（三甲基硅基）氨基锂。",
    )
    bad = (
        "1. 一种⟦（混凝土）⟧模制砖，包括砖体。",
        "1. 一种杯子，包括杯体（1）⟦（由陶瓷制成）⟧和杯盖。\n2. 根据权利要求1所述的杯子，还有手柄⟦（即把手）⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            folded = claim.body.document.folded
            found: list[Span] = []
            for match in claim.body.find(_BRACKETS):
                inside = (match["inside"] or match["square"]).strip()
                if not _HAN.search(inside) or _USUAL.search(inside):
                    continue
                if _SEQUENCE.search(inside) or inside.startswith(("如", "例如", "优选", "比如", "最好")):
                    continue
                before = folded[max(claim.body.start, match.start() - 4) : match.start()]
                polymer = before.endswith("聚") and len(inside) <= 12
                if (
                    _TERM.search(before)
                    or polymer
                    or (len(inside) <= 12 and _CHEMICAL_AFTER.match(folded, match.end()) and self._radical(inside))
                ):
                    continue
                found.append(claim.body.at(match))
            if found:
                yield self.at(found[0], claim=claim.number, count=len(found), related=found[1:])

    @staticmethod
    def _radical(inside: str) -> bool:
        return re.search(r"基|[甲乙丙丁苯氟氯溴碘氧硫氮磷硅酰]", inside) is not None
