"""The numbers of plain texts and their runs by loops compiled by numba: what ``numerals`` gives."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal.compiling import compiled, mixed
from ipcheck.abnormal.grams import power
from ipcheck.abnormal.number_prints import NUMBERS
from ipcheck.abnormal.numerals import UNITS, WHOLE_UNITS

# What a character is; a text with a HARD one is left to the interpreter.
_DIGIT, _BARS, _SPACE, _WORD, _UNIT, _HARD = (np.uint8(1 << bit) for bit in range(6))
_EIGHT_DIGITS = np.uint64(0x0101010101010101)
# So many digits a number may have to be worth exactly what ``float`` says: below 2^53, divided by an exact power.
_MOST_DIGITS = 15
_BASE = power(1)
_DOT, _ZERO = ord("."), ord("0")


@lru_cache(maxsize=1)
def kinds() -> NDArray[np.uint8]:
    """What each character of the Basic Multilingual Plane is, in bits; the last is for all beyond it."""
    table = np.full(0x10001, _HARD, np.uint8)
    table[:-1] = 0
    for code in range(0x10000):
        letter = chr(code)
        if "0" <= letter <= "9":
            table[code] |= _DIGIT
        elif letter.isdecimal() or letter in "\n\t|":
            table[code] |= _HARD
        if letter in ".[" or (letter.isascii() and letter.isalpha()):
            table[code] |= _BARS
        if letter.isspace():
            table[code] |= _SPACE
        if letter.isalnum() or letter == "_":
            table[code] |= _WORD
    for unit in (*UNITS, *WHOLE_UNITS):
        table[ord(unit[0])] |= _UNIT
    return table


@lru_cache(maxsize=1)
def units() -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.bool_]]:
    """The units, a row each, with how long they are and whether they must be words of their own."""
    every = (*UNITS, *WHOLE_UNITS)
    letters = np.zeros((len(every), max(map(len, every))), np.uint32)
    for row, unit in enumerate(every):
        letters[row, : len(unit)] = [ord(letter) for letter in unit]
    return letters, np.array([len(unit) for unit in every]), np.arange(len(every)) >= len(UNITS)


@compiled
def _measured(text: Any, kind: Any, place: int, letters: Any, sizes: Any, whole: Any) -> bool:
    """(text, kind of each character, place, units) → whether a unit begins there, white space left out."""
    while place < len(text) and kind[place] & _SPACE:
        place += 1
    if place >= len(text) or not kind[place] & _UNIT:
        return False
    for row in range(len(sizes)):
        end = place + sizes[row]
        if end > len(text):
            continue
        same = 0
        while same < sizes[row] and text[place + same] == letters[row, same]:
            same += 1
        if same == sizes[row] and not (whole[row] and end < len(text) and kind[end] & _WORD):
            return True
    return False


@compiled
def _valued(text: Any, start: int, end: int) -> Any:
    """(text, where a number begins and ends) → whether it has few enough digits, its value, its code."""
    if end - start > _MOST_DIGITS:
        return False, 0.0, np.uint64(0)
    whole, parts, dotted = np.int64(0), 1, False
    for place in range(start, end):
        if text[place] == _DOT:
            dotted = True
            continue
        whole = 10 * whole + np.int64(text[place]) - _ZERO
        if dotted:
            parts *= 10
    value = whole / parts
    if dotted:
        while text[end - 1] == _ZERO:
            end -= 1
        if text[end - 1] == _DOT:
            end -= 1
    while start < end and text[start] == _ZERO:
        start += 1
    code = np.uint64(0)
    for place in range(start, min(end, start + 6)):
        code = (code << np.uint64(8)) + np.uint64(text[place])
    return True, value, code + np.uint64(1)


@compiled
def _found(text: Any, kind: Any, letters: Any, sizes: Any, whole: Any, values: Any, codes: Any) -> Any:
    """(text, kind of each character, units, values, codes) → how many numbers it has; -1 where one is very long.

    ``kind`` may be longer than the text, by a multiple of eight.
    """
    count = place = 0
    size, eights = len(text), kind.view(np.uint64)
    while place < size:
        if not kind[place] & _DIGIT:
            place += 1
            # Most text has no digits: eight characters at a time.
            while not place & 7 and place < size and not eights[place >> 3] & _EIGHT_DIGITS:
                place += 8
            continue
        start = place
        while place < size and kind[place] & _DIGIT:
            place += 1
        if start and kind[start - 1] & _BARS:
            continue
        end, number = place, False
        if place + 1 < size and text[place] == _DOT and kind[place + 1] & _DIGIT:
            end = place + 1
            while end < size and kind[end] & _DIGIT:
                end += 1
            number = end == size or text[end] != _DOT
        if not number:
            end = place
            number = _measured(text, kind, place, letters, sizes, whole)
        if number:
            plain, values[count], codes[count] = _valued(text, start, end)
            if not plain:
                return -1
            count += 1
            place = end
    return count


@compiled
def number_runs(
    units: Any, bounds: Any, kinds: Any, letters: Any, sizes: Any, whole: Any,
    hashes: Any, texts: Any, places: Any, plain: Any,
) -> Any:  # fmt: skip
    """Every run of NUMBERS numbers of some texts that does not repeat one number or count up.

    (characters of all texts, bounds, kinds, units, sizes of units, which are words, hashes, texts, places, plain) →
    how many were kept; ``plain`` tells for each text whether it was: of others there is nothing.
    """
    longest, beyond = 8, np.uint32(len(kinds) - 1)
    for text in range(len(bounds) - 1):
        longest = max(longest, bounds[text + 1] - bounds[text])
    kind = np.zeros(longest + 7 & ~7, np.uint8)
    values, codes = np.zeros(longest, np.float64), np.zeros(longest, np.uint64)
    kept = 0
    for text in range(len(bounds) - 1):
        own = units[bounds[text] : bounds[text + 1]]
        every = np.uint8(0)
        for i in range(len(own)):
            kind[i] = kinds[min(own[i], beyond)]
            every |= kind[i]
        spaced = np.uint8(0)
        if every & _SPACE:
            for i in range(len(own) - 1):
                spaced |= kind[i] & kind[i + 1]
        count = -1 if every & _HARD or spaced & _SPACE else 0
        if not count:
            count = _found(own, kind, letters, sizes, whole, values, codes)
        plain[text] = count >= 0
        for i in range(count - NUMBERS + 1):
            telling = False
            for j in range(i, i + NUMBERS - 2):
                telling |= values[j + 1] - values[j] != values[j + 2] - values[j + 1]
            if not telling:
                continue
            value = np.uint64(0)
            for j in range(i, i + NUMBERS):
                value = value * _BASE + codes[j]
            hashes[kept], texts[kept], places[kept] = mixed(value), text, i
            kept += 1
    return kept


__all__ = ["kinds", "number_runs", "units"]
