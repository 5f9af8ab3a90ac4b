from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName, find_mentions

_PRIOR = lazy(r"现有技术|背景技术|传统|已有|常规|相关技术|对比文件|普通的|旧")


class PriorArtFigureUnlabelled(PatentCheck):
    """背景技术里说到的附图，附图说明没有写明它是现有技术。

    背景技术里引用的图画的是现有技术；图名不写明，审查员和读者会把它当成本发明的实施方式。
    在图名里写上“现有技术中的……”；图里画的其实是本发明的，背景技术里不要引用。
    只看背景技术部分引用、具体实施方式里没有引用的图。
    """

    code = "FIG017"
    level = Level.ADVICE
    basis = (cite("指南", "2-2-2.2.5"),)
    message = "“{words}”在背景技术里说的是现有技术，图名里没有写明：请写成“现有技术中的…”"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n背景技术\n现有的泵如图1所示。\n附图说明\n图1为现有技术中的泵；图2为本发明的泵。\n具体实施方式\n如图2所示。",
        "说明书\n一种泵\n背景技术\n现有的泵噪声大。\n附图说明\n图1为泵。\n具体实施方式\n如图1所示。",
    )
    bad = (
        "说明书\n一种泵\n背景技术\n现有的泵如图1所示，噪声大。\n附图说明\n⟦图1⟧为泵的结构图；图2为本发明的泵。\n"
        "具体实施方式\n如图2所示。",
        "说明书\n一种阀\n背景技术\n参照图2，这种阀容易泄漏。\n附图说明\n图1为阀的示意图。\n⟦图2⟧为阀的剖视图。\n"
        "具体实施方式\n如图1所示。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        description = filing.description
        if description is None:
            return
        used = {
            name: {
                label
                for paragraph in description.paragraphs_of(name)
                for mention in find_mentions(paragraph.body)
                for label in mention.labels
            }
            for name in (SectionName.BACKGROUND, SectionName.EMBODIMENTS)
        }
        prior = used[SectionName.BACKGROUND] - used[SectionName.EMBODIMENTS]
        for caption in filing.captions:
            if caption.text is not None and set(caption.labels) & prior and not _PRIOR.search(str(caption.text)):
                yield self.at(caption.span)
