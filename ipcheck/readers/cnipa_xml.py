"""Reads the XML of CNIPA (e-filing books, request forms, publications) and WIPO ST.26 sequence listings."""

from __future__ import annotations

from lxml import etree

from ipcheck.model import lazy
from ipcheck.model.document import Document, DocumentBuilder
from ipcheck.readers import xml_body, xml_forms
from ipcheck.readers.errors import ReadError, refuse_large
from ipcheck.readers.limits import DEFAULT, Limits
from ipcheck.readers.xml_parse import local, parse, plain

_CHINESE_NAME = lazy(r"[\u4e00-\u9fff]")


def read(data: bytes, path: str, limits: Limits = DEFAULT) -> Document:
    """Read one XML file: what it is, is told by its root and structure, never by its name.

    Every paragraph carries its part (claims, description, drawings, abstract, abstract-drawing, request, biblio,
    design-brief, sequence-listing). ``Place.label`` says 权利要求3 or 说明书[0012]段, since many of these files are one
    single line; ``Place.element`` is (source line,). Raises ReadError.
    """
    refuse_large(len(data), limits)
    root, encoding, remarks = parse(data)
    builder = DocumentBuilder(path, "xml")
    facts = _write(builder, root)
    return builder.build(remarks=remarks, facts=facts, encoding=encoding)


def _write(builder: DocumentBuilder, root: etree._Element) -> dict[str, str]:
    """Write the body in the dialect of ``root`` and return the facts. Raises ReadError for a dialect of others."""
    name = plain(root)
    if name == "st26sequencelisting":
        return xml_forms.write_sequences(builder, root)
    if _CHINESE_NAME.search(local(root)):
        return xml_forms.write_request(builder, root)
    if name == "databus":
        return xml_forms.write_case_list(builder, root)
    facts = xml_body.write_body(builder, root)
    if builder.offset == 0:
        raise ReadError(
            f"不认识的 XML（根元素 {local(root)}）或其中没有申请文件内容；支持 CNIPA 电子申请 XML、公布公告 XML、"
            "请求书 XML 和 ST.26 序列表"
        )
    return facts
