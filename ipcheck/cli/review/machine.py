"""Reads the machine's findings back for the steps that need them."""

from __future__ import annotations

from ipcheck.model import Report
from ipcheck.reporters import json_report
from ipcheck.reporters.json_report import ReportError
from ipcheck.review.codes import codes
from ipcheck.review.errors import ReviewError
from ipcheck.review.folder import MACHINE, Folder


def machine_reports(evaluation: Folder) -> dict[str, Report]:
    """The report of each file by its code. Raises ReviewError where one is missing or broken."""
    reports: dict[str, Report] = {}
    problems = []
    for code in codes(evaluation):
        name = f"{MACHINE}/{code}.json"
        if not evaluation.has(name):
            problems.append(f"还没有 {name}；请先运行 ipcheck review check")
            continue
        try:
            reports[code] = json_report.parse(evaluation.bytes_of(name).decode("utf-8", "replace"))
        except ReportError as error:
            problems.append(f"{name}：{error}")
    if problems:
        raise ReviewError(problems)
    return reports


__all__ = ["machine_reports"]
