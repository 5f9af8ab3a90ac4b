import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, Occurrence, PartName, PatentCheck
from ipcheck.patent.numerals import last_noun

_INTRODUCED = re.compile(r"(?:设有|装有|安装有|设置有|固定有|连接有)[一-鿿]{2,6}$")
_STEP = re.compile(r"S\d+")


class RefsignTextNotInFigure(PatentCheck):
    """说明书列了附图标记，正文里却用了表里没有的附图标记。

    附图中没有的附图标记不得在文字里提到；列表是照附图写的，表里没有的标记，附图里多半也没有标。
    核对附图：附图里有的，补进列表；附图里没有的，补标到附图，或者从正文里删去。
    图片里的标记机器读不出，这里以附图标记列表代替附图，所以只是警告；
    同一标记至少跟着同一个名称出现两次、或者加了括号、或者写成“设有支脚15”才算；
    步骤编号S101不算。标记与名称不一致由另外三项检查报，这里不重复。
    """

    code = "FIG003"
    level = Level.WARNING
    basis = (cite("细则", "21.2"),)
    message = "正文里有“{name}{words}”，附图标记列表里没有{words}：请核对附图，补上标记或者改正正文"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。\n具体实施方式\n泵体1内装有叶轮2，"
        "步骤S101启动叶轮2，转速100转，"
        "叶轮2有5个叶片，选用M8螺栓和M8螺母。",
        "说明书\n一种泵\n附图说明\n图1为泵。\n具体实施方式\n泵体1内装有叶轮2，泵体1上有叶轮2。",
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。\n具体实施方式\n泵体1内装有叶轮2和密封圈⟦12⟧，"
        "密封圈12压在泵体1上。",
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。\n具体实施方式\n泵体1内装有叶轮2，"
        "外侧还设有支脚⟦15⟧。",
        "权利要求书\n1. 一种阀，包括阀座(1)和阀芯(2)，还有弹簧(⟦7⟧)。\n说明书\n一种阀\n附图说明\n附图标记：1、"
        "阀座；2、阀芯。\n"
        "具体实施方式\n阀芯2压在阀座1上。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
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
            if name or in_claims or any(map(_is_new_part, found)):
                related = [place.span for place in found[1:4]]
                yield self.at(found[0].span, related=related, name=name or last_noun(str(found[0].context)))


def _is_new_part(place: Occurrence) -> bool:
    """Whether the part is introduced right here (外侧还设有支脚15), by a sign of two figures or more."""
    return (
        len(place.sign) >= 2
        and place.where == PartName.DESCRIPTION
        and _INTRODUCED.search(str(place.context)) is not None
    )
