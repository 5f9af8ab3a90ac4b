"""How characters and syllables sound: likeness of syllables with the usual confusions, Latin words as pinyin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from ipcheck.trademark.hanzi import characters, hanzi

_INITIALS = (
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y",
    "w",
)  # fmt: skip
# Initials and finals that are taken for each other, and how near they are. n/l, h/f and the retroflexes merge in the
# dialects of Hubei, Hunan and Sichuan; the rest is near to any ear.
_NEAR_INITIALS = {
    ("zh", "z"): 0.92, ("ch", "c"): 0.92, ("sh", "s"): 0.92, ("n", "l"): 0.88, ("f", "h"): 0.8, ("r", "l"): 0.75,
    ("zh", "j"): 0.72, ("ch", "q"): 0.72, ("sh", "x"): 0.72, ("b", "p"): 0.75, ("d", "t"): 0.75, ("g", "k"): 0.75,
    ("z", "c"): 0.7, ("zh", "ch"): 0.72, ("j", "q"): 0.72, ("j", "x"): 0.66, ("q", "x"): 0.7, ("", "y"): 0.8,
    ("", "w"): 0.8, ("h", "k"): 0.66, ("r", "y"): 0.66,
}  # fmt: skip
_NEAR_FINALS = {
    ("an", "ang"): 0.92, ("en", "eng"): 0.92, ("in", "ing"): 0.94, ("ian", "iang"): 0.9, ("uan", "uang"): 0.9,
    ("un", "ong"): 0.72, ("eng", "ong"): 0.8, ("o", "uo"): 0.92, ("e", "o"): 0.75, ("i", "ei"): 0.66, ("i", "v"): 0.75,
    ("u", "v"): 0.66, ("ie", "ve"): 0.75, ("ian", "van"): 0.75, ("in", "vn"): 0.75, ("ui", "ei"): 0.8,
    ("iu", "ou"): 0.75, ("uai", "ai"): 0.75, ("ua", "a"): 0.75, ("uan", "an"): 0.75, ("iao", "ao"): 0.75,
    ("ia", "a"): 0.75, ("ian", "an"): 0.7, ("ai", "ei"): 0.72, ("un", "en"): 0.75,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dialects:
    """Which confusions of dialects count: 平翘舌 (zh/z ch/c sh/s), 前后鼻音 (an/ang …), n/l, h/f, r/l."""

    retroflex: bool = True
    nasal: bool = True
    n_l: bool = True
    h_f: bool = True
    r_l: bool = True


EVERY_DIALECT = Dialects()
_ROWS = {
    "retroflex": frozenset({("zh", "z"), ("ch", "c"), ("sh", "s")}),
    "nasal": frozenset({("an", "ang"), ("en", "eng"), ("in", "ing"), ("ian", "iang"), ("uan", "uang")}),
    "n_l": frozenset({("n", "l")}),
    "h_f": frozenset({("f", "h")}),
    "r_l": frozenset({("r", "l"), ("r", "y")}),
}


@lru_cache(maxsize=64)
def _tables(dialects: Dialects) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    """The confusions of initials and of finals that count."""
    left_out = {pair for row, pairs in _ROWS.items() if not getattr(dialects, row) for pair in pairs}
    initials, finals = (
        {pair: near for pair, near in table.items() if pair not in left_out} for table in (_NEAR_INITIALS, _NEAR_FINALS)
    )
    return initials, finals


@lru_cache(maxsize=4096)
def _split(syllable: str) -> tuple[str, str]:
    initial = next((piece for piece in _INITIALS if syllable.startswith(piece)), "")
    final = syllable[len(initial) :]
    if initial in ("j", "q", "x", "y") and final.startswith("u"):
        final = "v" + final[1:]
    return initial, final


def _near(one: str, other: str, table: dict[tuple[str, str], float]) -> float:
    return 1.0 if one == other else max(table.get((one, other), 0.0), table.get((other, one), 0.0))


@lru_cache(maxsize=100_000)
def syllables_alike(one: str, other: str, dialects: Dialects = EVERY_DIALECT) -> float:
    """How alike two syllables sound, from 0 to 1, tones apart: the product for initial and final."""
    if one == other:
        return 1.0
    (initial, final), (other_initial, other_final) = _split(one), _split(other)
    initials, finals = _tables(dialects)
    return _near(initial, other_initial, initials) * _near(final, other_final, finals)


# What is 0.84 alike or more falls together here, so that an index finds it by equality.
_BLURRED_INITIALS = {"zh": "z", "ch": "c", "sh": "s", "n": "l"}
_BLURRED_FINALS = {"ang": "an", "eng": "en", "ing": "in", "iang": "ian", "uang": "uan", "uo": "o"}


@lru_cache(maxsize=4096)
def blurred(syllable: str) -> str:
    """A syllable without what is easily taken for each other: zh, z; n, l; an, ang."""
    initial, final = _split(syllable)
    return _BLURRED_INITIALS.get(initial, initial) + _BLURRED_FINALS.get(final, final)


@lru_cache(maxsize=200_000)
def sound_alike(one: str, other: str, dialects: Dialects = EVERY_DIALECT) -> float:
    """How alike two characters sound by their nearest usual readings, from 0 to 1."""
    if one == other:
        return 1.0
    return max(
        (syllables_alike(first, second, dialects) for first in hanzi(one).readings for second in hanzi(other).readings),
        default=0.0,
    )


@cache
def _by_syllable() -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for character, entry in characters().items():
        for reading in entry.readings:
            found.setdefault(reading, []).append(character)
    return {syllable: "".join(told) for syllable, told in found.items()}


@lru_cache(maxsize=4096)
def alike_in_sound(character: str) -> tuple[tuple[str, float], ...]:
    """The characters that sound like ``character`` (0.7 and more), with how much."""
    found: dict[str, float] = {}
    for reading in hanzi(character).readings:
        for syllable, told in _by_syllable().items():
            near = syllables_alike(reading, syllable)
            if near >= 0.7:
                for other in told:
                    found[other] = max(found.get(other, 0.0), near)
    return tuple(found.items())


@cache
def _syllables() -> frozenset[str]:
    return frozenset(reading for entry in characters().values() for reading in entry.readings)


@lru_cache(maxsize=20_000)
def as_pinyin(letters: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read lower-case ``letters`` as pinyin syllables, the fewest syllables first; () if it is none.

    Every usual segmentation counts (上编第七章: AOLIE is AO LIE and AO LI E), at most eight.
    """
    known = _syllables()
    ways: list[list[tuple[str, ...]]] = [[] for _ in range(len(letters) + 1)]
    ways[0] = [()]
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 6), end):
            if letters[start:end] in known:
                ways[end].extend((*way, letters[start:end]) for way in ways[start][:8])
    return tuple(sorted(ways[-1], key=len)[:8])


@lru_cache(maxsize=50_000)
def reads_as(characters: str, letters: str, dialects: Dialects = EVERY_DIALECT) -> float:
    """How well Latin ``letters`` (lower case) spell the reading of ``characters``, from 0 to 1; one syllable each."""
    best = 0.0
    for way in as_pinyin(letters.replace("ü", "v")):
        if len(way) == len(characters):
            worst = min(
                max((syllables_alike(syllable, told, dialects) for told in hanzi(character).readings), default=0.0)
                for character, syllable in zip(characters, way, strict=True)
            )
            best = max(best, worst)
    return best


__all__ = [
    "EVERY_DIALECT", "Dialects", "alike_in_sound", "as_pinyin", "blurred", "reads_as", "sound_alike", "syllables_alike",
]  # fmt: skip
