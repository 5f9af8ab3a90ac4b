"""Small .docx files with findings in them, and a second reader of comments and revisions that knows nothing of ours."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from datetime import date

from lxml import etree

from ipcheck.model import BasisRef, Document, Fix, Level, Record, Span, Words
from ipcheck.readers.docx import read
from ipcheck.readers.docx_package import W
from ipcheck.readers.limits import DEFAULT
from tests.readers.docx_samples import entries, pack

DAY = date(2026, 11, 22)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{more}</Types>'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word(body: str, **parts: str) -> bytes:
    """A whole .docx of this body; parts as in tests.readers.docx_samples."""
    more = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{name}+xml"/>'
        for name in parts
        if not name.startswith("image")
    )
    return pack({"[Content_Types].xml": _TYPES.format(more=more), **entries(body, **parts)})


def opened(data: bytes) -> Document:
    return read(data, "稿.docx", DEFAULT)


def at(document: Document, start: int, end: int, code: str = "TST001", fix: Fix | None = None) -> Record:
    """A finding on the characters from ``start`` to ``end``."""
    basis = BasisRef("专利法", "2020", "26.4", "《专利法》第二十六条第四款", "专利法第26条第4款", "清楚", True)
    return Record(
        code=code,
        check="test-check",
        room="patent",
        level=Level.WARNING,
        message=f"{code} 的说明",
        basis=(basis,),
        words=Words.of(Span(document, start, end), 20),
        related=(),
        fix=fix,
        part="claims",
        claim=1,
        fingerprint=code,
    )


def on(document: Document, words: str, code: str = "TST001", *, fix: str | None = None, nth: int = 0) -> Record:
    """A finding on ``words`` (the ``nth`` time they stand in the text), with a safe fix if there is one."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return at(document, start, start + len(words), code, None if fix is None else Fix(fix, safe=True))


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return etree.fromstring(archive.read(name))


def commented(data: bytes) -> dict[str, str]:
    """The words in the range of each comment, by the comment's first line, read from the bare XML."""
    first = {}
    for comment in part(data, "word/comments.xml").iter(W + "comment"):
        paragraph = next(comment.iter(W + "p"))
        first[comment.get(W + "id")] = "".join(item.text or "" for item in paragraph.iter(W + "t"))
    found = {}
    root = part(data)
    assert sorted(item.get(W + "id") or "" for item in root.iter(W + "commentReference")) == sorted(map(str, first))
    for opening in root.iter(W + "commentRangeStart"):
        name = opening.get(W + "id")
        words, inside = [], False
        for item in root.iter("*"):
            inside = inside or item is opening
            if inside and item.tag == W + "commentRangeEnd" and item.get(W + "id") == name:
                break
            if inside:
                words.append(_words(item))
        else:
            raise AssertionError(f"comment {name} has no end")
        found[first[name]] = "".join(words)
    return found


def told_in(data: bytes) -> str:
    """All words of all comments."""
    return "".join(map(str, part(data, "word/comments.xml").itertext()))


def in_file(document: Document, start: int, end: int) -> list[int]:
    """The characters from ``start`` to ``end`` that the file holds, with the whole of any formula at their ends."""
    formulas = [(item.start, item.end) for item in document.marks_by_kind.get("formula", [])]
    for first, last in formulas:
        if first < end and start < last:
            start, end = min(start, first), max(end, last)
    numbers = {spot for item in document.marks_by_kind.get("generated", []) for spot in range(item.start, item.end)}
    return [spot for spot in range(start, end) if document.text[spot] != "\n" and spot not in numbers]


def _words(item: etree._Element) -> str:
    boxed = next(item.iterancestors(W + "txbxContent", W + "del", W + "rt"), None) is not None
    if boxed:
        return ""
    words = item.text or ""
    if item.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
        words = words.strip(" \t\r\n")
    shown = {W + "t": words, W + "tab": "\t", W + "drawing": "\ufffc", W + "footnoteReference": "①"}
    return shown.get(str(item.tag), "")


def settled(data: bytes, *, accept: bool, author: str = "ipcheck") -> bytes:
    """The .docx with all tracked changes of ``author`` accepted or rejected, and nothing else changed."""
    root = deepcopy(part(data))
    gone, kept = (W + "del", W + "ins") if accept else (W + "ins", W + "del")
    for item in list(root.iter(gone, kept)):
        if item.get(W + "author") != author:
            continue
        parent = item.getparent()
        assert parent is not None
        if item.tag == kept:
            for child in list(item):
                item.addprevious(child)
        parent.remove(item)
    for item in root.iter(W + "delText"):
        if next(item.iterancestors(W + "del"), None) is None:
            item.tag = W + "t"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return pack({**files, "word/document.xml": etree.tostring(root)})
