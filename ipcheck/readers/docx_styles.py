"""Styles of a .docx: what a paragraph or run inherits through w:basedOn."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from ipcheck.model import lazy
from ipcheck.readers.docx_package import VAL, W, number, on

_HEADING_NAME = lazy(r"(?:heading|标题)\s*[1-9]|title|标题", re.IGNORECASE)
_RPR, _PPR, _NUMPR = W + "rPr", W + "pPr", W + "numPr"
_STYLE_ID = W + "styleId"
_LONGEST_CHAIN = 100


class RunLook(NamedTuple):
    """The properties of a run that matter to the reader; None means not stated.

    ``vertical`` is sub, sup or "" (baseline), ``position`` whether the run is raised (1) or lowered (-1).
    """

    vanish: bool | None = None
    vertical: str | None = None
    position: int | None = None
    highlight: str | None = None
    font: str | None = None


class ParagraphLook(NamedTuple):
    """What a paragraph's style says: its list, whether it is a heading, and the look of its runs.

    ``list_style`` is the style in the chain that names the list; ``level`` is None if it leaves the level open.
    """

    list_id: str | None = None
    level: int | None = None
    list_style: str = ""
    outline: int | None = None
    named_heading: bool = False
    page_break: bool | None = None
    run: RunLook = RunLook()


PLAIN = RunLook()


def run_look(rpr: etree._Element | None) -> RunLook:
    """The direct properties in a w:rPr."""
    if rpr is None or not len(rpr):
        return PLAIN
    vanish: bool | None = None
    vertical: str | None = None
    position: int | None = None
    highlight: str | None = None
    font: str | None = None
    for item in rpr:
        tag = item.tag
        if tag == _FONTS:
            font = item.get(_ASCII) or item.get(_HIGH_ANSI)
        elif tag == _POSITION:
            value = item.get(VAL, "0")
            position = 0 if not value.strip("-+0.ptinmc") else (-1 if value.startswith("-") else 1)
        elif tag == _VERTICAL:
            vertical = {"subscript": "sub", "superscript": "sup"}.get(item.get(VAL, ""), "")
        elif tag == _VANISH:
            vanish = on(item)
        elif tag == _HIGHLIGHT:
            highlight = item.get(VAL, "none")
    return RunLook(vanish, vertical, position, highlight, font)


_FONTS, _ASCII, _HIGH_ANSI = W + "rFonts", W + "ascii", W + "hAnsi"
_POSITION, _VERTICAL, _VANISH, _HIGHLIGHT = W + "position", W + "vertAlign", W + "vanish", W + "highlight"


def over(upper: RunLook, lower: RunLook) -> RunLook:
    """``upper`` where it says something, else ``lower``."""
    if upper is PLAIN:
        return lower
    if lower is PLAIN:
        return upper
    return RunLook(
        lower.vanish if upper.vanish is None else upper.vanish,
        lower.vertical if upper.vertical is None else upper.vertical,
        lower.position if upper.position is None else upper.position,
        lower.highlight if upper.highlight is None else upper.highlight,
        lower.font if upper.font is None else upper.font,
    )


class Styles:
    """The styles part; every question is answered once and remembered."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        self._paragraphs: dict[str, ParagraphLook] = {}
        self._runs: dict[str, RunLook] = {}
        self._base = PLAIN
        if root is None:
            return
        self._base = run_look(root.find(f"{W}docDefaults/{W}rPrDefault/{_RPR}"))
        for style in root.iterchildren(W + "style"):
            name = style.get(_STYLE_ID, "")
            self._styles[name] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self._default = name

    def paragraph(self, style_id: str | None) -> ParagraphLook:
        """What the paragraph style (the default one for None) and those it is based on say."""
        style_id = style_id if style_id in self._styles else self._default
        known = self._paragraphs.get(style_id or "")
        if known is None:
            known = ParagraphLook(run=self._base)
            for style in reversed(self._chain(style_id)):
                known = _add_style(known, style)
            self._paragraphs[style_id or ""] = known
        return known

    def run(self, style_id: str | None) -> RunLook:
        """What the character style and those it is based on say."""
        if style_id is None:
            return PLAIN
        known = self._runs.get(style_id)
        if known is None:
            known = PLAIN
            for style in reversed(self._chain(style_id)):
                known = over(run_look(style.find(_RPR)), known)
            self._runs[style_id] = known
        return known

    def list_of(self, style_id: str) -> str | None:
        """The w:numId a numbering style points to."""
        style = self._styles.get(style_id)
        found = style.find(f"{_PPR}/{_NUMPR}/{W}numId") if style is not None else None
        return found.get(VAL) if found is not None else None

    def _chain(self, style_id: str | None) -> list[etree._Element]:
        """The style and its ancestors, nearest first; a circle or an absurdly long line is cut."""
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while style_id and style_id in self._styles and style_id not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(style_id)
            style = self._styles[style_id]
            chain.append(style)
            based_on = style.find(W + "basedOn")
            style_id = based_on.get(VAL) if based_on is not None else None
        return chain


def _add_style(look: ParagraphLook, style: etree._Element) -> ParagraphLook:
    """``look`` with what ``style`` itself says laid over it."""
    name = style.find(W + "name")
    if name is not None and _HEADING_NAME.fullmatch(name.get(VAL, "")):
        look = look._replace(named_heading=True)
    look = look._replace(run=over(run_look(style.find(_RPR)), look.run))
    ppr = style.find(_PPR)
    if ppr is None:
        return look
    if (item := ppr.find(W + "outlineLvl")) is not None:
        look = look._replace(outline=number(item.get(VAL), 9))
    if (item := ppr.find(W + "pageBreakBefore")) is not None:
        look = look._replace(page_break=on(item))
    if (item := ppr.find(_NUMPR)) is not None:
        list_id, level = item.find(W + "numId"), item.find(W + "ilvl")
        if list_id is not None:
            look = look._replace(list_id=list_id.get(VAL), list_style=style.get(_STYLE_ID, ""), level=None)
        if level is not None:
            look = look._replace(level=number(level.get(VAL)))
    return look
