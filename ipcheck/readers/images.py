"""Looks at pictures (PNG, JPEG, TIFF, BMP, GIF) as far as a machine can: size, colour, half-tones, a frame.

Pillow (the extra ``image``) is asked only when a check wants to know; without it nothing is known of a picture.
Metafiles (WMF, EMF) are drawings in lines and have no pixels: nothing is known of them either.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from io import BytesIO
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, TypeVar
from warnings import catch_warnings, simplefilter

from ipcheck.model import lazy
from ipcheck.model.document import Document, DocumentBuilder, Place
from ipcheck.model.image import ImageFacts
from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp")
_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM")
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF")
# A progressive JPEG comes in some ten scans; each costs as much as the whole picture.
_MOST_SCANS = 100
# Tiles in which half-tones are measured, and the points at which colour is.
_TILE, _TILES, _POINTS = 96, 5, 500
_COLOURED = 48
_LARGE = 1600
# How far from the edge a frame may stand, as a share of the width and the height.
_MARGIN = 0.06
_BOX = 4  # PIL.Image.Resampling.BOX, named here so that Pillow is imported only when a picture is looked at

_FIGURE = lazy(r"(?:说明书)?附?图[ _-]?(\d{1,3}(?:[a-zA-Z]|[(（][a-zA-Z0-9][)）]|[-_.]\d{1,2})?)")
_ABSTRACT_FIGURE = lazy(r"(?:说明书)?摘要附图[ _-]?(?:图?\d{1,3})?")
_FILED = lazy(r"(100003|100005)[_-](\d{1,3})")

Crop = tuple[float, float, float, float]
NOT_CROPPED: Crop = (0.0, 0.0, 0.0, 0.0)


Fetch = Callable[[], bytes]
_Seen = TypeVar("_Seen")


class Look:
    """A picture's bytes, fetched and looked at once, when somebody asks."""

    def __init__(self, fetch: Fetch, limits: Limits, crop: Crop = NOT_CROPPED) -> None:
        self._fetch = fetch
        self._limits = limits
        self._crop = crop

    def __call__(self) -> ImageFacts | None:
        """What there is to see; None if it cannot be fetched or looked at."""
        return self._facts

    def through(self, fetch: Fetch) -> Look:
        """The same look, its bytes fetched in another way."""
        return Look(fetch, self._limits, self._crop)

    def data(self) -> bytes | None:
        """The bytes of the picture, None if they cannot be fetched."""
        try:
            return self._fetch()
        except (ReadError, OSError, KeyError):
            return None

    @cached_property
    def _facts(self) -> ImageFacts | None:
        data = self.data()
        return None if data is None else describe(data, self._limits, self._crop)


def describe(data: bytes, limits: Limits = DEFAULT, crop: Crop = NOT_CROPPED) -> ImageFacts | None:
    """What is to be seen in the picture ``data``, None if it is none, damaged, over the limits or Pillow is missing.

    ``crop`` is the share of the picture cut off left, top, right and bottom. The size is looked at in the header
    before a single pixel is decoded.
    """
    return _looked(data, limits, partial(_measure, crop=crop))


def grey_picture(data: bytes, longest: int, limits: Limits = DEFAULT) -> Image | None:
    """The picture ``data`` in grey on white, made smaller to about ``longest`` pixels; None as with ``describe``."""
    return _looked(data, limits, partial(_small_grey, longest=longest))


def colour_picture(data: bytes, longest: int, limits: Limits = DEFAULT) -> Image | None:
    """The picture ``data`` in RGB on white, its longer side at most ``longest`` pixels; None as with ``describe``."""
    return _looked(data, limits, partial(_small_colour, longest=longest))


def _looked(data: bytes, limits: Limits, look: Callable[[ImageFile], _Seen]) -> _Seen | None:
    if len(data) > limits.file_bytes or (data.startswith(b"\xff\xd8") and data.count(b"\xff\xda") > _MOST_SCANS):
        return None
    try:
        from PIL import Image
    except ImportError:
        return None
    # Pillow raises nearly anything on hostile bytes; whatever it is, the picture was not seen.
    try:
        with catch_warnings():
            simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_FORMATS) as picture:
                if picture.width * picture.height > limits.image_pixels:
                    return None
                return look(picture)
    except MemoryError:
        return None
    except Exception:
        return None


def _small_grey(picture: ImageFile, longest: int) -> Image:
    if picture.format == "JPEG":
        picture.draft(None, (longest, longest))
    plain = _on_white(picture).convert("L")
    return plain.reduce(max(1, max(plain.size) // longest))


def _small_colour(picture: ImageFile, longest: int) -> Image:
    if picture.format == "JPEG":
        picture.draft(None, (longest, longest))
    plain = _on_white(picture).convert("RGB")
    plain.thumbnail((longest, longest))
    return plain


def _measure(picture: ImageFile, crop: Crop) -> ImageFacts | None:
    dpi = picture.info.get("dpi")
    width, height = picture.size
    if min(width, height) > _LARGE and picture.format == "JPEG":
        # A decoder that halves the picture costs less; what is measured does not change.
        picture.draft(None, (width // 2, height // 2))
    left, top, right, bottom = (max(0.0, share) for share in crop)
    picture.load()
    plain: Image = picture
    if any(crop):
        x, y = plain.width, plain.height
        plain = plain.crop((round(x * left), round(y * top), round(x * (1 - right)), round(y * (1 - bottom))))
    if min(plain.size) < 2:
        return None
    return ImageFacts(
        format=picture.format or "",
        width=round(width * (1 - left - right)),
        height=round(height * (1 - top - bottom)),
        dpi=float(dpi[0]) if dpi and float(dpi[0]) > 1 else None,
        colour=_colour(plain) if plain.mode not in ("1", "L") else 0.0,
        shaded=_shaded(plain) if plain.mode != "1" else 0.0,
        framed=_framed(plain),
    )


def _on_white(piece: Image) -> Image:
    """A piece of a picture in RGB or L, what is transparent white as on paper.

    Pieces are turned, never the whole: that costs more than to decode it.
    """
    from PIL import Image

    if piece.mode in ("L", "1"):
        return piece.convert("L")
    if piece.mode in ("RGBA", "LA", "PA") or "transparency" in piece.info:
        layer = piece.convert("RGBA")
        white = Image.new("RGB", layer.size, "white")
        white.paste(layer, mask=layer.getchannel("A"))
        return white
    return piece.convert("RGB")


def plain_picture(stream: IO[bytes], longest: int) -> Image:
    """A picture in RGB whose longer side is at most ``longest`` pixels.

    Only for bytes that ``describe`` has looked at before; raises what Pillow raises.
    """
    from PIL import Image

    with Image.open(stream, formats=_FORMATS) as picture:
        plain = _on_white(picture).convert("RGB")
    plain.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return plain


def _grey(picture: Image, box: tuple[int, int, int, int]) -> Image:
    return _on_white(picture.crop(box)).convert("L")


def _share(mask: Image) -> float:
    """The share of white in a mask of 0 and 255."""
    return mask.histogram()[255] / (mask.width * mask.height)


def _colour(picture: Image) -> float:
    """The share of coloured pixels, read at points: a mean of neighbours would wash thin lines out."""
    from PIL import Image, ImageChops

    size = min(picture.width, _POINTS), min(picture.height, _POINTS)
    points = _on_white(picture.resize(size, resample=Image.Resampling.NEAREST)).convert("RGB")
    red, green, blue = points.split()
    brightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    spread = ImageChops.subtract(brightest, darkest)
    return _share(spread.point(lambda value: 255 if value > _COLOURED else 0))


def _shaded(picture: Image) -> float:
    """The share of half-tones that change softly from pixel to pixel.

    Lines and letters are grey only where they border on white, steeply; a filled area is grey, but everywhere the
    same; the paper of a scan is grey, but all of one tone. Measured in tiles at full size: scaling down would make
    half-tones of hatching.
    """
    from PIL import Image, ImageChops

    across, down = min(_TILES, max(1, picture.width // _TILE)), min(_TILES, max(1, picture.height // _TILE))
    width, height = min(_TILE, picture.width), min(_TILE, picture.height)
    sheet = Image.new("L", (across * width, down * height))
    for column in range(across):
        for row in range(down):
            x = round((picture.width - width) * (column + 0.5) / across)
            y = round((picture.height - height) * (row + 0.5) / down)
            sheet.paste(_grey(picture, (x, y, x + width, y + height)), (column * width, row * height))
    counts = sheet.histogram()
    paper = max(range(128, 256), key=lambda tone: sum(counts[max(0, tone - 8) : tone + 9]))
    tones = sheet.point(lambda value: 255 if 24 < value < 240 and abs(value - paper) > 24 else 0)
    step = ImageChops.lighter(
        ImageChops.difference(sheet, ImageChops.offset(sheet, 1, 0)),
        ImageChops.difference(sheet, ImageChops.offset(sheet, 0, 1)),
    )
    soft = step.point(lambda value: 255 if 1 <= value <= 14 else 0)
    return _share(ImageChops.darker(tones, soft))


def _framed(picture: Image) -> bool:
    """Whether straight lines run along all four edges with nothing but paper outside and right inside them.

    Only strips along the edges are looked at: the whole picture may be large.
    """
    width, height = picture.size
    if min(width, height) < 100:
        return False
    across, down = round(width * _MARGIN), round(height * _MARGIN)
    boxes = [
        _ink(picture, (0, 0, across, height)).getbbox(),
        _ink(picture, (0, 0, width, down)).getbbox(),
        _ink(picture, (width - across, 0, width, height)).getbbox(),
        _ink(picture, (0, height - down, width, height)).getbbox(),
    ]
    if boxes[0] is None or boxes[1] is None or boxes[2] is None or boxes[3] is None:
        return False
    left, top = boxes[0][0], boxes[1][1]
    right, bottom = width - across + boxes[2][2], height - down + boxes[3][3]
    deep = max(3, round(min(width, height) * 0.012))
    sides = (
        _thickness(_ink(picture, (left, top, left + deep, bottom)).resize((deep, 1), resample=_BOX)),
        _thickness(_ink(picture, (left, top, right, top + deep)).resize((1, deep), resample=_BOX)),
        _thickness(_ink(picture, (right - deep, top, right, bottom)).resize((deep, 1), resample=_BOX), last=True),
        _thickness(_ink(picture, (left, bottom - deep, right, bottom)).resize((1, deep), resample=_BOX), last=True),
    )
    if not all(sides):
        return False
    # Inside the lines and the softened pixel beside them.
    left, top, right, bottom = left + sides[0] + 1, top + sides[1] + 1, right - sides[2] - 1, bottom - sides[3] - 1
    gap = max(4, round(min(width, height) * 0.006))
    rings = (
        (left, top, left + gap, bottom),
        (right - gap, top, right, bottom),
        (left, top, right, top + gap),
        (left, bottom - gap, right, bottom),
    )
    return all(_ink(picture, ring).getbbox() is None for ring in rings)


def _ink(picture: Image, box: tuple[int, int, int, int]) -> Image:
    """A piece of the picture as a mask: 255 where it is not white."""
    return _grey(picture, box).point(lambda value: 255 if value < 200 else 0)


def _thickness(covered: Image, *, last: bool = False) -> int:
    """How many pixels from the edge inward are line, by how far each is ``covered``; 0 where there is none."""
    values = list(covered.tobytes())
    if last:
        values.reverse()
    thick = next((index for index, value in enumerate(values) if value < 128), 0)
    return thick if thick and max(values[:thick]) >= 250 else 0


def beside(folder: Path, limits: Limits) -> dict[str, Fetch]:
    """The pictures that lie in ``folder``, by their names in lower case; links and other oddities left out."""
    try:
        with os.scandir(folder) as entries:
            found = [Path(entry.path) for entry in entries if entry.is_file(follow_symlinks=False)]
    except OSError:
        return {}
    return {
        path.name.lower(): partial(_bytes, path, limits) for path in sorted(found) if path.suffix.lower() in SUFFIXES
    }


def _bytes(path: Path, limits: Limits) -> bytes:
    with path.open("rb") as stream:
        return stream.read(limits.file_bytes + 1)


def attach(document: Document, neighbours: Callable[[], dict[str, Fetch]], limits: Limits) -> Document:
    """``document`` with its pictures able to be looked at, where a file of their very name is among the neighbours.

    Only names in the same folder count: a name with a path in it finds nothing.
    """
    if not any(item.kind == "picture" and item.name and item.look is None for item in document.objects):
        return document
    known = neighbours()
    return replace(
        document,
        objects=tuple(
            replace(item, look=Look(known[item.name.lower()], limits))
            if item.kind == "picture" and item.look is None and item.name.lower() in known
            else item
            for item in document.objects
        ),
    )


def named(path: str) -> tuple[str, str] | None:
    """The part and the label that a picture's file name tells (图1.png, 摘要附图.jpg, 100003_1.jpg), else None."""
    pure = PurePath(path.replace("\\", "/"))
    if pure.suffix.lower() not in SUFFIXES:
        return None
    stem = pure.stem.strip()
    if _ABSTRACT_FIGURE.fullmatch(stem):
        return "abstract-drawing", ""
    if match := _FIGURE.fullmatch(stem):
        return "drawings", "图" + match[1].replace("_", "-")
    if match := _FILED.fullmatch(stem):
        return ("drawings", f"图{int(match[2])}") if match[1] == "100003" else ("abstract-drawing", "")
    return None


def is_image(data: bytes, path: str) -> bool:
    """Whether this is one of the pictures that can be a drawing, by its bytes and its suffix."""
    return data.startswith(_MAGIC) and PurePath(path.replace("\\", "/")).suffix.lower() in SUFFIXES


def read(data: bytes, path: str, limits: Limits = DEFAULT) -> Document:
    """A picture file as a document of one picture. Raises ReadError if its name does not tell which figure it is."""
    told = named(path)
    if told is None:
        raise ReadError(
            "图片的文件名看不出是哪一幅图，未检查；请改成 图1.png、附图2.jpg 或者 摘要附图.png 这样的名字"
            "（其他文件支持 .docx、.doc、.wps、.pdf、.xml、.zip、.txt、.md）"
        )
    part, label = told
    builder = DocumentBuilder(path, "image")
    name = PurePath(path.replace("\\", "/")).name
    builder.add_object("picture", Place(name), name, label, look=Look(lambda: data, limits))
    builder.end_paragraph(part=part)
    return builder.build()
