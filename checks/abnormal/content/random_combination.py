import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import FilingCheck
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing
from ipcheck.patent.parts_list import mere_lists

_JOIN = re.compile(r"[、,;]|和|与|及|以及")
_CLAUSE = re.compile(r"[。；;,\n]")


class RandomCombination(FilingCheck):
    """独立权利要求只罗列部件，而全文没有一句话把其中大多数部件与别的部件联系起来。

    部件之间没有任何关系，是随机组合词语生成方案的线索，也可能只是撰写粗略，机器分不清，所以默认不运行。
    看部件是否在同一句话里与另一个部件同时出现；部件的个数和没有联系的比例是内部阈值；组合物、套件、系统、程序不看。
    写明各部件的位置、连接和配合，以及共同解决什么问题。
    """

    @dataclass(frozen=True)
    class Options:
        """parts：不足几个部件的不看
        share：不与别的部件写在同一句里的部件占多少起报
        """

        parts: int = 4
        share: float = 0.5

    code = "GEN003"
    level = Level.ADVICE
    basis = (cite("令77", "3(3)"),)
    message = (
        "风险线索：权利要求{claim}的{number}个部件中有{loose}个（{names}）全文没有与其他部件写在一起"
        "（内部阈值 {limit:.0%}），请写明部件之间的关系"
    )
    clears = "撰写粗略，各部件的关系在附图里已经表明"
    keep = ("研发记录", "样机照片", "附图的原始设计文件")
    default = False

    good = (
        "1. 一种水泵，包括电机、泵体、叶轮和底座。\n"
        "说明书\n一种水泵\n具体实施方式\n电机装在泵体上，叶轮在泵体里，泵体立在底座上。",
        "1. 一种水泵，包括电机、泵体和叶轮，所述电机的输出轴与所述叶轮连接。",
        "1. 一种急救套件，包括剪刀、纱布、镊子和药瓶。",
    )
    bad = (
        "1. 一种水泵，⟦包括⟧电机、雨伞、镜片和门铃。\n"
        "说明书\n一种水泵\n具体实施方式\n电机转动。雨伞打开。镜片透光。门铃发声。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        sentences = [words for item in filing.description.paragraphs for words in _CLAUSE.split(item.body.folded)]
        for claim, words, listed in mere_lists(filing):
            parts = {part.strip() for part in _JOIN.split(listed.folded) if len(part.strip()) >= 2}
            if len(parts) < self.options.parts:
                continue
            tied: set[str] = set()
            for sentence in sentences:
                here = {part for part in parts if part in sentence}
                # A mere list ties nothing.
                if len(here) >= 2 and "、" not in sentence:
                    tied |= here
            loose = sorted(parts - tied)
            if len(loose) >= self.options.share * len(parts):
                yield self.at(
                    words,
                    facts={"parts": sorted(parts), "loose": loose},
                    claim=claim.number,
                    number=len(parts),
                    loose=len(loose),
                    names="、".join(loose[:6]),
                    limit=self.options.share,
                )
