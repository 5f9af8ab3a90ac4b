"""The books of an application in XML: claims, description, drawings, abstract, in whatever dialect's names."""

from __future__ import annotations

from lxml import etree

from ipcheck.model import lazy
from ipcheck.model.document import DocumentBuilder, Place
from ipcheck.model.text import squeeze
from ipcheck.readers.xml_forms import publication_facts, write_biblio
from ipcheck.readers.xml_inline import Piece, lines_of, text_of, words_of, write
from ipcheck.readers.xml_parse import line_of, plain

_SECTIONS = {
    "technicalfield": "技术领域",
    "backgroundart": "背景技术",
    "disclosure": "发明内容",
    "inventionsummary": "发明内容",
    "drawingsdescription": "附图说明",
    "drawingdescription": "附图说明",
    "descriptionofdrawings": "附图说明",
    "inventionmode": "具体实施方式",
    "modeforinvention": "具体实施方式",
    "bestmode": "具体实施方式",
    "embodimentdescription": "具体实施方式",
}
_HEADINGS = frozenset({*_SECTIONS.values(), "实用新型内容"})
_BRIEF = frozenset({"briefexplanation", "designbrief", "designbriefexplanation", "designdescription"})
_ABSTRACT_FIGURES = frozenset({"abstfigure", "abstractfigure", "abstdrawing", "abstractdrawing"})
_CLAIM_NUMBER = lazy(r"\s*[0-9０-９]{1,3}\s*[.．、](?![0-9０-９])")
_PARAGRAPH_NUMBER = lazy(r"\s*[\[［【]\s*[0-9０-９]{3,5}\s*[\]］】]")
_MILLIMETRES = lazy(r"\s*(\d{1,4}(?:\.\d{1,3})?)\s*(?:mm)?\s*")
_DIGITS = lazy(r"\d{1,6}")


def write_body(builder: DocumentBuilder, root: etree._Element) -> dict[str, str]:
    """Write every book found under ``root``, in the order of the file; return the facts.

    Writes nothing at all when no book of any known dialect is there.
    """
    body = _Body(builder, publication_facts(root))
    body.book(root)
    return body.facts


def _inches(millimetres: str | None) -> float | None:
    """A picture's width as the file says it, in inches."""
    found = _MILLIMETRES.fullmatch(millimetres or "")
    return float(found[1]) / 25.4 if found and float(found[1]) > 0 else None


class _Body:
    """Writes books; one method a kind of book."""

    def __init__(self, builder: DocumentBuilder, facts: dict[str, str]) -> None:
        self.builder = builder
        self.facts = facts
        self.paragraphs = 0
        self.tables = 0
        self.section = ""

    def book(self, element: etree._Element) -> None:
        """Write ``element`` if it is a book, else look for books in it."""
        name = plain(element)
        if name == "claims":
            self.claims(element)
        elif name == "description":
            self.description(element)
        elif name == "drawings":
            self.figures(element, "drawings")
        elif name == "abstract":
            self.abstract(element)
        elif name in _ABSTRACT_FIGURES:
            self.figures(element, "abstract-drawing")
        elif name in _BRIEF:
            self.prose(element, "design-brief", "简要说明")
        elif name == "bibliographicdata":
            write_biblio(self.builder, element, self.facts)
        elif name:
            for child in element:
                self.book(child)

    def claims(self, element: etree._Element) -> None:
        for child in element:
            if plain(child) == "claim":
                self.claim(child)
            elif plain(child):
                self.prose(child, "claims", "权利要求书")

    def claim(self, element: etree._Element) -> None:
        found = _DIGITS.search(element.get("num") or element.get("id") or "")
        number = str(int(found[0])) if found else ""
        place = f"权利要求{number}" if number else "权利要求书"
        for index, line in enumerate(lines_of(element)):
            # The typed number is what the reader of the page sees; a second one in front would only hide it.
            typed = _CLAIM_NUMBER.match(text_of(line))
            label = f"{number}." if number and index == 0 and not typed else ""
            self.line(line, "claims", place, label=label)

    def description(self, element: etree._Element) -> None:
        for child in element:
            name = plain(child)
            if name == "inventiontitle":
                title = words_of(child)
                if title:
                    self.facts.setdefault("title", title)
                for line in lines_of(child):
                    self.line(line, "description", "说明书 发明名称")
            elif name in _SECTIONS:
                self.semantic_section(child, name)
            elif name in ("drawings", "figures"):
                self.figures(child, "drawings")
            else:
                self.in_description(child)

    def semantic_section(self, element: etree._Element, name: str) -> None:
        """A section told by its element: where the file has no heading line for it, one is added and marked."""
        heading = _SECTIONS[name]
        if heading == "发明内容" and self.facts.get("kind") == "utility-model":
            heading = "实用新型内容"
        children = [child for child in element if plain(child)]
        first = children[0] if children else None
        typed = first is not None and (plain(first) == "heading" or squeeze(words_of(first)).rstrip(":") in _HEADINGS)
        if not typed and heading != self.section:
            self.generated_line(heading, f"说明书 {heading}", line_of(element), "description", heading=True)
        self.section = heading
        for child in children:
            self.in_description(child)

    def in_description(self, element: etree._Element) -> None:
        """A heading, a paragraph or a container of them."""
        name = plain(element)
        if name == "heading":
            for line in lines_of(element):
                self.line(line, "description", f"说明书 {text_of(line)[:12]}", heading=True)
        elif name in ("p", "paragraphs"):
            self.paragraph(element)
        elif name in ("tables", "table", "maths", "chemistry"):
            self.prose(element, "description", "说明书")
        elif name and any(plain(child) in ("p", "paragraphs", "heading") for child in element):
            for child in element:
                self.in_description(child)
        elif name:
            self.prose(element, "description", "说明书")

    def paragraph(self, element: etree._Element) -> None:
        self.paragraphs += 1
        number = (element.get("num") or "").strip()
        label = f"[{int(number):04d}]" if number.isascii() and number.isdigit() and len(number) < 7 else ""
        place = f"说明书{label}段" if label else f"说明书第{self.paragraphs}个段落（无段号）"
        for index, line in enumerate(lines_of(element)):
            words = text_of(line)
            typed = _PARAGRAPH_NUMBER.match(words)
            # Some publications number their headings as paragraphs: 技术领域 is [0001] there.
            heading = squeeze(words[typed.end() :] if typed else words).rstrip(":") in _HEADINGS
            self.line(line, "description", place, label=label if index == 0 and not typed else "", heading=heading)

    def abstract(self, element: etree._Element) -> None:
        children = [child for child in element if plain(child)]
        figures = [child for child in children if plain(child) == "figure" or plain(child) in _ABSTRACT_FIGURES]
        if figures and len(figures) == len(children):
            self.figures(element, "abstract-drawing")
            return
        if not figures:
            self.prose(element, "abstract", "说明书摘要")
            return
        for child in children:
            if plain(child) != "figure" and plain(child) not in _ABSTRACT_FIGURES:
                self.prose(child, "abstract", "说明书摘要")
        for figure in figures:
            self.figures(figure, "abstract-drawing")

    def figures(self, element: etree._Element, part: str) -> None:
        """Write each figure: its picture, then its number as a caption line that is marked as ours."""
        where = "附图" if part == "drawings" else "摘要附图"
        for figure in element.iter():
            if plain(figure) != "figure":
                continue
            label = figure.get("figure-labels") or figure.get("figureLabels") or ""
            number = _DIGITS.search(figure.get("num") or "")
            if not label and number and part == "drawings":
                label = f"图{int(number[0])}"
            place = f"{where} {label}".rstrip()
            for image in figure.iter():
                if plain(image) in ("img", "image"):
                    source = Place(place, element=(line_of(image),))
                    name = image.get("file") or ""
                    self.builder.add_object("picture", source, name, label, drawn=_inches(image.get("wi")))
                    self.builder.end_paragraph(part=part)
            if label:
                self.generated_line(label, place, line_of(figure), part)
        for child in element:
            if plain(child) in ("p", "paragraphs", "heading"):
                self.prose(child, part, where)

    def prose(self, element: etree._Element, part: str, place: str) -> None:
        table = None
        if plain(element) in ("tables", "table"):
            self.tables += 1
            table = self.tables
        for line in lines_of(element):
            self.line(line, part, place, table=table)

    def line(
        self,
        line: list[Piece],
        part: str,
        place: str,
        *,
        label: str = "",
        heading: bool = False,
        table: int | None = None,
    ) -> None:
        """Write one line, with a generated ``label`` in front where there is one."""
        if label:
            start = self.builder.add(label, Place(place, element=(line[0].line,)))
            self.builder.mark("generated", start, self.builder.offset)
        write(self.builder, line, place)
        self.builder.end_paragraph(label=label, part=part, heading=heading, table=table)

    def generated_line(self, words: str, place: str, line: int, part: str, *, heading: bool = False) -> None:
        start = self.builder.add(words, Place(place, element=(line,)))
        self.builder.mark("generated", start, self.builder.offset)
        self.builder.end_paragraph(part=part, heading=heading)
