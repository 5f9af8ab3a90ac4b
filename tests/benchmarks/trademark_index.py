"""The index of earlier marks at a million rows: build, size, latency, recall against brute force, a batch of 1,000.

    python -m tests.benchmarks.trademark_index [--marks 1000000] [--queries 200] [--brute 20]

The marks are made from the 155,000 real ones of ../shared by a model of two characters (a name goes on as real ones
do) with the real lengths and classes. Brute force compares a query with every mark of its class by the rules.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from ipcheck.trademark import EarlierMark
from ipcheck.trademark.hanzi import is_han
from ipcheck.trademark.likeness import likeness
from ipcheck.trademark.search import MarkIndex
from tests.conftest import SHARED

FLOOR = 0.67


def real_marks() -> list[tuple[str, int]]:
    """The real marks with their classes."""
    with (SHARED / "data" / "trademarks" / "earlier_marks.csv").open(encoding="utf-8") as file:
        return [(row["mark"], int(row["nice_class"])) for row in csv.DictReader(file)]


def made_marks(count: int, seed: int = 7) -> Iterator[EarlierMark]:
    """So many marks: the real ones first, then made ones."""
    real = real_marks()
    yield from (EarlierMark(mark, (number,), number=str(place)) for place, (mark, number) in enumerate(real[:count]))
    draw = random.Random(seed)
    follows: dict[str, list[str]] = defaultdict(list)
    lengths: list[int] = []
    latin: list[str] = []
    for mark, _ in real:
        han = "".join(filter(is_han, mark))
        if 2 <= len(han) <= 6:
            lengths.append(len(han))
            for one, other in zip("^" + han, han, strict=False):
                follows[one].append(other)
        latin.extend(re.findall(r"[A-Z]{4,}", mark.upper()))
    for place in range(len(real), count):
        number = draw.choice(real)[1]
        if draw.random() < 0.25:
            one, other = draw.choice(latin), draw.choice(latin)
            text = one[: draw.randint(2, 4)] + other[-draw.randint(2, 5) :]
        else:
            text = "^"
            for _ in range(draw.choice(lengths)):
                text += draw.choice(follows.get(text[-1]) or follows["^"])
            text = text[1:]
        yield EarlierMark(text, (number,), number=str(place))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--marks", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--brute", type=int, default=20)
    options = parser.parse_args()
    start = time.perf_counter()
    built = MarkIndex.of(made_marks(options.marks))
    print(f"{len(built)} marks indexed in {time.perf_counter() - start:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "在先.ipx"
        start = time.perf_counter()
        built.save(path)
        size = sum(file.stat().st_size for file in path.iterdir())
        print(
            f"saved in {time.perf_counter() - start:.1f} s, {size / 1e6:.0f} MB, {size / len(built):.0f} bytes a mark"
        )
        del built
        index = MarkIndex.open(path)
        draw = random.Random(3)
        queries = [index.mark(draw.randrange(len(index))) for _ in range(options.queries)]
        # A query is like a real one: a mark with a character or a letter changed, or as it is.
        wishes = [(_changed(mark.text, draw), mark.classes) for mark in queries]
        index.search("云朵船", (33,))
        for name, inside in (("within the class", True), ("over all classes", False)):
            seconds = []
            for text, classes in wishes:
                start = time.perf_counter()
                index.search(text, classes if inside else (), floor=FLOOR)
                seconds.append(time.perf_counter() - start)
            seconds.sort()
            p95 = seconds[int(len(seconds) * 0.95)]
            print(f"query {name}: median {seconds[len(seconds) // 2] * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms")
        start = time.perf_counter()
        for text, classes in (wishes * (1000 // len(wishes) + 1))[:1000]:
            index.search(text, classes, floor=FLOOR)
        print(f"a batch of 1,000: {time.perf_counter() - start:.0f} s")
        _brute(index, wishes[: options.brute])
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB")


def _changed(text: str, draw: random.Random) -> str:
    place = draw.randrange(len(text))
    return text if draw.random() < 0.3 else text[:place] + draw.choice("云海福金LOES") + text[place + 1 :]


def _brute(index: MarkIndex, wishes: list[tuple[str, tuple[int, ...]]]) -> None:
    """Recall of the search against the rules applied to every mark of the class."""
    by_class: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in range(len(index)):
        mark = index.mark(row)
        by_class[mark.classes[0]].append((mark.number, mark.text))
    found = there = 0
    for text, classes in wishes:
        mine = by_class[classes[0]]
        wanted = {number for number, other in mine if likeness(text, other, classes).score >= FLOOR}
        got = {hit.mark.number for hit in index.search(text, classes, floor=FLOOR)}
        there += len(wanted)
        found += len(wanted & got)
    print(f"recall against brute force over {len(wishes)} queries: {found}/{there} = {found / max(there, 1):.4f}")


if __name__ == "__main__":
    main()
