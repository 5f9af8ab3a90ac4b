"""The same bytes whatever the number of processes and with or without the cache (issue 6, acceptance 4).

    python -m tests.benchmarks.same_bytes [--drafts 1000] [--format json]
    python -m tests.benchmarks.same_bytes --pythons python3.12 /opt/python3.13/bin/python …

Makes so many different drafts of 10,000 characters, every tenth with faults of its own, and runs the whole command
four times: one process, two, two that fill a cache, one that reads it. With ``--pythons`` (each with ipcheck's
dependencies and the extras review and trademark installed; none named is enough) it runs every command of every room
in every format instead (tests.every_command), once for each row of a table: hash seeds, languages, time zones,
processes, order of files, folder, interpreters. Exit code 1 where two answers differ.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.speed import draft_lines
from tests.every_command import answer_of, prepare, unlike

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


_PLAIN = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _rows(pythons: Sequence[str]) -> Iterator[tuple[str, str, list[str], dict[str, str]]]:
    """What is tried: its name, the interpreter, options, environment."""
    yield from ((f"hash seed {seed}", sys.executable, [], {"PYTHONHASHSEED": seed}) for seed in ("1", "4242", "random"))
    for name in ("C", "zh_CN.UTF-8", "tr_TR.UTF-8"):
        yield f"locale {name}", sys.executable, [], {"LC_ALL": name}
    for zone in ("Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"):
        yield f"time zone {zone}", sys.executable, [], {"TZ": zone}
    yield from ((f"--jobs {jobs}", sys.executable, ["--jobs", jobs], {}) for jobs in ("2", "4"))
    yield "folders listed backwards", sys.executable, ["--backwards"], {}
    yield "paths in reverse", sys.executable, ["--swapped"], {}
    yield "another folder", sys.executable, [], {}
    for python in pythons:
        yield python, python, [], {}
    most = {"PYTHONHASHSEED": "random", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York"}
    yield "all at once", (sys.executable, *pythons)[-1], ["--jobs", "2", "--backwards", "--swapped"], most


def matrix(pythons: Sequence[str]) -> bool:
    """Print the table; whether all is the same. A locale that the system has not got is left out and said."""
    had = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.lower().replace("-", "")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder / "原样")
        plain = answer_of(folder / "原样", folder / "甲", **_PLAIN)
        print(f"{len(plain)} answers (what each command said and each file it left), {sys.version.split()[0]}")
        good = True
        for number, (told, python, options, environment) in enumerate(_rows(pythons)):
            wanted = environment.get("LC_ALL", "C")
            if wanted != "C" and wanted.lower().replace("-", "") not in had.split():
                print(f"{told:45} left out: no locale {wanted} here (localedef makes it)")
                continue
            place = folder / ("另 处/深" if told == "another folder" else f"{number}")
            start = time.perf_counter()
            try:
                answer = answer_of(folder / "原样", place, *options, python=python, **{**_PLAIN, **environment})
            except RuntimeError as error:
                good = False
                print(f"{told:45} FAILED {error}")
                continue
            differ = unlike(plain, answer)
            good &= not differ
            seconds = time.perf_counter() - start
            print(f"{told:45} {seconds:5.0f} s  {f'{len(differ)} DIFFER: {differ[:5]}' if differ else 'the same'}")
            shutil.rmtree(place)
    return good


def main() -> None:
    """Run, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drafts", type=int, default=1000)
    parser.add_argument("--format", default="json")
    parser.add_argument("--pythons", nargs="*", metavar="PYTHON")
    options = parser.parse_args()
    if options.pythons is not None:
        raise SystemExit(not matrix(options.pythons))
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
