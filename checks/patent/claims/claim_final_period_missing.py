import re
from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_LAST = lazy(r"[;；,，、.:：]+$|[^\s;；,，、.:：]$")


class ClaimFinalPeriodMissing(PatentCheck):
    """一项权利要求的结尾没有句号。

    每一项权利要求在结尾处用一个句号；结尾是分号、逗号或者没有标点，可能是漏了内容，也可能与下一项混在一起。
    确认内容完整后，在结尾写“。”。
    结尾是公式、化学式、表格或者图的不报；中间有句号而结尾没有的，由 claim-period-count 报。
    """

    code = "CLM005"
    level = Level.WARNING
    basis = (cite("指南", "2-2-3.3"), cite("指南", "1-2-7.4"))
    message = "权利要求{claim}的结尾是“{words}”而没有句号：每一项权利要求在结尾处用句号，请确认没有漏字并补上“。”"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，还包括杯盖。",
        Sample("1. 一种化合物，结构式如式（I）：\n\ufffc", objects=("chemistry",)),
        "1. 一种杯子，包括杯体｡",
        "1. 一种测距方法，距离按下式计算：\ns = v × t",
    )
    bad = (
        "1. 一种杯子，包括杯体⟦；→。⟧\n2. 根据权利要求1所述的杯子，还包括杯盖。",
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，还包括杯⟦盖→盖。⟧",
        "1. 一种杯子，包括杯体⟦.→。⟧\n2. 根据权利要求1所述的杯子，还包括杯盖⟦，→。⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            body = claim.body
            if "。" in body.folded or not len(body):
                continue
            document = body.document
            last = document.paragraph_at(body.end - 1)
            line = document.folded[last.start : last.end]
            formula = any(mark.end >= body.end > mark.start for mark in document.marks_by_kind.get("formula", []))
            if formula or last.table is not None or "\ufffc" in line[-3:] or re.search(r"=|≤|≥", line):
                continue
            match = _LAST.search(document.folded, body.start, body.end)
            if match is not None:
                words = body.at(match)
                stays = str(words) if not re.match(r"[;；,，、.:：]", words.folded) else ""
                yield self.at(words, claim=claim.number, fix=stays + "。")
