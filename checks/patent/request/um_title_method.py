from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PatentCheck

_TAIL = lazy(
    r"(?P<tail>方法|工艺|用途|制法|流程|计算机程序|程序|软件|存储介质)(?=$|(?:以及|及其?|和|与|、)(?!.{0,12}用))"
)


class UmTitleMethod(PatentCheck):
    """实用新型的名称以方法、工艺、用途、程序、软件或者存储介质为主题。

    实用新型专利只保护产品的形状、构造或者其结合，一切方法以及计算机程序、用途都不属于保护客体。
    名称改为产品的名称，如“一种焊接夹具”；要保护方法的，另行申请发明专利。
    只看中心词：“施工方法用支架”是产品，不报。
    """

    code = "REQ009"
    level = Level.ERROR
    basis = (cite("法", "2.3"), cite("指南", "1-2-6.1"))
    message = "实用新型的名称写的是“{words}”：实用新型只保护产品的形状、构造，请把名称改为产品，方法另行申请发明专利"
    kinds = (Kind.UTILITY_MODEL,)

    _AFTER = "\n技术领域\n本实用新型涉及夹具。\n背景技术\n现有夹具易松。"
    good = (
        Sample("说明书\n一种施工方法用支架" + _AFTER, kind="utility-model"),
        Sample("说明书\n一种焊接夹具" + _AFTER, kind="utility-model"),
        Sample("说明书\n一种焊接方法" + _AFTER, kind="invention"),
        Sample("说明书\n一种程序控制器" + _AFTER, kind="utility-model"),
    )
    bad = (
        Sample("说明书\n一种焊接⟦方法⟧" + _AFTER, kind="utility-model"),
        Sample("说明书\n一种夹具及其使用⟦方法⟧" + _AFTER, kind="utility-model"),
        Sample("请求书\n实用新型名称：一种焊接⟦工艺⟧及夹具", kind="utility-model"),
    )
    missed = ("说明书\n一种焊接⟦技巧⟧\n技术领域\n本实用新型涉及夹具。\n背景技术\n现有夹具易松。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for title in filing.titles:
            for match in title.find(_TAIL):
                yield self.at(title.at(match, "tail"))
