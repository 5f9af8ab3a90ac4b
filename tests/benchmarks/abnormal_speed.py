"""How time and memory grow with the number of drafts, and the candidate stage beside other engines.

python -m tests.benchmarks.abnormal_speed [--sizes 1000 10000 100000] [--stage all|candidates] [--peers 10000]

Each size runs in a process of its own, so that its peak memory is its own. ``--peers`` compares candidates of one
corpus with rensa, datasketch and TF-IDF (scikit-learn, sparse-dot-topn) where they are installed: time (the best of
``--runs``, for all alike), memory, and recall of the planted pairs per kind. rensa runs twice: as its documents say,
by lists of tokens, and as fast as it goes (``rensa-hashes``): numpy makes the tokens and hashes them, rensa takes
whole matrices, numpy joins the bands.
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
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal.drafts import Draft
from ipcheck.abnormal.grams import BASE
from ipcheck.abnormal.houses import Houses
from ipcheck.abnormal.judging import judged
from ipcheck.abnormal.normal import Codes, as_text, codes_of
from ipcheck.abnormal.screen import Screen, alike_pairs
from tests.benchmarks.abnormal_planted import corpus
from tests.benchmarks.abnormal_plants import KINDS
from tests.benchmarks.abnormal_texts import draft

JOBS = os.cpu_count() or 1
# So many documents are enough for the compiled kernels to be used.
_FIRST = 900
_PERMUTATIONS, _BANDS, _GRAM = 128, 32, 5
# So many documents go to rensa at a time.
_FED = 500


def one_size(size: int, stage: str) -> None:
    """Print size, seconds, processor seconds, candidate or found pairs, peak memory in MB."""
    # What is compiled or imported on first use is the same for every size, and not counted.
    set(alike_pairs(corpus(_FIRST, 2, 2)[0], jobs=JOBS))
    if stage == "candidates":
        texts = ["\n".join(draft(seed).values()) for seed in range(size)]
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start, spent = time.perf_counter(), _spent()
        codes = [codes_of(text) for text in texts]
        del texts
        found = len(Screen(codes, jobs=JOBS).pairs)
    else:
        drafts, _ = corpus(size, max(1, size // 400), 1)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start, spent = time.perf_counter(), _spent()
        found = sum(1 for _ in alike_pairs(drafts, jobs=JOBS))
    seconds, processor = time.perf_counter() - start, _spent() - spent
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(size, round(seconds, 3), round(processor, 3), found, peak // 1024, (peak - before) // 1024)


def _spent() -> float:
    """Processor seconds of this process and of those that it waited for."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def grown(sizes: list[int], stage: str) -> None:
    """Print a line for every size and the exponent between neighbours."""
    last: tuple[int, float] | None = None
    for size in sizes:
        command = [sys.executable, "-m", "tests.benchmarks.abnormal_speed", "--one", str(size), "--stage", stage]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        number, seconds, processor, pairs, peak, more = map(float, done.stdout.split()[-6:])
        line = f"{int(number):7} documents: {seconds:8.2f} s ({processor:.2f} s processor), {int(pairs)} pairs, "
        line += f"peak {peak:.0f} MB of which {more:.0f} MB by the engine"
        if last:
            line += f", exponent {math.log(processor / last[1]) / math.log(number / last[0]):.2f}"
        print(line, flush=True)
        last = (int(number), processor)


def peers(size: int, runs: int) -> None:
    """Print what every engine that is installed does with one corpus, each in a process of its own."""
    for name in ENGINES:
        if name != "ipcheck" and find_spec("sklearn" if name == "tf-idf" else name.split("-")[0]) is None:
            print(f"{name}: not installed")
            continue
        command = [sys.executable, "-m", "tests.benchmarks.abnormal_speed", "--peers", str(size), "--peer", name]
        subprocess.run([*command, "--runs", str(runs)], check=True)


def one_peer(size: int, name: str, runs: int) -> None:
    """Print documents per second, memory and recall of one engine's candidates.

    The candidates of all engines are judged by our own judge afterwards, so precision is equal; the recall is theirs.
    """
    drafts, truth = corpus(size, max(2, size // 400), 1)
    plain = [] if name == "ipcheck" else [as_text(item.codes) for item in drafts]
    run = ENGINES[name]
    # What is compiled or imported on first use is not counted, for nobody.
    set(run(drafts[:_FIRST], plain[:_FIRST]))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = processor = math.inf
    found: set[tuple[int, int]] = set()
    for _ in range(runs):
        start, spent = time.perf_counter(), time.process_time()
        found = {(min(pair), max(pair)) for pair in run(drafts, plain)}
        seconds = min(seconds, time.perf_counter() - start)
        processor = min(processor, time.process_time() - spent)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    screen = Screen([item.codes for item in drafts], jobs=JOBS)
    houses = Houses(screen.texts, [item.houses for item in drafts], screen.leaders)
    stock = screen.stock
    told = {(one, other) for one, other, _ in judged(drafts, sorted(found), stock, houses, jobs=JOBS)}
    hits = Counter(kind for pair, kind in truth.items() if pair in told)
    total = Counter(truth.values())
    print(
        f"{name}: {size / seconds:.0f} documents/s ({seconds:.2f} s, processor {processor:.2f} s), "
        f"peak {peak >> 10} MB (+{(peak - before) >> 10}), {len(found) / size:.2f} candidates a document, "
        f"{sum(pair in found for pair in truth) / len(truth):.3f} of the plants in them; judged: "
        f"recall {sum(hits.values()) / len(truth):.3f}, precision {len(told & set(truth)) / max(1, len(told)):.3f}"
    )
    print("  " + ", ".join(f"{kind} {hits[kind] / total[kind]:.2f}" for kind in KINDS), flush=True)


def _ours(drafts: list[Draft], plain: list[str]) -> Iterable[tuple[int, int]]:
    return Screen([item.codes for item in drafts], drafts, jobs=JOBS).pairs


def _grams(text: str) -> list[str]:
    return [text[start : start + _GRAM] for start in range(len(text) - _GRAM + 1)]


def _rensa(drafts: list[Draft], plain: list[str]) -> Iterable[tuple[int, int]]:
    module: Any = importlib.import_module("rensa")
    index = module.RMinHashLSH(threshold=0.4, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    for number, text in enumerate(plain):
        made = module.RMinHash(num_perm=_PERMUTATIONS, seed=42)
        made.update(_grams(text))
        for other in index.query(made):
            yield other, number
        index.insert(number, made)


def _rensa_hashes(drafts: list[Draft], plain: list[str]) -> Iterable[tuple[int, int]]:
    module: Any = importlib.import_module("rensa")
    rows = []
    for start in range(0, len(drafts), _FED):
        hashes = [_gram_hashes(item.codes) for item in drafts[start : start + _FED]]
        offsets = np.cumsum([0, *map(len, hashes)]).astype(np.uint64)
        made = module.RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(hashes), offsets, _PERMUTATIONS, 42)
        rows += made.to_rows()
    wide = _PERMUTATIONS // _BANDS
    bands = np.ascontiguousarray(np.array(rows, np.uint32).reshape(len(drafts), _BANDS, wide))
    for band in range(_BANDS):
        buckets: dict[bytes, list[int]] = {}
        for number in range(len(drafts)):
            others = buckets.setdefault(bands[number, band].tobytes(), [])
            yield from ((other, number) for other in others)
            others.append(number)


def _gram_hashes(codes: Codes) -> NDArray[np.uint64]:
    wide = codes.astype(np.uint64)
    number = max(0, len(wide) - _GRAM + 1)
    found = wide[:number]
    for place in range(1, _GRAM):
        found = found * np.uint64(BASE) + wide[place : place + number]
    return found


def _datasketch(drafts: list[Draft], plain: list[str]) -> Iterable[tuple[int, int]]:
    module: Any = importlib.import_module("datasketch")
    index = module.MinHashLSH(threshold=0.35, num_perm=_PERMUTATIONS)
    for number, text in enumerate(plain):
        made = module.MinHash(num_perm=_PERMUTATIONS)
        made.update_batch([gram.encode() for gram in _grams(text)])
        for other in index.query(made):
            yield other, number
        index.insert(number, made)


def _tf_idf(drafts: list[Draft], plain: list[str]) -> Iterable[tuple[int, int]]:
    text: Any = importlib.import_module("sklearn.feature_extraction.text")
    topn: Any = importlib.import_module("sparse_dot_topn")
    rare = text.TfidfVectorizer(analyzer="char", ngram_range=(6, 6), min_df=2, max_df=50, dtype=np.float32)
    weights = rare.fit_transform(plain)
    best = topn.sp_matmul_topn(weights, weights.T.tocsr(), top_n=11, threshold=0.1, n_threads=JOBS).tocoo()
    return ((int(one), int(other)) for one, other in zip(best.row, best.col, strict=True) if one < other)


Engine = Callable[[list[Draft], list[str]], Iterable[tuple[int, int]]]
ENGINES: dict[str, Engine] = {
    "ipcheck": _ours,
    "rensa": _rensa,
    "rensa-hashes": _rensa_hashes,
    "datasketch": _datasketch,
    "tf-idf": _tf_idf,
}


def main() -> None:
    """Run what the options ask for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--stage", choices=("all", "candidates"), default="candidates")
    parser.add_argument("--peers", type=int, default=0)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--one", type=int, default=0)
    parser.add_argument("--peer", choices=tuple(ENGINES), default="")
    wishes = parser.parse_args()
    if wishes.peer:
        one_peer(wishes.peers, wishes.peer, wishes.runs)
    elif wishes.one:
        one_size(wishes.one, wishes.stage)
    elif wishes.peers:
        peers(wishes.peers, wishes.runs)
    else:
        grown(wishes.sizes, wishes.stage)


if __name__ == "__main__":
    main()
