from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck

_UNNUMBERED = lazy(r"(?:根据|如|按照|依据)权利要求\s?\d{1,3}|一种(?![^，。]{0,30}[；;])")


class ClaimNumberSequence(PatentCheck):
    """权利要求没有用阿拉伯数字从1开始顺序编号：有缺号、重号、跳号，或者有一项没有编号。

    几项权利要求应当用阿拉伯数字顺序编号；编号乱了，从属权利要求的引用关系也随之不清。
    按顺序重新编号，同时核对各项从属权利要求所引用的编号；前后两项的编号都对、只有一种改法时给出应写的数字。
    步骤编号（1、2、）和行首的小数（1.5mm）不当作权利要求的编号。
    """

    code = "CLM001"
    level = Level.ERROR
    basis = (cite("细则", "22.2"), cite("指南", "1-1-4.4"))
    message = (
        "此处权利要求的编号应为{expected}，却是“{words}”：权利要求应当用阿拉伯数字顺序编号，请重新编号并核对引用关系"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，还包括杯盖。\n"
        "3. 根据权利要求2所述的杯子，所述杯盖有提手。",
        "1、一种杯子，包括杯体。\n2、根据权利要求1所述的杯子，杯体上有直径为\n1.5mm的孔。\n"
        "3、根据权利要求1所述的杯子，杯体为圆柱形。",
        "1．一种制杯方法，包括：\n1、混合原料；\n2、压制成型；\n3、烧制。\n"
        "2．根据权利要求1所述的制杯方法，原料为瓷土。",
        "权利要求书\n一种杯子，包括杯体。",
        "（1）一种杯子，包括杯体。\n（2）根据权利要求1所述的杯子，还包括杯盖。",
    )
    bad = (
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，还包括杯盖。\n"
        "⟦4⟧. 根据权利要求2所述的杯子，所述杯盖有提手。",
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，有盖。\n⟦2→3⟧. 根据权利要求1所述的杯子，有柄。\n"
        "4. 根据权利要求1所述的杯子，有底。",
        "⟦2⟧、一种杯子，包括杯体。\n3、根据权利要求2所述的杯子，还包括杯盖。",
        "1. 一种杯子，包括杯体。\n⟦根据权利要求1⟧所述的杯子，还包括杯盖。",
        "权利要求⟦一→1⟧：一种杯子，包括杯体。\n权利要求2：根据权利要求1所述的杯子，还包括杯盖。",
    )
    missed = ("一、一种杯子，包括杯体。\n⟦三⟧、根据权利要求1所述的杯子，还包括杯盖。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        claims = filing.claims
        expected = 1
        for index, claim in enumerate(claims):
            following = claims[index + 1].number if index + 1 < len(claims) else None
            if claim.number_span is not None:
                before_right = index == 0 or claims[index - 1].number == expected - 1
                if claim.number != expected:
                    certain = before_right and following == expected + 1
                    yield self.at(claim.number_span, expected=expected, fix=str(expected) if certain else None)
                    expected = expected if certain else claim.number
                elif not claim.number_span.folded.isdigit():
                    yield self.at(claim.number_span, expected=expected, fix=str(expected))
            unnumbered = list(self._unnumbered(claim, len(claims)))
            for words in unnumbered:
                yield self.at(words, expected=expected + 1)
            expected += 1 + (len(unnumbered) if following is not None and following > expected + 1 else 0)

    @staticmethod
    def _unnumbered(claim: Claim, count: int) -> Iterator[Span]:
        """Lines inside a claim that begin another one: claim words right after a full stop and a line end."""
        document = claim.span.document
        for line in range(document.line_of(claim.span.start), document.line_of(claim.span.end - 1)):
            above, here = document.paragraphs[line - 1], document.paragraphs[line]
            if document.folded[above.start : above.end].rstrip().endswith("。"):
                match = _UNNUMBERED.match(document.folded, here.start, here.end)
                if match and not (claim.number_span is None and count == 1 and match.start() == claim.span.start):
                    yield Span(document, match.start(), match.end())
