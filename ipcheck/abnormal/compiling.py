"""How the inner loops are compiled: kept on disk, and running without the interpreter's lock. Imports numba."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numba

_Loop = TypeVar("_Loop", bound=Callable[..., Any])

_njit: Any = numba.njit(cache=True, nogil=True)
compiled: Callable[[_Loop], _Loop] = _njit

__all__ = ["compiled"]
