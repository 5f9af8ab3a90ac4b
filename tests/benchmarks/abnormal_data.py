"""Recall and precision of the detectors that look at one draft: figures made up, content put together.

    python -m tests.benchmarks.abnormal_data [--plants 50] [--seed 1] [--misses] [--abstracts N]

Prints the recall of each kind of plant, what is falsely found in honest drafts, in the 35 real patents and, with
``--abstracts``, in real abstracts of ../shared.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable
from typing import Any

from ipcheck.abnormal import Batch, BatchCheck, FilingCheck
from ipcheck.check import Check
from ipcheck.model import Finding
from ipcheck.patent import Filing
from ipcheck.plugins import load_checks, shipped
from tests.benchmarks.abnormal_content_plants import CONTENT
from tests.benchmarks.abnormal_data_plants import DATA, Planter, honest
from tests.benchmarks.corpus import SHARED, filing_of_draft, real_patents
from tests.benchmarks.noise import in_sentence

KINDS: dict[str, tuple[str, Planter]] = {**DATA, **CONTENT}
ABSTRACTS = SHARED / "data" / "near-duplicates" / "abstracts.jsonl"


def detectors() -> dict[str, Check[Any]]:
    """The checks of data and content, by name, those outside the default profile too."""
    loaded = load_checks([shipped("checks")], "abnormal").checks
    return {check.check_name(): check() for check in loaded if check.code[:3] in ("DAT", "GEN")}


def findings(check: Check[Any], filings: list[Filing]) -> list[Finding]:
    """What a check finds in a batch, or in each of its applications."""
    if isinstance(check, BatchCheck):
        return list(check.find(Batch(filings)))
    return [finding for filing in filings if isinstance(check, FilingCheck) for finding in check.find(filing)]


def filings_of(texts: Iterable[str], name: str) -> list[Filing]:
    """The applications of these texts."""
    return [filing_of_draft(text, None, f"{name}-{index}.txt") for index, text in enumerate(texts)]


def recall(kind: str, plants: int, seed: int) -> tuple[float, Counter[str], list[str]]:
    """The share of plants found, what other checks said of them, and the text of a miss."""
    name, plant = KINDS[kind]
    checks = detectors()
    hits, others, missed = 0, Counter[str](), []
    for number in range(plants):
        texts = plant(random.Random(f"{seed}-{kind}-{number}"))
        filings = filings_of(texts, kind)
        if findings(checks[name], filings):
            hits += 1
        else:
            missed.append(texts[0])
        others.update(other for other, check in checks.items() if other != name and findings(check, filings))
    return hits / plants, others, missed


def told_of_honest(drafts: int, seed: int) -> Counter[str]:
    """What is said of honest drafts, by check."""
    told: Counter[str] = Counter()
    for number in range(drafts):
        filings = filings_of(honest(random.Random(f"{seed}-honest-{number}")), "honest")
        for name, check in detectors().items():
            told[name] += len(findings(check, filings))
    return +told


def real_filings() -> list[Filing]:
    """The 35 real patents."""
    return [filing_of_draft(item.draft(), item.application_kind, f"{item.id}.txt") for item in real_patents()]


def abstracts(number: int) -> list[Filing]:
    """Real abstracts as drafts of an abstract and a description that says the same."""
    filings = []
    with ABSTRACTS.open(encoding="utf-8") as lines:
        for line, _ in zip(lines, range(number), strict=False):
            raw = json.loads(line)
            text = (
                f"说明书摘要\n{raw['abstract']}\n说明书\n{raw.get('title') or '一种物品'}\n发明内容\n{raw['abstract']}"
            )
            filings.append(filing_of_draft(text, None, f"{raw['id']}.txt"))
    return filings


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plants", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="the end of one missed draft of each kind")
    parser.add_argument("--abstracts", type=int, default=0)
    wishes = parser.parse_args()
    for kind, (name, _) in KINDS.items():
        share, others, missed = recall(kind, wishes.plants, wishes.seed)
        beside = ", ".join(f"{other} {count}" for other, count in others.most_common())
        print(f"{kind:26} {name:28} {share:6.3f}   beside: {beside}")
        if missed and wishes.misses:
            print("    missed:", missed[0][-300:].replace("\n", "⏎"))
    told = told_of_honest(wishes.plants, wishes.seed)
    print(f"{2 * wishes.plants} honest drafts: {sum(told.values())} findings {dict(told)}")
    for words, filings in (("real patents", real_filings()), ("real abstracts", abstracts(wishes.abstracts))):
        found = [finding for check in detectors().values() for finding in findings(check, filings)] if filings else []
        print(f"{len(filings)} {words}: {len(found)} findings {dict(Counter(item.check for item in found))}")
        for finding in found[:40]:
            print(f"    {finding.code} {finding.message}\n        {in_sentence(finding)}")


if __name__ == "__main__":
    main()
