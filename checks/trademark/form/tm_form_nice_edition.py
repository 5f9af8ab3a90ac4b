import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkCheck
from ipcheck.trademark.nice import edition_on

_YEAR = re.compile(r"20\d\d")
_EDITION = re.compile(r"第\s*(?P<n>[一二三四十\d]{1,3})\s*版|NCL\s*\(?\s*(?P<m>\d{1,2})", re.IGNORECASE)
_NUMBERS = {str(number): number for number in range(1, 30)} | {"十": 10, "十一": 11, "十二": 12, "十三": 13, "十四": 14}


class TmFormNiceEdition(MarkCheck):
    """所用分类表的版本与申请日不符。

    2026年1月1日及以后提交的申请适用尼斯分类第十三版，此前提交的仍用当时的版本；区分表每年有新文本，项目和类似群会有增删。
    换用申请日当年的《类似商品和服务区分表》重新核对商品名称和类似群。
    """

    code = "TMF002"
    basis = (cite("商标法", "26.1"), cite("商标条例", "15.1"))
    message = "分类表版本“{words}”与申请日{day}不符：{what}，请按该版本重新核对商品项目"

    good = (
        "商标\t类别\t申请日\t分类表版本\n福来\t33\t2026-02-03\tNCL13-2026\n",
        "商标\t类别\t申请日\t分类表版本\n福来\t33\t2025-12-31\tNCL(12-2025)\n",
        "商标\t类别\t申请日\t分类表版本\n福来\t33\t2026-02-03\t第十三版\n",
        "商标\t类别\t申请日\t分类表版本\n福来\t33\t2024-02-03\t2024文本\n",
    )
    bad = (
        "商标\t类别\t申请日\t分类表版本\n福来\t33\t2026-02-03\t⟦2025文本⟧\n",
        "商标\t类别\t申请日\t分类表版本\n福来\t33\t2026-02-03\t⟦第十二版⟧\n",
        "商标\t类别\t申请日\t分类表版本\n福来\t33\t2025-12-31\t⟦NCL13-2026⟧\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell = mark.row.cell(Column.EDITION)
        if cell is None:
            return
        day, text = self.day(mark), mark.row.text(Column.EDITION)
        year, edition = _YEAR.search(text), _EDITION.search(text)
        wanted = edition_on(day)
        if year and int(year[0]) != day.year:
            yield self.at(cell, day=day.isoformat(), what=f"应当用{day.year}年的文本", on=day)
        elif edition and _NUMBERS.get(edition["n"] or edition["m"], 0) != wanted:
            yield self.at(cell, day=day.isoformat(), what=f"应当用尼斯分类第{wanted}版", on=day)
