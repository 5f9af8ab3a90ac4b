"""The sections of a .docx: their page headers, their page breaks, and which hold only a form's instructions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from ipcheck.readers.docx_package import Package, R, W, on

_SECTION, _TYPE = W + "sectPr", W + "type"
_PARAGRAPH, _TEXT = W + "p", W + "t"
_DELETED, _MOVED = W + "del", W + "moveFrom"
# The official form's own instructions, printed behind the applicant's text.
INSTRUCTIONS = frozenset(("注意事项", "填表须知"))


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its page header without spaces, whether it starts a page, whether it holds instructions."""

    header: str = ""
    new_page: bool = False
    instructions: bool = False


@dataclass(slots=True)
class Sections:
    """All sections in order, and the distinct texts of the page headers and footers."""

    sections: list[Section] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)

    def __getitem__(self, index: int) -> Section:
        """The section ``index``; past the end, the last one."""
        return self.sections[min(index, len(self.sections) - 1)] if self.sections else Section()


def mark_is_gone(rpr: etree._Element | None) -> bool:
    """Whether a paragraph mark with these properties was deleted or moved away."""
    return rpr is not None and (rpr.find(_DELETED) is not None or rpr.find(_MOVED) is not None)


def read_sections(body: etree._Element, package: Package, text_of: Callable[[str], str]) -> Sections:
    """The sections of ``body``; ``text_of`` gives the text of a header or footer part."""
    result = Sections()
    found = [node for node in body.iter(_SECTION) if _counts(node, body)]
    headers: dict[str, str] = {}
    for index, node in enumerate(found):
        for name in ("header", "footer"):
            for reference in node.iterchildren(f"{W}{name}Reference"):
                part = package.target(package.document, reference.get(R + "id"))
                text = text_of(part).strip() if part is not None else ""
                if name == "header":
                    headers[reference.get(_TYPE, "default")] = text
                if text and text not in result.margins:
                    result.margins.append(text)
        header = headers.get("default", "")
        if not header and on(node.find(W + "titlePg")):
            header = headers.get("first", "")
        header = "".join(header.split())
        kind = node.find(_TYPE)
        continuous = kind is not None and kind.get(W + "val") in ("continuous", "nextColumn")
        titled = 0 < index == len(found) - 1 and _opening(found[index - 1], body) in INSTRUCTIONS
        result.sections.append(Section(header, index > 0 and not continuous, header in INSTRUCTIONS or titled))
    return result


def _counts(node: etree._Element, body: etree._Element) -> bool:
    """Whether a w:sectPr is in force: not a tracked former one, not in a deleted paragraph mark."""
    parent = node.getparent()
    return parent is body or (
        parent is not None and parent.tag == W + "pPr" and not mark_is_gone(parent.find(W + "rPr"))
    )


def _opening(previous: etree._Element, body: etree._Element) -> str:
    """The first words, without spaces, after the section that ends with ``previous``."""
    node: etree._Element | None = previous
    while node is not None and node.getparent() is not body:
        node = node.getparent()
    for sibling in node.itersiblings() if node is not None else ():
        text = "".join("".join(item.text or "" for item in sibling.iter(_TEXT)).split())
        if text:
            return text if sibling.tag == _PARAGRAPH else ""
    return ""
