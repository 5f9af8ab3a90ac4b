import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck

_SYMBOL = re.compile(
    r"[®™℠Ⓡ]|[(（]\s*(?:R|TM|注)\s*[)）]|(?<=[\s\u4e00-\u9fff])TM$|[注註][册冊]商[标標]|国家专利|专利产品|专利号\S*|^专利$"
)


class TmSymbolInSpecimen(MarkCheck):
    """商标文字或者图样里带有注册标记、TM、“注册商标”“专利”字样。

    没有注册就标注册标记有冒充注册商标的风险，这些字样也没有显著性，申请时要去掉。
    删去这些字样，只留商标本身。
    """

    code = "TMD012"
    level = Level.ERROR
    basis = (cite("商标法", "15(8)"), cite("商标法", "17.1(3)"))
    message = "“{words}”不能放进图样：尚未注册标这样的字样会使人误认，请删去"

    good = (
        "商标\n福来\n",
        "商标\nTMALL福来\n",
        "商标\nATM\n",
        "商标\nR星\n",
        "商标\n专利通\n",
    )
    bad = (
        "商标\n福来⟦®⟧\n",
        "商标\n福来⟦™⟧\n",
        "商标\n福来⟦（R）⟧\n",
        "商标\n福来 ⟦TM⟧\n",
        "商标\n福来⟦注册商标⟧\n",
        "商标\t图样文字\n福来\t福来⟦®⟧\n",
        "商标\n福来 ⟦国家专利⟧\n",
    )
    missed = ("商标\n福来⟦（商标已注册）⟧\n",)

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        for column in (Column.MARK, Column.IMAGE_TEXT):
            cell = mark.row.cell(column)
            for match in _SYMBOL.finditer(str(cell)) if cell is not None else ():
                if cell is not None:
                    yield self.at(cell.sub(match.start(), match.end()), on=self.day(mark))
