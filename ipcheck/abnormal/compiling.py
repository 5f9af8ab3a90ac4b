"""How the inner loops are compiled: kept on disk, and running without the interpreter's lock. Imports numba."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numba
import numpy as np

from ipcheck.abnormal.grams import MIX_FIRST, MIX_SECOND

_Loop = TypeVar("_Loop", bound=Callable[..., Any])

_njit: Any = numba.njit(cache=True, nogil=True)
compiled: Callable[[_Loop], _Loop] = _njit


@compiled
def mixed(value: Any) -> Any:
    """A hash with its bits spread: what ``grams.mix`` gives."""
    value ^= value >> np.uint64(30)
    value *= MIX_FIRST
    value ^= value >> np.uint64(27)
    value *= MIX_SECOND
    return value ^ (value >> np.uint64(31))


__all__ = ["compiled", "mixed"]
