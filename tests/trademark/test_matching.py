"""Words of marks: cut into words before they are looked up; hostile marks end in time."""

from __future__ import annotations

import time

import pytest

from ipcheck.trademark.cards import cards_of
from ipcheck.trademark.lists import shipped_lists
from ipcheck.trademark.matching import mark_words, reads_as


def found(text: str, name: str) -> list[str]:
    return [hit.words for hit in mark_words(text).hits(shipped_lists()[name])]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("发展中国家", "我国国名", []),
        ("中国家具", "我国国名", ["中国"]),
        ("中國紅", "我国国名", ["中国"]),
        ("凯中国际", "我国国名", []),
        ("CHINATOWN", "我国国名", []),
        ("China Town", "我国国名", ["china"]),
        ("ＣＨＩＮＡ", "我国国名", ["china"]),
        ("MACHINA", "我国国名", []),
        ("联合国际", "政府间国际组织", []),
        ("联合国论坛", "政府间国际组织", ["联合国"]),
        ("江西海岸", "行政区划-地级", []),
        ("江西海岸", "行政区划-省级", []),
        ("江西老酒", "行政区划-省级", ["江西"]),
        ("鸦片战争", "违背公序良俗用语", []),
        ("3CE", "官方标志", []),
        ("COVID-19", "突发事件用词", ["covid19"]),
    ],
)
def test_words_are_cut_before_they_are_looked_up(text: str, name: str, words: list[str]) -> None:
    assert found(text, name) == words


def test_readings_are_all_tried() -> None:
    assert reads_as("重庆", "chongqing")
    assert reads_as("重庆", "zhongqing")
    assert not reads_as("重庆", "chong")


@pytest.mark.parametrize("text", ["", "·", "\u200b", "中" * 500, "国中华" * 170, "CHINA " * 90, "A1" * 250, "😀国"])
def test_hostile_marks_end_in_time(text: str) -> None:
    begun = time.perf_counter()
    for words in shipped_lists().values():
        mark_words(text).hits(words)
    assert time.perf_counter() - begun < 5


def test_every_list_says_where_it_comes_from() -> None:
    for words in shipped_lists().values():
        assert words.source, words.name
        assert words.seen, words.name
        assert len(words), words.name


def test_rare_characters_are_letters_on_every_python() -> None:
    """Extensions H and I came to Python with 3.12 and 3.13; names are written with them."""
    assert cards_of("澄\U00031350\U0002ebf0湾").parts == ("澄\U00031350\U0002ebf0湾",)
    assert mark_words("澄\U00031350湾").text == "澄\U00031350湾"
