"""Absolute grounds: a hand-written table of marks, and real registered marks.

    python -m tests.benchmarks.trademark_absolute                 figures, and what differs
    python -m tests.benchmarks.trademark_absolute --registered    every finding on registered marks

``marks/absolute.csv`` holds made-up and general marks with the checks that should speak (column 应有, empty
for none); the user's lists it needs are below, their names are nobody's. Registered marks come from
shared/data/trademarks; there an error is nearly always wrong.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ipcheck.model import Finding, Level
from ipcheck.plugins import load_checks, shipped
from ipcheck.readers.sheet import Sheet
from ipcheck.readers.table import table_of
from ipcheck.trademark import COLUMNS, Lists, Mark, MarkCheck
from ipcheck.trademark.lists import list_of
from tests.conftest import ROOT, SHARED

CASES = ROOT / "tests" / "benchmarks" / "marks" / "absolute.csv"
OUTCOMES = SHARED / "data" / "trademarks" / "pairs_with_outcome.jsonl"
AS_OF = date(2026, 11, 29)
OWN = {
    "领导人": "姓名\n诸葛试样\n",
    "外国领导人": "姓名\n柯斯特曼\nKOSTERMANN\n",
    "烈士": "姓名\n尉迟试样\n申试\n",
    "公众人物": "姓名\n百里试样\nTESTASTAR\n",
    "热词": "词,起\n试热句,2026-03-01\n",
    "地理标志": "名称,类别\n岭试硒茶,30\n岭试蜜,30\n",
    "禁用词": "词\n",
}


def absolute_checks() -> list[MarkCheck]:
    """The checks of checks/trademark/absolute."""
    made = (check(as_of=AS_OF) for check in load_checks([shipped("checks")], "trademark").checks)
    return [check for check in made if isinstance(check, MarkCheck) and check.code.startswith("TMA")]


def marks_of(text: str, lists: Lists) -> list[Mark]:
    """The marks of a table."""
    return [Mark(row, lists) for row in Sheet(table_of(text.encode(), "marks.csv"), COLUMNS).rows]


def findings(marks: Iterable[Mark], checks: Sequence[MarkCheck]) -> list[list[Finding]]:
    """What all checks say of each mark."""
    return [[finding for check in checks for finding in check.find(mark)] for mark in marks]


def judged_cases() -> Iterator[tuple[Mark, set[str], set[str]]]:
    """Each mark of the table with the checks that speak of it and those that should."""
    lists = Lists({name: list_of(told, name, "bench") for name, told in OWN.items()})
    text = CASES.read_text(encoding="utf-8")
    wanted = [set(row["应有"].split()) for row in csv.DictReader(io.StringIO(text))]
    marks = marks_of(text, lists)
    for mark, told, want in zip(marks, findings(marks, absolute_checks()), wanted, strict=True):
        yield mark, {finding.check for finding in told}, want


def measure_cases() -> tuple[float, float, list[str]]:
    """Precision and recall over (mark, check), and the marks at which they differ."""
    right = wrong = missed = 0
    differing = []
    for mark, got, want in judged_cases():
        right, wrong, missed = right + len(got & want), wrong + len(got - want), missed + len(want - got)
        if got != want:
            differing.append(f"{mark.number + 1}\t{mark.text}\t+{sorted(got - want)}\t-{sorted(want - got)}")
    return right / (right + wrong), right / (right + missed), differing


def registered_marks() -> list[str]:
    """Distinct real marks that were registered."""
    lines = OUTCOMES.read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines)
    return list(dict.fromkeys(row["mark"] for row in rows if row["outcome"] == "registered"))


def measure_registered() -> tuple[int, list[tuple[str, list[Finding]]]]:
    """How many registered marks there are, and those with findings."""
    table = io.StringIO()
    csv.writer(table).writerows([["商标", "类别"], *([mark, "9"] for mark in registered_marks())])
    marks = marks_of(table.getvalue(), Lists())
    told = zip(marks, findings(marks, absolute_checks()), strict=True)
    return len(marks), [(mark.text, found) for mark, found in told if found]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--registered", action="store_true")
    wish = parser.parse_args()
    precision, recall, differing = measure_cases()
    print(f"cases: precision {precision:.1%}, recall {recall:.1%}, marks that differ {len(differing)}")
    print(*differing, sep="\n")
    if OUTCOMES.exists():
        total, found = measure_registered()
        errors = [mark for mark, told in found if any(finding.level is Level.ERROR for finding in told)]
        share = len(errors) / total
        print(f"registered: {total} marks, {len(found)} with a finding, {len(errors)} ({share:.2%}) with an error")
        print(Counter(finding.check for _, told in found for finding in told))
        if wish.registered:
            for mark, told in found:
                print(mark, *(f"{finding.check}:{finding.level.value}" for finding in told), sep="\t")


if __name__ == "__main__":
    main()
