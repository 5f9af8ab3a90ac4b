"""The running text of an application, for checks of its language: abstract, claims and description alike."""

from __future__ import annotations

from collections.abc import Iterator

from ipcheck.model import Span, lazy
from ipcheck.patent.filing import Filing
from ipcheck.patent.parts import PartName

# Everything that does not tell two wordings apart: signs, brackets, markers, punctuation, white space.
_NOISE = lazy(
    r"[(（\[〔][^()（）\[\]〔〕\n]{0,20}[)）\]〕]|所述的?|上述的?|前述的?|(?<=[一-鿿])\d{1,4}[a-z]?(?=[一-鿿，。；、,;]|$)"
    r"|其特征(?:在于|是)|[^\w\n]|[_\s]"
)

_CLAUSE = lazy(r"[^，。；：,;:\n]+")


def prose(filing: Filing, *names: PartName) -> Iterator[Span]:
    """The lines of the abstract, the bodies of the claims, the title and the paragraphs of the description.

    With ``names`` only these parts.
    """
    wanted = names or (PartName.ABSTRACT, PartName.CLAIMS, PartName.DESCRIPTION)
    if PartName.ABSTRACT in wanted and filing.abstract is not None:
        yield from filing.abstract.lines
    if PartName.CLAIMS in wanted:
        for claim in filing.claims:
            yield claim.body
    if PartName.DESCRIPTION in wanted and filing.description is not None:
        if filing.description.title is not None:
            yield filing.description.title
        for paragraph in filing.description.paragraphs:
            yield paragraph.body


def bare(text: str) -> str:
    """``text`` reduced to the words that tell two wordings apart."""
    return _NOISE.sub("", text)


def clauses(span: Span, least: int = 6) -> Iterator[tuple[str, Span]]:
    """The clauses of ``span`` between commas, semicolons and full stops: bare words (``least`` and more) and place."""
    for match in span.find(_CLAUSE):
        words = bare(match[0])
        if len(words) >= least:
            yield words, span.at(match).trimmed()


def shingles(text: str, width: int = 4) -> frozenset[str]:
    """All runs of ``width`` characters of ``text``."""
    return frozenset(text[index : index + width] for index in range(len(text) - width + 1))


def quoted(text: str, at: int) -> bool:
    """Whether the place ``at`` of ``text`` lies between quotation marks: words somebody or something says."""
    return text.count("“", 0, at) > text.count("”", 0, at)


__all__ = ["bare", "clauses", "prose", "quoted", "shingles"]
