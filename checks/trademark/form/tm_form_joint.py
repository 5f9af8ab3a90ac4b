from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck


class TmFormJoint(MarkCheck):
    """两个以上申请人共同申请，没有指定代表人，或者指定的代表人不是申请人。

    共同申请应当指定一个代表人，没有指定的以申请书中的第一人为代表人，文件只送达代表人。
    在“代表人”列写明；同意由第一人代表的可以不改，注意把文件转给其他申请人。
    """

    code = "TMF019"
    level = Level.ADVICE
    basis = (cite("商标条例", "16.1"), cite("商标法", "7"))
    message = "共同申请人{count}人，{what}：没有指定的以第一人“{first}”为代表人，文件只送达代表人"

    good = (
        "申请人\t代表人\n甲公司；乙公司\t甲公司\n",
        "申请人\t代表人\n甲公司\t\n",
        "申请人\t代表人\n青禾（武汉）公司；乙公司\t青禾(武汉)公司\n",
    )
    bad = (
        "申请人\t代表人\n⟦甲公司；乙公司⟧\t\n",
        "申请人\n⟦甲公司、乙公司⟧\n",
        "申请人\t代表人\n⟦甲公司；乙公司⟧\t丙公司\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell, names = mark.row.cell(Column.APPLICANT), mark.applicants
        if cell is None or len(names) < 2:
            return
        chosen = mark.row.names(Column.REPRESENTATIVE)
        if not chosen or chosen[0] not in names:
            what = f"代表人“{chosen[0]}”不在申请人里" if chosen else "没有指定代表人"
            yield self.at(cell, count=len(names), what=what, first=names[0], on=self.day(mark))
