"""The form of one file as a .docx, filled from a template that an association can replace."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from ipcheck.model import Report
from ipcheck.places import shipped
from ipcheck.review.machine import numbered
from ipcheck.review.rosters import File
from ipcheck.review.scheme import Scheme

_TEMPLATE = "评分单.docx"
_NO_CLOCK = (2000, 1, 1, 0, 0, 0)


def form(
    code: str, file: File, scheme: Scheme, report: Report | None, title: str, template: Path | None = None
) -> bytes:
    """The bytes of the form for a file under its code: the scheme's items to fill in, the machine's findings.

    The template is filled by docxtpl in a sandbox: it can name what is given here and no more.
    """
    from docxtpl import DocxTemplate
    from jinja2.sandbox import SandboxedEnvironment

    document = DocxTemplate(template or shipped("templates") / "review" / _TEMPLATE)
    records = numbered(report) if report is not None else {}
    document.render(
        {
            "title": title,
            "code": code,
            "kind": file.kind,
            "field": file.field,
            "scheme": scheme.title,
            "items": [
                {
                    "number": item.number,
                    "part": item.part,
                    "name": item.name,
                    "points": f"{item.points:g}",
                    "hint": item.hint,
                }
                for item in scheme.items
            ],
            "findings": [
                {
                    "mark": mark,
                    "level": record.level.chinese,
                    "code": record.code,
                    "place": record.words.source,
                    "words": _plain(record.words.text),
                    "message": _plain(record.message),
                    "basis": "；".join(item.short for item in record.basis),
                }
                for mark, record in records.items()
            ],
        },
        SandboxedEnvironment(autoescape=True),
    )
    buffer = io.BytesIO()
    document.save(buffer)
    return _without_clock(buffer.getvalue())


def _without_clock(data: bytes) -> bytes:
    """The same package with one date on every member, so that the same form gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _NO_CLOCK), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _plain(text: str) -> str:
    return "".join(character if character >= " " else " " for character in text)


__all__ = ["form"]
