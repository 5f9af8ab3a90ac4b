"""Automatic numbers of a .docx: which list a paragraph belongs to, where its counters stand, what Word prints."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from ipcheck.model import lazy
from ipcheck.readers.docx_number_formats import format_number
from ipcheck.readers.docx_package import MC, VAL, W, number, on
from ipcheck.readers.docx_styles import Styles
from ipcheck.readers.docx_symbols import plain, symbol

_SUFFIX = {"tab": " ", "space": " ", "nothing": ""}
_LEVELS = 9
_LIST_ID, _LEVEL = W + "numId", W + "ilvl"
_PLACEHOLDER = lazy(r"%([1-9])")
_PRIVATE = lazy("[\ue000-\uf8ff]")


class Label(NamedTuple):
    """An automatic number as printed, and the space between it and the paragraph's own text."""

    text: str
    suffix: str


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    pattern: str
    text: str
    suffix: str
    legal: bool
    restart: int | None
    style: str
    font: str | None
    hidden: bool


@dataclass(slots=True)
class _List:
    """A w:num: the levels it shows and the counters it counts with (those of its w:abstractNum)."""

    abstract: str
    levels: dict[int, _Level]
    overrides: dict[int, int] = field(default_factory=dict)
    used: bool = False


class Numbering:
    """The numbering part with its counters; ``label`` must be asked in the order of the paragraphs."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, etree._Element] = {}
        self._nums: dict[str, etree._Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        if root is not None:
            for item in root.iterchildren(W + "abstractNum"):
                self._abstracts[item.get(W + "abstractNumId", "")] = item
            for item in root.iterchildren(W + "num"):
                self._nums[item.get(W + "numId", "")] = item

    def label(self, numpr: etree._Element | None, style_id: str | None) -> Label | None:
        """Count a paragraph and return its number, None if it has none.

        The paragraph's own ``numpr`` goes before that of its style; w:numId 0 switches numbering off.
        """
        list_id, level, list_style = self._membership(numpr, style_id)
        if list_id is None or list_id == "0":
            return None
        numbered = self._list(list_id)
        if numbered is None:
            return None
        if level is None:
            wanted = (style_id, list_style)
            level = next((i for i, item in numbered.levels.items() if item.style and item.style in wanted), 0)
        shape = numbered.levels.get(level)
        return None if shape is None else self._count(numbered, level, shape)

    def _membership(self, numpr: etree._Element | None, style_id: str | None) -> tuple[str | None, int | None, str]:
        """The list, the level in it (None: the one linked to the style) and the style that names the list."""
        own_list = numpr.find(_LIST_ID) if numpr is not None else None
        own_level = numpr.find(_LEVEL) if numpr is not None else None
        if own_list is not None:
            return own_list.get(VAL), number(own_level.get(VAL)) if own_level is not None else 0, ""
        look = self._styles.paragraph(style_id)
        level = number(own_level.get(VAL)) if own_level is not None else look.level
        return look.list_id, level, look.list_style

    def _count(self, numbered: _List, level: int, shape: _Level) -> Label | None:
        """Move the counters on to a paragraph at ``level`` and return its number."""
        counters = self._counters.setdefault(numbered.abstract, {})
        if not numbered.used:
            numbered.used = True
            for index, start in numbered.overrides.items():
                counters[index] = start - 1
        counters[level] = counters.get(level, self._start(numbered, level) - 1) + 1
        for deeper in [index for index in counters if index > level]:
            item = numbered.levels.get(deeper)
            if item is None or item.restart is None or level < item.restart:
                del counters[deeper]
        if shape.hidden or not shape.text:
            return None
        if shape.format == "bullet":
            return Label(_bullet(shape), shape.suffix)

        def one(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            item = numbered.levels.get(index, shape)
            value = counters.get(index, self._start(numbered, index))
            return format_number(value, "decimal" if shape.legal else item.format, item.pattern)

        text = _PLACEHOLDER.sub(one, shape.text)
        text = "".join(piece for _, piece, _ in plain(text, shape.font)) if _PRIVATE.search(text) else text
        return Label(text, shape.suffix) if text else None

    def _start(self, numbered: _List, level: int) -> int:
        shape = numbered.levels.get(level)
        return numbered.overrides.get(level, shape.start if shape is not None else 1)

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._build(list_id)
        return self._lists[list_id]

    def _build(self, list_id: str) -> _List | None:
        """Resolve a w:num to its levels; None if it leads nowhere."""
        num = self._nums.get(list_id)
        reference = num.find(W + "abstractNumId") if num is not None else None
        if num is None or reference is None:
            return None
        abstract_id = self._linked(reference.get(VAL, ""))
        abstract = self._abstracts.get(abstract_id)
        if abstract is None:
            return None
        levels = {number(item.get(W + "ilvl")): _level(item) for item in abstract.iterchildren(W + "lvl")}
        levels = {index: item for index, item in levels.items() if 0 <= index < _LEVELS}
        built = _List(abstract_id, levels)
        for override in num.iterchildren(W + "lvlOverride"):
            index = number(override.get(W + "ilvl"))
            if not 0 <= index < _LEVELS:
                continue
            if (own := override.find(W + "lvl")) is not None:
                levels[index] = _level(own)
            if (start := override.find(W + "startOverride")) is not None:
                built.overrides[index] = number(start.get(VAL), 1)
        return built

    def _linked(self, abstract_id: str) -> str:
        """Follow w:numStyleLink (a list defined by a numbering style) to the definition that has the levels."""
        seen: set[str] = set()
        while abstract_id not in seen:
            seen.add(abstract_id)
            abstract = self._abstracts.get(abstract_id)
            link = abstract.find(W + "numStyleLink") if abstract is not None else None
            num = self._nums.get(self._styles.list_of(link.get(VAL, "")) or "") if link is not None else None
            reference = num.find(W + "abstractNumId") if num is not None else None
            if reference is None:
                break
            abstract_id = reference.get(VAL, "")
        return abstract_id


def _level(lvl: etree._Element) -> _Level:
    """One w:lvl. Formats newer than Word 2007 stand in an mc:AlternateContent."""
    numfmt = lvl.find(W + "numFmt")
    if numfmt is None:
        numfmt = lvl.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if numfmt is None:
        numfmt = lvl.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    restart = lvl.find(W + "lvlRestart")
    fonts = lvl.find(f"{W}rPr/{W}rFonts")
    return _Level(
        start=number(_value(lvl, "start"), 0),
        format=numfmt.get(VAL, "decimal") if numfmt is not None else "decimal",
        pattern=numfmt.get(W + "format", "") if numfmt is not None else "",
        text=_value(lvl, "lvlText") or "",
        suffix=_SUFFIX.get(_value(lvl, "suff") or "tab", " "),
        legal=on(lvl.find(W + "isLgl")),
        restart=number(restart.get(VAL)) if restart is not None else None,
        style=_value(lvl, "pStyle") or "",
        font=fonts.get(W + "ascii") if fonts is not None else None,
        hidden=on(lvl.find(f"{W}rPr/{W}vanish")),
    )


def _value(parent: etree._Element, name: str) -> str | None:
    item = parent.find(W + name)
    return item.get(VAL) if item is not None else None


def _bullet(level: _Level) -> str:
    """The bullet sign; one in a private code of an unknown symbol font shows as a plain bullet."""
    sign = level.text[0]
    code = ord(sign)
    mapped = symbol(code, level.font) if code < 0x100 or _PRIVATE.match(sign) else sign
    return mapped or ("•" if _PRIVATE.match(sign) else sign)
