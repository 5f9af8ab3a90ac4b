"""The Word report: a commented copy of each .docx, a review document for each other file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ipcheck.model import Document, Failure, Record, Report
from ipcheck.readers import ReadError
from ipcheck.readers.registry import read_whole
from ipcheck.reporters.docx_marked import mark
from ipcheck.reporters.docx_review import review
from ipcheck.reporters.fixes import Names
from ipcheck.reporters.formats import Look
from ipcheck.reporters.sources import Sources

_WORD = (".docx", ".docm", ".dotx", ".dotm")
_GONE = "没有可以标注的正文（是表格、已经移走或者已经改动），这里只列出问题"


def files(report: Report, sources: Sources, look: Look) -> Iterator[tuple[str, bytes]]:
    """A file for each input, in order: its name and bytes. The words of open findings have a comment each.

    With ``look.fix`` the safe fixes are tracked changes of the copies. What could not be read is told in a review too.
    """
    findings: dict[str, list[Record]] = {item.path: [] for item in report.inputs}
    for record in report.open:
        findings.setdefault(record.words.path, []).append(record)
    failures: dict[str, list[Failure]] = {}
    for failure in report.failures:
        failures.setdefault(failure.path, []).append(failure)
        findings.setdefault(failure.path, [])
    names = Names(item.path for item in report.inputs)
    for path, records in findings.items():
        document = sources.documents.get(path)
        try:
            if document is None or not is_word(document):
                raise ReadError("" if document is not None else _GONE)
            data = read_whole(sources.file(path))
            yield names.copy(path, suffix_of(path)), mark(data, document, records, report.as_of, fix=look.fix).data
        except (ReadError, LookupError) as error:
            remarks = [f"未检查成：{failure.message}" for failure in failures.get(path, ())]
            if isinstance(error, LookupError):
                remarks.append("批注在原文件里定不了位，这里另写一份审阅意见")
            elif str(error):
                remarks.append(str(error))
            yield names.copy(path, ".docx"), review(path, document, records, report.as_of, remarks)


def is_word(document: Document) -> bool:
    """Whether ``document`` was read from a .docx of its own, so that a copy of that can be marked."""
    return document.format == "docx" and "!/" not in document.path


def suffix_of(path: str) -> str:
    """The suffix of a copy of the .docx ``path``: its own, without which Word refuses a .docm."""
    suffix = PurePosixPath(re.split(r"[/\\]", path)[-1]).suffix.lower()
    return suffix if suffix in _WORD else ".docx"


__all__ = ["files", "is_word", "suffix_of"]
