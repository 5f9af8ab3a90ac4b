import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck

_NOT = re.compile(r"否|无|没有|未\w{0,3}|缺|待补|待\w{0,2}|n|no|0|×|/|-", re.IGNORECASE)


class TmFormAgencySealSign(MarkCheck):
    """代理机构提交的文件没有盖机构公章，或者没有从业人员签字。

    商标代理机构提交的申请文件应当盖公章并由相关从业人员签字，机构和签字人对这件业务负责。
    补盖公章、由承办的从业人员签字；电子申请用电子签章的写明“电子”。
    """

    code = "TMF026"
    level = Level.ERROR
    basis = (cite("商标条例", "86"), cite("令63", "17"))
    message = "代理机构“{agency}”的文件{what}：请补齐"
    needs = (Column.AGENCY, Column.SIGNATORY)

    good = (
        "商标\t代理机构\t签字人\t机构盖章\n福来\t正言知识产权代理有限公司\t周某\t是\n",
        "商标\t代理机构\t签字人\t机构盖章\n福来\t正言知识产权代理有限公司\t周某\t电子签章\n",
        "商标\t代理机构\t签字人\n福来\t\t\n",
    )
    bad = (
        "商标\t代理机构\t签字人\t机构盖章\n福来\t⟦正言知识产权代理有限公司⟧\t\t是\n",
        "商标\t代理机构\t签字人\t机构盖章\n福来\t⟦正言知识产权代理有限公司⟧\t周某\t否\n",
        "商标\t代理机构\t签字人\n福来\t⟦正言知识产权代理有限公司⟧\t未签\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        agency = mark.row.cell(Column.AGENCY)
        if agency is None or re.fullmatch(r"无|自行办理|不委托|/|-", mark.row.text(Column.AGENCY)):
            return
        lacking = []
        if not mark.row.text(Column.SIGNATORY) or _NOT.fullmatch(mark.row.text(Column.SIGNATORY)):
            lacking.append("没有从业人员签字")
        if mark.row.has(Column.SEAL) and (not mark.row.text(Column.SEAL) or _NOT.fullmatch(mark.row.text(Column.SEAL))):
            lacking.append("没有盖机构公章")
        if lacking:
            yield self.at(agency, agency=agency, what="，".join(lacking), on=self.day(mark))
