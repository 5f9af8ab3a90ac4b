"""From the bytes of an XML file to its tree: tolerant of wrong encodings, deaf to entities and external files."""

from __future__ import annotations

import html.entities
from typing import cast

from lxml import etree

from ipcheck.model import lazy
from ipcheck.readers.decode import attempt, by_bom, by_nul
from ipcheck.readers.errors import ReadError

_DECLARATION = lazy(r"\s*<\?xml\s[^>]*?\?>")
_ENCODING = lazy(r"""encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_CHINESE = {"gb2312", "gbk", "gb18030", "cp936", "ms936", "x-gbk", "gb_2312-80", "euc-cn"}
_CJK = lazy(r"[\u2e80-\u9fff\uff00-\uffef]")


def parse(data: bytes) -> tuple[etree._Element, str, tuple[str, ...]]:
    """Return (root, encoding, remarks) of an XML file.

    A DOCTYPE naming an external DTD is accepted and never loaded. Raises ReadError for entity declarations,
    for encodings nothing can make sense of and for XML that is not well-formed.
    """
    text, encoding, remarks = _decode(data)
    if "<!ENTITY" in text:
        raise ReadError("XML 含有自定义实体声明（<!ENTITY>），可能是恶意文件，未读取；请用官方客户端重新导出")
    # The characters are decoded already: the declaration would only contradict us. Its line stays, for line numbers.
    match = _DECLARATION.match(text)
    if match:
        text = "\n" * text.count("\n", 0, match.end()) + text[match.end() :]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        raise ReadError(f"XML 格式有误（第{line}行：{_reason(error)}）；请用官方客户端重新导出") from error
    return root, encoding, remarks


def _reason(error: etree.XMLSyntaxError) -> str:
    message = str(error.msg or "").split(", line ")[0]
    if "excessive depth" in message.lower() or "huge" in message.lower() or "too long" in message.lower():
        return "嵌套过深或单段文字过长"
    if "entity" in message.lower():
        return f"未定义的实体，{message}"
    if "invalid" in message.lower() and "char" in message.lower():
        return f"含有 XML 不允许的控制字符，{message}"
    return message or "无法解析"


def _decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Characters, encoding and remarks. The declaration is a claim, not a fact: GB2312 means GB18030, and so on."""
    found = by_bom(data) or (by_nul(data) if b"\0" in data[:64] else None)
    if found is not None:
        return (*found, ())
    match = _DECLARATION.match(data[:400].decode("latin-1"))
    named = _ENCODING.search(match[0]) if match else None
    declared = named[1].lower() if named else "utf-8"
    if declared in _CHINESE:
        return _decode_chinese(data, declared)
    text = attempt(data, "utf-8" if declared in ("utf-8", "utf8") else declared)
    if text is not None:
        return text, declared, ()
    for encoding in ("utf-8", "gb18030"):
        text = attempt(data, encoding)
        if text is not None:
            return (
                text,
                encoding,
                (f"文件声明编码为 {declared}，实际为 {encoding}：已按 {encoding} 读取，请核对后重新保存",),
            )
    raise ReadError(f"文件声明编码为 {declared}，但内容不符合任何常见中文编码，可能已损坏；请重新导出")


def _decode_chinese(data: bytes, declared: str) -> tuple[str, str, tuple[str, ...]]:
    """A file declared GB-something: nearly any UTF-8 is also "valid" GB18030, so UTF-8 with Chinese in it wins."""
    text = attempt(data, "utf-8")
    if text is not None and not text.isascii() and _CJK.search(text):
        return text, "utf-8", (f"文件声明编码为 {declared}，实际为 utf-8：已按 utf-8 读取，请核对后重新保存",)
    text = attempt(data, "gb18030")
    if text is None:
        raise ReadError(f"文件声明编码为 {declared}，但含有无法解码的字节，可能已损坏；请重新导出")
    return text, "gb18030", ()


def local(element: etree._Element) -> str:
    """The element's name without namespace; empty for comments and entities."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rsplit("}", 1)[-1].rsplit(":", 1)[-1]


def line_of(element: etree._Element) -> int:
    """The line of the file on which the element begins; 0 where unknown."""
    line = cast("int | None", element.sourceline)
    return line or 0


def plain(element: etree._Element) -> str:
    """The name without namespace, case, hyphens and a leading cn: the dialects differ in little else.

    claim-text, ClaimText and cn-claims become claimtext, claimtext and claims.
    """
    name = local(element).lower()
    return name.removeprefix("cn-").replace("-", "").replace("_", "")


def entity_text(element: etree._Element) -> str:
    """What a reference such as &deg; stands for, from HTML's list; the reference itself where unknown."""
    written = element.text or ""
    return html.entities.html5.get(written.lstrip("&"), written)
