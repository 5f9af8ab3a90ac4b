import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Citation, Filing, PartName, PatentCheck

_LAST_JOIN = lazy(r"(?:、|，|,|以及|和|与|及)(?=\s*(?:权利要求)?\s*\d+(?:\s*(?:[-~～—–]|至|到)\s*\d+)?\s*$)")


class MultiDepNotAlternative(PatentCheck):
    """多项从属权利要求没有以择一方式引用，如“根据权利要求1和2所述”“根据权利要求1-3所述”。

    引用两项以上权利要求的多项从属权利要求，只能以择一方式引用在前的权利要求；用“和”并列就成了同时引用。
    写成“1或2”“1、2或3”，或者“1至3中任一项”。
    “权利要求1或2所述的”本身就是择一，不需要再写“任一项”；并列独立权利要求引用多项的不查。
    """

    code = "CLM022"
    level = Level.ERROR
    basis = (cite("细则", "25.2"), cite("指南", "2-2-3.3.2"))
    message = "权利要求{claim}引用“{words}”不是择一引用：多项从属权利要求只能择一引用，请写成“{instead}”"
    needs = (PartName.CLAIMS,)

    _BASE = "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，有盖。\n3. 根据权利要求1所述的杯子，有柄。\n"
    good = (
        _BASE + "4. 根据权利要求1或2所述的杯子，有底。",
        _BASE + "4. 根据权利要求1、2或3所述的杯子，有底。",
        _BASE + "4. 根据权利要求1，2或3所述的杯子，有底。",
        _BASE + "4. 根据权利要求1至3中任一项所述的杯子，有底。",
        _BASE + "4. 如权利要求1、2、3任意一项所述的杯子，有底。",
        _BASE + "4. 根据权利要求1或权利要求2所述的杯子，有底。",
        _BASE + "4. 根据前述任一权利要求所述的杯子，有底。",
        _BASE + "4. 一种套件，包括如权利要求1-3所述的杯子。",
        _BASE + "4. 一种制造权利要求1和2所述的杯子的方法，包括吹制。",
    )
    bad = (
        _BASE + "4. 根据权利要求⟦1和2→1或2⟧所述的杯子，有底。",
        _BASE + "4. 根据权利要求⟦1、2、3→1、2或3⟧所述的杯子，有底。",
        _BASE + "4. 如权利要求⟦1-3→1至3中任一项⟧所述的杯子，有底。",
        _BASE + "4. 根据权利要求⟦1与2→1或2⟧任一项所述的杯子，有底。",
        _BASE + "4. 根据⟦前述权利要求⟧所述的杯子，有底。",
    )
    missed = (
        ("1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，有盖。\n3. 根据⟦前述全部权利要求⟧所述的杯子，有柄。"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            citation = claim.leading
            if citation is None or not claim.dependent or len(citation.numbers) < 2:
                continue
            # “1和2任一项” says both; an examiner may let it pass.
            level = Level.WARNING if citation.any_of else Level.ERROR
            if citation.all_earlier:
                if not citation.any_of:
                    yield self.at(self._words(citation), claim=claim.number, instead="前述任一权利要求")
            elif citation.conjunctive or not (citation.any_of or citation.alternative):
                words = self._words(citation)
                instead = self._instead(citation, str(words))
                yield self.at(words, claim=claim.number, instead=instead, fix=instead, level=level)

    @staticmethod
    def _words(citation: Citation) -> Span:
        if citation.all_earlier:
            return citation.span.sub(len(citation.lead), len(citation.span)).trimmed()
        first, last = citation.references[0].span, citation.references[-1].span
        return Span(first.document, first.start, last.end)

    @staticmethod
    def _instead(citation: Citation, words: str) -> str:
        if len(citation.references) == 1:
            low, high = sorted((citation.references[0].first, citation.references[0].last))
            return f"{low}或{high}" if high == low + 1 else f"{low}至{high}中任一项"
        return _LAST_JOIN.sub("或", re.sub(r"以及|和|与|及", "、", words))
