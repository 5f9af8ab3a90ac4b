import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck


class TmAcquiredDistinctivenessClaim(MarkCheck):
    """主张经过使用取得显著性，却没有列使用证据。

    缺乏显著性的标志经过使用取得显著特征、便于识别的可以注册，要靠证据证明；审查阶段一般先驳回，在驳回复审中举证。
    列出使用时间、地域、销售额、广告投入和审计报告等证据；没有的不要这样主张。
    """

    code = "TMD013"
    level = Level.ADVICE
    basis = (cite("商标法", "17.2"),)
    message = "“{words}”主张使用取得显著性，没有列使用证据：请附销售、广告、审计等证据清单"

    good = (
        "商标\t商标说明\t使用证据\n柔软\t经使用取得显著性\t2021—2024年广告审计报告、销售合同\n",
        "商标\t商标说明\t使用证据\n福来\t无\t\n",
        "商标\t商标说明\n福来\t具有固有显著性\n",
    )
    bad = (
        "商标\t商标说明\t使用证据\n柔软\t⟦经使用取得显著性⟧\t\n",
        "商标\t商标说明\t使用证据\n柔软\t⟦通过长期使用获得了显著特征⟧\t无\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell, text = mark.row.cell(Column.DESCRIPTION), mark.row.text(Column.DESCRIPTION)
        claimed = re.search(r"使用.{0,8}(?:取得|获得|具有|产生)\w{0,3}(?:显著|识别)|第二含义|获得显著性", text)
        lacking = re.fullmatch(r"|无|没有|否|0\s*份?|待补|/|-", mark.row.text(Column.EVIDENCE))
        if cell is not None and claimed and lacking:
            yield self.at(cell, on=self.day(mark))
