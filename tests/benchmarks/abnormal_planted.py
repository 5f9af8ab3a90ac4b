"""Recall and precision of the duplicate engine on plants of every kind among drafts that share boilerplate.

python -m tests.benchmarks.abnormal_planted [--documents 10000] [--plants 40] [--seed 1] [--misses]
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import time
from collections import Counter

from ipcheck.abnormal.drafts import Draft, Section, draft_of_text
from ipcheck.abnormal.screen import alike_pairs
from tests.benchmarks.abnormal_plants import KINDS, with_table
from tests.benchmarks.abnormal_texts import draft


def corpus(documents: int, plants: int, seed: int) -> tuple[list[Draft], dict[tuple[int, int], str]]:
    """Drafts, the planted ones last, and the pairs that are planted."""
    rng = random.Random(seed)
    number = documents - plants * len(KINDS)
    if number < plants * len(KINDS):
        raise SystemExit(f"at least {2 * plants * len(KINDS)} documents for so many plants")
    texts = [draft(seed * 10_000_000 + index) for index in range(number)]
    carriers = rng.sample(range(number), plants * len(KINDS))
    truth: dict[tuple[int, int], str] = {}
    for index, kind in enumerate(kind for kind in KINDS for _ in range(plants)):
        carrier = carriers[index]
        if kind == "table":
            table = with_table(index)
            texts[carrier] = {**texts[carrier], Section.EMBODIMENTS: texts[carrier][Section.EMBODIMENTS] + "\n" + table}
        planted = KINDS[kind](texts[carrier], rng)
        if kind == "table":
            planted[Section.EMBODIMENTS] += "\n" + table
        truth[carrier, len(texts)] = kind
        texts.append(planted)
    return [draft_of_text(f"draft-{index}", sections) for index, sections in enumerate(texts)], truth


def main() -> None:
    """Print recall for each kind, false pairs, and what it cost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--plants", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true")
    wishes = parser.parse_args()
    drafts, truth = corpus(wishes.documents, wishes.plants, wishes.seed)
    start, processor = time.perf_counter(), time.process_time()
    found = {(one, other): alike for one, other, alike in alike_pairs(drafts, jobs=os.cpu_count() or 1)}
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    hits: Counter[str] = Counter()
    told: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for pair, kind in truth.items():
        if pair in found:
            hits[kind] += 1
            told[kind][found[pair].kind.value] += 1
        elif wishes.misses:
            print("missed", kind, pair)
    for kind in KINDS:
        kinds = ", ".join(f"{name} {count}" for name, count in told[kind].most_common())
        print(f"{kind:22} {hits[kind] / wishes.plants:6.3f}   told as: {kinds}")
    false = [pair for pair in found if pair not in truth]
    for pair in false[:10] if wishes.misses else []:
        alike = found[pair]
        print("false", pair, alike.score, alike.kinds, alike.matched, [str(span)[:60] for span in alike.passages[0]])
    count = len(drafts)
    same_field = count * (count / 30 - 1) / 2
    print(f"{count} documents, {len(truth)} plants: recall {sum(hits.values()) / len(truth):.4f}")
    print(f"pairs found {len(found)}, false {len(false)}: precision {1 - len(false) / max(1, len(found)):.4f}")
    print(f"false pairs per 10,000 pairs of one firm: {1e4 * len(false) / same_field:.3f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{seconds:.1f} s ({processor:.1f} s processor), {count / seconds:.0f} documents/s, peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
