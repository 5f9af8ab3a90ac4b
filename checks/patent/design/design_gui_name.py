import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PatentCheck
from ipcheck.patent.design import design_names

_GUI = lazy(r"图形用户界面|用户界面|人机界面|操作界面|GUI|UI界面|图标界面", re.IGNORECASE)
_BARE = lazy(
    r"^(?:一种)?(?:软件|操作|手机|电脑|计算机|显示|系统|应用)?(?:的)?(?:动态)?(?:图形用户界面|用户界面|GUI|操作界面|人机界面)$",
    re.IGNORECASE,
)


class DesignGuiName(PatentCheck):
    """图形用户界面外观设计的产品名称不合要求。

    名称应当有“图形用户界面”字样，写明其用途和所应用的产品（不带具体产品的写“电子设备”），动态的还要写“动态”；
    不得只写“软件图形用户界面”“操作图形用户界面”。
    写成“手机的移动支付图形用户界面”“电子设备的健康管理动态图形用户界面”一类的名称。
    只在名称里提到界面时检查。
    """

    code = "DSN011"
    level = Level.ERROR
    basis = (cite("指南", "1-3-4.5"),)
    message = "界面的名称“{words}”{what}：应当写明产品、用途和“图形用户界面”，如“手机的移动支付图形用户界面”"
    kinds = (Kind.DESIGN,)

    good = (
        "简要说明\n1. 本外观设计产品的名称：手机的移动支付图形用户界面。\n2. 用途：用于支付。",
        "简要说明\n1. 本外观设计产品的名称：电子设备的健康管理动态图形用户界面。\n2. 用途：用于健康管理。",
    )
    bad = (
        "简要说明\n1. 本外观设计产品的名称：⟦软件图形用户界面⟧。\n2. 用途：用于显示。",
        "简要说明\n1. 本外观设计产品的名称：⟦手机的移动支付操作界面⟧。\n2. 用途：用于支付。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for name in design_names(filing):
            words = "".join(name.folded.split())
            if not _GUI.search(words):
                continue
            if _BARE.match(words):
                yield self.at(name, what="没有写明用途")
            elif "图形用户界面" not in words:
                yield self.at(name, what="没有“图形用户界面”字样")
