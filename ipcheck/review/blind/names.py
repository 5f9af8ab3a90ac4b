"""Which words give away whose document it is, and how they are found however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ipcheck.model.text import fold

COVER = "■"
# Telephone numbers (mobile, with area code), e-mail addresses, identity card numbers.
_PATTERNS = (
    r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)",
    r"(?<![\d.])0\d{2,3}[- ][2-9]\d{6,7}(?!\d)",
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}",
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dXx](?!\d)",
)
# Spaces, and what is written without being seen (zero-width characters, soft hyphen).
_UNSEEN = "\\u200b-\\u200f\\u2060\\ufeff\\u00ad"
_GAP = rf"[\s{_UNSEEN}]{{0,4}}"
# The dots within a foreign name: whichever is typed, it is the same name.
_DOTS = "·•‧・･.∙⋅●"
_LEAST = 2
# A shorter number is a reference sign or a figure of the invention, too.
_LEAST_DIGITS = 5
# What is as short as a Chinese name of two characters in GB 18030; less is met in compressed bytes by chance.
_LEAST_BYTES = 4


class Names:
    """Names to cover. Spaces inside (王　某), width and case do not hide one.

    A single character is no name, nor is a number of less than five digits.
    """

    def __init__(self, names: Iterable[str]) -> None:
        folded = {re.sub(rf"[\s{_UNSEEN}]+", "", fold(name)).lower() for name in names}
        kept = (name for name in folded if len(name) >= (_LEAST_DIGITS if name.isdigit() else _LEAST))
        self.all = tuple(sorted(kept, key=lambda name: (-len(name), name)))
        spelled = [_spelled(name) for name in self.all]
        self._names = re.compile("|".join(spelled), re.IGNORECASE) if spelled else None
        self._patterns = re.compile("|".join(_PATTERNS))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where ``text`` holds a name, a telephone number, an address or an identity number; in order, apart."""
        folded = fold(text)
        found = sorted(
            match.span() for pattern in (self._names, self._patterns) if pattern for match in pattern.finditer(folded)
        )
        merged: list[tuple[int, int]] = []
        for start, end in found:
            if merged and start < merged[-1][1]:
                merged[-1] = merged[-1][0], max(end, merged[-1][1])
            else:
                merged.append((start, end))
        return merged

    def cover(self, text: str) -> str:
        """``text`` with every name covered; as long as before, white space kept."""
        spans = self.spans(text)
        if not spans:
            return text
        characters = list(text)
        for start, end in spans:
            for index in range(start, end):
                if not characters[index].isspace():
                    characters[index] = COVER
        return "".join(characters)

    def within(self, data: bytes) -> Iterator[str]:
        """The names whose characters stand in ``data`` in a usual encoding, for parts nobody can read."""
        lower = data.lower()
        for name in self.all:
            # A number of a few digits, or a code as short as J1, stands in any file by chance.
            # Lower on both sides: half of a Chinese character may be the byte of a capital.
            spelled = (name.encode(encoding).lower() for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"))
            if not name.isdigit() and any(len(one) >= _LEAST_BYTES and one in lower for one in spelled):
                yield name


def _spelled(name: str) -> str:
    """A pattern for a name with spaces allowed inside; a Latin one must not be part of a longer word."""
    dots = f"[{re.escape(_DOTS)}]"
    spelled = _GAP.join(dots if character in _DOTS else re.escape(character) for character in name)
    return rf"(?<![0-9A-Za-z]){spelled}(?![0-9A-Za-z])" if name.isascii() else spelled


__all__ = ["COVER", "Names"]
