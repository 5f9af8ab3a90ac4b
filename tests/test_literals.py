"""A pattern is tried only where a word stands that every match of it holds: it must find what it found anyway."""

from __future__ import annotations

import gc
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipcheck.model import Span
from ipcheck.model.compiled import needed_words
from ipcheck.model.pattern import LazyPattern, lazy
from ipcheck.plugins import load_checks, shipped
from ipcheck.readers import Limits
from ipcheck.readers.text import read

PATTERNS = {
    r"差不多|凑合": {"差不多", "凑合"},
    r"大概(?:为|是)?": {"大概"},
    r"(?<!坚)挺(?=好|多)(?:好|多)": {"挺好", "挺多"},
    r"(?:提高|降低)[了约]{0,3}\d+": {"提高", "降低"},
    r"图[Xx×]{1,3}": {"图X", "图x", "图×"},
    r"(?P<mark>[，、])(?P=mark)": {"，", "、"},
    r"[一-鿿]{2,8}公司": {"公司"},
    r"大概?念": {"大念", "大概念"},
    r"(?:甲|乙)?(?:丙丁)+": {"丙丁"},
    r"\d+": set(),
    r"差?": set(),
    r"(?:甲乙|[一-鿿])": set(),
    r"(?i:abc)甲": {"甲"},
    r"(?:戊己|庚)(?!辛)": {"戊己", "庚"},
    r"(?>壬癸|子丑)寅?": {"壬癸", "子丑"},
    r"[卯辰]{2}": {"卯卯", "卯辰", "辰卯", "辰辰"},
}  # fmt: skip


@pytest.mark.parametrize(("pattern", "words"), PATTERNS.items())
def test_words_that_every_match_holds(pattern: str, words: set[str]) -> None:
    assert set(needed_words(pattern)) == words


def test_letters_of_either_case_are_not_known() -> None:
    assert needed_words("甲乙", re.IGNORECASE) == ()


@given(st.sampled_from(sorted(PATTERNS)).flatmap(lambda one: st.tuples(st.just(one), st.from_regex(one))))
def test_every_match_holds_one(given_: tuple[str, str]) -> None:
    pattern, text = given_
    words = needed_words(pattern)
    for match in re.finditer(pattern, text):
        assert not words or any(word in match[0] for word in words)


_PIECES = st.sampled_from(
    ["甲", "乙", "甲乙", "[甲乙丙]", "(?:甲|丙丁)", "(?:乙丙)?", "丁+", "(?:甲丁){2,3}", "[^甲]", "(?=丙)", "."]
)


@given(
    st.lists(_PIECES, min_size=1, max_size=6).map("".join),
    st.lists(_PIECES, max_size=4).map("".join),
    st.text("甲乙丙丁", max_size=40),
)
def test_made_up_patterns_find_what_they_found(one: str, other: str, text: str) -> None:
    pattern = f"{one}|{other}" if other else one
    document = read((text or "戊").encode(), "稿.txt", Limits())
    found = [match.span() for match in Span(document, 0, len(document.text)).find(lazy(pattern))]
    assert found == [match.span() for match in re.finditer(pattern, document.folded)]


def test_the_patterns_of_the_checks_find_what_they_found() -> None:
    """Every pattern over every example of every check."""
    checks = load_checks([shipped("checks")], "patent").checks
    samples = [sample for check in checks for sample in (*check.good, *check.bad) if isinstance(sample, str)]
    document = read("\n".join(samples).encode("utf-8"), "稿.txt", Limits())
    patterns = [item for item in gc.get_objects() if isinstance(item, LazyPattern)]
    assert len(patterns) > 300
    tried = 0
    for pattern in patterns:
        words = pattern.needed
        if words and not pattern.flags:
            tried += 1
            for match in re.finditer(pattern.pattern, document.folded):
                assert not match[0] or any(word in match[0] for word in words), (pattern.pattern, match[0])
    assert tried > 250
