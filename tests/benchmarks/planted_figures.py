"""Planters: figures, their captions and their mentions."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import SectionName
from tests.benchmarks.planted_draft import (
    ABSENT,
    Draft,
    add_sentence,
    caption_line,
    caption_numbers,
    mark,
    paragraphs,
    plants,
)


@plants("figure-described-not-filed", "drawing left out", "figured")
def drawing_left_out(draft: Draft, rng: Random) -> Draft | None:
    number = len(draft.drawings)
    if number < 2:
        return None
    draft.drawings.pop()
    draft.description[caption_line(draft, number)] += ABSENT
    return draft


@plants("figure-described-not-filed", "caption too many", "figured")
def caption_too_many(draft: Draft, rng: Random) -> Draft | None:
    number = len(draft.drawings)
    line = caption_line(draft, number)
    told = rng.choice(
        (
            f"图{number + 1}为另一实施例的结构示意图。",
            f"图{number + 1}是局部放大示意图。",
            f"图{number + 1}示出了装配的状态。",
        )
    )
    draft.description.insert(line + 1, mark(told))
    return draft


@plants("figure-filed-not-described", "caption left out", "figured")
def caption_left_out(draft: Draft, rng: Random) -> Draft | None:
    number = len(draft.drawings)
    del draft.description[caption_line(draft, number)]
    draft.drawings[-1] = mark(draft.drawings[-1])
    return draft


@plants("figure-filed-not-described", "drawing too many", "figured")
def drawing_too_many(draft: Draft, rng: Random) -> Draft | None:
    draft.drawings.append(mark(f"图{len(draft.drawings) + 1}"))
    return draft


@plants("figure-sequence", "drawing skipped", "figured")
def drawing_skipped(draft: Draft, rng: Random) -> Draft | None:
    """The last figure's number is one too high, in the drawings as in its caption."""
    number = len(draft.drawings)
    line, new = caption_line(draft, number), number + rng.randint(1, 2)
    draft.description[line] = re.sub(rf"图\s*{number}(?!\d)", mark(f"图{new}"), draft.description[line], count=1)
    draft.drawings[-1] = mark(f"图{new}")
    return draft


@plants("figure-sequence", "number twice", "figured")
def number_twice(draft: Draft, rng: Random) -> Draft | None:
    """The last figure bears the number of an earlier one, in the drawings as in its caption."""
    number = len(draft.drawings)
    line, new = caption_line(draft, number), rng.randint(1, number - 1)
    draft.description[line] = re.sub(rf"图\s*{number}(?!\d)", mark(f"图{new}"), draft.description[line], count=1)
    draft.drawings[-1] = mark(f"图{new}")
    return draft


@plants("figure-sequence", "captions out of order", "figured")
def captions_out_of_order(draft: Draft, rng: Random) -> Draft | None:
    number = rng.randint(1, len(draft.drawings) - 1)
    one, two = caption_line(draft, number), caption_line(draft, number + 1)
    lines = draft.description
    lines[one], lines[two] = lines[two] + ABSENT, lines[one] + ABSENT
    return draft


@plants("figure-reference-out-of-range", "", "figured")
def beyond_the_last(draft: Draft, rng: Random) -> Draft | None:
    number = len(caption_numbers(draft)) + rng.randint(1, 6)
    told = mark(
        rng.choice(
            (f"如图{number}所示", f"参见图{number}", f"参照附图{number}", f"请参阅图{number}", f"结合图{number}")
        )
    )
    sentence = rng.choice(("{}，各部分依次连接。", "{}，其余部分与前述相同。", "该过程{}，不再赘述。")).format(told)
    return draft if add_sentence(draft, rng, sentence, SectionName.EMBODIMENTS) else None


@plants("figure-reference-out-of-range", "number mistyped", "figured")
def number_mistyped(draft: Draft, rng: Random) -> Draft | None:
    last = len(caption_numbers(draft))
    places = [
        (index, match)
        for index in paragraphs(draft, SectionName.EMBODIMENTS)
        for match in re.finditer(r"(?<=[如照见阅])图\s*(\d+)(?=所示|，)", draft.description[index])
    ]
    if not places:
        return None
    index, match = rng.choice(places)
    line = draft.description[index]
    told = mark(f"图{last + rng.randint(1, 3)}")
    draft.description[index] = line[: match.start()] + told + line[match.end() :]
    return draft


@plants("um-no-structure-figure", "no drawing", "models")
def model_without_drawing(draft: Draft, rng: Random) -> Draft | None:
    draft.drawings.clear()
    place = draft.section(SectionName.FIGURES)
    del draft.description[place.start : place.stop]
    lead = r"(?:请?[如参结]?[见照阅合]*|如)(?:附?图\s*\d+(?:[-‑至、和]\s*图?\d+)*)(?:所示)?的?[，,]?"
    draft.description = [re.sub(lead, "", line).replace("下面结合附图对", "下面对") for line in draft.description]
    draft.request = [line for line in draft.request if "摘要附图" not in line]
    draft.anywhere = True
    return draft


@plants("um-no-structure-figure", "only curves", "models")
def only_curves(draft: Draft, rng: Random) -> Draft | None:
    place = draft.section(SectionName.FIGURES)
    if not place:
        return None
    heading = draft.description[place[0]]
    told = rng.choice(
        ("温度随时间变化的曲线图", "测试数据的柱状图", "控制过程的流程图", "现有技术中同类产品的结构示意图")
    )
    draft.description[place.start : place.stop] = [heading + ABSENT, mark(f"图1为{told}。")]
    draft.drawings = [mark("图1")] if draft.drawings else []
    return draft
