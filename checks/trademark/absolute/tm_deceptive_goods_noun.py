from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Mark, MarkCheck
from ipcheck.trademark.matching import mark_words


class TmDeceptiveGoodsNoun(MarkCheck):
    """商标以一种商品的名称结尾，而指定的商品里没有这种商品。

    公众会以为卖的是那种商品，容易误认；臆造使用（小米指手机）不在此列，只看相近类别里的商品名。
    换掉商品名称，或者在商品里加上它、删去不符的。
    """

    code = "TMA017"
    level = Level.WARNING
    basis = (cite("商标法", "15(8)"), cite("商指", "2-3-3.7"))
    message = "商标以“{hit}”结尾，指定的商品里没有它：容易使公众误认，换掉或者调整商品"
    uses = ("商品名词",)

    good = (
        "商标\t类别\t商品或服务\n小米\t9\t手机\n",
        "商标\t类别\t商品或服务\n岗上牛奶\t29\t牛奶；酸奶\n",
        "商标\t类别\t商品或服务\n岗上牛奶\t35\t广告\n",
    )
    bad = ("商标\t类别\t商品或服务\n⟦岗上牛奶⟧\t29\t豆浆\n", "商标\t类别\t商品或服务\n⟦北岭红茶⟧\t32\t啤酒\n")
    missed = ("商标\t类别\t商品或服务\n⟦COFFEE岗上⟧\t30\t茶\n",)

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        words, classes = mark_words(mark.text), set(map(str, mark.classes))
        if mark.words is None or not mark.goods:
            return
        for hit in words.hits(mark.lists.shipped("商品名词")):
            wanted = hit.entry.facts["goods"].split()
            last = hit.end == len(words.text) or words.han.endswith(hit.words)
            near = classes & set(hit.entry.facts["classes"].split())
            if near and last and not any(word in item.name for item in mark.goods for word in wanted):
                yield self.at(mark.words, on=self.day(mark), hit=hit.shown)
                return
