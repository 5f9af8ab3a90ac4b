"""Compositions: what they are made of, in per cent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ipcheck.model import Span, lazy

_NUMBER = r"\d{1,3}(?:\.\d+)?"
_UNIT = r"(?:wt|mol|vol|重量|质量)?%"
_ENTRY = lazy(
    rf"(?<![\d.~～—–-])(?P<low>{_NUMBER})[ ]?(?:{_UNIT})?[ ]?(?:[~～—–-]|至)[ ]?(?P<high>{_NUMBER})[ ]?{_UNIT}"
    rf"|(?<![\d.~～—–-])(?P<only>{_NUMBER})[ ]?{_UNIT}"
)
_CLOSED = lazy(r"由.{0,400}组成|组成为|(?:之和|总和|合计|总计|共计)(?:为|是|等于)?[ ]?100[ ]?%")
_REST = lazy(r"余量|其余|余者|剩余|补足|加至100|至100%|平衡")
_SHARE = lazy(r"组合物|合金|涂料|配方|组分|原料|质量|重量|wt|混合物|浆料|料浆|溶液|水泥|玻璃|陶瓷|钢|胶|剂|膏|饲料|肥")


@dataclass(frozen=True, slots=True)
class Content:
    """How much of a component there is, in per cent: at least and at most."""

    span: Span
    low: float
    high: float


def closed_contents(span: Span) -> list[Content]:
    """The contents in per cent of a closed composition (由……组成, 合计100%) that ``span`` writes out in full.

    Nothing where it is open, leaves a rest (余量) or speaks of no mixture.
    """
    text = span.folded
    if not _CLOSED.search(text) or _REST.search(text) or not _SHARE.search(text):
        return []
    found = []
    for match in span.find(_ENTRY):
        words = span.at(match)
        if match["only"] is not None:
            value = float(match["only"])
            before = span.document.folded[max(span.start, match.start() - 6) : match.start()]
            if value >= 100 or re.search(
                r"(?:之和|总和|合计|总计|共计)(?:为|是|等于)?[ ]?$|率为?$|度为?$|[大小高低]于$", before
            ):
                continue
            found.append(Content(words, value, value))
        else:
            found.append(Content(words, float(match["low"]), float(match["high"])))
    return found


__all__ = ["Content", "closed_contents"]
