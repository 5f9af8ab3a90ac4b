"""Form and distinctiveness of marks: precision and recall on made-up marks, and how often real marks are struck.

python -m tests.benchmarks.trademark_form [--shared] [--misses]

The cases (marks/form.txt) hold for every check marks to be found and hard negatives; whoever wrote the
checks wrote them too, so they guard against a step back and say little of strangers' tables. ``--shared`` runs the
distinctiveness checks over the registered marks of ../shared/data/trademarks/pairs_with_outcome.jsonl.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ipcheck.model import ImageFacts, Level
from ipcheck.plugins import load_checks, shipped
from ipcheck.readers.sheet import Sheet
from ipcheck.readers.table import table_of
from ipcheck.trademark import COLUMNS, Lists, Mark, MarkCheck, Picture
from tests.conftest import SHARED

AS_OF = date(2026, 11, 29)
_CASES = Path(__file__).with_name("marks") / "form.txt"
_PICTURE = re.compile(r"(?P<format>[A-Z]+)-(?P<width>\d+)x(?P<height>\d+)-(?P<colour>[\d.]+?)\.\w+")


@dataclass(frozen=True)
class Case:
    """A mark and what a check should say of it."""

    check: str
    wanted: bool
    cells: dict[str, str]


@cache
def mark_checks() -> dict[str, type[MarkCheck]]:
    """The checks of form and distinctiveness by name."""
    loaded = load_checks([shipped("checks")], "trademark")
    folders = ("form", "distinctive")
    return {
        check.check_name(): check
        for check in loaded.checks
        if issubclass(check, MarkCheck) and loaded.files[check.code].parent.name in folders
    }


def cases() -> Iterator[Case]:
    """The cases of the file."""
    for line in _CASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            check, sign, rest = line.split(" ", 2)
            cells = dict(cell.split("=", 1) for cell in rest.split(" | "))
            yield Case(check, sign == "+", {name.strip(): words for name, words in cells.items()})


def mark_of(cells: dict[str, str]) -> Mark:
    """The mark that these cells make; a picture's name tells what it looks like."""
    text = "\t".join(cells) + "\n" + "\t".join(cells.values()) + "\n"
    return Mark(Sheet(table_of(text.encode("utf-8"), "例.csv"), COLUMNS).rows[0], Lists(), _picture)


def _picture(_: str, name: str) -> Picture:
    match = _PICTURE.fullmatch(name)
    if match is None:
        return Picture(name, 0, None, "打不开")
    facts = ImageFacts(match["format"], int(match["width"]), int(match["height"]), colour=float(match["colour"]))
    return Picture(name, 0, facts)


def struck(check: type[MarkCheck], mark: Mark) -> list[Level]:
    """The levels of what ``check`` finds in ``mark``."""
    return [finding.level for finding in check(as_of=AS_OF).find(mark)] if check.applies(mark) else []


def score() -> tuple[Counter[str], list[Case]]:
    """Counts of right and wrong over all cases, and the cases judged wrongly."""
    counts: Counter[str] = Counter()
    wrong: list[Case] = []
    for case in cases():
        hit = bool(struck(mark_checks()[case.check], mark_of(case.cells)))
        counts[("hit" if hit else "miss") if case.wanted else ("false alarm" if hit else "quiet")] += 1
        if hit != case.wanted:
            wrong.append(case)
    return counts, wrong


def crossfire() -> Iterator[tuple[str, Case]]:
    """Yield errors that other checks find in the cases: each is to be read by eye."""
    for case in cases():
        mark = mark_of({"类别": "30", **case.cells})
        for name, check in mark_checks().items():
            if name != case.check and Level.ERROR in struck(check, mark):
                yield name, case


def registered() -> tuple[int, dict[str, str]]:
    """How many marks were registered, and those of them with an error of distinctiveness: mark → check."""
    marks: dict[str, int] = {}
    for line in (SHARED / "data" / "trademarks" / "pairs_with_outcome.jsonl").open(encoding="utf-8"):
        item = json.loads(line)
        if item["outcome"] == "registered":
            marks.setdefault(item["mark"].replace("\t", " ").replace('"', ""), item["nice_class"])
    checks = {name: check for name, check in mark_checks().items() if check.code.startswith("TMD")}
    found = {}
    for words, nice in marks.items():
        mark = mark_of({"商标": words, "类别": str(nice)})
        for name, check in checks.items():
            if Level.ERROR in struck(check, mark):
                found[words] = name
    return len(marks), found


def items() -> tuple[int, int, int]:
    """Official names of goods tried as marks in their class: how many, found generic, found with their goods told."""
    with (SHARED / "data" / "trademarks" / "nice_items_2018.csv").open(encoding="utf-8") as stream:
        names = {(row["item_name"], row["class_no"]) for row in csv.DictReader(stream)}
    check = mark_checks()["tm-generic-name"]
    bare = told = 0
    for name, nice in sorted(names):
        plain = re.sub(r"[（(].*|[,，;；、].*", "", name).strip()
        if plain:
            bare += bool(struck(check, mark_of({"商标": plain, "类别": nice})))
            told += bool(struck(check, mark_of({"商标": plain, "类别": nice, "商品": plain})))
    return len(names), bare, told


def alarms_on_items() -> dict[str, list[str]]:
    """What the checks of goods find in official names listed in their own class and group: all false, by check."""
    names = ("tm-form-goods-in-class", "tm-form-goods-vague", "tm-form-goods-nonstandard", "tm-form-group-code")
    found: dict[str, list[str]] = {name: [] for name in names}
    with (SHARED / "data" / "trademarks" / "nice_items_2018.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        mark = mark_of({"商标": "澄湾", "类别": row["class_no"], "商品": row["item_name"], "类似群": row["group_no"]})
        for name in names:
            if struck(mark_checks()[name], mark):
                found[name].append(f"{row['item_name']}（{row['class_no']}）")
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", action="store_true")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    counts, wrong = score()
    right, alarms, misses = counts["hit"], counts["false alarm"], counts["miss"]
    print(f"cases {sum(counts.values())}, checks {len({case.check for case in cases()})} of {len(mark_checks())}")
    told = f"({alarms} false), recall {right / (right + misses):.3f} ({misses} missed)"
    print(f"precision {right / (right + alarms):.3f} {told}")
    for case in wrong if options.misses else ():
        print("  missed" if case.wanted else "  false ", case.check, case.cells)
    if options.misses:
        for name, case in crossfire():
            print("  also", name, "in", case.check, case.cells)
    if options.shared:
        number, bare, told_too = items()
        print(
            f"official names as marks {number}: generic without goods {bare / number:.1%}, with {told_too / number:.1%}"
        )
        for name, alarms_found in alarms_on_items().items():
            print(f"official names in their class, false alarms of {name}: {len(alarms_found)}", *alarms_found[:15])
        number, found = registered()
        print(f"registered marks {number}, with an error of distinctiveness {len(found)} ({len(found) / number:.2%})")
        for words, name in found.items():
            print(f"  {name}: {words}")


if __name__ == "__main__":
    main()
