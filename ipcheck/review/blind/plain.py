"""Blind copies of text files and of XML."""

from __future__ import annotations

from lxml import etree

from ipcheck.readers.decode import decode
from ipcheck.readers.xml_parse import parse
from ipcheck.review.blind.markup import cover_tree, drop, is_block
from ipcheck.review.blind.names import Names

_BOMS = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def blind_text(data: bytes, names: Names) -> bytes:
    """The same text in the same encoding, names covered. Raises ReadError."""
    text, encoding = decode(data)
    bom = next((mark for mark in _BOMS.values() if data.startswith(mark)), b"")
    return bom + names.cover(text).encode(encoding.removesuffix("-sig"))


def blind_xml(data: bytes, names: Names) -> bytes:
    """The same XML with names covered in text and attributes; comments and instructions in it are taken out.

    Raises ReadError.
    """
    root, encoding, _ = parse(data)
    for note in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        drop(note)
    cover_tree(root, names, is_block)
    # With its document type: references to characters (&deg;) mean nothing without it.
    # What stands beside the root (comments) stays behind.
    doctype: str = getattr(root.getroottree().docinfo, "doctype", "")
    written = etree.tostring(root, xml_declaration=True, encoding=encoding, doctype=doctype, with_tail=False)
    assert isinstance(written, bytes)
    return written


__all__ = ["blind_text", "blind_xml"]
