"""Blind copies of whole files, and the look afterwards whether a name is left anywhere."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from ipcheck.readers.docx_package import parse as parse_part
from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import Limits
from ipcheck.readers.registry import kind_of, read_bytes
from ipcheck.readers.safe_zip import open_zip
from ipcheck.review.blind.docx import MARKUP, blind_docx
from ipcheck.review.blind.names import Names
from ipcheck.review.blind.pdf import blind_pdf, streams_of, strings_of
from ipcheck.review.blind.pictures import without_words
from ipcheck.review.blind.plain import blind_text, blind_xml

_NO_CLOCK = (2000, 1, 1, 0, 0, 0)
# What a file name may go on saying: e-filing codes, figure numbers, the names of the parts.
_PLAIN_NAME = re.compile(r"[0-9A-Za-z_.-]{1,40}|图\s*\d{1,3}[a-z]?")
_PART_WORDS = re.compile(
    r"请求书|权利要求书|权利要求|说明书摘要|摘要附图|说明书附图|说明书|摘要|附图|简要说明|图片或照片|序列表"
)


def blind_copy(data: bytes, shown: str, names: Names, limits: Limits) -> bytes:
    """The blind copy of a file's bytes; ``shown`` is its name. Raises ReadError for a format that has none."""
    kind = kind_of(data, shown, limits)
    if kind == "docx":
        return blind_docx(data, names, limits)
    if kind == "pdf":
        return blind_pdf(data, names)
    if kind == "xml":
        return blind_xml(data, names)
    if kind == "text":
        return blind_text(data, names)
    if kind == "image":
        return without_words(data)
    if kind == "zip":
        return _blind_zip(data, names, limits)
    raise ReadError("这种格式（.doc、.wps）做不了匿名；请在 Word/WPS 中另存为 .docx")


def _blind_zip(data: bytes, names: Names, limits: Limits) -> bytes:
    archive = open_zip(data, limits)
    out = io.BytesIO()
    taken: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for number, name in enumerate(sorted(archive.names), 1):
            member = archive.read(name)
            if kind_of(member, name, limits) == "zip":
                raise ReadError("压缩包里还有压缩包，做不了匿名；请解压以后放进同一个文件夹")
            pieces = PurePosixPath(name).parts
            folder = [piece for piece in pieces[:-1] if _PLAIN_NAME.fullmatch(piece) and not names.spans(piece)]
            blind = "/".join([*folder, blind_name(pieces[-1], number, names)])
            if blind in taken:
                path = PurePosixPath(blind)
                blind = path.with_name(f"{path.stem}{number}{path.suffix}").as_posix()
            taken.add(blind)
            package.writestr(
                zipfile.ZipInfo(blind, _NO_CLOCK), blind_copy(member, name, names, limits), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def blind_name(name: str, number: int, names: Names) -> str:
    """A file's name without names: kept where it says only a part, a code or a figure, else 文件 and ``number``."""
    path = PurePosixPath(name)
    if _PLAIN_NAME.fullmatch(path.stem) and not names.spans(name):
        return name
    part = _PART_WORDS.search(path.stem)
    return f"{part[0] if part else f'文件{number}'}{path.suffix.lower()}"


def left_over(data: bytes, shown: str, names: Names, limits: Limits) -> list[str]:
    """Where a name still stands in a blind copy: in what is read, in any part of the file, in bytes nobody reads."""
    found = []
    if kind_of(data, shown, limits) not in ("image",):
        for document in read_bytes(data, shown, limits):
            for start, end in names.spans(document.text):
                found.append(f"{document.path} {document.place_of(start).label}：{document.text[start:end]}")
            for words in document.margins:
                found += [f"{document.path} 页眉页脚：{words[start:end]}" for start, end in names.spans(words)]
    for where, words in _insides(data, shown, limits):
        found += [f"{where}：{words[start:end]}" for start, end in names.spans(words)]
    found += [f"{shown}（字节）：{name}" for name in names.within(data)]
    if data.startswith(b"%PDF"):
        found += [f"{shown}（压缩的内容）：{name}" for stream in streams_of(data) for name in names.within(stream)]
    return list(dict.fromkeys(found))


def _insides(data: bytes, shown: str, limits: Limits) -> Iterator[tuple[str, str]]:
    """Every piece of text of a package with where it stands: all parts, text and attributes, each paragraph joined."""
    if data.startswith(b"%PDF"):
        for words in strings_of(data):
            yield f"{shown}（文字层以外）", words
    if not data.startswith(b"PK"):
        return
    archive = open_zip(data, limits)
    office = any(name.lower() == "[content_types].xml" for name in archive.names)
    for name in archive.names:
        yield f"{shown} 的文件名", name
        member = archive.read(name)
        if member.startswith(b"PK") and office:
            yield from _insides(member, f"{shown} {name}", limits)
        if not name.lower().endswith(MARKUP):
            continue
        if not office:
            yield f"{shown} {name}", member.decode("utf-8", "replace")
            continue
        root = parse_part(member, name)
        for element in root.iter():
            if isinstance(element.tag, str):
                for value in element.attrib.values():
                    yield f"{shown} {name}", str(value)
                if etree.QName(element).localname == "p":
                    yield f"{shown} {name}", "".join(map(str, element.itertext()))
                elif element.text:
                    yield f"{shown} {name}", element.text


__all__ = ["blind_copy", "blind_name", "left_over"]
