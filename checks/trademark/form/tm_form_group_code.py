import re
from collections.abc import Iterator
from unicodedata import normalize

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.trademark import Column, Mark, MarkCheck
from ipcheck.trademark.nice import nice_classes

_PIECE = re.compile(r"[^\s;；、，,|/()（）]+")


class TmFormGroupCode(MarkCheck):
    """类似群号不是四位数字，前两位与类别不一致，区分表里没有这个群，或者只有部分商品写了类似群。

    类似群由四位数字组成，前两位就是类别；群号写错，类似商品就会比错对象。六位的是商品编码，不是类似群。
    对照申请日的《类似商品和服务区分表》改正；2018年以后新增、调整的群不在本工具的群号表里，只提示核对。
    """

    code = "TMF003"
    level = Level.ERROR
    basis = (cite("商标法", "26.1"), cite("商标条例", "15.1"))
    message = "类似群“{words}”：{what}"

    good = (
        "商标\t类别\t商品\t类似群\n福来\t25\t服装\t2501\n",
        "商标\t类别\t商品\t类似群\n福来\t9、35\t手机；广告\t0907,3501\n",
        "商标\t类别\t商品\n福来\t33\t白酒（3301）、葡萄酒（3301）\n",
        "商标\t类别\t商品\n福来\t33\t白酒\n",
        "商标\t类别\t商品\t类似群\n福来\t33\t白酒\t\n",
        "商标\t类别\t商品\n福来\t25\t服装（250045）\n",
    )
    bad = (
        "商标\t类别\t商品\t类似群\n福来\t25\t服装\t⟦3001⟧\n",
        "商标\t类别\t商品\t类似群\n福来\t25\t服装\t2501；⟦25O3⟧\n",
        "商标\t类别\t商品\t类似群\n福来\t9\t手机\t⟦907⟧\n",
        "商标\t类别\t商品\t类似群\n福来\t25\t服装\t⟦250045⟧\n",
        "商标\t类别\t商品\t类似群\n福来\t25\t服装\t⟦2599⟧\n",
        "商标\t类别\t商品\n福来\t33\t白酒（3301）、⟦葡萄酒⟧\n",
        "商标\t类别\t商品\n福来\t33\t⟦服装（2501）⟧、白酒（3301）\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell = mark.row.cell(Column.GROUPS)
        for match in cell.find(_PIECE) if cell is not None else ():
            code = normalize("NFKC", match[0]).removesuffix("群")
            if told := _fault(code, mark.classes):
                grave = Level.WARNING if told[0] == "?" else None
                yield self.at(
                    Span(mark.span.document, match.start(), match.end()),
                    what=told.lstrip("?"),
                    level=grave,
                    on=self.day(mark),
                )
        for item in mark.goods:
            if item.group and (told := _fault(item.group, mark.classes)):
                yield self.at(
                    item.span, what=told.lstrip("?"), level=Level.WARNING if told[0] == "?" else None, on=self.day(mark)
                )
            elif not item.group and cell is None and any(other.group for other in mark.goods):
                yield self.at(
                    item.span, what="这一项没有写类似群，其他项写了；请补上", level=Level.WARNING, on=self.day(mark)
                )


def _fault(code: str, classes: tuple[int, ...]) -> str:
    """What is wrong with a code, "" if nothing is; a leading ? says it may be right in a later edition."""
    if re.fullmatch(r"\d{6}", code):
        return "六位的是商品编码，不是类似群；类似群是四位"
    if not re.fullmatch(r"\d{4}", code):
        return "类似群应当是四位数字，请对照区分表改正"
    number = int(code[:2])
    if not 1 <= number <= 45:
        return "前两位是类别，应当是01到45"
    if classes and number not in classes:
        return f"前两位是第{number}类，而类别写的是第{'、'.join(map(str, classes))}类"
    if code not in nice_classes()[number].groups:
        return f"?2018年的区分表第{number}类里没有这个群，请对照申请日的区分表"
    return ""
