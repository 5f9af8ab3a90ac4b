"""Data with some of its values put in the place of others: what hand-edited JSON and TOML look like at their worst."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime, time
from typing import Any

from tests.fuzz.draw import Draw

_VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 3, 2**40, 2**63, -(10**30), 0.0, -0.5, 1e308, "", "a", "1", "错误", "error",
    "0" * 16, "2026-11-22", "2026-13-45", "\x1b[31m", "\u202e", "CLM020", "CLM", "default", "\x00", "<b>", "=1+1", [],
    {}, [[]], [{}], {"": ""}, [1], ["a"], ["a", 1], {"a": 1}, {"a": {}}, "x" * 300, date(2026, 1, 1),
    datetime(2026, 1, 1), time(1), "20%", "../a", "/", ".", "权利要求书.txt", "invention", "never", "text", "[", "*",
    50, 100, 101, [None],
)  # fmt: skip


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield (container, key) of every value in ``value``."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield value, key
        yield from _places(inner)


def swapped(data: Any, draw: Draw) -> Any:
    """A copy of ``data`` with values replaced, taken out, renamed or doubled as ``draw`` says."""
    made = deepcopy(data)
    while draw.left:
        places = list(_places(made))
        if not places:
            break
        container, key = places[draw.below(min(len(places), 65536))]
        kind = draw.byte() % 8
        if kind < 4:
            container[key] = deepcopy(draw.one(_VALUES))
        elif kind == 4:
            del container[key]
        elif kind == 5 and isinstance(container, dict):
            container[draw.one(("x", "", "名", "a.b", str(key).upper()))] = container.pop(key)
        elif kind == 6 and isinstance(container, list) and len(container) < 200:
            container.append(deepcopy(container[key]))
        else:
            container[key] = draw.text(6) if draw.byte() % 2 else [deepcopy(container[key])]
    return made


def json_of(value: Any) -> bytes:
    """The value as JSON; what JSON has no word for becomes text."""
    return json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")


def toml_of(table: dict[str, Any]) -> bytes:
    """The table as TOML, all of it in lines ``key = value``; what TOML has no word for becomes text."""
    return "".join(f"{_quoted(str(key))} = {_inline(value)}\n" for key, value in table.items()).encode()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_quoted(str(key))} = {_inline(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    return _quoted(str(value))


__all__ = ["json_of", "swapped", "toml_of"]
