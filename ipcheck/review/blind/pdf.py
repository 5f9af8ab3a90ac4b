"""A blind copy of a PDF: the glyphs of names taken out of its text layer, metadata and notes taken out.

A name's glyphs are deleted from the content stream and the space they took is left, so that everything else stays in
its place. What a scanned page shows cannot be covered: a page without text is told.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ipcheck.check.extras import missing
from ipcheck.readers.errors import ReadError
from ipcheck.review.blind.names import Names
from ipcheck.review.blind.pictures import without_words

_SHOW = ("Tj", "TJ", "'", '"')
_KEPT_NOTES = ("/Link", "/Widget")
# How deep forms may draw forms, and direct objects hold others: files of strangers go round in circles.
_DEPTH, _NESTED = 8, 32


@dataclass
class _Glyph:
    """One character code of a shown string: where it stands, its bytes, what it says, its width (1/1000 em)."""

    instruction: int
    part: int
    code: bytes
    text: str
    width: float


def blind_pdf(data: bytes, names: Names) -> bytes:
    """The blind copy of the bytes of a PDF; the same input gives the same bytes. Raises ReadError."""
    if lacking := missing(("pikepdf", "pdfminer")):
        raise ReadError(lacking)
    import pikepdf
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    try:
        pdf = pikepdf.open(io.BytesIO(data))
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        pages = list(PDFPage.create_pages(document))
    except Exception as error:  # both libraries raise many kinds for damaged or encrypted files
        raise ReadError(f"PDF 打不开或者有密码（{type(error).__name__}），没有做匿名；请另存后重试") from error
    with pdf:
        try:
            fonts = _Fonts()
            done: set[int] = set()
            for page, read in zip(pdf.pages, pages, strict=True):
                _page(pdf, page, read.resources, fonts, names, done)
            _without_people(pdf)
            _other_drawings(pdf, document, fonts, names, done)
            _cover_strings(pdf, names)
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True, encryption=False)
        except ReadError:
            raise
        except Exception as error:  # a stranger's file may break anything in either library
            raise ReadError(
                f"PDF 的内部结构读不了（{type(error).__name__}: {error}），没有做匿名；请另存后重试"
            ) from error
    return out.getvalue()


class _Fonts:
    """Decoders of shown strings, by the font objects of the file."""

    def __init__(self) -> None:
        from pdfminer.pdfinterp import PDFResourceManager

        self._manager = PDFResourceManager()

    def of(self, resources: Any) -> dict[str, Any]:
        """The fonts of a resource dictionary by name."""
        from pdfminer.pdftypes import PDFObjRef, dict_value

        found = {}
        table = dict_value(resources or {}).get("Font")
        for name, item in (dict_value(table) if table is not None else {}).items():
            spec = dict_value(item)
            found[f"/{name}"] = self._manager.get_font(item.objid if isinstance(item, PDFObjRef) else None, spec)
        return found


def _page(pdf: Any, page: Any, resources: Any, fonts: _Fonts, names: Names, done: set[int]) -> None:
    import pikepdf

    page.contents_coalesce()
    content = _covered(pikepdf.parse_content_stream(page), fonts.of(resources), names)
    if content is not None:
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(content))
    _forms(pdf, page.get("/Resources"), resources, fonts, names, _DEPTH, done)


def _forms(pdf: Any, table: Any, resources: Any, fonts: _Fonts, names: Names, depth: int, done: set[int]) -> None:
    """Cover names in the form XObjects that a page or another form draws."""
    import pikepdf
    from pdfminer.pdftypes import dict_value, stream_value

    if table is None or depth == 0 or "/XObject" not in table:
        return
    read = dict_value(dict_value(resources or {}).get("XObject") or {})
    for name, item in table["/XObject"].items():
        if item.get("/Subtype") != "/Form" or name.lstrip("/") not in read:
            continue
        own = stream_value(read[name.lstrip("/")]).attrs.get("Resources", resources)
        content = _covered(pikepdf.parse_content_stream(item), fonts.of(own), names)
        if content is not None:
            item.write(pikepdf.unparse_content_stream(content))
        done.add(item.objgen[0])
        _forms(pdf, item.get("/Resources"), own, fonts, names, depth - 1, done)


def _other_drawings(pdf: Any, document: Any, fonts: _Fonts, names: Names, done: set[int]) -> None:
    """Cover names in what no page draws by itself: the faces of form fields, tiling patterns; pictures' metadata."""
    import pikepdf
    from pdfminer.pdftypes import dict_value, stream_value

    fields = dict_value(dict_value(document.catalog.get("AcroForm") or {}).get("DR") or {})
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Stream) or item.objgen[0] in done:
            continue
        if item.get("/Subtype") == "/Form" or item.get("/PatternType") == 1:
            read = stream_value(document.getobj(item.objgen[0])).attrs
            content = _covered(pikepdf.parse_content_stream(item), fonts.of(read.get("Resources", fields)), names)
            if content is not None:
                item.write(pikepdf.unparse_content_stream(content))
        elif item.get("/Subtype") == "/Image" and item.get("/Filter") == "/DCTDecode":
            item.write(without_words(item.read_raw_bytes()), filter=pikepdf.Name.DCTDecode)


def _covered(content: list[Any], fonts: dict[str, Any], names: Names) -> list[Any] | None:
    """The instructions of a content stream without the glyphs of names; None if there are no names in it."""
    told = _cover_marked(content, names)
    glyphs = list(_glyphs(content, fonts))
    text = "".join(glyph.text for glyph in glyphs)
    starts = []
    at = 0
    for glyph in glyphs:
        starts.append(at)
        at += len(glyph.text)
    hit: set[int] = set()
    spans = names.spans(text)
    index = 0
    for number, start in enumerate(starts):
        while index < len(spans) and spans[index][1] <= start:
            index += 1
        if index < len(spans) and glyphs[number].text and start + len(glyphs[number].text) > spans[index][0]:
            hit.add(number)
    if not hit:
        return content if told else None
    by_place: dict[int, list[tuple[bool, _Glyph]]] = {}
    for number, glyph in enumerate(glyphs):
        by_place.setdefault(glyph.instruction, []).append((number in hit, glyph))
    touched = {place for place, own in by_place.items() if any(marked for marked, _ in own)}
    return [
        made
        for place, item in enumerate(content)
        for made in (_rewritten(item, by_place[place]) if place in touched else [item])
    ]


def _glyphs(content: list[Any], fonts: dict[str, Any]) -> Iterator[_Glyph]:
    """The glyphs of a content stream in its order; those of an unknown font as one piece without words."""
    font: Any = None
    for place, item in enumerate(content):
        operator = str(item.operator)
        if operator == "Tf":
            font = fonts.get(str(item.operands[0]))
        elif operator in _SHOW:
            shown = item.operands[0] if operator == "TJ" else [item.operands[-1]]
            for part, piece in enumerate(shown):
                if _is_string(piece):
                    for code, text, width in _decoded(font, bytes(piece)):
                        yield _Glyph(place, part, code, text, width)


def _cover_marked(content: list[Any], names: Names) -> bool:
    """Cover names in what marked content says of itself (/ActualText, /Alt); whether there were any."""
    import pikepdf

    told = False
    for item in content:
        if str(item.operator) in ("BDC", "DP"):
            for owner, key, words in _strings_within(item.operands[1], _NESTED):
                covered = names.cover(words)
                if covered != words:
                    owner[key] = pikepdf.String(covered)
                    told = True
    return told


def _is_string(piece: Any) -> bool:
    import pikepdf

    return isinstance(piece, pikepdf.String)


def _decoded(font: Any, data: bytes) -> Iterator[tuple[bytes, str, float]]:
    """The codes of a shown string with their words and widths."""
    if font is None:
        yield data, "", 0.0
        return
    at = 0
    while at < len(data):
        size = _size(font, data[at:])
        code = data[at : at + size]
        cids = list(font.decode(code))
        text, width = "", 0.0
        for cid in cids:
            width += float(font.char_width(cid)) * 1000
            try:
                text += font.to_unichr(cid)
            except KeyError:
                continue
        yield code, text, width
        at += size


def _size(font: Any, data: bytes) -> int:
    """How many bytes the first code of ``data`` has: one for a simple font, as its map says for a composite one."""
    if not font.is_multibyte():
        return 1
    for size in (1, 2, 3, 4):
        if size <= len(data) and len(list(font.decode(data[:size]))) == 1:
            return size
    return len(data)


def _rewritten(item: Any, glyphs: list[tuple[bool, _Glyph]]) -> list[Any]:
    """The instruction without the glyphs that are hit, the space they took kept (TJ numbers are 1/1000 em, negated)."""
    from pikepdf import Array, ContentStreamInstruction, Operator, String

    operator = str(item.operator)
    shown = list(item.operands[0]) if operator == "TJ" else [item.operands[-1]]
    made: list[Any] = []
    for part, piece in enumerate(shown):
        if not _is_string(piece):
            made.append(piece)
            continue
        kept, gap = b"", 0.0
        for hit, glyph in (pair for pair in glyphs if pair[1].part == part):
            if hit and kept:
                made.append(String(kept))
                kept = b""
            elif not hit and gap:
                made.append(-round(gap))
                gap = 0.0
            if hit:
                gap += glyph.width
            else:
                kept += glyph.code
        made += [String(kept)] if kept else []
        made += [-round(gap)] if gap else []
    before: list[Any] = []
    if operator == '"':
        # It sets word and character spacing, and like ' it moves to the next line first.
        before += [
            ContentStreamInstruction([item.operands[0]], Operator("Tw")),
            ContentStreamInstruction([item.operands[1]], Operator("Tc")),
        ]
    if operator in ("'", '"'):
        before.append(ContentStreamInstruction([], Operator("T*")))
    return [*before, ContentStreamInstruction([Array(made)], Operator("TJ"))]


def _without_people(pdf: Any) -> None:
    """Take out the document's properties, notes on pages, files attached to it, forms of XFA, links, scripts."""
    import pikepdf

    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for key in ("/Metadata", "/PieceInfo", "/OpenAction", "/AA", "/Collection"):
        if key in pdf.Root:
            del pdf.Root[key]
    for key in ("/EmbeddedFiles", "/JavaScript"):
        if "/Names" in pdf.Root and key in pdf.Root.Names:
            del pdf.Root.Names[key]
    if "/AcroForm" in pdf.Root and "/XFA" in pdf.Root.AcroForm:
        del pdf.Root.AcroForm["/XFA"]
    for page in pdf.pages:
        for key in ("/Metadata", "/PieceInfo", "/AA"):
            if key in page:
                del page[key]
        if "/Annots" in page:
            kept = [note for note in page.Annots if note.get("/Subtype") in _KEPT_NOTES]
            page.Annots = pikepdf.Array(kept)
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Stream | pikepdf.Dictionary):
            continue
        for key in ("/Metadata", "/PieceInfo", "/AF") if isinstance(item, pikepdf.Stream) else ("/AF", "/AA"):
            if key in item:
                del item[key]
        # Where a link leads (a web site, a folder on a disk) and what a script says tells whose document it is.
        if isinstance(item, pikepdf.Dictionary) and "/A" in item:
            action = item["/A"]
            if isinstance(action, pikepdf.Dictionary) and action.get("/S") != "/GoTo":
                del item["/A"]


def _cover_strings(pdf: Any, names: Names) -> None:
    """Cover names in every string of the file outside content streams: bookmarks, alternative texts, form fields."""
    import pikepdf

    for owner, key, words in _strings(pdf):
        covered = names.cover(words)
        if covered != words:
            owner[key] = pikepdf.String(covered)


def streams_of(data: bytes) -> Iterator[bytes]:
    """The unpacked bytes of every stream of a PDF but for pictures. Raises ReadError."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for item in pdf.objects:
                if isinstance(item, pikepdf.Stream) and item.get("/Subtype") != "/Image":
                    yield item.read_bytes()
    except pikepdf.PdfError as error:
        raise ReadError(f"PDF 里有解不开的内容（{error}），查不了有没有名称，没有放进去") from error


def strings_of(data: bytes) -> list[str]:
    """Every string of a PDF outside its content streams. Raises ReadError."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            found = [words for _, _, words in _strings(pdf)]
            found += [str(value) for value in pdf.docinfo.values()]
            return found
    except Exception as error:  # the library raises many kinds for damaged files
        raise ReadError(f"PDF 打不开（{type(error).__name__}）") from error


def _strings(pdf: Any) -> Iterator[tuple[Any, Any, str]]:
    """The strings of all objects: owner, key or index, words. Indirect objects come round by themselves."""
    for item in pdf.objects:
        yield from _strings_within(item, _NESTED)


def _strings_within(item: Any, depth: int) -> Iterator[tuple[Any, Any, str]]:
    import pikepdf

    if isinstance(item, pikepdf.Stream | pikepdf.Dictionary):
        entries: list[tuple[Any, Any]] = list(item.items())
    elif isinstance(item, pikepdf.Array):
        entries = list(enumerate(item))
    else:
        return
    for key, value in entries:
        if _is_string(value):
            yield item, key, str(value)
        elif depth and isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield from _strings_within(value, depth - 1)


__all__ = ["blind_pdf", "streams_of", "strings_of"]
