"""The grammar of claims: where they begin, what they cite, what they are called."""

from __future__ import annotations

from collections.abc import Iterator

from ipcheck.model import Span
from ipcheck.patent import Filing
from ipcheck.patent.claims import draw_claims
from ipcheck.patent.parts import PartName
from ipcheck.patent.references import find_citations
from ipcheck.readers.text import from_text
from tests.fuzz.vocabulary import bytes_of, text_of
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.trolley import TROLLEY


def fuzz_claims(data: bytes) -> None:
    document = from_text("权利要求书\n" + text_of(data), "稿.txt")
    part = Filing((document,)).parts.get(PartName.CLAIMS)
    claims = draw_claims(part)
    again = draw_claims(part)
    assert [(claim.number, claim.span, claim.body) for claim in claims] == [
        (claim.number, claim.span, claim.body) for claim in again
    ]
    end = 0
    for claim in claims:
        assert end <= claim.span.start <= claim.body.start <= claim.body.end <= claim.span.end
        end = claim.span.end
        if claim.number_span is not None:
            assert str(claim.number_span) in str(claim.span)
        for citation in claim.citations:
            assert claim.span.start <= citation.span.start < citation.span.end <= claim.span.end
            for reference in citation.references:
                assert citation.span.start <= reference.span.start < reference.span.end <= citation.span.end
                assert len(reference.numbers) < 1000
        assert claim not in claim.parents
        _views(claim)
    for number in (1, 2, 999):
        find_citations(Span(document, 0, len(document.text)), number)


def _views(claim: object) -> None:
    """Whatever else a claim can be asked for; that it can is what is asked."""
    for name in dir(type(claim)):
        if not name.startswith("_"):
            value = getattr(claim, name)
            if isinstance(value, Span):
                assert 0 <= value.start <= value.end <= len(value.document.text)


def seeds() -> Iterator[bytes]:
    for draft in (POT_HOLDER, TROLLEY):
        yield bytes_of("\n".join(f"{number}. {claim}" for number, claim in enumerate(draft.claims, 1)))
    yield bytes_of("1、一种杯。2、根据权利要求1或2至3中任意一项所述的杯。3、如前述任一权利要求所述的杯在方法中的应用")
    yield bytes_of("1. 1.\n2. 权利要求第十二项至第三项和/或4，5\n权利要求三、一种")
