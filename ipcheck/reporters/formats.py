"""The formats a report can be told in: their names, their modules, what they write."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ipcheck.model import Report
from ipcheck.reporters.sources import Sources

_HALF = re.compile("[\ud800-\udfff]")


class FormatError(Exception):
    """A report that cannot be told in a format; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its module, the suffixes of its files, what it makes, what it needs installed.

    ``makes`` is text, bytes (a file that no screen can show) or files (one for each input, into a folder).
    A module of text or bytes has ``render(report, sources, look)``; one of files has ``files(report, sources, look)``,
    which gives pairs of a file name and its bytes.
    """

    module: str
    suffixes: tuple[str, ...]
    makes: Literal["text", "bytes", "files"] = "text"


@dataclass(frozen=True, slots=True)
class Look:
    """How a report shall look, where a format has a say in it.

    ``width`` in columns, ``colour`` and the rest are the terminal's; ``summary``: nothing but the counts;
    ``templates`` is a folder of the user's own templates, which go before ours; ``fix``: safe fixes are put in (as
    tracked changes where the format knows them).
    """

    width: int = 80
    colour: bool = False
    verbose: bool = False
    quiet: bool = False
    summary: bool = False
    fix: bool = False
    templates: Path | None = None


FORMATS: Mapping[str, Format] = {
    "text": Format("ipcheck.reporters.text_report", (".txt",)),
    "json": Format("ipcheck.reporters.json_report", (".json",)),
    "html": Format("ipcheck.reporters.html_report", (".html", ".htm")),
    "markdown": Format("ipcheck.reporters.markdown_report", (".md", ".markdown")),
    "xlsx": Format("ipcheck.reporters.xlsx_report", (".xlsx",), makes="bytes"),
    "sarif": Format("ipcheck.reporters.sarif_report", (".sarif", ".sarif.json")),
    "junit": Format("ipcheck.reporters.junit_report", (".xml",)),
    "github": Format("ipcheck.reporters.github_report", ()),
    "gitlab": Format("ipcheck.reporters.gitlab_report", ("code-quality-report.json",)),
    "docx": Format("ipcheck.reporters.docx_report", (".docx",), makes="files"),
}


def render(name: str, report: Report, sources: Sources, look: Look) -> str | bytes:
    """The report in the text or bytes format ``name``. Raises KeyError for a name that is none, FormatError."""
    made: str | bytes = _module(name).render(report, sources, look)
    return writable(made) if isinstance(made, str) else made


def writable(text: str) -> str:
    """``text`` as UTF-8 can hold it. A file's name may be no UTF-8: what Python puts for its bytes becomes U+FFFD."""
    return _HALF.sub("\ufffd", text)


def files(name: str, report: Report, sources: Sources, look: Look) -> list[tuple[str, bytes]]:
    """The files of the format ``name``, each with its name. Raises FormatError."""
    return list(_module(name).files(report, sources, look))


def of_suffix(path: Path) -> str | None:
    """The format whose files end as ``path`` does, None if there is none; the longest ending counts."""
    ends = [
        (len(end), name) for name, item in FORMATS.items() for end in item.suffixes if path.name.lower().endswith(end)
    ]
    return max(ends)[1] if ends else None


def _module(name: str) -> Any:
    return importlib.import_module(FORMATS[name].module)


__all__ = ["FORMATS", "Format", "FormatError", "Look", "files", "of_suffix", "render", "writable"]
