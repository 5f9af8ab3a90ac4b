"""Likeness of marks: every rule with its pair, the exceptions of the guidelines, symmetry on any text, the search."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipcheck.trademark import EarlierMark
from ipcheck.trademark.cards import cards_of
from ipcheck.trademark.likeness import likeness
from ipcheck.trademark.search import MarkIndex, MarksIndexError
from ipcheck.trademark.sounds import Dialects

ALIKE = [
    ("4.1", "云 朵船", "雲朵船"),
    ("5.1.1", "斯云帝朵", "斯帝云朵"),
    ("5.1.3", "云朵", "云朵云朵"),
    ("5.1.4", "沐云溪", "沐云汐"),
    ("5.1.5", "云朵帅", "云朵师"),
    ("5.1.5", "好想云", "女子想云"),
    ("5.1.6", "皇冠", "CROWN"),
    ("5.1.6", "三五零六", "3506"),
    ("5.1.7", "帕云尔斯", "帕云拉斯"),
    ("5.1.9", "WOOSHI", "VVOOSHI"),
    ("5.1.9", "KODAKO", "CODACO"),
    ("5.1.10", "RUNNING CLOUD", "CLOUD RUNNING"),
    ("5.1.11", "THE BIG CLOUDS", "BIG CLOUD"),
    ("5.1.14", "沐云溪世家", "沐云溪"),
    ("5.1.16", "天王沐云溪谷", "沐云溪谷"),
    ("5.1.17", "沐云溪", "MUYUNXI"),
    ("5.3.1", "沐云溪 MYX", "沐云溪"),
    ("5.3.2", "LUNAKO 甲", "LUNAKO 乙"),
]
APART = [
    ("联想", "恋香"),
    ("海马", "河马"),
    ("HORSE", "HOUSE"),
    ("K宝", "M宝"),
    ("熊", "BRUIN"),
    ("东方航空", "东方财富"),
    ("云", "月"),
    ("LG", "LV"),
]


@pytest.mark.parametrize(("rule", "one", "other"), ALIKE)
def test_each_rule_has_its_pair(rule: str, one: str, other: str) -> None:
    told = likeness(one, other)
    assert told.score >= 0.66
    assert rule in {item.rule for item in told.rules}


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_the_guidelines_except(one: str, other: str) -> None:
    assert likeness(one, other).score < 0.66


MARKS = st.text(alphabet="云朵溪汐帅师的旳 AOSVW08-·ａ大牌公司\u200b®", max_size=12)


@settings(max_examples=300, deadline=None)
@given(MARKS, MARKS)
def test_any_two_marks_have_one_score_either_way(one: str, other: str) -> None:
    told = likeness(one, other)
    assert 0 <= told.score <= 1
    assert told.score == likeness(other, one).score
    if cards_of(one).unit:
        assert likeness(one, one).score == 1


def test_the_index_on_disk_answers_as_in_memory(tmp_path: Path) -> None:
    marks = [EarlierMark(other, (30,), number=str(n)) for n, (_, _, other) in enumerate(ALIKE)]
    index = MarkIndex.of(marks)
    index.save(tmp_path / "在先.ipx")
    disk = MarkIndex.open(tmp_path / "在先.ipx")
    assert MarkIndex.verify(tmp_path / "在先.ipx") == len(marks)
    for n, (_, one, _) in enumerate(ALIKE):
        hits = disk.search(one, (30,), floor=0.66)
        assert str(n) in {hit.mark.number for hit in hits}, one
        assert [hit.mark for hit in hits] == [hit.mark for hit in index.search(one, (30,), floor=0.66)]
        assert disk.search(one, (25,), floor=0.66) == []


def test_a_damaged_index_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "在先.ipx"
    MarkIndex.of([EarlierMark("沐云溪", (30,))]).save(folder)
    data = (folder / "keys.npy").read_bytes()
    (folder / "keys.npy").write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(MarksIndexError, match="校验"):
        MarkIndex.verify(folder)
    (folder / "keys.npy").unlink()
    with pytest.raises(MarksIndexError, match="完整"):
        MarkIndex.open(folder)


def test_an_interrupted_save_leaves_the_old_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "在先.ipx"
    MarkIndex.of([EarlierMark("沐云溪", (30,))]).save(folder)
    more = MarkIndex.of([EarlierMark("沐云溪", (30,)), EarlierMark("山海集", (30,))])

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ipcheck.trademark.search.np.save", stop)
    with pytest.raises(KeyboardInterrupt):
        more.save(folder)
    assert MarkIndex.verify(folder) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["在先.ipx"]


def test_the_search_misses_nothing_that_the_rules_tell_of() -> None:
    """Against brute force: marks a step away from each other in every way that the rules know."""
    draw = random.Random(5)
    known = [text for _, *pair in ALIKE for text in pair]
    near = [
        text[:at] + draw.choice("云师朵汐旳LOE0") + text[at + 1 :] for text in known for at in range(0, len(text), 2)
    ]
    weak = [text + end for text in known for end in ("世家", " PRO")]
    marks = [EarlierMark(text, (30,), number=str(n)) for n, text in enumerate([*known, *near, *weak])]
    index = MarkIndex.of(marks)
    for text in [*known, *near[::5]]:
        wanted = {mark.number for mark in marks if likeness(text, mark.text, (30,)).score >= 0.67}
        assert wanted == {hit.mark.number for hit in index.search(text, (30,), floor=0.67)}, text


WEAK = [("云朵服饰", "云朵", 25, 42), ("LUNAK TRAIN", "LUNAK", 41, 42), ("云朵咖啡", "云朵", 30, 7)]


@pytest.mark.parametrize(("one", "other", "goods", "apart"), WEAK)
def test_what_names_goods_is_weak_on_those_only(one: str, other: str, goods: int, apart: int) -> None:
    assert likeness(one, other, (goods,)).score >= 0.85
    assert likeness(one, other, (apart,)).score < 0.66


ROWS = [
    ("n_l", "兰朵云", "南朵云"),
    ("retroflex", "思朵云", "诗朵云"),
    ("nasal", "林朵云", "灵朵云"),
    ("h_f", "风朵云", "轰朵云"),
    ("r_l", "然朵云", "兰朵云"),
]


@pytest.mark.parametrize(("row", "one", "other"), ROWS)
def test_each_row_of_dialects_can_be_switched_off(row: str, one: str, other: str) -> None:
    assert _heard(one, other, Dialects()) > _heard(one, other, Dialects(**{row: False}))


def _heard(one: str, other: str, dialects: Dialects) -> float:
    told = likeness(one, other, (), dialects)
    return max((rule.score for rule in told.rules if rule.rule == "5.1.4"), default=0.0)
