"""Earlier device marks: their figures in memory or beside an index of marks on disk, searched by class."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.readers.json_file import read_json
from ipcheck.readers.npy import map_array
from ipcheck.trademark.devices import DeviceError, DeviceIndex, DeviceLikeness, Points, entry_of
from ipcheck.trademark.earlier import EarlierMark, mark_of, record_of
from ipcheck.trademark.picture import Picture

_MARKS = "figures.json"
# The arrays: their numbers and their dimensions.
_ARRAYS: dict[str, tuple[type[np.generic], int]] = {
    "figure_vectors": (np.float16, 3),
    "figure_ends": (np.uint64, 1),
    "figure_places": (np.float32, 2),
    "figure_descriptors": (np.float16, 2),
}
FILES = (*(f"{name}.npy" for name in _ARRAYS), _MARKS)


@dataclass(frozen=True, slots=True)
class FigureHit:
    """An earlier mark whose figure is like the one searched for."""

    mark: EarlierMark
    likeness: DeviceLikeness


class Figures:
    """Device marks that can be searched.

    ``vectors`` and ``points`` are what an index of devices keeps of each mark; ``unseen`` counts the pictures that
    could not be looked at.
    """

    def __init__(
        self,
        marks: Sequence[EarlierMark] = (),
        vectors: NDArray[np.float16] | None = None,
        points: Sequence[Points | None] = (),
        unseen: int = 0,
    ) -> None:
        self.marks = marks
        self.unseen = unseen
        self._vectors = vectors if vectors is not None else np.zeros((0, 0, 0), np.float16)
        self._points = points
        self._index = DeviceIndex([str(row) for row in range(len(marks))], self._vectors, points)

    def __len__(self) -> int:
        return len(self.marks)

    @classmethod
    def of(cls, pictures: Iterable[tuple[EarlierMark, Picture]], held: Figures | None = None) -> Figures:
        """The figures of pictures that can be looked at, after those that are ``held``."""
        marks = list(held.marks) if held is not None else []
        vectors = list(held._vectors) if held is not None else []
        points = list(held._points) if held is not None else []
        unseen = 0
        for mark, picture in pictures:
            data = picture.data()
            try:
                seen, key_points = entry_of(data or b"")
            except DeviceError:
                unseen += 1
                continue
            marks.append(mark)
            vectors.append(seen)
            points.append(key_points)
        return cls(marks, np.array(vectors, np.float16) if vectors else None, points, unseen)

    def search(self, data: bytes, classes: Collection[int], *, most: int = 10) -> list[FigureHit]:
        """The marks of ``classes`` whose figures are most alike to a picture's, strongest first. Raises DeviceError."""
        wanted = set(classes)
        among = [row for row, mark in enumerate(self.marks) if not mark.classes or wanted & set(mark.classes)]
        if not among:
            return []
        hits = self._index.search(data, most=most, among=among)
        return [FigureHit(self.marks[int(hit.name)], hit.likeness) for hit in hits]

    def save(self, folder: Path) -> None:
        """Write the figures into ``folder``, nothing if there are none."""
        if not self.marks:
            return
        known = [point for point in self._points if point is not None]
        # Points are of use only where all have them: without OpenCV there are none.
        kept = known if len(known) == len(self.marks) else []
        ends = np.cumsum([0, *map(len, kept)]).astype(np.uint64)
        arrays: dict[str, NDArray[Any]] = {
            "figure_vectors": self._vectors,
            "figure_ends": ends,
            "figure_places": np.concatenate([point.at for point in kept]) if kept else np.zeros((0, 2), np.float32),
            "figure_descriptors": (
                np.concatenate([point.descriptors for point in kept]) if kept else np.zeros((0, 128), np.float16)
            ),
        }
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", arrays[name])
        text = json.dumps([record_of(mark) for mark in self.marks], ensure_ascii=False)
        (folder / _MARKS).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def open(cls, folder: Path) -> Figures:
        """The figures in ``folder``, its arrays mapped; none if it holds none. Raises OSError, ValueError."""
        if not (folder / _MARKS).is_file():
            return cls()
        raw = read_json(folder / _MARKS)
        marks = [mark_of(record) for record in (raw if isinstance(raw, list) else [raw])]
        arrays = [map_array(folder / f"{name}.npy", *kind) for name, kind in _ARRAYS.items()]
        vectors, ends, places, descriptors = arrays
        if len(vectors) != len(marks) or len(places) != len(descriptors):
            raise ValueError("图样的数目不对")
        points: list[Points | None] = [None] * len(marks)
        if len(ends) == len(marks) + 1:
            points = [
                Points(places[start:end], descriptors[start:end])
                for start, end in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)
            ]
        return cls(marks, vectors, points)


__all__ = ["FILES", "FigureHit", "Figures"]
