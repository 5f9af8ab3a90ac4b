"""What a claim's words come to once wording is set aside: for comparing claims with one another."""

from __future__ import annotations

from ipcheck.model import Span, lazy
from ipcheck.patent.claims import Claim

_SIGNS = lazy(r"[(\[][A-Za-z]{0,2}\d{0,4}[A-Za-z]?(?:[-.~、,/ ][A-Za-z]{0,2}\d{1,4}[A-Za-z]?){0,12}[)\]]")
_IDLE = lazy(
    r"(?:其)?特征(?:在于|是(?=[,:]))|(?<![如上综前下])所述的?|上述的?|前述的?|(?<![应活本当])该(?!等|当)|一种|一个(?!或)|\s+|[\"“”‘’']"
)
_SAME = (
    (lazy(r"包含有?|包括有|含有|具备"), "包括"),
    (lazy(r"设置有|设置|设有|安装有|安设"), "设"),
    (lazy(r"以及|(?<!提)及(?!时)|与(?!非)"), "和"),
    (lazy(r"或者"), "或"),
    (lazy(r"(固定|设|安装|布置)于"), r"\1在"),
    (lazy(r"相连接|相连(?!通)"), "连接"),
    (lazy(r"进一步(?=包括)|还(?=包括|设)|的"), ""),
)
_CLAUSE = lazy(r"[,;。:\n]")


def bare_words(text: str) -> str:
    """``text`` (folded) without reference signs, 所述 and other words that limit nothing; synonyms made one.

    Commas, semicolons and colons stay, so that clauses can be told apart.
    """
    bare = _IDLE.sub("", _SIGNS.sub("", text))
    for pattern, instead in _SAME:
        bare = pattern.sub(instead, bare)
    return bare


def bare_clauses(text: str) -> tuple[str, ...]:
    """The clauses of ``text`` in bare words, empty ones left out."""
    return tuple(clause for clause in map(str.strip, _CLAUSE.split(bare_words(text))) if clause)


def limitation(claim: Claim) -> Span:
    """What a claim says after 其特征在于, or after its subject's name where it has no such words."""
    if claim.characterized is not None:
        start = claim.characterized.end
    elif claim.subject is not None:
        start = claim.subject.end
    elif claim.leading is not None:
        start = claim.leading.span.end
    else:
        start = claim.body.start
    return Span(claim.body.document, min(start, claim.body.end), claim.body.end)


def roots_of(claims: tuple[Claim, ...]) -> dict[Claim, frozenset[Claim]]:
    """For each claim the independent claims it goes back to; an independent claim goes back to itself."""
    roots: dict[Claim, frozenset[Claim]] = {}
    for claim in claims:
        if claim.dependent:
            roots[claim] = frozenset(root for parent in claim.cited_at_start for root in roots.get(parent, ()))
        else:
            roots[claim] = frozenset((claim,))
    return roots
