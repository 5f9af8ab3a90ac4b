"""Findings as Word comments: what they say, and the part of the package that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from lxml import etree

from ipcheck.model import Record, Words, lazy
from ipcheck.patent import PartName

AUTHOR, INITIALS = "ipcheck", "ip"
# Word opens no file with more ranges of comments ([MS-OI29500] 2.1.315).
MOST = 32_767
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_XML = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MAX_WORDS = 60
_RELATED = 3


class Told(NamedTuple):
    """How a finding stands in the copy: its fix is a tracked change; its words stand elsewhere than the comment."""

    tracked: bool = False
    beside: bool = False


def lines(record: Record, told: Told) -> Iterator[str]:
    """The comment for ``record``, paragraph by paragraph."""
    clue = " 风险线索" if record.clue else ""
    yield f"【{record.level.chinese}】{record.code}{clue}"
    yield record.message
    if told.beside:
        yield f"所指文字（{record.words.source}）：“{short(record.words.text)}”"
    if record.fix is not None:
        done = "（已作为修订写入，请接受或者拒绝）" if told.tracked else ""
        yield f"改为：{record.fix.text or '（删去）'}{done}"
    if record.basis:
        yield f"依据：{basis(record)}"
    for other in record.related[:_RELATED]:
        yield f"参见：{_place(other, record.words.path)}“{short(other.text)}”"
    if record.clue and record.facts.get("clears"):
        yield f"合理解释：{record.facts['clears']}"
        if record.facts.get("keep"):
            yield f"材料：{'、'.join(map(str, record.facts['keep']))}"


def basis(record: Record) -> str:
    """The articles a finding rests on, as agents write them."""
    return "；".join(item.short + ("" if item.verified else "（未核实）") for item in record.basis)


def place(record: Record) -> str:
    """Where a finding stands: part, claim, place in the file."""
    part = [PartName(record.part).chinese] if record.part else []
    claim = [f"权利要求{record.claim}"] if record.claim is not None else []
    return " · ".join((*part, *claim, record.words.source))


def short(text: str) -> str:
    """``text`` on one line, its middle left out if it is long."""
    text = text.replace("\n", " ").replace("\ufffc", "□")
    return text if len(text) <= _MAX_WORDS else f"{text[:36]}……{text[-18:]}"


def plain(text: str) -> str:
    """``text`` without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def _place(words: Words, path: str) -> str:
    return words.source if words.path == path else f"{words.path} {words.source}"


def stamp(day: date) -> str:
    """The date of a comment or a tracked change: midnight of the report's day, the same in every run."""
    return f"{day.isoformat()}T00:00:00Z"


class Comments:
    """The comments part ``root`` of a package whose main namespace is ``w``, to which comments are added."""

    def __init__(self, root: etree._Element, w: str, day: date, used: set[str]) -> None:
        self.root = root
        self._w = w
        self._date = stamp(day)
        self._used = used | {item.get(w + "id", "") for item in root}
        self._next = 0
        self.room = MOST - len(root)

    def add(self, texts: Iterable[str]) -> str:
        """Add a comment of these paragraphs and return its id."""
        while str(self._next) in self._used:
            self._next += 1
        name = str(self._next)
        self._used.add(name)
        w = self._w
        facts = {w + "id": name, w + "author": AUTHOR, w + "date": self._date, w + "initials": INITIALS}
        comment = etree.SubElement(self.root, w + "comment", facts)
        for index, text in enumerate(texts):
            paragraph = etree.SubElement(comment, w + "p")
            self._calm(paragraph)
            if index == 0:
                etree.SubElement(etree.SubElement(paragraph, w + "r"), w + "annotationRef")
            run = etree.SubElement(paragraph, w + "r")
            properties = etree.SubElement(run, w + "rPr")
            if index == 0:
                etree.SubElement(properties, w + "b")
            etree.SubElement(properties, w + "sz", {w + "val": "18"})
            words = etree.SubElement(run, w + "t", {_XML_SPACE: "preserve"})
            words.text = plain(text)
        return name

    def _calm(self, paragraph: etree._Element) -> None:
        """A comment is not indented, spaced or centred as the draft's own paragraphs may be."""
        w = self._w
        properties = etree.SubElement(paragraph, w + "pPr")
        spacing = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
        indents = {"left": "0", "right": "0", "firstLineChars": "0", "firstLine": "0"}
        etree.SubElement(properties, w + "spacing", {w + name: value for name, value in spacing.items()})
        etree.SubElement(properties, w + "ind", {w + name: value for name, value in indents.items()})
        etree.SubElement(properties, w + "jc", {w + "val": "left"})


__all__ = ["AUTHOR", "Comments", "Told", "basis", "lines", "place", "plain", "short", "stamp"]
