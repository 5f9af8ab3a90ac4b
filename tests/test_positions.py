"""Every finding stands where the report says, in the file itself, read without ipcheck's readers."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from ipcheck.config import Wishes, make_settings
from ipcheck.engine import check_patents
from ipcheck.model import Anchor, Document, Words
from ipcheck.readers import read_file
from tests.make_examples import EXAMPLES, FAULTY_CASE
from tests.samples.formats import FORMATS, faulty, write

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OBJECTS = frozenset(_W + name for name in ("drawing", "pict", "object"))
_OBJECT = "\ufffc"


@dataclass(frozen=True)
class Found:
    """Some words of a report with the document and the bytes of the file they are said to stand in."""

    words: Words
    document: Document
    data: bytes

    def stretches(self) -> Iterator[tuple[Anchor, int, str]]:
        """The words cut where their source changes: anchor, offset of the piece, its characters."""
        start = self.words.start
        for offset in range(self.words.start + 1, self.words.end + 1):
            anchor = self.document.anchor_of(start)
            ended = offset == self.words.end or self.document.anchor_of(offset) is not anchor
            # A line feed ends a paragraph and comes from nowhere.
            for piece in (
                re.finditer(r"[^\n]+", self.document.text[start:offset]) if ended and anchor is not None else ()
            ):
                assert anchor is not None
                yield anchor, start + piece.start(), piece[0]
            start = offset if ended else start

    def marked(self, kind: str, offset: int) -> bool:
        """Whether the character at ``offset`` bears such a mark."""
        return any(mark.start <= offset < mark.end for mark in self.document.marks_by_kind.get(kind, []))


def findings(*paths: Path) -> list[Found]:
    """What ipcheck finds below ``paths``, related places included."""
    report = check_patents(list(paths), make_settings(Wishes(as_of="2026-11-22", profile="strict")))
    return [Found(words, *opened(words.path)) for item in report.findings for words in (item.words, *item.related)]


@cache
def opened(path: str) -> tuple[Document, bytes]:
    """The document of that path in a report, as the readers give it, and the bytes it was read from."""
    file, _, member = path.partition("!/")
    data = Path(file).read_bytes()
    if member:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = archive.read(member)
    return next(item for item in read_file(Path(file), file) if item.path == path), data


def stands_in_the_document(found: Found) -> None:
    """The words at start:end are the finding's, and line and column lead to them."""
    words, text = found.words, found.document.text
    assert text[words.start : words.end] == words.text != ""
    if found.document.format not in ("text", "markdown"):
        line = text.split("\n")[words.line - 1]
        assert line[words.column - 1 :].startswith(words.text.split("\n")[0])


def stands_in_the_text_file(found: Found) -> None:
    """Line and column hold in the file as any editor counts, for every character of the words."""
    decoded = found.data.decode(found.document.encoding or "utf-8").removeprefix("\ufeff")
    lines = re.split(r"\r\n|\r|\n", decoded)
    assert found.document.shown_at(found.words.start) == (found.words.line, found.words.column)
    for offset in range(found.words.start, found.words.end):
        character = found.document.text[offset]
        line, column = found.document.shown_at(offset)
        if character == _OBJECT:
            assert lines[line - 1][column - 1 :].startswith("![")
        elif character != "\n":
            assert lines[line - 1][column - 1] == character


@cache
def _paragraphs(data: bytes) -> list[list[etree._Element]]:
    """For each w:p of a .docx the children of its runs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {name.lower().replace("\\", "/"): name for name in archive.namelist()}
        root = etree.fromstring(archive.read(names["word/document.xml"]))
    return [[child for run in paragraph.iter(_W + "r") for child in run] for paragraph in root.iter(_W + "p")]


def stands_in_the_docx(found: Found) -> None:
    """The anchor of every character leads to a w:t that holds it."""
    paragraphs = _paragraphs(found.data)
    for anchor, start, piece in found.stretches():
        element = anchor.place.element
        if len(element) == 1:
            # What no w:t holds: automatic numbers and Word's own formulas.
            assert found.marked("generated", start) or found.marked("formula", start)
            continue
        number, child, at = element
        if number > len(paragraphs):
            assert found.document.paragraph_at(start).region == "footnote"
            continue
        node = paragraphs[number - 1][child]
        for index, character in enumerate(piece, at + start - anchor.start):
            if character == _OBJECT:
                assert node.tag in _OBJECTS
            elif node.tag == _W + "t":
                source = (node.text or "")[index]
                # Characters of the symbol fonts are shown as what they mean.
                assert source == character or "\ue000" <= source <= "\uf8ff"
            else:
                assert node.tag in (_W + "tab", _W + "sym", _W + "noBreakHyphen", _W + "ptab")


def squeezed(text: str) -> str:
    return "".join(text.split())


@cache
def _printed(data: bytes, page: int) -> str:
    """The page in lines, and again in the order of its content: lowered letters stand on lines of their own."""
    pdfplumber = pytest.importorskip("pdfplumber")
    with pdfplumber.open(io.BytesIO(data)) as opened_pdf:
        shown = opened_pdf.pages[page - 1]
        return squeezed((shown.extract_text() or "") + "\n" + "".join(item["text"] for item in shown.chars))


def stands_in_the_pdf(found: Found) -> None:
    """The words stand on the page named, according to another library."""
    for anchor, _, piece in found.stretches():
        page = anchor.place.page
        assert page is not None and anchor.place.label == f"第{page}页"
        for part in piece.split(_OBJECT):
            assert squeezed(part) in _printed(found.data, page)


@cache
def _lines(data: bytes, encoding: str) -> list[str]:
    """The lines of an XML file without its tags."""
    text = data.decode(encoding).removeprefix("\ufeff")
    # A tag may run over several lines; its line feeds stay.
    text = re.sub(r"<[^<>]*>", lambda tag: "\n" * tag[0].count("\n"), text.replace("\r\n", "\n").replace("\r", "\n"))
    return [html.unescape(line) for line in text.split("\n")]


def stands_in_the_xml(found: Found) -> None:
    """Each piece of the words stands on the line of the file that its anchor names."""
    for anchor, start, piece in found.stretches():
        line = _lines(found.data, found.document.encoding or "utf-8")[anchor.place.element[0] - 1]
        # What the reader added (claim numbers, 图1 from an attribute) and pictures are no words of the file.
        own = "".join(
            " " if character == _OBJECT or found.marked("generated", offset) else character
            for offset, character in enumerate(piece, start)
        )
        assert all(word in line for word in own.split())


CHECKS = {
    "text": stands_in_the_text_file,
    "markdown": stands_in_the_text_file,
    "docx": stands_in_the_docx,
    "pdf": stands_in_the_pdf,
    "xml": stands_in_the_xml,
}


def all_stand(found: list[Found]) -> None:
    for item in found:
        where = f"{item.words.path} {item.words.line}:{item.words.column} {item.words.text[:40]!r}"
        try:
            stands_in_the_document(item)
            CHECKS[item.document.format](item)
        except AssertionError as error:
            raise AssertionError(f"{where}: {error}") from error


@pytest.mark.parametrize("form", FORMATS)
def test_findings_stand_where_they_are_said_to(form: str, tmp_path: Path) -> None:
    found = findings(write(faulty(), form, tmp_path))
    assert len(found) >= 20
    all_stand(found)


def test_findings_in_the_examples() -> None:
    found = findings(EXAMPLES)
    assert len(found) >= 40 and {Path(item.words.path).parent.name for item in found} >= {FAULTY_CASE}
    all_stand(found)


@pytest.mark.parametrize("folder", ("as-filed", "publication-xml", "pdf", "docx"))
def test_findings_in_real_documents(folder: str, shared: Path) -> None:
    found = findings(shared / "data" / "documents" / folder)
    assert found
    all_stand(found)


def test_a_text_with_every_trap_for_columns(tmp_path: Path) -> None:
    """A byte order mark, lone carriage returns, form feeds, characters beyond the first plane, Markdown's own signs."""
    claims = "1. 一种𠮷杯，包括较大的杯体。\n2. 根据权利要求1所述的𠮷杯，所述𠮷盖较厚，例如木盖。\n"
    (tmp_path / "一.txt").write_bytes(("\f权利要求书\n" + claims).replace("\n", "\r").encode("utf-8-sig"))
    (tmp_path / "二.txt").write_bytes(("权利要求书\n" + claims.replace("，", "，\f")).encode("utf-16"))
    (tmp_path / "三.md").write_text(
        "## 权利要求书 ##\n\n"
        + claims.replace("较大", "CO<sub>2</sub>较<sup>大</sup>").replace("盖", "![图](图.png)盖"),
        encoding="utf-8",
    )
    found = findings(*sorted(tmp_path.iterdir()))
    assert len({item.words.path for item in found}) == 3
    all_stand(found)
