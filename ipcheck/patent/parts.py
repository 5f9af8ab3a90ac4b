"""Which lines of which files are the claims, the description, the abstract, the drawings, the request.

Real drafts name their parts in the page header alone (reference/document-io.md, finding 2), so the order is:
what the format itself says, the section's page header, a title line, the page break with the content after it,
the content alone, the file name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from ipcheck.model import Document, Span, lazy
from ipcheck.model.text import squeeze


class PartName(StrEnum):
    """The parts of an application; the values are what JSON reports."""

    REQUEST = "request"
    ABSTRACT = "abstract"
    ABSTRACT_DRAWING = "abstract-drawing"
    CLAIMS = "claims"
    DESCRIPTION = "description"
    DRAWINGS = "drawings"
    SEQUENCES = "sequence-listing"
    DESIGN_BRIEF = "design-brief"
    DESIGN_VIEWS = "design-views"
    BIBLIO = "biblio"
    POA = "power-of-attorney"
    OTHER = "other"

    @property
    def chinese(self) -> str:
        """The part's name for users."""
        return _CHINESE[self]


_CHINESE = {
    PartName.REQUEST: "请求书",
    PartName.ABSTRACT: "说明书摘要",
    PartName.ABSTRACT_DRAWING: "摘要附图",
    PartName.CLAIMS: "权利要求书",
    PartName.DESCRIPTION: "说明书",
    PartName.DRAWINGS: "说明书附图",
    PartName.SEQUENCES: "序列表",
    PartName.DESIGN_BRIEF: "简要说明",
    PartName.DESIGN_VIEWS: "外观设计图片或照片",
    PartName.BIBLIO: "著录项目",
    PartName.POA: "专利代理委托书",
    PartName.OTHER: "其他",
}

_TITLES: tuple[tuple[re.Pattern[str], PartName], ...] = (
    (lazy(r"(?:发明|实用新型|外观设计)?专利请求书|请求书"), PartName.REQUEST),
    (lazy(r"(?:专利)?(?:代理)?总?委托书|授权委托书"), PartName.POA),
    (lazy(r"权利要求书?"), PartName.CLAIMS),
    (lazy(r"(?:说明书)?摘要附图"), PartName.ABSTRACT_DRAWING),
    (lazy(r"(?:说明书)?摘要"), PartName.ABSTRACT),
    (lazy(r"(?:说明书)?附图"), PartName.DRAWINGS),
    (lazy(r"说明书序列表|(?:核苷酸(?:和|或|/)?氨基酸)?序列表"), PartName.SEQUENCES),
    (lazy(r"(?:外观设计)?简要说明"), PartName.DESIGN_BRIEF),
    (lazy(r"外观设计图片(?:或者?照片)?|外观设计(?:图片|照片)|图片或者?照片"), PartName.DESIGN_VIEWS),
    (lazy(r"(?:专利)?说明书(?:正文)?"), PartName.DESCRIPTION),
    (lazy(r"注意事项|填表须知"), PartName.OTHER),
)
_FRAME = lazy(r"^[\[【〔(（<《#*\-—=一二三四五六七八九十0-9、.．]*|[\]】〕)）>》*\-—=:：]*$")
_PAGE = lazy(r"(?:第?\d+[/／]\d+页?|第\d+页(?:共\d+页)?|\d+[/／]\d+)$")
_SECTION_TITLE = lazy(
    r"^[\[【(（一二三四五六七八九十0-9、.．\s]*(?:技\s*术\s*领\s*域|背\s*景\s*技\s*术|(?:发\s*明|实\s*用\s*新\s*型|专\s*利)\s*内\s*容"
    r"|附\s*图\s*说\s*明|具\s*体\s*实\s*施\s*(?:方\s*式|例|方\s*案))[\]】)）:：\s]*$"
)
_PARAGRAPH_NUMBER = lazy(r"^\s*[\[［【]\s*\d{4,5}\s*[\]］】]")
_CLAIM_LIKE = lazy(
    r"^\s*(?:权利要求\s*)?\d{1,3}\s*[.．、:：]?\s*(?:一种|根据|如|按照|依据|依照)|其特征(?:在于|是)|权利要求\s*\d+[^。]{0,20}所述"
)
_ABSTRACT_LIKE = lazy(r"^\s*(?:\[\d{4}\])?\s*(?:(?:说明书)?摘\s*要\s*[:：]|本发明|本实用新型|本申请|一种|本文)")
_CAPTION_ALONE = lazy(r"^\s*图\s*\d+[a-zA-Z]?(?:[(（][a-zA-Z0-9]+[)）])?\s*$")
_BRIEF_LIKE = lazy(r"(?:本)?外观设计产品的(?:名称|用途)|设计要点")
_FILE_CODES = {
    "100001": PartName.CLAIMS,
    "100002": PartName.DESCRIPTION,
    "100003": PartName.DRAWINGS,
    "100004": PartName.ABSTRACT,
    "100005": PartName.ABSTRACT_DRAWING,
    "110101": PartName.REQUEST,
    "120101": PartName.REQUEST,
    "130101": PartName.REQUEST,
}


@dataclass(frozen=True)
class Part:
    """One part of an application: its non-blank lines in order, and its heading line if the text has one.

    ``titled`` is the heading line within the text (权利要求书), None when only a page header, the format or the
    content told what it is.
    """

    name: PartName
    document: Document
    lines: tuple[Span, ...]
    titled: Span | None = None

    @property
    def span(self) -> Span:
        """From the first to the last line. Raises IndexError when the part is empty."""
        return Span(self.document, self.lines[0].start, self.lines[-1].end)

    def __bool__(self) -> bool:
        return bool(self.lines)


def part_of_title(text: str) -> PartName | None:
    """The part that a heading line or a page header names, or None.

    ``text`` may carry brackets, numbering, spaces between its characters and a page mark (1/2页).
    """
    if len(text) > 80:
        return None
    bare = _PAGE.sub("", squeeze(text))
    bare = _FRAME.sub("", bare)
    if not bare or len(bare) > 16:
        return None
    for pattern, name in _TITLES:
        if pattern.fullmatch(bare):
            return name
    return None


def part_of_header(header: str) -> PartName | None:
    """The part named anywhere in a page header, longest name first (说明书摘要 before 说明书)."""
    bare = squeeze(header)
    name = part_of_title(bare)
    if name is not None:
        return name
    for words, part in (
        ("摘要附图", PartName.ABSTRACT_DRAWING),
        ("说明书摘要", PartName.ABSTRACT),
        ("说明书附图", PartName.DRAWINGS),
        ("权利要求书", PartName.CLAIMS),
        ("简要说明", PartName.DESIGN_BRIEF),
        ("请求书", PartName.REQUEST),
        ("委托书", PartName.POA),
        ("说明书", PartName.DESCRIPTION),
    ):
        if words in bare:
            return part
    return None


def part_of_file(path: str) -> PartName | None:
    """The part a file's name tells of (权利要求书.docx, 100001.xml), or None."""
    # An archive member (case.zip!/100001/100001.xml) is named by its own last parts, not by the archive.
    inner = PurePath(path.replace("!/", "/"))
    stem = squeeze(inner.stem)
    for words, part in (
        ("摘要附图", PartName.ABSTRACT_DRAWING),
        ("摘要", PartName.ABSTRACT),
        ("附图", PartName.DRAWINGS),
        ("权利要求", PartName.CLAIMS),
        ("请求书", PartName.REQUEST),
        ("委托书", PartName.POA),
        ("简要说明", PartName.DESIGN_BRIEF),
        ("序列表", PartName.SEQUENCES),
        ("说明书", PartName.DESCRIPTION),
    ):
        if words in stem:
            return part
    for piece in (stem, squeeze(inner.parent.name)):
        match = re.match(r"\d{6}", piece)
        if match and match[0] in _FILE_CODES:
            return _FILE_CODES[match[0]]
    return None


def _content_vote(lines: Iterable[str]) -> PartName | None:
    """What a block of lines looks like, by its words; None when nothing speaks."""
    texts = [line for line in lines if line.strip()]
    if not texts:
        return None
    sections = sum(bool(_SECTION_TITLE.match(line)) for line in texts)
    numbered = sum(bool(_PARAGRAPH_NUMBER.match(line)) for line in texts)
    if sections >= 2 or numbered >= 2:
        return PartName.DESCRIPTION
    if _BRIEF_LIKE.search("\n".join(texts)) and len(texts) <= 20:
        return PartName.DESIGN_BRIEF
    if any(_CLAIM_LIKE.search(line) for line in texts) and not sections:
        return PartName.CLAIMS
    captions = sum(bool(_CAPTION_ALONE.match(line)) or line.strip() == "\ufffc" for line in texts)
    if captions and captions >= len(texts) / 2:
        return PartName.DRAWINGS
    if sections:
        return PartName.DESCRIPTION
    if _ABSTRACT_LIKE.match(texts[0]) and len(texts) <= 3 and sum(map(len, texts)) <= 800 and not numbered:
        return PartName.ABSTRACT
    return None


@dataclass(slots=True)
class _Block:
    name: PartName | None
    lines: list[Span]
    titled: Span | None = None


def _blocks(document: Document) -> list[_Block]:
    blocks: list[_Block] = [_Block(None, [])]
    header, header_part, told = None, None, None
    for paragraph in document.paragraphs:
        line = Span(document, paragraph.start, paragraph.end)
        if paragraph.region == "footnote":
            continue
        if paragraph.header != header:
            header = paragraph.header
            header_part = part_of_header(header)
            if header_part is not None:
                blocks.append(_Block(header_part, []))
        if paragraph.part != told:
            told = paragraph.part
            blocks.append(_Block(PartName(told) if told else header_part, []))
        # A cell of the request form may hold the name of another part: 摘要附图, or 权利要求书 in the list of files.
        cell = paragraph.table is not None and blocks[-1].name is PartName.REQUEST
        title = None if told or cell else part_of_title(str(line))
        # Within a description "附图" or "摘要" alone can be a figure's heading; a part's title starts afresh.
        if title is not None and (title != blocks[-1].name or not blocks[-1].lines):
            blocks.append(_Block(title, [], line))
            continue
        if paragraph.page_break_before and blocks[-1].lines and not told and header_part is None:
            blocks.append(_Block(None, []))
        if str(line).strip():
            blocks[-1].lines.append(line)
    return [block for block in blocks if block.lines or block.titled]


def _split_untitled(block: _Block) -> list[_Block]:
    """An untitled block may run from abstract to claims to description without any break; cut it by content."""
    texts = [str(line) for line in block.lines]
    claims_at = next(
        (i for i, text in enumerate(texts) if _CLAIM_LIKE.match(text) and re.match(r"\s*\D*1", text)), None
    )
    sections = [i for i, text in enumerate(texts) if _SECTION_TITLE.match(text)]
    if not sections or claims_at is None:
        return [block]
    start = sections[0]
    if start and len(texts[start - 1].strip()) <= 60 and not re.search(r"[。；]", texts[start - 1]):
        start -= 1  # the title line above 技术领域
    cuts: list[tuple[int, PartName]] = [(start, PartName.DESCRIPTION), (claims_at, PartName.CLAIMS)]
    if claims_at > sections[-1]:
        cuts.sort()
    cuts.sort()
    if cuts[0][0] > 0:
        cuts.insert(0, (0, _content_vote(texts[: cuts[0][0]]) or PartName.OTHER))
    ends = [cut for cut, _ in cuts[1:]] + [len(texts)]
    return [_Block(name, block.lines[begin:end]) for (begin, name), end in zip(cuts, ends, strict=True) if begin < end]


def _without_drawings(lines: list[Span]) -> tuple[list[Span], list[Span]]:
    """The lines of a description without the pictures and bare 图N at its end, and these: its drawings."""
    cut = len(lines)
    while cut and (_CAPTION_ALONE.match(str(lines[cut - 1])) or not str(lines[cut - 1]).strip(" \t\u3000\ufffc")):
        cut -= 1
    tail = lines[cut:]
    if any(_CAPTION_ALONE.match(str(line)) for line in tail) and any("\ufffc" in str(line) for line in tail):
        return lines[:cut], tail
    return lines, []


def draw_parts(documents: Iterable[Document]) -> dict[PartName, Part]:
    """The parts of an application given by its documents; a part met twice keeps its longest run of lines.

    Lines that belong to no part are gathered under OTHER, form instructions are left out.
    """
    found: dict[PartName, Part] = {}
    for document in documents:
        blocks = [piece for block in _blocks(document) for piece in ([block] if block.name else _split_untitled(block))]
        hint = part_of_file(document.path)
        previous: PartName | None = None
        titles = any(block.titled for block in blocks)
        for block in blocks:
            # Where parts bear titles a page break is only a page break; else the content after it decides.
            name = block.name or (previous if titles else None) or _content_vote(map(str, block.lines))
            if name is None:
                # A page break inside a part is only a page break.
                name = previous or hint or PartName.OTHER
            if block.name is None and hint and len(blocks) == 1:
                name = hint
            previous = name
            lines, drawings = block.lines, list[Span]()
            if name is PartName.DESCRIPTION:
                lines, drawings = _without_drawings(block.lines)
            _add(found, Part(name, document, tuple(lines), block.titled))
            if drawings:
                _add(found, Part(PartName.DRAWINGS, document, tuple(drawings)))
    found.pop(PartName.OTHER, None)
    return found


def _add(found: dict[PartName, Part], part: Part) -> None:
    old = found.get(part.name)
    if old is None or not old:
        found[part.name] = part
    elif old.document is part.document:
        found[part.name] = Part(part.name, old.document, old.lines + part.lines, old.titled or part.titled)
    elif len(part.lines) > len(old.lines):
        found[part.name] = part
