"""Planted defects: every check has a planter, and our own cases stay well found."""

from __future__ import annotations

import pytest

from tests.benchmarks.heldout import HELD_OUT, run_held_out
from tests.benchmarks.planted import CORE, Outcome, check_classes, recall, rest, run
from tests.benchmarks.planted_carriers import carriers
from tests.benchmarks.planted_draft import PLANTINGS

SEED, PER = 1, 6
# Checks without a planter, each with the reason; at most ten.
WITHOUT: dict[str, str] = {}
_RUN = "python -m tests.benchmarks.planted --check {}"


@pytest.fixture(scope="module")
def results() -> dict[str, list[Outcome]]:
    return run((*CORE, *rest()), PER, SEED, real=False)


def test_every_check_has_a_planter() -> None:
    planted = {planting.check for planting in PLANTINGS}
    bare = sorted(set(check_classes()) - planted - set(WITHOUT))
    assert bare == [], "write one with @plants in tests/benchmarks/planted_*.py; " + _RUN.format(" ".join(bare))
    assert sorted(planted & set(WITHOUT)) == [], "take it out of WITHOUT"
    assert len(WITHOUT) <= 10


def test_every_planter_is_of_a_check() -> None:
    gone = sorted({planting.check for planting in PLANTINGS} - set(check_classes()))
    assert gone == [], "@plants in tests/benchmarks/planted_*.py names a check that is not there"


def test_every_planter_finds_a_carrier_among_our_own(results: dict[str, list[Outcome]]) -> None:
    bare = [name for name, outcomes in results.items() if name not in WITHOUT and not outcomes]
    assert bare == [], _RUN.format(" ".join(bare) + " --own")


@pytest.mark.parametrize(("names", "least"), [(CORE, 0.9), (rest(), 0.6)], ids=["core", "rest"])
def test_recall_on_our_own_carriers(results: dict[str, list[Outcome]], names: tuple[str, ...], least: float) -> None:
    outcomes = [outcome for name in names for outcome in results[name]]
    missed = "\n".join(f"{item.check} [{item.variant}] {item.sentence}" for item in outcomes if not item.hit)
    assert recall(outcomes) > least, f"{_RUN.format('NAME --own --misses')}\n{missed}"


def test_the_held_out_words_replace_the_planters_own() -> None:
    outcomes = run_held_out(2, SEED, real=False)
    assert sorted(outcomes) == sorted(HELD_OUT)
    assert all(getattr(module, name) != words for module, name, words in HELD_OUT.values())


def test_a_text_keeps_its_offsets_when_it_is_read() -> None:
    for kind in ("patents", "formal", "models", "design", "biology"):
        for draft in carriers(kind, False):
            assert draft.filing().documents[0].text == draft.render()[0]


def test_the_same_seed_plants_the_same() -> None:
    names = ("antecedent-missing", "title-mismatch")
    assert run(names, PER, SEED, real=False) == run(names, PER, SEED, real=False, processes=2)
