"""The form of one file as a .docx, filled from a template that an association can replace."""

from __future__ import annotations

from pathlib import Path

from ipcheck.model import Report
from ipcheck.places import shipped
from ipcheck.review.machine import by_mark
from ipcheck.review.rosters import File
from ipcheck.review.scheme import Scheme
from ipcheck.word_form import fill, plain

_TEMPLATE = "评分单.docx"


def form(
    code: str, file: File, scheme: Scheme, report: Report | None, title: str, template: Path | None = None
) -> bytes:
    """The bytes of the form for a file under its code: the scheme's items to fill in, the machine's findings.

    The template is filled by docxtpl in a sandbox: it can name what is given here and no more.
    """
    records = by_mark(report) if report is not None else {}
    return fill(
        template or shipped("templates") / "review" / _TEMPLATE,
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
                    "words": plain(record.words.text),
                    "message": plain(record.message),
                    "basis": "；".join(item.short for item in record.basis),
                }
                for mark, record in records.items()
            ],
        },
    )


__all__ = ["form"]
