from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkCheck, MarkKind


class TmShortAlnum(MarkCheck):
    """商标只有一两个普通字体的字母或者数字。

    一两个普通字母、数字太简单，容易被认为没有显著性；有特殊设计的或者经过使用取得显著性的可以注册。
    做成有设计的图样并在商标类型里写组合或者图形，或者准备使用证据。
    """

    code = "TMD005"
    basis = (cite("商标法", "17.1(3)"), cite("商标法", "17.2"))
    message = (
        "“{words}”只有{count}个字母或者数字：普通字体容易被认为没有显著性，请加上设计或者其他文字，或者准备使用证据"
    )

    good = (
        "商标\t类别\nLV3\t18\n",
        "商标\t类别\t使用证据\nHP\t9\t2019年以来的广告审计报告\n",
        "商标\t商标类型\t类别\nK\t图形\t9\n",
        "商标\t类别\t商标说明\nQ\t9\t字母Q经艺术设计\n",
        "商标\t类别\n福\t9\n",
    )
    bad = (
        "商标\t类别\n⟦A8⟧\t9\n",
        "商标\t类别\n⟦K⟧\t25\n",
        "商标\t类别\n⟦9⟧\t25\n",
    )
    missed = (
        "商标\t类别\n⟦甲1⟧\t9\n",
        "商标\t类别\n⟦Ⅷ⟧\t9\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        letters = mark.text.replace(" ", "").replace("-", "")
        if mark.words is None or not (letters.isascii() and letters.isalnum() and len(letters) <= 2):
            return
        designed = mark.kind is not MarkKind.WORD or "设计" in mark.row.text(Column.DESCRIPTION)
        if not designed and not mark.row.text(Column.EVIDENCE):
            yield self.at(mark.words, count=len(letters), on=self.day(mark))
