from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PatentCheck

_ILLEGAL = lazy(
    r"赌博|赌具|赌场|投注外围|吸毒|贩毒|制毒|毒品(?:吸食|制造)|伪造(?:货币|票据|证件|印章|文物|公文|车牌)|变造(?:货币|票据|证件)|"
    r"假币|窃听|窃取|盗窃|盗取|偷盗|撬锁|逃税|偷税|走私|色情|卖淫|考试作弊|作弊器|外挂|洗钱|诈骗(?!.{0,4}(?:识别|检测|预警))|"
    r"暗杀|自杀|酷刑|克隆人|代孕|刷单|刷量|破解(?:密码|软件|加密锁)|翻墙|电鱼|盗猎|偷拍"
)
_AGAINST = lazy(
    r"防|反|禁|抗|检测|识别|监测|监控|戒|打击|鉴别|鉴定|避免|抵御|阻止|阻断|预警|报警|预防|干预|拦截|取证|查缉|安全|辨别|甄别|治理|救治|模拟训练"
)


class Art5Illegal(PatentCheck):
    """名称或者权利要求的主题看起来违反法律、社会公德或者妨害公共利益。

    赌博、吸毒、伪造、窃取、色情、作弊之类的发明创造不授予专利权，代理这样的申请机构也有风险。
    目的正当的，把名称和主题改成说明其正当用途的写法；否则不应当提交。
    防盗、反诈、禁毒检测等与违法行为对抗的主题不报；发明创造只是可能被滥用的，由人判断。
    """

    code = "SUB003"
    level = Level.ERROR
    basis = (cite("法", "5.1"),)
    message = "主题里有“{words}”，看起来违反法律或者社会公德：请核实用途，正当的改写主题，否则不应提交"
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    good = (
        "权利要求书\n1. 一种防盗窃报警装置，其特征在于，包括传感器。",
        "权利要求书\n1. 一种反诈骗电话识别方法，其特征在于，包括识别来电。\n"
        "2. 一种毒品吸食检测仪，其特征在于，包括试纸。",
        "权利要求书\n1. 一种考试作弊行为监测系统，其特征在于，包括摄像头。\n"
        "说明书\n一种考试作弊行为监测系统\n技术领域\n涉及考试作弊。",
    )
    bad = (
        "权利要求书\n1. 一种⟦赌博⟧机，其特征在于，包括转盘。",
        "权利要求书\n1. 一种用于⟦窃取⟧银行卡信息的装置，其特征在于，包括读头。\n说明书\n一种装置\n技术领域\n涉及读卡。",
        "说明书\n一种⟦考试作弊⟧耳机\n技术领域\n本发明涉及耳机。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        spans: list[Span] = [claim.subject for claim in filing.independent_claims if claim.subject is not None]
        if filing.title is not None:
            spans.append(filing.title)
        for span in spans:
            match = next(span.find(_ILLEGAL), None)
            if match is not None and not _AGAINST.search(span.folded):
                yield self.at(span.at(match))
