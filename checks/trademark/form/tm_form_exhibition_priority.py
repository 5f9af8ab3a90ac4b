import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck
from ipcheck.trademark.periods import HOLIDAYS, months_after, next_weekday

# 六个月内提出，三个月内交证明（商标法第二十六条，2027年起第三十条）。
_MONTHS, _PAPERS = 6, 3
_FAIR = re.compile(r"展|博览|交易会|世博|expo|fair", re.IGNORECASE)
_PROOF = re.compile(r"展|博览|优先权|主办")


class TmFormExhibitionPriority(MarkCheck):
    """展会优先权：申请日超出首次展出之日起六个月，或者附件里没有展出证明。

    只有中国政府主办或者承认的国际展览会上首次使用的商标，自展出之日起六个月内可以要求优先权，三个月内交展会名称、展出证据和日期的证明。
    超期的不要求；缺证明的在期限内补交。期限的算法与外国优先权相同，超出不到十天（内部阈值）的只给警告。
    """

    code = "TMF021"
    level = Level.ERROR
    basis = (cite("商标法", "30"), cite("商标条例", "12.1"))
    message = "展出日“{words}”：{what}"

    good = (
        "商标\t申请日\t优先权日\t优先权国家或展会\t附件\n福来\t2026-06-30\t2026-02-01\t国际食品展\t展会主办方证明\n",
        "商标\t申请日\t优先权日\t优先权国家或展会\n福来\t2026-06-30\t2026-02-01\t世博会\n",
        "商标\t申请日\t优先权日\t优先权国家或展会\n福来\t2026-12-30\t2026-02-01\t德国\n",
    )
    bad = (
        "商标\t申请日\t优先权日\t优先权国家或展会\n福来\t2026-09-30\t⟦2026-02-01⟧\t国际食品展\n",
        "商标\t申请日\t优先权日\t优先权国家或展会\n福来\t2026-01-30\t⟦2026-02-01⟧\t国际食品展\n",
        "商标\t申请日\t优先权日\t优先权国家或展会\t附件\n福来\t2026-06-30\t⟦2026-02-01⟧\t国际食品展\t营业执照\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell, first = mark.row.cell(Column.PRIORITY_DAY), mark.row.day(Column.PRIORITY_DAY)
        place, files = mark.row.text(Column.PRIORITY_PLACE), mark.row.text(Column.FILES)
        if cell is None or first is None or not _FAIR.search(place):
            return
        day, last = self.day(mark), next_weekday(months_after(first, _MONTHS))
        if first > day:
            yield self.at(cell, what=f"展出日晚于申请日{day.isoformat()}，请核对日期", on=day)
        elif day > last:
            near = day <= last + HOLIDAYS
            tail = "，如遇法定节假日可以顺延" if near else ""
            yield self.at(
                cell,
                what=f"六个月到{last.isoformat()}届满，申请日{day.isoformat()}已经超出{tail}，不要再要求这项优先权",
                level=Level.WARNING if near or mark.filed is None else None,
                on=day,
            )
        elif mark.row.has(Column.FILES) and not _PROOF.search(files):
            due = next_weekday(months_after(day, _PAPERS))
            yield self.at(
                cell,
                what=f"附件里没有展会名称、展出日期的证明，最迟{due.isoformat()}交",
                level=Level.WARNING,
                on=day,
            )
