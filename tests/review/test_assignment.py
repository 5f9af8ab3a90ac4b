"""Assignments keep every rule or name the set that blocks; both against an exact solver on small cases."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from ipcheck.review.assignment import Blocked, assign

_FILES, _EXPERTS = 5, 5


def _possible(allowed: dict[str, list[str]], experts: list[str], per_file: int) -> bool:
    """Every way there is, tried: is there one with loads within one of each other?"""
    least, extra = divmod(len(allowed) * per_file, len(experts))
    most = least + bool(extra)

    def rest(files: list[str], loads: dict[str, int]) -> bool:
        if not files:
            return all(least <= load <= most for load in loads.values())
        for chosen in combinations(allowed[files[0]], per_file):
            if all(loads[expert] < most for expert in chosen) and rest(
                files[1:], loads | {expert: loads[expert] + 1 for expert in chosen}
            ):
                return True
        return False

    return rest(list(allowed), dict.fromkeys(experts, 0))


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, list[str]], list[str], int]:
    experts = [f"专家{number}" for number in range(draw(st.integers(2, _EXPERTS)))]
    allowed = {
        f"案{number}": draw(st.lists(st.sampled_from(experts), unique=True))
        for number in range(draw(st.integers(1, _FILES)))
    }
    return allowed, experts, draw(st.integers(1, 3))


@settings(max_examples=400, deadline=None)
@given(cases())
def test_assigned_where_it_can_be_and_blocked_where_not(case: tuple[dict[str, list[str]], list[str], int]) -> None:
    allowed, experts, per_file = case
    found = assign(allowed, experts, per_file)
    assert isinstance(found, Blocked) != _possible(allowed, experts, per_file)
    if isinstance(found, Blocked):
        _is_a_proof(found, allowed, experts, per_file)
        return
    loads = {expert: sum(expert in chosen for chosen in found.values()) for expert in experts}
    assert max(loads.values()) - min(loads.values()) <= 1
    for file, chosen in found.items():
        assert len(set(chosen)) == per_file and set(chosen) <= set(allowed[file])


def _is_a_proof(blocked: Blocked, allowed: dict[str, list[str]], experts: list[str], per_file: int) -> None:
    """The set that is named cannot be served, whatever happens elsewhere."""
    least, extra = divmod(len(allowed) * per_file, len(experts))
    most = least + bool(extra)
    # Room the named files leave to the named experts, one file an expert at most once.
    if "凑不满" in blocked.why:
        room = sum(min(per_file, len(set(allowed[file]) & set(blocked.experts))) for file in blocked.files)
        assert room < least * len(blocked.experts)
    else:
        files = blocked.files
        supply = sum(min(most, sum(expert in allowed[file] for file in files)) for expert in blocked.experts)
        assert supply < per_file * len(files) or any(len(set(allowed[file])) < per_file for file in files)


def test_no_files_and_no_experts() -> None:
    assert assign({}, ["甲"], 2) == {}
    assert isinstance(assign({"案": []}, [], 2), Blocked)
