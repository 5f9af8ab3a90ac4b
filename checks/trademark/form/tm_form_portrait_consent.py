import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkCheck

_PORTRAIT = re.compile(r"人像|肖像|真人|(?:演员|明星|创始人|代言人|运动员|老板|人物)\w{0,4}(?:照片|头像|形象|像)")
_CLEAR = re.compile(r"本人|卡通|动漫|虚构|神话|不含|没有|无人|动物|非特定|不指向|拟人|抽象")


class TmFormPortraitConsent(MarkCheck):
    """图样含有人物肖像，没有肖像权人的同意。

    自然人享有肖像权，未经同意不得制作、使用其肖像；损害他人在先权益的商标不予注册。
    在“授权文件”列写明本人同意书（通常要公证），肖像是申请人本人的写明“本人”。图中有没有人像机器不看，只看商标说明、类型里的文字。
    """

    code = "TMF025"
    basis = (cite("商标法", "24"), cite("民法典", "1018"), cite("民法典", "1019"))
    message = "“{words}”含有人物肖像，没有写授权文件：请提交肖像权人的同意书，或者写明是本人"

    good = (
        "商标\t商标说明\t授权文件\n福来\t图样含真人肖像\t肖像权人同意书（公证）\n",
        "商标\t商标说明\n福来\t图样为申请人本人肖像\n",
        "商标\t商标说明\n福来\t图样为卡通猫头像\n",
        "商标\t商标说明\n福来\t图样为虚构的古代人物头像，不指向特定个人\n",
        "商标\t商标说明\n福来\t不含人物肖像\n",
    )
    bad = (
        "商标\t商标说明\n福来\t⟦图样含创始人肖像⟧\n",
        "商标\t商标说明\t授权文件\n福来\t⟦图样左侧是一位演员的照片⟧\t\n",
        "商标\t商标类型\n福来\t⟦人像⟧\n",
    )
    missed = (
        "商标\t商标说明\n福来\t⟦图中老人为创始人⟧\n",
        "商标\t商标说明\n福来\t⟦以本人照片绘制⟧\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.row.text(Column.AUTHORITY) or re.search(r"同意书|授权", mark.row.text(Column.FILES)):
            return
        for column in (Column.DESCRIPTION, Column.KIND):
            cell, text = mark.row.cell(column), mark.row.text(column)
            if cell is not None and _PORTRAIT.search(text) and not _CLEAR.search(text):
                yield self.at(cell, on=self.day(mark))
                return
