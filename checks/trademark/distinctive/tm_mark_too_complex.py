import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Mark, MarkCheck


class TmMarkTooComplex(MarkCheck):
    """商标的文字过多。

    文字过多的标志消费者记不住、叫不出，容易被认为没有显著性；长短不是法定标准。
    只留最有识别力的部分；汉字超过12个或者外文超过6个词时提示（内部阈值，可改）。
    """

    code = "TMD011"
    basis = (cite("商标法", "17.1(3)"),)
    message = "商标有{count}，超过{limit}（内部阈值）：文字过多难以识别，请只留最有识别力的部分"

    @dataclass(frozen=True)
    class Options:
        """characters：汉字超过几个才报
        words：外文超过几个词才报
        """

        characters: int = 12
        words: int = 6

    good = (
        "商标\n福来\n",
        "商标\n春眠不觉晓处处闻啼鸟福来\n",
        "商标\nTHE FULAI TEA HOUSE OF WUHAN\n",
    )
    bad = (
        "商标\n⟦山高水远路迢迢一盏清茶慰寂寥云起时⟧\n",
        "商标\n⟦WE BREW THE FINEST TEA FOR ALL OF YOU⟧\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.words is None:
            return
        characters = len(re.findall(r"[\u3400-\u9fff]", mark.text))
        words = len(re.findall(r"[^\W\d_\u3040-\u9fff]+", mark.text))
        if characters > self.options.characters:
            told = f"{characters}个汉字", f"{self.options.characters}个"
        elif words > self.options.words:
            told = f"{words}个外文词", f"{self.options.words}个"
        else:
            return
        yield self.at(mark.words, count=told[0], limit=told[1], on=self.day(mark))
