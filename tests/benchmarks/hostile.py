"""Hostile files through the command line, one process each: how it ended, how long, how much memory.

    python -m tests.benchmarks.hostile [--only NAME] [--seconds 60]

Prints a line a file and the totals. What may not be: a traceback, an exit code other than 0, 1, 2, no report where
one was asked for, a process that does not end in time.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.office import office_files
from tests.hostile.plain import (
    config_files,
    pdf_files,
    picture_files,
    report_files,
    table_files,
    text_files,
    xml_files,
)

_DRAFT = "权利要求书\n1. 一种杯子，包括杯体。\n"


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    name: str
    code: int
    seconds: float
    megabytes: float
    told: str
    fault: str


def cases(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Every hostile file, written to ``folder``, with the arguments of the command that meets it."""

    def write(kind: str, name: str, data: bytes) -> Path:
        target = folder / kind / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return target

    for kind, files in (
        ("office", office_files()),
        ("pdf", pdf_files()),
        ("xml", xml_files()),
        ("text", text_files()),
    ):
        for name, data in files:
            yield f"{kind}/{name}", ["patent", str(write(kind, name, data)), "--format", "json"]
    for name, data in picture_files():
        write(f"picture-{name}", "稿.txt", _DRAFT.encode())
        yield f"picture/{name}", ["patent", str(write(f"picture-{name}", name, data).parent), "--format", "json"]
    for name, data in table_files():
        path = str(write("table", name, data))
        yield f"register/{name}", ["abnormal", "--register", path, "--format", "json"]
        yield f"marks/{name}", ["trademark", path, "--format", "json"]
    for name, data in config_files():
        draft = write(f"config-{name}", "稿.txt", _DRAFT.encode())
        write(f"config-{name}", "ipcheck.toml", data)
        write(f"config-{name}/evil", "x.py", b"import os\nos.mkdir('/tmp/ipcheck-was-here')\n")
        yield f"config/{name}", ["patent", str(draft), "--format", "json"]
    for name, data in report_files():
        yield f"report/{name}", ["report", str(write("report", name, data)), "--format", "html"]


def run(name: str, arguments: list[str], seconds: int) -> Outcome:
    """Run ``ipcheck`` with these arguments in a process of its own and see how it ends."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        child = os.posix_spawn(
            sys.executable,
            [sys.executable, "-m", "ipcheck.cli.main", *arguments],
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, err.fileno(), 2)],
        )
        signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
        signal.alarm(seconds)
        _, status, usage = os.wait4(child, 0)
        signal.alarm(0)
        taken = time.perf_counter() - start
        out.seek(0)
        err.seek(0)
        shown, said = out.read(), err.read().decode("utf-8", "replace")
    code = os.waitstatus_to_exitcode(status)
    told = said.strip().splitlines()[-1] if said.strip() else _first_failure(shown)
    return Outcome(name, code, taken, usage.ru_maxrss / 1024, told, _fault(code, shown, said, arguments))


def _first_failure(shown: bytes) -> str:
    try:
        report = json.loads(shown)
        return str(report["failures"][0]["message"]) if report["failures"] else f"{len(report['findings'])} findings"
    except (ValueError, KeyError, IndexError, TypeError):
        return shown[:60].decode("utf-8", "replace").replace("\n", " ")


def _fault(code: int, shown: bytes, said: str, arguments: list[str]) -> str:
    """What may not be, empty if all is well."""
    if code < 0:
        return f"killed by signal {-code}"
    if code not in (0, 1, 2):
        return f"exit code {code}"
    if "Traceback" in said or b"Traceback" in shown:
        return "traceback"
    if "内部错误" in said:
        return "internal error"
    if code == 2 and not said.strip() and b'"failures": []' in shown:
        return "no reason given"
    if code in (0, 1) and arguments[0] != "report" and not shown.strip():
        return "no report"
    return ""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="files whose name holds this")
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    outcomes = []
    with tempfile.TemporaryDirectory() as folder:
        for name, arguments in cases(Path(folder)):
            if options.only in name:
                outcome = run(name, arguments, options.seconds)
                outcomes.append(outcome)
                mark = f"!! {outcome.fault}" if outcome.fault else ""
                size = f"{outcome.seconds:6.1f} s {outcome.megabytes:6.0f} MB"
                print(f"{outcome.code:3} {size}  {name:44} {outcome.told[:90]} {mark}")
    faults = [outcome for outcome in outcomes if outcome.fault]
    by_code = {code: sum(outcome.code == code for outcome in outcomes) for code in sorted({o.code for o in outcomes})}
    print(f"{len(outcomes)} files, exit codes {by_code}, {len(faults)} that may not be")
    if outcomes:
        slowest = max(outcomes, key=lambda outcome: outcome.seconds)
        largest = max(outcomes, key=lambda outcome: outcome.megabytes)
        print(f"slowest {slowest.name} {slowest.seconds:.1f} s, largest {largest.name} {largest.megabytes:.0f} MB")


if __name__ == "__main__":
    main()
