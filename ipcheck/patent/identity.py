"""The check characters of the two numbers that say who an applicant is."""

from __future__ import annotations

_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def is_credit_code(code: str) -> bool:
    """Whether these 18 characters (upper case) are a unified social credit code: GB 32100, ISO 7064 modulo 31."""
    if len(code) != 18 or any(character not in _CREDIT_ALPHABET for character in code):
        return False
    total = sum(_CREDIT_ALPHABET.index(character) * pow(3, index, 31) for index, character in enumerate(code[:17]))
    return _CREDIT_ALPHABET.index(code[17]) == (31 - total % 31) % 31


def is_person_number(code: str) -> bool:
    """Whether these 18 characters (upper case) are an identity number: GB 11643, ISO 7064 modulo 11-2."""
    if len(code) != 18 or not (code[:17].isascii() and code[:17].isdigit()):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(code, _PERSON_WEIGHTS, strict=False))
    return code[17] == "10X98765432"[total % 11]


__all__ = ["is_credit_code", "is_person_number"]
