from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, first_words

_PARTS = (PartName.REQUEST, PartName.ABSTRACT, PartName.CLAIMS, PartName.DESCRIPTION, PartName.DRAWINGS)


class MandatoryPartMissing(PatentCheck):
    """整套申请文件里缺少权利要求书或者说明书，或者实用新型没有附图。

    发明和实用新型申请缺少请求书、说明书或者权利要求书的，实用新型没有附图的，不予受理，拿不到申请日。
    补上缺少的部分再提交；已经另有文件的，把它放到同一个文件夹里一起检查。
    常有人只检查其中一份，所以只在明显是整套文件时才报：至少给了两个不同部分而缺权利要求书或者说明书，
    或者实用新型的权利要求书、说明书、摘要都有，却既无附图部分，也没有任何图。请求书常由系统填写，缺少时不报。
    """

    code = "REQ031"
    level = Level.ERROR
    basis = (cite("细则", "44(1)"), cite("法", "26.1"))
    message = "给出的申请文件有{present}，但没有{missing}：缺少{missing}的申请不予受理，请补上或者一并检查"

    _SPEC = "说明书\n一种杯子\n技术领域\n本实用新型涉及杯子。\n背景技术\n现有杯子易碎。"
    _CLAIMS = "权利要求书\n1. 一种杯子，包括杯体。\n"
    _ABSTRACT = "说明书摘要\n本实用新型公开了一种杯子。\n"
    good = (
        _CLAIMS,
        _SPEC,
        "请求书\n发明名称：一种杯子",
        Sample(_ABSTRACT + _CLAIMS + _SPEC, kind="invention"),
        Sample(_CLAIMS + _SPEC, kind="utility-model"),
        Sample(_ABSTRACT + _CLAIMS + _SPEC + "\n说明书附图\n图1", kind="utility-model"),
    )
    bad = (
        "说明书摘要\n⟦本发明公开了一种杯子。⟧\n权利要求书\n1. 一种杯子，包括杯体。",
        "说明书摘要\n本发明公开了一种杯子。\n说明书\n⟦一种杯子⟧\n技术领域\n本发明涉及杯子。\n背景技术\n现有杯子易碎。",
        Sample(_ABSTRACT + _CLAIMS + _SPEC.replace("一种杯子", "⟦一种杯子⟧"), kind="utility-model"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        present = [name for name in _PARTS if filing.has(name)]
        missing = [name for name in (PartName.CLAIMS, PartName.DESCRIPTION) if name not in present]
        told = "、".join(name.chinese for name in present)
        if missing:
            if len(present) >= 2:
                names = "、".join(name.chinese for name in missing)
                yield self.at(self._place(filing, present[0]), present=told, missing=names)
            return
        if filing.kind is not Kind.UTILITY_MODEL or not filing.has(PartName.ABSTRACT):
            return
        pictures = any(item.kind in ("picture", "ole") for document in filing.documents for item in document.objects)
        titled = PartName.DRAWINGS in filing.parts or PartName.ABSTRACT_DRAWING in filing.parts
        if not titled and not filing.figures and not pictures:
            yield self.at(self._place(filing, PartName.DESCRIPTION), present=told, missing="说明书附图")

    @staticmethod
    def _place(filing: Filing, first: PartName) -> Span:
        return first_words(filing.title or filing.parts[first].span)
