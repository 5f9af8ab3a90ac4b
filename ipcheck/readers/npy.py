"""Reads the arrays of an index, .npy: mapped, not loaded, and never more than an array of the kind that is due."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray


def map_array(path: Path, kind: DTypeLike, dimensions: int) -> NDArray[Any]:
    """The array in a file, of that type of numbers and so many dimensions.

    Raises OSError, and ValueError (a Chinese sentence) for whatever is wrong with the bytes.
    """
    try:
        # Not np.load, which takes a ZIP for an archive of arrays.
        found: NDArray[Any] = np.lib.format.open_memmap(path, mode="r")
    except OSError:
        raise
    except Exception as error:  # numpy reads the header as Python: a spoilt one makes it raise nearly anything
        raise ValueError(f"{path.name} 不是完好的数组：{type(error).__name__}") from error
    if found.dtype != np.dtype(kind) or found.ndim != dimensions:
        raise ValueError(f"{path.name} 不是完好的数组")
    return found


__all__ = ["map_array"]
