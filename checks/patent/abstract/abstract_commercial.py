from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.praise import GRAND, MARKET, OFFER, RANK, RECEPTION

# Words that praise only right before the thing named: 一种高档水泵, but not 高档位 or 顶级域名.
_BEFORE = (
    r"(?<=[一这本该]种|一类|[一这本该]款|一套)(?:的)?(?:顶级|顶尖|高档|高端|豪华|首创|独创|首款|完美|爆款|网红|明星"
    r"|旗舰|王牌|精品|最(?:新式|好|优秀|先进|强大?)|超值|绝佳|非凡|卓越)"
    r"(?!位|域名?|节点|目录|车|轿车|织物|匹配|重构|整除|路径|邮轮|游轮|芯片)的?"
)
# Goods and statistics of which the abstract tells, not praise.
_FINE = (
    r"(?:市场前景|市场空间|市场竞争力|商业价值|推广价值|受欢迎|口碑)(?:程度|度)?(?:的)?(?:预测|评估|分析|指标|评价"
    r"|评分|数据)|(?:预测|分析|评估)(?:的)?(?:市场前景|商业价值|市场空间|市场潜力)"
)
_WORDS = lazy(rf"(?P<fine>{_FINE})|(?P<bad>{RANK}|{RECEPTION}|{OFFER}|{GRAND}|{_BEFORE})|(?P<mild>{MARKET})")


class AbstractCommercial(PatentCheck):
    """摘要里有商业性宣传用语，如“填补国内空白”“畅销海外”“物美价廉”。

    摘要是技术信息，不得使用商业性宣传用语；使用了的，会被通知删除或者由审查员删除。
    删去这些词句；要写效果的，写与现有技术相比的技术效果，如“能耗降低”“不易泄漏”。
    “市场前景”“推广价值”“价格低廉”说得多了常被放过，只给警告；
    最优化、最佳匹配、首次采集、领先相位、热销商品推荐、顶级域名等有技术含义的词不在此列。
    """

    code = "ABS005"
    level = Level.ERROR
    basis = (cite("细则", "26.2"), cite("指南", "1-1-4.5.1"))
    message = "摘要里写了“{words}”：摘要不得使用商业性宣传用语，请删去，只写技术方案和它的效果"
    needs = (PartName.ABSTRACT,)

    good = (
        "说明书摘要\n本发明公开了一种路径最优化方法，首次采集后取最佳匹配结果，领先相位超前30度，是最佳选择策略。",
        "说明书摘要\n本发明公开了一种商品推荐方法，统计热销商品和各商品的受欢迎程度，解析顶级域名，"
        "推荐最受欢迎的商品。",
        "说明书摘要\n本实用新型公开了一种水泵，包括泵体，不易泄漏，成本低。",
        "说明书摘要\n本发明公开了一种排产方法，若个体是当前最好的，则保留。",
        "说明书摘要\n本发明公开了一种高档位变速箱的控制方法，深受负载影响的档位优先调节，并分析市场前景。",
        "说明书摘要\n本发明公开了一种口碑数据的分析方法，统计畅销书和网红直播的评分，检测颠覆性故障。",
    )
    bad = (
        "说明书摘要\n本发明公开了一种水泵，⟦填补国内空白⟧，⟦畅销⟧海外。",
        "说明书摘要\n本实用新型涉及一种杯子，包括杯体，⟦物美价廉⟧，⟦市场前景⟧广阔。",
        "说明书摘要\n本发明公开了一种⟦高档⟧雨伞，⟦国内首创⟧，⟦备受用户青睐⟧，⟦荣获优秀产品称号⟧。",
        "说明书摘要\n本发明公开了一种水泵，包括泵体，⟦是目前最好的⟧。",
        "说明书摘要\n本发明公开了一种⟦首款⟧药箱，⟦您的不二之选⟧，⟦欢迎来电⟧洽谈，⟦引领未来⟧。",
    )
    missed = (
        "说明书摘要\n本发明公开了一种水泵，是⟦目前最好的⟧水泵。",
        "说明书摘要\n本发明公开了一种水泵，⟦被多家龙头企业争相采购⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.abstract is None:
            return
        for line in filing.abstract.lines:
            for match in line.find(_WORDS):
                if match.lastgroup != "fine":
                    yield self.at(line.at(match), level=Level.WARNING if match.lastgroup == "mild" else None)
