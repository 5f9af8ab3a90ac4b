"""Numbering, styles, fields, sections and all else of a .docx from random trees of the names Word uses."""

from __future__ import annotations

import random
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from ipcheck.readers.docx_numbering import Numbering
from ipcheck.readers.docx_package import W
from ipcheck.readers.docx_styles import Styles
from tests.fuzz.draw import Draw
from tests.fuzz.targets.docx import fuzz_docx, joined
from tests.readers.docx_samples import root

_BLOCKS = ("p", "p", "p", "tbl", "sdt", "sdtContent", "customXml", "ins", "moveTo", "altChunk", "sectPr", "tr", "tc")
_PROPERTIES = (
    "pPr", "numPr", "ilvl", "numId", "pStyle", "outlineLvl", "pageBreakBefore", "rPr", "del", "moveFrom", "vanish",
    "sectPr", "headerReference", "footerReference", "type", "titlePg", "tcPr", "gridSpan", "cellDel", "trPr",
)  # fmt: skip
_RUNS = (
    "r", "r", "r", "t", "t", "t", "delText", "fldChar", "fldChar", "instrText", "fldSimple", "hyperlink", "sym", "tab",
    "br", "cr", "noBreakHyphen", "softHyphen", "footnoteReference", "endnoteReference", "commentRangeStart",
    "commentRangeEnd", "commentReference", "ins", "del", "smartTag", "ruby", "rubyBase", "rt", "drawing", "object",
    "pict", "vertAlign", "position", "highlight", "rFonts", "rStyle", "vanish", "ptab", "pgNum", "dir", "bdo",
    "AlternateContent", "Choice", "Fallback", "txbxContent", "oMath", "oMathPara", "f", "num", "den", "sSup", "e",
    "sup", "sub", "nary", "rad", "deg", "d", "m", "mr", "acc", "func", "fName", "limLow", "lim", "eqArr", "naryPr",
)  # fmt: skip
_NUMBERS = (
    "abstractNum", "num", "lvl", "lvl", "start", "numFmt", "lvlText", "lvlRestart", "suff", "isLgl", "lvlOverride",
    "startOverride", "abstractNumId", "numStyleLink", "styleLink", "pStyle", "rPr", "vanish", "rFonts",
    "AlternateContent", "Choice", "Fallback",
)  # fmt: skip
_STYLES = ("style", "style", "name", "basedOn", "pPr", "numPr", "numId", "ilvl", "outlineLvl", "rPr", "vanish",
           "vertAlign", "docDefaults", "rPrDefault", "rFonts", "link", "pageBreakBefore")  # fmt: skip
_KEYS = (
    "val", "val", "val", "val", "ilvl", "numId", "abstractNumId", "id", "type", "styleId", "default", "fldCharType",
    "format", "font", "char", "instr", "ascii", "space", "Requires",
)  # fmt: skip
_VALUES = (
    "0", "1", "2", "3", "9", "-1", "99", "a", "b", "", "begin", "separate", "end", "default", "first", "paragraph",
    "character", "numbering", "decimal", "chineseCounting", "chineseCountingThousand", "japaneseCounting",
    "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "bullet", "none", "decimalZero",
    "decimalEnclosedCircle", "custom", "ideographTraditional", "ideographZodiac", "hebrew1", "ordinal",
    "cardinalText", "hex", "0001, 0002", "%1.", "%1.%2", "%9%%", "（%1）", "[%1]", "\uf0b7", "Symbol", "Wingdings",
    "F061", "FFFF", "header1", "nextPage", "continuous", "subscript", "superscript", "true", "off", "heading 1",
    "2147483648", "-2147483649", "99999999999999999999", "1.5", "٣", "٣٣٣", "²", " 1 ", "1_0", "SEQ 图 \\* ARABIC",
    "EQ \\o\\ac(○,1)", "MACROBUTTON MTPlaceRef \\* MERGEFORMAT (1)", "REF _Ref1 \\r \\h", "space", "nothing", "tab",
    "image1", "+", "-6", "yellow",
)  # fmt: skip
_MATH = frozenset(("oMath", "oMathPara", "f", "den", "sSup", "e", "sup", "sub", "nary", "rad", "deg", "d", "m", "mr",
                   "acc", "func", "fName", "limLow", "lim", "eqArr", "naryPr"))  # fmt: skip
_MARKUP = frozenset(("AlternateContent", "Choice", "Fallback"))
_DEEPEST = 12


def _tree(draw: Draw, names: tuple[str, ...], depth: int = 0) -> str:
    """An element of one of ``names`` with what is in it."""
    name = draw.one(names)
    prefix = "m" if name in _MATH else "mc" if name in _MARKUP else "w"
    inside = "".join(draw.several(lambda: _attribute(draw), 3))
    keys: dict[str, str] = {}
    for pair in inside.split("\x1f")[:-1]:
        key, _, value = pair.partition("=")
        keys.setdefault(key, value)
    attributes = "".join(f" {'r' if key == 'id' and 'Ref' in name and 'note' not in name else 'w'}:{key}="
                         f"{quoteattr(value)}" for key, value in keys.items())  # fmt: skip
    inner = ""
    if name in ("t", "instrText", "delText"):
        inner = escape(written(draw.text(12) if draw.byte() % 2 else draw.one(_VALUES)))
    elif depth < _DEEPEST:
        below = _PROPERTIES if name.endswith("Pr") else _RUNS if name in ("p", *_RUNS) else names
        below = (*below, "pPr", "rPr") if name in ("p", "r") else below
        inner = "".join(_tree(draw, below, depth + 1) for _ in range(draw.below(6)) if draw.left)
    return f"<{prefix}:{name}{attributes}>{inner}</{prefix}:{name}>"


def _attribute(draw: Draw) -> str:
    return f"{draw.one(_KEYS)}={draw.one(_VALUES)}\x1f"


def written(text: str) -> str:
    """``text`` as XML can hold it: without control characters."""
    return "".join(sign for sign in text if sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff"))


def fuzz_docx_trees(data: bytes) -> None:
    draw = Draw(data)
    names = draw.several(lambda: _tree(draw, _NUMBERS), 20)
    styles = draw.several(lambda: _tree(draw, _STYLES), 8)
    parts: dict[str, str | bytes] = {
        "word/numbering.xml": root("numbering", "".join(names)),
        "word/styles.xml": root("styles", "".join(styles)),
        "word/footnotes.xml": root("footnotes", _tree(draw, ("footnote", "p"))),
        "word/header1.xml": root("hdr", _tree(draw, _BLOCKS)),
    }
    body = []
    while draw.left:
        body.append(_tree(draw, _BLOCKS))
    parts["word/document.xml"] = root("document", f"<w:body>{''.join(body)}</w:body>")
    _labels(parts)
    fuzz_docx(joined(parts))


def _labels(parts: dict[str, str | bytes]) -> None:
    """The resolver alone, asked for every list and style there is."""
    numbering, styles = (etree.fromstring(str(parts[f"word/{name}.xml"]).encode()) for name in ("numbering", "styles"))
    resolver = Numbering(numbering, Styles(styles))
    for place in [*numbering.iter(W + "numPr"), *styles.iter(W + "numPr"), None]:
        for style in (None, "a", "b", ""):
            label = resolver.label(place, style)
            assert label is None or (label.text and len(label.text) < 2000), label


def seeds() -> Iterator[bytes]:
    chance = random.Random(1)
    for size in (60, 200, 600, 1500):
        for _ in range(8):
            yield chance.randbytes(size)
