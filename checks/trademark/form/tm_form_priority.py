import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck
from ipcheck.trademark.periods import HOLIDAYS, months_after, next_weekday

# 六个月内提出，三个月内交副本（商标法第二十五条，2027年起第二十九条）。
_MONTHS, _PAPERS = 6, 3
_FAIR = re.compile(r"展|博览|交易会|世博|expo|fair", re.IGNORECASE)
_COPY = re.compile(r"优先权|副本|证明")


class TmFormPriority(MarkCheck):
    """外国优先权：申请日超出首次申请之日起六个月，首次申请日晚于申请日，或者没有写国家。

    优先权要在首次申请之日起六个月内、提出申请时书面声明，三个月内交首次申请文件的副本。
    超期的不要求优先权；没有写国家、申请号的补上。期限按月计算，当日不算，该月没有相应日的以月末为准，末日是周末的顺延；法定节假日不另算，超出不到十天（内部阈值）或者没有写申请日的只给警告。
    """

    code = "TMF020"
    level = Level.ERROR
    basis = (cite("商标法", "29"), cite("商标条例", "20"), cite("商标条例", "12.1"))
    message = "优先权日“{words}”：{what}"

    good = (
        "商标\t申请日\t优先权日\t优先权国家\n福来\t2026-06-30\t2026-02-01\t德国\n",
        "商标\t申请日\t优先权日\t优先权国家\n福来\t2026-02-28\t2025-08-31\t日本\n",
        "商标\t申请日\t优先权日\t优先权国家\n福来\t2026-08-03\t2026-02-01\t日本\n",
        "商标\t申请日\t优先权日\n福来\t2026-08-03\t\n",
        "商标\t申请日\t优先权日\t优先权国家\n福来\t2026-12-03\t2026-02-01\t工业博览会\n",
    )
    bad = (
        "商标\t申请日\t优先权日\t优先权国家\n福来\t2026-09-01\t⟦2026-02-01⟧\t德国\n",
        "商标\t申请日\t优先权日\t优先权国家\n福来\t2026-08-04\t⟦2026-02-03⟧\t德国\n",
        "商标\t申请日\t优先权日\t优先权国家\n福来\t2026-01-04\t⟦2026-02-03⟧\t德国\n",
        "商标\t申请日\t优先权日\t优先权国家\n福来\t2026-05-04\t⟦2026-02-03⟧\t\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell, first = mark.row.cell(Column.PRIORITY_DAY), mark.row.day(Column.PRIORITY_DAY)
        place, files = mark.row.text(Column.PRIORITY_PLACE), mark.row.text(Column.FILES)
        if cell is None or first is None or _FAIR.search(place):
            return
        day, last = self.day(mark), next_weekday(months_after(first, _MONTHS))
        if first > day:
            yield self.at(cell, what=f"首次申请日晚于申请日{day.isoformat()}，请核对日期", on=day)
        elif day > last:
            near = day <= last + HOLIDAYS
            tail = "，如遇法定节假日可以顺延" if near else ""
            yield self.at(
                cell,
                what=f"六个月到{last.isoformat()}届满，申请日{day.isoformat()}已经超出{tail}，不要再要求这项优先权",
                level=Level.WARNING if near or mark.filed is None else None,
                on=day,
            )
        elif not place and mark.row.has(Column.PRIORITY_PLACE):
            yield self.at(cell, what="没有写首次申请的国家或者地区，请补上并写明申请号", level=Level.WARNING, on=day)
        elif mark.row.has(Column.FILES) and not _COPY.search(files):
            due = next_weekday(months_after(day, _PAPERS))
            yield self.at(cell, what=f"附件里没有优先权副本，最迟{due.isoformat()}交", level=Level.ADVICE, on=day)
