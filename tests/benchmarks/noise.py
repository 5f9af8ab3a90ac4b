"""The noise budget: what the patent room says of 35 real published and granted texts.

    python -m tests.benchmarks.noise                  figures, and findings per check
    python -m tests.benchmarks.noise --show NAME …    every finding of these checks, in its sentence
    python -m tests.benchmarks.noise --errors         every error, in its sentence
    python -m tests.benchmarks.noise --unread         every finding that nobody has judged yet
    python -m tests.benchmarks.noise --profile NAME   the figures of another profile (evaluation, strict)

A published text may really be faulty, so findings are read by eye; noise_verdicts.tsv holds what the reader said.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ipcheck.config import Wishes, make_settings, shipped_profiles
from ipcheck.model import Finding, Level
from ipcheck.patent import PatentCheck, placed
from ipcheck.plugins import load_checks, shipped
from tests.benchmarks.corpus import filing_of_draft, real_patents


def findings_of_real_patents(names: set[str] | None = None, profile: str = "default") -> dict[str, list[Finding]]:
    """Findings by patent id, of the checks of a profile or only of those named."""
    loaded = load_checks([shipped("checks")], "patent")
    settings = make_settings(Wishes(profile=profile))
    if names:
        settings = replace(settings, everything=True)
    checks = settings.instances(check for check in loaded.checks if not names or check.check_name() in names)
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


def read_verdicts() -> dict[tuple[str, str, str], str]:
    """What a reader said of a finding (right, arguable, wrong) by patent, check and fingerprint."""
    lines = Path(__file__).with_name("noise_verdicts.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(patent, check, fingerprint): verdict for patent, check, fingerprint, verdict in rows}


def judged(found: dict[str, list[Finding]], level: Level | None = None) -> Counter[str]:
    """How many findings (of one level) were read and called right, arguable or wrong, and how many are unread."""
    verdicts = read_verdicts()
    return Counter(
        verdicts.get((patent, finding.check, finding.fingerprint), "unread")
        for patent, findings in found.items()
        for finding in findings
        if level in (None, finding.level)
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", nargs="*", default=[], metavar="NAME")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--unread", action="store_true", help="every finding that nobody has judged yet")
    parser.add_argument("--profile", choices=sorted(shipped_profiles()), default="default")
    options = parser.parse_args()
    found = findings_of_real_patents(set(options.show) or None, options.profile)
    verdicts = read_verdicts()
    for patent, findings in found.items():
        for finding in findings:
            verdict = verdicts.get((patent, finding.check, finding.fingerprint), "unread")
            wanted = options.show or (options.errors and finding.level is Level.ERROR)
            if wanted or (options.unread and verdict == "unread"):
                number = f"权{finding.claim}" if finding.claim else finding.part or ""
                print(f"{patent} {finding.code} {finding.check} {finding.level} {number} {finding.message}")
                print(f"    {in_sentence(finding)}  [{verdict}, {finding.fingerprint}]")
    print("\n".join(_table(found)))


def _table(found: dict[str, list[Finding]]) -> Iterator[str]:
    verdicts = read_verdicts()
    names = Counter(finding.check for findings in found.values() for finding in findings)
    for name, _ in names.most_common():
        of_check = {pid: [item for item in items if item.check == name] for pid, items in found.items()}
        levels = Counter(item.level for items in of_check.values() for item in items)
        said = Counter(
            verdicts.get((pid, name, item.fingerprint), "unread") for pid, items in of_check.items() for item in items
        )
        yield (
            f"{name:36}" + "".join(f" {level.value} {levels[level]:2}" for level in Level)
            + f"  patents {sum(map(bool, of_check.values())):2}  "
            + ", ".join(f"{verdict} {count}" for verdict, count in sorted(said.items()))
        )  # fmt: skip
    count = len(found)
    for level in Level:
        of_level = [sum(item.level is level for item in items) for items in found.values()]
        said = judged(found, level)
        yield (
            f"{level.value}s per patent {sum(of_level) / count:.2f}; patents without {of_level.count(0)}/{count} = "
            f"{of_level.count(0) / count:.0%}; of {sum(of_level)} read: right {said['right']}, arguable "
            f"{said['arguable']}, wrong {said['wrong']}; unread {said['unread']}"
        )
    wrong = {
        pid
        for pid, items in found.items()
        for item in items
        if item.level is Level.ERROR and verdicts.get((pid, item.check, item.fingerprint)) != "right"
    }
    yield f"patents without an error that is not right: {count - len(wrong)}/{count} = {1 - len(wrong) / count:.0%}"


if __name__ == "__main__":
    main()
