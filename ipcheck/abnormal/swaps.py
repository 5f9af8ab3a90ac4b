"""Words of one text that stand in the other wherever it has another word: 齿轮→链轮, 31 times."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

from ipcheck.abnormal.drafts import Draft, Section
from ipcheck.abnormal.normal import as_text, normalise

# Longer sections are compared up to here: the alignment's memory grows with both lengths.
_MOST = 16_000
_LONGEST = 12
_LEAST = 2
# Words end at these.
_FUNCTION = set("的在与和及或由将使对从至于为以并其该所述有是被把向之各每一且而则当若如通过置设接")


@dataclass(frozen=True, slots=True)
class Swap:
    """``old`` of the first text is ``new`` in the second, ``times`` times; ``share`` of all places where it differs."""

    old: str
    new: str
    times: int
    share: float

    def __str__(self) -> str:
        return f"{self.old}→{self.new}×{self.times}"


@dataclass(frozen=True, slots=True)
class _Change:
    old: str
    new: str
    before: str
    after: str


def find_swaps(one: Draft, other: Draft) -> tuple[Swap, ...]:
    """The consistent swaps between two drafts, the most frequent first."""
    changes: list[_Change] = []
    for section in Section:
        left, right = (as_text(draft.codes[draft.section == section][:_MOST]) for draft in (one, other))
        if left and right:
            changes.extend(_changes(left, right))
    return _consistent(changes)


def _changes(left: str, right: str) -> Iterator[_Change]:
    for block in _replaced(left, right):
        start, end, other_start, other_end = block
        if 0 < end - start <= _LONGEST and 0 < other_end - other_start <= _LONGEST:
            yield _Change(
                left[start:end], right[other_start:other_end], left[max(0, start - 6) : start], left[end : end + 6]
            )


def _replaced(left: str, right: str) -> Iterator[tuple[int, int, int, int]]:
    """Stretches between stretches of two and more equal characters: a single equal one may be chance."""
    start = other_start = 0
    for block in Indel.opcodes(left, right):
        tag, begin, end, other_begin, other_end = (
            block.tag,
            block.src_start,
            block.src_end,
            block.dest_start,
            block.dest_end,
        )
        if tag == "equal" and (end - begin >= 2 or end == len(left)):
            if begin > start and other_begin > other_start:
                yield start, begin, other_start, other_begin
            start, other_start = end, other_end
    if start < len(left) and other_start < len(right):
        yield start, len(left), other_start, len(right)


def _consistent(changes: Iterable[_Change]) -> tuple[Swap, ...]:
    by_pair: dict[tuple[str, str], list[_Change]] = defaultdict(list)
    for change in changes:
        by_pair[change.old, change.new].append(change)
    words: Counter[tuple[str, str]] = Counter()
    for (old, new), places in by_pair.items():
        if len(places) >= _LEAST:
            before, after = _context(places)
            words[before + old + after, before + new + after] += len(places)
    differing: Counter[str] = Counter()
    for (old, _), times in words.items():
        differing[old] += times
    found = [
        Swap(old, new, times, times / differing[old])
        for (old, new), times in words.items()
        if times / differing[old] >= 0.6 and old != new
    ]
    return tuple(sorted(found, key=lambda swap: (-swap.times, swap.old, swap.new)))


def _context(places: list[_Change]) -> tuple[str, str]:
    """What stands before and after in nearly all places and belongs to the same word."""
    before = after = ""
    while len(before) < 4:
        common = Counter(place.before[len(place.before) - len(before) - 1 :][:1] for place in places)
        letter, times = common.most_common(1)[0]
        if not letter or letter in _FUNCTION or times < 0.9 * len(places):
            break
        before = letter + before
    while len(after) < 4:
        common = Counter(place.after[len(after) : len(after) + 1] for place in places)
        letter, times = common.most_common(1)[0]
        if not letter or letter in _FUNCTION or times < 0.9 * len(places):
            break
        after += letter
    # A context that is nearly always the same over its whole length is the sentence, not the word.
    return ("" if len(before) == 4 else before), ("" if len(after) == 4 else after)


def swapped_back(one: Draft, swaps: Iterable[Swap]) -> tuple[np.ndarray[tuple[int], np.dtype[np.uint16]], int]:
    """The codes of ``one`` with every swap made, and how many characters were replaced."""
    table = {swap.old: swap.new for swap in swaps}
    text = as_text(one.codes)
    if not table:
        return one.codes, 0
    replaced = 0

    def put(match: re.Match[str]) -> str:
        nonlocal replaced
        replaced += len(match[0])
        return table[match[0]]

    pattern = re.compile("|".join(re.escape(old) for old in sorted(table, key=lambda old: (-len(old), old))))
    return normalise(pattern.sub(put, text))[0], replaced


__all__ = ["Swap", "find_swaps", "swapped_back"]
