"""The base of every check of the patent room."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from ipcheck.check import Check
from ipcheck.model import BasisRef, Finding, Level, Span
from ipcheck.patent.filing import Filing
from ipcheck.patent.kind import Kind
from ipcheck.patent.parts import PartName


class PatentCheck(Check[Filing]):
    """A check of one application.

    ``kinds`` are the kinds it applies to; an application of unclear kind is taken for an invention.
    ``needs`` are the parts it looks at: without them it does not run, so that a lone claims file is not
    blamed for lacking a description. Where a defect weighs more for a utility model (细则第五十条), the check
    says so with ``at(level=raised(…))``.
    """

    room: ClassVar[str] = "patent"
    kinds: ClassVar[tuple[str, ...]] = (Kind.INVENTION, Kind.UTILITY_MODEL)
    needs: ClassVar[tuple[PartName, ...]] = ()

    @classmethod
    def applies(cls, filing: Filing) -> bool:
        """Whether this application is of a kind it knows and has the parts it needs."""
        return (filing.kind or Kind.INVENTION) in cls.kinds and filing.has(*cls.needs)

    @classmethod
    def unseen(cls, filing: Filing) -> str:
        """What of this application it cannot look at although it applies: words for the report, empty if nothing."""
        return ""


class PictureCheck(PatentCheck):
    """A check that looks at the pictures of the drawings; it says so where it could not look.

    A picture that is drawn in lines (WMF, EMF, Visio, all of a PDF) has no pixels for it.
    """

    requires: ClassVar[tuple[str, ...]] = ("PIL",)
    needs: ClassVar[tuple[PartName, ...]] = (PartName.DRAWINGS,)

    @classmethod
    def applies(cls, filing: Filing) -> bool:
        """Whether it is of a kind it knows and has pictures in its drawings."""
        return super().applies(filing) and bool(filing.pictures)

    @classmethod
    def unseen(cls, filing: Filing) -> str:
        """How many pictures have no pixels to look at."""
        count = sum(picture.facts is None for picture in filing.pictures)
        return f"{count} 幅附图看不到像素（PDF、WMF、EMF、Visio 图，或者图片文件不在、已损坏）" if count else ""


def placed(finding: Finding, filing: Filing) -> Finding:
    """The finding with the part and the claim in which it lies, and the articles that speak of its kind."""
    part, claim = filing.locate(finding.span)
    return replace(
        finding,
        part=part.value if part else None,
        claim=claim.number if claim else None,
        basis=_of_kind(finding.basis, filing.kind),
    )


def _of_kind(basis: tuple[BasisRef, ...], kind: Kind | None) -> tuple[BasisRef, ...]:
    """Without the chapter of the guidelines on the preliminary examination of the other kind, if others remain.

    指南 1-1 is on inventions, 1-2 on utility models; a check that holds for both cites both.
    """
    model = kind is Kind.UTILITY_MODEL
    if model and not any(item.article.startswith("1-2-") for item in basis):
        return basis
    foreign = "1-1-" if model else "1-2-"
    kept = tuple(item for item in basis if not (item.law == "专利审查指南" and item.article.startswith(foreign)))
    return kept or basis


def raised(kind: Kind | None, level: Level, for_models: Level) -> Level:
    """``for_models`` for a utility model, else ``level``."""
    return for_models if kind is Kind.UTILITY_MODEL else level


def first_words(span: Span, most: int = 12) -> Span:
    """The first few words of ``span``, for findings about something that is missing near it."""
    trimmed = span.trimmed()
    text = str(trimmed)
    stop = min((text.find(mark) for mark in "\n" if mark in text), default=len(text))
    return trimmed.sub(0, max(1, min(most, stop)))


__all__ = ["PatentCheck", "PictureCheck", "first_words", "placed", "raised"]
