"""Reports for the tests of the formats: a real one, and one whose every word is hostile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from ipcheck.config import Settings
from ipcheck.engine import check_patents
from ipcheck.model import Acceptance, Failure, Level, Report
from ipcheck.places import shipped
from tests.samples.formats import faulty, write

DAY = date(2026, 11, 22)
SETTINGS = Settings(check_folders=(shipped("checks"),), as_of=DAY)
NASTY = "]]><script>::error::,%0A\r\n\x1b[31m\x0b\ufffe\"'&`|*[x](y) 末"


def checked(folder: Path, form: str = "txt") -> Report:
    """A report with many findings of every level, on one file in ``folder``."""
    return check_patents([write(faulty(), form, folder)], SETTINGS)


def everything(folder: Path) -> Report:
    """The same with an accepted finding, failures, a skipped check and a remark."""
    report = checked(folder)
    first, *rest = report.findings
    accepted = Acceptance("客户坚持", "李工", "2026-11-22", "2027-01-01")
    return replace(
        report,
        findings=(replace(first, accepted=accepted), *rest),
        failures=(Failure("坏.docx", None, "打不开：100% 损坏"), Failure(first.words.path, "some-check", "出错")),
        skipped=(("figure-sign", "没有安装 Pillow"),),
        remarks=("接受的 CLM001 已到期",),
    )


def hostile(folder: Path) -> Report:
    """Every text of the report is hostile, as a draft or a file name might be."""
    report = everything(folder)
    records = []
    for record in report.findings:
        words = replace(record.words, text=NASTY, before=NASTY, after=NASTY, source=NASTY)
        fix = replace(record.fix, text=NASTY) if record.fix else None
        records.append(replace(record, message=NASTY, words=words, fix=fix, related=(words,)))
    failures = (Failure("a,b:c%\n\x1b.txt", None, NASTY),)
    return replace(report, findings=tuple(records), failures=failures, remarks=(NASTY,))


def levels(report: Report) -> dict[Level, int]:
    """How many open findings of each level."""
    return {level: report.count(level) for level in Level}
