"""The compiled loops give what numpy and the interpreter give, on hostile input as well."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from ipcheck.abnormal import kernels
from ipcheck.abnormal import stock as stock_module
from ipcheck.abnormal.drafts import Draft, Piece, Section
from ipcheck.abnormal.fingerprints import Postings, prints_of
from ipcheck.abnormal.grams import gram_hashes, limit
from ipcheck.abnormal.join import Groups, candidates
from ipcheck.abnormal.normal import Codes, normalise
from ipcheck.abnormal.number_prints import draft_numbers
from ipcheck.abnormal.numerals import UNITS, WHOLE_UNITS
from ipcheck.abnormal.stock import learn_skeleton, shipped
from ipcheck.model import Document, Span
from tests.benchmarks.abnormal_texts import boilerplate, draft

pytestmark = pytest.mark.skipif(not kernels.available(), reason="numba is not installed")

SIGNS = (
    *("0", "1", "7", "9", "00", "3.5", "0.50", "12.0", "5.5.1", ".", ",", "[", "]", "(", ")", "-", "/", "_", "A", "b"),
    *("年", "月", "第", "厚度为", "。", "，", " ", "  ", "\t", "|", "\n", "\u3000", "\u00a0", "\x1c", "\r", "\x00"),
    *("０", "５", "．", "٣", "𝟗", "²", "½", "〇", "𠮷", "\ud800", "é", "1234567890123456", "9" * 40, "2024-01-02"),
    *UNITS,
    *WHOLE_UNITS,
)
WORDS = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)
SECTIONS = st.sampled_from((Section.TITLE, Section.CLAIMS, Section.EMBODIMENTS))


def made(pieces: list[tuple[Section, str]]) -> Draft:
    """A draft of these pieces, each a document of its own."""
    return Draft("甲", [Piece(name, Span(Document("a", "txt", text, ()), 0, len(text))) for name, text in pieces])


def same(one: Postings, other: Postings) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in ("hashes", "texts", "places"))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(st.tuples(SECTIONS, WORDS), max_size=4), max_size=4))
def test_numbers_of_any_text_are_the_same(texts: list[list[tuple[Section, str]]]) -> None:
    drafts = [made(pieces) for pieces in texts]
    assert same(draft_numbers(drafts), draft_numbers(drafts, fast=True))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*SIGNS[:20], "。", "厚度为", "mm", "h", "hr", "份", " 份", "  份"]), max_size=60))
def test_numbers_of_a_plain_text_are_the_same(words: list[str]) -> None:
    # Three numbers of its own: what one more of it is worth shows in a run of four.
    drafts = [made([(Section.SUMMARY, "1.1，2.3，9.2，" + "".join(words) + "，4.4，8.1，0.3")])]
    assert same(draft_numbers(drafts), draft_numbers(drafts, fast=True))


def test_numbers_of_drafts_and_of_tables_are_the_same() -> None:
    tables = "样品1\t3.5\t12\t7.25\n样品2\t3.6\t13\t7.75"
    texts = [draft(seed) for seed in range(12)]
    drafts = [
        made([*text.items(), (Section.EMBODIMENTS, tables if number % 3 == 0 else "")])
        for number, text in enumerate(texts)
    ]
    drafts += [made([(name, line) for name, text in texts[0].items() for line in text.split("\n")])]
    slow = draft_numbers(drafts)
    assert len(slow.hashes) > 100
    assert same(slow, draft_numbers(drafts, fast=True))


def test_every_unit_is_known_to_the_kernel() -> None:
    letters, sizes, _ = kernels.loops("numeral").units()
    rows = ["".join(map(chr, row[:size])) for row, size in zip(letters.tolist(), sizes.tolist(), strict=True)]
    assert rows == [*UNITS, *WHOLE_UNITS]


PHRASES = (
    *boilerplate()[:6],
    "其特征在于",
    "所述的",
    "本实用新型",
    "陶壶",
    "甲乙丙丁",
    "a",
    "以上所述仅为",
    "较佳实施例而已",
)
SHORT = st.lists(st.sampled_from(PHRASES), max_size=8).map(lambda words: normalise("".join(words))[0])


@settings(max_examples=200, deadline=None)
@given(st.lists(SHORT, min_size=1, max_size=5))
def test_fingerprints_of_any_text_are_the_same(texts: list[Codes]) -> None:
    plain, fast = (prints_of(texts, shipped(), fast=quick) for quick in (False, True))
    assert same(plain.literal, fast.literal)
    assert same(plain.skeleton, fast.skeleton)
    assert np.array_equal(plain.lengths, fast.lengths)
    assert np.array_equal(plain.skeleton_lengths, fast.skeleton_lengths)


def test_a_text_of_which_all_is_kept_is_the_same() -> None:
    # One letter again and again has one fingerprint again and again: more than there is room for at first.
    letter = next(c for c in range(0x4E00, 0x9FFF) if gram_hashes(np.full(12, c), 12)[0] < limit(24))
    texts: list[Codes] = [np.full(size, letter, np.uint16) for size in (60_000, 3, 40_000)]
    plain, fast = (prints_of(texts, shipped(), fast=quick) for quick in (False, True))
    assert len(fast.literal.hashes) == 100_000 - 22
    assert same(plain.literal, fast.literal)
    bare = prints_of(texts, shipped(), fast=True, places=False)
    assert np.array_equal(bare.literal.hashes, fast.literal.hashes)
    assert np.array_equal(bare.literal.texts, fast.literal.texts)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 30)), max_size=120),
    st.lists(st.sampled_from([1, 2, 12, 24]), min_size=12, max_size=12),
    st.integers(0, 120),
)
def test_the_join_of_any_postings_is_the_same(rows: list[tuple[int, int]], rates: list[int], least: int) -> None:
    rows.sort()
    texts = np.array([text for text, _ in rows], np.uint32)
    # The upper bits do not count: sampling empties them.
    hashes = np.array([(number * 0x9E3779B97F4A7C15) % 2**38 for _, number in rows], np.uint64)
    postings = Postings(hashes, texts, np.zeros(len(rows), np.int32))
    slow, quick = Groups(postings), Groups(postings, fast=True)
    assert families(slow) == families(quick)
    own = np.array(rates, np.int64)
    enough = np.full(12, least, np.int64)
    found = [
        candidates(groups, groups.levels(12), own, least=enough, fast=fast)
        for groups, fast in ((slow, False), (quick, True))
    ]
    for name in ("first", "second", "shared"):
        assert np.array_equal(getattr(found[0], name), getattr(found[1], name))


def families(groups: Groups) -> list[tuple[int, ...]]:
    """The texts of each group, in an order of their own."""
    return sorted(tuple(part.tolist()) for part in np.split(groups.owner, groups.starts[1:-1]))


def test_large_groups_and_many_buckets_are_the_same() -> None:
    rng = np.random.default_rng(5)
    texts: NDArray[np.uint32] = np.sort(rng.integers(0, 900, 30_000)).astype(np.uint32)
    hashes = rng.choice(rng.integers(0, 2**63, 6_000, np.uint64), 30_000)
    hashes[rng.random(30_000) < 0.05] = 77
    postings = Postings(hashes, texts, np.zeros(30_000, np.int32))
    assert families(Groups(postings)) == families(Groups(postings, fast=True))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_skeleton_learned_is_the_same(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    texts = [normalise("\n".join(draft(seed).values()))[0] for seed in range(70)]
    plain = learn_skeleton(texts)
    monkeypatch.setattr(stock_module, "_FAST_FROM", 0)
    assert plain.any()
    assert np.array_equal(plain, learn_skeleton(texts, jobs=jobs))
