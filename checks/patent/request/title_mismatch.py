from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.model.text import squeeze
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, title_label


class TitleMismatch(PatentCheck):
    """请求书中的发明名称与说明书首行的名称不一致。

    说明书第一页第一行应当写明发明名称，该名称应当与请求书中的名称一致；不一致的要补正。
    定下一个名称，把请求书、说明书（以及委托书）都改成它。
    空格不同不算不一致；只有全角、半角不同的，只给建议。
    """

    code = "REQ001"
    level = Level.ERROR
    basis = (cite("细则", "20.1"), cite("指南", "1-1-4.1.1"), cite("指南", "1-1-4.2"))
    message = "请求书的名称“{words}”与说明书首行的“{title}”不一致：两处应当相同，请统一"
    needs = (PartName.REQUEST, PartName.DESCRIPTION)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL)

    _SPEC = "\n说明书\n一种控制阀\n技术领域\n本发明涉及阀门。\n背景技术\n现有阀门易漏。"
    good = (
        "请求书\n发明名称：一种控制阀" + _SPEC,
        "请求书\n发明名称：一种 控制阀" + _SPEC,
        "请求书\n发明名称\n一种控制阀\n说明书\n发明名称：一种控制阀\n技术领域\n本发明涉及阀门。\n背景技术\n"
        "现有阀门易漏。",
    )
    bad = (
        "请求书\n发明名称：⟦一种阀门⟧" + _SPEC,
        "请求书\n实用新型名称\n⟦控制阀及其安装座⟧" + _SPEC,
        "请求书\n发明名称：⟦一种LED(灯)⟧\n说明书\n一种ＬＥＤ（灯）\n技术领域\n本发明涉及灯。\n背景技术\n现有灯易坏。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        requested = filing.request.first("title") if filing.request else None
        title = filing.title
        if requested is None or title is None:
            return
        label = title_label(title)
        bare = title.sub(len(label), len(title)) if label else title
        if squeeze(str(requested)) != squeeze(str(bare)):
            yield self.at(requested, title=str(bare), related=(bare,))
        elif "".join(str(requested).split()) != "".join(str(bare).split()):
            yield self.at(requested, title=str(bare), related=(bare,), level=Level.ADVICE)
