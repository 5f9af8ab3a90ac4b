import re
from datetime import date

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Column, Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit

_KEPT = re.compile(r"集体|证明|地理标志")


class TmGiInclusion(ListedWordCheck):
    """商标含有地理标志的名称，而申请人不是它的集体、证明商标的注册人。

    商品不来自该地区的会误导公众，相同的商品一般不予注册；名单由使用者提供，可写“类别”列。
    换掉；协会以集体商标、证明商标申请的，在“商标类型”或者“授权文件”列写明。
    """

    code = "TMA047"
    level = Level.ERROR
    basis = (cite("商标法", "23.1"), cite("商标授权规定", "4"))
    message = "{told}：是地理标志的名称，换掉，或者提交授权；商品不来自该地区的不得使用"
    uses = ("地理标志",)
    consent = True

    good = (
        Sample("商标\t类别\t商标类型\n试样硒茶\t30\t集体商标\n", lists=(("地理标志", "名称,类别\n试样硒茶,30\n"),)),
        "商标\t类别\n试样硒茶\t30\n",
    )
    bad = (
        Sample("商标\t类别\n⟦试样硒茶⟧\t30\n", lists=(("地理标志", "名称,类别\n试样硒茶,30\n"),)),
        Sample("商标\t类别\n⟦老李试样硒茶⟧\t33\n", lists=(("地理标志", "名称,类别\n试样硒茶,30\n"),)),
    )

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        if _KEPT.search(mark.row.text(Column.KIND)):
            return None
        classes = {int(number) for number in re.findall(r"\d+", hit.entry.facts.get("类别", ""))}
        # Other goods may still mislead, but not by themselves.
        return Level.ERROR if not classes or classes & set(mark.classes) else Level.WARNING
