"""What a cell answers: no, nothing yet, or something."""

from __future__ import annotations

import re

_NO = re.compile(r"(?:无|否|没有|没|未\w{0,6}|缺\w{0,4}|待\w{0,6}|不\w{0,4}|n|no|false|0|[×xX✗\-—/\\])", re.IGNORECASE)


def says_no(text: str) -> bool:
    """Whether the words say no or not yet (无, 否, 未签, 缺, ×); an empty cell says nothing."""
    return _NO.fullmatch(text.strip()) is not None


def is_lacking(text: str) -> bool:
    """Whether there is nothing: an empty cell or one that says no."""
    return not text.strip() or says_no(text)


__all__ = ["is_lacking", "says_no"]
