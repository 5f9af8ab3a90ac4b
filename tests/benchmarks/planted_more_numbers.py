"""Planters: numbers of the claims against those of the description."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import SectionName
from tests.benchmarks.planted_draft import Draft, add_clause, add_sentence, any_claim, mark, plants

_RANGE = re.compile(
    r"(?<=为)(\d+(?:\.\d+)?)([a-zA-Z℃%分钟秒人]*)([～~\-])(\d+(?:\.\d+)?)([a-zA-Z℃%/]+|分钟|秒|人|)(?=[，；。、])"
)
OTHERS = (
    ("垫片的厚度", "mm", 2, 6),
    ("送风的风速", "m/s", 3, 9),
    ("保温的温度", "℃", 40, 60),
    ("吊环的内径", "cm", 4, 8),
    ("采样的间隔", "s", 10, 30),
    ("供电的电压", "V", 12, 36),
    ("搭扣的质量", "g", 15, 45),
    ("罐内的压力", "kPa", 50, 90),
)


@plants("claim-spec-number-mismatch", "own range changed")
def own_range_changed(draft: Draft, rng: Random) -> Draft | None:
    """One end of a range that the description has word for word is changed in the claim."""
    spec = "".join(draft.description)
    places = [
        (index, match)
        for index, claim in enumerate(draft.claims)
        for match in _RANGE.finditer(claim)
        if claim[max(0, match.start() - 4) : match.end()] in spec
    ]
    if not places:
        return None
    index, match = rng.choice(places)
    low, high = float(match[1]), float(match[4])
    if rng.random() < 0.5:
        high += max(1.0, round((high - low) * rng.choice((0.5, 1.0))))
    else:
        low = max(0.0, low - 1) if low >= 2 else low + round((high - low) / 4, 2)
    claim = draft.claims[index]
    told = mark(f"{low:g}{match[2]}{match[3]}{high:g}{match[5]}")
    draft.claims[index] = claim[: match.start()] + told + claim[match.end() :]
    return draft


@plants("claim-spec-number-mismatch", "parameter added")
def parameter_added(draft: Draft, rng: Random) -> Draft | None:
    """A parameter has one range in the claim and another in the description."""
    name, unit, low, high = rng.choice(OTHERS)
    dash = rng.choice("～~-")
    other = rng.choice(((low + 1, high), (low, high - 1), (low * 2, high * 2), (low + 1, high + low)))
    if not add_clause(draft, any_claim(draft, rng), f"{name}为{mark(f'{low}{dash}{high}{unit}')}"):
        return None
    told = f"{name}为{mark(f'{other[0]}{dash}{other[1]}{unit}')}。"
    return draft if add_sentence(draft, rng, told, SectionName.SUMMARY, SectionName.EMBODIMENTS) else None
