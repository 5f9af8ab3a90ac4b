"""The parts of a .docx file and the relations between them, taken from a stranger's ZIP."""

from __future__ import annotations

import codecs
import posixpath
import re
from functools import partial

from lxml import etree

from ipcheck.readers.errors import ReadError
from ipcheck.readers.images import NOT_CROPPED, Crop, Look
from ipcheck.readers.limits import Limits
from ipcheck.readers.safe_zip import SafeZip, open_zip

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = W + "val"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# Strict OOXML uses other namespaces for the same vocabulary; read as the Transitional ones everybody writes.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_FALSE = frozenset(("0", "false", "off"))


class Package:
    """An opened .docx: its parts by name, its relations by part and id."""

    def __init__(self, archive: SafeZip, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._looks: dict[tuple[str, Crop], Look] = {}
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self._mentions: dict[tuple[str, bytes], bool] = {}
        self.document = self._find_document()

    def part(self, name: str | None) -> etree._Element | None:
        """The parsed part ``name``, None if there is none. Raises ReadError if it is damaged or hostile."""
        if name is None or name not in self._archive:
            return None
        return parse(self._archive.read(name), name)

    def data(self, name: str | None) -> bytes | None:
        """The bytes of part ``name``, None if there is none. Raises ReadError if they cannot be unpacked."""
        return self._archive.read(name) if name is not None and name in self._archive else None

    def mentions(self, name: str, word: bytes, largest: int) -> bool:
        """Whether part ``name`` is there, at most ``largest`` bytes long and holds ``word``.

        Answered once per part: a draft may show one picture a thousand times. Raises ReadError if the part
        cannot be unpacked.
        """
        known = self._mentions.get((name, word))
        if known is None:
            known = name in self._archive and self._archive.size(name) <= largest and word in self._archive.read(name)
            self._mentions[name, word] = known
        return known

    def look(self, name: str, crop: Crop = NOT_CROPPED) -> Look | None:
        """What measures the picture ``name`` when asked, None if there is no such part; one for all its uses."""
        if name not in self._archive:
            return None
        if (name, crop) not in self._looks:
            self._looks[name, crop] = Look(partial(self._archive.read, name), self._limits, crop)
        return self._looks[name, crop]

    def target(self, part: str, relation_id: str | None) -> str | None:
        """The part which relation ``relation_id`` of ``part`` leads to, None for links that leave the package."""
        found = self.relations(part).get(relation_id or "")
        return found[1] if found else None

    def related(self, part: str, kind: str) -> str | None:
        """The first part related to ``part`` whose relation type ends in ``/kind``."""
        for type_, target in self.relations(part).values():
            if type_.endswith("/" + kind):
                return target
        return None

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relations of ``part`` ("" for the package itself): id to (type, part name)."""
        known = self._relations.get(part)
        if known is None:
            folder, base = posixpath.split(part)
            root = self.part(posixpath.join(folder, "_rels", base + ".rels"))
            known = {}
            for item in root.iter(_RELATION) if root is not None else ():
                if item.get("TargetMode") != "External":
                    target = item.get("Target", "").replace("\\", "/")
                    name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                    known[item.get("Id", "")] = (item.get("Type", ""), name)
            self._relations[part] = known
        return known

    def _find_document(self) -> str:
        """The name of the main part. Raises ReadError if there is none."""
        name = self.related("", "officeDocument")
        if name is None or name not in self._archive:
            name = "word/document.xml"
        if name not in self._archive:
            raise ReadError(
                "文件里没有 Word 正文（word/document.xml），可能不是 Word 文档或者已损坏：请在 Word/WPS 中另存为 .docx"
            )
        return self._archive.find(name) or name


def open_package(data: bytes, limits: Limits) -> Package:
    """Open the bytes of a .docx, .docm or .dotx. Raises ReadError, telling what the file is instead."""
    if not data:
        raise ReadError("文件是空的（0 字节）：请确认保存成功后再检查")
    if data.startswith(_OLE2):
        if _ENCRYPTED_STREAM in data:
            raise ReadError("文档设置了打开密码，无法读取：请在 Word/WPS 中去掉密码后另存为 .docx")
        raise ReadError("这是旧版 .doc（或 .wps）文件，只是扩展名写成了 .docx：请在 Word/WPS 中另存为 .docx")
    if data.startswith(b"{\\rtf"):
        raise ReadError("这是 RTF 文件，不是 .docx：请在 Word/WPS 中另存为 .docx")
    if data.startswith(b"%PDF"):
        raise ReadError("这是 PDF 文件，不是 .docx：请把扩展名改为 .pdf 后再检查")
    return Package(open_zip(data, limits), limits)


def parse(data: bytes, name: str) -> etree._Element:
    """Parse one part without entities, network or repair.

    Raises ReadError if the part is damaged, nested too deeply or holds a document type declaration, which no
    honest Office file does.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
        parser = _parser("utf-8")
    else:
        parser = _parser(None)
    if _DOCTYPE.search(data):
        raise ReadError(_hostile(name))
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise ReadError(f"文档的内部文件“{name}”已损坏，无法解析：请用 Word/WPS 打开并修复，再另存为 .docx") from error
    # Seen only where the bytes above were in an encoding that hides the word.
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(_hostile(name))
    return root


def on(element: etree._Element | None) -> bool:
    """Whether an on/off property such as w:vanish is there and on."""
    return element is not None and element.get(VAL, "1") not in _FALSE


def number(text: str | None, default: int = 0) -> int:
    """``text`` as a whole number, ``default`` if it is none."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


def _parser(encoding: str | None) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
        encoding=encoding,
    )


def _hostile(name: str) -> str:
    return (
        f"文档的内部文件“{name}”带有 DOCTYPE 声明，正常的 Word 文档不会有，可能是恶意文件，已拒绝读取：请确认来源后另存"
    )
