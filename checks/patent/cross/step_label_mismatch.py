from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_LABEL = lazy(r"(?<![A-Za-z\d])(?P<style>S)(?P<number>\d{1,4})(?![\dA-Za-z.])|步骤(?P<word>[一二三四五六七八九十]+)")


class StepLabelMismatch(PatentCheck):
    """权利要求里的步骤编号，在说明书里对不上。

    同一个步骤在权利要求、说明书和流程图里应当用同一个编号，否则方案不清楚，也难以得到说明书的支持。
    以说明书的编号为准统一改写，或者在说明书里补上这一步。
    只在两处用同一种编号（S1、S2 或者步骤一、步骤二）并且大部分编号都相同时才比较；
    权利要求用 S1、说明书用 S101 的，是两套编号，不报。
    """

    code = "XDC003"
    level = Level.WARNING
    basis = (cite("法", "26.4"), cite("指南", "2-2-2.2.7"))
    message = "权利要求{claim}里的步骤“{words}”在说明书里没有：请与说明书、流程图的步骤编号统一"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    good = (
        "权利要求书\n1. 一种制杯方法，包括：S1、混料；S2、成型；S3、烧制。\n说明书\n一种制杯方法\n具体实施方式\n"
        "S1、混料。S2、成型。S3、烧制。S4、包装。",
        "权利要求书\n1. 一种制杯方法，包括：S1、混料；S2、成型。\n"
        "说明书\n一种制杯方法\n具体实施方式\nS101、混料。S102、成型。",
        "权利要求书\n1. 一种制杯方法，包括：步骤一、混料；步骤二、成型。\n"
        "说明书\n一种制杯方法\n具体实施方式\n先混料，后成型。",
    )
    bad = (
        "权利要求书\n1. 一种制杯方法，包括：S1、混料；S2、成型；⟦S5⟧、烧制。\n说明书\n一种制杯方法\n具体实施方式\n"
        "S1、混料。S2、成型。S3、烧制。",
        "权利要求书\n1. 一种制杯方法，包括：步骤一、混料；步骤二、成型；⟦步骤四⟧、烧制。\n说明书\n一种制杯方法\n"
        "具体实施方式\n步骤一、混料。步骤二、成型。步骤三、烧制。",
    )
    missed = (
        (
            "权利要求书\n"
            "1. 一种制杯方法，包括：步骤一、混料；⟦步骤三⟧、烧制。\n"
            "说明书\n"
            "一种制杯方法\n"
            "具体实施方式\n"
            "步骤一、混料。步骤二、烧制。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        told = {label for paragraph in filing.description.paragraphs for label, _ in _labels(paragraph.body)}
        claimed: dict[str, tuple[int, Span]] = {}
        for claim in filing.claims:
            for label, span in _labels(claim.body):
                claimed.setdefault(label, (claim.number, span))
        for style in ("S", "步"):
            mine = {label for label in claimed if label.startswith(style)}
            missing = mine - told
            if missing and len(mine & told) > len(missing):
                for label in sorted(missing, key=lambda item: claimed[item][1].start):
                    number, span = claimed[label]
                    yield self.at(span, claim=number)


def _labels(span: Span) -> Iterator[tuple[str, Span]]:
    for match in span.find(_LABEL):
        if match["style"]:
            yield f"S{int(match['number'])}", span.at(match)
        else:
            yield f"步{match['word']}", span.at(match)
