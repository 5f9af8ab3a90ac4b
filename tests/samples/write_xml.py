"""A draft as the XML of e-filing (a file a part, <br/> at line ends) and of publication (one file)."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from tests.samples.draft import UTILITY_MODEL, Draft, pieces

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE cn-application-body SYSTEM "/dtdandxsl/cn-application-body-20080416.dtd">'
    '<?xml-stylesheet type="text/xsl" href="/dtdandxsl/showxml.xsl"?>'
)
_LINE = 40
_PUBLISHED = {
    "技术领域": "TechnicalField",
    "背景技术": "BackgroundArt",
    "发明内容": "Disclosure",
    "实用新型内容": "Disclosure",
    "附图说明": "DrawingsDescription",
    "具体实施方式": "InventionMode",
}


def _broken(text: str) -> str:
    """Words as the e-filing editor writes them: a <br/> and a line end after every forty characters and at the end."""
    made, count = "", 0
    for words, kind in pieces(text):
        inner = ""
        for character in words:
            inner += escape(character)
            count += 1
            if count % _LINE == 0 and not kind:
                inner += "<br/>\n"
        made += f"<{kind}>{inner}</{kind}>" if kind else inner
    return made + "<br/>\n"


def _book(inner: str) -> bytes:
    return f'{_HEAD}<cn-application-body lang="zh" country="CN">\n\t{inner}\n</cn-application-body>\n'.encode()


def e_filing(draft: Draft) -> dict[str, bytes]:
    """The files 100001 … 100004 of a case by their paths."""
    claims = ""
    for number, claim in enumerate(draft.claims, 1):
        texts = [_broken(f"{number}. {line}" if not index else line) for index, line in enumerate(claim.split("\n"))]
        inner = "\n".join(f"<claim-text>{text}</claim-text>" for text in texts)
        claims += f'\t\t<claim id="cl{number:03d}" num="{number}">\n{inner}\n</claim>\n'
    body, count = f"<invention-title>{_broken(draft.title)}</invention-title>\n", 0
    for index, (heading, paragraphs) in enumerate(draft.sections.items(), 1):
        body += f'<heading id="h{index:04d}" level="2">{_broken(heading)}</heading>\n'
        for paragraph in paragraphs:
            count += 1
            body += f'<p id="p{count:04d}" num="{count:04d}" Italic="0">{_broken(paragraph)}</p>\n'
    figures = "".join(
        f'\t\t<figure id="f{number:04d}" num="{number:04d}" figure-labels="{caption}"><img id="if{number:04d}" '
        f'file="HDA{number:04d}.jpg" wi="120" he="90" img-content="drawing" img-format="jpg"/>\n\t\t</figure>\n'
        for number, caption in enumerate(draft.captions, 1)
    )
    abstract = f'<p id="p0001" num="0001" Italic="0">{_broken(draft.abstract)}</p>'
    return {
        "100001/100001.xml": _book(f"<cn-claims>\n{claims}\t</cn-claims>"),
        "100002/100002.xml": _book(f"<description>\n{body}\t</description>"),
        "100003/100003.xml": _book(f"<cn-drawings>\n{figures}\t</cn-drawings>"),
        "100004/100004.xml": _book(f"<cn-abstract>\n{abstract}\n\t</cn-abstract>"),
    }


def case_zip(draft: Draft) -> bytes:
    """The files of e-filing in one ZIP, with a picture among them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in e_filing(draft).items():
            archive.writestr(name, data)
        archive.writestr("100003/HDA0001.jpg", b"\xff\xd8\xff")
    return buffer.getvalue()


def _published(text: str) -> str:
    return "".join(
        f"<base:{kind}>{escape(words)}</base:{kind}>" if kind else escape(words) for words, kind in pieces(text)
    )


def publication(draft: Draft) -> bytes:
    """The publication of the draft: bibliographic data, abstract, claims, description, drawings in one file."""
    model = draft.kind == UTILITY_MODEL
    title = _published(draft.title)
    claims = ""
    for number, claim in enumerate(draft.claims, 1):
        lines = [f"{number}.{line}" if not index else line for index, line in enumerate(claim.split("\n"))]
        inner = "".join(f"<business:ClaimText>{_published(line)}</business:ClaimText>" for line in lines)
        claims += f'    <business:Claim id="cl{number:04d}" num="{number:04d}">{inner}</business:Claim>\n'
    body, count = f'    <business:InventionTitle id="title1">{title}</business:InventionTitle>\n', 0
    for heading, paragraphs in draft.sections.items():
        inner = ""
        for paragraph in (heading, *paragraphs):
            count += 1
            inner += f'<base:Paragraphs id="p{count:04d}" num="{count:04d}">{_published(paragraph)}</base:Paragraphs>\n'
        body += f"    <business:{_PUBLISHED[heading]}>{inner}</business:{_PUBLISHED[heading]}>\n"
    figures = "".join(
        f'    <base:Figure id="f{number:04d}" num="{number:04d}" figureLabels="{caption}"><base:Image '
        f'id="if{number:04d}" file="{number}.TIF" imgContent="drawing"/></base:Figure>\n'
        for number, caption in enumerate(draft.captions, 1)
    )
    return (
        '<?xml version="1.0" encoding="utf-8" standalone="no"?>\n'
        '<business:PatentDocumentAndRelated xmlns:base="http://www.sipo.gov.cn/XMLSchema/base" '
        'xmlns:business="http://www.sipo.gov.cn/XMLSchema/business" lang="zh" country="CN" docNumber="000000000" '
        f'kind="{"U" if model else "A"}" datePublication="20261122">\n'
        f'  <business:BibliographicData><business:ApplicationReference applType="{20 if model else 10}">'
        "<base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>202600000000.0</base:DocNumber>"
        "<base:Date>20260108</base:Date></base:DocumentID></business:ApplicationReference>"
        f"<business:InventionTitle>{title}</business:InventionTitle></business:BibliographicData>\n"
        f'  <business:Abstract><base:Paragraphs num="0001">{_published(draft.abstract)}</base:Paragraphs>'
        f"</business:Abstract>\n  <business:Claims>\n{claims}  </business:Claims>\n"
        f"  <business:Description>\n{body}  </business:Description>\n"
        f"  <business:Drawings>\n{figures}  </business:Drawings>\n</business:PatentDocumentAndRelated>\n"
    ).encode()
