"""The house itself: style, types, floors, sizes, what is imported when."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

HEAVY = {
    "lxml",
    "docx",
    "pdfplumber",
    "pypdfium2",
    "rapidfuzz",
    "doc2docx",
    "multiprocessing.pool",
    "ipcheck.readers.docx",
}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)


def test_ruff() -> None:
    checked = run("ruff", "check", "ipcheck", "checks", "tests")
    assert checked.returncode == 0, checked.stdout
    formatted = run("ruff", "format", "--check", "ipcheck", "checks", "tests")
    assert formatted.returncode == 0, formatted.stdout


def test_mypy() -> None:
    checked = run("mypy", "ipcheck", "checks", "tests")
    assert checked.returncode == 0, checked.stdout


def test_imports_go_downward_only() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    checked = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("command", [["--help"], ["explain", "CLM020"], ["checks", "--help"]])
def test_starting_imports_no_reader_and_no_parser(command: list[str]) -> None:
    code = (
        "import sys\nfrom ipcheck.cli.main import main\n"
        f"try:\n    main({command!r}, standalone_mode=False)\nexcept SystemExit:\n    pass\n"
        "print('IMPORTED', *sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    imported = set(done.stdout.rsplit("IMPORTED", 1)[1].split())
    assert not HEAVY & imported
    if command == ["--help"]:
        assert not {name for name in imported if name.startswith(("ipcheck.patent", "ipcheck.readers"))}


def test_the_patent_room_imports_no_other_room() -> None:
    code = "import sys, ipcheck.cli.patent; print('IMPORTED', *sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"numpy", "rapidfuzz", "ipcheck.abnormal"} & set(done.stdout.split())


def test_no_package_called_checks() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import checks"], cwd=ROOT.parent, capture_output=True, text=True, check=False
    )
    assert "ModuleNotFoundError" in done.stderr


def test_no_function_imports_our_own_modules() -> None:
    for path in (ROOT / "ipcheck").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                for inner in ast.walk(node):
                    named = inner.module if isinstance(inner, ast.ImportFrom) else None
                    assert not (named or "").startswith("ipcheck"), f"{path}: {node.name}"


def test_no_match_is_asked_for_its_pattern_by_identity() -> None:
    """A match's ``re`` is the compiled pattern, never the lazy one that stands in for it."""
    asked = re.compile(r"\.re (?:is|==|!=|in|not in)\b")
    for folder in ("ipcheck", "checks"):
        for path in (ROOT / folder).rglob("*.py"):
            assert not asked.search(path.read_text(encoding="utf-8")), path


def test_rooms_can_be_read_in_one_sitting() -> None:
    long = []
    for folder in ("ipcheck", "checks"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            if len(text.splitlines()) > 400:
                long.append(f"{path.name}: {len(text.splitlines())} lines")
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60:
                    long.append(f"{path.name}: {node.name}")
    assert long == []


def test_every_folder_of_modules_says_what_it_is() -> None:
    for path in (ROOT / "ipcheck").rglob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path
