"""A blind copy of a .docx: names covered in every part, what is only about people taken out."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

from lxml import etree

from ipcheck.readers.docx_package import W, parse
from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import Limits
from ipcheck.readers.safe_zip import SafeZip, open_zip
from ipcheck.readers.xml_parse import local
from ipcheck.review.blind.markup import cover_tree, drop
from ipcheck.review.blind.names import COVER, Names
from ipcheck.review.blind.pictures import without_words

_NO_CLOCK = (2000, 1, 1, 0, 0, 0)
_ANONYMOUS = "匿名"
# Parts that are only about people or that hold copies of words nobody sees.
_DROPPED = re.compile(
    r"^(?:docprops/(?:custom\.xml|thumbnail\..*)|customxml/.*|word/(?:comments\w*|people|vbadata)\.xml|"
    r"word/printersettings/.*|_xmlsignatures/.*)$"
)
_COMMENT_MARKS = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference", W + "annotationRef")
# Parts of these endings are XML whatever they hold.
MARKUP = (".xml", ".rels", ".svg", ".vml")
# Documents put in as a whole (altChunk) in formats that have no blind copy.
_FOREIGN = (".htm", ".html", ".xhtml", ".mht", ".mhtml", ".rtf", ".eml", ".txt")
# Where a field takes its words from: the client's web site, a folder on somebody's disk.
_TARGET = re.compile(r"(?:\b(?:https?|ftp|file|mailto):|\bwww\.|[A-Za-z]:\\|\\\\)[^\s\"”]+", re.IGNORECASE)
_NOWHERE = "about:blank"
# How deep packages may lie in one another: a workbook in a document is one.
_DEPTH = 3
_UNSEEN = (W + "delText", W + "instrText", W + "delInstrText")
_MARGIN = re.compile(r"^word/(?:header|footer)\d*\.xml$")
# What a page header may go on saying: which part of the application it is, and the page.
_PART_TITLE = re.compile(
    r"(?:(?:发明|实用新型|外观设计)?(?:专利)?(?:请求书|权利要求书?|说明书|说明书附图|说明书摘要|摘要附图|摘要|附图|简要说明|"
    r"图片或照片|序列表))?[第共页\d/／\-—－~～\s]*(?:页)?"
)
# Settings that tell who wrote (templates, data sources, marks common to all files of one author).
_SETTINGS = ("attachedTemplate", "docVars", "dataBinding", "mailMerge", "rsids", "rsid", "writeProtection")
_ABOUT_PEOPLE = (
    *(W + name for name in _SETTINGS),
    "{http://schemas.microsoft.com/office/word/2010/wordml}docId",
    "{http://schemas.microsoft.com/office/word/2012/wordml}docId",
)
_AUTHORS = frozenset({"author", "initials", "userId", "providerId", "lastEditedBy"})
_PICTURES = (".png", ".jpg", ".jpeg")
_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)


def blind_docx(data: bytes, names: Names, limits: Limits, depth: int = 0) -> bytes:
    """The blind copy of the bytes of a .docx, with the packages put into it (``depth``: how deep this one lies).

    Raises ReadError for a file that cannot be read or made blind.
    """
    archive = open_zip(data, limits)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in archive.names:
            if not _DROPPED.match(name.lower()):
                part = _part(archive, name, names, limits, depth)
                package.writestr(zipfile.ZipInfo(name, _NO_CLOCK), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _part(archive: SafeZip, name: str, names: Names, limits: Limits, depth: int) -> bytes:
    lower = name.lower()
    data = archive.read(name)
    if lower == "docprops/core.xml":
        return _CORE
    if lower == "docprops/app.xml":
        return _APP
    if lower.endswith(MARKUP):
        return _xml(data, name, names)
    if lower.endswith(_PICTURES):
        return without_words(data)
    if data.startswith(b"PK") and depth < _DEPTH:
        return blind_docx(data, names, limits, depth + 1)
    # What lies packed in an object (a workbook in an OLE object) or is spelled otherwise cannot be looked through.
    if b"PK\x03\x04" in data or lower.endswith(_FOREIGN):
        raise ReadError(f"嵌入的 {name} 是另一份文件，看不到里面有没有要隐去的名称；请在 Word 中删除这个对象后重试")
    if any(names.within(data)):
        raise ReadError(f"嵌入的 {name} 里有要隐去的名称，无法处理；请在 Word 中删除这个对象后重试")
    return data


def _xml(data: bytes, name: str, names: Names) -> bytes:
    root = parse(data, name)
    if name.lower().endswith(".rels"):
        _relations(root, name)
    elif name.lower() == "[content_types].xml":
        for item in list(root):
            if _DROPPED.match(item.get("PartName", "").lstrip("/").lower()):
                root.remove(item)
    else:
        _without_people(root)
        if _MARGIN.match(name.lower()):
            _margin(root)
    cover_tree(root, names, lambda element: local(element) == "p", lambda element: element.tag in _UNSEEN)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _relations(root: etree._Element, name: str) -> None:
    """Take out the relations to parts that are gone, and to a template on somebody's disk."""
    folder = posixpath.dirname(posixpath.dirname(name))
    for item in list(root):
        target = posixpath.normpath(posixpath.join("/", folder, item.get("Target", ""))).lstrip("/")
        if item.get("TargetMode") == "External":
            if item.get("Type", "").endswith("/attachedTemplate"):
                root.remove(item)
            else:
                # Where a link leads (the client's site, a folder on a disk) tells whose document it is.
                item.set("Target", _NOWHERE)
        elif _DROPPED.match(target.lower()):
            root.remove(item)


def _without_people(root: etree._Element) -> None:
    for element in list(root.iter(*_COMMENT_MARKS, *_ABOUT_PEOPLE)):
        run = element.getparent()
        drop(element)
        # A run that held nothing but the mark of a comment.
        if run is not None and run.tag == W + "r" and all(child.tag == W + "rPr" for child in run):
            drop(run)
    for element in root.iter():
        for key in list(element.attrib):
            plain = str(key).rsplit("}", 1)[-1]
            if plain in _AUTHORS:
                element.set(key, _ANONYMOUS)
            elif plain == "date" and str(key).startswith(W):
                # When somebody wrote tells who did; the attribute may be left out.
                del element.attrib[key]
            elif plain.startswith("rsid"):
                del element.attrib[key]
    for element in root.iter(W + "instrText", W + "delInstrText"):
        element.text = _TARGET.sub(lambda found: COVER * len(found[0]), element.text or "")
    for element in root.iter(W + "fldSimple"):
        element.set(W + "instr", _TARGET.sub(lambda found: COVER * len(found[0]), element.get(W + "instr", "")))


def _margin(root: etree._Element) -> None:
    """Empty a page header or footer but for the title of the part and the page; pictures there are logos."""
    for element in list(root.iter(W + "drawing", W + "pict", W + "object")):
        drop(element)
    for paragraph in root.iter(W + "p"):
        words = "".join(item.text or "" for item in paragraph.iter(W + "t"))
        if not _PART_TITLE.fullmatch(re.sub(r"\s+", "", words)):
            for item in paragraph.iter(W + "t"):
                item.text = ""


__all__ = ["blind_docx"]
