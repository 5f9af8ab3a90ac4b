"""Kills ipcheck (SIGKILL) at random moments while it writes: what was whole before is whole after.

    python -m tests.benchmarks.killed [--kills 200] [--seed 1]

Four writers in turn: reports of several formats over old ones, the cache, an index of filings, the steps of an
evaluation. After each kill the old files must be there byte for byte or the new ones whole, and the same command run
again must end as it does undisturbed. (For 100 kills of the index alone: tests.benchmarks.abnormal_index.)
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.review.conftest import make_evaluation, review
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.write_docx import one_file

_IPCHECK = [sys.executable, "-m", "ipcheck.cli.main"]
_REPORTS = ("r.json", "r.html", "r.xlsx", "r.sarif")


def _run(arguments: list[str], folder: Path, seconds: float | None = None) -> float:
    """Run a command to its end, or kill it after ``seconds``; how long it ran."""
    start = time.perf_counter()
    child = subprocess.Popen([*_IPCHECK, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    return time.perf_counter() - start


def _digests(folder: Path) -> dict[str, str]:
    """The files of a folder by name; what a killed process left of its own (.ipcheck-…) aside."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


class Reports:
    """Several reports over old ones of the same names."""

    def prepare(self, folder: Path) -> None:
        (folder / "稿.docx").write_bytes(one_file(POT_HOLDER))
        for name in _REPORTS:
            (folder / name).write_text("old", encoding="utf-8")

    arguments = ["patent", "稿.docx", *(word for name in _REPORTS for word in ("--output", name))]

    def whole(self, folder: Path) -> str:
        for name in _REPORTS:
            data = (folder / name).read_bytes()
            if data == b"old":
                continue
            if name.endswith((".json", ".sarif")):
                json.loads(data)
            elif name.endswith(".html") and not data.rstrip().endswith(b"</html>"):
                return f"{name} is cut"
            elif name.endswith(".xlsx") and zipfile.ZipFile(folder / name).testzip() is not None:
                return f"{name} is broken"
        return ""


class CacheFiles:
    """The cache of what was found in thirty drafts."""

    def prepare(self, folder: Path) -> None:
        (folder / "ipcheck.toml").write_text('cache = "缓存"\n', encoding="utf-8")
        for number in range(30):
            (folder / f"{number}.txt").write_text(
                f"权利要求书\n1. 一种{number}号杯子，包括杯体。\n2. 根据权利要求1所述的{number}号杯子。\n",
                encoding="utf-8",
            )

    arguments = ["patent", ".", "--format", "json", "--output", "r.json"]

    def whole(self, folder: Path) -> str:
        for entry in (folder / "缓存").glob("*.json") if (folder / "缓存").is_dir() else ():
            json.loads(entry.read_bytes())
        return ""


class Index:
    """Filings added to an index that holds others."""

    def prepare(self, folder: Path) -> None:
        (folder / "旧").mkdir()
        (folder / "新").mkdir()
        for number in range(20):
            kind = "旧" if number < 10 else "新"
            (folder / kind / f"{number}.docx").write_bytes(one_file(POT_HOLDER))
        _run(["index", "build", "史.ipx", "旧"], folder)

    arguments = ["index", "add", "史.ipx", "新"]

    def whole(self, folder: Path) -> str:
        done = subprocess.run([*_IPCHECK, "index", "verify", "史.ipx"], cwd=folder, capture_output=True, check=False)
        return "" if done.returncode == 0 else done.stderr.decode("utf-8", "replace")


class Review:
    """Blind copies and machine findings of an evaluation whose sample is drawn."""

    def prepare(self, folder: Path) -> None:
        review("init", str(folder / "评查"))
        make_evaluation(folder / "评查")
        review("sample", str(folder / "评查"))

    arguments = ["review", "blind", "评查"]

    def whole(self, folder: Path) -> str:
        for path in (folder / "评查").rglob("*.json"):
            if not path.name.startswith("."):
                json.loads(path.read_bytes())
        for line in (folder / "评查" / "日志.jsonl").read_text("utf-8").splitlines():
            json.loads(line)
        return ""


WRITERS: tuple[Callable[[], Reports | CacheFiles | Index | Review], ...] = (Reports, CacheFiles, Index, Review)


def main() -> None:
    """Kill, look, run again, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    draw = random.Random(options.seed)
    faults: list[str] = []
    for made in WRITERS:
        writer = made()
        with tempfile.TemporaryDirectory() as name:
            template, clean = Path(name) / "始", Path(name) / "净"
            template.mkdir()
            writer.prepare(template)
            shutil.copytree(template, clean)
            whole_time = _run(writer.arguments, clean)
            wanted = _digests(clean)
            kills = options.kills // len(WRITERS)
            early = 0
            for number in range(kills):
                place = Path(name) / f"{number}"
                shutil.copytree(template, place)
                # Most of the time goes to starting and reading: the second half is where it writes.
                ran = _run(writer.arguments, place, draw.uniform(0.4, 1.02) * whole_time)
                early += ran < whole_time
                try:
                    fault = writer.whole(place)
                except (ValueError, OSError, zipfile.BadZipFile) as error:
                    fault = f"{type(error).__name__}: {error}"
                _run(writer.arguments, place)
                after = _digests(place)
                if not isinstance(writer, Review | Index) and {k: v for k, v in after.items() if "缓存" not in k} != {
                    k: v for k, v in wanted.items() if "缓存" not in k
                }:
                    fault = fault or "run again it gives something else"
                if isinstance(writer, Index):
                    fault = fault or writer.whole(place)
                if fault:
                    faults.append(f"{type(writer).__name__} {number}: {fault}")
                shutil.rmtree(place)
            print(f"{type(writer).__name__:10} {whole_time:5.1f} s undisturbed, {kills} kills, {early} before its end")
    print(f"{len(faults)} faults" + "".join(f"\n  {fault}" for fault in faults))


if __name__ == "__main__":
    main()
