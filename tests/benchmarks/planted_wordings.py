"""Planters by the list: a check, where its wordings are put, and the wordings with the words at fault in {…}."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from ipcheck.patent import SectionName
from tests.benchmarks.planted_draft import Draft, add_clause, add_line, add_sentence, any_claim, mark, plants

BODY = (SectionName.SUMMARY, SectionName.EMBODIMENTS)


def marked(wording: str) -> str:
    """The wording with what stands in {…} marked; all of it up to the full stop where there are no braces."""
    if "{" in wording:
        return re.sub(r"\{([^{}]*)\}", lambda match: mark(match[1]), wording)
    return mark(wording[:-1]) + "。" if wording.endswith("。") else mark(wording)


def sentences(
    check: str,
    variant: str,
    wordings: Sequence[str],
    places: Sequence[SectionName] = BODY,
    carriers: str = "patents",
) -> None:
    """Enter a planter that writes a sentence at the end of a paragraph of these sections."""

    @plants(check, variant, carriers)
    def write(draft: Draft, rng: Random) -> Draft | None:
        text = "".join(draft.description)
        free = [wording for wording in wordings if not any(word in text for word in re.findall(r"\{(.*?)\}", wording))]
        return draft if free and add_sentence(draft, rng, marked(rng.choice(free)), *places) else None


def lines(check: str, variant: str, wordings: Sequence[str], place: SectionName, carriers: str = "patents") -> None:
    """Enter a planter that writes a paragraph of its own in this section."""

    @plants(check, variant, carriers)
    def write(draft: Draft, rng: Random) -> Draft | None:
        return draft if add_line(draft, rng, marked(rng.choice(wordings)), place) else None


def clauses(check: str, variant: str, wordings: Sequence[str], carriers: str = "patents") -> None:
    """Enter a planter that writes a clause at the end of a claim."""

    @plants(check, variant, carriers)
    def write(draft: Draft, rng: Random) -> Draft | None:
        return draft if add_clause(draft, any_claim(draft, rng), marked(rng.choice(wordings))) else None


def in_abstract(check: str, variant: str, wordings: Sequence[str], carriers: str = "patents") -> None:
    """Enter a planter that writes a sentence at the abstract's end."""

    @plants(check, variant, carriers)
    def write(draft: Draft, rng: Random) -> Draft | None:
        draft.abstract[-1] += marked(rng.choice(wordings))
        return draft


def more_claims(check: str, variant: str, wordings: Sequence[str], carriers: str = "inventions") -> None:
    """Enter a planter that writes one more claim, after the last."""

    @plants(check, variant, carriers)
    def write(draft: Draft, rng: Random) -> Draft | None:
        draft.claims.append(f"{len(draft.claims) + 1}. {marked(rng.choice(wordings))}")
        return draft


def swapped(
    check: str, variant: str, pairs: Sequence[tuple[str, str]], parts: str = "description", carriers: str = "patents"
) -> None:
    """Enter a planter that writes a word of a pair wrongly once, in one of ``parts`` (names of Draft's fields)."""

    @plants(check, variant, carriers)
    def write(draft: Draft, rng: Random) -> Draft | None:
        part: list[str] = getattr(draft, rng.choice(parts.split()))
        places = [
            (index, match.start(), right, wrong)
            for index, line in enumerate(part)
            for right, wrong in pairs
            for match in re.finditer(re.escape(right), line)
            if len(line) > 15
        ]
        if not places:
            return None
        index, start, right, wrong = rng.choice(places)
        part[index] = part[index][:start] + marked(wrong) + part[index][start + len(right) :]
        return draft
