"""Hostile files never get past a reader as anything but a document or a ReadError; a few go through the commands.

All of them through the command line, each in its own process: python -m tests.benchmarks.hostile.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipcheck.cli.main import main
from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import DEFAULT
from ipcheck.readers.registry import read_bytes
from tests.benchmarks.hostile import cases
from tests.hostile.office import office_files
from tests.hostile.plain import config_files, pdf_files, report_files, text_files, xml_files

_SMALL = 100_000


def small_files() -> Iterator[tuple[str, bytes]]:
    for files in (office_files(), pdf_files(), xml_files(), text_files()):
        for name, data in files:
            if len(data) <= _SMALL and "bomb" not in name and not name.startswith(("many-glyphs", "2100")):
                yield name, data


def test_readers_give_a_document_or_say_why_not() -> None:
    count = 0
    for name, data in small_files():
        count += 1
        try:
            documents = read_bytes(data, name, DEFAULT)
        except ReadError as error:
            assert str(error) and "Traceback" not in str(error), name
        else:
            assert all(document.text.strip() for document in documents), name
    assert count >= 90


def test_there_are_enough_of_them(tmp_path: Path) -> None:
    names = [name for name, _ in cases(tmp_path)]
    assert len(names) == len(set(names)) >= 150


@pytest.mark.parametrize("name", [name for name, _ in config_files()])
def test_settings_beside_a_draft_get_no_further_than_they_may(name: str, tmp_path: Path) -> None:
    (tmp_path / "ipcheck.toml").write_bytes(dict(config_files())[name])
    (tmp_path / "evil").mkdir()
    (tmp_path / "evil" / "x.py").write_text(f"open({str(tmp_path / 'was-here')!r}, 'w')\n", encoding="utf-8")
    draft = tmp_path / "稿.txt"
    draft.write_text("权利要求书\n1. 一种杯子，包括杯体。\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["patent", str(draft)])
    assert done.exit_code in (0, 2) and not (tmp_path / "was-here").exists()
    assert done.exit_code == 0 or "设置有误" in done.stderr


@pytest.mark.parametrize("name", [name for name, _ in report_files()])
def test_what_is_no_report_is_told(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(dict(report_files())[name])
    done = CliRunner().invoke(main, ["report", str(path), "--format", "html"])
    assert done.exit_code == 2 and path.name in done.stderr
