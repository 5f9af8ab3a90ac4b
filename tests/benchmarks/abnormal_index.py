"""The history index: building, adding, asking, and being killed while adding.

python -m tests.benchmarks.abnormal_index [--documents 100000] [--queries 200] [--kills 100]
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from ipcheck.abnormal.drafts import draft_of_text
from ipcheck.abnormal.history import Entry, History
from tests.benchmarks.abnormal_plants import renamed, substituted
from tests.benchmarks.abnormal_texts import draft

_BLOCK = 10_000
_ADDER = """
import sys
from pathlib import Path
from ipcheck.abnormal.drafts import draft_of_text
from ipcheck.abnormal.history import Entry, History
from tests.benchmarks.abnormal_texts import draft
entries = [Entry(draft_of_text(f"d{n}", draft(n)), f"d{n}") for n in range(int(sys.argv[2]), int(sys.argv[3]))]
print("ready", flush=True)
History(Path(sys.argv[1])).add(entries)
"""


def entries(start: int, end: int) -> list[Entry]:
    """Drafts of those seeds, called d0, d1 …"""
    return [Entry(draft_of_text(f"d{number}", draft(number)), f"d{number}") for number in range(start, end)]


def kill_rounds(folder: Path, rounds: int, seed: int = 1, size: int = 40) -> int:
    """Kill an adding process at a random moment so many times; how often the add was whole when it died.

    After each kill the index must verify, hold all or nothing of the add, and answer. Raises AssertionError.
    """
    rng = random.Random(seed)
    history = History.build(folder)
    history.add(entries(0, size))
    whole, start = 0, size
    first = draft_of_text("q", draft(3))
    span = 0.3
    for _ in range(rounds):
        before = History(folder).documents
        command = [sys.executable, "-c", _ADDER, str(folder), str(start), str(start + size)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        began = time.perf_counter()
        try:
            process.wait(rng.uniform(0, span))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        else:
            span = max(0.02, time.perf_counter() - began)
        process.stdout.close()
        after = History(folder)
        assert after.verify() == [], after.verify()
        assert after.documents - before in (0, size), (before, after.documents)
        assert [hit.label for hit in after.query(first)][:1] == ["d3"]
        if after.documents > before:
            whole += 1
            start += size
    return whole


def speed(folder: Path, documents: int, queries: int) -> None:
    """Print what building, adding and asking cost."""
    history = History.build(folder)
    seconds = 0.0
    for start in range(0, documents, _BLOCK):
        block = entries(start, min(documents, start + _BLOCK))
        began = time.perf_counter()
        history.add(block)
        seconds += time.perf_counter() - began
    told = history.info()
    print(f"{documents} filings added in {seconds:.1f} s, {told['bytes'] / 1e6:.0f} MB in {told['segments']} segments")
    rng = random.Random(7)
    wanted = [rng.randrange(documents) for _ in range(queries)]
    asked = []
    for number, seed in enumerate(wanted):
        planter = (substituted(0.2), renamed(8), substituted(0.0))[number % 3]
        asked.append(draft_of_text("q", planter(draft(seed), rng)))
    history.query(asked[0])
    times, right, others = [], 0, 0
    for seed, query in zip(wanted, asked, strict=True):
        began = time.perf_counter()
        hits = [hit.label for hit in history.query(query)]
        times.append(time.perf_counter() - began)
        right += hits[:1] == [f"d{seed}"]
        others += len(hits[1:])
    times.sort()
    print(
        f"query: median {1000 * float(np.median(times)):.1f} ms, 95 % {1000 * times[int(0.95 * len(times))]:.1f} ms; "
        f"first hit right {right}/{queries} (a third each: 20 % substituted, 8 nouns renamed, as filed), "
        f"other hits {others}"
    )
    new = entries(documents, documents + 200)
    began = time.perf_counter()
    history.add(new)
    print(f"200 more added in {time.perf_counter() - began:.2f} s")
    began = time.perf_counter()
    print(f"verify: {history.verify() or 'whole'} in {time.perf_counter() - began:.1f} s")


def main() -> None:
    """Run both parts in a temporary folder."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--kills", type=int, default=100)
    wishes = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        if wishes.documents:
            speed(folder / "speed", wishes.documents, wishes.queries)
        if wishes.kills:
            whole = kill_rounds(folder / "kills", wishes.kills)
            print(
                f"{wishes.kills} kills: the index whole every time; the add was done {whole} times, undone the others"
            )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
