"""A batch: applications looked at together. What several checks need is worked out once and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ipcheck.abnormal.alike import Alike, AlikeKind
from ipcheck.abnormal.clusters import clusters
from ipcheck.abnormal.drafts import Draft, Section, draft_of
from ipcheck.abnormal.figures import Print, print_of_object
from ipcheck.abnormal.history import History, Hit
from ipcheck.abnormal.kinship import Family, Identity, across, kin, linked
from ipcheck.abnormal.screen import alike_pairs
from ipcheck.model import Object, Span
from ipcheck.patent import Filing
from ipcheck.patent.pictures import Picture


@dataclass(frozen=True)
class Pair:
    """Two applications that are alike: the account, why they may be kin (empty: no reason known), their cluster."""

    first: Filing
    second: Filing
    alike: Alike
    kin: str = ""
    across: bool = False
    linked: tuple[str, ...] = ()
    cluster: tuple[str, ...] = ()
    weakest: float = 1.0

    @property
    def check(self) -> str:
        """The one check that tells of this pair, by name."""
        if self.kin:
            return "kin-near-dup"
        if self.linked:
            return "linked-near-dup"
        kind = self.alike.kind
        claims = self.alike.part(Section.CLAIMS)
        if kind is AlikeKind.SLOT_SWAP:
            return "slot-swap-template"
        if kind is AlikeKind.REORDERED:
            return "reordered-claims"
        if claims >= 0.8 and (kind is AlikeKind.PARTIAL or self._only_claims):
            return "dup-claims"
        return "partial-copy" if kind in (AlikeKind.PARTIAL, AlikeKind.NUMBERS) else "dup-fulltext"

    @property
    def _only_claims(self) -> bool:
        return {section for section, _, _ in self.alike.parts} <= {Section.CLAIMS, Section.ABSTRACT}

    @property
    def span(self) -> Span:
        """The words of the first application that the finding stands at."""
        return self.alike.passages[0][0]

    @property
    def related(self) -> tuple[Span, ...]:
        """The passages of both sides, the heaviest first: the other's, then the next of the first's and so on."""
        spans = [span for sides in self.alike.passages for span in sides]
        return tuple(spans[1:])

    @property
    def facts(self) -> Mapping[str, Any]:
        """What a report tells of the pair besides words."""
        alike = self.alike
        return {
            "other": self.second.name,
            "score": alike.score,
            "meaning": alike.meaning,
            "kinds": [kind.value for kind in alike.kinds],
            "kindNames": [kind.chinese for kind in alike.kinds],
            "shares": list(alike.shares),
            "matched": alike.matched,
            "order": alike.order,
            "parts": [{"part": name.chinese, "first": one, "second": other} for name, one, other in alike.parts],
            "swaps": [{"from": swap.old, "to": swap.new, "times": swap.times} for swap in alike.swaps[:40]],
            "numbers": alike.numbers,
            "acrossApplicants": self.across,
            "linked": list(self.linked),
            "kin": self.kin,
            "cluster": list(self.cluster),
            "clusterWeakest": self.weakest,
        }


class Batch:
    """The applications of one run, in the order of their paths.

    ``history`` are filings of earlier days; ``families`` are series the user has declared with their reasons.
    ``printer`` makes the print of a drawing.
    Pairs are looked for in ``jobs`` threads and processes.
    """

    def __init__(
        self,
        filings: Iterable[Filing],
        *,
        history: History | None = None,
        families: Iterable[Family] = (),
        printer: Callable[[Object], Print | None] = print_of_object,
        jobs: int = 1,
    ) -> None:
        self.filings = tuple(filings)
        self.history = history
        self.families = tuple(families)
        self._printer = printer
        self.jobs = jobs
        self._by_document = {id(document): filing for filing in self.filings for document in filing.documents}

    def filing_of(self, span: Span) -> Filing | None:
        """The application in whose documents ``span`` lies."""
        return self._by_document.get(id(span.document))

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """The applications as the duplicate engine sees them."""
        return tuple(draft_of(filing) for filing in self.filings)

    @cached_property
    def identities(self) -> tuple[Identity, ...]:
        """What each application's papers say of it."""
        return tuple(Identity.of(filing) for filing in self.filings)

    @cached_property
    def drawings(self) -> tuple[tuple[int, Picture, Print | None], ...]:
        """Every drawing: its application, the picture, and its print if its pixels can be looked at."""
        return tuple(
            (index, picture, self._printer(picture.item))
            for index, filing in enumerate(self.filings)
            for picture in filing.pictures
        )

    def kin(self, first: int, second: int, score: float) -> str:
        """Why these two applications may rightly be alike, empty if nothing says so."""
        return kin(self.identities[first], self.identities[second], score, self.families)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs that are alike, in the order of the applications."""
        alike = alike_pairs(self.drafts, jobs=self.jobs)
        found = [(first, second, self._pair(first, second, account)) for first, second, account in alike]
        return self._clustered(found)

    def _pair(self, first: int, second: int, alike: Alike) -> Pair:
        one, other = self.identities[first], self.identities[second]
        return Pair(
            self.filings[first],
            self.filings[second],
            alike,
            self.kin(first, second, alike.score),
            across(one, other),
            linked(one, other),
        )

    def _clustered(self, found: list[tuple[int, int, Pair]]) -> tuple[Pair, ...]:
        """The pairs with their clusters: kin do not merge, nor do pairs that share a passage only."""
        holding = [(one, other, pair) for one, other, pair in found if not pair.kin and pair.alike.score >= 0.3]
        groups = clusters(len(self.filings), [(one, other) for one, other, _ in holding])
        weakest: dict[int, float] = {}
        for one, _, pair in holding:
            leader = groups[one][0]
            weakest[leader] = min(weakest.get(leader, 1.0), pair.alike.score)
        done = []
        for one, other, pair in found:
            group = groups.get(one, ())
            if pair.kin or other not in group:
                done.append(pair)
            else:
                names = tuple(self.filings[member].name for member in group)
                done.append(replace(pair, cluster=names, weakest=weakest[group[0]]))
        return tuple(done)

    @cached_property
    def hits(self) -> tuple[tuple[Filing, Draft, Hit], ...]:
        """Filings of the history that applications of the batch are like."""
        if self.history is None:
            return ()
        return tuple(
            (filing, draft, hit)
            for filing, draft, identity in zip(self.filings, self.drafts, self.identities, strict=True)
            for hit in self.history.query(draft, identity=identity)
        )


__all__ = ["Batch", "Pair"]
