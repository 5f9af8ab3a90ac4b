"""Fingerprints of the numbers of many texts: every run of four."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import numpy as np

from ipcheck.abnormal import kernels
from ipcheck.abnormal.drafts import Draft
from ipcheck.abnormal.fingerprints import Postings, joined
from ipcheck.abnormal.grams import gram_hashes

NUMBERS = 4
# So many characters go to the kernel at a time.
_BLOCK = 500_000

_Value = TypeVar("_Value")


def draft_numbers(drafts: Sequence[Draft], *, fast: bool = False) -> Postings:
    """Every run of four numbers of drafts 0, 1, 2 …; ``fast`` uses the compiled kernel."""
    if not fast or not drafts:
        return number_prints(draft.number_words() for draft in drafts)
    loops = kernels.loops("numeral")
    run, own = loops.number_runs, (loops.kinds(), *loops.units())
    hard: list[int] = []

    def block(given: tuple[list[str], int]) -> Postings:
        texts, start = given
        # Of all ways from a string to its characters the quickest.
        codes = np.array(["".join(texts)]).view(np.uint32)
        bounds = np.cumsum([0, *map(len, texts)])
        room = len(codes) // 2 + 1
        hashes, owners, places = np.empty(room, np.uint64), np.empty(room, np.uint32), np.empty(room, np.int32)
        plain = np.zeros(len(texts), np.bool_)
        count = run(codes, bounds, *own, hashes, owners, places, plain)
        hard.extend((np.flatnonzero(~plain) + start).tolist())
        return Postings(hashes[:count].copy(), owners[:count] + np.uint32(start), places[:count].copy())

    done = [block(given) for given in _blocks(drafts)]
    if not hard:
        return joined(done)
    # Rows of tables, digits of other scripts, very long numbers: by the interpreter.
    hard.sort()
    rest = number_prints(drafts[index].number_words() for index in hard)
    owners = np.array(hard, np.uint32)[rest.texts]
    both = joined([*done, Postings(rest.hashes, owners, rest.places)])
    order = np.argsort(both.texts, kind="stable")
    return Postings(both.hashes[order], both.texts[order], both.places[order])


def _blocks(drafts: Sequence[Draft]) -> Iterator[tuple[list[str], int]]:
    """The texts of some drafts at a time, with the number of the first."""
    texts: list[str] = []
    start = size = 0
    for index, draft in enumerate(drafts):
        texts.append(draft.numbered())
        size += len(texts[-1])
        if size >= _BLOCK or index == len(drafts) - 1:
            yield texts, start
            texts, start, size = [], index + 1, 0


class _Each(dict[str, _Value]):
    """What ``of`` says of a word, worked out once."""

    def __init__(self, of: Callable[[str], _Value]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, word: str) -> _Value:
        found = self[word] = self._of(word)
        return found


def number_prints(numbers: Iterable[Sequence[str]]) -> Postings:
    """Every run of four numbers of each text; runs of one number repeated, or counting up, say nothing."""
    values, codes, owners, places = array("d"), array("Q"), array("I"), array("i")
    # The same numbers come again and again.
    value_of, code_of = _Each(float), _Each(hash_of)
    for index, row in enumerate(numbers):
        if len(row) >= NUMBERS:
            values.extend(map(value_of.__getitem__, row))
            codes.extend(map(code_of.__getitem__, row))
            owners.extend([index] * len(row))
            places.extend(range(len(row)))
    texts = np.array(owners, np.uint32)
    found = gram_hashes(np.array(codes, np.uint64), NUMBERS)
    if not len(found):
        return Postings(found, np.zeros(0, np.uint32), np.zeros(0, np.int32))
    steps = np.diff(np.array(values))
    telling = (steps[:-2] != steps[1:-1]) | (steps[1:-1] != steps[2:])
    kept = np.flatnonzero(telling & (texts[: 1 - NUMBERS] == texts[NUMBERS - 1 :]))
    return Postings(found[kept], texts[kept], np.array(places, np.int32)[kept])


def hash_of(number: str) -> int:
    """A code for a number: what it is worth, not how it is written (0.50 is 0.5)."""
    digits = number.rstrip("0").rstrip(".") if "." in number else number
    return int.from_bytes(digits.lstrip("0").encode()[:6], "big") + 1


__all__ = ["NUMBERS", "draft_numbers", "hash_of", "number_prints"]
