from collections.abc import Iterator
from datetime import date

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit


class TmPoliticalNumberEvent(ListedWordCheck):
    """商标就是有政治意义的数字、事件、地点的名称。

    这样的标志容易产生政治上的不良影响；数字只在单独成为整个标志时报，普通年份不报。党史事件在2027年以前由本项提示，
    以后由“党的标志”一项报。
    换掉；数字另有来历的请说明。
    """

    code = "TMA024"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.2.5"), cite("商指", "2-3-3.8.2.6"))
    message = "{told}：有政治意义的数字、事件、地点，换掉；另有来历的请说明"
    uses = ("政治意义数字和事件", "党史事件")
    contained = None

    good = (
        "商标\t类别\n1998\t33\n",
        "商标\t类别\n九一八路烧烤\t43\n",
        "商标\t类别\n六四零\t9\n",
        Sample("商标\t类别\n遵义会议\t33\n", as_of=date(2027, 1, 1)),
    )
    bad = (
        "商标\t类别\n⟦九一八⟧\t33\n",
        "商标\t类别\n⟦纳粹⟧\t25\n",
        "商标\t类别\n⟦1949⟧\t33\n",
        Sample("商标\t类别\n⟦遵义会议⟧\t33\n", as_of=date(2026, 12, 31)),
    )

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        return super().weigh(mark, words, hit, day) if words.alone(hit) else None

    def hits(self, mark: Mark, words: MarkWords) -> Iterator[tuple[str, WordHit]]:
        named = self.day(mark) >= date(2027, 1, 1)
        for name, hit in super().hits(mark, words):
            if not (named and name == "党史事件"):
                yield name, hit
