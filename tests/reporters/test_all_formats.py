"""The planted-defect draft of examples/ in every format there is, written in one run: the same findings in each."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree
from python_calamine import CalamineWorkbook

from ipcheck.cli.main import main
from ipcheck.reporters.formats import FORMATS
from tests.conftest import ROOT
from tests.make_examples import EXAMPLES, FAULTY_CASE

# How many findings a file tells of; a format that has none here is only written.
COUNTS: dict[str, Callable[[bytes], int]] = {
    "json": lambda data: len(json.loads(data)["findings"]),
    "text": lambda data: data.decode().count("〖"),
    "sarif": lambda data: len(json.loads(data)["runs"][0]["results"]),
    "junit": lambda data: len(etree.fromstring(data).findall(".//testcase")),
    # The first command is the summary.
    "github": lambda data: data.decode().count("\n") - 1,
    "gitlab": lambda data: len(json.loads(data)),
    "html": lambda data: data.decode().count('<article class="f '),
    "markdown": lambda data: len(re.findall(r"^\| (?:🔴|🟠|🔵) (?:错误|警告|建议)", data.decode(), re.MULTILINE)),
    "xlsx": lambda data: len(CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(1).to_python()) - 1,
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every format, each in a file or folder of its name."""
    folder = tmp_path_factory.mktemp("formats")
    wanted = [piece for name in FORMATS for piece in ("--format", name, "--output", str(folder / name))]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        case = (EXAMPLES / FAULTY_CASE).relative_to(ROOT).as_posix()
        result = CliRunner().invoke(main, ["patent", case, "--as-of", "2026-11-22", *wanted])
    assert result.exit_code == 1, result.output
    return folder


@pytest.mark.parametrize("name", FORMATS)
def test_each_is_written(name: str, written: Path) -> None:
    made = written / name
    files = [made] if FORMATS[name].makes != "files" else [file for file in made.rglob("*") if file.is_file()]
    assert files and all(file.stat().st_size for file in files)


def test_each_tells_of_the_same_findings(written: Path) -> None:
    counts = {name: count((written / name).read_bytes()) for name, count in COUNTS.items()}
    assert set(counts.values()) == {counts["json"]}, counts
    assert counts["json"] >= 40
