"""The wheel: what is in it, and that it works from nowhere near the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ipcheck.plugins import load_checks, shipped
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(target.glob("*.whl"))


def test_what_it_holds(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"ipcheck"}
    assert "ipcheck/builtin/checks/patent/claims/dep_cites_later_or_self.py" in names
    assert "ipcheck/builtin/templates/ipcheck.toml" in names
    assert "ipcheck/reporters/report.schema.json" in names
    assert "ipcheck/py.typed" in names
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_an_editable_install_brings_no_folder_of_ours(tmp_path: Path) -> None:
    # A folder "ipcheck" without modules in site-packages is found before the checkout's.
    code = f"from hatchling.build import build_editable; build_editable({str(tmp_path)!r})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    assert not [name for name in names if name.startswith(("ipcheck/", "checks/", "templates/"))]


def test_it_works_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(installed)
    code = (
        f"import sys; sys.path.insert(0, {str(installed)!r}); sys.argv = ['ipcheck', 'checks', '--format', 'json'];"
        "from ipcheck.cli.main import run; import ipcheck; assert 'site' in ipcheck.__file__, ipcheck.__file__; run()"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    listed = [entry["code"] for entry in json.loads(done.stdout)["checks"]]
    assert listed == [check.code for check in load_checks([shipped("checks")]).checks]
