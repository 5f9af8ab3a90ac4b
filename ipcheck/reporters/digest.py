"""What several formats tell of a report besides its findings, and characters made visible."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from ipcheck.model import BasisRef, Level, Record, Report

ROOMS = {
    "patent": "专利申请文件质量检查",
    "abnormal": "非正常专利申请风险线索",
    "trademark": "商标申请预检",
    "agency": "机构自律自查",
    "review": "撰写文件评查",
}
_KEPT = "\n\t"


@dataclass(frozen=True, slots=True)
class Cited:
    """An article that findings rest on: which, how many findings, of which checks."""

    basis: BasisRef
    count: int
    codes: tuple[str, ...]


def room_name(room: str) -> str:
    """The room's name for users."""
    return ROOMS.get(room, room)


def cited(report: Report) -> list[Cited]:
    """The articles that the findings rest on, in the order of law and article."""
    found: dict[BasisRef, list[str]] = {}
    for record in report.findings:
        for basis in dict.fromkeys(record.basis):
            found.setdefault(basis, []).append(record.code)
    ordered = sorted(found, key=lambda basis: (basis.law, _numbers(basis.article), basis.edition, basis.label))
    return [Cited(basis, len(found[basis]), tuple(sorted(set(found[basis])))) for basis in ordered]


def _numbers(article: str) -> tuple[tuple[int, str], ...]:
    """26.4 before 100.1."""
    return tuple(
        (int(piece), "") if piece.isdecimal() else (0, piece) for piece in article.replace("-", ".").split(".")
    )


def level_counts(records: Iterable[Record]) -> dict[Level, int]:
    """How many of the records are of each level, the gravest first."""
    counts = dict.fromkeys(Level, 0)
    for record in records:
        counts[record.level] += 1
    return counts


def visible(text: str) -> str:
    """``text`` with every character that would not be seen, or would turn the text around, told by its number.

    Control, formatting and unpaired surrogate characters, U+2028 and U+2029 become ⟨U+202E⟩; line feeds and tabs
    stay, a vertical tab is a line feed; U+FFFC, which stands for a picture, becomes □.
    """
    if text.isprintable() and "\ufffc" not in text:
        return text
    return text.translate(_SHOWN)


class _Shown(dict[int, str]):
    """How each character is shown, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _shown(chr(code))
        return shown


_SHOWN = _Shown()


def _shown(character: str) -> str:
    if character.isprintable() or character in _KEPT:
        return "□" if character == "\ufffc" else character
    if character == "\v":
        return "\n"
    category = unicodedata.category(character)
    # What is left is private use, unassigned, or a space of another width: they can be seen or do no harm.
    hidden = category in ("Cc", "Cf", "Cs", "Zl", "Zp") or ord(character) & 0xFFFE == 0xFFFE
    return f"⟨U+{ord(character):04X}⟩" if hidden else character


__all__ = ["ROOMS", "Cited", "cited", "level_counts", "room_name", "visible"]
