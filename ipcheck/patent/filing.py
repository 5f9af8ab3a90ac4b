"""A filing: one application, drawn from its documents. Everything is drawn on first use and kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property

from ipcheck.model import Document, Object, Span, lazy
from ipcheck.model.text import squeeze
from ipcheck.patent.antecedents import Antecedents
from ipcheck.patent.claims import Claim, draw_claims
from ipcheck.patent.description import Description, SectionName, draw_description
from ipcheck.patent.figures import Caption, Figure, FigureMention, draw_captions, draw_figures, find_mentions
from ipcheck.patent.kind import Kind
from ipcheck.patent.numerals import ListedSign, Numeral, Occurrence, draw_numerals, draw_sign_list, find_occurrences
from ipcheck.patent.parts import Part, PartName, draw_parts
from ipcheck.patent.pictures import Picture, draw_pictures
from ipcheck.patent.request import Request, draw_request
from ipcheck.patent.series import Series, draw_series
from ipcheck.patent.tables import Table, draw_tables
from ipcheck.patent.terms import TermIndex, part_names

_ABSTRACT_WORDS = (
    r"(?:(?:说\s*明\s*书|内\s*容|发\s*明|实\s*用\s*新\s*型|技\s*术|专\s*利)\s*)?(?:摘\s*要|提\s*要|概\s*要)"
)
_ABSTRACT_LABEL = lazy(
    rf"[ \t]*(?P<label>(?:{_ABSTRACT_WORDS}(?:[ \t]*[:：]|[ \t]+)|[【\[]{_ABSTRACT_WORDS}[】\]][:：]?))[ \t]*(?=\S)"
)


class Filing:
    """One application.

    ``documents`` are its files as read, ``kind`` overrides what the text says. ``name`` is how it is called in
    reports: the path of its folder or file. ``parts`` are its parts where they have been drawn already.
    ``ocr`` reads the numerals in a picture (None where it cannot), those it is sure of or all there may be; it is set
    only where the user asked for it.
    """

    def __init__(
        self,
        documents: tuple[Document, ...],
        *,
        kind: Kind | None = None,
        name: str = "",
        parts: dict[PartName, Part] | None = None,
    ) -> None:
        self.documents = documents
        self.name = name or (documents[0].path if documents else "")
        self.ocr: Callable[[Object, bool], frozenset[str] | None] | None = None
        self._kind = kind
        self._parts = parts

    @cached_property
    def parts(self) -> dict[PartName, Part]:
        """The parts that were found."""
        return draw_parts(self.documents) if self._parts is None else self._parts

    def has(self, *names: PartName) -> bool:
        """Whether all these parts are there and not empty."""
        return all(bool(self.parts.get(name)) for name in names)

    @cached_property
    def kind(self) -> Kind | None:
        """The kind of application: as given, as the format says, else as the text calls itself; None if unclear."""
        if self._kind is not None:
            return self._kind
        for document in self.documents:
            if document.facts.get("kind") in set(Kind):
                return Kind(document.facts["kind"])
        if self.has(PartName.DESIGN_BRIEF) and not self.has(PartName.CLAIMS):
            return Kind.DESIGN
        request = self.parts.get(PartName.REQUEST)
        if request is not None and request.titled is not None:
            for kind in Kind:
                if kind.chinese in str(request.titled):
                    return kind
        counts, headed = {Kind.INVENTION: 0, Kind.UTILITY_MODEL: 0}, False
        for name in (PartName.DESCRIPTION, PartName.ABSTRACT, PartName.CLAIMS):
            part = self.parts.get(name)
            if part:
                text = "".join(part.span.folded.split())
                counts[Kind.INVENTION] += len(re.findall(r"本发明|该发明", text))
                counts[Kind.UTILITY_MODEL] += len(re.findall(r"本实用新型|该实用新型|实用新型内容|本新型", text))
                headed |= "发明内容" in text
        if counts[Kind.INVENTION] == counts[Kind.UTILITY_MODEL] == 0:
            # The rules head this section 发明内容 for both kinds, so it counts only where nothing else tells.
            return Kind.INVENTION if headed else None
        return max(counts, key=lambda kind: (counts[kind], kind is Kind.INVENTION))

    @cached_property
    def request(self) -> Request | None:
        """The request form."""
        return draw_request(self.parts.get(PartName.REQUEST))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims in the order of the text."""
        return draw_claims(self.parts.get(PartName.CLAIMS))

    @cached_property
    def claim_by_number(self) -> dict[int, Claim]:
        """Claims by number; of two with one number the first."""
        found: dict[int, Claim] = {}
        for claim in self.claims:
            found.setdefault(claim.number, claim)
        return found

    @cached_property
    def independent_claims(self) -> tuple[Claim, ...]:
        """The claims that are not dependent."""
        return tuple(claim for claim in self.claims if not claim.dependent)

    @cached_property
    def description(self) -> Description | None:
        """The description."""
        return draw_description(self.parts.get(PartName.DESCRIPTION))

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the description."""
        return draw_tables(self.parts.get(PartName.DESCRIPTION))

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """The series of values that the description's tables, then its sentences hold."""
        paragraphs = self.description.paragraphs if self.description else ()
        return (
            *(series for table in self.tables for series in table.series),
            *draw_series(paragraph.body for paragraph in paragraphs),
        )

    @property
    def abstract(self) -> Part | None:
        """The abstract."""
        part = self.parts.get(PartName.ABSTRACT)
        return part if part else None

    @cached_property
    def abstract_label(self) -> Span | None:
        """The words 摘要： that open the abstract's own first line, None if there are none."""
        if self.abstract is None:
            return None
        first = self.abstract.lines[0]
        match = _ABSTRACT_LABEL.match(self.abstract.document.folded, first.start, first.end)
        return first.at(match, "label") if match else None

    @cached_property
    def title(self) -> Span | None:
        """The title as the description's first line has it."""
        return self.description.title if self.description else None

    @cached_property
    def titles(self) -> tuple[Span, ...]:
        """The title as the description has it, then as the request has it if that differs."""
        requested = self.request.first("title") if self.request else None
        found = [title for title in (self.title, requested) if title is not None]
        if len(found) == 2 and squeeze(str(found[0])) == squeeze(str(found[1])):
            found.pop()
        return tuple(found)

    @cached_property
    def captions(self) -> tuple[Caption, ...]:
        """The lines of 附图说明."""
        return draw_captions(self.description)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the drawings part."""
        part = self.parts.get(PartName.DRAWINGS)
        return draw_figures([part] if part else [])

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of the drawings part."""
        return draw_pictures(self.parts.get(PartName.DRAWINGS), self.captions)

    @cached_property
    def drawn_signs(self) -> tuple[tuple[Picture, frozenset[str] | None], ...]:
        """The numerals read in each picture of the drawings; nothing at all unless the user asked to read them."""
        return tuple((picture, self.ocr(picture.item, True)) for picture in self.pictures) if self.ocr else ()

    @cached_property
    def perhaps_drawn(self) -> frozenset[str]:
        """Everything in the pictures that may be a numeral, also misread; costs several times as much."""
        if self.ocr is None:
            return frozenset()
        return frozenset(text for picture in self.pictures for text in self.ocr(picture.item, False) or ())

    @cached_property
    def mentions(self) -> tuple[FigureMention, ...]:
        """Every 图N in the description outside 附图说明."""
        if self.description is None:
            return ()
        captioned = {id(paragraph) for paragraph in self.description.paragraphs_of(SectionName.FIGURES)}
        return tuple(
            mention
            for paragraph in self.description.paragraphs
            if id(paragraph) not in captioned
            for mention in find_mentions(paragraph.body)
        )

    @cached_property
    def sign_list(self) -> tuple[ListedSign, ...]:
        """The list of reference signs, if the description has one."""
        return draw_sign_list(self.description)

    @cached_property
    def sign_occurrences(self) -> tuple[Occurrence, ...]:
        """Every place of a possible reference sign: embodiments, claims, abstract, in that order."""
        found: list[Occurrence] = []
        if self.description is not None:
            # A list may stand at the beginning of the embodiments; its own signs are no use of them.
            listed = {
                offset
                for entry in self.sign_list
                for offset in range(min(entry.span.start, entry.name.start), max(entry.span.end, entry.name.end))
            }
            for paragraph in self.description.paragraphs_of(SectionName.EMBODIMENTS):
                for occurrence in find_occurrences(paragraph.body, PartName.DESCRIPTION):
                    if occurrence.span.start not in listed:
                        found.append(occurrence)
        for claim in self.claims:
            found.extend(find_occurrences(claim.body, PartName.CLAIMS))
        if self.abstract:
            for line in self.abstract.lines:
                found.extend(find_occurrences(line, PartName.ABSTRACT))
        return tuple(found)

    @cached_property
    def numerals(self) -> dict[str, Numeral]:
        """The reference signs by sign."""
        return draw_numerals(self.sign_list, self.sign_occurrences)

    def bare_signs(self, where: PartName) -> Iterator[tuple[Occurrence, Numeral]]:
        """Signs without brackets in that part which surely are reference signs, not quantities.

        A sign is one if it follows the part name it bears elsewhere, and stands in the sign list or in brackets
        somewhere or, for a filing with figures, follows that name in the embodiments too (gotcha 14).
        """
        namesakes = Counter(numeral.name[-2:] for numeral in self.numerals.values())
        cited = {
            reference.span.start
            for claim in self.claims
            for citation in claim.citations
            for reference in citation.references
        }
        for numeral in self.numerals.values():
            if (
                len(numeral.name) < 2
                or re.match(r"S\d", numeral.sign)
                or re.search(r"权利要求|步骤|实施例", numeral.name)
            ):
                continue
            # 模块1, 模块2, 模块3: numbers that tell namesakes apart, unless they are known for reference signs.
            known = bool(numeral.listed) or any(place.bracketed for place in numeral.occurrences)
            described = any(place.where == PartName.DESCRIPTION for place in numeral.occurrences)
            if not known and not (described and self.captions and namesakes[numeral.name[-2:]] == 1):
                continue
            for place in numeral.occurrences:
                if place.where != where or place.bracketed or place.span.start in cited:
                    continue
                if str(place.context).endswith(numeral.name):
                    yield place, numeral

    @cached_property
    def terms(self) -> TermIndex:
        """The definite mentions in the claims, with the part names that tell where terms end."""
        return TermIndex(self.claims, part_names(self.numerals.values()))

    @cached_property
    def antecedents(self) -> Antecedents:
        """What the mentions in the claims refer back to, worked out once however many checks ask."""
        return Antecedents(self.terms)

    def locate(self, span: Span) -> tuple[PartName | None, Claim | None]:
        """The part and the claim in which ``span`` lies."""
        for name, part in self.parts.items():
            if part and part.document is span.document:
                for line in part.lines:
                    if line.start <= span.start < line.end or (
                        part.titled and part.titled.start <= span.start < part.titled.end
                    ):
                        if name is PartName.CLAIMS:
                            claim = next(
                                (item for item in self.claims if item.span.start <= span.start < item.span.end), None
                            )
                            return name, claim
                        return name, None
        return None, None
