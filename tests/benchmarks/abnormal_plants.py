"""Ways to make a draft out of another one, each at several strengths: what ``abnormal_planted`` plants."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from ipcheck.abnormal.drafts import Section
from ipcheck.patent.characters import simplified
from tests.benchmarks.abnormal_texts import Sections, boilerplate, draft

Planter = Callable[[Sections, random.Random], Sections]
_POOL = (
    "甲乙丙丁戊己庚辛壬癸春夏秋冬东西南北山河湖海风云雷雨松竹"
    "梅兰桃李杏柳金银铜铁锡铅石玉丝棉麻毛皮骨角牙红黄蓝绿黑白紫灰"
)


def _word(rng: random.Random, size: int) -> str:
    return "".join(rng.choice(_POOL) for _ in range(size))


def _each(sections: Sections, change: Callable[[str], str], *names: Section) -> Sections:
    return {name: change(text) if not names or name in names else text for name, text in sections.items()}


def substituted(share: float) -> Planter:
    """Words of two characters replaced by others, ``share`` of the text."""

    def plant(sections: Sections, rng: random.Random) -> Sections:
        def change(text: str) -> str:
            return re.sub(r"[一-鿿]{2}", lambda match: _word(rng, 2) if rng.random() < share else match[0], text)

        return _each(sections, change)

    return plant


def reordered(sections: Sections, rng: random.Random) -> Sections:
    """The claims after the first and the sentences of the embodiments in another order."""
    claims = sections[Section.CLAIMS].split("\n")
    rest = claims[1:]
    rng.shuffle(rest)
    body = [line + "。" for line in sections[Section.EMBODIMENTS].replace("\n", "").split("。") if line]
    rng.shuffle(body)
    return {**sections, Section.CLAIMS: "\n".join([claims[0], *rest]), Section.EMBODIMENTS: "".join(body)}


def nouns_of(sections: Sections) -> list[str]:
    """The draft's own nouns, as its first claim lists them and its sentences repeat them."""
    text = sections[Section.CLAIMS] + sections[Section.EMBODIMENTS]
    words = re.findall(r"(?:所述|在|当|取下|将|通过)([一-鿿]{3,7}?)(?:设置|的|和|开设|转过|与|运动|以|沿)", text)
    listed = re.findall(r"包括([^；]+)；", sections[Section.CLAIMS])[:1]
    found = (listed[0].split("、") if listed else []) + words
    return sorted(set(found), key=lambda word: (-text.count(word), word))


def renamed(number: int) -> Planter:
    """The ``number`` most frequent nouns renamed throughout."""

    def plant(sections: Sections, rng: random.Random) -> Sections:
        table = {noun: _word(rng, rng.randint(2, 4)) for noun in nouns_of(sections)[:number]}
        pattern = re.compile("|".join(map(re.escape, sorted(table, key=lambda noun: -len(noun)))))
        return _each(sections, lambda text: pattern.sub(lambda match: table[match[0]], text))

    return plant


def traditional(sections: Sections, rng: random.Random) -> Sections:
    """All in traditional characters."""
    table = {new: old for old, new in sorted(simplified().items(), reverse=True)}
    return _each(sections, lambda text: "".join(table.get(letter, letter) for letter in text))


def part(*names: Section) -> Planter:
    """Another draft that has only these sections of the first one."""

    def plant(sections: Sections, rng: random.Random) -> Sections:
        other = draft(rng.randint(10**8, 10**9))
        return {name: sections[name] if name in names else text for name, text in other.items()}

    return plant


def passage(size: int) -> Planter:
    """Another draft with one passage of the first one's embodiments, of so many characters."""

    def plant(sections: Sections, rng: random.Random) -> Sections:
        other = draft(rng.randint(10**8, 10**9))
        common = set(boilerplate())
        sentences = [f"{line}。" for line in sections[Section.EMBODIMENTS].replace("\n", "").split("。") if line]
        # One stretch as it stands, without boilerplate.
        own = [line for line in sentences if not any(line in text for text in common)]
        start = rng.randint(0, max(0, len(own) // 2))
        text = "".join(own[start:])[:size]
        return {**other, Section.EMBODIMENTS: other[Section.EMBODIMENTS] + "\n" + text}

    return plant


def mixed(sections: Sections, rng: random.Random) -> Sections:
    """Eight nouns renamed, claims and sentences reordered, 30 % of the words put otherwise."""
    return substituted(0.3)(reordered(renamed(8)(sections, rng), rng), rng)


def with_table(seed: int) -> str:
    """A table of twelve measured values."""
    rng = random.Random(seed)
    rows = [[f"{rng.uniform(1, 99):.2f}" for _ in range(4)] for _ in range(3)]
    return "\n".join(f"样品{number}\t" + "\t".join(row) for number, row in enumerate(rows, 1))


KINDS: dict[str, Planter] = {
    "verbatim": lambda sections, rng: dict(sections),
    "substituted-2%": substituted(0.02),
    "substituted-10%": substituted(0.1),
    "substituted-20%": substituted(0.2),
    "substituted-30%": substituted(0.3),
    "substituted-50%": substituted(0.5),
    "reordered": reordered,
    "nouns-3": renamed(3),
    "nouns-8": renamed(8),
    "nouns-all": renamed(60),
    "traditional": traditional,
    "partial-embodiments": part(Section.EMBODIMENTS),
    "partial-background": part(Section.BACKGROUND),
    "partial-claims": part(Section.CLAIMS),
    "partial-300": passage(300),
    "partial-500": passage(500),
    "table": part(),
    "mixed": mixed,
}

__all__ = ["KINDS", "with_table"]
