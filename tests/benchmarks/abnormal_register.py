"""Recall and noise of the register detectors on a made-up register of 20,000 filings and more.

python -m tests.benchmarks.abnormal_register [--rows 24000] [--plants 10] [--seed 1] [--false NAME …]

Ordinary firms, groups that restructure, universities, inventors of their own, agencies with their partners, business
parks; and plants of every kind, strong ones and weak ones that lie just beyond the limits.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter, defaultdict
from collections.abc import Sequence

from ipcheck.abnormal import Column, Register, RegisterCheck
from ipcheck.plugins import load_checks, shipped
from ipcheck.readers.table import table_of
from tests.benchmarks.register_plants import PLANTS
from tests.benchmarks.register_world import World


def register_of(rows: list[dict[Column, str]]) -> Register:
    """The register that these rows make, through the reader of tables."""
    lines = ["\t".join(Column)]
    lines += ["\t".join(row.get(column, "") for column in Column) for row in rows]
    return Register(table_of("\n".join(lines).encode(), "made-up.tsv"))


def made_up(rows: int, plants: int, seed: int) -> tuple[Register, dict[tuple[str, bool], list[frozenset[str]]]]:
    """A register, and for each check and strength the names (applicants, agents, transferees) that are planted."""
    world = World(random.Random(seed))
    truth: dict[tuple[str, bool], list[frozenset[str]]] = defaultdict(list)
    for check, plant in PLANTS.items():
        for strong in (True, False):
            for _ in range(plants):
                truth[check, strong].append(frozenset(plant(world, strong)))
    while len(world.rows) < rows:
        world.somebody()
    world.random.shuffle(world.rows)
    return register_of(world.rows), truth


def recalled(messages: Sequence[str], groups: Sequence[frozenset[str]]) -> int:
    """How many of the planted groups some message names."""
    return sum(any(member in message for member in group for message in messages) for group in groups)


def main() -> None:
    """Print recall for each check and strength, false findings, time."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=24_000)
    parser.add_argument("--plants", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--false", nargs="*", default=[], metavar="NAME")
    wishes = parser.parse_args()
    register, truth = made_up(wishes.rows, wishes.plants, wishes.seed)
    planted = {name for groups in truth.values() for group in groups for name in group}
    applicants = len(register.by_applicant)
    print(f"{len(register.rows)} rows, {applicants} applicants, {len(planted)} planted names")
    false: Counter[str] = Counter()
    total = 0.0
    for made in load_checks([shipped("checks")], "abnormal").checks:
        if not issubclass(made, RegisterCheck):
            continue
        name, start = made.check_name(), time.perf_counter()
        found = [finding.message for finding in made().find(register)]
        seconds = time.perf_counter() - start
        total += seconds
        recalls = []
        for strong in (True, False):
            groups = truth.get((name, strong), [])
            recalls.append(f"{recalled(found, groups) / len(groups):.2f}" if groups else " – ")
        strangers = [message for message in found if not any(member in message for member in planted)]
        false[name] = len(strangers)
        for message in strangers[:8] if name in wishes.false else []:
            print("   false:", message)
        rate = 1000 * len(strangers) / applicants
        print(
            f"{name:28} recall strong {recalls[0]} weak {recalls[1]}  findings {len(found):4}"
            f"  false per 1,000 applicants {rate:6.2f}  {seconds:.2f} s"
        )
    print(
        f"false findings per 1,000 applicants, all checks: {1000 * sum(false.values()) / applicants:.2f}; {total:.1f} s"
    )


if __name__ == "__main__":
    main()
