import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck


class TmFormApplicantId(MarkCheck):
    """申请人名义与身份证明文件上的名称不一致。

    商标注册申请人的名义应当与所提交的证明文件一致，多一个字、少一个字都会补正。
    对照营业执照或者身份证件逐字改正；全角括号、空格的差别先归一，不报。
    """

    code = "TMF016"
    level = Level.ERROR
    basis = (cite("商标条例", "14.1"),)
    message = "申请人“{words}”与身份证明上的“{paper}”不一致：请对照证件逐字改正"
    needs = (Column.ID_NAME,)

    good = (
        "申请人\t证件名称\n青禾食品（武汉）有限公司\t青禾食品(武汉)有限公司\n",
        "申请人\t证件名称\n青禾食品 有限公司\t青禾食品有限公司\n",
        "申请人\t证件名称\n青禾食品有限公司\t\n",
        "申请人\t证件名称\nACME Tools Ltd.\tACME TOOLS LTD.\n",
        "申请人\t证件名称\n甲公司；乙公司\t乙公司；甲公司\n",
    )
    bad = (
        "申请人\t证件名称\n⟦青禾食品公司⟧\t青禾食品有限公司\n",
        "申请人\t证件名称\n⟦青禾商贸有限公司⟧\t青和商贸有限公司\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell, paper = mark.row.cell(Column.APPLICANT), mark.row.cell(Column.ID_NAME)
        if cell is None or paper is None:
            return
        if _names(mark, Column.APPLICANT) != _names(mark, Column.ID_NAME):
            yield self.at(cell, related=(paper,), paper=paper, on=self.day(mark))


def _names(mark: Mark, column: Column) -> list[str]:
    """The names in a cell folded, in any order."""
    return sorted(re.sub(r"[\s.·,，]", "", name).casefold() for name in mark.row.names(column))
