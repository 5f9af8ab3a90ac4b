"""The words a pattern says it needs: every match of it holds one of them, or findings would be lost in silence."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from ipcheck.model import Span, lazy
from ipcheck.model.pattern import LazyPattern
from ipcheck.plugins import load_checks, shipped
from ipcheck.readers.text import from_text

_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_MOST = 20_000


def without(items: Iterable[Any], runs: set[str], needs: tuple[str, ...]) -> set[str]:
    """The letters just read on the ways through a parsed pattern that meet none of ``needs``; none if all do.

    ``runs`` are those letters before ``items``; where a way may hold anything its letters begin anew, so the answer
    may hold ways that are none, never the other way round.
    """
    for operation, argument in items:
        if operation is sre.LITERAL:
            runs = _more(runs, (chr(argument),), needs)
        elif operation is sre.IN and (letters := _letters(argument)):
            runs = _more(runs, letters, needs)
        elif operation is sre.BRANCH:
            runs = set().union(*(without(branch, runs, needs) for branch in argument[1]))
        elif operation is sre.SUBPATTERN:
            runs = without(argument[3], runs, needs)
        elif operation is sre.ATOMIC_GROUP:
            runs = without(argument, runs, needs)
        elif operation in _REPEATS:
            runs = _repeated(argument, runs, needs)
        elif operation is sre.ASSERT:
            # What stands around a match stands in the document too.
            if not without(argument[1], {""}, needs):
                return set()
        elif operation not in (sre.ASSERT_NOT, sre.AT):
            runs = {""} if runs else set()
        if not runs:
            return runs
        if len(runs) > _MOST:
            runs = {""}
    return runs


def _repeated(argument: tuple[int, int, Any], runs: set[str], needs: tuple[str, ...]) -> set[str]:
    least, most, inner = argument
    once = without(inner, runs, needs)
    if least and not once:
        return once
    if most == 1:
        return once if least else runs | once
    return {""}


def _more(runs: set[str], letters: Iterable[str], needs: tuple[str, ...]) -> set[str]:
    longest = max(map(len, needs))
    grown = {(run + letter)[-longest:] for run in runs for letter in letters}
    return {run for run in grown if not run.endswith(needs)}


def _letters(argument: list[Any]) -> tuple[str, ...]:
    """The letters of a class of a few, none for any other class."""
    found: list[str] = []
    for operation, value in argument:
        if operation is sre.LITERAL:
            found.append(chr(value))
        elif operation is sre.RANGE and value[1] - value[0] < 40:
            found += map(chr, range(value[0], value[1] + 1))
        else:
            return ()
    return tuple(found)


def kept(pattern: LazyPattern) -> bool:
    """Whether the pattern's promise holds."""
    ignoring = pattern.flags & re.IGNORECASE or "(?i" in pattern.pattern
    if ignoring and any(word.lower() != word.upper() for word in pattern.needs):
        return False
    return not without(_parser.parse(pattern.pattern, pattern.flags), {""}, pattern.needs)


def test_every_promise_is_kept() -> None:
    load_checks([shipped("checks")])
    promising = [item for item in gc.get_objects() if isinstance(item, LazyPattern) and item.needs]
    assert [(item.pattern[:60], item.needs[:5]) for item in promising if not kept(item)] == []


@pytest.mark.parametrize(
    ("pattern", "needs", "held"),
    [
        ("例如|比如", "例如 比如", True),
        ("例如|比如|如", "例如 比如", False),
        ("例?如", "例如", False),
        ("(?:例|比)如[一-鿿]+", "例如 比如", True),
        ("[例比]如", "例如 比如", True),
        ("例.如", "例如", False),
        ("(?:优选)+的?", "优选", True),
        ("(?:优选)*的", "优选", False),
        ("(?=.*优选)的", "优选", True),
        ("(?<!最)优选", "优选", True),
    ],
)
def test_what_counts_as_kept(pattern: str, needs: str, held: bool) -> None:
    assert kept(LazyPattern(pattern, 0, tuple(needs.split()))) is held


def test_a_document_without_the_words_is_not_searched() -> None:
    pattern = lazy("优选(?P<rest>.)", needs="优选")
    document = from_text("甲\n乙优选丙", "稿.txt")
    span = Span(document, 0, len(document.text))
    assert [match["rest"] for match in span.find(pattern)] == ["丙"]
    assert not from_text("甲乙", "稿.txt").may_hold(pattern)
