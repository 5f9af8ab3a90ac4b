"""The cases under examples/patent: what their script makes, what ipcheck says of them, and the golden reports."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner

from ipcheck import __version__
from ipcheck.cli.main import main
from ipcheck.patent import PartName
from tests.conftest import ROOT
from tests.make_examples import EXAMPLES, FAULTY_CASE, POT_HOLDER_CASE, TROLLEY_CASE, build
from tests.samples.umbrella_rack import PLANTED

CASES = (TROLLEY_CASE, POT_HOLDER_CASE, FAULTY_CASE)
GOLDEN = EXAMPLES / "golden"
SUFFIXES = {"text": "txt", "json": "json"}


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths in reports are relative to the project."""
    monkeypatch.chdir(ROOT)


def run(*paths: str, form: str = "json") -> tuple[int, str]:
    """Exit code and report of ``ipcheck patent`` on these paths below examples/patent."""
    arguments = [f"examples/patent/{path}".rstrip("/") for path in paths]
    result = CliRunner().invoke(main, ["patent", *arguments, "--as-of", "2026-11-22", "--format", form])
    return result.exit_code, result.stdout


def report(*paths: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(*paths)[1])
    return found


def normal(shown: str) -> str:
    """The report without what changes although nothing is found otherwise: the version, the number of checks."""
    shown = shown.replace(f'"version": "{__version__}"', '"version": "0.0.0"')
    return re.sub(r'"checks": \d+|用 \d+ 项检查', lambda match: re.sub(r"\d+", "0", match[0]), shown)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}


def test_the_script_makes_the_committed_files() -> None:
    made = build()
    committed = {path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*") if path.is_file()}
    assert committed - {path for path in committed if path.startswith("golden/")} == set(made)
    for name, data in made.items():
        old = (EXAMPLES / name).read_bytes()
        # The compressed bytes depend on the zlib of the machine, so only what is inside is compared.
        assert (parts_of(old) == parts_of(data)) if name.endswith(".docx") else (old.replace(b"\r\n", b"\n") == data), (
            f"{name} is not what tests/make_examples.py makes; run python -m tests.make_examples"
        )


def test_the_files_bear_nobodys_name_and_no_clock() -> None:
    for name, data in build().items():
        if not name.endswith(".docx"):
            continue
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert {info.date_time for info in archive.infolist()} == {(2026, 11, 22, 0, 0, 0)}
        properties = docx.Document(io.BytesIO(data)).core_properties
        assert (properties.author, properties.last_modified_by) == ("ipcheck", "ipcheck")


def test_another_program_reads_them_as_well() -> None:
    folder = EXAMPLES / TROLLEY_CASE
    claims = docx.Document(str(folder / "权利要求书.docx"))
    assert "".join(claims.sections[0].header.paragraphs[0].text.split()) == "权利要求书"
    assert claims.paragraphs[0].text.startswith("一种折叠式苗盘转运车，包括底架（1）")
    assert len(docx.Document(str(folder / "说明书附图.docx")).inline_shapes) == 4
    assert docx.Document(str(folder / "请求书.docx")).tables[0].cell(0, 1).text.startswith("一种折叠式苗盘转运车")


@pytest.mark.parametrize("case", (TROLLEY_CASE, POT_HOLDER_CASE))
def test_clean_cases_have_no_finding_at_all(case: str) -> None:
    code, _ = run(case)
    found = report(case)
    assert [(item["code"], item["text"], item["source"]) for item in found["findings"]] == []
    assert (code, found["failures"], found["summary"]["filings"]) == (0, [], 1)


def test_the_folder_of_examples_is_three_applications_and_nothing_else() -> None:
    code, shown = run("")
    found = json.loads(shown)
    assert (code, found["failures"]) == (1, [])
    assert found["summary"]["filings"] == 3
    assert {item["path"].split("/")[2] for item in found["inputs"]} == set(CASES)


def test_forty_defects_of_forty_checks_are_planted() -> None:
    assert len({item.check for item in PLANTED}) == len(PLANTED) == 40
    assert {item.part for item in PLANTED} == {"请求书", "说明书摘要", "权利要求书", "说明书", "说明书附图"}


@pytest.mark.parametrize("planted", PLANTED, ids=lambda item: item.check)
def test_every_planted_defect_is_found_at_its_words(planted: Any) -> None:
    part = next(name for name in PartName if name.chinese == planted.part)
    found = [
        (item["check"], item["part"], item["claim"], item["text"])
        for item in report(FAULTY_CASE)["findings"]
        if item["check"] == planted.check
    ]
    assert (planted.check, part.value, planted.claim, planted.words) in found


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("form", SUFFIXES)
def test_golden_reports(case: str, form: str, pytestconfig: pytest.Config) -> None:
    shown = normal(run(case, form=form)[1])
    # “.ipcheck.” in the name: ipcheck passes over its own reports when it walks the examples.
    path: Path = GOLDEN / f"{case}.ipcheck.{SUFFIXES[form]}"
    if pytestconfig.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == path.read_text(encoding="utf-8"), "python -m tests.make_all, and read the difference"
