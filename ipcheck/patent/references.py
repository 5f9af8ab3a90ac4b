"""The grammar of citing claims: 根据权利要求1至3中任一项所述的… in every usual form."""

from __future__ import annotations

from dataclasses import dataclass

from ipcheck.model import Span, lazy

_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
# A number that counts things (2个电机) or measures them (2.5mm) is no claim number. Right after the words 权利要求 a
# number is always one (权利要求1对应的方法), so only the numbers further on in a list are held against this.
_COUNTED = r"(?!\s*(?:[个只台根块条层组对件套次种类]|mm|cm|%|℃))"
_DIGITS = r"\d{1,3}(?!\d|\.\d)"
_HAN = r"(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?![致般样些起旦直定切份])"
_NUMBER = rf"(?:{_DIGITS}|{_HAN})"
# Bounded: an unbounded gap at the beginning of a pattern makes a run of spaces quadratic.
_GAP = r"[ \t\n]{0,20}"
_RANGE = rf"{_GAP}(?:至|到|[-~～—–―]{{1,2}}){_GAP}"
_JOIN = rf"{_GAP}(?:、|，|,|和/或|或者是|或者|或是|或|以及|及|和|与|/){_GAP}"
_WORD = rf"权{_GAP}利{_GAP}要{_GAP}求(?:书)?"
_ITEM = rf"(?:(?:{_WORD}{_GAP}|第{_GAP}){_NUMBER}|(?:{_DIGITS}|{_HAN}){_COUNTED})(?:{_GAP}项)?"
_ENTRY = rf"{_ITEM}(?:{_RANGE}{_ITEM})?"
# 任一项, 任意一项, 任何一项, 任1项, 任一权利要求, 中的一项, 之一, 其中之一, 所述的任一
_ONE = (
    rf"任选{_GAP}其?{_GAP}[一1]{_GAP}项?"
    rf"|任(?:意|何)?{_GAP}(?:[一1]{_GAP}(?:[项个种条]|权利要求)?|[项个](?:权利要求)?)"
    rf"|其中{_GAP}(?:之一|[一1]项)|之一|(?<=[中的])[一1]项"
)
_ANY = rf"{_GAP}(?:所述的?|中所述的?|之?中|其中|当中)?{_GAP}的?{_GAP}(?:{_ONE}){_GAP}(?:权利要求)?"

_CITATION = lazy(
    rf"(?P<lead>(?:根据|依据|依照|按照|基于|参照|如|按|由|采用|使用|利用|应用)?)(?P<gap>{_GAP})"
    rf"{_WORD}{_GAP}(?:第{_GAP})?(?P<list>{_NUMBER}(?:{_GAP}项)?(?:{_RANGE}{_ITEM})?(?:{_JOIN}{_ENTRY})*)"
    rf"(?P<any>{_ANY})?"
)
_EARLIER = r"(?:以上|上述|前述|前面|在前|之前|前)"
_ALL_EARLIER = lazy(
    rf"(?P<lead>(?:根据|依据|依照|按照|基于|如|按)?){_GAP}(?:"
    rf"(?P<front>任(?:意|何)?[一1]?项?){_EARLIER}(?:所述)?的?{_WORD}"
    rf"|{_EARLIER}(?:的|所述的?)?(?P<middle>{_ONE})?(?:所述)?的?{_GAP}{_WORD}(?:(?:当?中|之中)?的?(?P<back>{_ONE}))?"
    rf")(?![ \t\n]*\d)"
)
_ENTRY_RE = lazy(
    rf"(?:{_WORD}{_GAP}|第{_GAP})?(?P<first>{_NUMBER})(?:{_GAP}项)?"
    rf"(?:{_RANGE}(?:{_WORD}{_GAP}|第{_GAP})?(?P<last>{_NUMBER}))?"
)
_AND = lazy(r"以及|和|与|及")
_OR = lazy(r"或")


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
    ``lead`` is the word before it (根据, 如, 采用 …), "" if there is none.
    """

    span: Span
    references: tuple[Reference, ...]
    any_of: bool
    conjunctive: bool
    alternative: bool
    all_earlier: bool
    lead: str

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
        start = match.start("lead") if match["lead"] else match.end("gap")
        found.append(
            Citation(
                Span(span.document, start, match.end()),
                references,
                any_of=match["any"] is not None,
                conjunctive=_AND.search(match["list"].replace("和/或", "或")) is not None,
                alternative=_OR.search(match["list"]) is not None,
                all_earlier=False,
                lead=match["lead"],
            )
        )
    for match in span.find(_ALL_EARLIER) if own_number > 1 else ():
        words = span.at(match).trimmed()
        any_of = any(match[name] is not None for name in ("front", "middle", "back"))
        reference = Reference(1, own_number - 1, words)
        found.append(Citation(words, (reference,), any_of, False, False, all_earlier=True, lead=match["lead"]))
    return tuple(sorted(found, key=lambda item: item.span.start))
