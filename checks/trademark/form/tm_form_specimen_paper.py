import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck


class TmFormSpecimenPaper(MarkCheck):
    """纸件申请的商标图样长或宽不在5厘米到10厘米之间。

    图样过大过小都不符合要求，要补正；电子申请按像素要求，不看厘米。
    按5至10厘米重新打印，一张，清晰。
    """

    code = "TMF008"
    level = Level.ERROR
    basis = (cite("商标条例", "13.2"), cite("商指", "1-2-3.1.4.1"))
    message = "纸件图样“{words}”：长和宽应当不小于5厘米、不大于10厘米"

    good = (
        "商标\t提交方式\t图样尺寸\n福来\t纸质\t8×8厘米\n",
        "商标\t提交方式\t图样尺寸\n福来\t纸质\t50mm*100mm\n",
        "商标\t提交方式\t图样尺寸\n福来\t电子\t3×3厘米\n",
        "商标\t提交方式\t图样尺寸\n福来\t电子\t800×800像素\n",
    )
    bad = (
        "商标\t提交方式\t图样尺寸\n福来\t纸质\t⟦3×3厘米⟧\n",
        "商标\t提交方式\t图样尺寸\n福来\t纸件\t⟦8cm×12cm⟧\n",
        "商标\t提交方式\t图样尺寸\n福来\t纸质\t⟦49mm*60mm⟧\n",
    )

    # 条例第十三条第二款。
    _LEAST, _MOST = 5.0, 10.0

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell, text = mark.row.cell(Column.SIZE), mark.row.text(Column.SIZE).lower()
        if cell is None or not mark.on_paper or "像素" in text or "px" in text:
            return
        scale = 0.1 if "mm" in text or "毫米" in text else 1.0
        sides = [float(number) * scale for number in re.findall(r"\d+(?:\.\d+)?", text)]
        if any(not self._LEAST <= side <= self._MOST for side in sides):
            yield self.at(cell, on=self.day(mark))
