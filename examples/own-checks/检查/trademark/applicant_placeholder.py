"""House rule of the firm: nothing to fill in is left in an application."""

import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck

_PLACEHOLDER = re.compile(r"待定|待补|某某|客户(?:名称|确认)|[XＸ]{2,}")


class ApplicantPlaceholder(MarkCheck):
    """商标申请表的“申请人”一栏还是占位的词，如“待定”“某某公司”。

    申请人的名义应当与证明文件一致；占位的词交出去就要补正。名称里真有这几个字的，对照营业执照确认后接受。
    向客户问清全称，照营业执照填写。
    """

    code = "OWT001"
    level = Level.WARNING
    basis = (cite("商标条例", "14.1"),)
    message = "申请人“{words}”像是占位的词：请照证明文件填写全称"
    needs = (Column.APPLICANT,)

    good = ("商标\t申请人\n澄湾\t青禾食品有限公司\n", "商标\t申请人\n澄湾\t\n")
    bad = ("商标\t申请人\n澄湾\t⟦待定⟧\n", "商标\t申请人\n澄湾\t⟦某某食品有限公司⟧\n")
    missed = ("商标\t申请人\n澄湾\t⟦老王的公司⟧\n",)

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        """Yield the applicant where it is a placeholder."""
        cell = mark.row.cell(Column.APPLICANT)
        if cell is not None and _PLACEHOLDER.search(str(cell)):
            yield self.at(cell, on=self.day(mark))
