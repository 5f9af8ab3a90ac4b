"""Words of a draft that go against the conservation of energy: perpetual motion, efficiency above 100 %, no source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ipcheck.model import Span, lazy

_S = r"[^。；;\n]"
# Named outright, or more out than in: no reading saves them.
_SURE = lazy(
    # No other character begins a match: most places are passed over at once.
    r"(?=[永能动电功凭无突打推超不取输产发释获得放效转利机传综总系整大高以一的])(?:"
    r"永动(?:机|装置|发电|系统|设备|轮|力|运[动转行])?|永恒运[动转]|永不(?:停歇|停止|停机|停转|停息"
    r"|间断)地?的?(?:运转|转动|旋转|运行|运动|发电|工作)"
    r"|(?:能量|动力|电能|功率)(?:自增|增殖|自我增殖|无限增大|自我放大)|凭空(?:产生|得到|获得"
    r"|制造)(?:的)?(?:能量|电能|动力|电力)|无中生有"
    r"|(?:突破|打破|推翻|超越|不遵循|不遵守|不符合|不受)(?:了)?[^，,。；;\n]{0,6}(?:能量守恒(?:定律)?"
    r"|热力学第[一二]定律)|取之不尽的?自生能量"
    r"|(?:输出|产生|产出|发出|释放|获得|得到|放出|发电)的?(?:总|净|机械|有效|平均|额定)?(?:功率|能量|电能"
    r"|电量|电力|能|功|量|动能|机械能|热量|动力|电)"
    r"[^，,。；;\n]{0,8}?(?:始终|总|远|明显|能够|可以|可|将|均|都|即)*(?:大于|超过|高于|多于|超出|大过"
    r"|大於|胜过|>|＞|倍于)"
    r"(?:了)?(?:其|自身|所|自身所|全部|总|系统|装置|本身)?(?:的)?(?:输入|消耗|耗|投入|驱动|供给|供入|运转"
    r"|需要|使用|自身消耗|自耗|用电|启动)"
    r"[^，,。；;\n]{0,4}?(?:功率|能量|电能|电量|电力|能|功|量|动力|电)"
    r"|(?:能量转换|能量转化|能源利用|发电|机械|传动|综合|总|能量|转换|系统|整机)?的?(?:效率|转换率|转化率"
    r"|利用率|能效|输出输入比|输出/输入比)[^，,。；;\n]{0,10}?(?:大于|超过|高于|达到?"
    r"|达至|高达|突破|为|是|超出|不低于|至少为?|>|＞)+"
    r"(?:了)?[ ]?(?:100[ ]?%(?=以上)|1[0-9]{2}(?<!100)[ ]?%|[2-9]\d{2}[ ]?%|[一两二三四五六七八九十]百分之"
    r"|百分之[一二两三四五六七八九]百)"
    r"|(?:能量转换|能量转化|发电|机械|传动|综合|总|能量|转换|系统|整机)?的?(?:效率|转换率|转化率"
    r"|能效)[^，,。；;\n]{0,10}?(?:大于|超过|高于|突破|超出|>"
    r"|＞)(?:了)?[ ]?(?:100[ ]?%|百分之百|1(?![\d.]))"
    r"|(?:大于|超过|高于)(?:100[ ]?%|百分之百)的(?:能量|能源|发电|机械|总|转换|转化){0,2}(?:效率|转换率|转化率)"
    r"|以(?:小|少)(?:量)?(?:电|能量|功率)(?:发|产生|换取|生成?)大(?:量)?(?:电|能量|功率)|一度电(?:可|能"
    r"|就)?(?:以)?(?:发|产生|生出)"
    r")"
)
# Nothing comes in from outside …
_NO = (
    r"(?:无需|无须|毋需|毋须|勿需|不需要?|不必|不用|用不着|不再需要|不再|不依靠|不依赖|不借助|不靠|不消耗"
    r"|不耗费?|不使用|不采用|没有|无|零|脱离|摆脱|断开|切断|撤[去除]|不|免)"
)
_OUTER = (
    r"(?:再|任何|其他|其它|别的|另外|另行|外部|外界|外来|外加|外接|外设|外在|一切|常规|传统|额外|后续"
    r"|从|由|的|一点|丝毫|自|向|给)"
)
_FEED = r"(?:供给|提供|输入|补充|消耗|耗费|耗用|投入|使用|接入|连接|施加|添加|加入|输送|注入|补给|供应|依靠)"
_ENERGY = (
    r"(?:能源|能量|电源|电能|电力|电网|燃料|燃油|燃气|动力|外力|驱动力|供能|供电|能耗|油料|汽油|煤炭?"
    r"|油(?!箱|缸)|电(?![池机气子动磁]))"
)
_NO_SOURCE = (
    rf"{_NO}(?:{_OUTER}|{_FEED}){{0,5}}{_ENERGY}(?:的)?(?:供给|供应|输入|消耗|补充|驱动|支持|介入)?"
    rf"|(?:自给自足|自产自用|自发自用|自我供[给能电]|零(?:能耗|消耗|输入))"
)
# … and yet it runs, and goes on running.
_EVER = (
    r"(?:持续|连续|永久|永远|永恒|永续|恒久|不断|不间断|不停|不息|不止|一直|始终|长久|长期|长时间|无限期?"
    r"|无休止|周而复始|循环|往复|生生不息|源源不断"
    r"|自行|自我|自动循环|昼夜|日夜|终年|常年|全天候|24小时|无止境|终身|维持)"
)
_RUN = (
    r"(?:运转|转动|旋转|运动|运行|发电|供电|供能|输出|做功|作功|摆动|驱动|带动|转个?不停|工作"
    r"|产生(?:的)?(?:电|动力|能)|转下去|产电|补能|供给)"
)
_ENDLESS = (
    rf"{_EVER}{_S}{{0,8}}?{_RUN}|循环往复|自(?:我|身)?循环|周而复始|转个?不停|(?:运转|转动|旋转|运行"
    rf"|工作|发电)(?:永不停|不停|不息|不止|下去)"
)
_LOAD = (
    r"(?:(?<!发)(?<!汽)电动?机|马达|电动马达|水泵|抽水泵|油泵|液压泵|空压机|空气压缩机|压缩机|电磁铁"
    r"|加热器|电解槽|风扇|鼓风机|原动机|飞轮)(?!控制|驱动器|组|发电)"
)
_DYNAMO = r"(?:发电机组?|发电装置|发电单元|发电模块|发电系统|发电部|水轮机|飞轮发电)"
_DRIVE = r"(?:带动|驱动|拖动|推动|传动|牵引|使|供|抽|压缩|转动|联动|连接|泵送|提升|送)"
_BACK = (
    r"(?:供给|供应|供电给|供电|供|送|输送|输入|输回|输给|反馈|返回|回馈|回供|回送|回输|传给|接回|接入|驱动"
    r"|带动|给|作为|维持|补给|用于|用来|提供|返|回)"
)
_SUSPECT = lazy(
    r"(?=[无毋勿不用没零脱摆断切撤免自持连永恒一始长周循往生源昼夜日终常全2维转运旋工发第主副电马水抽油液空压加风鼓原飞产输所部能动仅只单完纯依靠凭利借通以由在首初人外环海])(?:"
    rf"(?P<none>(?:{_NO_SOURCE}){_S}{{0,30}}?(?:{_ENDLESS})|(?:{_ENDLESS}){_S}{{0,24}}?[，,]?(?:{_NO_SOURCE}))"
    # What X drives feeds X: motor - generator - motor, pump - turbine - pump.
    rf"|(?P<loop>(?P<x>(?:第[一二三四]"
    rf"|[主副])?(?<![一二三四主副]){_LOAD}){_S}{{0,12}}?{_DRIVE}{_S}{{0,40}}?{_DYNAMO}[^。\n]{{0,60}}?{_BACK}{_S}{{0,12}}?(?P=x)"
    rf"|{_DYNAMO}{_S}{{0,30}}?{_BACK}{_S}{{0,14}}?(?P<y>{_LOAD})[^。\n]{{0,30}}?(?P=y)?{_S}{{0,6}}?(?:再|又"
    rf"|同时|反过来|继续|来)?(?:带动|驱动|拖动){_S}{{0,14}}?{_DYNAMO}"
    rf"|(?:发出?的?|产生的?|输出的?|所发的?|部分)电(?:能|力|流)?{_S}{{0,16}}?{_BACK}{_S}{{0,8}}?(?:自身|自己"
    rf"|本身|自用|本装置|本机|原)[^，,。；;\n]{{0,10}}{_S}{{0,20}}?(?:{_ENDLESS}|{_RUN})"
    r"|自(?:我)?循环(?:发电|供电|供能)|循环自(?:发电|供电)|(?:能量|动力|电能)(?:的)?(?:自循环|自我循环"
    r"|内循环|闭环自给|闭式自循环))"
    # Nothing but a magnet, buoyancy or weight keeps it going.
    rf"|(?P<sole>(?:仅|只|单|完全|纯|全)?(?:依?靠|凭借?|利用|借助于?|依赖|(?:通过|以|由"
    rf"|在)(?=[^，,。；;\n]{{0,10}}?(?:[磁斥吸浮重引心]力|惯性|势能)))(?P<by>[^，,。；;\n]{{0,12}}?(?:磁力"
    rf"|磁铁|磁体|永磁体?|磁钢|磁极|磁场|斥力|吸力|浮力|重力|自重"
    rf"|重锤|引力|偏心|杠杆|惯性|离心力|毛细|虹吸|大气压|势能))"
    rf"{_S}{{0,24}}?(?:{_EVER}{_S}{{0,8}}?(?:运转|转动|旋转|发电|做功|作功|摆动|运动|驱动{_S}{{0,6}}(?:轮|轴"
    rf"|转子|发电机))|循环往复|转个?不停|永不停))"
    # Once set going, it goes on for ever.
    rf"|(?P<once>(?:一次|一经|一旦|首次|初次|只需|仅需|人工|外力|初始){_S}{{0,8}}?(?:推动|启动|起动|拨动"
    rf"|驱动|充电|通电|加速|转动)(?:一次|一下)?后?[，,]?{_S}{{0,12}}?"
    rf"(?:永久|永远|永不|无限期|不再(?:停|需|耗|消耗)|不停|终身|一直|源源不断|持续不断|自行(?:不断|持续"
    rf"|循环)|自行维持){_S}{{0,8}}?{_RUN})"
    # All the heat of one source into work.
    rf"|(?P<heat>(?:单一热源|环境(?:中)?的?热量?|空气中的热量?|海水(?:中)?的?热量?"
    rf"|常温空气){_S}{{0,16}}?(?:全部|完全|100%|全数){_S}{{0,6}}?(?:转[化换]|变)(?:为|成){_S}{{0,4}}?(?:功"
    rf"|机械能|电能|动能))"
    r")"
)
_LACKED = lazy(_NO_SOURCE)
_DENIED = lazy(
    r"(?:不是|并非|非|不属于|不可能|不存在|区别于|不同于|不能实现|违背|违反|所谓|误认为|避免|伪|类似|没有"
    r"|不会|并不|而不是|难以|无法)[^，,。；;\n]{0,10}$"
)
# A control that asks whether more comes out than goes in, an amplifier: no claim to make energy.
_CONDITION = lazy(r"(?:当|若|如果|是否|判断|在|一旦|时刻|如)[^。；;\n]{0,16}$")
_CONDITION_AFTER = lazy(r"^[^。；;\n]{0,14}(?:时|则|的情况|的条件|的时候|阶段)")
# Energy from elsewhere, and ratios that may lawfully exceed one.
_SOURCE = lazy(
    r"太阳|光伏|光能|光电|光照|日照|采光|风能|风力|风车|来风|自然风|气流|水流|水能|水电|河流|河水|江水|海浪"
    r"|波浪|潮汐|潮流|洋流|落差|水位差|水头"
    r"|市政|管网|自来水|雨水|振动能|震动能|压电|摩擦电|温差|热电|余热|废热|地热|热源|人力|手动|手摇|手压"
    r"|按压|按下|踩|脚踏|踏板|制动|刹车|滑行|下坡|柴油|汽油|内燃"
    r"|发动机|锅炉|蒸汽|燃气轮|市电|电网|交流电源|供电线|母线|感应取电|取电|射频|生物质|沼气|核能|同位素"
    r"|发条|光敏|燃料电池|原电池|混合动力|重物下降|拉绳"
)
# Words that tell a source only where the same sentence has them.
_SOURCE_HERE = lazy(
    r"振动|震动|人体|体温|呼吸|步行|行走|行人|车轮|轮胎|行驶|燃烧|无线(?:供|充|能|电)|激光|尾气|烟气|化学能|热能|测试"
    r"|试验|测功|对拖|开门|关门|拉动|风|河|江|溪|潮|雨"
)
# A loop that takes these in is none; falling water is what such a loop falsely lives on.
_FED_LOOP = lazy(
    r"太阳|光伏|风能|风力|潮|海浪|波浪|市电|电网|外接电源|外部电源|制动|刹车|滑行|发动机|内燃|柴油|汽油|燃气"
    r"|蒸汽|锅炉|燃烧|燃料|测试|试验|测功|对拖|反拖|余热"
    r"|废热|低谷|母线|河|江|溪|回收|人力|脚踏|动力电池|车载|混合动力"
)
_CELL = lazy(r"电池|蓄电|储能|超级电容|电容|备用电源|充电宝")
# A battery that only starts the thing, or is charged by it, brings no energy in.
_STARTER = lazy(
    r"(?:启动|起动|初始|首次|起始)[^。；;\n]{0,10}(?:电池|蓄电|储能|电源)|(?:电池|蓄电|储能"
    r"|电源)[^。；;\n]{0,10}(?:启动|起动|激发)|给[^。；;\n]{0,6}(?:电池|蓄电)[^。；;\n]{0,4}充电|自循环|循环往复"
)
_FED_BACK = lazy(
    r"(?:送回|抽回|返回|回流|提升|抽|泵)(?:到|至|回)?(?:高处|水箱|上游|高位|上水池|蓄水池"
    r"|顶部)[^。]{0,20}(?:循环|往复|周而复始)"
)
_MOTOR = lazy(r"电机|马达|通电|线圈|电流|电源|气缸|液压|驱动器|控制器|发动机|直线电机")
_PUMP = lazy(
    r"热泵|制热|制冷|COP|能效比|性能系数|冷凝|量子(?:效率|产率)|锅炉|低位发热|低位热值"
    r"|燃气热水|容积效率|荧光|上转换|电流效率|回收率|负荷率|完成"
)
_AMPLIFIER = lazy(r"放大|增益|功放|激光|射频|天线|脉冲|峰值|瞬时")


def energy_breaches(line: Span) -> Iterator[tuple[Span, bool]]:
    """Words of ``line`` that no law of nature allows, and whether they say so outright.

    What follows only from what stands around it (a loop without a source) comes with False. Heat pumps, energy that
    is taken in from outside and denials (不是永动机) are passed over.
    """
    text = line.folded
    taken: list[tuple[int, int]] = []
    for match in line.find(_SURE):
        start, end = match.start() - line.start, match.end() - line.start
        before, after = text[max(0, start - 24) : start], text[end : end + 24]
        if _DENIED.search(before) or (re.search("率|能效", match[0]) and _PUMP.search(text)):
            continue
        compared = re.search("入|耗|电", match[0]) is not None
        clause = re.split("[。;,]", before)[-1]
        if compared and (_AMPLIFIER.search(clause) or _CONDITION.search(before) or _CONDITION_AFTER.search(after)):
            continue
        taken.append((start, end))
        yield line.at(match), True
    for match in line.find(_SUSPECT):
        start, end = match.start() - line.start, match.end() - line.start
        if any(start < last and first < end for first, last in taken):
            continue
        if not _has_source(text, start, end, match):
            yield line.at(match), False


def _has_source(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether energy from elsewhere is named near by, unless all that is given out is fed back."""
    # “不需要外接电源” names no source.
    near = _LACKED.sub("", text[max(0, start - 60) : end + 40])
    here = _LACKED.sub(
        "", text[max(0, start - 60) : start].rpartition("。")[2] + text[start : end + 40].partition("。")[0]
    )
    if _DENIED.search(text[max(0, start - 12) : start]):
        return True
    if match.group("sole") is not None and _MOTOR.search(here):
        return True
    if _FED_BACK.search(near) and not re.search(r"太阳|风能|风力|电网|市电|潮|海浪", near):
        return False
    if match.group("loop") is not None:
        return _FED_LOOP.search(near) is not None
    if _SOURCE.search(near) or _SOURCE_HERE.search(here):
        return True
    return _CELL.search(near) is not None and not _STARTER.search(near)


__all__ = ["energy_breaches"]
