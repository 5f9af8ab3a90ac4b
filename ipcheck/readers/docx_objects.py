"""Pictures, embedded objects and text boxes inside a run of a .docx."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from ipcheck.model import lazy
from ipcheck.readers.docx_package import MC, Package, R, W, number
from ipcheck.readers.images import NOT_CROPPED, Crop, Look

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_TEXT_BOX = W + "txbxContent"
_ALTERNATE, _CHOICE = MC + "AlternateContent", MC + "Choice"
# Whole drawings without a picture file of their own: charts, diagrams, drawing canvases, groups of shapes.
_DRAWN = frozenset(("chart", "relIds", "wpc", "wgp", "chartSpace"))

_FORMULA_PROGRAM = lazy(r"Equation|MathType|AxMath|KFormula", re.IGNORECASE)
_CHEMISTRY_PROGRAM = lazy(r"ChemDraw|ISISServer|MDLDraw|KingDraw|ChemSketch|ChemWindow|MarvinOLE|InDraw", re.IGNORECASE)
_FORMULA_WORDS = lazy(r"公式|方程|formula|equation|mathtype", re.IGNORECASE)
_CHEMISTRY_WORDS = lazy(r"化学|结构式|chemdraw|chemical", re.IGNORECASE)
_METAFILES = (".wmf", ".emf")
# MathType leaves its name in a comment record of the metafiles it exports; ordinary formulas are small.
_METAFILE_SIZE = 200_000
_EMU = 914_400  # English metric units in an inch
_POINTS = lazy(r"(?:^|;)\s*width:\s*([0-9]{1,4}(?:\.[0-9]{1,4})?)pt")


class Shape(NamedTuple):
    """One object: its kind, its media part's file name, what the source calls it and the rest of model.Object."""

    kind: str
    name: str
    label: str
    drawn: float | None = None
    look: Look | None = None


def branch(alternate: etree._Element) -> etree._Element | None:
    """The one branch of an mc:AlternateContent to read: the first choice, else the fallback."""
    choice = alternate.find(_CHOICE)
    return choice if choice is not None else alternate.find(MC + "Fallback")


def walk(element: etree._Element) -> Iterator[etree._Element]:
    """``element`` and what is in it, in order: text boxes are not entered, of alternatives one branch is."""
    stack = [element]
    while stack:
        item = stack.pop()
        if item.tag == _ALTERNATE:
            chosen = branch(item)
            if chosen is not None:
                stack.append(chosen)
            continue
        yield item
        if item.tag != _TEXT_BOX:
            stack.extend(reversed(item))


def shapes(element: etree._Element, package: Package, part: str) -> tuple[list[Shape], list[etree._Element]]:
    """What a w:drawing, w:pict or w:object of ``part`` shows: its objects, and its text boxes' contents."""
    boxes: list[etree._Element] = []
    media: list[tuple[str, Crop]] = []
    labels: list[str] = []
    widths: list[float] = []
    program: str | None = None
    drawn = False
    for item in walk(element):
        tag = str(item.tag)
        if tag == _TEXT_BOX:
            boxes.append(item)
        elif tag == _A + "blip":
            media.append((_file(package, part, item.get(R + "embed") or item.get(R + "link")), _crop(item)))
        elif tag == _V + "imagedata":
            media.append((_file(package, part, item.get(R + "id") or item.get(R + "pict")), NOT_CROPPED))
            labels.append(item.get(_O + "title", ""))
        elif tag == _O + "OLEObject":
            program = item.get("ProgID", "")
        elif tag == _WP + "extent":
            widths.append(number(item.get("cx")) / _EMU)
        elif tag == _WP + "docPr":
            labels.append(item.get("descr") or item.get("title") or "")
        elif tag.startswith(_V):
            labels.append(item.get("alt", ""))
            if points := _POINTS.search(item.get("style", "")):
                widths.append(float(points[1]) / 72)
        elif tag.rpartition("}")[2] in _DRAWN:
            drawn = True
    label = next((text.strip() for text in labels if text.strip()), "")
    if element.tag == W + "object":
        return [_embedded(program or "", media[0][0] if media else "", label)], boxes
    if not media and drawn:
        media.append(("", NOT_CROPPED))
    # Of a group of pictures only the whole has a known size.
    width = widths[0] if len(media) == len(widths) == 1 and widths[0] > 0 else None
    return [
        Shape(_picture_kind(package, name, label), posixpath.basename(name), label, width, package.look(name, crop))
        for name, crop in media
    ], boxes


def _file(package: Package, part: str, relation_id: str | None) -> str:
    return package.target(part, relation_id) or ""


def _crop(blip: etree._Element) -> Crop:
    """The share of the picture that is cut off on each side: the a:srcRect beside the a:blip."""
    parent = blip.getparent()
    cut = parent.find(_A + "srcRect") if parent is not None else None
    if cut is None:
        return NOT_CROPPED
    left, top, right, bottom = (max(0, number(cut.get(side))) / 100_000 for side in "ltrb")
    return left, top, right, bottom


def _embedded(program: str, name: str, label: str) -> Shape:
    """An OLE object, told by the program that made it."""
    kind = "ole"
    if _FORMULA_PROGRAM.search(program):
        kind = "formula"
    elif _CHEMISTRY_PROGRAM.search(program):
        kind = "chemistry"
    return Shape(kind, posixpath.basename(name), label or program)


def _picture_kind(package: Package, name: str, label: str) -> str:
    """Whether a picture is one of a formula: its alternative text says so, or MathType made the metafile."""
    if _FORMULA_WORDS.search(label):
        return "formula"
    if _CHEMISTRY_WORDS.search(label):
        return "chemistry"
    if name.lower().endswith(_METAFILES) and package.mentions(name, b"MathType", _METAFILE_SIZE):
        return "formula"
    return "picture"
