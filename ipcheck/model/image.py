"""What is known of a picture without a person looking at it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """A picture measured.

    ``width`` and ``height`` are pixels. ``dpi`` is pixels per inch at the size the document draws it, else what the
    file declares, else None. ``colour`` is the share of its pixels (0 to 1) that are plainly coloured, ``shaded``
    the share in soft half-tones as photographs have them and line drawings do not. ``framed`` tells of a closed
    rectangle right along its edge that nothing inside touches.
    """

    format: str
    width: int
    height: int
    dpi: float | None = None
    colour: float = 0.0
    shaded: float = 0.0
    framed: bool = False

    @property
    def photo_like(self) -> bool:
        """Whether a good part of it is half-tones: a photograph or a rendered picture."""
        return self.shaded >= 0.15
