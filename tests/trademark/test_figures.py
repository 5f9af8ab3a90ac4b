"""Earlier device marks: kept beside the index on disk, searched by class, added to, and what could not be looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ipcheck.cli.main import main
from ipcheck.config import Settings
from ipcheck.engine.trademark import check_trademarks
from ipcheck.plugins import shipped
from ipcheck.testing.squares import drawn_squares
from ipcheck.trademark.figures import Figures
from ipcheck.trademark.search import MarkIndex, MarksIndexError

pytest.importorskip("PIL")

GLASS = 0x07E01FF83C3C700E6006C003C003C003C0036007700E3C3C1FF807EC000E0007
ARROW = 0x0100038007C00FE01FF03FF87FFCFFFE03800380038003800380038003800000
SETTINGS = Settings(check_folders=(shipped("checks"),))
HEAD = "商标,图样,类别,申请人,申请号,状态\n"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "glass.png").write_bytes(drawn_squares(GLASS))
    (tmp_path / "arrow.png").write_bytes(drawn_squares(ARROW))
    (tmp_path / "broken.png").write_bytes(b"not a picture")
    written(tmp_path, "在先.csv", HEAD + ",glass.png,30,乙公司,101,已注册\n山海,broken.png,30,乙公司,102,已注册\n")
    written(tmp_path, "更多.csv", HEAD + "风集,arrow.png,30,丙公司,103,已注册\n")
    written(tmp_path, "申请.csv", "商标,图样,类别,申请人\n,glass.png,30,甲公司\n,arrow.png,30,甲公司\n")
    return tmp_path


def test_figures_stand_in_the_index_on_disk(folder: Path) -> None:
    index = folder / "在先.ipx"
    told = CliRunner().invoke(main, ["index", "build", str(index), str(folder / "在先.csv"), "--marks"])
    assert "1 幅图样" in told.output
    assert MarkIndex.open(index).figures.marks[0].number == "101"
    CliRunner().invoke(main, ["index", "add", str(index), str(folder / "更多.csv")])
    figures = MarkIndex.open(index).figures
    assert [mark.number for mark in figures.marks] == ["101", "103"]
    assert figures.search(drawn_squares(ARROW), (30,))[0].mark.number == "103"
    assert figures.search(drawn_squares(ARROW), (25,)) == []
    data = (index / "figure_vectors.npy").read_bytes()
    (index / "figure_vectors.npy").write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(MarksIndexError, match="校验"):
        MarkIndex.verify(index)


def test_no_figures_write_nothing(tmp_path: Path) -> None:
    Figures().save(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert len(Figures.open(tmp_path)) == 0


def test_the_check_says_what_it_did_not_look_at(folder: Path) -> None:
    report = check_trademarks((folder / "申请.csv",), SETTINGS, earlier=folder / "在先.csv")
    found = [record for record in report.findings if record.check == "tm-prior-device"]
    assert [record.facts["number"] for record in found] == ["101"]
    told = dict(report.skipped)["tm-prior-device"]
    assert "1 幅图样打不开" in told
    alone = check_trademarks((folder / "申请.csv",), SETTINGS)
    assert "没有给出在先商标" in dict(alone.skipped)["tm-prior-device"]
