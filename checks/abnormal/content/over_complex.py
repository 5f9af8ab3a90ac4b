from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ipcheck.abnormal import FilingCheck
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, SectionName
from ipcheck.patent.prose import bare, shingles

_PROBLEM = lazy(
    r"问题|目的|缺陷|缺点|不足|不便|难以|容易|不能|无法|影响|导致"
    r"|造成|麻烦|费力|效果|提高|降低|避免|减少|防止"
)
# 板的顶部固定连接有块，块的一侧固定连接有杆: one thing hung on another.
_CHAIN = lazy(r"(?:设置|固定|转动|滑动|活动|螺纹|可拆卸|安装|套设|铰接|开设|焊接|固接)(?:连接|安装|设置)?有")


class OverComplex(FilingCheck):
    """部件多而与要解决的问题不相干：几十个部件一个接一个连上去，名称几乎都与技术问题无关。

    用复杂的结构实现简单的功能、堆砌与问题无关的部件，是明显不符合技术改进常理的线索；真正的机器部件多，但是各为其用。
    看附图标记的个数、“固定连接有”一类的连缀在说明书里的密度，以及部件名称与名称、问题、效果用字相同的比例；
    这三个界限都是内部阈值，方法、系统类案件部件少，自然不报。
    删去与问题无关的部件，写明每个部件为解决什么问题而设。
    """

    @dataclass(frozen=True)
    class Options:
        """parts：不足几个部件的不看
        share：名称与主题、问题、效果有关的部件占比低于多少才报
        chains：每一千字里“固定连接有”一类的连缀达到几处才报
        """

        parts: int = 40
        share: float = 0.15
        chains: float = 8.0

    code = "GEN006"
    level = Level.ADVICE
    basis = (cite("令77", "3(4)"),)
    message = (
        "风险线索：有{number}个部件（内部阈值 {parts}），名称与主题、问题、效果有关的只占{share:.0%}"
        "（内部阈值 {limit:.0%}），且多由“固定连接有”一类的话连缀，请写明各部件的作用"
    )
    clears = "真实的机器，各部件的作用已经在图纸和样机上实现"
    keep = ("设计图纸", "样机照片", "研发记录")

    _NAMES = tuple(f"{a}{b}" for a in "甲乙丙丁戊己庚辛" for b in ("板", "块", "杆", "筒", "环", "座"))
    _CHAINED = "。".join(
        f"{one}{index}的顶部固定连接有{other}{index + 1}" for index, (one, other) in enumerate(pairwise(_NAMES), 1)
    )
    _HEAD = "\n背景技术\n伞尖滴水，容易打湿地面。\n附图说明\n图1为结构图。\n具体实施方式\n"
    good = (
        "说明书\n一种伞架" + _HEAD + "伞筒1的底部固定连接有托盘2。",
        # Many parts, each for the problem; many parts that are not hung on one another.
        "说明书\n一种伞架" + _HEAD.replace("伞尖滴水", "、".join(_NAMES) + "松脱") + _CHAINED,
        "说明书\n一种伞架"
        + _HEAD
        + "。".join(f"{one}{index}托住邻件并随之转动，受力均匀" for index, one in enumerate(_NAMES, 1)),
    )
    bad = ("说明书\n⟦一种伞架⟧" + _HEAD + _CHAINED,)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        description = filing.description
        if description is None or filing.title is None:
            return
        names = {numeral.name for numeral in filing.numerals.values() if len(numeral.name) >= 2}
        if len(names) < self.options.parts:
            return
        told = [item.body for item in description.paragraphs_of(SectionName.EMBODIMENTS)]
        length = sum(map(len, told))
        chains = sum(1 for span in told for _ in span.find(_CHAIN))
        if not length or 1000 * chains / length < self.options.chains:
            return
        problem = filing.title.folded + "".join(
            clause
            for name in (SectionName.FIELD, SectionName.BACKGROUND, SectionName.SUMMARY)
            for item in description.paragraphs_of(name)
            for clause in item.body.folded.split("。")
            if name is SectionName.FIELD or _PROBLEM.search(clause)
        )
        pairs = shingles(bare(problem), 2)
        touching = {name for name in names if shingles(name, 2) & pairs}
        share = len(touching) / len(names)
        if share < self.options.share:
            yield self.at(
                filing.title,
                facts={"parts": len(names), "touching": sorted(touching), "chains": chains},
                number=len(names),
                parts=self.options.parts,
                share=share,
                limit=self.options.share,
            )
