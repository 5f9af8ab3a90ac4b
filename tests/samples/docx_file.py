"""Writes .docx files as agents' drafts are: page headers, automatic numbers, pictures; the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from tests.samples.draft import pieces

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" mc:Ignorable="w14"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_STAMP = "2026-11-22T00:00:00Z"
_ZIP_DATE = (2026, 11, 22, 0, 0, 0)
_EMU = 9525
CLAIM_NUMBERS, PARAGRAPH_NUMBERS = 1, 2

_STYLES = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"
 w:eastAsia="宋体" w:cs="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="24"/><w:szCs w:val="24"/>
<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>
<w:pPr><w:widowControl w:val="0"/><w:spacing w:line="480" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="zw"><w:name w:val="正文段落"/><w:basedOn w:val="a"/><w:qFormat/>
<w:pPr><w:ind w:firstLineChars="200" w:firstLine="480"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="dh"><w:name w:val="段号段落"/><w:basedOn w:val="a"/><w:qFormat/>
<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="bt"><w:name w:val="部分标题"/><w:basedOn w:val="a"/><w:qFormat/>
<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="mc"><w:name w:val="居中"/><w:basedOn w:val="a"/><w:qFormat/>
<w:pPr><w:jc w:val="center"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="ym"><w:name w:val="header"/><w:basedOn w:val="a"/>
<w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>
<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="yj"><w:name w:val="footer"/><w:basedOn w:val="a"/>
<w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>
</w:style>""".replace("\n", "")
_NUMBERING = """<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">
<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="0" w:firstLine="480"/></w:pPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>
<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="0001, 0002, 0003, ..."/></mc:Choice>
<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:suff w:val="tab"/>
<w:lvlText w:val="[%1]"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="960"/></w:tabs>
<w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
""".replace("\n", "")


def text_run(words: str, properties: str = "") -> str:
    """A run of plain words."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def runs(text: str) -> str:
    """Runs of ``text``, with <sub>, <sup> and <ins> as Word has them."""
    looks = {"sub": '<w:vertAlign w:val="subscript"/>', "sup": '<w:vertAlign w:val="superscript"/>'}
    found = []
    for words, kind in pieces(text):
        run = text_run(words, looks.get(kind, ""))
        found.append(f'<w:ins w:id="1" w:author="ipcheck" w:date="{_STAMP}">{run}</w:ins>' if kind == "ins" else run)
    return "".join(found)


@dataclass
class DocxFile:
    """One file: add paragraphs, end sections where the page header changes, take ``data``."""

    title: str
    _body: list[str] = field(default_factory=list)
    _headers: list[str] = field(default_factory=list)
    _pictures: list[bytes] = field(default_factory=list)

    def paragraph(self, inner: str, style: str = "a", *, number: int = 0, more: str = "") -> None:
        """A paragraph of runs (``inner`` is XML); ``number`` makes it an item of that list."""
        item = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
        self._body.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{item}{more}</w:pPr>{inner}</w:p>')

    def formula(self, omml: str, words: str = "") -> None:
        """A formula on a line of its own with its number behind it."""
        self.paragraph(f"<m:oMath>{omml}</m:oMath>{runs(words)}", "mc")

    def picture(self, png: bytes, name: str, width: int = 480, height: int = 350) -> str:
        """A run that shows ``png`` inline, ``width`` × ``height`` in pixels of a 96th inch."""
        self._pictures.append(png)
        number = len(self._pictures)
        size = f'cx="{width * _EMU}" cy="{height * _EMU}"'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f"<wp:docPr id={quoteattr(str(number))} name={quoteattr(name)}/><a:graphic>"
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="image{number}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="rIdPicture{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def table(self, rows: Iterable[tuple[str, ...]], widths: tuple[int, ...]) -> None:
        """A ruled table of plain cells."""
        edges = "".join(
            f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        lines = "".join(
            "<w:tr>"
            + "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{runs(words)}</w:p></w:tc>'
                for words, width in zip(row, widths, strict=True)
            )
            + "</w:tr>"
            for row in rows
        )
        self._body.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
        )
        self._body.append("<w:p/>")

    def section(self, header: str = "", *, last: bool = False) -> None:
        """End a section that bears ``header`` on its pages; the last one ends the document."""
        reference = ""
        if header:
            self._headers.append(header)
            reference = f'<w:headerReference w:type="default" r:id="rIdHeader{len(self._headers)}"/>'
        properties = (
            f'<w:sectPr>{reference}<w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="11906" '
            'w:h="16838"/><w:pgMar w:top="1418" w:right="850" w:bottom="850" w:left="1418" w:header="851" '
            'w:footer="500" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>'
        )
        self._body.append(properties if last else f"<w:p><w:pPr>{properties}</w:pPr></w:p>")

    @property
    def data(self) -> bytes:
        """The bytes of the file, the same for the same content."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in self._entries().items():
                info = zipfile.ZipInfo(name, _ZIP_DATE)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 0
                archive.writestr(info, content)
        return buffer.getvalue()

    def _entries(self) -> dict[str, bytes]:
        headers, pictures = range(1, len(self._headers) + 1), range(1, len(self._pictures) + 1)
        overrides = {
            "word/document.xml": _TYPES + "document.main+xml",
            "word/styles.xml": _TYPES + "styles+xml",
            "word/numbering.xml": _TYPES + "numbering+xml",
            "word/footer.xml": _TYPES + "footer+xml",
            **{f"word/header{number}.xml": _TYPES + "header+xml" for number in headers},
            "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
            "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        }
        relations = [
            ("rIdStyles", "styles", "styles.xml"),
            ("rIdNumbering", "numbering", "numbering.xml"),
            ("rIdFooter", "footer", "footer.xml"),
            *((f"rIdHeader{number}", "header", f"header{number}.xml") for number in headers),
            *((f"rIdPicture{number}", "image", f"media/image{number}.png") for number in pictures),
        ]
        page = (
            '<w:p><w:pPr><w:pStyle w:val="yj"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
            'PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r>'
            '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
        )
        entries = {
            "[Content_Types].xml": _content_types(overrides),
            "_rels/.rels": _relationships(
                [
                    ("rId1", "officeDocument", "word/document.xml"),
                    ("rId2", "extended-properties", "docProps/app.xml"),
                ],
                '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
                'core-properties" Target="docProps/core.xml"/>',
            ),
            "docProps/core.xml": _core(self.title),
            "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>ipcheck</Application></Properties>',
            "word/document.xml": _root("document", f"<w:body>{''.join(self._body)}</w:body>"),
            "word/_rels/document.xml.rels": _relationships(relations),
            "word/styles.xml": _root("styles", _STYLES),
            "word/numbering.xml": _root("numbering", _NUMBERING),
            "word/footer.xml": _root("ftr", page),
        }
        for number, header in zip(headers, self._headers, strict=True):
            words = f'<w:p><w:pPr><w:pStyle w:val="ym"/></w:pPr>{text_run(header)}</w:p>'
            entries[f"word/header{number}.xml"] = _root("hdr", words)
        packed = {name: (_HEAD + text).encode() for name, text in entries.items()}
        return packed | {f"word/media/image{number}.png": self._pictures[number - 1] for number in pictures}


def _root(tag: str, inner: str) -> str:
    return f"<w:{tag} {_NAMESPACES}>{inner}</w:{tag}>"


def _content_types(overrides: dict[str, str]) -> str:
    parts = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>{parts}</Types>'
    )


def _relationships(relations: list[tuple[str, str, str]], more: str = "") -> str:
    items = "".join(f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{to}"/>' for name, kind, to in relations)
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{package}">{items}{more}</Relationships>'


def _core(title: str) -> str:
    moment = f'xsi:type="dcterms:W3CDTF">{_STAMP}'
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(title)}</dc:title>'
        "<dc:creator>ipcheck</dc:creator><cp:lastModifiedBy>ipcheck</cp:lastModifiedBy>"
        f"<dcterms:created {moment}</dcterms:created><dcterms:modified {moment}</dcterms:modified></cp:coreProperties>"
    )
