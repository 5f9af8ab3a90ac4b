import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.model.text import squeeze
from ipcheck.patent import Filing, PartName, PatentCheck, first_words, head_noun

_SPLIT = re.compile(r"及其|以及|及|和|与|、|或|,")
_IDLE = re.compile(r"^(?:发明名称:|名称:)|一种|用于|基于|[的及其和与、,]")
_ENOUGH = 0.6
_HARDLY = 0.3


class AbstractTitleMissing(PatentCheck):
    """摘要没有写明发明名称。

    摘要应当写明发明或者实用新型的名称和所属技术领域；未写明名称的，会被通知补正。
    第一句写“本发明公开了一种……”，用请求书和说明书中的名称。
    名称中的“一种”“及其”以及各主题分开写都算写明，有几个主题的写了第一个就不报；名称的大部分字词都出现了（内部阈值：六成）也不报；
    连主题的中心词和大半字词都没有的报错误，否则报警告。
    """

    code = "ABS003"
    level = Level.ERROR
    basis = (cite("细则", "26.1"), cite("指南", "1-1-4.5.1"))
    message = "摘要没有写明名称“{title}”（内部阈值：名称的字词出现不到六成）：摘要应当写明发明名称，请在第一句写出"
    needs = (PartName.ABSTRACT,)

    _AFTER = "\n技术领域\n本发明涉及机械。\n背景技术\n现有机械效率低。"
    good = (
        "说明书摘要\n本发明公开了一种水泵，包括泵体。\n说明书\n一种水泵" + _AFTER,
        "说明书摘要\n本发明公开了一种拉链以及拉链的制造方法。\n说明书\n拉链及其制造方法" + _AFTER,
        "说明书摘要\n本发明公开了一种检测方法。该方法采样后比较，检测系统包括采样器。\n说明书\n一种检测方法及系统"
        + _AFTER,
        "说明书摘要\n本发明涉及用于输送石油的多级离心泵。\n说明书\n一种多级石油离心泵" + _AFTER,
    )
    bad = (
        "说明书摘要\n⟦本发明的优点是结构简单、⟧使用方便、成本低。\n说明书\n一种离心水泵" + _AFTER,
        "说明书摘要\n⟦本实用新型公开了一种碗，⟧包括碗体。\n请求书\n实用新型名称：折叠式自行车停放架",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.abstract is None or not filing.titles:
            return
        text = squeeze(str(filing.abstract.span))
        title = squeeze(str(filing.titles[0]))
        pieces = [piece for piece in (_IDLE.sub("", words) for words in _SPLIT.split(title)) if piece] or [title]
        plain = _IDLE.sub("", text)
        if all(piece in plain for piece in pieces) or (len(pieces[0]) > 1 and pieces[0] in plain):
            return
        bare = _IDLE.sub("", title)
        pairs = [bare[index : index + 2] for index in range(len(bare) - 1)] or [bare]
        share = sum(pair in text for pair in pairs) / len(pairs)
        if share >= _ENOUGH:
            return
        head = head_noun(title)[-2:]
        grave = share < _HARDLY and head not in text
        yield self.at(
            first_words(filing.abstract.span),
            title=str(filing.titles[0]),
            level=Level.ERROR if grave else Level.WARNING,
        )
