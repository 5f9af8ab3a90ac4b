"""Planters of both antecedent checks by how the thing is meant: 该, 上述, with a sign, in a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.benchmarks.planted_antecedents import absent_names
from tests.benchmarks.planted_draft import (
    Draft,
    Planter,
    add_clause,
    ancestors,
    any_claim,
    cited,
    dependents,
    mark,
    mentions,
    plants,
    recite,
)
from tests.benchmarks.planted_references import sibling_givers, sibling_terms

# {} is the name; a bracketed sign is written after it where the variant wants one.
CLAUSES = ("{}设置于外侧", "{}的数量至少为两个", "且{}可更换", "{}按照预设的次序工作", "并对{}进行检查", "由{}给出")
LISTS = ("{known}和{}的位置均可调", "{known}以及{}均可更换", "{known}与{}的连接处设有标识", "{known}、{}分别编号")
_SIGN = re.compile(r"[(（](\d{1,3})[)）]")


def _sign(draft: Draft) -> str:
    """A bracketed sign that the draft does not use yet."""
    used = [int(number) for number in _SIGN.findall("".join(draft.claims))]
    return f"（{max(used, default=0) + 1}）"


def _said(marker: str) -> Callable[[Draft, str], str]:
    return lambda draft, name: mark(marker + name)


def _signed(draft: Draft, name: str) -> str:
    return mark("所述" + name) + _sign(draft)


def _signed_this(draft: Draft, name: str) -> str:
    return mark("该" + name) + _sign(draft)


FORMS: dict[str, Callable[[Draft, str], str]] = {
    "所述": _said("所述"),
    "所述的": _said("所述的"),
    "该": _said("该"),
    "上述": _said("上述"),
    "前述": _said("前述"),
    "每个所述": _said("每个所述"),
    "所述 with a sign": _signed,
    "该 with a sign": _signed_this,
}


def _missing(form: Callable[[Draft, str], str]) -> Planter:
    def plant(draft: Draft, rng: Random) -> Draft | None:
        clause = rng.choice(CLAUSES).format(form(draft, rng.choice(absent_names(draft))))
        return draft if add_clause(draft, any_claim(draft, rng), clause, rng.choice("，；")) else None

    return plant


def _elsewhere(form: Callable[[Draft, str], str]) -> Planter:
    def plant(draft: Draft, rng: Random) -> Draft | None:
        pairs = sibling_terms(draft)
        if not pairs:
            return None
        taker, term = rng.choice(pairs)
        clause = rng.choice(CLAUSES).format(form(draft, term))
        return draft if add_clause(draft, taker, clause, rng.choice("，；")) else None

    return plant


for _name, _form in FORMS.items():
    plants("antecedent-missing", _name)(_missing(_form))
    plants("antecedent-wrong-branch", _name)(_elsewhere(_form))


def _known(draft: Draft, index: int, rng: Random) -> str:
    """A thing the claim or what it goes back to has, as it is meant there; "" if there is none."""
    own = [term for _, _, term in mentions(draft, index)]
    own += [term for other in ancestors(draft, index) for _, _, term in mentions(draft, other)]
    return f"所述{rng.choice(own)}" if own else ""


@plants("antecedent-missing", "second of a list")
def second_of_a_list(draft: Draft, rng: Random) -> Draft | None:
    """所述A和B的…, where B is nowhere."""
    index = any_claim(draft, rng)
    known = _known(draft, index, rng)
    clause = rng.choice(LISTS).format(mark(rng.choice(absent_names(draft))), known=known)
    return draft if known and add_clause(draft, index, clause, "，") else None


@plants("antecedent-wrong-branch", "second of a list")
def second_elsewhere(draft: Draft, rng: Random) -> Draft | None:
    """所述A和B的…, where another claim has B."""
    pairs = sibling_terms(draft)
    if not pairs:
        return None
    taker, term = rng.choice(pairs)
    known = _known(draft, taker, rng)
    clause = rng.choice(LISTS).format(mark(term), known=known)
    return draft if known and add_clause(draft, taker, clause, "，") else None


@plants("antecedent-missing", "several cited")
def several_cited(draft: Draft, rng: Random) -> Draft | None:
    """A claim made to cite two claims means a part that neither has."""
    places = [index for index in dependents(draft) if (number := cited(draft.claims[index])[0]) > 1 and number <= index]
    if not places:
        return None
    index = rng.choice(places)
    parent = cited(draft.claims[index])[0]
    above = cited(draft.claims[parent - 1])
    draft.claims[index] = recite(draft.claims[index], f"{above[0] if above else 1}或{parent}")
    said = mark(rng.choice(("所述", "该", "上述", "前述")) + rng.choice(absent_names(draft)))
    return draft if add_clause(draft, index, rng.choice(CLAUSES).format(said)) else None


@plants("antecedent-wrong-branch", "several cited, one without")
def one_of_several(draft: Draft, rng: Random) -> Draft | None:
    """A claim cites the giver of a part or its root; the root does not have it."""
    pairs = [(taker, term, giver) for taker, term, giver in sibling_givers(draft) if giver > 0]
    pairs = [(taker, term, giver) for taker, term, giver in pairs if cited(draft.claims[taker])[0] < giver + 1]
    if not pairs:
        return None
    taker, term, giver = rng.choice(pairs)
    first = cited(draft.claims[taker])[0]
    draft.claims[taker] = recite(draft.claims[taker], f"{first}或{giver + 1}")
    said = mark(rng.choice(("所述", "该", "上述", "前述")) + term)
    return draft if add_clause(draft, taker, rng.choice(CLAUSES).format(said)) else None
