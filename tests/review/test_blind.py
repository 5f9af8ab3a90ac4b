"""No name is left in any corner of a blind copy, and everything else is as it was."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pikepdf
import pytest

from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import DEFAULT
from ipcheck.readers.registry import read_bytes
from ipcheck.review.blind.copies import blind_copy, blind_name, left_over
from ipcheck.review.blind.names import COVER, Names
from ipcheck.review.blind.pictures import without_words
from tests.review.blind_samples import (
    NAMES,
    SECRETS,
    docx_with_names,
    pdf_with_names,
    text_with_names,
    xml_with_names,
)
from tests.review.conftest import review

NAMED = Names(NAMES)
SAMPLES: list[tuple[str, Callable[[], bytes]]] = [
    *((f"{number}.docx", lambda number=number: docx_with_names(number)) for number in range(24)),
    *((f"{number}.pdf", lambda number=number: pdf_with_names(number)) for number in range(8)),
    *(
        (f"{number}.xml", lambda number=number: xml_with_names(number, ("UTF-8", "GB2312")[number % 2]))
        for number in range(4)
    ),
    *(
        (
            f"{number}.txt",
            lambda number=number: text_with_names(number, ("utf-8", "gb18030", "utf-16", "utf-8-sig")[number]),
        )
        for number in range(4)
    ),
]


@pytest.mark.parametrize(("name", "made"), SAMPLES, ids=[name for name, _ in SAMPLES])
def test_no_name_is_left_and_the_text_is_otherwise_equal(name: str, made: Callable[[], bytes]) -> None:
    data = made()
    assert left_over(data, name, NAMED, DEFAULT)
    blind = blind_copy(data, name, NAMED, DEFAULT)
    assert left_over(blind, name, NAMED, DEFAULT) == []
    assert blind == blind_copy(data, name, NAMED, DEFAULT)
    before, after = (read_bytes(each, name, DEFAULT)[0].text for each in (data, blind))
    if name.endswith(".pdf"):
        # The glyphs are gone and leave a gap.
        assert _words(NAMED.cover(before).replace(COVER, "")) == _words(after)
    else:
        assert NAMED.cover(before) == after
    for secret in SECRETS:
        assert not any(secret.encode(encoding) in everything(blind) for encoding in ("utf-8", "utf-16-le", "gb18030"))


def _words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def everything(data: bytes) -> bytes:
    """All bytes of a file, unpacked."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return b"\n".join([name.encode() + archive.read(name) for name in archive.namelist()])
    if data.startswith(b"%PDF"):
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
        return out.getvalue()
    return data


def test_word_opens_the_copy() -> None:
    document = docx.Document(io.BytesIO(blind_copy(docx_with_names(1), "a.docx", NAMED, DEFAULT)))
    assert document.sections[0].header.paragraphs[0].text == ""
    assert document.sections[0].footer.paragraphs[0].text == "第 1 页"
    assert document.core_properties.author == ""


def test_names_are_found_however_they_are_written() -> None:
    names = Names(["闻人望舒", "ChengBo Ltd", "甲"])
    assert names.cover("闻人　望 舒和CHENGBO LTD和ｃｈｅｎｇｂｏ ｌｔｄ") == "■■　■ ■和■■■■■■■ ■■■和■■■■■■■ ■■■"
    assert names.cover("甲板") == "甲板"
    assert names.cover("XChengBo Ltds") == "XChengBo Ltds"


@pytest.mark.parametrize(
    "words", ["压力为0.13812340000MPa", "步骤S101—S110", "料号 20260101", "1.5至3.7mm", "350000 A 级"]
)
def test_figures_of_an_invention_are_no_telephone_numbers(words: str) -> None:
    assert Names([]).cover(words) == words


def test_a_short_code_in_compressed_bytes_is_chance() -> None:
    names = Names(("J1", "AB12", "青柠"))
    assert list(names.within(b"\x00\x9fJ1\x03")) == []
    assert list(names.within("\x00J1".encode("utf-16-le"))) == ["j1"]
    assert list(names.within(b"--ab12--" + "青柠".encode("gb18030"))) == ["ab12", "青柠"]


def test_file_names_say_only_the_part() -> None:
    assert blind_name("100001.xml", 1, NAMED) == "100001.xml"
    assert blind_name("澄泊四季-权利要求书-闻人.docx", 1, NAMED) == "权利要求书.docx"
    assert blind_name("澄泊所来稿.docx", 3, NAMED) == "文件3.docx"


def test_a_damaged_picture_is_left_alone() -> None:
    assert without_words(b"\x89PNG\r\n\x1a\n\x00\x00\xff\xff") == b"\x89PNG\r\n\x1a\n\x00\x00\xff\xff"
    assert without_words(b"\xff\xd8\xff\xe1\xff\xff") == b"\xff\xd8\xff\xe1\xff\xff"


def test_old_word_files_are_told() -> None:
    with pytest.raises(ReadError, match=r"\.docx"):
        blind_copy(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", NAMED, DEFAULT)


def test_the_step_writes_copies_and_a_key(evaluation: Path) -> None:
    (evaluation / "案卷" / "90011-0.txt").write_text("澄泊丑专利代理事务所的代理师11写的权利要求书\n", encoding="utf-8")
    assert review("sample", str(evaluation)).exit_code == 0
    shown = review("blind", str(evaluation))
    assert shown.exit_code == 0, shown.output
    copies = sorted((evaluation / "匿名卷").iterdir())
    assert len(copies) == 60 and copies[0].name == "卷001.txt"
    assert not any("代理事务所" in path.read_text("utf-8") for path in copies)
    assert review("check", str(evaluation)).exit_code in (0, 2)


def test_what_cannot_be_blind_is_named(evaluation: Path) -> None:
    (evaluation / "案卷" / "90011-0.txt").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert review("sample", str(evaluation)).exit_code == 0
    shown = review("blind", str(evaluation))
    assert shown.exit_code == 2 and "90011-0.txt" in shown.stderr and "另存为 .docx" in shown.stderr
    assert len(list((evaluation / "匿名卷").iterdir())) == 59
    # Falling back on the original would show the experts whose it is.
    refused = review("check", str(evaluation))
    assert refused.exit_code == 2 and re.search(r"卷\d{3}", refused.stderr)
