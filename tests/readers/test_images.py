"""Pictures: what they look like, where their bytes come from, what is refused."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from ipcheck.model import Document, ImageFacts, Object
from ipcheck.readers import Limits, ReadError, read_file
from ipcheck.readers.images import describe, named
from tests.samples.docx_file import DocxFile, text_run
from tests.samples.line_drawing import Drawing

E_FILED = (
    '<cn-application-body><cn-drawings><figure num="0001" figure-labels="图1">'
    '<img file="{0}" wi="{1}" he="90"/></figure>'
    "</cn-drawings></cn-application-body>"
)


def saved(picture: Image.Image, form: str = "PNG", **more: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, form, **more)
    return stream.getvalue()


def seen(data: bytes) -> ImageFacts:
    facts = describe(data)
    assert facts is not None
    return facts


def drawing(mode: str = "RGB", size: tuple[int, int] = (900, 700)) -> Image.Image:
    """Lines, a hatched face and a grey one on white."""
    picture = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((200, 150, 600, 500), outline="black", width=3)
    for shift in range(0, 300, 7):
        pen.line((210 + shift, 160, 210, 160 + shift), fill="black")
    pen.rectangle((400, 300, 590, 490), fill=(170, 170, 170))
    pen.ellipse((620, 200, 800, 380), outline="black", width=2)
    return picture.convert(mode)


def photo(size: tuple[int, int] = (800, 600)) -> Image.Image:
    """Soft light and noise, as a camera gives them."""
    light = Image.radial_gradient("L").resize(size)
    return Image.blend(light, Image.effect_noise(size, 16), 0.3).convert("RGB")


@pytest.mark.parametrize("form", ("PNG", "JPEG", "TIFF", "BMP", "GIF"))
def test_a_line_drawing_is_no_photograph(form: str) -> None:
    facts = seen(saved(drawing(), form))
    assert (facts.format, facts.width, facts.height) == (form, 900, 700)
    assert facts.colour == 0 and facts.shaded < 0.05
    assert not facts.photo_like and not facts.framed


@pytest.mark.parametrize("form", ("PNG", "JPEG"))
def test_a_photograph_is_one(form: str) -> None:
    assert seen(saved(photo(), form)).photo_like
    assert seen(saved(photo((5000, 3400)), form)).photo_like
    assert seen(saved(photo(), form)).colour == 0


def test_a_scan_on_grey_paper_is_no_photograph() -> None:
    paper = Image.blend(drawing("L"), Image.effect_noise((900, 700), 12), 0.2)
    assert not seen(saved(paper, "JPEG", quality=60)).photo_like


def test_every_mode_can_be_measured() -> None:
    for mode in ("1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16"):
        picture = drawing("L" if mode == "I;16" else mode)
        form = "TIFF" if mode in ("CMYK", "I;16") else "PNG"
        facts = seen(saved(picture.convert("I;16") if mode == "I;16" else picture, form))
        assert (facts.width, facts.colour, facts.framed) == (900, 0, False)
        assert not facts.photo_like


def test_colour_of_thin_lines_counts_and_what_is_transparent_is_white() -> None:
    picture = drawing()
    ImageDraw.Draw(picture).line((0, 0, 899, 699), fill=(220, 30, 30), width=4)
    assert seen(saved(picture)).colour > 0.003
    layer = drawing("RGBA")
    layer.putalpha(layer.convert("L").point(lambda value: 0 if value > 250 else 255))
    layer.paste((255, 0, 0, 0), (0, 0, 100, 100))
    assert seen(saved(layer)).colour == 0


def test_a_frame_is_closed_along_the_edge_and_nothing_touches_it() -> None:
    framed = drawing()
    ImageDraw.Draw(framed).rectangle((8, 12, 890, 685), outline="black", width=2)
    assert seen(saved(framed)).framed
    assert seen(saved(framed, "JPEG", quality=70)).framed
    touched = framed.copy()
    ImageDraw.Draw(touched).line((8, 300, 200, 300), fill="black", width=2)
    assert not seen(saved(touched)).framed
    open_below = framed.copy()
    open_below.paste("white", (0, 600, 900, 700))
    assert not seen(saved(open_below)).framed
    box_inside = drawing()
    ImageDraw.Draw(box_inside).rectangle((90, 80, 850, 650), outline="black", width=2)
    assert not seen(saved(box_inside)).framed


def test_resolution_is_what_the_file_declares() -> None:
    assert seen(saved(drawing(), "JPEG", dpi=(300, 300))).dpi == 300
    assert seen(saved(drawing())).dpi is None


def test_bombs_are_refused_by_their_header() -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    assert describe(bomb) is None
    assert describe(saved(drawing()), Limits(image_pixels=100_000)) is None
    assert describe(saved(drawing()), Limits(file_bytes=100)) is None
    assert describe(saved(drawing("L"), "JPEG") + b"\xff\xda" * 200) is None


def test_damaged_and_foreign_bytes_are_not_seen() -> None:
    whole = saved(drawing())
    assert describe(b"") is None
    assert describe(b"\xd7\xcd\xc6\x9a" + b"\0" * 100) is None
    assert describe(whole[: len(whole) // 2]) is None
    chance = random.Random(7)
    for form in ("PNG", "JPEG", "TIFF", "BMP", "GIF"):
        data = bytearray(saved(drawing(size=(820, 640)), form))
        for _ in range(30):
            broken = bytearray(data)
            for _ in range(8):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            describe(bytes(broken))


def test_names_that_tell_a_figure() -> None:
    assert named("案/图1.png") == ("drawings", "图1")
    assert named("附图12.JPG") == ("drawings", "图12")
    assert named("图 2a.tif") == ("drawings", "图2a")
    assert named("100003_3.jpg") == ("drawings", "图3")
    assert named("摘要附图.png") == ("abstract-drawing", "")
    assert named("100005_1.jpg") == ("abstract-drawing", "")
    for other in ("照片.jpg", "图1.docx", "图标.png", "截图1.png", "100002_1.jpg", "意图3.png"):
        assert named(other) is None


def first(document: Document) -> Object:
    return document.objects[0]


def test_docx_pictures_have_the_resolution_at_which_they_are_drawn(tmp_path: Path) -> None:
    file = DocxFile("说明书附图")
    file.paragraph(file.picture(Drawing(960, 700).line((0, 0), (500, 500)).png, "图", 480, 350))
    file.paragraph(text_run("图1"))
    path = tmp_path / "说明书附图.docx"
    path.write_bytes(file.data)
    facts = first(read_file(path, path.name)[0]).image
    assert facts is not None and (facts.width, facts.height, facts.dpi) == (960, 700, 192)


def test_docx_pictures_are_seen_as_cropped(tmp_path: Path) -> None:
    framed = drawing()
    ImageDraw.Draw(framed).rectangle((2, 2, 897, 697), outline="black", width=2)
    file = DocxFile("说明书附图")
    file.paragraph(file.picture(saved(framed), "图", 450, 350))
    path = tmp_path / "说明书附图.docx"
    path.write_bytes(file.data)
    whole = first(read_file(path, path.name)[0]).image
    assert whole is not None and whole.framed
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    cut = b'<a:srcRect l="10000" t="0" r="10000" b="0"/><a:stretch>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<a:stretch>", cut)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    cropped = first(read_file(path, path.name)[0]).image
    assert cropped is not None and (cropped.width, cropped.dpi, cropped.framed) == (720, 153.6, False)


def test_xml_finds_pictures_only_beside_itself(tmp_path: Path) -> None:
    case = tmp_path / "100003"
    case.mkdir()
    (case / "HDA1.JPG").write_bytes(saved(drawing(), "JPEG", dpi=(72, 72)))
    (tmp_path / "secret.jpg").write_bytes(saved(drawing(), "JPEG"))
    (case / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    path = case / "100003.xml"
    for name, found in (
        ("HDA1.jpg", True),
        ("../secret.jpg", False),
        (str(tmp_path / "secret.jpg"), False),
        ("link.jpg", False),
        ("none.jpg", False),
        ("100003.xml", False),
    ):
        path.write_text(E_FILED.format(name, "101.6"), encoding="utf-8")
        facts = first(read_file(path, path.name)[0]).image
        assert (facts is not None) is found, name
        if facts is not None:
            assert facts.dpi == pytest.approx(225)


def test_a_case_zip_holds_its_pictures(tmp_path: Path) -> None:
    path = tmp_path / "case.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("100003/100003.xml", E_FILED.format("100003_1.jpg", ""))
        archive.writestr("100003/100003_1.jpg", saved(drawing(), "JPEG", dpi=(300, 300)))
        archive.writestr("other/100003_1.jpg", saved(photo(), "JPEG"))
    (document,) = read_file(path, path.name)
    facts = first(document).image
    assert facts is not None and not facts.photo_like and facts.dpi == 300


def test_a_picture_file_is_a_document_of_one_picture(tmp_path: Path) -> None:
    path = tmp_path / "图2.png"
    path.write_bytes(saved(drawing()))
    (document,) = read_file(path, "案/图2.png")
    assert (document.format, document.text, document.paragraphs[0].part) == ("image", "\ufffc", "drawings")
    assert document.objects == (Object("picture", 0, "图2.png", "图2"),)
    assert first(document).image is not None
    stranger = tmp_path / "照片.png"
    stranger.write_bytes(saved(drawing()))
    with pytest.raises(ReadError, match="看不出是哪一幅图"):
        read_file(stranger, "照片.png")
    broken = tmp_path / "图1.png"
    broken.write_bytes(b"x" * 100)
    with pytest.raises(ReadError, match="不是有效的"):
        read_file(broken, "图1.png")
