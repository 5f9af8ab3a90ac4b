import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PatentCheck
from ipcheck.patent.design import design_names

_RIGHT = "图形用户界面"
# An interface as the thing named: at the name's end, before its bracket, or borne by a product (带…界面的手机).
_INTERFACE = lazy(
    r"(?P<hardware>(?:人机界面|触控界面|操作界面)(?=(?:主机|面板|模块|终端|控制器|屏|盒|机|装置|设备)))"
    r"|(?P<words>图形用户界面|(?:界面|用户接口|(?<![A-Za-z])G?UI)(?:的)?(?:设计|外观|布局|图标)?(?=$|[(（]|的))",
    re.IGNORECASE,
)
_PRODUCT = (
    r"(?:电子设备|(?:智能|移动|平板|手持|便携式?|车载|穿戴式?|终端|计算|通信|通讯|个人)*(?:手机|电脑|计算机|笔记本"
    r"|平板|终端|电视机?|手表|手环|显示屏幕面板|显示屏幕?|显示面板|显示器|显示设备"
    r"|屏幕|投影仪|一体机|智能设备|移动设备|移动终端|触摸屏|中控屏|车机|仪表|眼镜|音箱))"
)
# What tells neither the product nor what the interface is for.
_EMPTY = lazy(
    rf"{_PRODUCT}|应用软件|应用程序|应用|软件|程序|系统|操作|显示|动态|静态|人机|交互|人机交互|手持|图标|网页|网站"
    rf"|客户端|客户|小程序|APP|App|app|页面|窗口|桌面|主|首页?|新型?"
    r"|带有?|具有|用于|一种|一套|所|上|中|的|式|型|图形|用户|界面|设计|外观|及|和|、|\d+|[A-Z]$"
)
_BEARS = lazy(
    rf"{_PRODUCT}|(?:带有?|具有|含有|设有)[^的]*的.|的[一-鿿]{{2,}}$|[机器仪表柜箱台屏车灯锁锅炉桌]的|用于.{{2,}}的"
)
_ASIDE = lazy(r"[(（][^()（）]*[)）]")


class DesignGuiName(PatentCheck):
    """图形用户界面外观设计的产品名称不合要求。

    名称应当有“图形用户界面”字样，写明其用途和所应用的产品（不带具体产品的写“电子设备”），动态的还要写“动态”；
    不得只写“软件图形用户界面”“操作图形用户界面”。
    写成“手机的移动支付图形用户界面”“电子设备的健康管理动态图形用户界面”一类的名称。
    名称的中心词是界面，或者产品带有界面时才检查，人机界面主机一类的硬件不查；没有“图形用户界面”字样的和只有“软件”“操作”之类空话的是错误，
    看不出用途或者产品的只给警告；用途写在括号里的不报。
    """

    code = "DSN011"
    level = Level.ERROR
    basis = (cite("指南", "1-3-4.5"),)
    message = "界面的名称“{words}”{what}：应当写明产品、用途和“图形用户界面”，如“手机的移动支付图形用户界面”"
    kinds = (Kind.DESIGN,)

    _NAME = "简要说明\n1. 本外观设计产品的名称："
    good = (
        _NAME + "手机的移动支付图形用户界面。\n2. 用途：用于支付。",
        _NAME + "电子设备的健康管理动态图形用户界面。\n2. 用途：用于健康管理。",
        _NAME + "带有温度控制图形用户界面的冰箱。\n2. 用途：用于冷藏。",
        _NAME + "带图形用户界面的手机（订餐）。\n2. 用途：用于通信。",
        _NAME + "人机界面主机。\n2. 用途：用于工业控制。",
        _NAME + "界面剂搅拌桶。\n2. 用途：用于搅拌。",
    )
    bad = (
        _NAME + "⟦软件图形用户界面⟧。\n2. 用途：用于显示。",
        _NAME + "⟦手机的移动支付操作界面⟧。\n2. 用途：用于支付。",
        _NAME + "⟦电脑的操作图形用户界面⟧。\n2. 用途：用于显示。",
        _NAME + "⟦记账界面⟧。\n2. 用途：用于记账。",
        _NAME + "⟦带订餐用户界面的手机⟧。\n2. 用途：用于通信。",
        _NAME + "⟦记账图形用户界面⟧。\n2. 用途：用于记账。",
        _NAME + "⟦带图形用户界面的手机⟧。\n2. 用途：用于通信。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for name in design_names(filing):
            words = "".join(name.folded.split())
            match = _INTERFACE.search(words)
            if match is None or match.lastgroup == "hardware":
                continue
            fault = self._fault(words)
            if fault:
                yield self.at(name, what=fault[0], level=fault[1])

    @staticmethod
    def _fault(words: str) -> tuple[str, Level | None] | None:
        """What is wrong with the name of an interface, and how surely."""
        if _RIGHT not in words:
            return "没有“图形用户界面”字样", None
        bare = _ASIDE.sub("", words)
        before, _, after = bare.partition(_RIGHT)
        borne = after.lstrip("的")
        said = _EMPTY.sub("", before)
        if not said and not (words != bare and re.search(r"[一-鿿]{2}", words[len(bare) - len(words) :])):
            bare_word = re.search(r"软件|操作|程序|应用|系统", before) or not before
            return "没有写明用途", None if bare_word and not borne else Level.WARNING
        if not borne and not _BEARS.search(bare):
            return "没有写明所应用的产品（不带具体产品的写“电子设备”）", Level.WARNING
        return None
