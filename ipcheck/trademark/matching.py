"""Whether a mark equals a listed word, holds it inside, or begins with it: cut into words first, then looked up.

朝阳产业, 发展中国家, CHINATOWN and MACHINA hold no name of a state or a place: Latin words and numbers are matched
whole, Chinese is cut into the fewest words of a small dictionary, and only an entry that is one of them counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from unicodedata import category, normalize

from ipcheck.trademark.hanzi import is_han, is_rare
from ipcheck.trademark.lists import Entry, WordList, shipped_lists

# Words of lists are at most this long; hashed lists are searched up to it.
_LONGEST = 32
_LONGEST_HASHED = 12
_LONGEST_COMMON = 5
# The hand-made list of words that swallow an entry inside them.
_COMPOUNDS = "成词"


@dataclass(frozen=True, slots=True)
class WordHit:
    """An entry found in a mark: which, how it is written there, whether it is all of the mark or of its script.

    ``start`` and ``end`` are offsets in ``MarkWords.text``; ``first``: the mark begins with it.
    """

    entry: Entry
    words: str
    start: int
    end: int
    whole: bool
    first: bool

    @property
    def shown(self) -> str:
        """The words for a message: Latin in capitals, as lists and marks mostly write it."""
        return self.words.upper()


class MarkWords:
    """A mark's words for matching: ``text`` has no signs and no spaces, is in small letters and standard characters."""

    def __init__(self, text: str) -> None:
        self.text, self.cuts = _folded(text)

    @cached_property
    def han(self) -> str:
        """The Chinese characters, together."""
        return "".join(filter(is_han, self.text))

    @cached_property
    def latin(self) -> str:
        """The Latin letters, together."""
        return "".join(character for character in self.text if character.isascii() and character.isalpha())

    def hits(self, words: WordList) -> list[WordHit]:
        """The entries of ``words`` that are words of the mark, in order; of entries inside each other the longest."""
        get, longest = _lookup(words)
        found = {(start, end): entry for start, end, entry in self._entries(get, longest)}
        if not found:
            return []
        return [
            WordHit(found[start, end], self.text[start:end], start, end, self._whole(self.text[start:end]), start == 0)
            for start, end in self._cut(found)
            if (start, end) in found
        ]

    def alone(self, hit: WordHit) -> bool:
        """Whether the mark is the entry and nothing more, but for the same in letters."""
        return hit.words == self.text or (hit.whole and hit.words == self.han and reads_as(self.han, self.latin))

    @property
    def first_word(self) -> str:
        """What the mark begins with, cut into common words."""
        return self.text[: self._cut(())[0][1]] if self.text else ""

    def word_before(self, start: int) -> bool:
        """Whether what ends at ``start`` is a common word, so that 艾米兰 holds no 米兰 and 魅力米兰 does."""
        return any(stop == start and stop - first > 1 for first, stop in self._cut(()))

    def rest_is_common(self, end: int) -> bool:
        """Whether what follows ``end`` is nothing but common words of two characters or more."""
        place = end
        for start, stop in self._cut(()):
            if start >= end:
                if start != place or stop - start < 2:
                    return False
                place = stop
        return place == len(self.text) and place > end

    def _entries(self, get: Callable[[str], Entry | None], longest: int) -> Iterator[tuple[int, int, Entry]]:
        size = len(self.text)
        for start in self.cuts[:-1]:
            for end in range(start + 1, min(size, start + longest) + 1):
                if end in self._cut_set and (end - start > 1 or self._whole(self.text[start:end])):
                    entry = get(self.text[start:end])
                    if entry is not None:
                        yield start, end, entry

    @cached_property
    def _cut_set(self) -> frozenset[int]:
        return frozenset(self.cuts)

    def _whole(self, words: str) -> bool:
        return words in (self.text, self.han, self.latin)

    def _cut(self, entries: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The text in the fewest words.

        Of equally few the cut with fewer entries of two characters (江|西海岸: doubt about them stays silent), then
        with fewer single characters (联合|国际, not 联合国|际).
        """
        size = len(self.text)
        ends: dict[int, list[int]] = {}
        for start, end in entries:
            ends.setdefault(start, []).append(end)
        # Words, short entries, single characters, where the first word ends.
        best: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)] * (size + 1)
        following = dict(zip(self.cuts, self.cuts[1:], strict=False))
        for start in reversed(self.cuts[:-1]):
            listed = ends.get(start, [])
            tried = []
            for end in {following[start], *self._common(start), *listed}:
                words, short, singles, _ = best[end]
                doubtful = end in listed and end - start < 3
                tried.append((words + 1, short + doubtful, singles + (end - start == 1), end))
            best[start] = min(tried)
        cut, place = [], 0
        while place < size:
            cut.append((place, best[place][3]))
            place = best[place][3]
        return cut

    def _common(self, start: int) -> Iterator[int]:
        for end in range(start + 2, min(len(self.text), start + _LONGEST) + 1):
            words = self.text[start:end]
            # Letters are words as they stand; only names may take several of them.
            known = words in _names() or (end - start <= _LONGEST_COMMON and words in _ordinary())
            if known and end in self._cut_set:
                yield end


@lru_cache(maxsize=1024)
def mark_words(text: str) -> MarkWords:
    """The words of a mark's text."""
    return MarkWords(text)


def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without signs, and where a word may begin or end in it (0 and its length included)."""
    kept: list[str] = []
    cuts = {0}
    last, gap = "", False
    for character in normalize("NFKC", text):
        plain = normalize("NFKD", character)[0]
        character = plain if plain.isascii() and plain.isalnum() else character
        if not (character.isalnum() or is_rare(character) or category(character) == "Sc"):
            # An apostrophe or a hyphen inside a word parts nothing: PEOPLE'S, COVID-19.
            gap = gap or character not in "'’"
            continue
        if gap or _parted(last, character):
            cuts.add(len(kept))
        kept.extend(_standard().get(character, character).casefold())
        last, gap = character, False
    cuts.add(len(kept))
    return "".join(kept), tuple(sorted(cuts))


def _parted(last: str, character: str) -> bool:
    if not last or any(is_han(one) or is_rare(one) for one in (last, character)):
        return True
    # WUHAN2030 is two words, 3CE is one.
    return (last.isalpha() and not character.isalpha()) or (last.islower() and character.isupper())


def _key(word: str) -> str:
    return _folded(word)[0]


def _lookup(words: WordList) -> tuple[Callable[[str], Entry | None], int]:
    if words is shipped_lists().get(words.name):
        index, longest = _index(words.name)
        return index.get, longest
    return words.get, _LONGEST_HASHED if words.hashed else _LONGEST


@cache
def _index(name: str) -> tuple[Mapping[str, Entry], int]:
    index = {_key(word): entry for word, entry in shipped_lists()[name].entries.items()}
    return index, max(map(len, index), default=0)


@cache
def _ordinary() -> frozenset[str]:
    return common_words() | compounds()


@cache
def compounds() -> frozenset[str]:
    """The words written by hand that swallow an entry inside them."""
    return frozenset(map(_key, shipped_lists()[_COMPOUNDS].entries))


@cache
def _names() -> frozenset[str]:
    """Entries of three characters or more: 鸦片 in 鸦片战争 and 日本 in 小日本 are told of once, by the longer name."""
    lists = (words for name, words in shipped_lists().items() if not name.startswith(("行政区划", "拼音")))
    return frozenset(key for words in lists for word in words.entries if len(key := _key(word)) > 2)


@cache
def common_words() -> frozenset[str]:
    """Common Chinese words of two to four characters, idioms included."""
    return frozenset(_words("common_words.txt")) | idioms()


@cache
def idioms() -> frozenset[str]:
    """Idioms of four characters."""
    return frozenset(_words("idioms.txt"))


def _words(file: str) -> Iterator[str]:
    text = (resources.files("ipcheck.trademark") / file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from line.split()


@cache
def _characters() -> tuple[Mapping[str, str], Mapping[str, frozenset[str]]]:
    """Of hanzi.txt: character → its standard form, character → its readings."""
    standard, readings = {}, {}
    text = (resources.files("ipcheck.trademark") / "hanzi.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            character, told, form, *_ = line.split(" ")
            if form != "-":
                standard[character] = form
            if told != "-":
                readings[character] = frozenset(told.split(","))
    return standard, readings


def _standard() -> Mapping[str, str]:
    return _characters()[0]


def readings(character: str) -> frozenset[str]:
    """The usual readings of a character without tones; empty if none is known."""
    return _characters()[1].get(character, frozenset())


def reads_as(han: str, letters: str) -> bool:
    """Whether ``letters`` is a reading of the characters, all of them in order."""
    places = {0}
    for character in han:
        places = {
            place + len(reading)
            for place in places
            for reading in readings(character)
            if letters.startswith(reading, place)
        }
    return len(letters) in places


__all__ = [
    "MarkWords", "WordHit", "common_words", "compounds", "idioms", "mark_words", "readings", "reads_as",
]  # fmt: skip
