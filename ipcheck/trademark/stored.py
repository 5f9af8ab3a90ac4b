"""The index of earlier marks as files: its manifest, its arrays, its checksum, and the one error for what is wrong."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.trademark.figures import FILES

VERSION = 2
MANIFEST = "marks.json"
CLASSES = 45
# Characters of a mark that are compared place by place.
PLACES = 8
# The arrays of an index: their numbers and their dimensions.
ARRAYS: dict[str, tuple[type[np.generic], int]] = {
    "offsets": (np.uint32, 1),
    "postings": (np.uint32, 1),
    "characters": (np.uint16, 2),
    "lengths": (np.uint8, 1),
    "cores": (np.uint8, 2),
    "classes": (np.uint64, 1),
    "keys": (np.uint64, 1),
    "rows": (np.uint32, 1),
    "records": (np.uint64, 1),
}


class MarksIndexError(Exception):
    """An index of marks cannot be used; the message (Chinese) says why and what to do."""


def spoilt(what: object) -> MarksIndexError:
    """The error for files that are not as they were written."""
    return MarksIndexError(f"商标索引坏了（{what}）；请用 ipcheck index verify 核对，重新建立")


def fit(arrays: dict[str, NDArray[Any]], marks: object) -> None:
    """Raise ValueError where the arrays do not fit one another and the number of ``marks`` told."""
    size = len(arrays["lengths"])
    shapes = {
        "offsets": (65_536 * (CLASSES + 1) + 1,),
        "characters": (size, PLACES),
        "cores": (size, 4),
        "classes": (size,),
        "records": (size + 1,),
        "rows": arrays["keys"].shape,
    }
    wrong = [name for name, shape in shapes.items() if arrays[name].shape != shape]
    if wrong or type(marks) is not int or marks != size:
        raise ValueError(f"{'、'.join(wrong) or '商标'} 的数目不对")


def digest(folder: Path) -> str:
    """The checksum over all parts of an index."""
    told = hashlib.sha256()
    for name in (*(f"{name}.npy" for name in ARRAYS), "blob.bin", *FILES):
        if name in FILES and not (folder / name).is_file():
            continue
        with (folder / name).open("rb") as file:
            while piece := file.read(1 << 20):
                told.update(piece)
    return told.hexdigest()


__all__ = [
    "ARRAYS",
    "CLASSES",
    "MANIFEST",
    "PLACES",
    "VERSION",
    "MarksIndexError",
    "digest",
    "fit",
    "spoilt",
]
