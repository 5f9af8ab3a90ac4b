"""The fields of a .docx: which characters of them are seen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ipcheck.model import lazy

# MathType numbers its equations inside the code of such a field, which Word shows as if it were the result.
_SHOWN_CODE = lazy(r"\s*MACROBUTTON\s+\S+\s+(?:\\\*\s*MERGEFORMAT\s*)?", re.IGNORECASE)
_SWITCH = lazy(r"\\\*\s*MERGEFORMAT\s*", re.IGNORECASE)
# Code that is longer without having shown itself is not looked at again with every piece.
_LONGEST_START = 500
_EQUATION = lazy(r"\s*EQ\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    code: str = ""
    hides: bool = True
    shows_code: bool = False


class Fields:
    """The stack of open fields. Text is seen only if no open field is still in its code."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._hiding = 0

    @property
    def visible(self) -> bool:
        """Whether text at this point is seen."""
        return self._hiding == 0

    @property
    def unfinished(self) -> bool:
        """Whether a field was opened and never closed, so that text may have been lost in its code."""
        return self._hiding > 0

    def begin(self) -> None:
        """A field begins; its code follows."""
        self._open.append(_Field())
        self._hiding += 1

    def separate(self) -> None:
        """The code of the innermost field ends, its result follows."""
        if self._open:
            self._reveal(self._open[-1])

    def end(self) -> str | None:
        """The innermost field ends. Return the code of an EQ formula, which has no result, else None."""
        if not self._open:
            return None
        field = self._open.pop()
        had_result = not field.hides
        self._reveal(field)
        return field.code.strip() if not had_result and self.visible and _EQUATION.match(field.code) else None

    def code(self, text: str) -> tuple[int, str]:
        """Take in a piece of code. Return the part of it that is seen, as (offset, characters)."""
        if not self._open:
            return 0, ""
        field = self._open[-1]
        if field.shows_code:
            shown = _SWITCH.sub("", text) if self.visible else ""
            return len(text) - len(shown), shown
        field.code += text
        found = _SHOWN_CODE.match(field.code) if field.hides and len(field.code) < _LONGEST_START else None
        if found is None:
            return 0, ""
        field.shows_code = True
        self._reveal(field)
        shown = field.code[found.end() :] if self.visible else ""
        return len(text) - len(shown), shown

    def _reveal(self, field: _Field) -> None:
        if field.hides:
            field.hides = False
            self._hiding -= 1
