from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_PERIOD = lazy(r"[“「『\"][^”」』\"\n]{0,80}[”」』\"]|(?P<period>。)")
_NEW_CLAIM = lazy(r"[ \t]*\n\s*(?:(?:根据|如|按照|依据)权利要求|一种)")


class ClaimPeriodCount(PatentCheck):
    """一项权利要求中间用了句号。

    每一项权利要求只允许在其结尾处使用句号；中间有句号，就分不清保护范围写到哪里为止。
    分行、分段处改用分号或者逗号，全项只在结尾留一个句号。
    引号里的句号、小数点和英文缩写的圆点不算；没有编号的下一项权利要求由 claim-number-sequence 报。
    """

    code = "CLM004"
    level = Level.ERROR
    basis = (cite("指南", "2-2-3.3"), cite("指南", "1-2-7.4"))
    message = "权利要求{claim}的中间用了句号{where}：一项权利要求只能在结尾用一个句号，请改用分号或者逗号"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括杯体；所述杯体的壁厚为1.5mm，型号为No.3。\n2. 根据权利要求1所述的杯子，还包括杯盖。",
        "1. 一种提示方法，包括：显示“请加水。”字样；等待应答。",
        "1. 一种菌剂，含有B. subtilis和序列如SEQ ID NO.1所示的质粒。\n2. 根据权利要求1所述的菌剂，还含有载体。",
        "1. 一种杯子，包括：\n杯体；\n杯盖。",
    )
    bad = (
        "1. 一种杯子，包括杯体⟦。⟧所述杯体上设有杯柄。",
        "1. 一种制杯方法，包括：\n混合原料⟦。⟧\n压制成型。\n烧制。\n2. 根据权利要求1所述的制杯方法，原料为瓷土。",
        "1. 一种杯子，包括杯体⟦。→⟧。",
    )
    missed = (
        "1. 一种杯子，包括杯体⟦．⟧所述杯体上设有杯柄。",
        "1. 一种杯子，包括杯体⟦.⟧所述杯体上设有杯柄。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            folded = claim.body.document.folded
            inside: list[Span] = []
            for match in claim.body.find(_PERIOD):
                if match["period"] is None or match.end() >= claim.body.end:
                    continue
                if not _NEW_CLAIM.match(folded, match.end(), claim.body.end):
                    if folded[match.end()] == "。":
                        yield self.at(claim.body.at(match), claim=claim.number, where="", fix="")
                    else:
                        inside.append(claim.body.at(match))
            if inside:
                # One mistake of the drafter, however many sentences he made of the claim.
                where = f"（共{len(inside)}处）" if len(inside) > 1 else ""
                # A text taken from a PDF may have its last full stop in the middle of a formula's lines.
                misplaced = len(inside) == 1 and not str(claim.body).rstrip().endswith(("。", "．", "."))
                if misplaced:
                    where = "，结尾却没有（从 PDF 取的文字可能错了行，请核对原文）"
                yield self.at(
                    inside[0],
                    related=inside[1:],
                    level=Level.WARNING if misplaced else None,
                    claim=claim.number,
                    where=where,
                    facts={"count": len(inside)},
                )
