"""The limits on files: the command line over the table ``[limits]`` over the defaults."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from typing import Any

from ipcheck.readers.limits import KNOWN, Limits

# No limit has more digits; of a value that is wrong so many characters are told.
_DIGITS, _SHOWN = 18, 40


def limits_of(table: Mapping[str, Any], asked: Mapping[str, str], fault: Callable[..., None]) -> Limits:
    """The limits of a run.

    ``table`` is ``[limits]`` of ipcheck.toml, ``asked`` what the command line says, both by key. ``fault`` is told
    each thing that is wrong, with the option as ``asked`` where the command line said it.
    """
    values: dict[str, int] = {}
    for key, value in table.items():
        limit = KNOWN.get(key)
        if limit is None:
            close = difflib.get_close_matches(key, KNOWN, n=1, cutoff=0.6)
            hint = f"；是不是想写 {close[0]}？" if close else f"（有：{'、'.join(KNOWN)}）"
            fault(f"limits 里不认识的设置：{key}{hint}")
            continue
        try:
            values[limit.field] = limit.read(value)
        except ValueError as error:
            fault(f"limits.{key}（{limit.what}）{error}，现在是 {value!r}")
    for key, text in asked.items():
        limit = KNOWN[key]
        try:
            number = limit.unit != "size" and text.isdecimal() and len(text) <= _DIGITS
            values[limit.field] = limit.read(int(text) if number else text)
        except ValueError as error:
            fault(f"{limit.what}{error}，现在是 {text[:_SHOWN]}", asked=limit.option)
    return Limits(**values)


__all__ = ["limits_of"]
