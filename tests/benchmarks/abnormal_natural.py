"""Recall of the duplicate engine on natural near-duplicates: real abstracts that share half of their runs of four.

python -m tests.benchmarks.abnormal_natural [--further 20]

Every pair of the 12,000 abstracts and of the members of the natural clusters with a Jaccard index of 0.5 and more over
runs of four characters is to be found. ``--further`` shows pairs that are found beyond these, to be judged by eye.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter, defaultdict

from ipcheck.abnormal.drafts import Section, draft_of_text
from ipcheck.abnormal.screen import alike_pairs
from tests.conftest import SHARED

_FOLDER = SHARED / "data" / "near-duplicates"
_GOAL = 0.5


def texts() -> dict[str, str]:
    """The abstracts by publication number."""
    found: dict[str, str] = {}
    for line in (_FOLDER / "abstracts.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["id"]] = row["abstract"]
    for line in (_FOLDER / "clusters.jsonl").read_text(encoding="utf-8").splitlines():
        for member in json.loads(line)["members"]:
            found.setdefault(member["id"], member["abstract"])
    return {name: text for name, text in found.items() if text and len(text) >= 20}


def runs(text: str) -> frozenset[str]:
    """The runs of four characters, without spaces and punctuation."""
    bare = re.sub(r"[\W_]+", "", text)
    return frozenset(bare[start : start + 4] for start in range(len(bare) - 3))


def true_pairs(found: dict[str, str]) -> dict[tuple[str, str], float]:
    """All pairs at or above the goal, exactly: by the rarest runs of each text (prefix filtering)."""
    sets = {name: runs(text) for name, text in found.items()}
    counts = Counter(run for own in sets.values() for run in own)
    holders: dict[str, list[str]] = defaultdict(list)
    pairs: dict[tuple[str, str], float] = {}
    for name in sorted(sets):
        own = sets[name]
        rare = sorted(own, key=lambda run: (counts[run], run))[: len(own) - int(_GOAL * len(own)) + 1]
        for other in sorted({other for run in rare for other in holders[run]}):
            alike = len(own & sets[other]) / max(1, len(own | sets[other]))
            if alike >= _GOAL:
                pairs[other, name] = alike
        for run in rare:
            holders[run].append(name)
    return pairs


def main() -> None:
    """Print recall against the exact pairs, and what else was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--further", type=int, default=0)
    wishes = parser.parse_args()
    found = texts()
    truth = true_pairs(found)
    names = sorted(found)
    drafts = [draft_of_text(name, {Section.ABSTRACT: found[name]}) for name in names]
    start = time.perf_counter()
    told = {(names[one], names[other]): alike for one, other, alike in alike_pairs(drafts)}
    seconds = time.perf_counter() - start
    missed = {pair: value for pair, value in truth.items() if pair not in told}
    same = [pair for pair in truth if pair[0][:-1] == pair[1][:-1]]
    print(
        f"{len(names)} abstracts in {seconds:.1f} s; pairs with Jaccard ≥ {_GOAL}: {len(truth)}, "
        f"found {len(truth) - len(missed)}"
    )
    print(
        f"recall {1 - len(missed) / len(truth):.4f}; A/B publications of one application: {len(same)}, "
        f"found {sum(pair in told for pair in same)}"
    )
    for pair, value in sorted(missed.items(), key=lambda item: -item[1])[:10]:
        print("missed", pair, round(value, 3))
    further = sorted((pair for pair in told if pair not in truth), key=lambda pair: -told[pair].score)
    print(f"further pairs found: {len(further)}")
    step = max(1, len(further) // max(1, wishes.further))
    for pair in further[::step][: wishes.further]:
        alike = told[pair]
        kinds, swaps = [kind.value for kind in alike.kinds], [str(swap) for swap in alike.swaps[:4]]
        print(f"\n{pair} score {alike.score} {kinds} {swaps}")
        print("  " + found[pair[0]][:160])
        print("  " + found[pair[1]][:160])


if __name__ == "__main__":
    main()
