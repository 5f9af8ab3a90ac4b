"""The grammar of citing claims: 根据权利要求1至3中任一项所述的… in every usual form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ipcheck.model import Span

_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
# A number that counts things (2个电机) or measures them (2.5mm) is no claim number.
_NUMBER = r"(?:\d{1,3}(?!\d|\.\d|\s*(?:[个只台根块条层组对件套次]|mm|cm|%|℃))|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_GAP = r"[ \t\n]*"
_RANGE = rf"{_GAP}(?:至|到|[-~～—–―]{{1,2}}){_GAP}"
_JOIN = rf"{_GAP}(?:、|，|,|或者|或|及|和/或|和|与|以及|/){_GAP}"
_WORD = rf"权{_GAP}利{_GAP}要{_GAP}求(?:书)?"
_ITEM = rf"(?:{_WORD}{_GAP}|第{_GAP})?{_NUMBER}(?:{_GAP}项)?"
_ENTRY = rf"{_ITEM}(?:{_RANGE}{_ITEM})?"
# "权利要求1，2或3" is a list; "权利要求1，所述…" is not: a join counts only before another number.
_LIST = rf"{_ENTRY}(?:{_JOIN}{_ENTRY})*"
_ANY = rf"{_GAP}(?:(?:之?中|其中|当中)?的?{_GAP}(?:任意?何?{_GAP}[一1]?{_GAP}(?:项|个|种)?(?:权利要求)?|之一|其中之一|任选其一))"

_CITATION = re.compile(
    rf"(?P<lead>(?:根据|依据|依照|按照|基于|如|按|由|采用|使用|利用|应用)?)(?P<colon>{_GAP})"
    rf"{_WORD}{_GAP}(?:第{_GAP})?(?P<list>(?:{_NUMBER})(?:{_GAP}项)?(?:{_RANGE}{_ITEM})?(?:{_JOIN}{_ENTRY})*)"
    rf"(?P<any>{_ANY})?"
)
_ALL_EARLIER = re.compile(
    rf"(?:以上|上述|前述|前面|在前|前)(?:的)?(?:任意?何?一?项?(?:所述)?(?:的)?)?{_WORD}(?:中|的)*(?:任意?何?一?项|之一)?"
    rf"|(?:任意?何?一项?)(?:前述|上述|在前的?|以上)(?:的)?{_WORD}"
)
_ENTRY_RE = re.compile(
    rf"(?:{_WORD}{_GAP}|第{_GAP})?(?P<first>{_NUMBER})(?:{_GAP}项)?"
    rf"(?:{_RANGE}(?:{_WORD}{_GAP}|第{_GAP})?(?P<last>{_NUMBER}))?"
)
_AND = re.compile(r"和/或|以及|和|与|及")
_OR = re.compile(r"或")


def number_value(text: str) -> int:
    """The value of an Arabic or Chinese number up to 99 (十二 is 12)."""
    if text.isdigit():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _CHINESE.get(tens, 1) * 10 + (_CHINESE[ones] if ones else 0)
    return _CHINESE[text]


@dataclass(frozen=True, slots=True)
class Reference:
    """One claim number, or one range of them, in a citation; ``span`` is its words (3, 1至3)."""

    first: int
    last: int
    span: Span

    @property
    def numbers(self) -> range:
        """The claim numbers it names; a reversed range is read the other way round."""
        low, high = sorted((self.first, self.last))
        return range(low, high + 1)


@dataclass(frozen=True, slots=True)
class Citation:
    """One citing phrase with all its numbers.

    ``any_of`` whether 任一项/之一 follows; ``conjunctive`` whether 和/与/及 joins numbers;
    ``alternative`` whether 或 does; ``all_earlier`` for 前述任一权利要求, whose numbers are all earlier claims.
    ``leads`` whether 根据/如/… stands before it.
    """

    span: Span
    references: tuple[Reference, ...]
    any_of: bool
    conjunctive: bool
    alternative: bool
    all_earlier: bool
    leads: bool

    @property
    def numbers(self) -> tuple[int, ...]:
        """All cited claim numbers, in order, without repetition."""
        return tuple(dict.fromkeys(number for reference in self.references for number in reference.numbers))


def find_citations(span: Span, own_number: int) -> tuple[Citation, ...]:
    """The citing phrases in ``span``, the text of claim ``own_number``, in order.

    The grammar follows the catalogue's gotcha 7. “权利要求的保护范围” and the like cite nothing.
    """
    found: list[Citation] = []
    for match in span.find(_CITATION):
        listed = span.at(match, "list")
        references = tuple(
            Reference(
                number_value(entry["first"]),
                number_value(entry["last"] or entry["first"]),
                Span(span.document, entry.start("first"), entry.end("last" if entry["last"] else "first")),
            )
            for entry in listed.find(_ENTRY_RE)
        )
        if not references:
            continue
        start = match.start("lead") if match["lead"] else match.end("colon")
        found.append(
            Citation(
                Span(span.document, start, match.end()),
                references,
                any_of=match["any"] is not None,
                conjunctive=_AND.search(match["list"].replace("和/或", "")) is not None,
                alternative=_OR.search(match["list"]) is not None,
                all_earlier=False,
                leads=bool(match["lead"]),
            )
        )
    for match in span.find(_ALL_EARLIER):
        words = span.at(match)
        if own_number > 1 and not any(item.span.start < words.end and words.start < item.span.end for item in found):
            reference = Reference(1, own_number - 1, words)
            found.append(Citation(words, (reference,), True, False, False, all_earlier=True, leads=True))
    return tuple(sorted(found, key=lambda item: item.span.start))
