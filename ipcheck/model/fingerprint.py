"""Names for findings that survive edits elsewhere in the document and the renumbering of claims and paragraphs."""

from __future__ import annotations

import hashlib
import re

from ipcheck.model.pattern import lazy
from ipcheck.model.span import Span
from ipcheck.model.text import squeeze

# So many folded characters of the line on either side count as the neighbourhood, out of so many raw ones.
_AROUND, _RAW = 12, 64
# One for one, so that offsets hold: a number that renumbering changes, a label that it puts in front of a line.
_NUMBER, _LABEL = "\x02", "\x03"

_GAP = r"[ \t]{0,4}"
_ITEM = rf"(?:第{_GAP})?\d{{1,3}}(?!\d)(?:{_GAP}项)?"
# The units and measure words after which a number further on in a list is none of a claim (和2个电机).
_COUNTED = r"(?![.．]?\d|\s{0,2}(?:[个只台根块条层组对件套次种类]|mm|cm|%|℃))"
_CITED = lazy(
    rf"权利要求(?:书)?{_GAP}{_ITEM}"
    rf"(?:{_GAP}(?:、|,|和/或|或者|以及|或|及|和|与|至|到|[-~—–]{{1,2}}){_GAP}(?:权利要求{_GAP})?{_ITEM}{_COUNTED})*"
)
_PARAGRAPH = lazy(r"[\[【]\d{3,5}[\]】]")
_LEADING = lazy(rf"^[ \t]{{0,8}}(?:[\[【]\d{{3,5}}[\]】]|\d{{1,3}}{_GAP}[.、:)](?!\d))", re.MULTILINE)
_DIGITS = lazy(r"\d+")
# Reference signs and figures are renumbered too; an application number or a year tells rows of a table apart.
_SHORT = lazy(r"(?<!\d)\d{1,3}(?!\d)")


def fingerprint(code: str, part: str | None, span: Span) -> str:
    """16 hex digits for a finding of the check ``code`` at ``span``: code, part, the words and their neighbours.

    Numbers of claims and paragraphs are left out, of the neighbours all short numbers: none is the finding's own.
    """
    document = span.document
    line = document.paragraph_at(span.start)
    last = document.paragraph_at(max(span.start, span.end - 1))
    start = max(line.start, span.start - _RAW)
    masked = _mask(document.folded[start : min(last.end, span.end + _RAW)], at_line_start=start == line.start)
    first, after = span.start - start, span.end - start
    before = _SHORT.sub(_NUMBER, masked[:first]).replace(_LABEL, "")
    behind = _SHORT.sub(_NUMBER, masked[after:]).replace(_LABEL, "")
    seed = (code, part or "", _tidy(before)[-_AROUND:], _tidy(masked[first:after]), _tidy(behind)[:_AROUND])
    return _digest("\x1f".join(seed))


def again(mark: str, occurrence: int) -> str:
    """The fingerprint of the second, third … finding in a file whose words and neighbours are those of ``mark``."""
    return _digest(f"{mark}\x1f{occurrence}")


def _mask(text: str, *, at_line_start: bool) -> str:
    """``text`` with the numbers of claims and paragraphs covered; the length is unchanged."""
    text = _CITED.sub(lambda match: _DIGITS.sub(lambda number: _NUMBER * len(number[0]), match[0]), text)
    begin = 0 if at_line_start else text.find("\n") + 1 or len(text)
    text = text[:begin] + _LEADING.sub(lambda match: _LABEL * len(match[0]), text[begin:])
    return _PARAGRAPH.sub(lambda match: _NUMBER * len(match[0]), text)


def _tidy(text: str) -> str:
    """``text`` without white space, each covered number as one sign."""
    return re.sub(f"[{_NUMBER}{_LABEL}]+", "#", squeeze(text))


def _digest(seed: str) -> str:
    return hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:16]


__all__ = ["again", "fingerprint"]
