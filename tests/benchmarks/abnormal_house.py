"""False pairs by the stock text of one house, and whether copies inside the house are still found.

python -m tests.benchmarks.abnormal_house [--houses 1] [--each 144] [--plants 4] [--unknown]

Every house has twelve paragraphs of its own (80 to 260 characters) of which each of its drafts takes four, all drafts
are otherwise of different inventions. Planted: copies of every kind, and a family of twelve of one skeleton with all
nouns changed. ``--unknown`` leaves out whose drafts they are.
"""

from __future__ import annotations

import argparse
import os
import random
from collections import Counter
from itertools import combinations

from ipcheck.abnormal.drafts import Draft, Section, draft_of_text
from ipcheck.abnormal.screen import alike_pairs
from tests.benchmarks.abnormal_plants import KINDS, renamed
from tests.benchmarks.abnormal_texts import Grammar, Sections, draft

_PLANTED = ("verbatim", "substituted-20%", "reordered", "nouns-8", "nouns-all", "partial-embodiments", "partial-500")
_FAMILY = 12


def house_stock(house: int) -> list[str]:
    """Paragraphs that a house puts into its drafts."""
    grammar = Grammar(random.Random(f"house-{house}"), [])
    return ["".join(grammar.sentence() + "。" for _ in range(1 + number % 4)) for number in range(12)]


def with_stock(sections: Sections, stock: list[str], rng: random.Random) -> Sections:
    """The draft with four paragraphs of the house among its own."""
    body = sections[Section.EMBODIMENTS].split("\n")
    for line in rng.sample(stock, 4):
        body.insert(rng.randint(0, len(body)), line)
    return {**sections, Section.EMBODIMENTS: "\n".join(body)}


def corpus(houses: int, each: int, plants: int) -> tuple[list[Draft], dict[tuple[int, int], str]]:
    """Drafts of each house, with what is planted: pairs by kind."""
    drafts: list[Draft] = []
    truth: dict[tuple[int, int], str] = {}
    for house in range(houses):
        rng = random.Random(house)
        stock = house_stock(house)
        start = len(drafts)
        number = each - plants * len(_PLANTED) - _FAMILY
        plain = [draft(50_000_000 + house * 10_000 + index) for index in range(number)]
        texts = [with_stock(sections, stock, rng) for sections in plain]
        carriers = rng.sample(range(number), plants * len(_PLANTED) + 1)
        for carrier, kind in zip(carriers, [kind for kind in _PLANTED for _ in range(plants)], strict=False):
            truth[start + carrier, start + len(texts)] = kind
            texts.append(with_stock(KINDS[kind](plain[carrier], rng), stock, rng))
        family = [start + carriers[-1], *(start + len(texts) + index for index in range(_FAMILY))]
        texts += [with_stock(renamed(60)(plain[carriers[-1]], rng), stock, rng) for _ in range(_FAMILY)]
        truth |= dict.fromkeys(combinations(family, 2), f"family of {_FAMILY + 1}")
        for index, sections in enumerate(texts):
            made = draft_of_text(f"{house}-{index}", sections)
            made.houses = frozenset({f"house {house}"})
            drafts.append(made)
    return drafts, truth


def main() -> None:
    """Print false pairs and recall."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--houses", type=int, default=1)
    parser.add_argument("--each", type=int, default=144)
    parser.add_argument("--plants", type=int, default=4)
    parser.add_argument("--unknown", action="store_true")
    wishes = parser.parse_args()
    drafts, truth = corpus(wishes.houses, wishes.each, wishes.plants)
    if wishes.unknown:
        for item in drafts:
            item.houses = frozenset()
    found = {(one, other) for one, other, _ in alike_pairs(drafts, jobs=os.cpu_count() or 1)}
    hits = Counter(kind for pair, kind in truth.items() if pair in found)
    total = Counter(truth.values())
    print(
        f"{wishes.houses} × {wishes.each} drafts: false pairs {len(found - set(truth))}, "
        f"planted {len(truth)}, found {sum(hits.values())}"
    )
    print("  " + ", ".join(f"{kind} {hits[kind]}/{total[kind]}" for kind in total))


if __name__ == "__main__":
    main()
