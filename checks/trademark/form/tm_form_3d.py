import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck, MarkKind

_USE = re.compile(r"使用|用于|用作|用在|包装|外形")
_VIEW = re.compile(r"(?:主|后|左|右|俯|仰|前|侧|立体)视?图")
_THREE = re.compile(r"[三四五六3-6]\s*(?:面|个)?\s*视图")


class TmForm3d(MarkCheck):
    """三维标志没有声明、没有说明使用方式，或者图样不够三面视图。

    三维标志应当在申请书中声明并说明使用方式，图样至少包含三面视图，否则三维形状不能确定。
    在“商标说明”里写明是三维标志和怎样使用，图样给出至少三面视图。
    """

    code = "TMF012"
    level = Level.ERROR
    basis = (cite("商标条例", "13.3"),)
    message = "三维标志{what}"

    good = (
        "商标\t商标类型\t图样\t商标说明\n福来\t三维\ta.jpg;b.jpg;c.jpg\t三维标志，用作瓶形包装\n",
        "商标\t商标类型\t图样\t商标说明\n福来\t三维\ta.jpg\t三维标志，图样含主视图、左视图和俯视图，使用于瓶身\n",
        "商标\t商标类型\t图样\t商标说明\n福来\t文字\t\t\n",
    )
    bad = (
        "商标\t商标类型\t图样\t商标说明\n福来\t⟦三维⟧\ta.jpg\t三维标志，用于瓶身\n",
        "商标\t商标类型\t图样\t商标说明\n福来\t⟦立体⟧\ta.jpg;b.jpg;c.jpg\t\n",
    )

    # 条例第十三条第三款。
    _VIEWS = 3

    @classmethod
    def check_name(cls) -> str:
        """The catalogue's name; class names do not tell where 3d begins."""
        return "tm-form-3d"

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.kind is not MarkKind.SHAPE:
            return
        told = mark.row.text(Column.DESCRIPTION)
        lacking = []
        if not _USE.search(told):
            lacking.append("没有说明使用方式")
        views = len(set(_VIEW.findall(told)))
        if len(mark.pictures) < self._VIEWS and views < self._VIEWS and not _THREE.search(told):
            lacking.append(f"图样看得出{max(len(mark.pictures), views)}面视图，至少要三面")
        if lacking:
            yield self.at(mark.row.span(Column.KIND), what="，".join(lacking) + "：请补上", on=self.day(mark))
