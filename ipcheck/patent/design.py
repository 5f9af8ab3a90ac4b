"""What a design application says of itself: the name, the brief's items, the designs its views are numbered by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.model import Span, lazy
from ipcheck.patent.filing import Filing
from ipcheck.patent.parts import PartName

_END = r"(?=[。；;\n]|$)"
_NAME = lazy(r"(?:外观设计|产品)(?:产品)?的?名称[ ]*(?:[:]|为|是)[ ]*[“\"]?(?P<value>[^。；;\n“”\"]{1,80})")
_ITEMS: dict[str, re.Pattern[str]] = {
    "产品名称": _NAME,
    "用途": lazy(r"用途(?:为|是|在于)?[ ]*[:]?|用于|用作|供[一-鿿]{1,12}使用"),
    "设计要点": lazy(r"(?<!表明)(?<!说明)(?<!体现)设计要点(?!的(?:图|照|一幅))"),
    "最能表明设计要点的图片或者照片": lazy(
        r"(?:最能|最能够|能够?)(?:表明|说明|体现)(?:本?外观)?设计要点|指定[一-鿿]{0,12}(?:图|照片)|(?:公告|公报)用图"
    ),
}
_NUMBERED = lazy(r"设计[ ]?(?P<number>\d{1,3})(?!\d|[ ]?(?:年|月|个|种))")


@dataclass(frozen=True)
class NumberedDesign:
    """设计2 before a view's name or in the brief."""

    number: int
    span: Span


def design_names(filing: Filing) -> Iterator[Span]:
    """The product's name: in the request, and in the brief if it is written differently there."""
    seen: set[str] = set()
    if filing.request is not None:
        for value in filing.request.all("title"):
            seen.add("".join(value.folded.split()))
            yield value
    part = filing.parts.get(PartName.DESIGN_BRIEF)
    for line in part.lines if part else ():
        match = next(line.find(_NAME), None)
        if match is not None:
            name = line.at(match, "value").trimmed()
            if len(name) and "".join(name.folded.split()) not in seen:
                yield name
            return


def missing_brief_items(filing: Filing) -> tuple[str, ...]:
    """The prescribed items (细则 31.1) that the brief lacks, in the prescribed order."""
    part = filing.parts.get(PartName.DESIGN_BRIEF)
    if not part:
        return ()
    text = "\n".join(line.folded for line in part.lines)
    return tuple(name for name, pattern in _ITEMS.items() if pattern.search(text) is None)


def numbered_designs(filing: Filing) -> tuple[NumberedDesign, ...]:
    """Every 设计N in the views and the brief, in the order of the text."""
    found: list[NumberedDesign] = []
    for name in (PartName.DESIGN_VIEWS, PartName.DESIGN_BRIEF):
        part = filing.parts.get(name)
        for line in part.lines if part else ():
            found += [NumberedDesign(int(match["number"]), line.at(match)) for match in line.find(_NUMBERED)]
    return tuple(found)
