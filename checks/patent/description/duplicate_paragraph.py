import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import DescriptionParagraph, Filing, PartName, PatentCheck, SectionName, first_words
from ipcheck.patent.prose import shingles

_LEAST = 40
# In runs of eight characters: so much of a paragraph of the background told before is the background told twice.
_WIDTH, _SHARE, _LONG = 8, 0.4, 60


class DuplicateParagraph(PatentCheck):
    """说明书的同一部分里有两个完全相同的段落，或者背景技术把前面说过的又说了一遍。

    重复的段落多半是粘贴了两次，或者该写的另一段没有写；大段重复也使说明书不简明。
    删去重复的一段，或者改成本来要写的内容。
    只比较同一个标题之下、40字以上（内部阈值）的段落：发明内容与具体实施方式相同是常见写法，不报；
    背景技术里60字以上的一段，四成以上的话（内部阈值）前面说过的，算写了两遍；
    隔了别的实施例重复同一步骤的也不报，只报紧挨着的或者中间只隔两段以内的。
    """

    code = "DSC052"
    level = Level.WARNING
    basis = (cite("质量评价", "16"), cite("细则", "20.3"))
    message = "这一段{fault}（“{words}……”）：请删去重复的一段，或者补上本来要写的内容"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n发明内容\n泵包括壳体、叶轮、转轴、轴承和密封圈，叶轮固定在转轴上，"
        "转轴通过轴承与壳体转动连接，密封圈套在转轴上。\n"
        "具体实施方式\n泵包括壳体、叶轮、转轴、轴承和密封圈，叶轮固定在转轴上，转轴通过轴承与壳体转动连接，"
        "密封圈套在转轴上。",
        "说明书\n一种泵\n附图说明\n图1是泵的图。\n图1是泵的图。",
        "说明书\n一种泵\n背景技术\n矿用排水泵在含砂水中工作，密封面容易磨损，漏水以后电机受潮，需要停机检修。\n"
        "矿用排水泵的叶轮也受含砂水冲刷，效率逐年下降，现有的办法是加大电机的功率，使得能耗上升，电缆发热，"
        "在井下还带来安全隐患，电费支出也随之上涨。",
    )
    bad = (
        "说明书\n一种泵\n具体实施方式\n泵包括壳体、叶轮、转轴、轴承和密封圈，叶轮固定在转轴上，"
        "转轴通过轴承与壳体转动连接，密封圈套在转轴上。\n"
        "⟦泵包括壳体、叶轮、转轴、⟧轴承和密封圈，叶轮固定在转轴上，转轴通过轴承与壳体转动连接，密封圈套在转轴上。",
        "说明书\n一种泵\n背景技术\n矿用排水泵在含砂水中工作，密封面容易磨损，漏水以后电机受潮，需要停机检修，检修一次要花两天。\n"
        "⟦可见，矿用排水泵在含砂水⟧中工作，密封面容易磨损，漏水以后电机受潮，需要停机检修，影响矿井的正常生产，"
        "工人还要下井搬运水泵，劳动强度很大。",
        "说明书\n一种阀\n背景技术\n现有的阀在高压下容易泄漏，阀芯与阀座之间的磨损较快，需要经常更换密封件，"
        "维护的费用比较高。\n"
        "阀多用于管道。\n⟦现有的阀在高压下容易泄漏⟧，阀芯与阀座之间的磨损较快，需要经常更换密封件，"
        "维护的费用比较高。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        for section in filing.description.sections:
            seen: dict[str, tuple[int, Span]] = {}
            for index, paragraph in enumerate(section.paragraphs):
                words = re.sub(r"\s", "", paragraph.body.folded)
                if len(words) < _LEAST or "\ufffc" in words:
                    continue
                if words in seen and index - seen[words][0] <= 3:
                    yield self.at(
                        first_words(paragraph.body), related=[first_words(seen[words][1])], fault="与前面一段一字不差"
                    )
                seen[words] = (index, paragraph.body)
        yield from self._told_twice(filing.description.paragraphs_of(SectionName.BACKGROUND))

    def _told_twice(self, paragraphs: tuple[DescriptionParagraph, ...]) -> Iterator[Finding]:
        told: set[str] = set()
        whole: set[str] = set()
        for paragraph in paragraphs:
            words = re.sub(r"\W", "", paragraph.body.folded)
            runs = shingles(words, _WIDTH)
            share = len(runs & told) / max(1, len(runs))
            # What repeats a paragraph word for word is told above.
            if len(words) >= _LONG and share >= _SHARE and words not in whole:
                fault = f"有{share:.0%}的话前面说过（内部阈值40%），背景技术像是写了两遍"
                yield self.at(first_words(paragraph.body), fault=fault, facts={"share": round(share, 3)})
            told |= runs
            whole.add(words)
