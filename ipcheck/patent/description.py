"""The description: its title, its sections and its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ipcheck.model import Span, lazy
from ipcheck.model.text import squeeze
from ipcheck.patent.parts import Part


class SectionName(StrEnum):
    """The five sections of a description (细则第二十条), and what stands before them."""

    FIELD = "field"
    BACKGROUND = "background"
    SUMMARY = "summary"
    FIGURES = "figures"
    EMBODIMENTS = "embodiments"

    @property
    def chinese(self) -> str:
        """The section's prescribed heading."""
        return {
            "field": "技术领域",
            "background": "背景技术",
            "summary": "发明内容",
            "figures": "附图说明",
            "embodiments": "具体实施方式",
        }[self.value]


_HEADINGS: tuple[tuple[re.Pattern[str], SectionName], ...] = (
    (lazy(r"(?:所属)?(?:的)?技术领域"), SectionName.FIELD),
    (lazy(r"(?:技术)?背景(?:技术)?|(?:现有|先前)技术"), SectionName.BACKGROUND),
    (
        lazy(r"(?:本)?(?:发明|实用新型|专利|新型|申请|技术)?(?:的)?内容|发明概述|发明(?:的)?公开|公开内容"),
        SectionName.SUMMARY,
    ),
    (
        lazy(r"附图(?:的)?(?:简要|简单)?(?:说明|描述)|附图简述|图[面式](?:的)?(?:简要|简单)?说明|附图概述"),
        SectionName.FIGURES,
    ),
    (
        lazy(
            r"具体(?:的)?实施(?:方式|例|方案|案例|方法)|(?:最佳|优选|发明|详细|本发明的最佳)?(?:的)?实施(?:方式|例"
            r"|方案)"
            r"|(?:发明)?(?:的)?详细(?:说明|描述)|具体方式"
        ),
        SectionName.EMBODIMENTS,
    ),
)
# Headings so short that they can be something else as well (a table's column, a sub-heading).
_SHORT = {"内容", "背景", "现有技术", "先前技术", "详细说明", "详细描述", "实施例", "实施方案"}
_FRAME = lazy(
    r"^(?:[\[［【]\d{4,5}[\]］】])?(?:[\[【〔(（<《]|(?:[一二三四五六七八九十]|\d{1,2})[、.．:：)）]?|[#*\-—]+)*"
    r"|[\]】〕)）>》:：。.*\-—]*$"
)
# 【技术领域】本发明涉及…, 技术领域：本发明涉及…: the heading and the text in one line.
_INLINE = lazy(
    r"[ \t]*+(?:\[\d{4,5}\][ \t]*+)?"
    r"(?P<open>[【\[])?[ \t]*+(?P<heading>技术领域|背景技术|发明内容|实用新型内容|附图说明|具体实施方式)"
    r"[ \t]*(?P<mark>[】\]][ \t]*:?|:)[ \t]*(?=\S)"
)
_NUMBER = lazy(r"\s*[\[［【]\s*(\d{4,5})\s*[\]］】]\s*")


_GAP = "[ \\t]*"
_OF_WHAT = "|".join(
    _GAP.join(words)
    for words in (
        *("发明创造", "发明专利", "发明", "实用新型专利", "实用新型", "外观设计"),
        *("专利申请", "专利", "申请", "产品", "项目", "课题", "方案", "技术方案"),
    )
)
_WHAT = "|".join(_GAP.join(words) for words in ("名称", "题目", "标题", "主题", "题名"))
# A label's own words alone (名称) may begin a title (名称识别方法); they need a colon or 一种 behind.
_TITLE_LABEL = lazy(
    rf"(?:[【\[(〔<]{_GAP}(?:本?(?:{_OF_WHAT})的?{_GAP})?(?:{_WHAT}){_GAP}[】\])〕>]{_GAP}[:—-]*"
    rf"|本?(?:{_OF_WHAT})的?{_GAP}(?:{_WHAT})"
    rf"(?:(?:为|是)?{_GAP}[:=—]+|{_GAP}-+|(?:为|是)(?={_GAP}一种)|[ \t]+|(?=一种))"
    rf"|(?:{_WHAT}|{_OF_WHAT})(?:{_GAP}[:=]+|(?:为|是)?[ \t]+(?=一种)|[ \t]{{2,}}|—+))[ \t]*"
)


def title_label(title: Span) -> str:
    """The label in front of a title (发明名称：), as written; "" if there is none or nothing else."""
    match = _TITLE_LABEL.match(title.folded)
    return str(title)[: match.end()] if match and match.end() < len(title) else ""


@dataclass(frozen=True)
class DescriptionParagraph:
    """A paragraph of the description: its typed or generated number (0 if none) and its words after the number."""

    number: int
    number_span: Span | None
    body: Span


@dataclass(frozen=True)
class Section:
    """A section: its name, its heading line as written, and the paragraphs under it."""

    name: SectionName
    heading: Span
    paragraphs: tuple[DescriptionParagraph, ...]

    @property
    def span(self) -> Span:
        """From heading to end."""
        end = self.paragraphs[-1].body.end if self.paragraphs else self.heading.end
        return Span(self.heading.document, self.heading.start, end)

    @property
    def text(self) -> str:
        """Its paragraphs' words, a line each."""
        return "\n".join(str(paragraph.body) for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Description:
    """The description drawn: title line, sections in the order of the text, all paragraphs (headings left out)."""

    part: Part
    title: Span | None
    sections: tuple[Section, ...]
    paragraphs: tuple[DescriptionParagraph, ...]
    before: tuple[DescriptionParagraph, ...]

    def section(self, name: SectionName) -> Section | None:
        """The first section of that name that has any text, else the first of that name, else None."""
        named = [section for section in self.sections if section.name is name]
        return next((section for section in named if section.paragraphs), named[0] if named else None)

    def paragraphs_of(self, name: SectionName) -> tuple[DescriptionParagraph, ...]:
        """All paragraphs under headings of that name."""
        return tuple(paragraph for section in self.sections if section.name is name for paragraph in section.paragraphs)


def section_of_heading(text: str) -> SectionName | None:
    """The section a line is the heading of, in any usual form (【技术领域】, 一、技术领域, 技 术 领 域), or None."""
    bare = squeeze(text)
    if not bare or len(bare) > 24:
        return None
    bare = _FRAME.sub("", bare)
    for pattern, name in _HEADINGS:
        if pattern.fullmatch(bare):
            return name
    return None


def _opens(line: Span, opened: SectionName | None) -> SectionName | None:
    """The section that ``line`` opens while ``opened`` is open; None if it is no heading here."""
    name = section_of_heading(str(line))
    # 实施例/背景 are headings of a section only where none of that name is open already.
    if name is None or name is opened:
        return None
    paragraph = line.document.paragraph_at(line.start)
    if paragraph.table is not None:
        return None
    order = list(SectionName)
    if _FRAME.sub("", squeeze(str(line))) in _SHORT and opened and order.index(name) < order.index(opened):
        return None
    return name


def _paragraph(line: Span) -> DescriptionParagraph:
    match = _NUMBER.match(line.document.folded, line.start, line.end)
    if match is None:
        return DescriptionParagraph(0, None, line.trimmed())
    body = Span(line.document, match.end(), line.end).trimmed()
    return DescriptionParagraph(int(match[1]), Span(line.document, match.start(), match.end()).trimmed(), body)


def draw_description(part: Part | None) -> Description | None:
    """The description of the description part; None when there is none.

    The title is the first line before the first heading, if it is short and no sentence. A second heading of the
    same name ("实施例" inside 具体实施方式) does not open a new section when it is only a sub-heading.
    """
    if part is None or not part:
        return None
    title: Span | None = None
    opened: list[tuple[SectionName, Span, list[DescriptionParagraph]]] = []
    before: list[DescriptionParagraph] = []
    everything: list[DescriptionParagraph] = []
    for line in part.lines:
        name = _opens(line, opened[-1][0] if opened else None)
        if name is not None:
            opened.append((name, line.trimmed(), []))
            continue
        inline = _INLINE.match(line.document.folded, line.start, line.end)
        if inline is not None and (inline["open"] is None) == (inline["mark"] == ":"):
            name = section_of_heading(inline["heading"])
            if name is not None and not (opened and opened[-1][0] is name):
                opened.append((name, line.at(inline, "heading"), []))
                line = Span(line.document, inline.end(), line.end)
        paragraph = _paragraph(line)
        # A rule of dashes below the page header is neither title nor text.
        if not len(paragraph.body) or (not opened and not re.search(r"[\w\ufffc]", str(paragraph.body))):
            continue
        if not opened and title is None and not before and _is_title(paragraph):
            title = paragraph.body
            continue
        everything.append(paragraph)
        (opened[-1][2] if opened else before).append(paragraph)
    sections = tuple(Section(name, heading, tuple(lines)) for name, heading, lines in opened)
    return Description(part, title, sections, tuple(everything), tuple(before))


def _is_title(paragraph: DescriptionParagraph) -> bool:
    words = str(paragraph.body)
    return len(words) <= 120 and not re.search(r"[。；;\ufffc]", words)
