"""What comes along: locked packages, licences, no circles of imports, and a start that loads little."""

from __future__ import annotations

import re
import subprocess
import sys
import time

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT
from tests.release import FREE, TEST, circle, closure, licence, project

LOCK = ROOT / ".ci" / "requirements.txt"
NOTICE = ROOT / "NOTICE"
# Generous: a machine that does five things at once still starts in this time.
SECONDS = 1.5


def locked() -> dict[str, tuple[list[str], int]]:
    """For each locked package its versions (one for each range of Pythons) and how many hashes it has."""
    found: dict[str, tuple[list[str], int]] = {}
    for entry in re.split(r"\n(?=\S)", LOCK.read_text("utf-8")):
        if match := re.match(r"([\w.-]+)==([^ ;]+)", entry):
            name = canonicalize_name(match[1])
            versions, hashes = found.get(name, ([], 0))
            found[name] = ([*versions, match[2]], hashes + entry.count("--hash=sha256:"))
    return found


def test_the_lock_holds_what_the_project_asks_for() -> None:
    told, lock = project(), locked()
    for one in map(Requirement, [*told["dependencies"], *told["optional-dependencies"][TEST]]):
        versions, _ = lock.get(canonicalize_name(one.name), ([], 0))
        assert versions and all(one.specifier.contains(version) for version in versions), (
            f"{one}: lock again, see {LOCK}"
        )
    assert all(hashes for _, hashes in lock.values())


def test_the_lock_is_whole() -> None:
    told = project()
    needed = closure([*told["dependencies"], *told["optional-dependencies"][TEST]])
    assert [name for name in needed if name not in locked()] == []


def test_the_default_install_may_be_used_by_anybody() -> None:
    for name, package in closure(project()["dependencies"]).items():
        assert package is not None, name
        # Every part of "A AND B" must be free, one of "A OR B" is enough.
        parts = [part.strip("() ") for part in licence(package).split(" AND ")]
        assert all(FREE & set(part.split(" OR ")) for part in parts), f"{name}: {licence(package)}"


def test_no_licence_reaches_over_to_those_who_use_an_extra() -> None:
    for extra, wanted in project()["optional-dependencies"].items():
        for name, package in closure(wanted).items():
            told = "" if package is None else licence(package)
            assert extra == TEST or not re.search(r"(?<!L)GPL", told), f"{extra}: {name} {told}"


def test_the_notice_names_every_package_and_its_licence() -> None:
    notice = NOTICE.read_text("utf-8")
    told = project()
    # Of the two that bring half a hundred packages along, the notice names what they ask for themselves; what only
    # developers use is none of what is passed on.
    left = (TEST, "fuzz", "ocr", "spark")
    small = (wanted for name, wanted in told["optional-dependencies"].items() if name not in left)
    extras = [one for wanted in small for one in wanted]
    for name, package in closure([*told["dependencies"], *extras]).items():
        if package is not None:
            assert f"\n- {name}: {licence(package)}\n" in notice, f"NOTICE lacks {name}: {licence(package)}"


def test_no_circle_of_imports() -> None:
    assert circle() == []


@pytest.mark.parametrize("command", [["--help"], ["--version"], ["explain", "CLM020"]])
def test_it_starts_at_once(command: list[str]) -> None:
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "ipcheck", *command], cwd=ROOT, capture_output=True, check=True)
        taken.append(time.perf_counter() - start)
    assert min(taken) <= SECONDS, taken


@pytest.mark.parametrize("command", [["--help"], ["--version"], ["explain", "CLM020"]])
def test_starting_loads_no_library_but_click(command: list[str]) -> None:
    code = (
        "import sys\nbefore = set(sys.modules)\nfrom ipcheck.cli.main import main\n"
        f"try:\n    main({command!r}, standalone_mode=False)\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in set(sys.modules) - before}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rsplit("LOADED", 1)[1].split()) - set(sys.stdlib_module_names)
    assert {name for name in loaded if not name.startswith("_")} <= {"ipcheck", "click"}
