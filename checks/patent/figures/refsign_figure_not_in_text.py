from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

# A number with a unit, or that of a figure or a table, is no sign.
_TOKEN = lazy(
    r"(?<![\dA-Za-z.图表式])(?:[A-Z]{0,2}\d{1,4}[a-zA-Z]?\d{0,2}['’′]*(?:-\d{1,3})?)(?![\dA-Za-z%％‰℃°]|[ ]?(?:mm"
    r"|cm|μm|kPa|MPa)|\.\d)"
)
_SPAN = lazy(r"(?<![\dA-Za-z.])(\d{1,4})[ ]?[~～至—–-][ ]?(\d{1,4})(?![\d.])")
_LEAST_KNOWN, _MOST_UNKNOWN = 3, 0.3

_TEXT = "说明书\n一种泵\n附图说明\n图1为泵；图2为轴。\n具体实施方式\n如图1所示，泵体1内装有叶轮2和轴3。\n说明书附图\n"
_TWO = ("picture", "picture")


class RefsignFigureNotInText(PatentCheck):
    """附图标记列表里有、说明书文字里却从来没有用到的附图标记。

    文字部分没有提到的附图标记不得在附图里出现；列了却不用，说明这个部件没有写进实施方式，或者标记改了号。
    在具体实施方式里写出这个部件和它的标记，或者从列表和附图里删去。
    平常以附图标记列表代替附图，所以只是警告；用 --ocr 的，再看附图里识别到的标记：一幅图里认得三个以上、
    七成以上是文字里有的，才报其余的，这样坐标轴上的数字不会报。正文里单独出现过这个数字、
    或者在“101～103”的范围里，就算用到了。
    """

    code = "FIG020"
    level = Level.WARNING
    basis = (cite("细则", "21.2"),)
    message = "附图标记“{sign}”（{name}）在说明书文字里没有用到：请在具体实施方式里写出，或者从列表和附图里删去"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮；5-螺栓；6-螺栓；101～103-齿。\n具体实施方式\n"
        "泵体1内装有叶轮2，螺栓5、6固定，齿101-103啮合。",
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。",
        # A curve with its ticks, and a figure that could not be read.
        Sample(f"{_TEXT}\ufffc\n图1\n\ufffc\n图2", objects=_TWO, signs=(("1", "2", "40", "50", "60"), None)),
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮；⟦3⟧-密封圈。\n具体实施方式\n泵体1内装有叶轮2，"
        "共13个。",
        "说明书\n一种阀\n附图说明\n附图标记：\n1、阀座；⟦12a⟧、阀芯；2、弹簧。\n具体实施方式\n"
        "阀座1内装有弹簧2和阀芯12。",
        Sample(f"{_TEXT}⟦\ufffc⟧\n图1\n\ufffc\n图2", objects=_TWO, signs=(("1", "2", "3", "14"), ("1", "2"))),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        yield from self._listed(filing)
        yield from self._drawn(filing)

    def _drawn(self, filing: Filing) -> Iterator[Finding]:
        """Signs read in the drawings that the description never has, each at the first picture that shows it."""
        if not filing.drawn_signs or filing.description is None:
            return
        lines = [paragraph.body for paragraph in filing.description.paragraphs]
        used = {match[0] for line in lines for match in line.find(_TOKEN)}
        spans = [(int(match[1]), int(match[2])) for line in lines for match in line.find(_SPAN)]
        done: set[str] = set()
        for picture, signs in filing.drawn_signs:
            told = {sign for sign in signs or () if _is_used(sign, used, spans)}
            untold = sorted((signs or frozenset()) - told, key=lambda sign: (len(sign), sign))
            if len(told) < _LEAST_KNOWN or len(untold) > _MOST_UNKNOWN * (len(told) + len(untold)):
                continue
            if fresh := [sign for sign in untold if sign not in done]:
                done.update(fresh)
                yield self.at(picture.span, sign="、".join(fresh), name=f"{picture.name}，OCR 识别，可能有误")

    def _listed(self, filing: Filing, /) -> Iterator[Finding]:
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
            if sign in done or _is_used(sign, used, spans):
                continue
            done.add(sign)
            yield self.at(entry.span, sign=sign, name=entry.name)


def _is_used(sign: str, used: set[str], spans: list[tuple[int, int]]) -> bool:
    return sign in used or (sign.isdigit() and any(low <= int(sign) <= high for low, high in spans))
