"""The ZIP guard: ordinary archives open, hostile ones are refused with a Chinese sentence."""

from __future__ import annotations

import io
import random
import stat
import struct
import zipfile

import pytest

from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import DEFAULT, Limits
from ipcheck.readers.safe_zip import open_zip


def pack(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data, method)
    return buffer.getvalue()


def refused(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(ReadError) as caught:
        open_zip(data, limits)
    return str(caught.value)


def test_reads_what_was_packed() -> None:
    archive = open_zip(pack(("a/b.xml", b"<b/>"), ("c.bin", b"\0\1")), DEFAULT)
    assert archive.names == ("a/b.xml", "c.bin")
    assert archive.read("a/b.xml") == b"<b/>"
    assert archive.size("c.bin") == 2


def test_names_ignore_case_when_looked_up() -> None:
    archive = open_zip(pack(("Word/Document.xml", b"x")), DEFAULT)
    assert archive.find("word/document.xml") == "Word/Document.xml"
    assert "WORD/DOCUMENT.XML" in archive
    assert archive.read("word/document.xml") == b"x"


def test_missing_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        open_zip(pack(("a", b"")), DEFAULT).read("b")


def test_folders_are_left_out() -> None:
    assert open_zip(pack(("a/", b""), ("a/b", b"x")), DEFAULT).names == ("a/b",)


def test_backslashes_become_slashes() -> None:
    info = zipfile.ZipInfo("x")
    info.filename = "word\\document.xml"
    assert open_zip(pack((info, b"x")), DEFAULT).read("word/document.xml") == b"x"


def test_names_written_by_chinese_windows() -> None:
    raw = "权利要求书.xml".encode("gb18030")
    data = pack(("A" * len(raw), b"x")).replace(b"A" * len(raw), raw)
    assert open_zip(data, DEFAULT).names == ("权利要求书.xml",)


def test_utf8_names() -> None:
    assert open_zip(pack(("说明书.xml", b"x")), DEFAULT).names == ("说明书.xml",)


@pytest.mark.parametrize("name", ["/etc/passwd", "../evil.xml", "a/../../evil", "C:/evil", "..\\evil"])
def test_names_that_lead_out_are_refused(name: str) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = name
    assert "指向压缩包之外" in refused(pack((info, b"x")))


def test_two_dots_inside_a_name_are_fine() -> None:
    assert open_zip(pack(("a..b/c..d", b"x")), DEFAULT).names == ("a..b/c..d",)


def test_symbolic_link_is_refused() -> None:
    info = zipfile.ZipInfo("link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "符号链接" in refused(pack((info, b"/etc/passwd")))


def test_encrypted_entry_is_refused() -> None:
    data = bytearray(pack(("a", b"x")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "已加密" in refused(bytes(data))


def test_unusual_compression_is_refused() -> None:
    assert "压缩方式" in refused(pack(("a", b"x" * 100), method=zipfile.ZIP_LZMA))


def test_two_files_of_one_name_are_refused() -> None:
    data = pack(("a1", b"x"), ("a2", b"y")).replace(b"a2", b"a1")
    assert "同名" in refused(data)


def test_too_many_entries() -> None:
    assert "上限 2，" in refused(pack(("a", b""), ("b", b""), ("c", b"")), Limits(zip_entries=2))


def test_file_too_large() -> None:
    assert "上限 10 字节" in refused(pack(("a", b"x")), Limits(file_bytes=10))


def test_entry_too_large() -> None:
    assert "压缩炸弹" in refused(pack(("a", b"x" * 1000)), Limits(entry_bytes=999))


def test_total_too_large() -> None:
    assert "压缩炸弹" in refused(pack(("a", b"x" * 600), ("b", b"x" * 600)), Limits(total_bytes=1000))


def test_ratio_counts_only_for_large_entries() -> None:
    assert "压缩比过高（上限 200，" in refused(pack(("a", b"x" * 1_100_000)))
    assert len(open_zip(pack(("a", b"x" * 100_000)), DEFAULT).read("a")) == 100_000


def test_what_was_read_counts_even_if_read_twice() -> None:
    archive = open_zip(pack(("a", b"x" * 600)), Limits(total_bytes=1000))
    archive.read("a")
    with pytest.raises(ReadError, match="过大"):
        archive.read("a")


def test_header_that_understates_the_size() -> None:
    data = bytearray(pack(("a", b"x" * 5000)))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    archive = open_zip(bytes(data), DEFAULT)
    with pytest.raises(ReadError, match="已损坏"):
        archive.read("a")


@pytest.mark.parametrize("data", [b"", b"PK", b"hello" * 100, b"PK\x03\x04" + b"\0" * 100])
def test_no_zip(data: bytes) -> None:
    assert "ZIP" in refused(data)


def test_truncated() -> None:
    data = pack(("a", random.Random(1).randbytes(5000)))
    assert "ZIP" in refused(data[:2000])


def test_random_damage_never_raises_anything_else() -> None:
    whole = pack(("a/b.xml", b"<b>text</b>" * 50), ("说明书.xml", b"y" * 300))
    chance = random.Random(7)
    refusals = 0
    for _ in range(2000):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            archive = open_zip(bytes(data), DEFAULT)
            for name in archive.names:
                archive.read(name)
        except ReadError as error:
            assert str(error)
            refusals += 1
    assert 500 < refusals < 2000
