"""What must stand in a text for a pattern to match anywhere in it.

Most patterns of the checks find nothing in most drafts. Words that stand in every match, one or another, are looked
up in the draft before the pattern is tried at all (the prefilter of Cox, Regular Expression Matching with a Trigram
Index, 2012; on pairs of characters, since Chinese words are short).
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any

# So many words are spelt out for a sequence at most, and so many of all branches together are looked up.
_MOST, _MOST_TOGETHER = 600, 3_000
# Words of two characters are telling enough not to be made longer at the price of more words than this.
_ENOUGH = 24
# Of characters written as a range or in brackets, so many are spelt out.
_MOST_CHARACTERS = 24
_MOST_TIMES = 4
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
# They match between characters; what they look at need not lie in the match.
_NOWHERE = ("ASSERT", "ASSERT_NOT", "AT")

_Words = frozenset[str]


def needed(parsed: Any) -> tuple[str, ...]:
    """Words of which every match of the pattern holds at least one; none where that is not known.

    ``parsed`` is what ``re._parser.parse`` makes of a pattern without IGNORECASE.
    """
    best = _needed(parsed)
    return tuple(sorted(_shortest(best))) if best is not None else ()


def _needed(items: Iterable[tuple[Any, Any]]) -> _Words | None:
    """The most telling set of words for a sequence."""
    found: list[_Words] = []
    run: _Words = frozenset(("",))
    for operator, value in items:
        words = _spelt(operator, value)
        if words is not None and len(words) * len(run) <= (_MOST if min(map(len, run)) < 2 else _ENOUGH):
            run = frozenset(map("".join, product(run, words)))
            continue
        once = _once(operator, value)
        if words is None and once is not None and len(once) * len(run) <= _MOST:
            run = frozenset(map("".join, product(run, once)))
        found.append(run)
        run = words if words is not None else frozenset(("",))
        if words is None:
            inner = _inner(operator, value)
            if inner is not None:
                found.append(inner)
    found.append(run)
    telling = [words for words in found if words and "" not in words]
    return max(telling, key=lambda words: (min(2, *map(len, words)), -len(words)), default=None)


def _once(operator: Any, value: Any) -> _Words | None:
    """What something repeated at least once begins with."""
    return _sequence(value[2]) if str(operator) in _REPEATS and value[0] >= 1 else None


def _inner(operator: Any, value: Any) -> _Words | None:
    """The same for what is in a group, in every branch, or repeated at least once."""
    name = str(operator)
    if name == "BRANCH":
        parts = [_needed(branch) for branch in value[1]]
        whole: set[str] = set()
        for part in parts:
            if part is None:
                return None
            whole |= part
        return frozenset(whole) if len(whole) <= _MOST_TOGETHER else None
    if name == "SUBPATTERN":
        return _needed(value[3]) if not value[1] else None
    if name == "ATOMIC_GROUP":
        return _needed(value)
    if name in _REPEATS and value[0] >= 1:
        return _needed(value[2])
    return None


def _spelt(operator: Any, value: Any) -> _Words | None:
    """Every word that an element can match, if they are few."""
    name = str(operator)
    if name == "LITERAL":
        return frozenset((chr(value),))
    if name == "IN":
        return _characters(value)
    if name in _NOWHERE:
        return frozenset(("",))
    if name == "BRANCH":
        parts = [_sequence(branch) for branch in value[1]]
        words = frozenset[str]().union(*(part for part in parts if part is not None))
        return words if None not in parts and len(words) <= _MOST else None
    if name == "SUBPATTERN" and not value[1]:
        return _sequence(value[3])
    if name in _REPEATS and value[0] == value[1] <= _MOST_TIMES:
        return _sequence(list(value[2]) * value[0])
    if name in _REPEATS and value[:2] == (0, 1):
        once = _sequence(value[2])
        return once | {""} if once is not None else None
    return None


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Words | None:
    parts: list[_Words] = []
    size = 1
    for operator, value in items:
        words = _spelt(operator, value)
        size *= len(words) if words is not None else 0
        if words is None or size > _MOST:
            return None
        parts.append(words)
    return frozenset(map("".join, product(*parts)))


def _characters(items: Iterable[tuple[Any, Any]]) -> _Words | None:
    found: set[str] = set()
    for operator, value in items:
        if str(operator) == "LITERAL":
            found.add(chr(value))
        elif str(operator) == "RANGE" and value[1] - value[0] < _MOST_CHARACTERS:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= _MOST_CHARACTERS else None


def _shortest(words: _Words) -> _Words:
    """Without words that hold another: where those stand, it stands."""
    kept: set[str] = set()
    for word in sorted(words, key=len):
        size = len(word)
        if not any(word[start:end] in kept for start in range(size) for end in range(start + 1, size + 1)):
            kept.add(word)
    return frozenset(kept)
