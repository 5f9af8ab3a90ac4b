"""Child processes for parsers that a hostile file can crash or blow up: started here, bound there."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

# Not ``python -m``: that would put the current folder, perhaps a stranger's, on the import path. The child imports
# from exactly where this process does, be it a checkout or a wheel.
_START = (
    "import json,sys,importlib;sys.path[:]=json.loads(sys.argv[1]);"
    "importlib.import_module(sys.argv[2]).main(json.loads(sys.argv[3]))"
)


def run(module: str, arguments: dict[str, Any], data: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    """Run ``main(arguments)`` of ``module`` in a child with ``data`` on its stdin; return what became of it.

    Raises subprocess.TimeoutExpired (the child is dead by then) and OSError (it could not be started).
    """
    path = json.dumps([entry for entry in sys.path if entry])
    return subprocess.run(
        [sys.executable, "-P", "-c", _START, path, module, json.dumps(arguments)],
        input=data,
        capture_output=True,
        timeout=seconds,
        check=False,
    )


def bind(seconds: int, memory: int) -> None:
    """Bind the process that calls this: CPU time, address space, size of files written, no core dump.

    Windows has no such limits; there the parent's clock is all there is.
    """
    try:
        import resource
    except ImportError:
        return
    for kind, value in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 100_000_000),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            hard = resource.getrlimit(kind)[1]
            limit = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(kind, (limit, limit))
        except (OSError, ValueError):
            continue  # some systems refuse single limits; the others still hold


def answer(message: dict[str, Any]) -> None:
    """Write the child's answer to its stdout, as ASCII JSON so that no console encoding can spoil it."""
    sys.stdout.buffer.write(json.dumps(message, separators=(",", ":")).encode("ascii"))
    sys.stdout.buffer.flush()
