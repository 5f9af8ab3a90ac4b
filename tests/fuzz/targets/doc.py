"""Word 97 files: any bytes. The converter is not ours; a text or a sentence is all that may come of it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import doc2docx

from ipcheck.readers import ReadError, child, legacy
from ipcheck.readers.registry import read_bytes
from tests.fuzz.target import sound
from tests.readers.doc_maker import make_doc, ole2


def _inside(
    _module: str, arguments: dict[str, Any], _data: bytes, _seconds: float
) -> subprocess.CompletedProcess[bytes]:
    """The converter in this process; what it cannot do is told as the child tells it."""
    told: dict[str, str] = {}
    try:
        doc2docx.convert(arguments["source"], arguments["target"])
    except Exception as error:
        told = {"error": type(error).__name__, "detail": str(error)[:300]}
    return subprocess.CompletedProcess([], 0, json.dumps(told).encode(), b"")


def fuzz_doc(data: bytes) -> None:
    with patch.object(child, "run", _inside), patch.object(legacy, "_office", lambda: None):
        try:
            documents = read_bytes(data, "稿.doc")
        except ReadError as error:
            assert str(error) and "Traceback" not in str(error)
            return
    for document in documents:
        sound(document)


def seeds() -> Iterator[bytes]:
    yield make_doc("权利要求书\n1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子。")
    yield make_doc("一种杯子", encrypted=True)
    yield ole2({"WordDocument": b"1" * 500})
