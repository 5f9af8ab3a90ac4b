"""Device marks, image against image: the figure freed of colour and polarity, then its outlines and its key points.

Outlines: a histogram of oriented gradients (HOG), compared in many poses of the query (turned, mirrored) and for the
parts of it that stand apart. Key points: SIFT (RootSIFT) by OpenCV, matches kept that agree on one similarity
transform; without OpenCV only outlines are compared, and ``engine`` says so. What is measured is how a machine changed
a picture, not how a person imitates it: a hint to look, no more. An index verifies the nearest 200 by outline, so that
a figure grown together with another (no gap between) or put into a frame is often missed there.
Method: reference/trademark-similarity.md, section 8.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.readers.images import colour_picture
from ipcheck.readers.limits import DEFAULT, Limits

Mask = NDArray[np.uint8]
Vectors = NDArray[np.float32]

# Pixels: of the picture looked at, of the square the outlines are taken from, of the square of the key points.
_LOOKED, _SIDE, _FINE = 512, 64, 256
_CELL, _BINS = 8, 9
_MARGIN = 12
# Key points kept of a figure, and how many candidates by outline are verified by key points.
_POINTS, _VERIFIED = 120, 200
# Degrees the query is turned by besides right angles.
_TURNS = (0, -15, 15)
# What lies beside a gap is looked at on its own from this share of the figure's longer side, at the widest gaps.
_PART = 0.3
_MOST_GAPS = 3
# The cosine of outlines, and the key points that agree, up to which two figures need have nothing in common: in a trial
# the medians were 0.38 and 2, the 99th percentiles 0.70 and 8 of the 200 nearest.
_OUTLINE_NOISE, _POINTS_NOISE = 0.5, 8
# A figure drawn out to a square counts a little less: thin ones come to look alike.
_FILLED = 0.97
# Descriptors from this cosine match; a transform needs more matches than it takes to fix it; pixels they may be off.
_FEWEST = 5
_NEAREST = 0.85
_WRONG_BY = 10.0
_SLICE = 65_536


class DeviceError(Exception):
    """A picture cannot be compared; the message (Chinese) says why and what to do."""


@dataclass(frozen=True, slots=True)
class DeviceLikeness:
    """How alike two figures are, from 0 to 1, and why in a few Chinese words; ``outline`` and ``points`` alone."""

    score: float
    why: str
    outline: float
    points: float | None


@dataclass(frozen=True, slots=True)
class DeviceHit:
    """A figure of an index: its name there, how alike it is."""

    name: str
    likeness: DeviceLikeness


@dataclass(frozen=True, slots=True)
class Points:
    """Key points of a figure: where they are (pixels of the fine square), their RootSIFT descriptors (unit length)."""

    at: NDArray[np.float32]
    descriptors: NDArray[np.float16]

    def __len__(self) -> int:
        return len(self.at)


def engine() -> str:
    """What compares: words for a report."""
    return "轮廓（HOG）和特征点（SIFT）" if _cv2() is not None else "只比轮廓（HOG）：没有安装 OpenCV（ipcheck[image]）"


@cache
def _cv2() -> Any:
    try:
        return import_module("cv2")
    except ImportError:
        return None


def figure_of(data: bytes, limits: Limits = DEFAULT) -> Mask:
    """The figure in a picture: 255 where it is, trimmed; free of colours and of what is light or dark.

    Raises DeviceError for bytes that are no picture, are over the limits or show one tone only.
    """
    picture = colour_picture(data, _LOOKED, limits)
    if picture is None:
        raise DeviceError("图样打不开、超过大小限制，或者没有安装 Pillow（ipcheck[image]）；请换成 PNG、JPEG")
    pixels = np.asarray(picture, np.float32)
    if min(pixels.shape[:2]) < 8:
        raise DeviceError("图样太小，没有比较")
    border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    distance = np.sqrt(((pixels - np.median(border, axis=0)) ** 2).sum(axis=2))
    most = float(distance.max())
    if most < 24:
        raise DeviceError("图样只有一种颜色，没有可以比较的图形")
    levels = (distance * (255 / most)).astype(np.uint8)
    return _trimmed(np.where(levels > _otsu(levels), 255, 0).astype(np.uint8))


def _otsu(levels: Mask) -> int:
    """The threshold that parts the levels into two classes of least variance (Otsu 1979)."""
    counts = np.bincount(levels.ravel(), minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    total = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        between = below * above * (total / below - (total[-1] - total) / above) ** 2
    return int(np.nanargmax(between))


def _trimmed(mask: Mask) -> Mask:
    """The mask without what is empty around it."""
    rows, columns = np.flatnonzero(mask.max(axis=1) > 127), np.flatnonzero(mask.max(axis=0) > 127)
    if not len(rows) or not len(columns):
        return mask
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _square(mask: Mask, side: int, margin: int = 0, *, filled: bool = False) -> Mask:
    """The mask in the middle of a square of ``side`` pixels; ``filled`` stretches it over the whole square."""
    from PIL import Image

    height, width = mask.shape
    inner = side - 2 * margin
    scale = inner / max(height, width)
    size = (inner, inner) if filled else (max(1, round(width * scale)), max(1, round(height * scale)))
    small = Image.fromarray(mask).resize(size, resample=Image.Resampling.BILINEAR)
    sheet = Image.new("L", (side, side), 0)
    sheet.paste(small, ((side - size[0]) // 2, (side - size[1]) // 2))
    return np.asarray(sheet)


def _turned(mask: Mask, degrees: int) -> Mask:
    from PIL import Image

    if not degrees:
        return mask
    turned = Image.fromarray(mask).rotate(degrees, resample=Image.Resampling.BILINEAR, expand=True)
    return _trimmed(np.asarray(turned))


def poses(mask: Mask, turns: Sequence[int] = _TURNS, *, filled: bool = False) -> NDArray[np.uint8]:
    """The figure turned and mirrored, as small squares: eight for each of ``turns``."""
    found = []
    for degrees in turns:
        square = _square(_turned(mask, degrees), _SIDE, filled=filled)
        for side in (square, square[:, ::-1]):
            found += [np.rot90(side, quarter) for quarter in range(4)]
    return np.stack(found)


def parts(mask: Mask) -> list[Mask]:
    """What lies on either side of the widest blank strips through a figure; none if it is of one piece."""
    gaps = []
    for axis in (0, 1):
        empty = np.concatenate([[0], mask.max(axis=axis) <= 127, [0]]).astype(np.int8)
        edges = np.flatnonzero(np.diff(empty))
        gaps += [(int(end - start), axis, int(start), int(end)) for start, end in edges.reshape(-1, 2)]
    found = []
    for _, axis, start, end in sorted(gaps, reverse=True)[:_MOST_GAPS]:
        sides = (mask[:, :start], mask[:, end:]) if axis == 0 else (mask[:start], mask[end:])
        found += [piece for side in sides if max((piece := _trimmed(side)).shape) >= _PART * max(mask.shape)]
    return found


def outlines(squares: NDArray[np.uint8]) -> Vectors:
    """Histograms of oriented gradients of small squares, one row each, of unit length (Dalal and Triggs 2005).

    Orientation without sign, so that a line and an edge agree; each cell stands once, normalised by the mean of the
    four blocks it lies in.
    """
    values = squares.astype(np.float32) / 255
    down = np.zeros_like(values)
    across = np.zeros_like(values)
    down[:, 1:-1] = values[:, 2:] - values[:, :-2]
    across[:, :, 1:-1] = values[:, :, 2:] - values[:, :, :-2]
    strength = np.hypot(down, across)
    where = (np.arctan2(down, across) % np.pi) * (_BINS / np.pi)
    lower = np.floor(where).astype(np.int64) % _BINS
    share = where - np.floor(where)
    number, cells = len(values), _SIDE // _CELL
    row = np.arange(_SIDE) // _CELL
    cell = (np.arange(number)[:, None, None] * cells + row[:, None]) * cells + row
    flat = np.bincount((cell * _BINS + lower).ravel(), (strength * (1 - share)).ravel(), number * cells**2 * _BINS)
    flat += np.bincount(
        (cell * _BINS + (lower + 1) % _BINS).ravel(), (strength * share).ravel(), number * cells**2 * _BINS
    )
    grid = flat.reshape(number, cells, cells, _BINS)
    energy = np.pad((grid**2).sum(axis=3), ((0, 0), (1, 1), (1, 1)), mode="edge")
    blocks = energy[:, :-1, :-1] + energy[:, 1:, :-1] + energy[:, :-1, 1:] + energy[:, 1:, 1:]
    inverse = 1 / np.sqrt(blocks + 1.0)
    mean = (inverse[:, :-1, :-1] + inverse[:, 1:, :-1] + inverse[:, :-1, 1:] + inverse[:, 1:, 1:]) / 4
    vectors = np.minimum(grid * mean[..., None], 0.4).reshape(number, -1).astype(np.float32)
    return _unit(vectors)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    unit: Vectors = (vectors / lengths).astype(np.float32, copy=False)
    return unit


def points_of(mask: Mask) -> Points | None:
    """The key points of a figure, None without OpenCV."""
    cv2 = _cv2()
    if cv2 is None:
        return None
    square = cv2.GaussianBlur(_square(mask, _FINE, _MARGIN), (0, 0), 1.0)
    found, raw = cv2.SIFT_create(nfeatures=_POINTS, contrastThreshold=0.02).detectAndCompute(square, None)
    if raw is None:
        return Points(np.zeros((0, 2), np.float32), np.zeros((0, 128), np.float16))
    at = np.array([point.pt for point in found[:_POINTS]], np.float32)
    raw = np.maximum(raw[:_POINTS], 0)
    root = np.sqrt(raw / np.maximum(raw.sum(axis=1, keepdims=True), 1e-6))
    return Points(at, root.astype(np.float16))


def _agreeing(query: Points, others: Sequence[Points]) -> list[int]:
    """How many key points of each figure answer one of the query's under one similarity transform."""
    if not others or not len(query):
        return [0] * len(others)
    # One large product: many small ones cost ten times as much.
    stacked = np.concatenate([other.descriptors for other in others]).astype(np.float32)
    near = stacked @ query.descriptors.astype(np.float32).T
    ends = np.cumsum([len(other) for other in others])
    return [_consistent(query, other, near[end - len(other) : end]) for other, end in zip(others, ends, strict=True)]


def _consistent(query: Points, other: Points, near: NDArray[np.float32]) -> int:
    if len(near) < _FEWEST:
        return 0
    best = near.argmax(axis=1)
    rows = np.flatnonzero((near.max(axis=1) >= _NEAREST) & (near.argmax(axis=0)[best] == np.arange(len(best))))
    if len(rows) < _FEWEST:
        return 0
    _, kept = _cv2().estimateAffinePartial2D(
        other.at[rows], query.at[best[rows]], ransacReprojThreshold=_WRONG_BY, maxIters=300
    )
    return 0 if kept is None else int(kept.sum())


class _Query:
    """A figure as a query: its poses and those of its parts, its key points as they are and mirrored."""

    def __init__(self, mask: Mask) -> None:
        pieces = [poses(mask), *(poses(piece, (0,)) for piece in parts(mask))]
        self.vectors = outlines(np.concatenate(pieces))
        self.filled = outlines(poses(mask, (0,), filled=True))
        self.points = points_of(mask)
        self.mirrored = points_of(mask[:, ::-1])

    def agreeing(self, others: Sequence[Points | None]) -> list[int | None]:
        """For each figure how many key points answer each other, in the better of two ways; None without OpenCV."""
        known = [other for other in others if other is not None]
        if self.points is None or self.mirrored is None or len(known) < len(others):
            return [None] * len(others)
        both = zip(_agreeing(self.points, known), _agreeing(self.mirrored, known), strict=True)
        return [max(pair) for pair in both]


def _likeness(nearest: float, agreeing: int | None) -> DeviceLikeness:
    """What the nearest outline (cosine) and the number of key points that agree say together."""
    # Cosines of rounded vectors may pass one by a hair.
    outline = min(1.0, max(0.0, (nearest - _OUTLINE_NOISE) / (1 - _OUTLINE_NOISE)))
    if agreeing is None:
        return DeviceLikeness(outline, f"轮廓相近程度{outline:.2f}；没有安装 OpenCV，特征点没有比", outline, None)
    points = max(0.0, 1 - _POINTS_NOISE / agreeing) if agreeing else 0.0
    # Two witnesses: what speaks against a likeness is what neither of them has seen.
    score = 1 - (1 - outline) * (1 - points)
    return DeviceLikeness(score, f"轮廓相近程度{outline:.2f}，{agreeing}个特征点位置一致", outline, points)


def compare(a: bytes, b: bytes, limits: Limits = DEFAULT) -> DeviceLikeness:
    """How alike the figures of two pictures are, and why. Raises DeviceError."""
    mine, other = figure_of(a, limits), figure_of(b, limits)
    query = _Query(mine)
    theirs = outlines(np.stack([_square(piece, _SIDE) for piece in (other, *parts(other))]))
    drawn_out = outlines(_square(other, _SIDE, filled=True)[None])
    nearest = max((query.vectors @ theirs.T).max(), _FILLED * (query.filled @ drawn_out.T).max())
    return _likeness(float(nearest), query.agreeing([points_of(other)])[0])


def device_likeness(a: bytes, b: bytes) -> float:
    """How alike the figures of two pictures are, from 0 to 1. Raises DeviceError."""
    return compare(a, b).score


def entry_of(data: bytes, limits: Limits = DEFAULT) -> tuple[NDArray[np.float16], Points | None]:
    """What an index keeps of a picture: two outlines and the key points. Raises DeviceError."""
    mask = figure_of(data, limits)
    squares = np.stack([_square(mask, _SIDE), _square(mask, _SIDE, filled=True)])
    return outlines(squares).astype(np.float16), points_of(mask)


class DeviceIndex:
    """Figures that can be searched, in memory.

    Outlines stand in one array, for each figure as it is and drawn out to a square; key points beside it.
    """

    def __init__(self, names: Sequence[str], vectors: NDArray[np.float16], points: Sequence[Points | None]) -> None:
        self._names = names
        self._vectors = vectors
        self._points = points

    def __len__(self) -> int:
        return len(self._names)

    @classmethod
    def of(cls, pictures: Iterable[tuple[str, bytes]], limits: Limits = DEFAULT) -> DeviceIndex:
        """An index of pictures by name. Raises DeviceError for one that cannot be compared."""
        names: list[str] = []
        vectors: list[NDArray[np.float16]] = []
        points: list[Points | None] = []
        for name, data in pictures:
            seen, key_points = entry_of(data, limits)
            names.append(name)
            vectors.append(seen)
            points.append(key_points)
        return cls(names, np.array(vectors, np.float16), points)

    def search(
        self, data: bytes, *, most: int = 10, among: Collection[int] | None = None, limits: Limits = DEFAULT
    ) -> list[DeviceHit]:
        """The figures most alike to that of a picture, strongest first; of the places ``among`` if they are given.

        Raises DeviceError.
        """
        query = _Query(figure_of(data, limits))
        nearest = self._nearest(query)
        rows = np.arange(len(self)) if among is None else np.array(sorted(among), np.int64)
        chosen = rows[np.argsort(-nearest[rows], kind="stable")[:_VERIFIED]]
        agreeing = query.agreeing([self._points[row] for row in chosen])
        hits = [
            DeviceHit(self._names[row], _likeness(float(nearest[row]), count))
            for row, count in zip(chosen, agreeing, strict=True)
        ]
        return sorted(hits, key=lambda hit: (-hit.likeness.score, -hit.likeness.outline, hit.name))[:most]

    def _nearest(self, query: _Query) -> Vectors:
        """For each figure the cosine of its outline with the nearest pose, a slice at a time."""
        found = np.zeros(len(self), np.float32)
        for start in range(0, len(self), _SLICE):
            piece = self._vectors[start : start + _SLICE].astype(np.float32)
            square, filled = piece[:, 0] @ query.vectors.T, piece[:, 1] @ query.filled.T
            found[start : start + _SLICE] = np.maximum(square.max(axis=1), _FILLED * filled.max(axis=1))
        return found


__all__ = [
    "DeviceError",
    "DeviceHit",
    "DeviceIndex",
    "DeviceLikeness",
    "Points",
    "compare",
    "device_likeness",
    "engine",
    "entry_of",
    "figure_of",
    "outlines",
    "parts",
    "points_of",
    "poses",
]
