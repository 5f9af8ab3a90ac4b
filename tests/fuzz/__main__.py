"""Runs the targets one after another and prints what came of them.

    python -m tests.fuzz [--target NAME …] [--seconds N]

With atheris installed the search is guided by coverage of ipcheck, else inputs are mutated at random. Each target runs
in a process of its own, --seconds of CPU long; inputs that crash are made small and saved in tests/fuzz/crashes, where
the test suite runs them again.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.fuzz.target import CRASHES, TARGETS

_NOTHING: dict[str, Any] = {"executions": 0, "cpu": 0.0, "crashes": []}


def run(name: str, seconds: float, crashes: Path, corpus: Path | None) -> dict[str, Any]:
    """Fuzz one target in a child; what it told. A child that dies is a crash too."""
    with tempfile.TemporaryDirectory(prefix="ipcheck-fuzz-") as folder:
        told, log = Path(folder) / "told.json", Path(folder) / "log"
        kept = (corpus / name) if corpus is not None else Path(folder) / "corpus"
        kept.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "tests.fuzz.worker", name, str(seconds), str(told), str(kept)]
        with log.open("wb") as stream:
            # Not by CPU: a child that waits for ever uses none.
            try:
                code = subprocess.run(
                    command, cwd=ROOT, stdout=stream, stderr=stream, check=False, timeout=seconds * 10 + 300
                ).returncode
            except subprocess.TimeoutExpired:
                code = -1
        found: dict[str, Any] = json.loads(told.read_text("utf-8")) if told.is_file() else dict(_NOTHING)
        if code:
            tail = log.read_text("utf-8", "replace")[-2000:]
            last = told.with_suffix(".last")
            killed = last.read_bytes().hex() if last.is_file() else ""
            found["crashes"].append({"cause": f"the process died with code {code}", "told": tail, "data": killed})
    for crash in found["crashes"]:
        data = bytes.fromhex(crash["data"])
        path = crashes / f"{name}-{hashlib.sha256(data).hexdigest()[:8]}.bin"
        crashes.mkdir(exist_ok=True)
        path.write_bytes(data)
        crash["file"] = path.name
    return found


def main() -> None:
    """Print a line a target and what crashed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target", action="append", choices=TARGETS, help="only these targets")
    parser.add_argument("--seconds", type=float, default=60, help="CPU seconds for each target")
    parser.add_argument("--crashes", type=Path, default=CRASHES, help="where to put inputs that crash")
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what was found from run to run")
    options = parser.parse_args()
    print("guided by atheris" if importlib.util.find_spec("atheris") else "mutated at random (no atheris)")
    print(f"{'target':<12} {'executions':>10} {'CPU s':>8} {'crashes':>8}")
    everything: list[tuple[str, dict[str, Any]]] = []
    total, cpu = 0, 0.0
    for name in options.target or TARGETS:
        found = run(name, options.seconds, options.crashes, options.corpus)
        total, cpu = total + found["executions"], cpu + found["cpu"]
        print(f"{name:<12} {found['executions']:>10} {found['cpu']:>8.1f} {len(found['crashes']):>8}", flush=True)
        everything += [(name, crash) for crash in found["crashes"]]
    print(f"{'all':<12} {total:>10} {cpu:>8.1f} {len(everything):>8}")
    for name, crash in everything:
        print(f"\n{name}: {crash['cause']} ({crash['file']})\n{crash['told']}")
    sys.exit(1 if everything else 0)


if __name__ == "__main__":
    main()
