import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import FilingCheck
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing

# Side functions, each with the things that serve it; the head noun shows that it has a subassembly of its own.
_DEVICE = r"(?:机构|组件|装置|模块|单元|部件|器|灯|仓|箱|盒|座|泵|风机|风扇|板|架|杆|口|接口|喷头|传感器|音箱|屏)"
_FUNCTIONS = {
    "除尘": r"除尘|吸尘|集尘|清灰",
    "照明": r"照明|LED|补光|夜灯",
    "充电": r"充电|USB|太阳能|光伏|发电",
    "称重": r"称重|称量|电子秤",
    "报警": r"报警|警示|蜂鸣",
    "消毒": r"消毒|杀菌|紫外",
    "净化": r"净化|过滤异味|除臭|除味",
    "加湿": r"加湿|雾化|喷雾",
    "驱虫": r"驱虫|驱蚊|灭蚊|防虫",
    "按摩": r"按摩|理疗",
    "播放": r"音乐|播放|扬声",
    "定位": r"定位追踪|GPS|北斗",
    "香薰": r"香薰|散香|加香",
    "烘干": r"烘干|吹干|热风",
    "保温": r"加热保温|恒温|保温",
    "计时": r"计时|定时|计数",
    "遮挡": r"遮阳|遮雨|挡雨|防雨",
    "收纳": r"收纳|储物|置物",
    "显示": r"显示屏|触摸屏|显示器",
    "摄像": r"摄像|拍照|监控",
}
_MANY = lazy(r"多功能|一体|综合|集成|组合|智能|套装|系统|平台|机器人|车(?!架)|房|舱|站")


class StackedEffects(FilingCheck):
    """一件产品堆着好几项互不相干的附加功能，各有各的部件：除尘、照明、充电、称重……

    把与主题无关的功能堆在一起而互不配合，是堆砌技术特征的线索；多功能产品本来就有几项功能。
    只看产品权利要求里有自己部件的附加功能，主题名称里写明的、名称带“多功能”“一体”“智能”“系统”或者车辆房舱的不报。
    项数是内部阈值。
    说明各项功能怎样共同解决一个问题，与问题无关的删去或者另案申请。
    """

    @dataclass(frozen=True)
    class Options:
        """least：互不相干的附加功能几项起报"""

        least: int = 4

    code = "GEN007"
    level = Level.ADVICE
    basis = (cite("令77", "3(4)"),)
    message = (
        "风险线索：权利要求里堆有{number}项与主题无关的附加功能（{names}；内部阈值 {least}），"
        "请说明它们怎样解决同一个问题"
    )
    clears = "多功能产品，各项功能确有市场需要并且互相配合"
    keep = ("产品定义或者需求文件", "样机照片", "研发记录")

    good = (
        "1. 一种扫地车，包括吸尘箱、照明灯、充电座、称重传感器和报警器。",
        "1. 一种多功能桌，包括照明灯、充电座、称重传感器和报警器。",
        "1. 一种切割台，包括除尘罩、照明灯和报警器，定时切割，称重合格的放行，充电后使用。",
        "1. 一种切割的方法，用照明灯、充电座、称重传感器和报警器。",
    )
    bad = (
        "1. 一种晾衣杆，包括杆体和⟦照明灯⟧，杆体上装有充电接口、称重传感器和蜂鸣器。",
        "1. 一种笔筒，包括筒体和⟦香薰盒⟧。\n2. 根据权利要求1所述的笔筒，还有驱蚊灯。\n"
        "3. 根据权利要求1所述的笔筒，还有USB充电接口、音箱和扬声器、计时器。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        products = [claim for claim in filing.claims if not claim.is_method]
        titles = [title.folded for title in filing.titles] + [claim.root_subject for claim in products[:1]]
        if not products or len(products) < len(filing.claims) or any(_MANY.search(title) for title in titles):
            return
        found: dict[str, Span] = {}
        for name, words in _FUNCTIONS.items():
            if any(re.search(words, title) for title in titles):
                continue
            pattern = re.compile(rf"(?:{words})[一-鿿]{{0,3}}?{_DEVICE}")
            for claim in products:
                match = next(claim.body.find(pattern), None)
                if match is not None:
                    found[name] = claim.body.at(match)
                    break
        if len(found) >= self.options.least:
            first, *others = sorted(found.values(), key=lambda span: span.start)
            yield self.at(
                first,
                related=others,
                facts={"functions": list(found)},
                number=len(found),
                names="、".join(found),
                least=self.options.least,
            )
