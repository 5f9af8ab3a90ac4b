"""The noise budget: what the patent room says of 35 real published and granted texts.

    python -m tests.benchmarks.noise                  figures, and findings per check
    python -m tests.benchmarks.noise --show NAME …    every finding of these checks, in its sentence
    python -m tests.benchmarks.noise --errors         every error, in its sentence

A published text may really be faulty; each remaining error is to be read by eye.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict

from ipcheck.model import Finding, Level
from ipcheck.patent import PatentCheck, placed
from ipcheck.plugins import load_checks, shipped
from tests.benchmarks.corpus import filing_of_draft, real_patents


def findings_of_real_patents(names: set[str] | None = None, *, everything: bool = False) -> dict[str, list[Finding]]:
    """Findings by patent id, of the default checks (all with ``everything``) or only of those named."""
    loaded = load_checks([shipped("checks")], "patent")
    checks = [
        check() for check in loaded.checks if (check.check_name() in names if names else check.default or everything)
    ]
    found: dict[str, list[Finding]] = {}
    for patent in real_patents():
        filing = filing_of_draft(patent.draft(), patent.application_kind, f"{patent.id}.txt")
        found[patent.id] = [
            placed(finding, filing)
            for check in checks
            if isinstance(check, PatentCheck) and check.applies(filing)
            for finding in check.find(filing)
        ]
    return found


def in_sentence(finding: Finding, width: int = 40) -> str:
    """The finding's words marked in what surrounds them."""
    text, span = finding.span.document.text, finding.span
    before = text[max(0, span.start - width) : span.start].replace("\n", "⏎")
    after = text[span.end : span.end + width].replace("\n", "⏎")
    return f"{before}⟦{span}⟧{after}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", nargs="*", default=[], metavar="NAME")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--all", action="store_true", help="checks outside the default profile too")
    options = parser.parse_args()
    found = findings_of_real_patents(set(options.show) or None, everything=options.all)
    per_check: dict[str, Counter[str]] = defaultdict(Counter)
    for patent, findings in found.items():
        for finding in findings:
            per_check[finding.check][finding.level] += 1
            per_check[finding.check]["patents"] += 0
            if options.show or (options.errors and finding.level is Level.ERROR):
                print(f"{patent} {finding.code} {finding.level} 权{finding.claim or ''} {finding.message}")
                print(f"    {in_sentence(finding)}")
        for name in {finding.check for finding in findings}:
            per_check[name]["patents"] += 1
    count = len(found)
    errors = [[item for item in items if item.level is Level.ERROR] for items in found.values()]
    warnings = sum(item.level is Level.WARNING for items in found.values() for item in items)
    # Five full stops in the middle of one claim are five findings, but one mistake of the drafter.
    distinct = sum(len({(item.check, item.claim, item.part) for item in items}) for items in errors)
    for name in sorted(per_check, key=lambda key: -sum(per_check[key].values())):
        tally = per_check[name]
        print(
            f"{name:40} error {tally['error']:4} warning {tally['warning']:4} advice {tally['advice']:4}"
            f"  patents {tally['patents']:3}"
        )
    total = sum(map(len, errors))
    print(
        f"patents {count}; errors per patent {total / count:.2f} ({distinct / count:.2f} counting a check once a claim)"
    )
    clean = sum(not items for items in errors)
    print(f"warnings per patent {warnings / count:.2f}; without an error {clean}/{count} = {clean / count:.0%}")


if __name__ == "__main__":
    main()
