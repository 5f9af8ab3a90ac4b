"""Figures: captions in the description, mentions in the text, figures really there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ipcheck.model import Object, Span, lazy
from ipcheck.patent.description import Description, SectionName
from ipcheck.patent.parts import Part

# 3, 3a, 3(a), 3.1; the letter of “3D” or “3cm” is no figure's.
_LABEL = r"\d{1,3}(?:\.\d{1,2}(?![\d.])|[a-zA-Z](?![a-zA-Z\d])|[ \t]?\([a-zA-Z0-9]{1,2}\)|(?=\D|$))"
# 示意图1, 视图2 and 截图3 are pictures of that name, not figure numbers.
_FIRST = lazy(rf"(?<![视意程框像形构版截谱线])图[ \t]{{0,2}}(?P<first>{_LABEL})")
_MORE = lazy(
    rf"[ \t]*(?:(?P<join>至|到|[-~—–]|、|和|及|与|或者?)|,(?=[ \t]*图))[ \t]*"
    rf"(?:(?P<fig>附?图)[ \t]{{0,2}})?(?P<number>{_LABEL}|\([a-zA-Z0-9]\)|[a-zA-Z](?![a-zA-Z\d]))"
    r"(?![\d%℃]|\.\d|[ \t]*(?:个|种|次|mm|cm|μm|nm|步|条|张|幅|项|类|组|号|块|根|只|台|层|对|件|套))"
)
_VERB = lazy(r"[ \t]*(?:分别)?(?:为|是|示出|示意|表示|所示|显示|展示|描绘|描述|给出|说明|图示|例示|[:.、,\-—]+)")
_CAPTION_LEAD = lazy(r"[ \t\[(【]*(?:如|附)?(?=图)")
_LABELS_ONLY = lazy(rf"[ \t]*(?:附?图[ \t]{{0,2}}{_LABEL}(?:-\d{{1,2}})?[ \t]*)+")
_OWN_HYPHEN = lazy(r"图[ \t]?(\d{1,3})-(\d{1,2})(?!\d)")
_MAX_RANGE = 60
_MAX_LABELS = 40


@dataclass(frozen=True, slots=True)
class FigureMention:
    """图3 or 图1至图4 in the text; ``labels`` are normalised (3, 2a), ``span`` the words."""

    labels: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Caption:
    """A line of 附图说明: the figures it names and what it says of them (None if nothing)."""

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


def _split(label: str) -> tuple[str, str]:
    match = re.match(r"(\d*)(.*)", label)
    return (match[1], match[2]) if match else ("", label)


def _between(low: str, high: str) -> list[str] | None:
    """The labels after ``low`` up to ``high``; None if the two make no range (3-1)."""
    number_low, tail_low = _split(low)
    number_high, tail_high = _split(high)
    number_high = number_high or number_low
    if number_low == number_high:
        if len(tail_low) == len(tail_high) == 1 and tail_low.isalpha() and tail_low < tail_high:
            return [number_low + chr(code) for code in range(ord(tail_low) + 1, ord(tail_high) + 1)]
        if re.fullmatch(r"\.\d+", tail_low) and re.fullmatch(r"\.\d+", tail_high) and tail_low < tail_high:
            return [f"{number_low}.{n}" for n in range(int(tail_low[1:]) + 1, int(tail_high[1:]) + 1)]
        return None
    first, last = int(number_low), int(number_high)
    if first < last <= first + _MAX_RANGE:
        return [*(str(number) for number in range(first + 1, last)), high]
    return None


def _read(text: str, match: re.Match[str], end: int, hyphenated: bool) -> tuple[tuple[str, ...], int]:
    """The labels that begin with ``match`` of _FIRST and go on after it, and the offset where they end."""
    labels = [normal_label(match["first"])]
    position = match.end()
    while len(labels) < _MAX_LABELS:
        more = _MORE.match(text, position, end)
        if more is None:
            break
        label = normal_label(more["number"])
        join = more["join"] or ","
        letter_only = not label[0].isdigit()
        if letter_only:
            # “图4A和B”: only a figure with a letter can go on with a letter.
            if not re.fullmatch(r"\d+[a-z]", labels[-1]):
                break
            label = _split(labels[-1])[0] + label
        if join in "至到-~—–":
            between = _between(labels[-1], label)
            own = join == "-" and not more["fig"] and not letter_only
            if own and (hyphenated or between is None):
                labels[-1] = f"{labels[-1]}-{label}"  # 图3-1 is a figure's own number
            elif between is not None:
                labels.extend(between)
            else:
                labels.append(label)
        else:
            labels.append(label)
        position = more.end()
    return tuple(dict.fromkeys(labels)), position


def find_mentions(span: Span, *, hyphenated: bool = False) -> Iterator[FigureMention]:
    """Every 图N in ``span``; with ``hyphenated`` 图1-2 is one figure's number and no range."""
    text = span.document.folded
    position = span.start
    while (match := _FIRST.search(text, position, span.end)) is not None:
        labels, position = _read(text, match, span.end, hyphenated)
        yield FigureMention(labels, Span(span.document, match.start(), position))


def numbers_with_hyphen(spans: Iterable[Span]) -> bool:
    """Whether figures are numbered 图1-1, 图1-2, 图2-1: there is one whose second number is no larger."""
    return any(int(match[1]) >= int(match[2]) for span in spans for match in span.find(_OWN_HYPHEN))


def draw_captions(description: Description | None) -> tuple[Caption, ...]:
    """The captions under 附图说明, in order. “图1为…；图2为…。” in one paragraph are two."""
    if description is None:
        return ()
    paragraphs = description.paragraphs_of(SectionName.FIGURES)
    hyphenated = numbers_with_hyphen(paragraph.body for paragraph in paragraphs)
    captions: list[Caption] = []
    for paragraph in paragraphs:
        starts = list(_caption_starts(paragraph.body, hyphenated))
        for index, (labels, start, end, said) in enumerate(starts):
            until = starts[index + 1][1] if index + 1 < len(starts) else paragraph.body.end
            text = Span(paragraph.body.document, min(said, until), until).trimmed()
            words = str(text).strip("；;。，,、:：.）)】] \t")
            span = Span(paragraph.body.document, start, end)
            captions.append(Caption(labels, span, text if words else None))
    return tuple(captions)


def _caption_starts(body: Span, hyphenated: bool) -> Iterator[tuple[tuple[str, ...], int, int, int]]:
    """(labels, start, end of the labels, start of what is said) of each caption in a paragraph."""
    text = body.document.folded
    position, fresh = body.start, True
    while position < body.end:
        lead = _CAPTION_LEAD.match(text, position, body.end)
        match = _FIRST.match(text, lead.end(), body.end) if lead else None
        if match is not None:
            labels, end = _read(text, match, body.end, hyphenated)
            verb = _VERB.match(text, end, body.end)
            # At the beginning of a paragraph no verb is needed (图1 主视图); inside one it tells a caption.
            # “图1中：1-壳体” begins a list of signs.
            if (fresh or verb) and not text.startswith("中", end):
                yield labels, match.start(), end, verb.end() if verb else end
            position = end
        fresh = False
        stop = re.compile(r"[;。,\n]").search(text, position, body.end)
        if stop is None:
            return
        position = stop.end()


def draw_figures(parts: Iterable[Part]) -> tuple[Figure, ...]:
    """The figures of the drawings: lines that are only 图N (or several), and pictures whose source labels them."""
    figures: list[Figure] = []
    seen_pictures: set[str] = set()
    for part in parts:
        for line in part.lines:
            if _LABELS_ONLY.fullmatch(line.folded):
                for mention in find_mentions(line, hyphenated=True):
                    label = mention.labels[0]
                    if label not in seen_pictures:
                        figures.append(Figure(label, mention.span))
                    seen_pictures.discard(label)
                continue
            if "\ufffc" not in str(line):
                continue
            captions = list(find_mentions(line, hyphenated=True))
            figures.extend(Figure(mention.labels[0], mention.span) for mention in captions)
            for offset in range(line.start, line.end):
                item = line.document.object_at.get(offset) if line.document.text[offset] == "\ufffc" else None
                if item is not None and item.label and not captions:
                    labelled = re.fullmatch(rf"附?图\s*({_LABEL}(?:-\d{{1,2}})?)", item.label.strip())
                    if labelled:
                        label = normal_label(labelled[1])
                        figures.append(Figure(label, Span(line.document, offset, offset + 1), item))
                        # The reader writes the caption line below the picture; it is the same figure.
                        seen_pictures.add(label)
    return tuple(figures)
