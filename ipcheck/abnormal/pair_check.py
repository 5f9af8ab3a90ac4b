"""The base of the checks that tell of pairs of drafts: each pair is told by exactly one of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ipcheck.abnormal.alike import AlikeKind
from ipcheck.abnormal.batch import Batch, Pair
from ipcheck.abnormal.check import BatchCheck
from ipcheck.abnormal.drafts import Draft, Section
from ipcheck.abnormal.history import Hit
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing


class PairCheck(BatchCheck):
    """A check of pairs whose main kind is its own (``Pair.check`` names it).

    Its message may use ``{other}``, ``{score}``, ``{kinds}``, ``{parts}``, ``{swaps}``, ``{meaning}``, ``{kin}`` and
    ``{linked}``.
    """

    def find(self, batch: Batch, /) -> Iterator[Finding]:
        """One finding for each pair that is this check's to tell."""
        for pair in batch.pairs:
            if pair.check == self.check_name():
                yield self.tell(pair)

    def tell(self, pair: Pair) -> Finding:
        """The finding of a pair. One applicant's own passages weigh less than those of strangers."""
        weak = pair.alike.kind is AlikeKind.PARTIAL and not pair.across and _background_only(pair)
        return self.at(
            pair.span,
            related=pair.related,
            facts=dict(pair.facts),
            level=Level.ADVICE if weak else None,
            **words_of(pair),
        )

    def tell_hit(self, filing: Filing, draft: Draft, hit: Hit) -> Finding:
        """The finding of an application that is like one of the history."""
        same = "，文字一字不差，可能就是已入库的同一件" if hit.same else ""
        return self.at(
            hit.passages[0],
            related=hit.passages[1:],
            facts={
                "history": hit.label,
                "score": hit.share,
                "matched": hit.matched,
                "skeleton": hit.bones,
                "same": hit.same,
                "kin": hit.kin,
            },
            other=f"历史申请 {hit.label}",
            kinds="指纹相同" if hit.share > hit.bones or hit.matched >= 300 else "骨架相同",
            meaning=f"按指纹估计较短一份有 {hit.share:.0%} 相同{same}",
            parts=f"本件 {len(hit.passages)} 处，约 {hit.matched} 字",
            kin=hit.kin,
        )


def _background_only(pair: Pair) -> bool:
    """Whether what is alike stands in the background, hardly in what was invented."""
    own = max(pair.alike.part(section) for section in (Section.CLAIMS, Section.SUMMARY, Section.EMBODIMENTS))
    return own < 0.1 < pair.alike.part(Section.BACKGROUND)


def words_of(pair: Pair) -> dict[str, Any]:
    """What messages say of a pair."""
    alike = pair.alike
    parts = "、".join(
        f"{name.chinese} {max(one, other):.0%}" for name, one, other in alike.parts if max(one, other) >= 0.1
    )
    swaps = "、".join(f"{swap.old}→{swap.new}（{swap.times}处）" for swap in alike.swaps[:4])
    return {
        "other": pair.second.name,
        "score": f"{alike.score:.2f}",
        "kinds": "、".join(kind.chinese for kind in alike.kinds),
        "parts": parts or "没有成段相同",
        "swaps": swaps,
        "meaning": alike.meaning,
        "kin": pair.kin,
        "linked": "、".join(pair.linked),
    }


__all__ = ["PairCheck", "words_of"]
