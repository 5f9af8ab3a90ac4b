"""Writes all that is made from the checks and the code, and says what changed: ``python -m tests.make_all``.

The map, the reference of the checks, the golden reports of the examples, the golden files of the handbook: some
minutes. Read the differences before they are committed. The measured figures (checks/figures.tsv) are not made here:
``python -m tests.benchmarks.measured ROOM``.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests import make_map, make_reference
from tests.conftest import ROOT

# Where the files stand that are made, and the tests that write them with --update-golden.
MADE = ("checks", "examples", "ipcheck/README.md", "tests/handbook/golden")
GOLDEN = (
    "tests/test_examples.py",
    "tests/test_own_checks.py",
    "tests/abnormal/test_examples.py",
    "tests/agency/test_examples.py",
    "tests/trademark/test_examples.py",
    "tests/review/test_examples.py",
    "tests/handbook",
)


def contents() -> dict[str, str]:
    """The digest of every file that may be made, by its path in the project."""
    return {path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in _files()}


def _files() -> Iterator[Path]:
    for name in MADE:
        path = ROOT / name
        yield from [path] if path.is_file() else (item for item in sorted(path.rglob("*")) if item.is_file())


def changes(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The files that were changed, added or taken away, a line each."""
    names = sorted(before.keys() | after.keys())
    signs = {name: "+" if name not in before else "-" if name not in after else "~" for name in names}
    return [f"{signs[name]} {name}" for name in names if before.get(name) != after.get(name)]


def main() -> int:
    """Write everything; 1 if a test that writes golden files fails for another reason."""
    before = contents()
    make_map.main()
    make_reference.main()
    command = [sys.executable, "-m", "pytest", "-q", *GOLDEN, "--update-golden"]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    told = changes(before, contents())
    print("\n".join(told) if told else "nothing changed")
    return int(code != 0)


if __name__ == "__main__":
    sys.exit(main())
