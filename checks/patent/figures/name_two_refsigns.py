from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

# Where a name surely begins: at a mark or after a word that is no part of it.
_AT_A_NAME = lazy(r"(?:^|[述该和与及、有中由将在，。；：\s到从使把被至给]|此时|同时|这时|带动|推动|拉动|打开|安装)$")


class NameTwoRefsigns(PatentCheck):
    """同一个部件名称后面跟着两个不同的附图标记。

    同一组成部分的附图标记应当一致；一个名称两个标记，读者分不清是一个部件还是两个。
    是一个部件的，统一标记；是两个部件的，用“第一”“第二”或者位置把名称分开。
    只看附图标记说明里写明的名称；列表里一个名称分列两个标记、或者正文写“两个滚轮5、6”的，是同名的几个，不报。
    """

    code = "FIG005"
    level = Level.WARNING
    basis = (cite("细则", "21.2"),)
    message = "“{name}”在附图标记说明里是{listed}，这里却标成{words}：同一部件统一标记，不同部件分开名称"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。\n具体实施方式\n泵体1内有叶轮2，叶轮2与泵体1间隙配合。",
        "说明书\n一种车\n附图说明\n图1为车。\n图中：1-车架；5-滚轮；6-滚轮。\n具体实施方式\n车架1上有两个滚轮5、6，滚轮6可拆。",
        "说明书\n一种车\n附图说明\n图1为车。\n图中：1-车架；2-轴。\n具体实施方式\n车架1上有轴2，另一轴21与轴2平行，第二轴22。",
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮；3-端盖。\n具体实施方式\n"
        "泵体1内有叶轮2，叶轮⟦13⟧与泵体1配合，叶轮13由电机驱动，端盖3封住泵体1。",
        "权利要求书\n1. 一种泵，包括泵体(1)和端盖(⟦31⟧)。\n"
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮；3-端盖。\n"
        "具体实施方式\n泵体1内有叶轮2，端盖3封住泵体1。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        listed: dict[str, list[str]] = {}
        for entry in filing.sign_list:
            listed.setdefault(str(entry.name), []).append(entry.sign)
        known = {entry.sign for entry in filing.sign_list}
        told: set[tuple[str, str]] = set()
        for occurrence in filing.sign_occurrences:
            sign = occurrence.sign
            if sign in known or not sign.isdigit():
                continue
            for name, signs in listed.items():
                context = str(occurrence.context)
                if len(name) < 2 or not context.endswith(name) or (name, sign) in told:
                    continue
                # 第二端盖31, 另一端盖31: a namesake, told apart by its modifier.
                if not _AT_A_NAME.search(context[: -len(name)]):
                    continue
                told.add((name, sign))
                yield self.at(occurrence.span, name=name, listed="、".join(signs))
