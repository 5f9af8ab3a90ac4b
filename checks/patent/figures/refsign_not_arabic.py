import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_ENTRY = lazy(
    r"(?:^|(?<=[；;，,。、:：\]\s]))(?P<sign>[A-Za-z]|[IVX]{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[①-⑳]|[一二三四五六七八九十]{1,2})"
    r"[ \t]*(?:[-—–]+|(?<=[A-ZⅠ-Ⅹ①-⑳a-z])[、:.])[ \t]*(?P<name>[一-鿿]{2,12})"
)
_CIRCUIT = lazy(r"电路|电阻|电容|二极管|三极管|晶体管|芯片|电源|信号|放大器|开关管|变压器|电感|场效应|引脚|端子")


class RefsignNotArabic(PatentCheck):
    """附图标记用了字母、罗马数字或者中文数字。

    附图标记应当使用阿拉伯数字编号，便于在说明书、权利要求和附图之间对照。
    改成阿拉伯数字；同一部件的几个可以写 12a、12b。
    只看附图标记说明里“A-壳体”一类的条目；电路元件的 R1、C2、U3，剖切位置 A-A、步骤 S101 是惯用写法，不报。
    """

    code = "FIG006"
    level = Level.WARNING
    basis = (cite("指南", "1-1-4.3"),)
    message = "附图标记“{words}”不是阿拉伯数字：请改用阿拉伯数字编号，并同时改附图"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2a-叶轮；R1-电阻。\n具体实施方式\n泵体1，A-A剖面，步骤S101。",
        "说明书\n一种电路\n附图说明\n图1为电路。\n图中：R-电阻；C-电容。\n具体实施方式\n电阻R与电容C串联。",
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n附图标记说明：⟦A⟧-泵体；⟦B⟧-叶轮；3-端盖。\n具体实施方式\n泵体A内有叶轮B。",
        "说明书\n一种钳\n附图说明\n图1为钳。\n附图标记说明：\n1、钳体；2、钳座；⟦Ⅱ⟧、钳口；⟦K⟧、销轴；4、手柄；5、弹簧。\n具体实施方式\n钳体1。",
        "说明书\n一种车\n附图说明\n图1为车。\n图中：⟦①⟧-车架；⟦②⟧-车轮。\n具体实施方式\n车架①下有车轮②。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        description = filing.description
        if description is None:
            return
        listed = {entry.span.line for entry in filing.sign_list}
        for paragraph in description.paragraphs:
            words = paragraph.body.folded
            lines = range(paragraph.body.line, paragraph.body.line + words.count("\n") + 1)
            opened = re.match(r"\s*(?:图中|附图标记|标号|其中|附图标识|零部件|图号)", words)
            if not (opened or listed.intersection(lines)) or _CIRCUIT.search(words):
                continue
            for match in paragraph.body.find(_ENTRY):
                yield self.at(paragraph.body.at(match, "sign"))
