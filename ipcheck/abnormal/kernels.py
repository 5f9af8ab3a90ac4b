"""The door to the inner loops compiled by numba (extra ``scale``), for large batches.

Each gives bit for bit what numpy gives. They are compiled once and kept on disk; numba is imported when the first of
them is asked for. They stand at the top of modules of their own: numba keeps no function that was made inside another
and calls a third.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any


@lru_cache(maxsize=1)
def available() -> bool:
    """Whether numba is installed."""
    return find_spec("numba") is not None


@lru_cache(maxsize=8)
def loops(name: str) -> Any:
    """The compiled loops for ``name``: count, join, numeral, print. Raises ImportError without numba."""
    return import_module(f"ipcheck.abnormal.{name}_kernels")


__all__ = ["available", "loops"]
