"""Planted defects: how many of the defects put into clean texts each check finds.

    python -m tests.benchmarks.planted                      every check: the core set, then the rest, two totals
    python -m tests.benchmarks.planted --core               only the core set
    python -m tests.benchmarks.planted --check NAME …       only these
    python -m tests.benchmarks.planted --misses             and every miss, in its sentence
    python -m tests.benchmarks.planted --per 20 --seed 1    plants for each check, seed of the choices

A hit is a finding that the undisturbed carrier does not have, at most 15 characters from the words planted (in the
paragraph, or anywhere, where something is absent). Carriers are the real patents of ../shared and our own cases.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from random import Random

from ipcheck.model import Finding, Span
from ipcheck.patent import Filing, PatentCheck
from ipcheck.plugins import load_checks, shipped
from tests.benchmarks import (  # noqa: F401 - the planters enter themselves
    planted_antecedents,
    planted_claims,
    planted_clarity,
    planted_description,
    planted_design,
    planted_figures,
    planted_mentions,
    planted_more_abstract,
    planted_more_claims,
    planted_more_clarity,
    planted_more_description,
    planted_more_design,
    planted_more_language,
    planted_more_numbers,
    planted_more_people,
    planted_more_pictures,
    planted_more_request,
    planted_references,
    planted_request,
    planted_signs,
)
from tests.benchmarks.planted_carriers import carriers, real_are_there
from tests.benchmarks.planted_draft import PLANTINGS, Draft, Planting

NEAR = 15
_CONTEXT = 12
_PROCESSES = 2
# The day the law is read on, so that the figures do not change with the calendar.
AS_OF = date(2026, 7, 1)

# The core set of the catalogue (section 2, last line); claim-image is planted besides.
_NAMES = """
title-mismatch title-too-long title-nontechnical-word title-vague-tail title-label-prefix um-title-method
applicant-id-invalid agent-count agency-self-filing priority-declaration-incomplete divisional-data
abstract-figure-not-designated mandatory-part-missing abstract-too-long abstract-heading abstract-title-missing
abstract-refsign-unbracketed abstract-type-word claim-number-sequence claim-number-prefix claims-heading
claim-period-count claim-final-period-missing claim-line-separator claim-image claim-refers-to-spec
claim-refsign-unbracketed claim-commercial-or-disparaging claim-tw-jp-term claim-editor-residue no-independent-claim
dep-cites-later-or-self dep-cites-nonexistent multi-dep-not-alternative multi-dep-on-multi-dep dep-subject-mismatch
dep-type-mismatch dep-not-grouped dep-of-closed-adds indep-no-characterizing um-method-claim antecedent-missing
antecedent-wrong-branch ordinal-gap vague-degree-word optional-word approx-word two-ranges-one-claim
claim-subject-vague um-process-feature um-material-feature range-format composition-sum claim-feature-not-in-spec
section-missing section-order section-title-type type-word-mixed spec-cites-claim spec-refsign-bracketed
spec-bare-refsign spec-image-inline figure-described-not-filed figure-filed-not-described other-case-residue
tracked-changes-present figure-sequence refsign-text-not-in-figure refsign-figure-not-in-text refsign-two-names
refsign-table-mismatch claim-refsign-mismatch um-no-structure-figure figure-reference-out-of-range
claim-spec-term-mismatch design-name-length design-name-bad design-brief-missing-item design-similar-over-10
design-basic-undesignated sequence-listing-missing sequence-not-st26 seqid-mismatch deposit-info-incomplete
deposit-unit perpetual-motion
"""
CORE = tuple(_NAMES.split())


@dataclass(frozen=True)
class Outcome:
    """One planted defect: where, and whether the check found it."""

    check: str
    variant: str
    carrier: str
    hit: bool
    sentence: str


@cache
def check_classes() -> dict[str, type[PatentCheck]]:
    """The patent checks that load, by name."""
    loaded = load_checks([shipped("checks")], "patent").checks
    return {check.check_name(): check for check in loaded if issubclass(check, PatentCheck)}


@cache
def _undisturbed(kind: str, real: bool) -> tuple[Filing, ...]:
    """The carriers as filings, drawn once for all checks."""
    return tuple(draft.filing() for draft in carriers(kind, real))


def _find(check: type[PatentCheck], filing: Filing) -> list[Finding]:
    return list(check(as_of=AS_OF).find(filing)) if check.applies(filing) else []


def _around(span: Span) -> tuple[str, str]:
    """The finding's words with what stands before them, and with what stands after them."""
    text, words = span.document.text, str(span)
    return text[max(0, span.start - _CONTEXT) : span.end], words + text[span.end : span.end + _CONTEXT]


def new_findings(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """The findings of ``after`` without those that were there ``before``: same words, same neighbours on a side."""
    left = [_around(finding.span) for finding in before]
    new: list[Finding] = []
    for finding in after:
        lead, tail = _around(finding.span)
        known = next((place for place in left if place == (lead, tail)), None)
        known = known or next((place for place in left if place[0] == lead or place[1] == tail), None)
        if known is None:
            new.append(finding)
        else:
            left.remove(known)
    return new


def _hits(planted: Draft, found: Sequence[Finding], ranges: Sequence[tuple[int, int]]) -> bool:
    if planted.anywhere:
        return bool(found)
    return any(
        finding.span.start <= end + NEAR and finding.span.end >= start - NEAR
        for finding in found
        for start, end in ranges
    )


def _sentence(text: str, ranges: Sequence[tuple[int, int]], found: Sequence[Finding]) -> str:
    start, end = ranges[0] if ranges else (0, 0)
    told = text[max(0, start - 40) : start] + "⟦" + text[start : min(end, start + 80)] + "⟧" + text[end : end + 30]
    other = "；".join(f"“{finding.span}”" for finding in found[:3])
    return told.replace("\n", "⏎") + (f"  （别处新发现：{other}）" if other else "")


def _try(
    check: type[PatentCheck], planting: Planting, place: int, real: bool, rng: Random, seen: set[str]
) -> Outcome | None:
    """Plant once; None if this carrier cannot bear it or bore the very same already."""
    drafts = carriers(planting.carriers, real)
    planted = planting.plant(drafts[place].copy(), rng)
    if planted is None:
        return None
    text, ranges = planted.render()
    key = f"{text}{planted.marks}{planted.images}{sorted(planted.joined)}"
    if key in seen:
        return None
    seen.add(key)
    before = _find(check, _undisturbed(planting.carriers, real)[place])
    found = new_findings(before, _find(check, planted.filing()))
    hit = _hits(planted, found, ranges)
    return Outcome(planting.check, planting.variant, drafts[place].name, hit, _sentence(text, ranges, found))


def _order(check: type[PatentCheck], planting: Planting, real: bool, rng: Random) -> list[int]:
    """The carriers' places, shuffled; first those in which the check has nothing to say of them as they are."""
    filings = _undisturbed(planting.carriers, real)
    places = list(range(len(filings)))
    rng.shuffle(places)
    return sorted(places, key=lambda place: bool(_find(check, filings[place])))


def run_check(name: str, per: int, seed: int, real: bool) -> list[Outcome]:
    """Plant up to ``per`` defects of one check: its ways in turn, each in another carrier as long as there are any."""
    check = check_classes().get(name)
    ways = [planting for planting in PLANTINGS if planting.check == name]
    if check is None or not ways:
        return []
    rng = Random(f"{seed}/{name}")
    orders = {planting: _order(check, planting, real, rng) for planting in ways}
    outcomes: list[Outcome] = []
    seen: set[str] = set()
    # After the carriers have been gone through four times more plants would hardly be other ones.
    for planting, place in _turns(orders, 4):
        if len(outcomes) >= per:
            break
        outcome = _try(check, planting, place, real, rng, seen)
        if outcome is not None:
            outcomes.append(outcome)
    return outcomes


def _turns(orders: dict[Planting, list[int]], rounds: int) -> Iterator[tuple[Planting, int]]:
    """Way and carrier in turn, each way beginning at another carrier."""
    longest = max(map(len, orders.values()), default=0)
    for turn in range(longest * rounds):
        for shift, (planting, order) in enumerate(orders.items()):
            if order and turn < len(order) * rounds:
                yield planting, order[(turn + shift * 3) % len(order)]


def run(names: Sequence[str], per: int, seed: int, *, real: bool, processes: int = 1) -> dict[str, list[Outcome]]:
    """The outcomes by check, in the order of ``names``; the same for any number of processes."""
    work = partial(run_check, per=per, seed=seed, real=real)
    if processes == 1:
        return dict(zip(names, map(work, names), strict=True))
    with ProcessPoolExecutor(processes) as pool:
        return dict(zip(names, pool.map(work, names), strict=True))


def recall(outcomes: Sequence[Outcome]) -> float:
    """Hits by plants; 1 where there is nothing."""
    return sum(outcome.hit for outcome in outcomes) / len(outcomes) if outcomes else 1.0


def _table(results: dict[str, list[Outcome]]) -> Iterator[str]:
    yield f"{'check':40}{'plants':>8}{'hits':>6}{'recall':>8}"
    for name, outcomes in results.items():
        if outcomes:
            hits = sum(outcome.hit for outcome in outcomes)
            yield f"{name:40}{len(outcomes):8}{hits:6}{recall(outcomes):8.0%}"
    yield ""
    yield from _totals(results)


def _totals(results: dict[str, list[Outcome]]) -> Iterator[str]:
    told = {"core set": set(CORE), "the rest": set(results) - set(CORE), "overall": set(results)}
    for label, names in told.items():
        found = [outcome for name, outcomes in results.items() if name in names for outcome in outcomes]
        if found:
            yield f"{label}: {sum(outcome.hit for outcome in found)}/{len(found)} = {recall(found):.1%}"


def _variants(results: dict[str, list[Outcome]]) -> Iterator[str]:
    yield ""
    for name, outcomes in results.items():
        variants: dict[str, Counter[bool]] = defaultdict(Counter)
        for outcome in outcomes:
            variants[outcome.variant][outcome.hit] += 1
        for variant, tally in variants.items() if len(variants) > 1 else ():
            yield f"  {name:40}{variant.replace('_', ' '):32}{tally[True]:3}/{tally.total()}"


def rest() -> tuple[str, ...]:
    """The checks built that are outside the core set."""
    return tuple(sorted(set(check_classes()) - set(CORE)))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", nargs="*", default=[], metavar="NAME")
    parser.add_argument("--core", action="store_true", help="only the core set")
    parser.add_argument("--per", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--own", action="store_true", help="only our own carriers, as where ../shared is absent")
    options = parser.parse_args()
    names = options.check or (CORE if options.core else (*CORE, *rest()))
    real = real_are_there() and not options.own
    results = run(names, options.per, options.seed, real=real, processes=min(_PROCESSES, len(names)))
    if options.misses:
        for outcome in (outcome for outcomes in results.values() for outcome in outcomes if not outcome.hit):
            print(f"{outcome.check} [{outcome.variant}] {outcome.carrier}\n    {outcome.sentence}")
        print()
    print("\n".join([*_table(results), *_variants(results)]))
    planted = {planting.check for planting in PLANTINGS}
    print("no planter:", ", ".join(name for name in names if name not in planted) or "-")
    print("no check class yet:", ", ".join(name for name in names if name not in check_classes()) or "-")
    bare = [name for name in names if name in planted and name in check_classes() and not results[name]]
    print("no carrier could bear it:", ", ".join(bare) or "-")


if __name__ == "__main__":
    main()
