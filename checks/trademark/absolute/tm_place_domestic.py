import re
from datetime import date

from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Column, Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit

_KEPT = re.compile(r"集体|证明|地理标志")
_ENDINGS = frozenset("省市县区州旗盟")


class TmPlaceDomestic(ListedWordCheck):
    """商标是或者含有我国县级以上行政区划的名称、简称、旧称。

    地名不得作商标，有更强的其他含义、作为集体商标和证明商标组成部分等五种例外；地名常另有含义，
    所以除与省级名称或者完整的区划名称相同的以外只提示。乡镇、街道、村不在此列。
    换掉地名，或者说明属于哪一种例外；例外要逐条对照。
    """

    code = "TMA043"
    level = Level.WARNING
    basis = (cite("商标法", "16.1"), cite("商指", "2-3-3.9.1"))
    message = "{told}：县级以上行政区划名称不得作为商标，换掉，或者说明属于哪种例外"
    uses = ("行政区划-省级", "旧地名和简称", "行政区划-地级", "行政区划-县级", "行政区划-市辖区")
    contained = Level.WARNING

    good = (
        "商标\t类别\n凤凰\t25\n",
        "商标\t类别\n朝阳\t9\n",
        "商标\t类别\n朝阳产业\t35\n",
        "商标\t类别\n武昌鱼\t29\n",
        "商标\t类别\n江西海岸\t43\n",
        "商标\t类别\n鄂湘情\t33\n",
        "商标\t类别\n长兴隆\t33\n",
        "商标\t类别\t商标类型\n烟台苹果\t31\t证明商标\n",
    )
    bad = (
        "商标\t类别\n⟦烟台美酒⟧\t33\n",
        "商标\t类别\n⟦皖⟧\t33\n",
        "商标\t类别\n⟦襄阳⟧\t30\n",
        "商标\t类别\n⟦湖北省⟧\t33\n",
        "商标\t类别\n⟦秭归脐橙⟧\t31\n",
        "商标\t类别\n⟦汉口往事⟧\t43\n",
    )
    missed = (
        "商标\t类别\n⟦羊城⟧\t33\n",
        "商标\t类别\n⟦申城⟧\t33\n",
    )

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        if _KEPT.search(mark.row.text(Column.KIND)) or mark.lists.shipped("地名他义").get(hit.words) is not None:
            return None
        full = hit.words[-1] in _ENDINGS and len(hit.words) > 2
        if hit.whole:
            certain = full or mark.lists.shipped("行政区划-省级").get(hit.words) is not None
            return Level.ERROR if certain and hit.words == words.text and len(hit.words) > 1 else Level.WARNING
        if "match" in hit.entry.facts:
            return None
        if not full and self._small(mark, hit):
            # Counties' names are ordinary words too often; before an ordinary word they are places: 秭归脐橙.
            return Level.WARNING if hit.first and words.rest_is_common(hit.end) else None
        province = mark.lists.shipped("行政区划-省级").get(hit.words) is not None
        return Level.WARNING if full or province or hit.first or words.word_before(hit.start) else None

    def _small(self, mark: Mark, hit: WordHit) -> bool:
        """Whether it is a county or a district: their names are ordinary words too often to count anywhere."""
        larger = ("行政区划-省级", "旧地名和简称", "行政区划-地级")
        return not any(mark.lists.shipped(name).get(hit.words) for name in larger)
