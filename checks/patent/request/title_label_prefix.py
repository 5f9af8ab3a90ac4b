from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, title_label

_ALONE = lazy(r"[【\[(]?\s*(?:(?:发明创造|发明专利|发明|实用新型|外观设计|专利)的?)?\s*名\s*称\s*[】\])]?\s*:?")


class TitleLabelPrefix(PatentCheck):
    """说明书首行的名称前面冠有“发明名称：”“名称：”等字样。

    说明书第一页第一行写明发明名称，名称前面不得冠以“发明名称”或者“名称”等字样。
    删去这几个字，首行只写名称本身。
    “发明创造名称”“专利名称”“题目”“标题”之类的字样，后面接冒号、破折号或者空格的，加方括号的，单独占一行的，都报。
    表格页眉里的字样不是正文，不报；名称本身以“名称”“标题”等开头的（名称识别方法）不报。
    """

    code = "REQ008"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.2"),)
    message = "说明书首行的名称前冠有“{words}”：名称前面不得冠以“发明名称”“名称”等字样，请删去"
    needs = (PartName.DESCRIPTION,)

    _AFTER = "\n技术领域\n本发明涉及泵。\n背景技术\n现有泵效率低。"
    good = (
        "说明书\n一种泵" + _AFTER,
        "说明书\n名称识别方法及装置" + _AFTER,
        "说明书\n专利名称翻译方法及题目推荐系统" + _AFTER,
        "说明书\n标题生成模型的训练方法" + _AFTER,
        "说明书\n发明名称自动生成方法" + _AFTER,
        "请求书\n发明名称：一种泵\n说明书\n一种泵" + _AFTER,
    )
    bad = (
        "说明书\n⟦发明名称：→⟧一种泵" + _AFTER,
        "说明书\n⟦名称: →⟧一种泵" + _AFTER,
        "说明书\n⟦实用新型名称→⟧一种泵" + _AFTER,
        "说明书\n⟦发明创造名称：→⟧一种泵" + _AFTER,
        "说明书\n⟦题 目：→⟧离心泵" + _AFTER,
        "说明书\n⟦【专利名称】→⟧离心泵" + _AFTER,
        "说明书\n⟦发明名称　→⟧离心泵" + _AFTER,
        "说明书\n⟦发明名称⟧\n一种泵" + _AFTER,
    )
    missed = ("说明书\n⟦本案名称为⟧一种泵\n技术领域\n本发明涉及泵。\n背景技术\n现有泵效率低。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.title is None:
            return
        label = title_label(filing.title)
        if label:
            yield self.at(filing.title.sub(0, len(label)), fix="")
        elif _ALONE.fullmatch(filing.title.folded):
            yield self.at(filing.title)
