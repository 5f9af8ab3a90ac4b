"""What would be released, in figures: sizes, dependencies and their licences, layers and circles of imports.

    python -m tests.release

The bill of materials of an environment (CycloneDX) is made by the library that knows how, offline:

    pip install cyclonedx-bom
    cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --output-file sbom.json .venv
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import grimp
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

# Licences that let anybody use the package commercially and pass it on without opening his own code.
FREE = frozenset(
    ("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT-0", "MIT-CMU", "PSF-2.0", "Zlib")
)
# What packages say in other words: the names of SPDX for it.
SPOKEN = {
    "Apache 2.0": "Apache-2.0",
    "BSD": "BSD-2-Clause",  # numba
    "BSD License": "BSD-3-Clause",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",  # pypdfium2 and PDFium's libraries
    "CC BY-SA 4.0": "CC-BY-SA-4.0",
    "MIT License": "MIT",
}
# Tools that only the tests need; what a user installs are the other extras.
TEST = "test"


def project() -> Mapping[str, Any]:
    """The [project] table of pyproject.toml."""
    table: Mapping[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


def licence(package: Distribution) -> str:
    """The licence that a package states, as SPDX writes it where we know."""
    fields = package.metadata.json
    told = str(fields.get("license_expression") or fields.get("license") or "")
    if not told or len(told) > 60:  # some put the whole text there
        classes = map(str, fields.get("classifier", ()))
        told = " AND ".join(item.split(" :: ")[-1] for item in classes if item.startswith("License ::"))
    return SPOKEN.get(told, told)


def closure(wanted: Iterable[str]) -> dict[str, Distribution | None]:
    """What installing these requirements brings, by name; None where it is not installed here."""
    found: dict[str, Distribution | None] = {}
    waiting = [Requirement(one) for one in wanted]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found:
            continue
        try:
            found[name] = package = distribution(name)
        except PackageNotFoundError:
            found[name] = None
            continue
        extras = requirement.extras or {""}
        for one in map(Requirement, package.requires or ()):
            if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(one)
    return dict(sorted(found.items()))


def circle() -> list[str]:
    """Modules of ipcheck that import each other in a circle, the first found; empty if there is none."""
    graph = grimp.build_graph("ipcheck", cache_dir=None)
    try:
        TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules}).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _packages(wanted: Iterable[str]) -> None:
    for name, package in closure(wanted).items():
        told = "not installed here" if package is None else f"{package.version:16} {licence(package)}"
        print(f"    {name:24} {told}")


def main() -> None:
    """Build, look and print."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, str(ROOT)]
        subprocess.run(command, check=True, capture_output=True)
        for path in sorted(Path(folder).iterdir()):
            data = path.read_bytes()
            print(f"{path.name:40} {len(data) / 1e6:5.1f} MB  sha256 {hashlib.sha256(data).hexdigest()}")
    told = project()
    print(f"default install: {len(told['dependencies'])} packages named, {len(closure(told['dependencies']))} in all")
    _packages(told["dependencies"])
    for extra, wanted in told["optional-dependencies"].items():
        if extra != TEST:
            print(f"extra {extra}")
            _packages(wanted)
    graph = grimp.build_graph("ipcheck", cache_dir=None)
    print(f"{len(graph.modules)} modules, {graph.count_imports()} imports; layers, the upper import the lower:")
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    for layer in settings["contracts"][0]["layers"]:
        names = [name.strip() for name in layer.split("|")]
        print("    " + "  ".join(f"{name} ({len(graph.find_descendants(name)) + 1})" for name in names))
    found = circle()
    print("no circle of imports" if not found else f"a circle of imports: {' → '.join(found)}")
    raise SystemExit(bool(found))


if __name__ == "__main__":
    main()
