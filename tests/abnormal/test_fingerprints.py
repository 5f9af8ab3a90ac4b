"""Normalisation keeps places; numpy and the compiled kernels give the same numbers; the join finds what is shared."""

from __future__ import annotations

import numpy as np
import pytest

from ipcheck.abnormal import kernels
from ipcheck.abnormal import stock as stock_module
from ipcheck.abnormal.drafts import Section, draft_of_text
from ipcheck.abnormal.fingerprints import prints_of
from ipcheck.abnormal.grams import BASE, gram_hashes, mix
from ipcheck.abnormal.join import Groups, candidates
from ipcheck.abnormal.matching import Prepared, shared, use_kernels
from ipcheck.abnormal.normal import as_text, normalise
from ipcheck.abnormal.number_prints import number_prints
from ipcheck.abnormal.stock import FULL, boilerplate, count_eights, shipped
from tests.benchmarks.abnormal_texts import draft

TEXTS = [normalise("\n".join(draft(seed).values()))[0] for seed in range(40)]


def test_normal_text_is_simplified_and_has_no_signs() -> None:
    codes, offsets = normalise("一種齒輪（１２）Ａ，\n其特徵在於：[0003]𠮷x")
    assert as_text(codes) == "一种齿轮a其特征在于x"
    assert offsets.tolist() == [0, 1, 2, 3, 8, 11, 12, 13, 14, 15, 24]


def test_a_draft_knows_where_every_character_stands() -> None:
    made = draft_of_text("甲", {Section.CLAIMS: "1. 一种壶（10），有嘴。", Section.SUMMARY: "壶嘴 朝上。"})
    start = as_text(made.codes).index("壶嘴朝")
    assert str(made.span(start, start + 4)) == "壶嘴 朝上"
    assert made.section[start] == Section.SUMMARY


def test_a_hash_is_the_mixed_polynomial() -> None:
    codes = np.array([5, 7, 11, 13, 17], np.uint16)
    value = 0
    for code in codes[1:4].tolist():
        value = (value * BASE + code) % 2**64
    assert gram_hashes(codes, 3)[1] == mix(np.array([value], np.uint64))[0]


@pytest.mark.skipif(not kernels.available(), reason="numba is not installed")
def test_kernels_give_what_numpy_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, fast = (prints_of(TEXTS, shipped(), fast=fast) for fast in (False, True))
    for one, other in ((plain.literal, fast.literal), (plain.skeleton, fast.skeleton)):
        assert np.array_equal(one.hashes, other.hashes)
        assert np.array_equal(one.places, other.places)
        assert np.array_equal(one.texts, other.texts)
    assert np.array_equal(plain.skeleton_lengths, fast.skeleton_lengths)
    counts = count_eights(TEXTS)
    monkeypatch.setattr(stock_module, "_FAST_FROM", 0)
    assert np.array_equal(counts, count_eights(TEXTS))
    left, right = Prepared(TEXTS[0], shipped()), Prepared(TEXTS[30], shipped())
    use_kernels(False)
    slow = shared(left, right)
    use_kernels(True)
    quick = shared(left, right)
    use_kernels(False)
    assert all(np.array_equal(a, b) for a, b in zip(slow, quick, strict=True))


def test_boilerplate_is_no_evidence() -> None:
    own, common = "铜勺敲在陶碗的边沿上声音传得很远", "以上所述仅为本实用新型的较佳实施例而已，并不用以限制"
    mask = boilerplate(normalise(own + common)[0])
    assert not mask[: len(own) - 2].any()
    assert mask[len(own) + 2 : -2].all()


def test_the_join_finds_a_copy() -> None:
    texts = [*TEXTS, TEXTS[3]]
    prints = prints_of(texts, shipped())
    groups = Groups(prints.literal)
    least = np.full(len(texts), 500 * FULL)
    found = candidates(groups, groups.levels(len(texts)), prints.sampling, least=least)
    assert (3, 40) in set(zip(found.first.tolist(), found.second.tolist(), strict=True))


def test_number_words_are_the_words_of_the_numbers() -> None:
    for seed in range(5):
        sections = draft(seed)
        row = "样品1  3.5  12  7.25\n宽3mm，共12份[0.5]，5.5.1，A4，10 h"
        for text in (sections[Section.EMBODIMENTS], sections[Section.EMBODIMENTS] + "\n" + row):
            made = draft_of_text("甲", {**sections, Section.EMBODIMENTS: text})
            assert made.number_words() == [words for words, _ in made.numbers]
    assert {"3.5", "12", "7.25", "3", "10"} <= set(made.number_words())


@pytest.mark.skipif(not kernels.available(), reason="numba is not installed")
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_join_by_rows_gives_what_numpy_gives(jobs: int) -> None:
    texts = [*TEXTS, *TEXTS[:20], *([TEXTS[3]] * 60)]
    prints = prints_of(texts, shipped(), fast=True, jobs=jobs)
    for postings, rates in ((prints.literal, prints.sampling), (prints.skeleton, np.maximum(2, prints.sampling // 2))):
        groups = Groups(postings)
        least = np.full(len(texts), 40 * FULL)
        slow, quick = (
            candidates(groups, groups.levels(len(texts)), rates, least=least, fast=fast, jobs=jobs)
            for fast in (False, True)
        )
        assert len(slow.first) > 60
        for name in ("first", "second", "shared"):
            assert np.array_equal(getattr(slow, name), getattr(quick, name))


def test_runs_that_only_count_up_are_no_data() -> None:
    assert len(number_prints([["1", "2", "3", "4", "5"], ["7", "7", "7", "7"]]).hashes) == 0
    same = number_prints([["1.50", "2.7", "9.1", "4"], ["1.5", "2.70", "9.1", "4"]])
    assert same.hashes[0] == same.hashes[1]
