"""Hashes of character runs, and which of them are kept: the same numbers with numpy alone and with numba.

A gram's hash is a polynomial over its codes modulo 2^64, mixed (splitmix64). Keeping the hashes below 2^64 / s keeps
the same grams in every text (FracMinHash), so texts can be compared by what they kept.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
_BASE = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_C1, _C2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
# Below this many characters starting numba costs more than it saves.
_FAST_FROM = 2_000_000


def _power(exponent: int) -> np.uint64:
    return np.uint64(pow(_BASE, exponent, _MASK + 1))


def mix(values: Hashes) -> Hashes:
    """Spread the bits of ``values`` (splitmix64), in place."""
    values ^= values >> np.uint64(30)
    values *= _C1
    values ^= values >> np.uint64(27)
    values *= _C2
    values ^= values >> np.uint64(31)
    return values


def gram_hashes(codes: NDArray[Any], k: int) -> Hashes:
    """The hash of every run of ``k`` codes, in order; empty if there are fewer."""
    if len(codes) < k:
        return np.zeros(0, np.uint64)
    # Runs of 1, 2, 4 … codes, put together to k from the left: few passes, no loop over characters.
    powers = [codes.astype(np.uint64)]
    size = 1
    while size * 2 <= k:
        last = powers[-1]
        powers.append(last[:-size] * _power(size) + last[size:])
        size *= 2
    total: Hashes | None = None
    length = 0
    for index in range(len(powers) - 1, -1, -1):
        size = 1 << index
        if not k & size:
            continue
        piece = powers[index]
        if total is None:
            total, length = piece.copy(), size
        else:
            shifted = piece[length:]
            total = total[: len(shifted)] * _power(size) + shifted
            length += size
    assert total is not None
    return mix(total[: len(codes) - k + 1])


def limit(sampling: int) -> int:
    """Hashes below this are kept: one in ``sampling``."""
    return (_MASK + 1) // sampling


def kept_grams(
    codes: NDArray[Any], owner: NDArray[np.int32], k: int, sampling: int
) -> tuple[Hashes, NDArray[np.int64]]:
    """(hashes, positions) of the grams of ``codes`` that are kept; a gram lies within one owner."""
    if len(codes) >= _FAST_FROM and _numba_there():
        fast = _kernel()
        hashes, places, count = fast(codes, owner, k, np.uint64(limit(sampling) - 1), _power(k))
        return hashes[:count], places[:count]
    every = gram_hashes(codes, k)
    keep = every < np.uint64(limit(sampling)) if sampling > 1 else np.ones(len(every), np.bool_)
    if len(every):
        keep &= owner[: len(every)] == owner[k - 1 :]
    places = np.flatnonzero(keep)
    return every[places], places


@lru_cache(maxsize=1)
def _numba_there() -> bool:
    return find_spec("numba") is not None


@lru_cache(maxsize=1)
def _kernel() -> Any:
    """The rolling hash compiled by numba (extra ``scale``); bit for bit what numpy gives."""
    import numba

    base = np.uint64(_BASE)
    c1, c2 = _C1, _C2

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def rolled(codes: Any, owner: Any, k: int, most: Any, drop: Any) -> Any:  # pragma: no cover - compiled
        count = 0
        total = len(codes) - k + 1
        room = max(total, 0)
        hashes = np.empty(room // 2 + 1024, np.uint64)
        places = np.empty(room // 2 + 1024, np.int64)
        value = np.uint64(0)
        for index in range(len(codes)):
            value = value * base + np.uint64(codes[index])
            if index >= k:
                value -= np.uint64(codes[index - k]) * drop
            start = index - k + 1
            if start < 0 or owner[start] != owner[index]:
                continue
            mixed = value
            mixed ^= mixed >> np.uint64(30)
            mixed *= c1
            mixed ^= mixed >> np.uint64(27)
            mixed *= c2
            mixed ^= mixed >> np.uint64(31)
            if mixed <= most:
                if count == len(hashes):
                    more = np.empty(2 * count, np.uint64)
                    more[:count] = hashes
                    hashes = more
                    wider = np.empty(2 * count, np.int64)
                    wider[:count] = places
                    places = wider
                hashes[count] = mixed
                places[count] = start
                count += 1
        return hashes, places, count

    return rolled


__all__ = ["Hashes", "gram_hashes", "kept_grams", "limit", "mix"]
