import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck

_COLUMNS = (Column.FILED, Column.PRIORITY_DAY, Column.NOTICE_DAY, Column.REGISTERED, Column.FOUNDED)
_OPEN = re.compile(r"无|待定|未定|未提交|不要求|没有|/|-|—|None|null|n/a|空", re.IGNORECASE)
_LIKE = re.compile(r"(?:19|20)\d\d[-/.年]?\d{1,2}[-/.月]?\d{1,2}")


class TmFormDate(MarkCheck):
    """日期认不出、日历上没有这一天，或者申请日与优先权日以外的日期互相倒置。

    期限、适用哪一版法律都按日期算，日期错了后面的检查都不作数。
    写成2026-03-05这样的格式并核对；没有定下来的申请日可以留空，按检查日期算。
    """

    code = "TMF031"
    level = Level.ERROR
    basis = (cite("商标法", "31"), cite("商标条例", "12.1"))
    message = "{column}“{words}”{what}：请改成2026-03-05这样的日期"

    good = (
        "商标\t申请日\n福来\t2026-03-05\n",
        "商标\t申请日\n福来\t2026年3月5日\n",
        "商标\t申请日\n福来\t\n",
        "商标\t申请日\n福来\t待定\n",
        "商标\t申请日\t优先权日\n福来\t46086\t无\n",
        "商标\t申请日\t注册日\n福来\t2024-03-05\t2025-01-07\n",
    )
    bad = (
        "商标\t申请日\n福来\t⟦2026-02-30⟧\n",
        "商标\t申请日\n福来\t⟦2026.13.05⟧\n",
        "商标\t申请日\n福来\t⟦昨天⟧\n",
        "商标\t优先权日\n福来\t⟦26/3/5⟧\n",
        "商标\t申请日\t注册日\n福来\t2026-03-05\t⟦2025-01-07⟧\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        for column in _COLUMNS:
            cell, text = mark.row.cell(column), mark.row.text(column)
            if cell is None or _OPEN.fullmatch(text):
                continue
            day, what = mark.row.day(column), ""
            if day is None:
                what = "日历上没有这一天" if _LIKE.search(text) else "认不出是哪一天"
            elif column is Column.REGISTERED and mark.filed is not None and day < mark.filed:
                what = f"早于申请日{mark.filed.isoformat()}"
            if what:
                yield self.at(cell, column=column.value, what=what)
