"""A short run of every target from the same seeds each time, and again whatever has crashed one."""

from __future__ import annotations

import random
import warnings
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.target import CRASHES, TARGETS, Target, load

# How many inputs a target gets here: together they take some seconds. The long runs are ``python -m tests.fuzz``.
_DEAR = {"checks": 4, "filing": 3, "reporters": 3, "reports": 6, "registers": 3, "marks": 3, "agency": 2, "config": 3,
         "pdf_pages": 4, "mark_index": 8}  # fmt: skip
_USUAL = 12


@cache
def _target(name: str) -> tuple[Target, tuple[bytes, ...]]:
    target = load(name)
    return target, tuple(target.seeds())


def _inputs(seeds: tuple[bytes, ...]) -> st.SearchStrategy[bytes]:
    """Bytes of any kind, and seeds with a piece taken out and others put in."""
    small = [seed for seed in seeds if len(seed) < 3000] or [b""]
    places = st.tuples(st.sampled_from(small), st.integers(0, 3000), st.integers(0, 40), st.binary(max_size=20))
    return places.map(lambda it: it[0][: it[1]] + it[3] + it[0][it[1] + it[2] :]) | st.binary(max_size=300)


@pytest.mark.parametrize("name", TARGETS)
def test_what_must_hold_holds(name: str) -> None:
    target, seeds = _target(name)

    @settings(
        derandomize=True,
        deadline=None,
        database=None,
        max_examples=_DEAR.get(name, _USUAL),
        suppress_health_check=list(HealthCheck),
    )
    @given(_inputs(seeds))
    def holds(data: bytes) -> None:
        with warnings.catch_warnings():
            # As in a run of the command, where a library's warning is no error.
            warnings.simplefilter("ignore")
            target.fuzz(data)

    holds()


@pytest.mark.parametrize("path", sorted(CRASHES.glob("*.bin")), ids=lambda path: path.stem)
def test_what_crashed_once_does_so_no_more(path: Path) -> None:
    target, _ = _target(path.stem.rsplit("-", 1)[0])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        target.fuzz(path.read_bytes())


def test_words_stand_for_bytes_and_back() -> None:
    from tests.fuzz.vocabulary import WORDS, bytes_of, text_of

    chance = random.Random(1)
    assert len(WORDS) == len(set(WORDS)) == 255
    for _ in range(50):
        text = text_of(chance.randbytes(40))
        assert text_of(bytes_of(text)) == text.replace("\U0001f375", "🍵") or "\U00020000" in text
