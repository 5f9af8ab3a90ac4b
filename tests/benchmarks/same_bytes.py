"""The same bytes whatever the number of processes and with or without the cache (issue 6, acceptance 4).

    python -m tests.benchmarks.same_bytes [--drafts 1000] [--format json]

Makes so many different drafts of 10,000 characters, every tenth with faults of its own, and runs the whole command
four times: one process, two, two that fill a cache, one that reads it. Exit code 1 where two answers differ.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.speed import draft_lines

_FAULTS = ("所述所述", "。。", "如图99所示", "的的", "【待补充】")


def make_drafts(folder: Path, count: int) -> None:
    """Write ``count`` drafts, each a folder of its own with one text file."""
    lines = draft_lines(10_000)
    for number in range(count):
        own = list(lines)
        if number % 10 == 0:
            own[-1 - number % 7] += _FAULTS[number // 10 % len(_FAULTS)]
        own[-1] += f"编号{number}。"
        place = folder / f"{number:05}"
        place.mkdir(parents=True)
        (place / "稿.txt").write_text("\n".join(own), encoding="utf-8")


def main() -> None:
    """Run, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=1000)
    parser.add_argument("--format", default="json")
    options = parser.parse_args()
    answers = set()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_drafts(folder / "案", options.drafts)
        (folder / "设置.toml").write_text('cache = "缓存"\n', encoding="utf-8")
        (folder / "空.toml").write_text("", encoding="utf-8")
        for told, jobs, config in (
            ("one process, no cache", 1, "空.toml"),
            ("two processes, no cache", 2, "空.toml"),
            ("two processes, filling the cache", 2, "设置.toml"),
            ("one process, from the cache", 1, "设置.toml"),
        ):
            command = [sys.executable, "-m", "ipcheck", "patent", "案", "--jobs", str(jobs), "--config", config]
            command += ["--as-of", "2026-11-22", "--format", options.format]
            start = time.perf_counter()
            done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
            digest = hashlib.sha256(done.stdout).hexdigest()
            answers.add((done.returncode, digest))
            seconds = time.perf_counter() - start
            print(f"{told:34} {seconds:6.1f} s  {len(done.stdout):>10,} bytes  {digest[:16]}  exit {done.returncode}")
    print("the same" if len(answers) == 1 else "DIFFERENT")
    raise SystemExit(len(answers) != 1)


if __name__ == "__main__":
    main()
