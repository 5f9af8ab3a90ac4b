"""Word forms that are filled from a template: in a sandbox, and with the same bytes for the same words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_NO_CLOCK = (2000, 1, 1, 0, 0, 0)


def fill(template: Path, values: Mapping[str, Any]) -> bytes:
    """The bytes of the form: the template can name what is in ``values`` and no more."""
    from docxtpl import DocxTemplate
    from jinja2.sandbox import SandboxedEnvironment

    document = DocxTemplate(template)
    document.render(dict(values), SandboxedEnvironment(autoescape=True))
    buffer = io.BytesIO()
    document.save(buffer)
    return without_clock(buffer.getvalue())


def without_clock(data: bytes) -> bytes:
    """The same package with one date on every member, so that the same form gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _NO_CLOCK), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def plain(text: str) -> str:
    """``text`` without characters that XML cannot hold."""
    return "".join(character if character >= " " and character not in "\ufffe\uffff" else " " for character in text)


__all__ = ["fill", "plain", "without_clock"]
