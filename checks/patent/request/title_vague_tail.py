from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PatentCheck

_VAGUE = lazy(
    r"(?:以及|及|和|与|或|、)(?:其他|其它|其?类似物品?|其?类似(?:装置|产品|设备|结构|方法|器具))|类似物(?!质)"
    r"|(?<![高初平同均中上优相劣此])等(?=$|[，,、]|的?(?:类似|产品|物品|器具|设备|装置|系统|方法)(?:$|[，,、及的]))"
)


class TitleVagueTail(PatentCheck):
    """发明名称里有“及其他”“及其类似物”“等”这样的含糊词语。

    发明名称不得含有含糊的词语，它们使名称不能准确表明要求保护的主题和类型。
    删去含糊词语，写出要求保护的主题；有几个主题的，逐一写明，如“阀门及其安装座”。
    等离子、等温、等速、等静压等词里的“等”不报。
    """

    code = "REQ004"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.1.1"),)
    message = "名称里的“{words}”是含糊词语：名称应当准确表明主题和类型，请删去，有几个主题的逐一写明"

    _AFTER = "\n技术领域\n本发明涉及机械。\n背景技术\n现有机械效率低。"
    good = (
        "说明书\n一种等离子切割装置" + _AFTER,
        "说明书\n一种等静压等温锻造设备" + _AFTER,
        "说明书\n一种等速万向节及其安装座" + _AFTER,
        "说明书\n一种中高等级公路用平等装置" + _AFTER,
    )
    bad = (
        "说明书\n阀门⟦及其类似物⟧" + _AFTER,
        "说明书\n一种杯子、碗⟦等⟧" + _AFTER,
        "请求书\n发明名称：水泵⟦及其他⟧设备",
    )
    missed = (
        "说明书\n阀门⟦之类⟧\n技术领域\n本发明涉及机械。\n背景技术\n现有机械效率低。",
        "说明书\n阀门⟦和相关物件⟧\n技术领域\n本发明涉及机械。\n背景技术\n现有机械效率低。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for title in filing.titles:
            for match in title.find(_VAGUE):
                yield self.at(title.at(match))
