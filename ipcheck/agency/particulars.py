"""Reads agency.toml: its values with the places at which they are written, and what is wrong with them."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ipcheck.agency.keys import KEYS, Kind
from ipcheck.agency.privacy import masked_text
from ipcheck.model import Document, Span
from ipcheck.model.document import DocumentBuilder, Place
from ipcheck.readers.decode import decode
from ipcheck.readers.errors import ReadError
from ipcheck.readers.sheet import read_day

_WORD = r"(?:[A-Za-z0-9_-]+|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*')"
_DOTTED = rf"{_WORD}(?:[ \t]*\.[ \t]*{_WORD})*"
_HEAD = re.compile(rf"[ \t]*\[{{1,2}}[ \t]*(?P<name>{_DOTTED})[ \t]*\]{{1,2}}")
_KEY = re.compile(rf"[ \t]*(?P<name>{_DOTTED})[ \t]*=")
_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
# The pieces of a value; strings first, so that nothing inside them counts.
_TOKEN = re.compile(
    r'"""(?s:.*?)"""|\'\'\'(?s:.*?)\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''
    r"|#[^\n]*|[\[\]{},=\n]|[^\s\[\]{},=#\"']+|[ \t\r]+"
)


class _UnfitError(Exception):
    """A value that its key cannot take; the message says why."""


@dataclass(frozen=True)
class Entry:
    """A value of agency.toml and the words it is written with, without quotation marks."""

    value: str | date
    span: Span


class Particulars:
    """What agency.toml says. A key whose value is empty counts as not given."""

    def __init__(self, document: Document, entries: Mapping[str, Entry], problems: tuple[str, ...] = ()) -> None:
        self.document = document
        self.entries = dict(entries)
        self.problems = problems

    def has(self, key: str) -> bool:
        """Whether the key (``licence.number``) has a value."""
        return key in self.entries

    def text(self, key: str) -> str:
        """The value in words; empty if it was not given."""
        return str(self.entries[key].value) if key in self.entries else ""

    def day(self, key: str) -> date | None:
        """The value as a day; None if it was not given."""
        value = self.entries[key].value if key in self.entries else None
        return value if isinstance(value, date) else None

    def span(self, key: str) -> Span:
        """Where the value is written. Raises KeyError if it was not given."""
        return self.entries[key].span


def particulars_of(data: bytes, shown: str) -> Particulars:
    """What the bytes of an agency.toml say. Raises ReadError where they are no TOML."""
    text, encoding = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ReadError(f"不是合格的 TOML（{error}）；文字和不完整的日期要加引号，日期写成 2026-03-05") from error
    except (RecursionError, ValueError) as error:
        raise ReadError("文件的结构嵌套过深或者数值过大，读不了") from error
    builder = DocumentBuilder(shown, "text")
    for number, line in enumerate(masked_text(text).split("\n"), 1):
        builder.add(line, Place(f"第{number}行", element=(number, 1)))
        builder.end_paragraph()
    document = builder.build(sha256=hashlib.sha256(data).hexdigest(), encoding=encoding)
    places = dict(_places(text))
    entries, problems = {}, []
    for key, value in _flat(raw):
        span = Span(document, *places.get(key, (0, len(document.text))))
        try:
            known = _value(key, value)
        except _UnfitError as error:
            # The values of an array have no place of their own.
            where = f"第{span.line}行" if key in places else ""
            problems.append(f"{where}“{masked_text(key)}”{error}")
            continue
        if known and len(span):
            entries[key] = Entry(known, span)
    return Particulars(document, entries, tuple(problems))


def _flat(raw: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in raw.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield before + key, value


def _value(key: str, value: Any) -> str | date:
    """The value as its key wants it, empty where it is. Raises _UnfitError."""
    wanted = KEYS.get(key)
    if wanted is None:
        raise _UnfitError("不是已知的键，没有用上；全部的键见 ipcheck init --room agency 写的 agency.toml")
    if isinstance(value, str) and not value.strip():
        return ""
    if wanted.kind is Kind.DAY:
        if isinstance(value, datetime):
            return value.date()
        day = value if isinstance(value, date) else read_day(str(value))
        if day is None:
            raise _UnfitError("不是能读的日期，没有用上；写成 2026-03-05")
        return day
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _UnfitError("应当写成加引号的文字，没有用上")
    words = masked_text(str(value)).strip()
    if wanted.choices and words not in wanted.choices:
        raise _UnfitError(f"只能是 {'、'.join(wanted.choices)}，没有用上")
    return words


def _places(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield every dotted key with the range of its value; the text is known to be TOML."""
    table, at = "", 0
    while blank := _BLANK.match(text, at):
        at = blank.end()
        head = _HEAD.match(text, at)
        if head:
            table, at = _plain(head["name"]) + ".", head.end()
            continue
        key = _KEY.match(text, at)
        if key is None:
            return
        at = yield from _value_places(text, key.end(), table + _plain(key["name"]))


def _value_places(text: str, at: int, key: str) -> Generator[tuple[str, tuple[int, int]], None, int]:
    """Yield the places in the value that begins at ``at``; return where it ends."""
    start = end = at
    stack: list[str] = []
    inner = ""
    while at < len(text) and (token := _TOKEN.match(text, at)):
        words, at = token[0], token.end()
        if words == "\n" and not stack:
            break
        if words.startswith("#") or not words.strip():
            continue
        if words in "[{":
            stack.append(words)
        elif words in "]}":
            stack.pop()
        elif words == "=" and stack[-1:] == ["{"]:
            inner = _plain(text[start:end])
        elif words != ",":
            quote = next((mark for mark in ('"""', "'''", '"', "'") if words.startswith(mark)), "")
            start, end = token.start(), token.end()
            if inner:
                yield f"{key}.{inner}", (start + len(quote), end - len(quote))
                inner = ""
            elif not stack:
                yield key, (start + len(quote), end - len(quote))
    return at


def _plain(name: str) -> str:
    return ".".join(piece.strip().strip("\"'") for piece in name.split("."))


__all__ = ["Entry", "Particulars", "particulars_of"]
