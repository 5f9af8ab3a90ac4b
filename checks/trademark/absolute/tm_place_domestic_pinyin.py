from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import mark_words, reads_as


class TmPlaceDomesticPinyin(ListedWordCheck):
    """商标是或者含有省级、省会、计划单列市、著名旅游城市名称的拼音。

    指南只放行其他地名的拼音；苏州与宿州这样同音的两地要人看。拼音只是同一标志里汉字的注音、而汉字不是地名的不报。
    换掉，或者说明整体另有含义。
    """

    code = "TMA044"
    level = Level.WARNING
    basis = (cite("商标法", "16.1"), cite("商指", "2-3-3.9.1"))
    message = "{told}：是地名“{hanzi}”的拼音，换掉，或者说明整体另有含义"
    uses = ("行政区划-拼音",)

    good = (
        "商标\t类别\nSHASHI\t25\n",
        "商标\t类别\n武翰 WUHAN\t9\n",
        "商标\t类别\nHENANA\t25\n",
        "商标\t类别\nCHENGDUO\t9\n",
    )
    bad = ("商标\t类别\n⟦WUHAN⟧\t33\n", "商标\t类别\n⟦BEIJING DREAM⟧\t25\n", "商标\t类别\n⟦Su Zhou⟧\t24\n")
    missed = (
        "商标\t类别\n⟦HANGCHOW⟧\t33\n",
        "商标\t类别\n⟦PEKING⟧\t33\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        words = mark_words(mark.text)
        for _, hit in self.hits(mark, words):
            hanzi = hit.entry.facts["hanzi"]
            reading = any(reads_as(words.han[start : start + len(hanzi)], hit.words) for start in range(len(words.han)))
            # A syllable or two inside more letters is as often a name or a word: BROTHER XIAN.
            likely = hit.whole or len(hit.words) > 4 or hanzi in words.han
            if mark.words is not None and likely and (hanzi in words.han or not reading):
                told = f"商标与“{hit.shown}”相同" if hit.whole else f"商标含有“{hit.shown}”"
                yield self.at(mark.words, on=self.day(mark), told=told, hanzi=hanzi)
                return
