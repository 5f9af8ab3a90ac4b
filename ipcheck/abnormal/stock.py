"""What everybody writes: shipped boilerplate, the skeleton of patent language, and how common a run of words is.

All by small hashes of 3, 6 and 8 characters (32 bits, multiply and add), looked up in tables by their upper bits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal import kernels
from ipcheck.abnormal.normal import Codes, normalise
from ipcheck.abnormal.threads import in_threads

Small = NDArray[np.uint32]
Flags = NDArray[np.bool_]
# The factors of the small hashes.
SMALL = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77), np.uint32(0xC2B2AE3D)
_A, _B, _C = SMALL
_BITS3, _BITS6 = 20, 22
_LEAST_BITS8, _MOST_BITS8 = 20, 28
# A common run of three stands in at least this share of the documents it was learned from.
_SKELETON_SHARE = 0.2
# Fewer documents than this teach nothing about what is common.
LEARN_FROM = 64
FULL = 16
_ASKED = 2_000
# From so many characters on the compiled kernel pays.
_FAST_FROM = 3_000_000
# So many characters go to a kernel at a time.
_BLOCK = 1_000_000
# Wording of up to _OWN unrelated documents counts in full, that of _STOCK and more not at all.
_OWN, _STOCK = 3, 40


def small3(codes: Codes) -> Small:
    """A hash for the three codes from each position on."""
    wide = codes.astype(np.uint32)
    if len(wide) < 3:
        return np.zeros(0, np.uint32)
    found: Small = wide[:-2] * _A + wide[1:-1] * _B + wide[2:] * _C
    return found


def small6(three: Small) -> Small:
    """A hash for the six codes from each position on."""
    if len(three) <= 3:
        return three[:0]
    spread = three[3:] ^ (three[3:] >> np.uint32(15))
    return (three[:-3] * _A + spread * _B).astype(np.uint32, copy=False)


def small8(codes: Codes) -> Small:
    """A hash for the eight codes from each position on."""
    three = small3(codes)
    six = small6(three)
    if len(six) < 3:
        return six[:0]
    last = three[5:]
    mixed = (six[:-2] * _C + (last ^ (last >> np.uint32(13))) * _A).astype(np.uint32, copy=False)
    return mixed ^ (mixed >> np.uint32(16))


def _bucket(values: Small, bits: int) -> Small:
    found: Small = (values * _A) >> np.uint32(32 - bits)
    return found


def covered(hits: Flags, k: int, length: int) -> Flags:
    """Which of ``length`` characters lie in a run of ``k`` that begins where ``hits`` is true."""
    steps = np.zeros(length + 1, np.int32)
    steps[: len(hits)] += hits
    steps[k : k + len(hits)] -= hits
    return np.cumsum(steps[:length]) > 0


def _wording(name: str) -> list[Codes]:
    text = (resources.files("ipcheck.abnormal") / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [normalise(piece)[0] for line in lines for piece in (line.split() if name == "skeleton.txt" else [line])]


@lru_cache(maxsize=1)
def boilerplate_table() -> Flags:
    """By bucket, the runs of six in the shipped boilerplate."""
    table = np.zeros(1 << _BITS6, np.bool_)
    for codes in _wording("boilerplate.txt"):
        # The three names by which an application calls itself are interchangeable.
        for own in ("本发明", "本实用新型", "本申请"):
            text = codes.astype("<u2").tobytes().decode("utf-16-le")
            for name in ("本实用新型", "本申请", "本发明"):
                text = text.replace(name, own)
            table[_bucket(small6(small3(normalise(text)[0])), _BITS6)] = True
    return table


def boilerplate(codes: Codes) -> Flags:
    """Which characters belong to wording that everybody uses: runs of eight and more of the shipped table."""
    hits = boilerplate_table()[_bucket(small6(small3(codes)), _BITS6)]
    if len(hits) < 3:
        return np.zeros(len(codes), np.bool_)
    # Three in a row: a single one may be chance.
    return covered(hits[:-2] & hits[1:-1] & hits[2:], 8, len(codes))


@dataclass(frozen=True)
class Stock:
    """What is common: ``skeleton`` runs of three and ``counts`` of runs of eight, both by bucket."""

    skeleton: Flags
    counts: NDArray[np.uint8] | None = None

    def is_skeleton(self, codes: Codes) -> Flags:
        """Which characters lie in a run of three that everybody uses."""
        return covered(self.skeleton[_bucket(small3(codes), _BITS3)], 3, len(codes))

    def weights(self, codes: Codes) -> NDArray[np.uint8]:
        """How much each character counts as evidence: FULL for rare wording, 0 for boilerplate."""
        weights = np.full(len(codes), FULL, np.uint8)
        if self.counts is not None and len(codes) >= 8:
            bits = len(self.counts).bit_length() - 1
            grams = fading()[self.counts[_bucket(small8(codes), bits)]]
            # A character counts as much as the run of eight around it.
            weights[4 : 4 + len(grams)] = grams
            weights[:4] = grams[0]
            weights[4 + len(grams) :] = grams[-1]
        weights[boilerplate(codes)] = 0
        return weights


@lru_cache(maxsize=1)
def fading() -> NDArray[np.uint8]:
    """The weight of wording by how many independent texts have it.

    Copies were put together before counting, so what stands in more than a few texts is stock: it fades fast.
    """
    counts = np.maximum(np.arange(_STOCK + 1), _OWN)
    share = 1 - np.log(counts / _OWN) / np.log(_STOCK / _OWN)
    found: NDArray[np.uint8] = np.rint(FULL * np.clip(share, 0, 1)).astype(np.uint8)
    return found


def level(counts: NDArray[Any], documents: int) -> NDArray[np.uint8]:
    """The weight of something found in so many of ``documents``: FULL up to two, down to 0 in all of them."""
    most = max(documents, 1000)
    share = np.log(most / np.maximum(counts, 2)) / np.log(most / 2)
    found: NDArray[np.uint8] = np.rint(FULL * np.clip(share, 0, 1)).astype(np.uint8)
    return found


@lru_cache(maxsize=1)
def shipped() -> Stock:
    """What is known without any documents."""
    table = np.zeros(1 << _BITS3, np.bool_)
    for codes in (*_wording("skeleton.txt"), *_wording("boilerplate.txt")):
        table[_bucket(small3(codes), _BITS3)] = True
    return Stock(table)


def learn_skeleton(texts: Sequence[Codes], *, jobs: int = 1) -> Flags:
    """The common runs of three among ``texts``; the shipped ones if there are too few texts."""
    if len(texts) < LEARN_FROM:
        return shipped().skeleton
    # What a fifth of all texts have shows in some of them; every so-manieth is asked.
    asked = texts[:: sample_step(len(texts))]
    if _pays(texts):
        parts = (asked[start::jobs] for start in range(jobs))
        counts: NDArray[np.uint32] = np.sum(list(in_threads(_count_threes, parts, jobs)), axis=0, dtype=np.uint32)
    else:
        counts = np.zeros(1 << _BITS3, np.uint32)
        for codes in asked:
            counts[np.unique(_bucket(small3(codes), _BITS3))] += np.uint32(1)
    common: Flags = counts >= max(2, _SKELETON_SHARE * len(asked))
    return common


def _count_threes(texts: Sequence[Codes]) -> NDArray[np.uint16]:
    """In how many of ``texts`` (at most _ASKED) each run of three stands, by bucket, by the compiled kernel."""
    # The last text that had it, and how many: side by side, for they are asked together.
    counts = np.zeros((1 << _BITS3, 2), np.uint16)
    before = 0
    for codes, bounds in blocks(texts):
        kernels.loops("count").count_threes(codes, bounds, 32 - _BITS3, before, counts)
        before += len(bounds) - 1
    return counts[:, 1]


def sample_step(documents: int) -> int:
    """Of so many documents every so-manieth is asked for what is common."""
    return -(-documents // _ASKED)


def _pays(texts: Sequence[Codes]) -> bool:
    return kernels.available() and sum(map(len, texts)) >= _FAST_FROM


def blocks(texts: Sequence[Codes]) -> Iterator[tuple[Codes, NDArray[np.int64]]]:
    """The codes of some texts after each other at a time, with where each begins and the last ends."""
    start = size = 0
    for index, text in enumerate(texts):
        size += len(text)
        if size >= _BLOCK or index == len(texts) - 1:
            own = texts[start : index + 1]
            yield np.concatenate(own), np.cumsum([0, *map(len, own)])
            start, size = index + 1, 0


def count_eights(texts: Sequence[Codes], asking: Sequence[Codes] | None = None) -> NDArray[np.uint8]:
    """In how many of ``texts`` each run of eight stands, by bucket, up to _STOCK; of the runs of ``asking`` only.

    There are several buckets for every run there may be: else many small texts would make all runs look common.
    """
    total = sum(map(len, texts))
    bits = min(_MOST_BITS8, max(_LEAST_BITS8, (2 * total).bit_length()))
    counts = np.zeros(1 << bits, np.uint8)
    asked = np.full(1 << bits, asking is None, np.bool_)
    for codes in asking or ():
        asked[_bucket(small8(codes), bits)] = True
    if _pays(texts):
        marks, count = np.packbits(asked, bitorder="little"), kernels.loops("count").count_eights
        del asked
        for codes, bounds in blocks(texts):
            count(codes, bounds, 32 - bits, marks, counts, _STOCK)
        return counts
    for codes in texts:
        seen = np.unique(_bucket(small8(codes), bits))
        counts[seen] += (counts[seen] < _STOCK) & asked[seen]
    return counts


__all__ = [
    "FULL",
    "LEARN_FROM",
    "SMALL",
    "Stock",
    "blocks",
    "boilerplate",
    "boilerplate_table",
    "count_eights",
    "covered",
    "fading",
    "learn_skeleton",
    "level",
    "sample_step",
    "shipped",
    "small3",
    "small6",
    "small8",
]
