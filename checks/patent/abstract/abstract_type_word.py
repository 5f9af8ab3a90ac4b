from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_INVENTION = lazy(r"本发明(?!创造|人)")
_MODEL = lazy(r"本实用新型|本新型(?!冠|材料|能源|肺炎)")


class AbstractTypeWord(PatentCheck):
    """摘要对申请的称呼与申请类型不符：实用新型写“本发明”，或者发明写“本实用新型”。

    申请文件的用词应当规范、清楚；称呼与类型不符多半是同日双申或者套用旧稿时留下的。
    实用新型写“本实用新型”，发明写“本发明”；也可以一律写“本申请”。
    “本发明创造”对两种申请都适用，不报。
    """

    code = "ABS010"
    level = Level.WARNING
    basis = (cite("细则", "20.3"), cite("指南", "1-2-7.5"))
    message = "这是{kind}申请，摘要却写“{words}”：称呼应当与申请类型一致，请改为“{instead}”"
    needs = (PartName.ABSTRACT,)

    good = (
        Sample("说明书摘要\n本实用新型公开了一种杯子，包括杯体。", kind="utility-model"),
        Sample("说明书摘要\n本发明创造涉及一种杯子，包括杯体。", kind="utility-model"),
        Sample("说明书摘要\n本发明公开了一种杯子，包括杯体。", kind="invention"),
        Sample("说明书摘要\n本申请公开了一种杯子，本发明人测试了杯体。", kind="utility-model"),
    )
    bad = (
        Sample("说明书摘要\n⟦本发明→本实用新型⟧公开了一种杯子，包括杯体。", kind="utility-model"),
        Sample("说明书摘要\n⟦本实用新型→本发明⟧公开了一种制杯方法。⟦本新型→本发明⟧节能。", kind="invention"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.abstract is None or filing.kind is None:
            return
        model = filing.kind is Kind.UTILITY_MODEL
        wrong, instead = (_INVENTION, "本实用新型") if model else (_MODEL, "本发明")
        for line in filing.abstract.lines:
            for match in line.find(wrong):
                yield self.at(line.at(match), kind=filing.kind.chinese, instead=instead, fix=instead)
