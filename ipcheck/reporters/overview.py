"""Counts of a report that fit on a screen however many files it is about: by level, by check, by file."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from ipcheck.model import Level, Report

TOP_CHECKS, TOP_FILES = 6, 4


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many findings of a level, in how many files."""

    level: Level
    findings: int
    files: int


@dataclass(frozen=True, slots=True)
class CheckCount:
    """How many findings of a check, in how many files."""

    code: str
    check: str
    findings: int
    files: int


@dataclass(frozen=True, slots=True)
class FileCount:
    """How many findings a file has, by level."""

    path: str
    levels: tuple[tuple[Level, int], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The counts; ``checks`` and ``files`` are the foremost of ``all_checks`` and ``all_files``."""

    levels: tuple[LevelCount, ...]
    checks: tuple[CheckCount, ...]
    files: tuple[FileCount, ...]
    all_checks: int
    all_files: int


def overview(report: Report) -> Overview:
    """The counts of the findings nobody has accepted; equal counts are in the order of codes and paths."""
    files_by_level: dict[Level, set[str]] = defaultdict(set)
    files_by_check: dict[tuple[str, str], set[str]] = defaultdict(set)
    by_check: Counter[tuple[str, str]] = Counter()
    by_file: dict[str, Counter[Level]] = defaultdict(Counter)
    for record in report.open:
        path, check = record.words.path, (record.code, record.check)
        files_by_level[record.level].add(path)
        files_by_check[check].add(path)
        by_check[check] += 1
        by_file[path][record.level] += 1
    checks = sorted(by_check.items(), key=lambda item: (-item[1], item[0]))
    # The gravest files first: a file of many errors before one of many pieces of advice.
    files = sorted(by_file.items(), key=lambda item: ([-item[1][level] for level in Level], item[0]))
    return Overview(
        tuple(LevelCount(level, report.count(level), len(files_by_level[level])) for level in Level),
        tuple(CheckCount(*check, count, len(files_by_check[check])) for check, count in checks[:TOP_CHECKS]),
        tuple(FileCount(path, tuple((level, counts[level]) for level in Level)) for path, counts in files[:TOP_FILES]),
        len(checks),
        len(files),
    )


__all__ = ["CheckCount", "FileCount", "LevelCount", "Overview", "overview"]
