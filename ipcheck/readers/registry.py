"""Tells what a file is by its content and hands it to the reader for that."""

from __future__ import annotations

import hashlib
import importlib
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import cast

from ipcheck.model.document import Document
from ipcheck.readers import images
from ipcheck.readers.errors import ReadError, refuse_large
from ipcheck.readers.images import Fetch
from ipcheck.readers.limits import DEFAULT, Limits, limit_told
from ipcheck.readers.safe_zip import SafeZip, open_zip
from ipcheck.whole import is_pipe, why_unread

Reader = Callable[[bytes, str, Limits], Document]

# By name, so that lxml and pdfium are imported only when a file needs them.
_READERS = {
    "docx": "ipcheck.readers.docx",
    "pdf": "ipcheck.readers.pdf",
    "xml": "ipcheck.readers.cnipa_xml",
    "doc": "ipcheck.readers.legacy",
    "text": "ipcheck.readers.text",
    "image": "ipcheck.readers.images",
}
SUFFIXES = (".docx", ".doc", ".wps", ".pdf", ".xml", ".zip", ".txt", ".md")
_SUPPORTED = "支持 .docx、.doc、.wps、.pdf、.xml（CNIPA 或 ST.26）、案卷 .zip、.txt、.md"
_TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown")
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[?!A-Za-z_\x80-\xff]")
_XML_WIDE = re.compile(rb"(?:\xff\xfe)?(?:\s\0)*<\0[?!A-Za-z_]|(?:\xfe\xff)?(?:\0\s)*\0<\0[?!A-Za-z_]|\xff\xfe<")
_OTHER_OFFICE = (("xl/", "Excel 工作簿"), ("ppt/", "PowerPoint 演示文稿"))


def read_file(path: Path, shown: str, limits: Limits = DEFAULT) -> list[Document]:
    """Read one file into its documents: one, or one per member of a case ZIP.

    ``shown`` is the path written into the documents. Raises ReadError with a sentence for the user.
    """
    data = read_whole(path, limits)
    documents = read_bytes(data, shown, limits)
    if documents[0].format == "xml" and len(documents) == 1:
        return [images.attach(documents[0], lambda: images.beside(path.parent, limits), limits)]
    return documents


def read_stdin(data: bytes, limits: Limits = DEFAULT) -> Document:
    """Read text that came through standard input; its path is ``-``. Raises ReadError."""
    refuse_large(len(data), limits)
    if not data.strip():
        raise ReadError("标准输入是空的，没有可检查的文字")
    if kind_of(data, "-.txt", limits) != "text":
        raise ReadError("标准输入只接受纯文本；请把文件路径写在命令行上")
    return _read_as("text", data, "-", limits)


def read_bytes(data: bytes, shown: str, limits: Limits = DEFAULT) -> list[Document]:
    """Read the bytes of one file, told apart by content. Raises ReadError."""
    refuse_large(len(data), limits)
    if not data.strip():
        raise ReadError("文件是空的；请确认是否选错文件，或者文件没有保存成功")
    kind = kind_of(data, shown, limits)
    if kind == "zip":
        return _read_zip(data, shown, limits)
    return [_read_as(kind, data, shown, limits)]


def kind_of(data: bytes, shown: str, limits: Limits = DEFAULT) -> str:
    """Tell docx, pdf, xml, doc, zip, image or text by content; the suffix of ``shown`` counts for text and images.

    Raises ReadError for anything that is none of them.
    """
    suffix = PurePosixPath(shown.replace("\\", "/")).suffix.lower()
    if data.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and suffix not in _TEXT_SUFFIXES):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(open_zip(data, limits))
    if data.startswith(_OLE2):
        return "doc"
    if images.is_image(data, shown):
        return "image"
    if suffix in _TEXT_SUFFIXES:
        return "text"
    if _XML.match(data) or _XML_WIDE.match(data):
        return "xml"
    if data.startswith(b"{\\rtf"):
        raise ReadError("这是 RTF 文件，尚不支持；请在 Word/WPS 中另存为 .docx")
    if suffix in (*SUFFIXES, *images.SUFFIXES):
        raise ReadError(f"内容不是有效的 {suffix} 文件，可能已损坏或扩展名有误；{_SUPPORTED}")
    raise ReadError(f"不支持的文件类型 {suffix or '（无扩展名）'}；{_SUPPORTED}")


def _kind_of_zip(archive: SafeZip) -> str:
    """Tell a .docx from a case ZIP by the names in it. Raises ReadError for other office files."""
    names = [name.lower() for name in archive.names]
    if any(name.startswith("word/") for name in names):
        return "docx"
    if "[content_types].xml" in names:
        for folder, what in _OTHER_OFFICE:
            if any(name.startswith(folder) for name in names):
                raise ReadError(f"这是 {what}，不是申请文件；{_SUPPORTED}")
        raise ReadError(f"这个 Office 文件里没有 Word 正文；{_SUPPORTED}")
    if "mimetype" in names and "content.xml" in names:
        raise ReadError("这是 OpenDocument (.odt) 文件，尚不支持；请另存为 .docx")
    return "zip"


def _read_zip(data: bytes, shown: str, limits: Limits) -> list[Document]:
    """Read every readable member of a case ZIP, in the order of their names.

    What could not be read is noted on the first document; raises ReadError only if there is none.
    """
    archive = open_zip(data, limits)
    documents: list[Document] = []
    notes: list[str] = []
    for name in sorted(archive.names):
        suffix = PurePosixPath(name).suffix.lower()
        if suffix not in (*SUFFIXES, *_TEXT_SUFFIXES) or _passed_over(name):
            continue
        try:
            if suffix == ".zip":
                raise ReadError("压缩包中的压缩包不再展开；请解压后单独检查")
            member = archive.read(name)
            if not member.strip():
                raise ReadError("文件是空的")
            if kind_of(member, name, limits) == "zip":
                raise ReadError("压缩包中的压缩包不再展开；请解压后单独检查")
            document = _read_as(kind_of(member, name, limits), member, f"{shown}!/{name}", limits)
            documents.append(images.attach(document, partial(_beside, archive, name), limits))
        except ReadError as error:
            notes.append(f"压缩包中的 {name} 未能读取：{error}")
    if not documents:
        detail = "；".join(notes[:3])
        raise ReadError(f"压缩包中没有可检查的文件{'（' + detail + '）' if detail else ''}；{_SUPPORTED}")
    if notes:
        documents[0] = replace(documents[0], notes=(*documents[0].notes, *notes))
    return documents


def _beside(archive: SafeZip, name: str) -> dict[str, Fetch]:
    """The pictures in the folder of member ``name`` by their names in lower case."""
    folder = PurePosixPath(name).parent
    return {
        PurePosixPath(other).name.lower(): partial(archive.read, other)
        for other in archive.names
        if PurePosixPath(other).parent == folder and PurePosixPath(other).suffix.lower() in images.SUFFIXES
    }


def _passed_over(name: str) -> bool:
    """Whether a member is an operating system's or Word's own litter: hidden files, lock files, __MACOSX."""
    return any(piece.startswith((".", "~$", "__MACOSX")) for piece in name.split("/"))


def _read_as(kind: str, data: bytes, shown: str, limits: Limits) -> Document:
    """Run one reader and set the hash. What goes wrong inside in a way nobody foresaw becomes a ReadError too."""
    module = importlib.import_module(_READERS[kind])
    reader = cast(Reader, module.read)
    try:
        document = reader(data, shown, limits)
    except (RecursionError, MemoryError) as error:
        told = f"（内存{limit_told(limits, 'memory')}）" if isinstance(error, MemoryError) else ""
        raise ReadError(f"文件结构过深或过大，读取已停止{told}；请在 Word/WPS 中另存后重试") from error
    if not document.text.strip():
        raise ReadError("文件里没有文字；请确认是否选错文件，或者文件没有保存成功")
    return replace(document, sha256=hashlib.sha256(data).hexdigest())


def read_whole(path: Path, limits: Limits = DEFAULT) -> bytes:
    """The bytes of the file at ``path``, its size looked at first. Raises ReadError."""
    try:
        if path.is_dir():
            raise ReadError("这是文件夹，不是文件")
        if is_pipe(path):
            raise ReadError("这是管道，不是文件；请先存成文件")
        size = path.stat().st_size
        refuse_large(size, limits)
        with path.open("rb") as stream:
            # A device or a growing file can hold more than stat said.
            return stream.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise ReadError("文件不存在；请检查路径") from error
    except PermissionError as error:
        raise ReadError("没有读取权限，或者文件正被其他程序占用；请关闭后重试") from error
    except OSError as error:
        raise ReadError(f"无法读取文件（{why_unread(error)}）") from error
