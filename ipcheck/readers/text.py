"""Reads plain text and Markdown: .txt, .md and stdin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ipcheck.model import lazy
from ipcheck.model.document import Document, DocumentBuilder, Place
from ipcheck.readers.decode import decode
from ipcheck.readers.errors import refuse_large
from ipcheck.readers.limits import DEFAULT, Limits

_LINE_END = lazy(r"\r\n|\r|\n")
_HEADING = lazy(r" {0,3}#{1,6}(?:[ \t\u3000]+|(?=[\u4e00-\u9fff【])|$)")
# One pair of brackets inside a file name is common: 图(1).png. Lengths are bounded, so that a line full of
# unclosed signs costs no more than any other.
_INLINE = lazy(
    r"!\[(?P<alt>[^\[\]]{0,300})\]\((?P<file>(?:[^()]|\([^()]*\))*)\)"
    r"|<(?P<tag>sub|sup)>(?P<inner>.{0,300}?)</(?P=tag)>",
    re.IGNORECASE,
)


def read(data: bytes, path: str, limits: Limits = DEFAULT) -> Document:
    """Read a text file; ``path`` ending in .md or .markdown switches Markdown on.

    Line N of the text is line N of the file, and but for Markdown's own signs no character is changed.
    ``Place.element`` is (line,), or (line, column) where the text's column differs from the file's.
    Raises ReadError when the bytes are no text.
    """
    refuse_large(len(data), limits)
    text, encoding = decode(data)
    return from_text(text, path, encoding=encoding)


def from_text(text: str, path: str, *, encoding: str | None = None) -> Document:
    """Make a Document of characters already decoded; same rules as ``read``."""
    markdown = path.lower().endswith((".md", ".markdown"))
    builder = DocumentBuilder(path, "markdown" if markdown else "text")
    for line, column, words, page_break in _lines(text):
        heading = False
        if markdown:
            heading = _markdown_line(builder, words, line, column)
        else:
            builder.add(words, _place(line, column))
        builder.end_paragraph(heading=heading, page_break_before=page_break)
    return builder.build(encoding=encoding)


def _place(line: int, column: int, *, exact: bool = False) -> Place:
    return Place(f"第{line}行", element=(line, column) if exact or column > 1 else (line,))


def _lines(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Yield (line in the file, column, words, page break before) for each line.

    A form feed inside a line ends it too; at the beginning or end of a line (pdftotext writes it there) it only
    marks the new page, so that line numbers stay those an editor shows.
    """
    lines = _LINE_END.split(text)
    if lines[-1] == "":
        lines.pop()
    page_break = False
    for number, line in enumerate(lines, 1):
        column, told = 1, False
        for index, words in enumerate(line.split("\f")):
            page_break = page_break or index > 0
            if words:
                yield number, column, words, page_break
                page_break, told = False, True
            column += len(words) + 1
        if not told:
            yield number, 1, "", page_break
            page_break = False


def _markdown_line(builder: DocumentBuilder, words: str, line: int, column: int) -> bool:
    """Write one line of Markdown; return whether it is a heading."""
    start, end = 0, len(words)
    match = _HEADING.match(words)
    if match:
        start = match.end()
        closing = words.rstrip(" \t").rstrip("#")
        if closing.endswith((" ", "\t")) and closing.rstrip(" \t") and words.rstrip(" \t").endswith("#"):
            end = max(start, len(closing.rstrip(" \t")))
    _inline(builder, words, start, end, line, column)
    return match is not None


def _inline(builder: DocumentBuilder, words: str, start: int, end: int, line: int, column: int) -> None:
    """Write ``words[start:end]``: pictures become objects, <sub> and <sup> marks, everything else stays."""
    position = start
    for match in _INLINE.finditer(words, start, end):
        if match.start() > position:
            builder.add(words[position : match.start()], _place(line, column + position, exact=True))
        if match["tag"] is None:
            name = match["file"].strip().strip("<>").split(' "')[0]
            kind = "formula" if "公式" in match["alt"] else "picture"
            place = _place(line, column + match.start(), exact=True)
            # A picture written into the text itself (data:image/png;base64,…) has no name worth showing.
            builder.add_object(kind, place, "" if name.startswith("data:") else name, match["alt"])
        else:
            mark_start = builder.offset
            _inline(builder, words, match.start("inner"), match.end("inner"), line, column)
            if builder.offset > mark_start:
                builder.mark(match["tag"].lower(), mark_start, builder.offset)
        position = match.end()
    if position < end:
        builder.add(words[position:end], _place(line, column + position, exact=True))
