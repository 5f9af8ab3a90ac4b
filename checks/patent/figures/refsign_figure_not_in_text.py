import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck

# A number with a unit, or that of a figure or a table, is no sign.
_TOKEN = re.compile(
    r"(?<![\dA-Za-z.图表式])(?:[A-Z]{0,2}\d{1,4}[a-zA-Z]?\d{0,2}['’′]*(?:-\d{1,3})?)(?![\dA-Za-z%％‰℃°]|[ ]?(?:mm"
    r"|cm|μm|kPa|MPa)|\.\d)"
)
_SPAN = re.compile(r"(?<![\dA-Za-z.])(\d{1,4})[ ]?[~～至—–-][ ]?(\d{1,4})(?![\d.])")


class RefsignFigureNotInText(PatentCheck):
    """附图标记列表里有、说明书文字里却从来没有用到的附图标记。

    文字部分没有提到的附图标记不得在附图里出现；列了却不用，说明这个部件没有写进实施方式，或者标记改了号。
    在具体实施方式里写出这个部件和它的标记，或者从列表和附图里删去。
    图片里的标记机器读不出，这里以附图标记列表代替附图，所以只是警告；正文里单独出现过这个数字、
    或者在“101～103”的范围里，就算用到了。
    """

    code = "FIG020"
    level = Level.WARNING
    basis = (cite("细则", "21.2"),)
    message = "附图标记“{words}”（{name}）在说明书文字里没有用到：请在具体实施方式里写出，或者从列表和附图里删去"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮；5-螺栓；6-螺栓；101～103-齿。\n具体实施方式\n"
        "泵体1内装有叶轮2，螺栓5、6固定，齿101-103啮合。",
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。",
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮；⟦3⟧-密封圈。\n具体实施方式\n泵体1内装有叶轮2，"
        "共13个。",
        "说明书\n一种阀\n附图说明\n附图标记：\n1、阀座；⟦12a⟧、阀芯；2、弹簧。\n具体实施方式\n"
        "阀座1内装有弹簧2和阀芯12。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if len(filing.sign_list) < 2 or filing.description is None:
            return
        own = {(entry.span.document.line_of(entry.span.start)) for entry in filing.sign_list}
        used: set[str] = set()
        spans: list[tuple[int, int]] = []
        texts = 0
        for paragraph in filing.description.paragraphs:
            if paragraph.body.document.line_of(paragraph.body.start) in own:
                continue
            texts += len(paragraph.body) > 0 and filing.description.part.document.line_of(paragraph.body.start) > max(
                own
            )
            used.update(match[0] for match in paragraph.body.find(_TOKEN))
            spans += [(int(match[1]), int(match[2])) for match in paragraph.body.find(_SPAN)]
        # A draft that ends with the list has no embodiments yet; section-missing says so.
        if not texts:
            return
        done: set[str] = set()
        for entry in filing.sign_list:
            sign = entry.sign
            if sign in used or sign in done:
                continue
            if sign.isdigit() and any(low <= int(sign) <= high for low, high in spans):
                continue
            done.add(sign)
            yield self.at(entry.span, name=entry.name)
