from collections.abc import Iterator
from functools import cache

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Mark, MarkCheck
from ipcheck.trademark.matching import common_words, idioms, mark_words, readings


@cache
def _by_gap() -> dict[tuple[str, str], list[str]]:
    """The idioms by what is left when one of their characters is taken out."""
    found: dict[tuple[str, str], list[str]] = {}
    for idiom in sorted(idioms()):
        for place in range(4):
            found.setdefault((idiom[:place], idiom[place + 1 :]), []).append(idiom)
    return found


class TmNonstandardHanzi(MarkCheck):
    """商标把成语里的一个字换成同音的字。

    成语的不规范使用容易误导公众特别是未成年人；繁体、篆隶和书法不是不规范。自造的缺笔字由人看。
    写回成语本来的字，或者换一个不像成语的标志。
    """

    code = "TMA029"
    level = Level.WARNING
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.3.3"))
    message = "“{hit}”像是成语“{idiom}”换了同音的字：容易误导未成年人，写回“{idiom}”或者换一个标志"

    good = (
        "商标\t类别\n百依百顺\t25\n",
        "商标\t类别\n默默无闻\t5\n",
        "商标\t类别\n十全十美\t30\n",
        "商标\t类别\n東風萬里\t12\n",
    )
    bad = ("商标\t类别\n⟦百衣百顺⟧\t25\n", "商标\t类别\n⟦默默无蚊⟧\t5\n", "商标\t类别\n⟦咳不容缓⟧\t5\n")
    missed = (
        "商标\t类别\n⟦食全食美⟧\t30\n",
        "商标\t类别\n⟦一见钟琴⟧\t15\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        han = mark_words(mark.text).han
        if mark.words is None or len(han) != 4 or han in common_words():
            return
        for place in range(4):
            for idiom in _by_gap().get((han[:place], han[place + 1 :]), ()):
                if readings(han[place]) & readings(idiom[place]):
                    yield self.at(mark.words, on=self.day(mark), hit=han, idiom=idiom)
                    return
