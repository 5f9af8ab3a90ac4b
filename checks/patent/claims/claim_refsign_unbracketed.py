from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck


class ClaimRefsignUnbracketed(PatentCheck):
    """权利要求里的附图标记没有放在括号里。

    权利要求可以引用附图标记，但标记应当放在相应的技术特征之后并置于括号内，否则会与数量、型号混淆。
    给标记加上括号，如“壳体（1）”。
    只查确实是附图标记的数字：标记表里有、别处带括号出现过，或者在具体实施方式里也跟在同一个部件名之后；
    数量、型号、步骤号不查。
    """

    code = "CLM011"
    level = Level.ERROR
    basis = (cite("细则", "22.4"), cite("指南", "1-2-7.4"))
    message = "附图标记“{words}”没有加括号：权利要求中的附图标记应当放在“{part}”之后的括号里，请写成“（{words}）”"
    needs = (PartName.CLAIMS,)

    _SPEC = (
        "\n说明书\n一种杯子\n技术领域\n本发明涉及杯子。\n附图说明\n图1为结构示意图。\n图中：1-杯体，2-杯盖，5-电机。\n"
        "具体实施方式\n杯体1上设有杯盖2，电机5带动搅拌桨。"
    )
    good = (
        "权利要求书\n1. 一种杯子，包括杯体（1）和杯盖(2)。" + _SPEC,
        "权利要求书\n1. 一种杯子，包括5个电机，步骤1为加水，杯体温度为100℃，电机转速为5转/分，第1杯体。" + _SPEC,
        "权利要求书\n1. 一种杯子，其材料为304不锈钢，防护等级为IP67，用M8螺栓固定。" + _SPEC,
    )
    bad = (
        "权利要求书\n1. 一种杯子，包括杯体⟦1→（1）⟧，所述杯体⟦1→（1）⟧上设有杯盖（2）。" + _SPEC,
        "权利要求书\n1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，还包括电机⟦5→（5）⟧。" + _SPEC,
    )
    missed = (
        (
            "权利要求书\n"
            "1. 一种杯子，包括杯体⟦①⟧。\n"
            "说明书\n"
            "一种杯子\n"
            "附图说明\n"
            "图1为杯子。\n"
            "图中：①-杯体。\n"
            "具体实施方式\n"
            "杯体①为陶瓷。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for place, numeral in filing.bare_signs(PartName.CLAIMS):
            yield self.at(place.span, part=numeral.name, fix=f"（{place.span}）")
