from collections.abc import Iterator
from datetime import date

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit


class TmPartySymbol(ListedWordCheck):
    """商标是或者含有中国共产党的名称、党旗、党徽、勋章，或者与重要历史事件相关的标志性要素。

    2027年起商标法单列此项；此前按有其他不良影响处理，历史事件由“政治意义数字和事件”检查提示。
    换掉这些文字；党参、党项等成词不在此列。
    """

    code = "TMA004"
    level = Level.ERROR
    basis = (cite("商标法", "15(1)"), cite("商指", "2-3-3.8.2.4"))
    message = "{told}：党的名称、标志和相关标志性要素不得作为商标，换掉"
    uses = ("党的标志", "党史事件")

    good = (
        "商标\t类别\n党参\t5\n",
        "商标\t类别\n党项人家\t43\n",
        Sample("商标\t类别\n遵义会议\t33\n", as_of=date(2026, 12, 31)),
    )
    bad = (
        Sample("商标\t类别\n⟦党徽酒⟧\t33\n", as_of=date(2026, 12, 31)),
        Sample("商标\t类别\n⟦党徽酒⟧\t33\n", as_of=date(2027, 1, 1)),
        Sample("商标\t类别\n⟦遵义会议⟧\t33\n", as_of=date(2027, 1, 1)),
        Sample("商标\t类别\n⟦红船精神茶⟧\t30\n", as_of=date(2027, 1, 1)),
    )
    missed = ("商标\t类别\n⟦镰刀锤头⟧\t33\n",)

    def hits(self, mark: Mark, words: MarkWords) -> Iterator[tuple[str, WordHit]]:
        named = self.day(mark) >= date(2027, 1, 1)
        for name, hit in super().hits(mark, words):
            if named or name != "党史事件":
                yield name, hit
