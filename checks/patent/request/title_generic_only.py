from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PatentCheck, title_label

_WORD = (
    r"(?:方法|装置|系统|设备|组合物|化合物|混合物|产品|制品|物品|结构|机构|机器|器具|器械|仪器|工具|工艺|材料|部件"
    r"|零件|组件|器件|元件|构件|模块|单元|平台|技术|方案|产物|物质|组分|制剂|用品|用具|器材|仪表|架构|流程|算法|模型"
    r"|程序|软件|用途|应用"
    r"|工艺方法|制备方法|制造方法|生产方法|使用方法|控制方法|处理方法|机械设备|机械装置|设备装置|存储介质|介质"
    r"|程序产品)"
)
_EMPTY = (
    r"(?:新型|新式|新的?|改进的?|改良的?|多功能的?|高效的?|智能化?的?|自动化?的?|通用的?|其"
    r"|相关的?|简易的?|实用的?|专用的?|优化的?|先进的?|特殊的?|特定的?|便捷的?|便携式?的?|简单的?|多用途?的?|便利的?"
    r"|优质的?|高性能的?|创新的?|全新的?"
    r"|完善的?|有效的?|快速的?|精密的?|高精度的?|可靠的?|安全的?|环保的?|节能的?|两用的?|万能的?|小型的?|大型的?"
    r"|微型的?|上述|该|本)"
)
_GENERIC = lazy(rf"(?:一种|一类|一套|一个)?{_EMPTY}*{_WORD}(?:(?:及其?|以及|和|与|、|或){_EMPTY}*{_WORD})*")


class TitleGenericOnly(PatentCheck):
    """发明名称只有“方法”“装置”“系统”“组合物”之类的笼统词语，没有给出任何发明信息。

    发明名称应当表明要求保护的主题和类型，不得仅使用笼统的词语，致使未给出任何发明信息。
    写出它是做什么的、用在哪里的，如把“一种装置”改为“一种钢卷翻转装置”。
    “新型”“改进的”“多功能”之类的修饰语也不给出发明信息，“一种新型装置”同样报；有一个表明用途或者领域的词就不报，“电子设备”“终端设备”也不报。
    """

    code = "REQ005"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.1.1"),)
    message = "名称“{words}”只有笼统的词语，没有给出任何发明信息：请写明具体的主题，如“一种钢卷翻转装置”"

    _AFTER = "\n技术领域\n本发明涉及机械。\n背景技术\n现有机械效率低。"
    good = (
        "说明书\n一种钢卷翻转装置" + _AFTER,
        "说明书\n检测方法及装置" + _AFTER,
        "说明书\n一种复合材料及其制备方法" + _AFTER,
        "说明书\n一种装置检修用支架" + _AFTER,
        "请求书\n发明名称：一种系统软件升级方法、装置和设备",
        "说明书\n一种方法论教学用组合教具" + _AFTER,
        "说明书\n电子设备及其控制方法" + _AFTER,
    )
    bad = (
        "说明书\n⟦一种装置⟧" + _AFTER,
        "请求书\n发明名称：⟦方法及系统⟧",
        "说明书\n发明名称：⟦一种新型多功能设备及其使用方法⟧" + _AFTER,
        "请求书\n发明名称：⟦一种优化的模块及工艺⟧",
        "请求书\n发明名称：⟦组合物⟧\n说明书\n⟦化 合 物⟧" + _AFTER,
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for title in filing.titles:
            name = title.sub(len(title_label(title)), len(title)).trimmed()
            if len(name) and _GENERIC.fullmatch("".join(name.folded.split()).rstrip("。.")):
                yield self.at(name)
