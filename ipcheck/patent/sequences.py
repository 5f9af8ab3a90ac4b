"""Nucleotide and amino acid sequences: residues in the text, SEQ ID NO mentions, the sequence listing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.model import Document, Span, lazy
from ipcheck.patent.filing import Filing
from ipcheck.patent.parts import PartName

_RESIDUES = "Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val"
# Ten nucleotides or four amino acids in a row make a sequence that needs a listing (指南 2-10-9.2.3).
_NUCLEOTIDES = lazy(r"(?<![A-Za-z])(?:[ACGTUN]{3,}(?:[ ][ACGTUN]{2,})*|[acgtun]{10,}(?:[ ][acgtun]{2,})*)(?![A-Za-z])")
_AMINO = lazy(rf"(?<![A-Za-z])(?:{_RESIDUES})(?:[- ]?(?:{_RESIDUES})){{3,}}(?![a-z])")
_AMINO_LETTERS = lazy(r"氨基酸序列(?:为|是|如下|如)?[ ]?[:]?[ ]?(?P<letters>[ACDEFGHIKLMNPQRSTVWY]{4,})(?![A-Za-z])")
_MENTION = lazy(r"SEQ[ .]?ID[ .]?NOs?[ .:]{0,3}(?P<first>\d{1,5})", re.IGNORECASE)
_MORE = lazy(
    r"[ ]?(?P<join>[-~～—–]|至|到|、|,|，|和|与|及|或)[ ]?(?:SEQ[ .]?ID[ .]?NOs?[ .:]{0,3})?(?P<number>\d{1,5})(?!["
    r"\d.%]|[ ]?(?:个|种|bp|mer|次))",
    re.IGNORECASE,
)
_OLD_ENTRY = lazy(r"<210>[ ]*(\d{1,5})")
_NEW_ENTRY = lazy(r"SEQ ID NO:(\d{1,5}) 长度")


@dataclass(frozen=True)
class SequenceMention:
    """SEQ ID NO:1-4 in the text: the numbers and the words."""

    numbers: tuple[int, ...]
    span: Span


@dataclass(frozen=True)
class Listing:
    """The sequence listing: the words it begins with, whether it is ST.26, its residues by number ("" if unread)."""

    start: Span
    st26: bool
    residues: dict[int, str]


def find_residues(span: Span) -> Iterator[Span]:
    """Runs of ten or more nucleotides, or of four or more amino acids, in ``span``.

    A run of nucleotides has three different letters at least, so that AAAAAAAAAA or a code of N is none.
    """
    for match in span.find(_NUCLEOTIDES):
        letters = match[0].replace(" ", "")
        if len(letters) >= 10 and len(set(letters.upper()) - {"N"}) >= 3:
            yield span.at(match)
    for match in span.find(_AMINO):
        yield span.at(match)
    for match in span.find(_AMINO_LETTERS):
        yield span.at(match, "letters")


def find_sequence_mentions(span: Span) -> Iterator[SequenceMention]:
    """Every SEQ ID NO in ``span`` in any spelling, with lists and ranges."""
    text = span.document.folded
    for match in span.find(_MENTION):
        numbers, end = [int(match["first"])], match.end()
        while (more := _MORE.match(text, end, span.end)) is not None and len(numbers) < 500:
            number = int(more["number"])
            if more["join"] in "-~～—–至到" and numbers[-1] < number <= numbers[-1] + 500:
                numbers.extend(range(numbers[-1] + 1, number + 1))
            else:
                numbers.append(number)
            end = more.end()
        yield SequenceMention(tuple(dict.fromkeys(numbers)), Span(span.document, match.start(), end))


def text_lines(filing: Filing) -> Iterator[Span]:
    """The lines in which sequences are mentioned: claims, then description."""
    for claim in filing.claims:
        yield claim.body
    if filing.description is not None:
        for paragraph in filing.description.paragraphs:
            yield paragraph.body


def draw_listing(filing: Filing) -> Listing | None:
    """The sequence listing, as a part of its own or (old form) as the end of the description; None if there is none."""
    for document in filing.documents:
        if document.facts.get("st26"):
            return Listing(_opening(document), True, _new_residues(document))
    part = filing.parts.get(PartName.SEQUENCES)
    if part:
        residues = {
            int(match[1]): ""
            for line in part.lines
            for pattern in (_OLD_ENTRY, _MENTION)
            for match in line.find(pattern)
        }
        return Listing(part.titled or part.lines[0], False, residues)
    residues = {}
    start = None
    for line in text_lines(filing):
        for match in line.find(_OLD_ENTRY):
            start = start or line.at(match)
            residues[int(match[1])] = ""
    return Listing(start, False, residues) if start is not None else None


def _opening(document: Document) -> Span:
    line = next((item for item in document.paragraphs if item.end > item.start), None)
    return Span(document, line.start, line.end) if line else Span(document, 0, len(document.text))


def _new_residues(document: Document) -> dict[int, str]:
    found: dict[int, str] = {}
    number = 0
    for paragraph in document.paragraphs:
        words = document.folded[paragraph.start : paragraph.end]
        match = _NEW_ENTRY.match(words)
        if match:
            number = int(match[1])
            found[number] = ""
        elif number:
            found[number] = words.strip()
            number = 0
    return found
