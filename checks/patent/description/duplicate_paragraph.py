import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Filing, PartName, PatentCheck, first_words

_LEAST = 40


class DuplicateParagraph(PatentCheck):
    """说明书的同一部分里有两个完全相同的段落。

    重复的段落多半是粘贴了两次，或者该写的另一段没有写；大段重复也使说明书不简明。
    删去重复的一段，或者改成本来要写的内容。
    只比较同一个标题之下、40字以上（内部阈值）的段落：发明内容与具体实施方式相同是常见写法，不报；
    隔了别的实施例重复同一步骤的也不报，只报紧挨着的或者中间只隔两段以内的。
    """

    code = "DSC052"
    level = Level.WARNING
    basis = (cite("质量评价", "16"), cite("细则", "20.3"))
    message = "这一段与前面一段一字不差（“{words}……”）：请删去重复的一段，或者补上本来要写的内容"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n发明内容\n泵包括壳体、叶轮、转轴、轴承和密封圈，叶轮固定在转轴上，"
        "转轴通过轴承与壳体转动连接，密封圈套在转轴上。\n"
        "具体实施方式\n泵包括壳体、叶轮、转轴、轴承和密封圈，叶轮固定在转轴上，转轴通过轴承与壳体转动连接，"
        "密封圈套在转轴上。",
        "说明书\n一种泵\n附图说明\n图1是泵的图。\n图1是泵的图。",
    )
    bad = (
        "说明书\n一种泵\n具体实施方式\n泵包括壳体、叶轮、转轴、轴承和密封圈，叶轮固定在转轴上，"
        "转轴通过轴承与壳体转动连接，密封圈套在转轴上。\n"
        "⟦泵包括壳体、叶轮、转轴、⟧轴承和密封圈，叶轮固定在转轴上，转轴通过轴承与壳体转动连接，密封圈套在转轴上。",
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
                    yield self.at(first_words(paragraph.body), related=[first_words(seen[words][1])])
                seen[words] = (index, paragraph.body)
