"""PDF files: any bytes, parsed in this process, so that thousands can be tried; what kills it is told by the runner."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from ipcheck.readers import ReadError, child
from ipcheck.readers.pdf_text import extract
from ipcheck.readers.registry import read_bytes
from tests.fuzz.target import sound
from tests.readers.pdf_maker import PageMaker, encrypted_pdf, make_pdf


def _inside(_module: str, bounds: dict[str, Any], data: bytes, _seconds: float) -> subprocess.CompletedProcess[bytes]:
    answer = json.dumps(extract(data, bounds["pages"]), separators=(",", ":")).encode("ascii")
    return subprocess.CompletedProcess([], 0, answer, b"")


def fuzz_pdf(data: bytes) -> None:
    with patch.object(child, "run", _inside):
        try:
            documents = read_bytes(data, "稿.pdf")
        except ReadError as error:
            assert str(error)
            return
        assert documents == read_bytes(data, "稿.pdf")
    for document in documents:
        sound(document)


def seeds() -> Iterator[bytes]:
    page = PageMaker().words(60, 80, "权利要求书").words(60, 110, "1. 一种杯子，包括杯体。").picture(0, 200, 100, 100)
    plain = make_pdf(page, PageMaker(rotate=90).words(60, 80, "说明书", upwards=True))
    yield plain
    # Not deflated: what a page says can be changed byte by byte.
    commands = b"BT /F1 12 Tf 1 0 0 1 60 700 Tm <4E00798D676F5B50> Tj ET\nq 50 0 0 50 9 9 cm /I1 Do Q"
    yield make_pdf(page, content=b"").replace(b"/Filter/FlateDecode/Length 0>>stream\n", b"/Length %d>>stream\n%s" % (
        len(commands), commands))  # fmt: skip
    yield encrypted_pdf()
    yield plain.replace(b"MediaBox[0 0 595 842]", b"MediaBox[9 9 -5 -2]")
