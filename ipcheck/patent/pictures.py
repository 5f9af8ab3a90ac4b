"""The pictures of the drawings, each with its figure number and what 附图说明 says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ipcheck.model import ImageFacts, Object, Span, lazy
from ipcheck.patent.figures import Caption, find_mentions, label_number
from ipcheck.patent.parts import Part

_SHOWN = frozenset({"picture", "ole"})
_CAPTION = lazy(r"[\s\[(（【]*附?图[ \t]*\d[^。；]{0,40}")


@dataclass(frozen=True)
class Picture:
    """One picture. ``label`` is its figure's (2a), empty if none stands at it; ``caption`` what 附图说明 says of it."""

    label: str
    span: Span
    item: Object
    caption: str
    number: int

    @property
    def name(self) -> str:
        """What to call it: 图2, or 第2幅图 where it bears no number."""
        return f"图{self.label}" if self.label else f"第{self.number}幅图"

    @property
    def facts(self) -> ImageFacts | None:
        """What it looks like, None if that cannot be told."""
        return self.item.image


def draw_pictures(part: Part | None, captions: Sequence[Caption]) -> tuple[Picture, ...]:
    """The pictures of a part in order; the number is the source's own label or the caption line at the picture."""
    if not part:
        return ()
    found: list[tuple[Span, Object, str]] = []
    waiting = 0
    for line in part.lines:
        labels = [mention.labels[0] for mention in find_mentions(line)] if _CAPTION.fullmatch(line.folded) else []
        for place in range(waiting, len(found)) if labels and "\ufffc" not in str(line) else ():
            # One caption line may serve several pictures: 图1 图2 below two of them, 图1 below the parts of one.
            span, item, label = found[place]
            found[place] = (span, item, label or labels[min(place - waiting, len(labels) - 1)])
        if labels and "\ufffc" not in str(line):
            waiting = len(found)
        own = [mention.labels[0] for mention in find_mentions(line)] if "\ufffc" in str(line) else []
        for offset in range(line.start, line.end):
            item_here = line.document.object_at.get(offset) if line.document.text[offset] == "\ufffc" else None
            if item_here is not None and item_here.kind in _SHOWN:
                span = Span(line.document, offset, offset + 1)
                found.append((span, item_here, _label_of(item_here.label) or (own[0] if own else "")))
    said = {
        label: str(caption.text).strip("；;。， ")
        for caption in reversed(captions)
        if caption.text
        for label in caption.labels
    }
    return tuple(
        Picture(label, span, item, _said_of(label, said), number) for number, (span, item, label) in enumerate(found, 1)
    )


def _label_of(words: str) -> str:
    match = re.match(r"附?图\s*(\d{1,3}(?:[a-zA-Z](?![a-zA-Z])|-\d{1,2})?)", words.strip())
    return match[1].lower() if match else ""


def _said_of(label: str, said: dict[str, str]) -> str:
    if not label:
        return ""
    number = str(label_number(label))
    return said.get(label) or said.get(number, "")


def names_of(pictures: Iterable[Picture]) -> str:
    """图1、图3: each named once, in order; where there are many the first of them and how many they are."""
    names = list(dict.fromkeys(picture.name for picture in pictures))
    return "、".join(names) if len(names) <= 6 else "、".join(names[:6]) + f"等{len(names)}幅图"
