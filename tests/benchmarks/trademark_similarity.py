"""How well the likeness of marks tells similar pairs from others, and how many alerts it raises among real marks.

    python -m tests.benchmarks.trademark_similarity [--alerts 200] [--read 60] [--seed 2026]

Pairs: ../shared/data/trademarks/similar_pairs_open.csv. Nothing is fitted by machine, but the scores of the rules were
set by hand with these pairs in view: the figures are not held out. ``--read`` prints so many alerts to be judged by
eye, of the queries of ``--seed``.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import time
from collections.abc import Callable, Sequence

from rapidfuzz.fuzz import WRatio, ratio

from ipcheck.trademark import EarlierMark
from ipcheck.trademark.cards import cards_of
from ipcheck.trademark.likeness import likeness
from ipcheck.trademark.search import MarkIndex
from tests.conftest import SHARED

DATA = SHARED / "data" / "trademarks"
# The scores from which tm-prior-similar tells of a mark.
USUAL, SHORT = 0.67, 0.7
Pair = tuple[str, str, bool, str]


def pairs() -> list[Pair]:
    """The labelled pairs: both marks, whether they are similar, the source."""
    with (DATA / "similar_pairs_open.csv").open(encoding="utf-8") as file:
        return [(row["mark_a"], row["mark_b"], row["label"] == "1", row["source"]) for row in csv.DictReader(file)]


def auc(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The chance that a similar pair scores above another (ties count half)."""
    good = [score for score, label in zip(scores, labels, strict=True) if label]
    bad = [score for score, label in zip(scores, labels, strict=True) if not label]
    return sum((one > other) + 0.5 * (one == other) for one in good for other in bad) / (len(good) * len(bad))


def recall_at(scores: Sequence[float], labels: Sequence[bool], precision: float = 0.95) -> tuple[float, float]:
    """The best recall at that precision, and the threshold."""
    best = (0.0, 1.0)
    for limit in sorted(set(scores)):
        told = [label for score, label in zip(scores, labels, strict=True) if score >= limit]
        if told and sum(told) / len(told) >= precision:
            best = max(best, (sum(told) / sum(labels), limit))
    return best


def line(name: str, scores: Sequence[float], labels: Sequence[bool]) -> None:
    """Print a scorer's figures."""
    recall, limit = recall_at(scores, labels)
    print(f"{name:42} AUC {auc(scores, labels):.3f}   recall at 95 % precision {recall:.3f} (from {limit:.2f})")


def without(rule: str) -> Callable[[str, str], float]:
    """The likeness with one rule left out."""
    return lambda one, other: max((r.score for r in likeness(one, other).rules if r.rule != rule), default=0.0)


def told_of(text: str, score: float) -> bool:
    """Whether the check would tell of a pair with that score."""
    return score >= (SHORT if len(cards_of(text).unit) <= 2 else USUAL)


def alerts(count: int, read: int, seed: int) -> None:
    """Draw real marks and search them among the earlier ones."""
    rows: dict[str, set[int]] = {}
    with (DATA / "earlier_marks.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rows.setdefault(row["mark"], set()).add(int(row["nice_class"]))
    index = MarkIndex.of(EarlierMark(mark, tuple(sorted(classes))) for mark, classes in sorted(rows.items()))
    with (DATA / "pairs_with_outcome.jsonl").open(encoding="utf-8") as file:
        queries = sorted({(entry["mark"], entry["nice_class"]) for entry in map(json.loads, file)})
    chosen = random.Random(seed).sample(queries, count)
    for name, inside in (("within the class", True), ("over all classes", False)):
        found, seconds = [], []
        for mark, number in chosen:
            start = time.perf_counter()
            hits = index.search(mark, (number,) if inside else (), floor=USUAL)
            seconds.append(time.perf_counter() - start)
            # The mark itself stands among the earlier ones; so does what it was compared with.
            told = [hit for hit in hits if told_of(mark, hit.likeness.score) and hit.likeness.score < 1]
            found += [(mark, number, hit) for hit in told]
        seconds.sort()
        print(
            f"{len(index)} marks, {count} queries {name}: {len(found) / count:.2f} alerts each; "
            f"median {seconds[count // 2] * 1000:.0f} ms, p95 {seconds[int(count * 0.95)] * 1000:.0f} ms"
        )
        for mark, number, hit in random.Random(seed + 1).sample(found, min(read, len(found))):
            rule, classes = hit.likeness.rules[0], ",".join(map(str, hit.mark.classes))
            print(
                f"  {mark} ({number}) | {hit.mark.text} ({classes}) | {hit.likeness.score:.2f} {rule.rule} {rule.why}"
            )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--alerts", type=int, default=200)
    parser.add_argument("--read", type=int, default=0)
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    known = pairs()
    labels = [similar for _, _, similar, _ in known]
    scores = [likeness(one, other).score for one, other, _, _ in known]
    line("ipcheck", scores, labels)
    real = [place for place, pair in enumerate(known) if not pair[3].startswith("S")]
    line(f"ipcheck, without constructed pairs ({len(real)})", [scores[n] for n in real], [labels[n] for n in real])
    line("rapidfuzz ratio", [ratio(one, other) / 100 for one, other, _, _ in known], labels)
    line("rapidfuzz WRatio", [WRatio(one, other) / 100 for one, other, _, _ in known], labels)
    for rule in sorted({rule.rule for one, other, _, _ in known for rule in likeness(one, other).rules}):
        line(f"without {rule}", [without(rule)(one, other) for one, other, _, _ in known], labels)
    short = [n for n, pair in enumerate(known) if min(len(cards_of(pair[0]).unit), len(cards_of(pair[1]).unit)) <= 2]
    line(f"marks of two characters ({len(short)})", [scores[n] for n in short], [labels[n] for n in short])
    told = [told_of(pair[0], score) for pair, score in zip(known, scores, strict=True)]
    right = sum(label for label, is_told in zip(labels, told, strict=True) if is_told)
    print(f"as tm-prior-similar tells: precision {right / max(sum(told), 1):.3f}, recall {right / sum(labels):.3f}")
    if options.alerts:
        alerts(options.alerts, options.read, options.seed)


if __name__ == "__main__":
    main()
