import re
from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Occurrence, PartName, PatentCheck
from ipcheck.patent.numerals import last_noun

_INTRODUCED = lazy(r"(?:设有|装有|安装有|设置有|固定有|连接有)[一-鿿]{2,6}$")
_STEP = lazy(r"S\d+")
_READABLE = lazy(r"[1-9]\d{0,3}[a-zA-Z]?")
_MOST_ABSENT = 0.3

_LISTED = "说明书\n一种泵\n附图说明\n图1为泵；图2为叶轮。\n图中："
_DRAWN = "\n具体实施方式\n如图1、图2所示，泵体1内装有叶轮2和轴3，泵体1上有盖4。\n说明书附图\n\ufffc\n图1\n\ufffc\n图2"
_TWO = ("picture", "picture")


_THING_DOES = lazy(
    r"(?:与|和)[一-鿿]{1,10}\d{0,3}(?:连接|相连|铰接|固定|抵接|配合|啮合|连通)"
    r"|(?:固定|安装|铰接|套设|设置|焊接|螺接|转动|滑动)(?:连接)?(?:在|于|有)|即可|位于[一-鿿]"
)
_VALUE = lazy(
    r"(?:压力|温度|长度|宽度|厚度|高度|深度|直径|时间|速度|数量|频率|参数|阈值|编号|型号|比例|标号|第|图|表|式|步骤|实施例|权利要求|层|级)$"
)


class RefsignTextNotInFigure(PatentCheck):
    """说明书列了附图标记，正文里却用了表里没有的附图标记。

    附图中没有的附图标记不得在文字里提到；列表是照附图写的，表里没有的标记，附图里多半也没有标。
    核对附图：附图里有的，补进列表；附图里没有的，补标到附图，或者从正文里删去。
    平常以附图标记列表代替附图，所以只是警告；用 --ocr 的，再把列表里的标记与附图里识别到的核对：
    每一幅附图都看得到像素、列表里的标记有七成以上识别到了，才报其余的。
    同一标记至少跟着同一个名称出现两次、或者加了括号、或者写成“设有支脚15”才算；
    步骤编号S101不算。标记与名称不一致由另外三项检查报，这里不重复。
    """

    code = "FIG003"
    level = Level.WARNING
    basis = (cite("细则", "21.2"),)
    message = "文字里有“{name}{words}”，{where}没有{words}：请核对附图，补上标记或者改正文字"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。\n具体实施方式\n泵体1内装有叶轮2，"
        "步骤S101启动叶轮2，转速100转，"
        "叶轮2有5个叶片，选用M8螺栓和M8螺母。",
        "说明书\n一种泵\n附图说明\n图1为泵。\n具体实施方式\n泵体1内装有叶轮2，泵体1上有叶轮2。",
        # All signs drawn; one picture that could not be read; so many missing that the reading must be at fault.
        Sample(f"{_LISTED}1-泵体；2-叶轮；3-轴；4-盖。{_DRAWN}", objects=_TWO, signs=(("1", "2", "4"), ("2", "3"))),
        Sample(f"{_LISTED}1-泵体；2-叶轮；3-轴；4-盖。{_DRAWN}", objects=_TWO, signs=(("1", "2", "4"), None)),
        Sample(f"{_LISTED}1-泵体；2-叶轮；3-轴；4-盖。{_DRAWN}", objects=_TWO, signs=(("1", "2"), ())),
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。\n具体实施方式\n泵体1内装有叶轮2和密封圈⟦12⟧，"
        "密封圈12压在泵体1上。",
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。\n具体实施方式\n泵体1内装有叶轮2，"
        "外侧还设有支脚⟦15⟧。",
        "权利要求书\n1. 一种阀，包括阀座(1)和阀芯(2)，还有弹簧(⟦7⟧)。\n说明书\n一种阀\n附图说明\n附图标记：1、"
        "阀座；2、阀芯。\n"
        "具体实施方式\n阀芯2压在阀座1上。",
        Sample(f"{_LISTED}1-泵体；2-叶轮；⟦3⟧-轴；4-盖。{_DRAWN}", objects=_TWO, signs=(("1", "2", "4"), ("2", "13"))),
    )
    missed = (
        ("说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。\n具体实施方式\n泵体1内装有叶轮2和⟦密封圈十二⟧。"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        yield from self._not_listed(filing)
        yield from self._not_drawn(filing)

    def _not_drawn(self, filing: Filing) -> Iterator[Finding]:
        drawn: set[str] = set()
        for _, signs in filing.drawn_signs:
            if signs is None:
                return
            drawn |= signs
        listed = {entry.sign: entry for entry in filing.sign_list if _READABLE.fullmatch(entry.sign)}
        absent = [entry for sign, entry in listed.items() if sign not in drawn]
        if filing.drawn_signs and absent and len(absent) <= _MOST_ABSENT * len(listed):
            for entry in absent:
                # A second, closer look before anything is said to be missing.
                if not any(_may_be(entry.sign, text) for text in filing.perhaps_drawn):
                    yield self.at(entry.span, name=entry.name, where="各幅附图里（OCR 识别，可能有误）")

    def _not_listed(self, filing: Filing) -> Iterator[Finding]:
        listed = {entry.sign for entry in filing.sign_list}
        if len(listed) < 2:
            return
        places: dict[str, list[Occurrence]] = {}
        for place in filing.sign_occurrences:
            if place.sign not in listed and not _STEP.fullmatch(place.sign):
                places.setdefault(place.sign, []).append(place)
        for sign, found in places.items():
            numeral = filing.numerals.get(sign)
            name = numeral.name if numeral else ""
            in_claims = any(place.bracketed and place.where == PartName.CLAIMS for place in found)
            if name or in_claims or any(_is_new_part(place) or _acts_as_part(place) for place in found):
                related = [place.span for place in found[1:4]]
                yield self.at(
                    found[0].span,
                    related=related,
                    name=name or last_noun(str(found[0].context)),
                    where="附图标记列表里",
                )


def _may_be(sign: str, text: str) -> bool:
    """Whether ``text`` is the sign, or may be the sign misread: 5$ for 55."""
    if sign == text or text.isdigit() or len(sign) != len(text) or len(sign) < 2:
        return sign == text
    return 2 * sum(one == other for one, other in zip(sign, text, strict=True)) >= len(sign)


def _is_new_part(place: Occurrence) -> bool:
    """Whether the part is introduced right here (外侧还设有支脚15), by a sign of two figures or more."""
    return (
        len(place.sign) >= 2
        and place.where == PartName.DESCRIPTION
        and _INTRODUCED.search(str(place.context)) is not None
    )


def _acts_as_part(place: Occurrence) -> bool:
    """Whether what bears the sign is spoken of as a thing (挡圈19与机体连接), not as a value (压力19的变化)."""
    text, end = place.span.document.folded, place.span.end
    return (
        len(place.sign) >= 2
        and place.sign.isdigit()
        and place.where == PartName.DESCRIPTION
        and _THING_DOES.match(text, end) is not None
        and _VALUE.search(str(place.context)) is None
        and re.search(r"[一-鿿]{2}$", str(place.context)) is not None
    )
