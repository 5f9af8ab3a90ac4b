"""The keys by which an index finds marks that may be alike though they share few characters, each as a string.

What the rules compare by equality is a key of both marks: the unit, the Chinese characters with and without weak
words, Latin words by looks, sound, order and with a letter left out, pinyin, numbers, glosses, components. Where the
rules allow for more than equality (synonyms, translations, turned words), the query looks under every such string.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from ipcheck.trademark.cards import Cards
from ipcheck.trademark.hanzi import hanzi, is_han, nearest
from ipcheck.trademark.latin import bare, heard, letters_alike, seen
from ipcheck.trademark.likeness import NEAR_COMPONENT
from ipcheck.trademark.meanings import KIN, gloss_words, glosses_of, synonyms
from ipcheck.trademark.sounds import as_pinyin, blurred

# Longer marks have no keys of one character or letter changed: whoever is as long differs by more.
_LONGEST_HAN, _LONGEST_LATIN = 8, 24
_READINGS = 8
_GLOSSES = 24
_VARIANTS = 3000


def index_keys(cards: Cards) -> Iterator[str]:
    """What an indexed mark is found by."""
    yield "u" + cards.unit
    if cards.han:
        yield "h" + cards.han
        yield "m" + "".join(sorted(cards.han))
        yield "s" + "".join(sorted(set(cards.han))) if len(cards.han) >= 2 else "h" + cards.core
        if cards.core != cards.han:
            yield "h" + cards.core
        yield from ("c" + taken for taken in _taken_apart(cards.han))
        if 2 <= len(cards.han) <= 6:
            yield from ("p" + spelt for spelt in _spelt(cards.han))
    if cards.letters:
        yield from _latin_keys(cards)
    if cards.number:
        yield "n" + cards.number
    if len(cards.digits) >= 3:
        yield "d" + cards.digits
    for part in cards.parts if len(cards.parts) > 1 else ():
        if len(part) >= (2 if is_han(part[0]) else 4):
            yield "u" + part


def query_keys(cards: Cards) -> Iterator[str]:
    """What a query looks under."""
    yield from index_keys(cards)
    if cards.han:
        yield from ("h" + word for word in synonyms(cards.han))
        if len(cards.han) <= _LONGEST_HAN:
            yield from ("h" + text for text in islice(_other_words(cards.han), _VARIANTS))
            yield from _components(cards.han)
        yield from ("g" + text for text in _translated(cards.han))
    if cards.latin:
        yield from _latin_variants(cards)
    if cards.latin and not cards.han:
        for words in {cards.latin, cards.latin_core, (cards.letters,)}:
            yield from ("h" + word for word in _translating(words))


def _latin_keys(cards: Cards) -> Iterator[str]:
    compact = "".join(character for character in cards.unit if not is_han(character))
    core = "".join(cards.latin_core)
    yield "l" + compact
    yield "v" + seen(compact)
    yield "a" + heard(compact)
    yield "w" + " ".join(sorted(cards.latin_core))
    yield "b" + " ".join(bare(cards.latin_core))
    yield "l" + core
    if len(core) >= 6:
        yield "x" + core[:6]
    if not cards.han:
        yield from ("p" + spelt for spelt in _as_spelt(cards.letters.lower()))
        yield "g" + " ".join(cards.latin_core)
        yield "g" + " ".join(cards.latin)
        yield "g" + cards.letters
    if 4 <= len(compact) <= _LONGEST_LATIN:
        folded = seen(compact)
        yield "e" + folded
        for at in range(max(len(folded), len(compact))):
            # A letter left out before and after the fold: RN is one letter there.
            yield "e" + folded[:at] + folded[at + 1 :]
            yield "e" + seen(compact[:at] + compact[at + 1 :])
    if len(cards.latin_core) == 2:
        one, other = cards.latin_core
        yield from ("y" + word + " " + rest[:3] for word, rest in ((one, other), (other, one)))
    for word in cards.latin_core if len(cards.latin_core) > 1 else ():
        if len(word) >= 4:
            yield "l" + word


def _latin_variants(cards: Cards) -> Iterator[str]:
    """The words turned round, and short ones with a letter that looks alike."""
    core = "".join(cards.latin_core)
    if 6 <= len(core) <= _LONGEST_LATIN:
        yield from ("l" + core[cut:] + core[:cut] for cut in range(3, len(core) - 2))
    compact = "".join(character for character in cards.unit if not is_han(character))
    if len(compact) == 3:
        for at, letter in enumerate(compact):
            yield from ("l" + compact[:at] + other + compact[at + 1 :] for other in letters_alike(letter))


def _taken_apart(han: str) -> Iterator[str]:
    """The characters with each one in turn written as its components."""
    for place, character in enumerate(han[:_LONGEST_HAN]):
        if len(parts := hanzi(character).components) >= 2:
            yield han[:place] + parts + han[place + 1 :]


def _near(text: str) -> Iterator[str]:
    """The text, and with one character in turn replaced by one that passes for it as a component."""
    yield text
    for place, character in enumerate(text):
        for other, value in nearest(character):
            if value >= NEAR_COMPONENT:
                yield text[:place] + other + text[place + 1 :]


def _components(han: str) -> Iterator[str]:
    """Where marks stand that are ``han`` taken apart, and those that ``han`` is taken from."""
    yield from ("c" + text for text in _near(han))
    for taken in _taken_apart(han):
        yield from ("h" + text for text in _near(taken))


def _other_words(han: str) -> Iterator[str]:
    """The characters with a stretch of them, not the whole, replaced by a word of the same meaning."""
    size = len(han)
    for start in range(size):
        for end in range(start + 1, size + (start > 0)):
            word = han[start:end]
            kin = (other for pair in KIN if word in pair for other in pair if other != word)
            for other in (*synonyms(word), *kin):
                if len(word) >= 2 or len(other) >= 2:
                    yield han[:start] + other + han[end:]


def _phrases(word: str) -> tuple[str, ...]:
    """What may stand for a Chinese word in English: its glosses, and the single words of the first few."""
    told = glosses_of(word)
    return tuple(dict.fromkeys((*told[:_GLOSSES], *(piece for gloss in told[:6] for piece in gloss.split()))))


def _translated(han: str) -> Iterator[str]:
    """English words that translate the characters, whole or in two pieces."""
    for word in (han, han[1:] if len(han) >= 3 and han[0] in "大小老新金" else ""):
        for gloss in glosses_of(word)[:_READINGS]:
            yield from (gloss, gloss + "S", gloss.removesuffix("S"))
        for cut in range(1, len(word) if len(word) <= 6 else 0):
            left, right = _phrases(word[:cut])[:_GLOSSES], _phrases(word[cut:])[:_GLOSSES]
            yield from (f"{one} {other}" for one, other in product(left, right))


def _translating(words: tuple[str, ...]) -> Iterator[str]:
    """Chinese words that Latin words translate, whole or in two pieces."""
    whole = " ".join(words)
    for gloss in (whole, whole + "S", whole.removesuffix("S")):
        yield from gloss_words(gloss)
    for at in range(1, len(words) if len(words) <= 4 else 0):
        left, right = gloss_words(" ".join(words[:at])), gloss_words(" ".join(words[at:]))
        yield from ("".join(pair) for pair in islice(product(left, right), _VARIANTS))


def _spelt(han: str) -> Iterator[str]:
    """The pinyin of the characters, blurred, by their readings, at most eight ways."""
    ways: list[tuple[str, ...]] = [()]
    for character in han:
        sounds = tuple(dict.fromkeys(map(blurred, hanzi(character).readings)))
        if not sounds:
            return
        ways = [(*way, sound) for way in ways for sound in sounds][:_READINGS]
    yield from map(" ".join, ways)


def _as_spelt(letters: str) -> Iterator[str]:
    """The ways to read letters as pinyin, blurred."""
    for way in as_pinyin(re.sub("ü", "v", letters)) if len(letters) <= _LONGEST_LATIN else ():
        if 2 <= len(way) <= 6:
            yield " ".join(map(blurred, way))


__all__ = ["index_keys", "query_keys"]
