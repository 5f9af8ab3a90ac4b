from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Mark, MarkCheck
from ipcheck.trademark.matching import mark_words


class TmDeceptiveQuality(MarkCheck):
    """商标含有原料、品质、工艺的词，而指定的商品里没有这样的商品。

    与商品不符的原料、工艺词容易使公众误认，属于欺骗性标志；2027年起商标法列明了工艺、原料。商品与词相符的属于描述，
    另由显著性检查。
    换掉这个词，或者把商品限定为符合的商品。
    """

    code = "TMA015"
    level = Level.WARNING
    basis = (cite("商标法", "15(8)"), cite("商指", "2-3-3.7"))
    message = "商标含有“{hit}”，指定的商品“{goods}”与它不符：容易使公众对原料、工艺误认，换掉或者限定商品"
    uses = ("品质原料", "工艺")

    good = (
        "商标\t类别\t商品或服务\n牧云羊绒\t25\t羊绒衫；羊绒围巾\n",
        "商标\t类别\t商品或服务\n牧云羊绒\t35\t广告\n",
        "商标\t类别\t商品或服务\n鲜榨坊\t32\t果汁\n",
    )
    bad = (
        "商标\t类别\t商品或服务\n牧云纯羊绒\t25\t⟦化纤服装⟧\n",
        "商标\t类别\t商品或服务\n鲜榨坊\t32\t果汁；⟦浓缩果汁⟧\n",
    )
    missed = (
        "商标\t类别\t商品或服务\n零糖派\t32\t⟦含糖饮料⟧\n",
        "商标\t类别\t商品或服务\n手打坊\t30\t⟦机制面条⟧\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        words, classes = mark_words(mark.text), set(map(str, mark.classes))
        for name in self.uses:
            for hit in words.hits(mark.lists.shipped(name)):
                wanted = hit.entry.facts["goods"].split()
                told = [item for item in mark.goods if any(word in item.name for word in wanted)]
                if name == "工艺":
                    # Here the list names the goods that contradict the word.
                    wrong = told
                else:
                    fits = classes & set(hit.entry.facts["classes"].split())
                    wrong = list(mark.goods[:1]) if fits and not told else []
                if wrong:
                    yield self.at(wrong[0].span, on=self.day(mark), hit=hit.shown, goods=wrong[0].name)
                    return
