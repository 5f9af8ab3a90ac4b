"""Hashes of character runs, and which of them are kept.

A gram's hash is a polynomial over its codes modulo 2^64, mixed (splitmix64). Keeping the hashes below 2^64 / s keeps
the same grams in every text (FracMinHash), so texts can be compared by what they kept.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
BASE = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
# The factors of splitmix64.
MIX_FIRST, MIX_SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def power(exponent: int) -> np.uint64:
    """BASE to the power of ``exponent``, modulo 2^64."""
    return np.uint64(pow(BASE, exponent, _MASK + 1))


def mix(values: Hashes) -> Hashes:
    """Spread the bits of ``values`` (splitmix64), in place."""
    values ^= values >> np.uint64(30)
    values *= MIX_FIRST
    values ^= values >> np.uint64(27)
    values *= MIX_SECOND
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
        powers.append(last[:-size] * power(size) + last[size:])
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
            total = total[: len(shifted)] * power(size) + shifted
            length += size
    assert total is not None
    return mix(total[: len(codes) - k + 1])


def limit(sampling: int) -> int:
    """Hashes below this are kept: one in ``sampling``."""
    return (_MASK + 1) // sampling


__all__ = ["BASE", "MIX_FIRST", "MIX_SECOND", "Hashes", "gram_hashes", "limit", "mix", "power"]
