"""The number formats of Word (w:numFmt) as text."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_COUNTING_DIGITS = "○一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LARGEST = 99_999


def format_number(value: int, name: str, pattern: str = "") -> str:
    """``value`` in the w:numFmt ``name``; formats of other languages and values out of range become decimal.

    ``pattern`` is w:format of the format "custom", such as "0001, 0002, 0003, ...".
    """
    if name in ("none", "bullet"):
        return ""
    if name == "custom":
        return _custom(value, pattern)
    formatter = _FORMATS.get(name)
    if formatter is None or not 0 <= value <= _LARGEST:
        return str(value)
    return formatter(value)


def _custom(value: int, pattern: str) -> str:
    first = pattern.split(",")[0].strip()
    return str(value).zfill(len(first)) if first.isascii() and first.isdigit() else str(value)


def _letters(value: int) -> str:
    """A to Z, then AA, BB as Word does."""
    return chr(65 + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value <= 26 * 30 else str(value)


def _roman(value: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        text += sign * count
    return text


def _digit_by_digit(digits: str) -> Callable[[int], str]:
    return lambda value: "".join(digits[int(digit)] for digit in str(value))


def _counting(value: int) -> str:
    """一 to 九十九 spelt out, digit by digit from 100 on."""
    return _spelt(value) if 0 < value < 100 else _digit_by_digit(_COUNTING_DIGITS)(value)


def _spelt(value: int, digits: str = _DIGITS, units: str = "十百千", short_ten: bool = True) -> str:
    """``value`` in words: 一百零二. ``short_ten``: 十二, not 一十二."""
    if value == 0:
        return "零"
    high, low = divmod(value, 10_000)
    text = _spelt(high, digits, units, short_ten) + "万" if high else ""
    gap = bool(high) and low < 1000
    for power in (3, 2, 1, 0):
        digit, low = divmod(low, 10**power)
        if not digit:
            gap = gap or bool(text)
            continue
        text += ("零" if gap and text else "") + digits[digit] + (units[power - 1] if power else "")
        gap = False
    return text[1:] if short_ten and text.startswith(digits[1] + units[0]) else text


def _series(first: str, count: int) -> Callable[[int], str]:
    """Signs that follow one another in Unicode: ① to ⑳; decimal beyond."""
    return lambda value: chr(ord(first) + value - 1) if 0 < value <= count else str(value)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else str(value)


def _ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _sexagenary(value: int) -> str:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if 0 < value <= 60 else str(value)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "ordinal": _ordinal,
    "hex": lambda value: f"{value:X}",
    "numberInDash": lambda value: f"- {value} -",
    "decimalFullWidth": _digit_by_digit("０１２３４５６７８９"),
    "decimalFullWidth2": _digit_by_digit("０１２３４５６７８９"),
    "decimalEnclosedCircle": _series("①", 20),
    "decimalEnclosedCircleChinese": _series("①", 20),
    "decimalEnclosedParen": _series("⑴", 20),
    "decimalEnclosedFullstop": _series("⒈", 20),
    "ideographEnclosedCircle": _series("㊀", 10),
    "ideographDigital": _digit_by_digit(_DIGITS),
    "japaneseDigitalTenThousand": _digit_by_digit(_DIGITS),
    "taiwaneseDigital": _digit_by_digit(_COUNTING_DIGITS),
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _spelt,
    "taiwaneseCountingThousand": _spelt,
    "japaneseCounting": _spelt,
    "chineseLegalSimplified": lambda value: _spelt(value, _LEGAL_DIGITS, "拾佰仟", short_ten=False),
    "ideographLegalTraditional": lambda value: _spelt(value, "零壹貳參肆伍陸柒捌玖", "拾佰仟", short_ten=False),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
}
