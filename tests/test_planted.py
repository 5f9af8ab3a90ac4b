"""Planted defects: every check of the core set has a planter, and our own cases stay well found."""

from __future__ import annotations

import pytest

from tests.benchmarks.planted import CORE, Outcome, check_classes, recall, run
from tests.benchmarks.planted_carriers import carriers
from tests.benchmarks.planted_draft import PLANTINGS

SEED, PER = 1, 6


@pytest.fixture(scope="module")
def results() -> dict[str, list[Outcome]]:
    return run(CORE, PER, SEED, real=False)


def test_every_check_of_the_core_set_has_a_planter() -> None:
    planted = {planting.check for planting in PLANTINGS}
    assert [name for name in CORE if name in check_classes() and name not in planted] == []
    assert sorted(planted - set(CORE)) == []


def test_every_planter_finds_a_carrier_among_our_own(results: dict[str, list[Outcome]]) -> None:
    assert [name for name, outcomes in results.items() if name in check_classes() and not outcomes] == []


def test_recall_on_our_own_carriers(results: dict[str, list[Outcome]]) -> None:
    outcomes = [outcome for found in results.values() for outcome in found]
    missed = "\n".join(f"{item.check} [{item.variant}] {item.sentence}" for item in outcomes if not item.hit)
    assert recall(outcomes) > 0.8, missed


def test_a_text_keeps_its_offsets_when_it_is_read() -> None:
    for kind in ("patents", "formal", "models", "design", "biology"):
        for draft in carriers(kind, False):
            assert draft.filing().documents[0].text == draft.render()[0]


def test_the_same_seed_plants_the_same() -> None:
    names = ("antecedent-missing", "title-mismatch")
    assert run(names, PER, SEED, real=False) == run(names, PER, SEED, real=False, processes=2)
