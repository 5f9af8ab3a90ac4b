"""Reads marks written as .toml or .json: one table a mark, its keys our column names; places lead to the key's line."""

from __future__ import annotations

import hashlib
import json as json_module
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ipcheck.model import Span
from ipcheck.model.document import DocumentBuilder, Place
from ipcheck.readers.decode import decode
from ipcheck.readers.errors import ReadError
from ipcheck.readers.table import Table
from ipcheck.trademark.columns import COLUMNS

_ARRAYS = ("商标", "marks", "申请", "applications")
_MOST = 100_000
# A key or a table's name with Chinese in it, without quotes.
_BARE = re.compile(
    r"^(?P<lead>[ \t]*(?:\[{1,2}[ \t]*)?)(?P<key>[\w/-]{1,40})(?P<tail>[ \t]*(?:=|\]{1,2}[ \t\r]*$))", re.MULTILINE
)
# Where a key is written: at the head of a line, behind a comma or an opening bracket.
_KEY = re.compile(
    r"(?:^|[{,\[.])[ \t]*(?P<q>[\"']?)(?P<key>[^\s\"'{},=:\[\].][^\"'\n{},=:\[\].]{0,40}?)(?P=q)[ \t]*[=:]",
    re.MULTILINE,
)


def table_of_records(data: bytes, shown: str, *, json: bool) -> Table:
    """The marks in a .toml (or ``json``) file as a table. An array under 商标 or marks holds several. Raises ReadError.

    Keys of the file itself stand for all its marks (申请人, 代理机构 …) unless a mark has its own.
    """
    if not data.strip():
        raise ReadError("文件是空的；请确认是否选错文件，或者文件没有保存成功")
    text, encoding = decode(data)
    marks = list(_marks(_parsed(text, json=json)))
    if not marks:
        raise ReadError("没有找到商标：应当写成一个或几个 [[商标]] 表，键名用商标、类别、商品、申请人等列名")
    if len(marks) > _MOST:
        raise ReadError(f"超过 {_MOST} 个商标，未读取；请拆分后重试")
    headers = list(dict.fromkeys(key for mark, _ in marks for key in mark))
    lines = _Lines(text)
    # Of format text: what its places say is the line and column in the file.
    builder = DocumentBuilder(shown, "text")
    spans = [[_add(builder, header, index, Place("第1行", element=(1, 1))) for index, header in enumerate(headers)]]
    builder.end_paragraph()
    for mark, own in marks:
        lines.next_mark(own)
        places = {key: lines.of(key) for key in mark}
        spans.append(
            [
                _add(builder, mark.get(header, ""), index, places.get(header) or Place("第1行", element=(1, 1)))
                for index, header in enumerate(headers)
            ]
        )
        builder.end_paragraph()
    document = builder.build(sha256=hashlib.sha256(data).hexdigest(), encoding=encoding)
    rows = [tuple(Span(document, start, end) for start, end in row) for row in spans]
    return Table(document, rows[0], tuple(rows[1:]))


def _add(builder: DocumentBuilder, words: str, index: int, place: Place) -> tuple[int, int]:
    if index:
        builder.add("\t")
    plain = re.sub(r"[\n\r\t]+", "；", words.strip())
    start = builder.add(plain, place)
    return start, start + len(plain)


def _parsed(text: str, *, json: bool) -> Any:
    try:
        return json_module.loads(text) if json else _toml(text)
    except json_module.JSONDecodeError as error:
        raise ReadError(f"第{error.lineno}行第{error.colno}列不是合格的 JSON（{error.msg}）；请改正后重试") from error
    except tomllib.TOMLDecodeError as error:
        raise ReadError(f"不是合格的 TOML（{error}）；文字要加引号，键名含特殊符号的也要加引号") from error
    except (RecursionError, ValueError) as error:
        raise ReadError("文件的结构嵌套过深或者数值过大，读不了") from error


def _toml(text: str) -> Any:
    """TOML, also with Chinese keys without quotes, which TOML 1.0 does not know but people write."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        quoted = _BARE.sub(_quoted, text)
        if quoted == text:
            raise
        return tomllib.loads(quoted)


def _quoted(match: re.Match[str]) -> str:
    key = match["key"] if match["key"].isascii() else f'"{match["key"]}"'
    return f"{match['lead']}{key}{match['tail']}"


def _marks(raw: Any) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Yield every mark as header → words, with those of its headers that are its own."""
    shared: Mapping[str, Any]
    if isinstance(raw, list):
        shared, several = {}, raw
    elif isinstance(raw, Mapping):
        key = next((name for name in _ARRAYS if isinstance(raw.get(name), list | Mapping)), None)
        if key is None:
            shared, several = {}, [raw]
        else:
            found = raw[key]
            several = found if isinstance(found, list) else [found]
            shared = {name: value for name, value in raw.items() if name != key}
    else:
        return
    for mark in several:
        if isinstance(mark, Mapping) and mark:
            yield _cells({**shared, **mark}), list(_cells(mark))
        elif isinstance(mark, str):
            yield _cells({**shared, "商标": mark}), []


def _cells(mark: Mapping[str, Any]) -> dict[str, str]:
    """A mark's values as words. Of a nested table each key is a column of its own (申请人.地址 → 申请人地址)."""
    cells: dict[str, str] = {}
    for key, value in mark.items():
        if isinstance(value, Mapping) and not all(str(name).isdigit() for name in value):
            for name, inner in value.items():
                both = key + name
                column = both if COLUMNS.of(both) is not None else key if name in ("名称", "name") else name
                cells[column] = _words(inner)
        else:
            cells[key] = _words(value)
    return {key.replace("\n", " "): words for key, words in cells.items()}


def _words(value: Any) -> str:
    """A value as a person would write it in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, Mapping):
        # Goods by class: {"9" = ["手机"], "35" = ["广告"]}; or one item with its group.
        if value and all(str(name).isdigit() for name in value):
            return "；".join(f"第{name}类：{_words(inner)}" for name, inner in value.items())
        name, *more = [_words(inner) for inner in value.values()] or [""]
        return name + "".join(f"（{word}）" for word in more if word)
    if isinstance(value, list):
        return "；".join(_words(item) for item in value)
    return str(value)


class _Lines:
    """Finds the line of a mark's keys: each mark's keys are looked for behind those of the mark before."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._keys: dict[str, list[int]] = {}
        for match in _KEY.finditer(text):
            self._keys.setdefault(match["key"].strip(), []).append(match.start("key"))
        self._from = self._to = 0

    def next_mark(self, own: list[str]) -> None:
        """Go on to the mark with these keys: they stand behind the last key of the mark before."""
        places = [place for key in own if (place := self._after(key, self._to)) is not None]
        self._from, self._to = min(places, default=self._to), max(places, default=self._to - 1) + 1

    def of(self, key: str) -> Place:
        """The place of a key of the current mark, else of the whole file; where it is neither, the mark's first key."""
        at = self._after(key, self._from)
        if at is None or at >= self._to:
            at = next(iter(self._keys.get(key, ())), self._from)
        line = bisect_right(self._starts, at)
        return Place(f"第{line}行", element=(line, at - self._starts[line - 1] + 1))

    def _after(self, key: str, start: int) -> int | None:
        places = self._keys.get(key, [])
        index = bisect_right(places, start - 1)
        return places[index] if index < len(places) else None


__all__ = ["table_of_records"]
