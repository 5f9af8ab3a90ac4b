"""Pictures: whatever the bytes, they are looked at or not, and nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image

from ipcheck.abnormal.figures import print_of
from ipcheck.readers import ReadError
from ipcheck.readers.images import colour_picture, describe, grey_picture
from ipcheck.readers.registry import read_bytes
from tests.fuzz.target import sound
from tests.hostile.plain import picture_files


def fuzz_images(data: bytes) -> None:
    for name in ("图1.png", "说明书附图2.tif"):
        try:
            documents = read_bytes(data, name)
        except ReadError as error:
            assert str(error)
            continue
        for document in documents:
            sound(document)
            for item in document.objects:
                assert item.image == describe(data)
    facts = describe(data)
    if facts is not None:
        assert facts.width > 0 and facts.height > 0
        assert describe(data) == facts
    print_of(data)
    for picture in (grey_picture(data, 64), colour_picture(data, 64)):
        assert picture is None or (picture.width > 0 and picture.height > 0)


def _saved(picture: Image.Image, form: str) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, form)
    return stream.getvalue()


def seeds() -> Iterator[bytes]:
    small = Image.radial_gradient("L").resize((40, 30))
    for form in ("PNG", "JPEG", "TIFF", "BMP", "GIF"):
        yield _saved(small, form)
    yield _saved(small.convert("RGBA"), "PNG")
    yield _saved(small.convert("1"), "TIFF")
    yield _saved(small.convert("P"), "PNG")
    yield from (data for _, data in picture_files() if len(data) < 3000)
