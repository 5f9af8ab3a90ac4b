"""The child of the runner: fuzzes one target until its time is up, then says what it saw."""

from __future__ import annotations

import importlib
import importlib.util
import json
import logging
import os
import random
import resource
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

# Where atheris cannot look by import: checks come in by a door of their own.
_CHECKS = "_ipcheck_checks_"
_MOST_CAUSES = 12


class Worker:
    """Runs a target again and again, keeps one input for each cause of a crash, ends the process in time."""

    def __init__(self, target: Any, seconds: float, told: Path, tools: Any) -> None:
        self._target = target
        self._seconds = seconds
        self._told = told
        self._tools = tools
        self._count = 0
        self._crashes: dict[str, Any] = {}
        self._start = cpu()
        self._last = told.with_suffix(".last").open("wb", buffering=0)

    def once(self, data: bytes) -> None:
        """One execution; the last of them does not return."""
        # What kills the process outright can be told from what it was given last.
        self._last.seek(0)
        self._last.truncate()
        self._last.write(data)
        self._count += 1
        crash = self._tools.attempt(self._target, data)
        if crash is not None and crash.cause not in self._crashes and len(self._crashes) < _MOST_CAUSES:
            self._crashes[crash.cause] = self._tools.smaller(self._target, crash)
            self._tell()
        if cpu() - self._start > self._seconds:
            self._tell()
            os._exit(0)

    def _tell(self) -> None:
        crashes = [{"cause": item.cause, "told": item.told, "data": item.data.hex()} for item in self._crashes.values()]
        told = {"executions": self._count, "cpu": cpu() - self._start, "crashes": crashes}
        self._told.write_text(json.dumps(told), "utf-8")


def cpu() -> float:
    """CPU seconds of this process and the children it has waited for."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def mutated(seeds: list[bytes], draw: random.Random) -> Iterator[bytes]:
    """Inputs without end: seeds with bytes changed, pieces left out, doubled or taken from another seed."""
    while True:
        data = bytearray(draw.choice(seeds) if seeds else b"")
        for _ in range(draw.randrange(1, 8)):
            at, size = draw.randrange(len(data) + 1), draw.randrange(1, 33)
            kind = draw.randrange(5)
            if kind == 0:
                data[at : at + 1] = bytes([draw.randrange(256)])
            elif kind == 1:
                del data[at : at + size]
            elif kind == 2:
                data[at:at] = data[at : at + size] * draw.randrange(1, 5)
            elif kind == 3:
                data[at:at] = draw.randbytes(size)
            else:
                other = draw.choice(seeds) if seeds else b""
                data[at:at] = other[draw.randrange(len(other) + 1) :][:size]
        yield bytes(data)


def guided(atheris: Any, name: str, seconds: float, told: Path, corpus: Path) -> None:
    """Fuzz with atheris: ipcheck's own code is what coverage is measured of."""
    with atheris.instrument_imports(include=["ipcheck"]):
        tools = importlib.import_module("tests.fuzz.target")
        target = tools.load(name)
    seeds = list(target.seeds())
    for number, seed in enumerate(seeds):
        (corpus / f"seed{number:04}").write_bytes(seed)
    # Loads whatever loads late.
    tools.attempt(target, seeds[0] if seeds else b"")
    for module in [module for key, module in sys.modules.items() if key.startswith(_CHECKS)]:
        for value in list(vars(module).values()):
            find = vars(value).get("find") if isinstance(value, type) else None
            if find is not None and value.__module__ == module.__name__:
                value.find = atheris.instrument_func(find)
    worker = Worker(target, seconds, told, tools)
    most = max([4096, *(len(seed) * 2 for seed in seeds)])
    flags = [f"-max_len={most}", "-rss_limit_mb=4000", "-timeout=300", "-print_final_stats=0", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], worker.once)
    atheris.Fuzz()


def at_random(name: str, seconds: float, told: Path) -> NoReturn:
    """Fuzz without guidance, from the same seed every time."""
    tools = importlib.import_module("tests.fuzz.target")
    target = tools.load(name)
    seeds = list(target.seeds())
    worker = Worker(target, seconds, told, tools)
    for data in seeds:
        worker.once(data)
    for data in mutated(seeds, random.Random(name)):
        worker.once(data)
    raise AssertionError("never reached")


def main() -> None:
    """``worker.py NAME SECONDS TOLD CORPUS``."""
    name, seconds, told, corpus = sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
    logging.disable()
    warnings.simplefilter("ignore")
    if importlib.util.find_spec("atheris") is not None:
        guided(importlib.import_module("atheris"), name, seconds, told, corpus)
    else:
        at_random(name, seconds, told)


if __name__ == "__main__":
    main()
