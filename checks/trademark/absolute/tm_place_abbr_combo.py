import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Mark, MarkCheck
from ipcheck.trademark.matching import mark_words

# Two abbreviations that are hardly read otherwise, or well-known pairs of which one is an ordinary character.
_ABBREVIATIONS = re.compile(
    "[京津沪渝冀豫湘皖鲁苏浙赣鄂桂晋陕闽粤琼黔滇]{2,4}|川渝|川黔|云贵川|云贵|陕甘宁|港澳台|粤港澳?|青藏|川藏|滇藏"
)


class TmPlaceAbbrCombo(MarkCheck):
    """商标由两个以上省级地名的简称连写而成。

    两地简称组合、不会使公众误认产地的可以注册，所以只是建议；与其他字成词的不报。
    核对商品是否与这两地有关，会不会使人误认产地。
    """

    code = "TMA045"
    level = Level.ADVICE
    basis = (cite("商标法", "16.1"), cite("商指", "2-3-3.9.1"))
    message = "“{hit}”是两个以上地名简称的组合：可以放行，核对会不会使公众误认产地"

    good = ("商标\t类别\n鄂\t33\n", "商标\t类别\n渝见你\t43\n", "商标\t类别\n晋级\t9\n")
    bad = (
        "商标\t类别\n⟦鄂湘情⟧\t33\n",
        "商标\t类别\n⟦京津冀⟧\t39\n",
        "商标\t类别\n⟦川渝火锅⟧\t43\n",
        "商标\t类别\n⟦苏浙味⟧\t43\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        words = mark_words(mark.text)
        found = _ABBREVIATIONS.match(words.han)
        # A longer name (粤港澳大湾区) is no combination.
        if mark.words is None or found is None or len(words.han) > 6:
            return
        if len(words.first_word) <= len(found[0]):
            yield self.at(mark.words, on=self.day(mark), hit=found[0])
