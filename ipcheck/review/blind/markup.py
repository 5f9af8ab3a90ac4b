"""Covers names in XML: text nodes joined over inline elements, attribute values one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from ipcheck.readers.xml_parse import local
from ipcheck.review.blind.names import Names
from ipcheck.review.blind.pieces import cover_pieces


class TextNode:
    """An element's text, or what follows it (its tail)."""

    def __init__(self, element: etree._Element, *, tail: bool) -> None:
        self._element = element
        self._tail = tail

    def within(self, hidden: Callable[[etree._Element], bool]) -> bool:
        """Whether these words are the text of an element that is hidden."""
        return not self._tail and hidden(self._element)

    @property
    def text(self) -> str:
        """The words."""
        return (self._element.tail if self._tail else self._element.text) or ""

    @text.setter
    def text(self, words: str) -> None:
        if self._tail:
            self._element.tail = words
        else:
            self._element.text = words


def cover_tree(
    root: etree._Element,
    names: Names,
    breaks: Callable[[etree._Element], bool],
    unseen: Callable[[etree._Element], bool] | None = None,
) -> None:
    """Cover names in all text and all attribute values below ``root``.

    ``breaks`` says of an element whether a name cannot run on over its borders (a paragraph). ``unseen`` says of one
    whether a reader does not see its words (deleted ones): a name may stand on both sides of those.
    """
    for group in _groups(root, breaks):
        cover_pieces(group, names)
        if unseen is not None:
            cover_pieces([node for node in group if not node.within(unseen)], names)
    for element in root.iter():
        if isinstance(element.tag, str):
            for key, value in element.attrib.items():
                covered = names.cover(str(value))
                if covered != value:
                    element.set(key, covered)


def _groups(root: etree._Element, breaks: Callable[[etree._Element], bool]) -> Iterator[list[TextNode]]:
    """The text nodes that belong together, in the order of the document.

    A paragraph inside another (a text box) is a group of its own; what follows it belongs to the outer one.
    """
    stack: list[list[TextNode]] = [[]]
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            if breaks(element):
                stack.append([])
            stack[-1].append(TextNode(element, tail=False))
        elif event == "end":
            if breaks(element):
                yield stack.pop()
            if element is not root:
                stack[-1].append(TextNode(element, tail=True))
        else:
            stack[-1].append(TextNode(element, tail=True))
    yield from stack


def drop(element: etree._Element) -> None:
    """Take an element out of its parent; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def is_block(element: etree._Element) -> bool:
    """Whether an element of a CNIPA or WIPO file is more than inline markup."""
    return local(element).lower() not in _INLINE


_INLINE = frozenset(
    {"b", "i", "u", "o", "sub", "sup", "sub2", "sup2", "smallcaps", "br", "figref", "claim-ref", "font"}
)


__all__ = ["TextNode", "cover_tree", "drop", "is_block"]
