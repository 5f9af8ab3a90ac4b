"""How alike the Latin words of two marks are: looks, sound, order, endings, single letters (下编 5.1.8–5.1.11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA, Levenshtein

from ipcheck.trademark.cards import Cards
from ipcheck.trademark.earlier import RuleScore
from ipcheck.trademark.hanzi import is_han
from ipcheck.trademark.meanings import gloss_words

# Letters and digits that look alike when written side by side, after the Latin fold.
_VISUAL = ((re.compile(r"VV"), "W"), (re.compile(r"IVI"), "M"), (re.compile(r"RN"), "M"), (re.compile(r"CL"), "D"),
           (re.compile(r"13"), "B"))  # fmt: skip
_ONE_LOOK = str.maketrans("015826UIJ", "OLSBZGVLL")
_SOUNDS = (
    (re.compile(r"KW|QU"), "KV"), (re.compile(r"CK|Q|C(?=[AOURLT]|$)"), "K"), (re.compile(r"X(?=[AEIOUY])"), "Z"),
    (re.compile(r"PH"), "F"), (re.compile(r"C(?=[EIY])"), "S"), (re.compile(r"(.)\1+"), r"\1"), (re.compile(r"Y"), "I"),
    (re.compile(r"W"), "V"), (re.compile(r"TH"), "T"),
)  # fmt: skip
_ENDINGS = re.compile(r"(?:IES|ING|ED|ES|S|ER|LY)$")
_SAINT = {"ST": "SAINT", "MT": "MOUNT", "FT": "FORT"}


def seen(word: str) -> str:
    """A word by its looks: ligatures joined, look-alike letters and digits as one."""
    for pattern, instead in _VISUAL:
        word = pattern.sub(instead, word)
    return word.translate(_ONE_LOOK)


def heard(word: str) -> str:
    """A word by its sound in English, roughly."""
    for pattern, instead in _SOUNDS:
        word = pattern.sub(instead, word)
    return word


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words without endings: plurals, comparatives, -ing; ST as SAINT."""
    return tuple(_ENDINGS.sub("", _SAINT.get(word, word)) or word for word in words)


def latin_rules(first: Cards, second: Cards) -> Iterator[RuleScore]:
    """The rules on Latin words and letters (5.1.8 to 5.1.11, 5.1.14, 5.3.2) that fire for two marks that hold some."""
    one, other = _compact(first), _compact(second)
    if one == other:
        # Words in Chinese of their own that differ keep composite marks apart only a little.
        yield RuleScore("5.3.2", 0.93 if len(one) >= 3 else 0.5, "外文部分相同")
        return
    yield from _latin_words(first, second)
    yield from _latin_letters(one, other, alone=not (first.han and second.han))


def _compact(cards: Cards) -> str:
    """Latin letters and digits in a row: 0 and O are told apart by looks only."""
    return "".join(character for character in cards.unit if not is_han(character))


def _latin_words(first: Cards, second: Cards) -> Iterator[RuleScore]:
    one, other = first.latin_core, second.latin_core
    if one == other and sum(map(len, one)) >= 3:
        yield RuleScore("5.1.14", 0.9, f"只增加了显著性弱的词，显著部分都是{' '.join(one)}")
    elif bare(one) == bare(other) and sum(map(len, one)) >= 4:
        yield RuleScore("5.1.11", 0.88, "只在冠词、单复数、词形上不同")
    elif sorted(one) == sorted(other) and len(one) > 1:
        yield RuleScore("5.1.10", 0.9, "外文词相同，只是顺序不同")
    else:
        whole, turned = "".join(one), "".join(other)
        if len(whole) == len(turned) >= 6 and any(
            whole[cut:] + whole[:cut] == turned for cut in range(3, len(whole) - 2)
        ):
            yield RuleScore("5.1.10", 0.86, "外文的两部分前后颠倒")
        small, big = sorted((whole, turned), key=len)
        if len(small) >= 6 and big.startswith(small) and len(small) < len(big):
            yield RuleScore("5.1.15", 0.55 + 0.35 * len(small) / len(big), f"以{small}开头")
        short, long = sorted((set(one), set(other)), key=len)
        if len(one) != len(other) and short and short < long and sum(map(len, short)) >= 4:
            yield RuleScore("5.1.15", 0.6, f"含有{' '.join(sorted(short))}")
        shared = set(one) & set(other)
        if len(set(one)) == len(set(other)) == len(one) == len(other) == 2 and len(shared) == 1:
            left, right = (next(iter(set(words) - shared)) for words in (one, other))
            if left[:3] == right[:3] and min(len(left), len(right)) >= 4:
                yield RuleScore("5.1.11", 0.7, f"{left}与{right}词形近似")


def _latin_letters(one: str, other: str, *, alone: bool) -> Iterator[RuleScore]:
    longest, shortest = max(len(one), len(other)), min(len(one), len(other))
    if shortest < 2:
        return
    damp = 1.0 if alone else 0.75
    seen_one, seen_other = seen(one), seen(other)
    if seen_one == seen_other and longest >= 3:
        yield RuleScore("5.1.9", 0.9 * damp, "字母外形近似（如 0 与 O、VV 与 W）")
        return
    edits = OSA.distance(one, other)
    known = _english(one) and _english(other)
    half = _english(one) != _english(other)
    if longest >= 3 and edits == 1:
        first_differs = one[0] != other[0] and len(one) == len(other)
        score = {3: 0.62, 4: 0.66}.get(longest, 0.82)
        if first_differs:
            score -= 0.2 if heard(one[0]) != heard(other[0]) else 0.05
        if _alike_letters(one, other):
            score += 0.08
        yield RuleScore("5.1.9", score * (0.45 if known else 0.8 if half else 1.0) * damp, "只有个别字母不同")
    elif longest >= 8 and edits == 2 and not known:
        yield RuleScore("5.1.9", 0.66 * damp, "只有个别字母不同")
    if edits and Levenshtein.distance(seen_one, seen_other) == 1 and longest >= 5 and not known:
        yield RuleScore("5.1.9", 0.68 * damp, "字母外形近似，只有个别字母不同")
    if heard(one) == heard(other) and shortest >= 4 and not known:
        yield RuleScore("5.1.9", (0.7 if half else 0.84) * damp, "外文读音相同")


_LETTERS = tuple(map(frozenset, ("CG", "OQ", "EF", "VY", "IL", "PR", "BR", "MN", "UV")))


def _alike_letters(one: str, other: str) -> bool:
    """Whether two words of one length differ in one letter for another that looks like it."""
    differ = [frozenset(pair) for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return len(one) == len(other) and len(differ) == 1 and differ[0] in _LETTERS


def letters_alike(letter: str) -> frozenset[str]:
    """The letters that look like ``letter``."""
    return frozenset(other for pair in _LETTERS if letter in pair for other in pair) - {letter}


def _english(word: str) -> bool:
    """Whether the dictionary knows the word as a meaning."""
    return bool(gloss_words(word))


__all__ = ["bare", "heard", "latin_rules", "letters_alike", "seen"]
