import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.model.text import squeeze
from ipcheck.patent import Filing, PartName, PatentCheck, first_words, head_noun

_SPLIT = lazy(r"及其|以及|及|和|与|、|或|,")
_IDLE = lazy(r"^(?:发明名称:|名称:)|一种|用于|基于|[的及其和与、,]")
# A name that names nothing: 公开了一种技术方案, 提供一种新的装置.
_EMPTY_NAME = lazy(
    r"(?:公开|提供|涉及|提出|介绍|描述|设计|发明|给出|记载|保护|是|为)了?(?:[^，。；一]{0,30}的)?(?:一种|一类"
    r"|一套|1种)"
    r"(?:全?新(?:型|颖)?|改进|改良|优化|先进|有效|高效|实用|简单|特殊|相应|上述|该)?的?"
    r"(?:技术方案|技术手段|技术|解决方案|解决手段|解决办法|解决措施|改进方案|改进措施|实施方案|实现方案|方案|手段"
    r"|措施|办法|做法|产品|物品|装置|设备|系统|方法|结构|机构|器件"
    r"|组件|发明|创造|成果|思路|构思|工具|仪器|材料|工艺|东西)(?=[，,。；;：:]|包括|由|具体|其|该|它|主要|$)"
)
_ENOUGH = 0.6
_HARDLY = 0.3


class AbstractTitleMissing(PatentCheck):
    """摘要没有写明发明名称。

    摘要应当写明发明或者实用新型的名称和所属技术领域；未写明名称的，会被通知补正。
    第一句写“本发明公开了一种……”，用请求书和说明书中的名称。
    名称中的“一种”“及其”以及各主题分开写都算写明，有几个主题的写了第一个就不报；名称的大部分字词都出现了（内部阈值：六成）也不报；
    第一句只说“公开了一种技术方案”“提供一种新型装置”而全文没有名称的，即使字词散见各处也报；连主题的中心词和大半字词都没有的报错误，否则报警告。
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
        "说明书摘要\n本发明公开了一种装置，该多级石油离心泵包括叶轮。\n说明书\n一种多级石油离心泵" + _AFTER,
        "说明书摘要\n本发明公开了一种石油离心泵，多级式，提供一种方案。\n说明书\n一种多级石油离心泵" + _AFTER,
        "说明书摘要\n本发明涉及用于输送石油的多级离心泵。\n说明书\n一种多级石油离心泵" + _AFTER,
    )
    bad = (
        "说明书摘要\n⟦本发明的优点是结构简单、⟧使用方便、成本低。\n说明书\n一种离心水泵" + _AFTER,
        "说明书摘要\n⟦本发明公开了一种技术方案⟧，用雷达采集呼吸的信号，按信号检测睡眠的呼吸状态。\n"
        "说明书\n一种睡眠呼吸状态检测方法" + _AFTER,
        "说明书摘要\n⟦本发明属于泵的技术领域，⟧提供一种新型的装置，包括多级的叶轮，离心地把石油抽上来。\n"
        "说明书\n一种多级石油离心泵" + _AFTER,
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
        head = head_noun(title)[-2:]
        sentence = text.split("。")[0]
        empty = _EMPTY_NAME.search(sentence)
        # Only the first naming counts, and one that comes after the title's own head does not.
        unnamed = empty is not None and not re.search(rf"一种|一类|{re.escape(head)}", sentence[: empty.start()])
        if share >= _ENOUGH and not unnamed:
            return
        grave = share < _HARDLY and head not in text
        yield self.at(
            first_words(filing.abstract.span),
            title=str(filing.titles[0]),
            level=Level.ERROR if grave else Level.WARNING,
        )
