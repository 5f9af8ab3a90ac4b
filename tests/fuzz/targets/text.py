"""Text and Markdown files, and text from standard input."""

from __future__ import annotations

from collections.abc import Iterator

from ipcheck.readers import ReadError, read_stdin
from ipcheck.readers.decode import decode
from ipcheck.readers.registry import read_bytes
from tests.fuzz.target import sound
from tests.hostile.plain import text_files
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.write_text import markdown, plain_text


def fuzz_text(data: bytes) -> None:
    for name in ("稿.txt", "稿.md", "稿"):
        try:
            documents = read_bytes(data, name)
        except ReadError as error:
            assert str(error)
            continue
        assert documents == read_bytes(data, name)
        for document in documents:
            sound(document)
            if document.format == "text":
                _lines_are_the_files(data, [document.text[item.start : item.end] for item in document.paragraphs])
    try:
        sound(read_stdin(data))
    except ReadError as error:
        assert str(error)


def _lines_are_the_files(data: bytes, lines: list[str]) -> None:
    """A text file's words are in the document, line by line; only line ends and form feeds are gone."""
    text, _ = decode(data)
    own = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n") if line]
    assert own == [line for line in lines if line]


def seeds() -> Iterator[bytes]:
    yield plain_text(POT_HOLDER).encode()
    yield markdown(POT_HOLDER).encode()
    yield plain_text(POT_HOLDER)[:600].replace("\n", "\r\n").encode("gb18030")
    yield markdown(POT_HOLDER)[:600].encode("utf-16")
    yield "# 权利要求书\n1. 一种![图1](a(1).png)杯<sub>2</sub>\f\n".encode()
    yield from (data for _, data in text_files() if len(data) < 2000)
