import re
from collections.abc import Iterator
from itertools import pairwise

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Filing, PartName, PatentCheck, raised

_LABEL = re.compile(r"\s*(?:S\d+|步骤[\dA-Z一二三四五六七八九十]|[(（]\d{1,2}[)）]|第[一二三四五六七八九十]步)")
_FREE = re.compile(r"(?:及|和|或|以及|或者|并|且|[;；,，:：。！\ufffc=≤≥+×÷<>\-)）\]/])$")


class ClaimLineSeparator(PatentCheck):
    """权利要求内部分行的行尾用了顿号、圆点、问号、叹号，或者分步骤、分小段的行尾没有标点。

    一项权利要求的分行和分小段处只可以用分号或者逗号（引出下文的用冒号）；用别的标点会使各小段的关系不清。
    把行尾的标点改为“；”或者“，”。
    分号本身完全合法；公式行、行尾的“和”“及”不报；行尾大多没有标点的文字是换行排版造成的，也不报。
    """

    code = "CLM006"
    level = Level.WARNING
    basis = (cite("指南", "1-2-7.4"), cite("指南", "2-2-3.3"))
    message = "权利要求{claim}分行处的行尾是“{words}”：分行、分小段处只用分号或者逗号，请改为“；”或者“，”"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括：\n杯体；\n杯盖，以及\n杯柄。",
        "1. 一种测距方法，距离按下式计算：\ns = v × t\n其中，v为速度，t为时间。",
        "1. 一种杯子，包括杯体、杯盖、\n杯柄和杯底，所述杯体\n为圆柱形，所述杯盖为\n圆形。",
        "1. 一种制杯方法，包括：\nS1、混合原料；\nS2、压制成型。",
    )
    bad = (
        "1. 一种杯子，包括：\n杯体⟦、⟧\n杯盖⟦、⟧\n杯柄。",
        Sample(
            "1. 一种杯架，包括底座；\n所述底座上设有立杆⟦.⟧\n所述立杆上设有挂钩。\n2. 根据权利要求1所述的杯架，有轮。",
            kind="utility-model",
        ),
        "1. 一种制杯方法，包括：\nS1、混合原⟦料⟧\nS2、压制成型；\nS3、烧制。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        level = raised(filing.kind, Level.WARNING, Level.ERROR)
        for claim in filing.claims:
            lines = list(self._lines(claim.body))
            open_ends = sum(not re.search(r"[;；,，:：。、.?？!！]$", line.folded) for line in lines[:-1])
            for line, following in pairwise(lines):
                last = line.sub(len(line) - 1, len(line))
                wrong = last.folded in ".?!" or (last.folded == "、" and not open_ends)
                bare = re.match(r"[一-鿿]", last.folded) and not _FREE.search(line.folded)
                if bare and _LABEL.match(following.folded):
                    wrong = not re.search(r"步骤|执行$", line.folded[-4:])
                if wrong:
                    yield self.at(last, claim=claim.number, level=level)

    @staticmethod
    def _lines(span: Span) -> Iterator[Span]:
        start = span.start
        for piece in span.folded.split("\n"):
            line = Span(span.document, start, start + len(piece)).trimmed()
            if len(line):
                yield line
            start += len(piece) + 1
