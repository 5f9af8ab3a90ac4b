"""How time and memory grow with the number of drafts, and the candidate stage beside other engines.

python -m tests.benchmarks.abnormal_speed [--sizes 1000 10000 100000] [--stage all|candidates] [--peers 10000]

Each size runs in a process of its own, so that its peak memory is its own. ``--peers`` compares candidates of one
corpus with rensa and datasketch where they are installed: processor time, and recall of the planted pairs per kind.
"""

from __future__ import annotations

import argparse
import importlib
import math
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from ipcheck.abnormal.fingerprints import number_prints
from ipcheck.abnormal.normal import as_text, codes_of
from ipcheck.abnormal.screen import Screen, alike_pairs
from tests.benchmarks.abnormal_planted import corpus
from tests.benchmarks.abnormal_plants import KINDS
from tests.benchmarks.abnormal_texts import draft

JOBS = os.cpu_count() or 1
_PERMUTATIONS, _BANDS, _GRAM = 128, 32, 5


def one_size(size: int, stage: str) -> None:
    """Print size, seconds, processor seconds, candidate or found pairs, peak memory in MB."""
    if stage == "candidates":
        texts = ["\n".join(draft(seed).values()) for seed in range(size)]
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start, processor = time.perf_counter(), time.process_time()
        codes = [codes_of(text) for text in texts]
        found = len(Screen(codes, jobs=JOBS).pairs)
    else:
        drafts, _ = corpus(size, max(1, size // 400), 1)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start, processor = time.perf_counter(), time.process_time()
        found = sum(1 for _ in alike_pairs(drafts, jobs=JOBS))
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(size, round(seconds, 2), round(processor, 2), found, peak // 1024, (peak - before) // 1024)


def grown(sizes: list[int], stage: str) -> None:
    """Print a line for every size and the exponent between neighbours."""
    last: tuple[int, float] | None = None
    for size in sizes:
        command = [sys.executable, "-m", "tests.benchmarks.abnormal_speed", "--one", str(size), "--stage", stage]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        number, seconds, processor, pairs, peak, more = map(float, done.stdout.split()[-6:])
        line = f"{int(number):7} documents: {seconds:8.1f} s ({processor:.1f} s processor), {int(pairs)} pairs, "
        line += f"peak {peak:.0f} MB of which {more:.0f} MB by the engine"
        if last:
            line += f", exponent {math.log(processor / last[1]) / math.log(number / last[0]):.2f}"
        print(line, flush=True)
        last = (int(number), processor)


def peers(size: int) -> None:
    """Print documents per second and recall per kind of our candidates and of other engines on one corpus."""
    drafts, truth = corpus(size, max(2, size // 400), 1)
    plain = [as_text(item.codes) for item in drafts]
    engines: list[tuple[str, Callable[[], Iterable[tuple[int, int]]]]] = [("ipcheck", lambda: _ours(drafts))]
    for name, make in (("rensa", _rensa), ("datasketch", _datasketch)):
        try:
            module = importlib.import_module(name)
        except ImportError:
            print(f"{name}: not installed")
            continue
        engines.append((name, lambda make=make, module=module: make(module, plain)))  # type: ignore[misc]
    base = 0.0
    for name, run in engines:
        processor = time.process_time()
        found = set(run())
        processor = time.process_time() - processor
        base = base or processor
        hits = Counter(kind for pair, kind in truth.items() if pair in found)
        total = Counter(truth.values())
        recall = ", ".join(f"{kind} {hits[kind] / total[kind]:.2f}" for kind in KINDS)
        print(
            f"{name}: {len(drafts) / processor:.0f} documents/s of processor time ({processor / base:.1f} ×), "
            f"{len(found) / len(drafts):.2f} candidates a document, "
            f"recall {sum(hits.values()) / len(truth):.3f}\n  {recall}"
        )


def _ours(drafts: list[Any]) -> Iterable[tuple[int, int]]:
    codes = [item.codes for item in drafts]
    numbers = number_prints(item.number_words() for item in drafts)
    return Screen(codes, numbers, jobs=JOBS).pairs


def _grams(text: str) -> list[str]:
    return [text[start : start + _GRAM] for start in range(len(text) - _GRAM + 1)]


def _rensa(module: Any, plain: list[str]) -> Iterable[tuple[int, int]]:
    index = module.RMinHashLSH(threshold=0.4, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    for number, text in enumerate(plain):
        made = module.RMinHash(num_perm=_PERMUTATIONS, seed=42)
        made.update(_grams(text))
        for other in index.query(made):
            yield other, number
        index.insert(number, made)


def _datasketch(module: Any, plain: list[str]) -> Iterable[tuple[int, int]]:
    index = module.MinHashLSH(threshold=0.35, num_perm=_PERMUTATIONS)
    for number, text in enumerate(plain):
        made = module.MinHash(num_perm=_PERMUTATIONS)
        made.update_batch([gram.encode() for gram in _grams(text)])
        for other in index.query(made):
            yield other, number
        index.insert(number, made)


def main() -> None:
    """Run what the options ask for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--stage", choices=("all", "candidates"), default="candidates")
    parser.add_argument("--peers", type=int, default=0)
    parser.add_argument("--one", type=int, default=0)
    wishes = parser.parse_args()
    if wishes.one:
        one_size(wishes.one, wishes.stage)
    elif wishes.peers:
        peers(wishes.peers)
    else:
        grown(wishes.sizes, wishes.stage)


if __name__ == "__main__":
    main()
