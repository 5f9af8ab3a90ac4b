from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck


class AbstractRefsignUnbracketed(PatentCheck):
    """摘要里的附图标记没有加括号。

    摘要文字部分出现的附图标记应当加括号，否则会与数量、型号混淆。
    给标记加上括号，如“壳体（1）”；也可以删去标记。
    只查确实是附图标记的数字：标记表里有、别处带括号出现过，或者在具体实施方式里也跟在同一个部件名之后；
    数量、图号、步骤号不查。
    """

    code = "ABS006"
    level = Level.ERROR
    basis = (cite("指南", "2-2-2.4"),)
    message = "摘要里的附图标记“{words}”没有加括号：摘要中的附图标记应当放在“{part}”之后的括号里，请写成“（{words}）”"
    needs = (PartName.ABSTRACT,)

    _SPEC = (
        "\n说明书\n一种搅拌杯\n技术领域\n本发明涉及杯子。\n附图说明\n图1为结构示意图。\n图中：1-壳体，2-电机。\n"
        "具体实施方式\n如图1所示，壳体1内设有电机2。"
    )
    good = (
        "说明书摘要\n本发明公开了一种搅拌杯，壳体（1）内设有电机(2)。" + _SPEC,
        "说明书摘要\n本发明公开了一种搅拌杯，包括2个电机，步骤S1加水，电机转速为2转/秒，图1为摘要附图。" + _SPEC,
        "说明书摘要\n本发明公开了一种搅拌杯，壳体由304不锈钢制成。" + _SPEC,
    )
    bad = (
        "说明书摘要\n本发明公开了一种搅拌杯，壳体⟦1→（1）⟧内设有电机⟦2→（2）⟧。" + _SPEC,
        "说明书摘要\n本实用新型公开了一种搅拌杯，包括壳体（1），所述壳体（1）内设有电机⟦2→（2）⟧。" + _SPEC,
    )
    missed = (
        (
            "说明书摘要\n"
            "本发明公开了一种搅拌杯，壳体⟦①⟧内设有电机。\n"
            "说明书\n"
            "一种搅拌杯\n"
            "附图说明\n"
            "图1为结构示意图。\n"
            "图中：①-壳体。\n"
            "具体实施方式\n"
            "壳体①内有电机。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for place, numeral in filing.bare_signs(PartName.ABSTRACT):
            yield self.at(place.span, part=numeral.name, fix=f"（{place.span}）")
