"""Figures: captions in the description, mentions in the text, figures really there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ipcheck.model import Object, Span
from ipcheck.patent.description import Description, SectionName
from ipcheck.patent.parts import Part

_LABEL = r"\d{1,3}(?:[a-zA-Z](?![a-zA-Z])|[(（][a-zA-Z0-9]{1,2}[)）])?"
# 示意图1, 视图2 and 截图3 are pictures of that name, not figure numbers.
_MENTION = re.compile(
    rf"(?<![视意程框像形构版截谱线])图[ \t]?(?P<first>{_LABEL})"
    rf"(?P<more>(?:[ \t]*(?:至|到|[-~～—–]|、|和|及|与|或)[ \t]*图?[ \t]*\d{{1,3}}[a-zA-Z]?(?:[(（][a-zA-Z0-9]{{1,2}}[)）])?"
    rf"(?![\d.%％℃]|[ \t]*(?:个|种|次|mm|cm|μm|nm|步|条|张|幅|项|类|组))){{0,12}})"
)
_MORE = re.compile(
    r"[ \t]*(?P<join>至|到|[-~～—–]|、|和|及|与|或)[ \t]*(?P<fig>图?)[ \t]*(?P<number>\d{1,3}[a-zA-Z]?(?:[(（][a-zA-Z0-9]{1,2}[)）])?)"
)
_CAPTION_START = re.compile(
    rf"(?:^|(?<=[；;。，、\n:：]))[ \t]*(?:附)?图[ \t]?(?P<first>{_LABEL})(?P<more>(?:[ \t]*(?:至|到|[-~～—–]|、|和|及|与)[ \t]*图?[ \t]*\d{{1,3}}[a-zA-Z]?)*)"
    r"[ \t]*(?P<verb>为|是|示出|表示|所示|显示|展示|描绘|[:：.．、，\-—]|(?=[ \t一-鿿]))"
)
_ALONE = re.compile(rf"^[ \t]*(?:附?图)[ \t]?({_LABEL})[ \t]*$")
_MAX_RANGE = 60


@dataclass(frozen=True, slots=True)
class FigureMention:
    """图3 or 图1至图4 in the text; ``labels`` are normalised (3, 2a), ``span`` the words."""

    labels: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Caption:
    """A line of 附图说明: the figures it names and what it says of them (may be empty)."""

    labels: tuple[str, ...]
    span: Span
    text: Span | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the drawings: its label and the words or the picture that carry it."""

    label: str
    span: Span
    picture: Object | None = None


def normal_label(label: str) -> str:
    """``1（A）`` → ``1a``: brackets off, lower case."""
    return re.sub(r"[()（）\s]", "", label).lower()


def label_number(label: str) -> int:
    """The number of a normalised label (2a → 2)."""
    match = re.match(r"\d+", label)
    return int(match[0]) if match else 0


def _labels(first: str, more: str) -> tuple[str, ...]:
    labels = [normal_label(first)]
    for match in _MORE.finditer(more):
        label = normal_label(match["number"])
        if match["join"] in "、和及与或":
            labels.append(label)
            continue
        low, high = label_number(labels[-1]), label_number(label)
        if low < high <= low + _MAX_RANGE:
            labels.extend(str(number) for number in range(low + 1, high + 1))
            if label != str(high):
                labels[-1] = label
        elif match["join"] in "-—–" and not match["fig"]:
            labels[-1] = f"{labels[-1]}-{label}"  # 图3-1 is a figure's own number
        else:
            labels.append(label)
    return tuple(dict.fromkeys(labels))


def find_mentions(span: Span) -> Iterator[FigureMention]:
    """Every 图N in ``span``."""
    for match in span.find(_MENTION):
        yield FigureMention(_labels(match["first"], match["more"]), span.at(match))


def draw_captions(description: Description | None) -> tuple[Caption, ...]:
    """The captions under 附图说明, in order. “图1为…；图2为…。” in one paragraph are two."""
    if description is None:
        return ()
    captions: list[Caption] = []
    for paragraph in description.paragraphs_of(SectionName.FIGURES):
        starts = list(paragraph.body.find(_CAPTION_START))
        for index, match in enumerate(starts):
            end = starts[index + 1].start() if index + 1 < len(starts) else paragraph.body.end
            text = Span(paragraph.body.document, match.end(), end).trimmed()
            words = str(text).strip("；;。，,、:： ")
            label = Span(paragraph.body.document, match.start(), match.end("more")).trimmed()
            if index and not match["verb"] and not words:
                continue
            captions.append(Caption(_labels(match["first"], match["more"]), label, text if words else None))
    return tuple(captions)


def draw_figures(parts: Iterable[Part]) -> tuple[Figure, ...]:
    """The figures of the drawings: lines that are only 图N, and pictures whose source labels them."""
    figures: list[Figure] = []
    seen_pictures: set[str] = set()
    for part in parts:
        for line in part.lines:
            alone = _ALONE.match(line.folded)
            if alone:
                start = line.start + line.folded.index("图")
                span = Span(line.document, start, line.end).trimmed()
                label = normal_label(alone[1])
                if label not in seen_pictures:
                    figures.append(Figure(label, span))
                seen_pictures.discard(label)
                continue
            captions = [match for match in line.find(_MENTION)] if "\ufffc" in str(line) else []
            for match in captions:
                figures.append(Figure(normal_label(match["first"]), line.at(match)))
            for offset in range(line.start, line.end):
                item = line.document.object_at.get(offset) if line.document.text[offset] == "\ufffc" else None
                if item is not None and item.label:
                    labelled = re.match(rf"附?图\s*({_LABEL})$", item.label.strip())
                    if labelled and not captions:
                        label = normal_label(labelled[1])
                        figures.append(Figure(label, Span(line.document, offset, offset + 1), item))
                        # The reader writes the caption line below the picture; it is the same figure.
                        seen_pictures.add(label)
    return tuple(figures)
