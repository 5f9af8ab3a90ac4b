"""The agencies of a register and the people it shows around them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from ipcheck.trademark.columns import Column
from ipcheck.trademark.links import street_address
from ipcheck.trademark.mark import Mark
from ipcheck.trademark.names import is_agency
from ipcheck.trademark.portfolio import MarkRegister

# The group of agency services in class 45; outside it an agency may not file (guidelines, chapter 13).
OWN_GROUP, OWN_CLASS = "4506", 45


@dataclass
class Agency:
    """An agency: its clients' rows, its people by what they are there, and the numbers and addresses it has."""

    name: str
    clients: list[Mark] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    contacts: set[tuple[Column, str]] = field(default_factory=set)


def contacts(mark: Mark) -> set[tuple[Column, str]]:
    """The telephone, mail and street address that a row tells."""
    found = {(column, mark.row.text(column)) for column in (Column.PHONE, Column.EMAIL)}
    found.add((Column.ADDRESS, street_address(mark.row.text(Column.ADDRESS))))
    return {(column, words) for column, words in found if words}


def agency_of(mark: Mark) -> str:
    """The agency that filed a row; empty if the applicant filed alone."""
    names = mark.row.names(Column.AGENCY)
    return names[0] if names and len(names[0]) >= 4 and names[0] not in mark.applicants else ""


@lru_cache(maxsize=4)
def agencies(register: MarkRegister) -> dict[str, Agency]:
    """The agencies by name: those in the column 代理机构 with two clients or more, and applicants called agencies."""
    found: dict[str, Agency] = {}
    clients: dict[str, set[str]] = defaultdict(set)
    for mark in register.rows:
        name = agency_of(mark)
        if name:
            agency = found.setdefault(name, Agency(name))
            agency.clients.append(mark)
            clients[name].update(mark.applicants)
            for person in mark.row.names(Column.SIGNATORY):
                agency.people.setdefault(person, "从业人员")
    found = {name: agency for name, agency in found.items() if len(clients[name]) > 1 or is_agency(name)}
    for name, rows in register.by_applicant.items():
        if name in found or is_agency(name):
            agency = found.setdefault(name, Agency(name))
            for mark in rows:
                for column in (Column.LEGAL_PERSON, Column.SHAREHOLDERS):
                    agency.people |= dict.fromkeys(mark.row.names(column), column.value)
                agency.contacts |= contacts(mark)
    return found


def outside(mark: Mark) -> str:
    """What of a row lies outside agency services: groups, else classes; empty if nothing does or it cannot be told."""
    groups = [group for group in mark.groups if group != OWN_GROUP]
    if mark.groups:
        return f"类似群{'、'.join(groups[:5])}" if groups else ""
    strange = [str(number) for number in mark.classes if number != OWN_CLASS]
    return f"第{'、'.join(strange[:5])}类" if strange else ""


__all__ = ["Agency", "agencies", "agency_of", "contacts", "outside"]
