"""Documents with names planted in every corner, for the tests of blinding."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.readers.pdf_maker import PageMaker, make_pdf

AGENCY, SHORT, PHONE = "澄泊甲专利代理事务所（特殊普通合伙）", "澄泊所", "0573-82001234"
ATTORNEY, INVENTOR, APPLICANT = "闻人望舒", "欧阳禾", "澄泊四季家居有限公司"
MOBILE, MAIL, IDENTITY = "13812340000", "wangshu@chengbo.example", "330402199002300017"
NAMES = (AGENCY, SHORT, PHONE, ATTORNEY, INVENTOR, APPLICANT)
SECRETS = (*NAMES, MOBILE, MAIL, IDENTITY)
_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
BODY = (
    "权利要求书",
    "1. 一种折叠晾架，其特征在于，包括底座和摆杆，所述摆杆与所述底座铰接。",
    "说明书",
    "本发明涉及一种折叠晾架。发明人欧阳禾在澄泊四季家居有限公司试制了样机，电话13812340000。",
    "由澄泊甲专利代理事务所（特殊普通合伙）的闻人　望舒撰写，邮箱 wangshu@chengbo.example。",
)


def _png(words: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"tEXt", b"Author\x00" + words)
        + chunk(b"zTXt", b"Author\x00\x00" + zlib.compress(words))
        + chunk(b"IDAT", zlib.compress(b"\x00\x00\xff\x00\xff\x00"))
        + chunk(b"IEND", b"")
    )


def docx_with_names(number: int) -> bytes:
    """A .docx with names in the body (also over runs), tables, margins, boxes, properties, comments and so on."""
    document = docx.Document()
    for words in BODY:
        paragraph = document.add_paragraph()
        # Cut into runs of a few characters, differently in every document.
        step = 2 + number % 5
        for start in range(0, len(words), step):
            paragraph.add_run(words[start : start + step])
    document.add_paragraph(f"第{number}号样稿。")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = f"申请人：{APPLICANT}", f"证件号{IDENTITY}"
    section = document.sections[0]
    section.header.paragraphs[0].text = f"{AGENCY}　说明书"
    section.footer.paragraphs[0].text = "第 1 页"
    _changes(document)
    _box(document)
    picture = document.add_picture(io.BytesIO(_png(APPLICANT.encode())))
    picture._inline.docPr.set("descr", f"{APPLICANT}的照片")
    core = document.core_properties
    core.author, core.last_modified_by, core.title, core.comments = ATTORNEY, ATTORNEY, f"{APPLICANT}一案", SHORT
    paragraph = document.add_paragraph("请看批注。")
    document.add_comment(paragraph.runs, text=f"{INVENTOR}说改这里", author=ATTORNEY, initials="闻")
    buffer = io.BytesIO()
    document.save(buffer)
    return _more_parts(buffer.getvalue())


def _changes(document: docx.document.Document) -> None:
    """Tracked changes; a name that stands on both sides of deleted words."""
    paragraph = document.add_paragraph()
    paragraph.add_run("联系人欧阳")
    for tag, text_tag, words in (("w:del", "w:delText", "小姐"), ("w:ins", "w:t", "禾，")):
        change = OxmlElement(tag)
        change.set(qn("w:author"), ATTORNEY)
        change.set(qn("w:date"), "2026-03-04T05:06:07Z")
        change.set(qn("w:id"), "7" if tag == "w:del" else "8")
        run, text = OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(f"{SHORT}。")


def _box(document: docx.document.Document) -> None:
    paragraph = document.add_paragraph("框：")
    box = (
        f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape alt='{ATTORNEY}'><v:textbox>"
        f"<w:txbxContent><w:p><w:r><w:t>电话{PHONE}，{ATTORNEY}</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
    )
    paragraph._p.append(parse_xml(box))


def _more_parts(data: bytes) -> bytes:
    """Footnotes, custom properties, custom XML, document variables, a template on somebody's disk, a company."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"</Types>",
                    b'<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-'
                    b'officedocument.custom-properties+xml"/><Override PartName="/word/footnotes.xml" ContentType="'
                    b'application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>',
                )
            elif name == "word/_rels/document.xml.rels":
                part = part.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rIdF" Type="%sfootnotes" Target="footnotes.xml"/>'
                    b'<Relationship Id="rIdC" Type="%scustomXml" Target="../customXml/item9.xml"/>'
                    b'<Relationship Id="rIdM" Type="%shyperlink" Target="mailto:wangshu@chengbo.example" '
                    b'TargetMode="External"/></Relationships>' % (_OFFICE, _OFFICE, _OFFICE),
                )
            elif name == "word/document.xml":
                part = part.replace(
                    "请看批注。".encode(),
                    '请看批注。</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>'.encode(),
                    1,
                )
            elif name == "word/settings.xml":
                part = part.replace(
                    b"</w:settings>",
                    f'<w:docVars><w:docVar w:name="客户" w:val="{APPLICANT}"/></w:docVars></w:settings>'.encode(),
                )
            elif name == "docProps/app.xml":
                part = part.replace(b"</Properties>", f"<Company>{AGENCY}</Company></Properties>".encode())
            new.writestr(name, part)
        new.writestr(
            "word/footnotes.xml",
            f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>见{APPLICANT}的内部资料。</w:t></w:r>'
            "</w:p></w:footnote></w:footnotes>",
        )
        new.writestr(
            "docProps/custom.xml",
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties">'
            f"<property name='客户'>{APPLICANT}</property></Properties>",
        )
        new.writestr("customXml/item9.xml", f"<客户>{APPLICANT}</客户>")
    return out.getvalue()


def pdf_with_names(number: int) -> bytes:
    """A PDF with names in its text layer (in one piece, glyph by glyph, over two lines) and in its properties."""
    import pikepdf

    page = PageMaker()
    for line, words in enumerate(BODY):
        for start in range(0, len(words), 30):
            page.words(60, 80 + 40 * line + 15 * (start // 30), words[start : start + 30])
    for index, character in enumerate(ATTORNEY):
        page.words(60 + 12 * index, 500, character)
    page.words(60, 530, f"第{number}号样稿，{APPLICANT}，{IDENTITY}。")
    with pikepdf.open(io.BytesIO(make_pdf(page, PageMaker().words(60, 80, f"附图由{ATTORNEY}绘制。")))) as pdf:
        pdf.docinfo["/Author"] = ATTORNEY
        pdf.docinfo["/Title"] = f"{APPLICANT}一案"
        with pdf.open_metadata() as meta:
            meta["dc:creator"] = [ATTORNEY]
        pdf.Root.Lang = pikepdf.String(f"{SHORT}")
        pdf.pages[0].Annots = pdf.make_indirect(
            pikepdf.Array(
                [
                    pikepdf.Dictionary(
                        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=INVENTOR
                    )
                ]
            )
        )
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def xml_with_names(number: int, encoding: str = "UTF-8") -> bytes:
    """A file like those of e-filing with names in text, over inline markup, in attributes and comments."""
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<!-- {ATTORNEY} -->\n<cn-application-body lang="zh" '
        f'agent="{ATTORNEY}"><description><invention-title>折叠晾架{number}</invention-title>'
        f'<p num="0001">{BODY[3]}</p><p num="0002">{BODY[4]}</p><p num="0003">发明人欧<b>阳</b>禾改进了摆杆。</p>'
        f"<!-- {APPLICANT} --></description></cn-application-body>"
    )
    return text.encode("gb18030" if encoding != "UTF-8" else "utf-8")


def text_with_names(number: int, encoding: str = "utf-8") -> bytes:
    """A plain text with names."""
    return "\r\n".join([*BODY, f"第{number}号样稿，{IDENTITY}，{PHONE}。"]).encode(encoding)


__all__ = ["NAMES", "SECRETS", "docx_with_names", "pdf_with_names", "text_with_names", "xml_with_names"]
