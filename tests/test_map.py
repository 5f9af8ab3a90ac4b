"""The map of the house is true: every package, every module, every folder."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.conftest import ROOT
from tests.make_map import FLOORS, FOLDERS, MAP, text


def test_the_map_is_current() -> None:
    assert MAP.read_text(encoding="utf-8") == text(), "python -m tests.make_all"


def test_the_floors_are_those_that_import_linter_holds() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(item["layers"] for item in config["tool"]["importlinter"]["contracts"] if item["type"] == "layers")
    held = [tuple(name.strip().removeprefix("ipcheck.") for name in layer.split("|")) for layer in layers]
    assert [set(floor) for floor in held[:-1]] == [set(floor) for floor in FLOORS]


def test_every_package_and_module_is_on_it() -> None:
    page = MAP.read_text(encoding="utf-8")
    for path in (ROOT / "ipcheck").rglob("*.py"):
        if path.name != "__init__.py":
            assert f"({path.relative_to(MAP.parent).as_posix()})" in page, f"python -m tests.make_map: {path}"


def test_every_folder_says_what_it_is() -> None:
    """By the docstring of its ``__init__.py``, by a page of its own, or by a line of the map."""
    for top in ("checks", "examples", "ipcheck", "templates", "tests", ".ci"):
        for folder in (ROOT / top, *(ROOT / top).rglob("*")):
            if folder.is_dir() and not _passed_over(folder):
                name = folder.relative_to(ROOT).as_posix()
                own = any((folder / page).is_file() for page in ("__init__.py", "README.md", "说明.md"))
                assert own or name in FOLDERS or _part_of_a_described_folder(folder), name


def _passed_over(folder: Path) -> bool:
    return any(piece.startswith("__pycache__") or (piece.startswith(".") and piece != ".ci") for piece in folder.parts)


def _part_of_a_described_folder(folder: Path) -> bool:
    """A folder of data below one that explains itself: cases of examples, golden files, folders of a room's checks."""
    parents = [parent.relative_to(ROOT).as_posix() for parent in folder.parents if parent.is_relative_to(ROOT)]
    holds_modules = folder.is_relative_to(ROOT / "ipcheck") and any(folder.glob("*.py"))
    return not holds_modules and any(parent in FOLDERS or parent == "tests" for parent in parents[:-1])


def test_no_folder_is_told_that_is_gone() -> None:
    assert [name for name in FOLDERS if not (ROOT / name).is_dir()] == []
