from collections.abc import Iterator
from typing import ClassVar

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck
from ipcheck.trademark.matching import mark_words


class TmDeceptiveOrigin(MarkCheck):
    """商标含有外国国名、外国地名或者我国的地名，而申请人不在那里。

    公众会以为商品来自该地，容易对产地误认；欧式、法式等风格词不算，服务和与产地无关的商品不查。
    换掉地名，或者说明商品确实来自该地并准备产地证据。
    """

    code = "TMA016"
    level = Level.WARNING
    basis = (cite("商标法", "15(8)"), cite("商标授权规定", "4"))
    message = "商标含有“{hit}”，申请人地址不在那里：容易使公众对产地误认，换掉，或者准备商品来自该地的证据"
    uses = ("外国国名", "外国国名-CLDR", "外国地名", "行政区划-省级", "行政区划-地级")
    # Goods whose origin matters to the public; services and tools do not.
    goods: ClassVar[frozenset[int]] = frozenset((3, 5, 14, 18, 20, 21, 24, 25, 27, 29, 30, 31, 32, 33, 34))

    good = (
        "商标\t类别\t申请人地址\n法式庄园\t33\t湖北省荆州市沙市区\n",
        "商标\t类别\t申请人地址\n法国庄园\t33\t法国波尔多市\n",
        "商标\t类别\t申请人地址\n荆州鱼糕\t29\t湖北省荆州市沙市区\n",
        "商标\t类别\t申请人地址\n法国庄园\t42\t湖北省荆州市沙市区\n",
        "商标\t类别\n法国庄园\t33\n",
    )
    bad = (
        "商标\t类别\t申请人地址\n⟦法国庄园⟧\t33\t湖北省荆州市沙市区\n",
        "商标\t类别\t申请人地址\n⟦贵州老窖⟧\t33\t湖北省荆州市沙市区\n",
    )
    missed = ("商标\t类别\t申请人地址\n⟦羊城人家⟧\t30\t湖北省荆州市沙市区\n",)

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        home = mark.row.text(Column.ADDRESS) + mark.row.text(Column.NATIONALITY)
        if mark.words is None or not home or not self.goods & set(mark.classes):
            return
        words, at_home = mark_words(mark.text), mark_words(home)
        for name in self.uses:
            for hit in words.hits(mark.lists.shipped(name)):
                province = hit.entry.facts.get("province", "")
                near = hit.words in at_home.text or (province and province in at_home.text)
                certain = "level" not in hit.entry.facts and mark.lists.shipped("地名他义").get(hit.words) is None
                if not near and certain and (hit.whole or hit.first):
                    yield self.at(mark.words, on=self.day(mark), hit=hit.shown)
                    return
