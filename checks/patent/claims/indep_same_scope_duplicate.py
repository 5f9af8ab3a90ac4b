from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Claim, Filing, PartName, PatentCheck
from ipcheck.patent.scope import bare_words

_SHORTEST = 8


class IndepSameScopeDuplicate(PatentCheck):
    """两项同类的独立权利要求写的是同样的特征，只有措辞不同，保护范围实质上相同。

    权利要求书应当简要，不得有两项以上保护范围实质上相同的同类权利要求；一项发明应当只有一个独立权利要求。
    删去其中一项；要保护不同方案的，写出真正不同的特征。
    主题名称之后的文字完全相同才报，比较时不计附图标记、标点、“所述”，“包含”与“包括”、“设置有”与“设有”看作一样；
    主题名称的中心词也相同的报错误，不同的（如电子设备和终端）报警告；方法、装置、设备、介质的系列写法不同，不报。
    """

    code = "CLM036"
    level = Level.ERROR
    basis = (cite("指南", "2-2-3.2.3"), cite("细则", "24.3"), cite("法", "26.4"))
    message = (
        "独立权利要求{claim}“{words}”与独立权利要求{other}“{name}”写的特征相同："
        "不得有保护范围实质上相同的同类权利要求，请删去一项"
    )
    needs = (PartName.CLAIMS,)

    _DEVICE = "包括处理器和存储器，所述存储器存储有程序，所述程序被执行时实现权利要求1所述的方法。\n"
    good = (
        "1. 一种检测方法，包括采样和比较。\n2. 一种检测装置，包括采样单元和比较单元。\n3. 一种电子设备，" + _DEVICE,
        "1. 一种检测方法，包括采样和比较。\n2. 一种控制方法，包括权利要求1的方法。\n3. 一种电子设备，"
        + _DEVICE
        + "4. 一种电子设备，"
        + _DEVICE.replace("权利要求1", "权利要求2"),
        "1. 一种杯子，包括杯体和杯盖。\n2. 一种杯子，包括杯体和杯柄。",
    )
    bad = (
        "1. 一种水杯，包括杯体（1）和设置在所述杯体上的杯盖（2）。\n"
        "2. 一种⟦保温水杯⟧，其特征在于，包含杯体以及设在杯体上的杯盖。",
        "1. 一种检测方法，包括采样。\n2. 一种电子设备，" + _DEVICE + "3. 一种⟦移动终端⟧，" + _DEVICE,
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        seen: dict[tuple[bool, str], Claim] = {}
        for claim in filing.independent_claims:
            if claim.subject is None:
                continue
            rest = Span(claim.body.document, claim.subject.end, claim.body.end)
            words = "".join(mark for mark in bare_words(rest.folded) if mark not in ",;:。\n")
            if len(words) < _SHORTEST:
                continue
            key = (claim.is_method, words)
            other = seen.setdefault(key, claim)
            if other is not claim and other.subject is not None:
                same = claim.subject_name[-2:] == other.subject_name[-2:]
                yield self.at(
                    claim.subject.sub(0, min(len(claim.subject), 30)),
                    claim=claim.number,
                    other=other.number,
                    name=other.subject_name,
                    level=Level.ERROR if same else Level.WARNING,
                    related=(other.subject,),
                )
