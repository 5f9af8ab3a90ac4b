"""The history index: what it finds, what it keeps to itself, what it survives."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ipcheck.abnormal.drafts import Section, draft_of_text
from ipcheck.abnormal.history import Entry, History
from ipcheck.abnormal.segments import MANIFEST, HistoryError
from tests.benchmarks.abnormal_index import entries, kill_rounds
from tests.benchmarks.abnormal_plants import substituted
from tests.benchmarks.abnormal_texts import draft


@pytest.fixture
def history(tmp_path: Path) -> History:
    made = History.build(tmp_path / "历史")
    made.add(entries(0, 60))
    return made


def test_a_copy_is_found_and_a_stranger_is_not(history: History) -> None:
    (hit,) = history.query(draft_of_text("q", substituted(0.2)(draft(7), random.Random(1))))
    assert hit.label == "d7"
    assert not hit.same
    assert hit.passages
    assert history.query(draft_of_text("q", draft(999))) == []
    assert history.query(draft_of_text("q", draft(9)))[0].same


def test_it_keeps_no_readable_text(history: History) -> None:
    words = draft(7)[Section.BACKGROUND][20:26]
    for path in history.folder.iterdir():
        assert words.encode() not in path.read_bytes()
        assert words.encode("utf-16-le") not in path.read_bytes()


def test_text_is_kept_where_asked(tmp_path: Path) -> None:
    made = History.build(tmp_path / "h", keep_text=True)
    made.add([Entry(draft_of_text("甲案", draft(number))) for number in range(3)])
    for number in range(3, 14):
        made.add([Entry(draft_of_text("乙案", draft(number)))])
    hit = made.query(draft_of_text("q", draft(2)))[0]
    assert hit.label == "甲案"
    assert hit.text is not None
    assert draft(2)[Section.TITLE] in hit.text


def test_many_adds_are_merged_and_nothing_is_lost(history: History) -> None:
    for number in range(60, 80):
        history.add(entries(number, number + 1))
    assert len(history.segments) <= 8
    assert history.documents == 80
    assert history.verify() == []
    for number in (3, 61, 79):
        assert history.query(draft_of_text("q", draft(number)))[0].label == f"d{number}"


def test_a_changed_byte_is_told(history: History) -> None:
    path = next(history.folder.glob("*.lit-h.npy"))
    data = bytearray(path.read_bytes())
    data[-3] ^= 1
    path.write_bytes(bytes(data))
    assert any("校验和" in fault for fault in History(history.folder).verify())


def test_a_damaged_manifest_is_told(history: History) -> None:
    path = history.folder / MANIFEST
    path.write_text(path.read_text(encoding="utf-8").replace('"generation": 1', '"generation": 2'), encoding="utf-8")
    with pytest.raises(HistoryError, match="校验和"):
        History(history.folder)


def test_files_of_an_interrupted_add_are_swept(history: History) -> None:
    stray = history.folder / "seg-000009.lit-h.npy"
    stray.write_bytes(b"half")
    assert History(history.folder).verify() == []
    history.add(entries(60, 61))
    assert not stray.exists()


def test_killed_while_adding(tmp_path: Path) -> None:
    kill_rounds(tmp_path / "k", 4, size=10)
    assert History(tmp_path / "k").verify() == []


def test_an_existing_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(HistoryError):
        History.build(tmp_path)
