"""Planters: what the drawings look like. The carriers get a sound line drawing for each figure, and one that is not."""

from __future__ import annotations

from random import Random

from ipcheck.model import ImageFacts
from tests.benchmarks.planted_draft import Draft, mark, plants

_PICTURE = chr(0xFFFC)


def _sound(rng: Random) -> ImageFacts:
    return ImageFacts("png", rng.randint(1400, 2600), rng.randint(1200, 2400), float(rng.randint(200, 600)))


def _pictured(draft: Draft, rng: Random, fault: ImageFacts) -> Draft | None:
    """A picture above each figure's number; one of them, marked, is ``fault``."""
    if not draft.drawings:
        return None
    wrong = rng.randrange(len(draft.drawings))
    lines: list[str] = []
    for place, number in enumerate(draft.drawings):
        lines += [mark(_PICTURE), mark(number)] if place == wrong else [_PICTURE, number]
        draft.objects.append(f"picture:{number}")
        draft.images.append(fault if place == wrong else _sound(rng))
    draft.drawings = lines
    return draft


@plants("um-photo-figure", "photograph", "models")
def photograph(draft: Draft, rng: Random) -> Draft | None:
    colour = rng.choice((0.0, 0.3, 0.6))
    return _pictured(draft, rng, ImageFacts("jpeg", 2000, 1500, 300.0, colour, rng.uniform(0.35, 0.95)))


@plants("um-photo-figure", "rendered", "models")
def rendered(draft: Draft, rng: Random) -> Draft | None:
    return _pictured(draft, rng, ImageFacts("png", 1800, 1400, 300.0, 0.0, rng.uniform(0.2, 0.4)))


@plants("figure-color", "coloured lines", "figured")
def coloured_lines(draft: Draft, rng: Random) -> Draft | None:
    return _pictured(draft, rng, ImageFacts("png", 2000, 1500, 300.0, rng.uniform(0.01, 0.5), rng.uniform(0, 0.1)))


@plants("figure-frame-or-blur", "few pixels", "figured")
def few_pixels(draft: Draft, rng: Random) -> Draft | None:
    width = rng.randint(120, 420)
    dots = rng.choice((None, 50.0, 72.0, 96.0))
    return _pictured(draft, rng, ImageFacts("png", width, int(width * 0.8), dots))


@plants("figure-frame-or-blur", "frame", "models")
def frame(draft: Draft, rng: Random) -> Draft | None:
    return _pictured(draft, rng, ImageFacts("png", 2000, 1500, 300.0, framed=True))


@plants("figure-label-without-picture", "picture left out", "figured")
def picture_left_out(draft: Draft, rng: Random) -> Draft | None:
    if len(draft.drawings) < 3:
        return None
    wrong = rng.randrange(1, len(draft.drawings))
    lines: list[str] = []
    for place, number in enumerate(draft.drawings):
        lines += [mark(number)] if place == wrong else [_PICTURE, number]
        if place != wrong:
            draft.objects.append(f"picture:{number}")
            draft.images.append(_sound(rng))
    draft.drawings = lines
    return draft
