from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_TAIL = lazy(r"(?:方法|工艺|制法|用途|应用|使用|流程|计算机程序产品|程序产品|计算机程序|程序|软件|存储介质|可读介质)$")


class UmMethodClaim(PatentCheck):
    """实用新型的权利要求保护方法、用途、程序或者存储介质。

    实用新型专利只保护产品的形状、构造或者其结合；一切方法，包括制造、使用、通讯、处理方法和计算机程序、用途，都不属于保护客体。
    删去这一项，只保护产品的形状和构造；方法需要保护的，另行申请发明专利。
    只看主题名称的中心词：“施工方法用支架”是产品，不报。
    """

    code = "CLM037"
    level = Level.ERROR
    basis = (cite("法", "2.3"), cite("指南", "1-2-6.1"))
    message = (
        "实用新型的权利要求{claim}保护的是“{words}”：实用新型只保护产品的形状、构造，请删去这一项，方法另行申请发明专利"
    )
    needs = (PartName.CLAIMS,)
    kinds = (Kind.UTILITY_MODEL,)

    good = (
        Sample("1. 一种施工方法用支架，包括立杆。\n2. 根据权利要求1所述的支架，有横杆。", kind="utility-model"),
        Sample("1. 一种焊接夹具，包括底座，底座与立柱焊接。", kind="utility-model"),
        Sample("1. 一种杯子，包括杯体。\n2. 一种制杯方法，包括吹制。", kind="invention"),
        Sample("1. 一种用于存储介质的保护壳，包括壳体。", kind="utility-model"),
    )
    bad = (
        Sample("1. 一种杯子，包括杯体。\n2. 一种杯子的使用⟦方法⟧，包括加水。", kind="utility-model"),
        Sample("1. 一种手环，包括表体。\n2. 权利要求1所述的手环在计步中的⟦应用⟧。", kind="utility-model"),
        Sample("1. 一种手环，包括表体。\n2. 一种计算机可读⟦存储介质⟧，其上存储有程序。", kind="utility-model"),
    )
    missed = (("权利要求书\n1. 一种⟦杯子的装配步骤⟧，包括装盖。\n说明书\n一种杯子\n技术领域\n本实用新型涉及杯子。"),)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            if claim.dependent or claim.subject is None:
                continue
            words = claim.subject.folded.rstrip()
            match = _TAIL.search(words)
            if match is not None:
                start = claim.subject.start + match.start()
                yield self.at(Span(claim.body.document, start, claim.subject.start + match.end()), claim=claim.number)
