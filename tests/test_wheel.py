"""Wheel and sdist: what is in them, that they work from nowhere near the checkout and are made again to the byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.metadata import Metadata

from ipcheck import __version__
from ipcheck.plugins import load_checks, shipped
from tests.conftest import ROOT


def built(source: Path, target: Path, *kinds: str) -> list[Path]:
    """Build from ``source`` into ``target`` with the installed hatchling; the files made."""
    command = [sys.executable, "-m", "build", *kinds, "--no-isolation", "--outdir", str(target), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return sorted(target.iterdir())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist, and the wheel built from the sdist."""
    wheel, sdist = built(ROOT, tmp_path_factory.mktemp("made"))
    return sdist, wheel


@pytest.fixture(scope="module")
def wheel(made: tuple[Path, Path]) -> Path:
    return made[1]


def test_another_folder_another_day_the_same_bytes(made: tuple[Path, Path], tmp_path: Path) -> None:
    with tarfile.open(made[0]) as archive:
        archive.extractall(tmp_path / "另一处", filter="data")
    (source,) = (tmp_path / "另一处").iterdir()
    (source / "PKG-INFO").unlink()  # made with the sdist; no checkout has it
    for path in (source, *source.rglob("*")):
        path.chmod(path.stat().st_mode & 0o700)
        os.utime(path, (1e9, 1e9))
    wheel, sdist = built(source, tmp_path / "made", "--sdist", "--wheel")
    assert [path.read_bytes() == old.read_bytes() for path, old in ((sdist, made[0]), (wheel, made[1]))] == [True, True]


def test_the_metadata_is_valid_and_whole(made: tuple[Path, Path]) -> None:
    with tarfile.open(made[0]) as archive:
        member = next(item for item in archive.getmembers() if item.name.endswith("/PKG-INFO"))
        raw = archive.extractfile(member)
        assert raw is not None
        of_sdist = raw.read()
    with zipfile.ZipFile(made[1]) as archive_of_wheel:
        name = next(name for name in archive_of_wheel.namelist() if name.endswith(".dist-info/METADATA"))
        assert archive_of_wheel.read(name) == of_sdist
        licences = [item for item in archive_of_wheel.namelist() if "/licenses/" in item]
    # Raises an exception group with everything that an index would refuse.
    told = Metadata.from_email(of_sdist, validate=True)
    assert (told.name, str(told.version), str(told.license_expression)) == ("ipcheck", __version__, "Apache-2.0")
    assert str(told.requires_python) == ">=3.11" and told.description_content_type == "text/markdown"
    assert told.summary and told.description and told.keywords and "Typing :: Typed" in (told.classifiers or [])
    assert sorted(Path(item).name for item in licences) == ["LICENSE", "NOTICE"]


def test_it_is_installed_into_an_empty_environment(
    made: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By pip, without network: our package is the environment's own, what it needs is lent by this one."""
    monkeypatch.delenv("PYTHONPATH", raising=False)
    venv.create(tmp_path / "env")
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.run([python, "-c", where], capture_output=True, text=True, check=True).stdout.strip())
    # A path in a .pth file lends the packages; .pth files over there, such as the checkout's, are not followed.
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    for package in made:
        command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index", "--no-deps"]
        command += ["--no-build-isolation", "--force-reinstall", "--disable-pip-version-check", str(package)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        where = "import ipcheck; print(ipcheck.__file__)"
        found = subprocess.run([python, "-c", where], cwd=tmp_path, capture_output=True, text=True, check=True)
        assert Path(found.stdout.strip()).is_relative_to(site), found
        (tmp_path / "稿.txt").write_text("1. 一种杯子，其特征在于，包括杯体。\n2. 根据权利要求3所述的杯子。\n", "utf-8")
        program = python.with_name("ipcheck")
        shown = subprocess.run([program, "patent", "稿.txt"], cwd=tmp_path, capture_output=True, check=False)
        assert shown.returncode == 1 and b"CLM" in shown.stdout, shown.stderr.decode()


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
