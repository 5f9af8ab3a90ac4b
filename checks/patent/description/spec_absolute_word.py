from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.prose import prose

# A result said to come about without exception.
_RESULT = (
    r"(?:避免|杜绝|消除|解决|根除|根治|防止|排除|克服|消灭|规避|阻断|免除|摆脱|不会|不再|不可能|不存在|不产生|不发生|无误|做到|保证(?![金书])|"
    r"确保|安全(?:可靠|[，。；]|$))"
)
_ABSOLUTE = lazy(
    rf"(?:(?:完全|彻底|绝对|根本|永远|永久|从根本上|从根源上|百分之百|百分百|100%)(?:地|性地|上)?(?:可以|能够?|得以)?(?:地)?{_RESULT})"
    r"|绝(?:不会|不可能|无可能|对安全|对不能|不发生|不产生)|(?:百分之百|百分百)(?!分比)|毫无(?!关|意义|规律|经验|准备|防备|征兆|反应|根据|必要|所知|联系|价值|用处|疑义)|毫不费力|"
    r"万无一失|一劳永逸|天衣无缝|滴水不漏|十全十美|尽善尽美|完美(?:地)?(?:解决|避免|实现|无缺|无瑕|适应)|毫发无损|永不(?:磨损|损坏|生锈|褪色|变形|堵塞|脱落|失效|"
    r"泄漏|出错|断裂|老化|松动)|再也不(?:会|用|必|需)|(?<![调归清置过回校])零(?:故障(?!率)|失误|事故(?!率)|差错(?!率)|风险|缺陷|死角|伤害|污染|泄漏(?!率))|唯一的解决|"
    r"(?:必然|必定|一定|肯定)(?:能够|可以|不会)|无论(?:何时|如何|怎样|什么)[^，。；]{0,10}都不会|"
    r"任何(?:情况|条件|环境|时候)下?都(?:不会|能够?(?!量))|无所不能|无懈可击"
)
# 不能彻底解决: that something is not reached is no promise.
_DENIED = lazy(
    r"(?:不|无法|难以|未能?|没有|并非|未必|很难|不可|是否|能否|不能|未曾|尚未)(?:能|能够|可能|得到|被|将其?|做到)?$"
)


class SpecAbsoluteWord(PatentCheck):
    """说明书用了“完全避免”“彻底解决”“百分之百”“绝对不会”一类说得绝对的词。

    说得绝对的效果很难证明，也可能在以后解释保护范围时对申请人不利。
    没有数据支持的，改为“有助于”“能够减少”；是技术要求的，写出数值。
    这类词在技术文字里大量正当使用，很难不误报，所以不在默认检查之内；只收与效果连用的说法，
    “完全互溶”“绝对压力”“唯一标识”“毫无规律”和前面有“不能”“无法”的不报。
    """

    code = "DSC035"
    level = Level.ADVICE
    default = False
    basis = (cite("质量评价", "18"),)
    message = "“{words}”说得绝对：没有数据支持时请改为“有助于”“能够较好地”“一般”一类留有余地的说法"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n背景技术\n现有方案无法彻底解决泄漏，二者完全互溶，绝对压力为1MPa，以唯一标识符区分，绝对值最大，"
        "不能完全避免磨损，毫无规律的振动，调零故障，一定能量，未能从根本上消除噪声，必然会导致闲置。",
    )
    bad = (
        "说明书\n一种泵\n发明内容\n⟦彻底解决⟧了泄漏，⟦绝对不会⟧漏水。",
        "说明书\n一种阀\n具体实施方式\n⟦百分之百⟧密封，⟦万无一失⟧。",
        "说明书\n一种阀\n具体实施方式\n⟦毫无⟧振动，⟦根本不可能⟧漏，⟦一劳永逸⟧，⟦永不磨损⟧，⟦任何情况下都不会⟧卡死。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for span in prose(filing, PartName.DESCRIPTION):
            for match in span.find(_ABSOLUTE):
                if not _DENIED.search(span.folded[: match.start() - span.start]):
                    yield self.at(span.at(match))
