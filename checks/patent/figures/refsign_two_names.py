from collections import Counter
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Numeral, Occurrence, PartName, PatentCheck, names_differ
from ipcheck.patent.numerals import last_noun

_FOLLOWS = lazy(
    r"(?:固定|转动|滑动|可拆卸)?(?:安装|连接|设置|套设|固定|位于|铰接|啮合|抵接|转动|滑动)|由|与|带动|驱动|可以|能够"
)
# What can be touched. A listed sign of one figure after anything else may only count: 模式1, 步骤1, 通道1.
_THING = lazy(r"[圈环关牌灯杆阀脚头板座架轴套筒槽块销梁臂壳罩箱盒盘绳钩扣爪轮垫器泵罐瓶刀簧栓钉]$|片$|柱$|管$")


class RefsignTwoNames(PatentCheck):
    """具体实施方式里同一个附图标记跟着两个不同的名称：“壳体1”“底座1”。

    表示同一组成部分的附图标记应当一致；一个标记指两个部件，读者分不清说的是哪一个。
    统一名称，或者给另一个部件改一个标记。
    只在这个标记的名称清楚（列表里有，或者多数地方一致）时才报少数不一致的地方，并且那个名称要是另一个标记的名称，
    或者出现两次以上；
    简称（卡板、弧形卡板）算一致，末字相同的（摄像机、相机）只是警告；同一个名称只报第一处；
    全文都不符的只报用了另一个标记的名称的；没有列表时一位数字不算标记（应用页面1、
    控件1只是排序）；
    列表与正文处处不符的由“列表与正文不符”报，权利要求里的由“权利要求标记不符”报。
    """

    code = "FIG004"
    level = Level.ERROR
    basis = (cite("细则", "21.2"), cite("指南", "1-2-7.3"))
    message = "附图标记{words}在别处是“{name}”，这里却跟着“{other}”：请统一名称，或者改正标记"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图中：1-弧形卡板一；2-叶轮；3-通孔。\n具体实施方式\n弧形卡板1内装有叶轮2，"
        "卡板一1上设有孔3，上述卡板1与所述叶轮2相连，"
        "转速与温度2有关，步骤1先做。",
        "说明书\n一种泵\n具体实施方式\n应用页面1包括控件1，遍历应用页面1的控件1，应用页面1有文字。",
    )
    bad = (
        "说明书\n一种阀\n具体实施方式\n阀芯12压在阀座13上，阀芯12上下移动，阀座13密封，铭牌⟦12⟧安装在外侧。",
        "说明书\n一种泵\n附图说明\n图中：1-壳体；2-底座；3-叶轮。\n具体实施方式\n壳体1内装有叶轮3，"
        "壳体1放在底座2上，底座⟦1⟧用螺栓固定。",
        "说明书\n一种泵\n附图说明\n图中：1-壳体；2-底座。\n具体实施方式\n壳体1放在底座2上，壳体1为铁，底座2为铁，"
        "铭牌⟦1⟧可以省去。",
        "说明书\n一种泵\n附图说明\n图中：1-内袋；2-外盒。\n具体实施方式\n内袋1为塑料，内袋⟦2⟧是密闭的。",
        "说明书\n一种阀\n具体实施方式\n阀芯12压在阀座13上，阀芯12上下移动，阀座13密封，弹簧⟦12⟧推动阀座13，"
        "弹簧12复位，阀芯12开启。",
    )
    missed = (("说明书\n一种阀\n具体实施方式\n阀芯12压在阀座13上，阀芯12上下移动，阀座13密封，⟦一12⟧装在外侧。"),)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        known = {numeral.name for numeral in filing.numerals.values() if len(numeral.name) >= 2}
        for numeral in filing.numerals.values():
            # 应用页面1 and 控件1 only count things: without a list a sign has two figures at least.
            if not numeral.listed and len(numeral.sign) < 2:
                continue
            places = [place for place in numeral.occurrences if place.where == PartName.DESCRIPTION]
            other = [place for place in places if names_differ(str(place.context), numeral.name)]
            if not numeral.name or not other:
                continue
            # All of them differ: the list is wrong, which refsign-table-mismatch says; the name of another sign is
            # misplaced all the same. The list's own name counts as one place.
            agreeing = len(places) - len(other) + bool(numeral.listed)
            if len(other) == len(places) and numeral.listed:
                other = [place for place in other if _named(place, known)][:1]
            elif len(other) > agreeing:
                continue
            yield from self._report(numeral, places, other, known)

    def _report(
        self, numeral: Numeral, places: list[Occurrence], other: list[Occurrence], known: set[str]
    ) -> Iterator[Finding]:
        endings = Counter(str(place.context)[-2:] for place in other)
        agreeing = next((place.span for place in places if place not in other), None)
        told: set[str] = set()
        for place in other:
            context = str(place.context)
            named = _named(place, known)
            once = not named and endings[context[-2:]] < 2
            if once and not _is_subject(place):
                continue
            other_name = named or last_noun(context)
            # Every place of one wrong name is the same fault.
            if other_name in told:
                continue
            told.add(other_name)
            yield self.at(
                place.span,
                related=[agreeing] if agreeing else [],
                name=numeral.name,
                other=other_name,
                # 摄像机 beside 相机 may be one thing by two names, 底座 beside 壳体 is not.
                level=Level.WARNING if once or (not named and context[-1] == numeral.name[-1]) else None,
            )


def _named(place: Occurrence, known: set[str]) -> str:
    """The longest part name of the draft that stands right before the sign, "" if none does."""
    return next((name for name in sorted(known, key=len, reverse=True) if str(place.context).endswith(name)), "")


def _is_subject(place: Occurrence) -> bool:
    """Whether a short name opens its clause and a verb follows the sign: “铭牌13安装在外侧”, “铭牌3可以省去”."""
    document, start = place.span.document, place.context.start
    opens = start == 0 or document.folded[start - 1] in "。，；,;：:\n \t]"
    if not opens or not 2 <= len(place.context) <= 5 or (len(place.sign) < 2 and not _THING.search(str(place.context))):
        return False
    return _FOLLOWS.match(document.folded, place.span.end) is not None
