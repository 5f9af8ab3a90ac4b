"""Numbers as a draft writes them: value, decimals, unit, spread, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from ipcheck.model import Span, lazy

NUMBER = r"\d{1,9}(?:\.\d{1,8})?"
UNIT = (
    r"(?:(?:wt|mol|vol)?[ ]?[%‰]|℃|°C|°|[A-Za-zμµΩΩ]{1,6}(?:[·*/^²³][A-Za-zμµΩ²³\d%-]{1,8}){0,3}[²³]?"
    r"|重量份|质量份|份|倍|毫米|厘米|微米|纳米|米|千克|毫克|克|毫升|升|小时|分钟|秒|天|个月|年|次|级|分|度|元|兆帕|千帕)"
)
_CELL = lazy(
    rf"(?P<number>[-+]?{NUMBER})[ ]*(?:±[ ]*(?P<spread>{NUMBER}))?[ ]*(?P<unit>{UNIT})?[ ]*(?P<mark>[*#†]{{0,3}})"
)
_HEADER = lazy(
    rf"(?P<name>[^()\[\]/]{{1,30}}?)[ ]*(?:[(\[][ ]*(?P<bracketed>[^()\[\]]{{1,16}})[)\]]|/[ ]*(?P<slashed>{UNIT})"
    rf"|(?P<tail>%))?[ ]*"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written: ``decimals`` digits after the point; ``spread`` is what stands after ±, "" if nothing."""

    span: Span
    value: float
    decimals: int
    unit: str = ""
    spread: str = ""

    @property
    def whole(self) -> int:
        """The value in units of its last decimal: 12.50 is 1250."""
        return round(self.value * 10.0**self.decimals)

    @property
    def digits(self) -> int:
        """How many significant digits it is written with."""
        return len(str(abs(self.whole))) if self.whole else 1


def quantity_of(span: Span, number: str, unit: str | None = None, spread: str | None = None) -> Quantity:
    """The quantity that ``number`` writes at ``span``; ``number`` is a decimal number with or without a sign."""
    return Quantity(span, float(number), len(number.partition(".")[2]), (unit or "").replace(" ", ""), spread or "")


def read_cell(span: Span) -> Quantity | None:
    """The quantity that a cell consists of, None if it holds anything else (words, a range, 小于5)."""
    match = _CELL.fullmatch(span.document.folded, span.start, span.end)
    if match is None:
        return None
    return quantity_of(span.at(match, "number"), match["number"], match["unit"], match["spread"])


def read_header(text: str) -> tuple[str, str]:
    """Name and unit of a header: 抗拉强度（MPa）, 收率/%, 伸长率%. Either may be empty."""
    text = " ".join(text.split())
    match = _HEADER.fullmatch(text)
    if match is None:
        return text, ""
    unit = match["bracketed"] or match["slashed"] or match["tail"] or ""
    return match["name"].replace(" ", ""), unit.replace(" ", "")


__all__ = ["NUMBER", "UNIT", "Quantity", "quantity_of", "read_cell", "read_header"]
