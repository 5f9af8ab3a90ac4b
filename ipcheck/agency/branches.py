"""Branches as the conditions look at them: on the day they were founded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ipcheck.agency.agency import Agency
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.qualified import IN_FORCE
from ipcheck.agency.tables import BRANCHES, Branch, Person
from ipcheck.readers.sheet import Row


def open_branches(agency: Agency, since: date = IN_FORCE) -> Iterator[tuple[Row[Branch], date]]:
    """The branches not closed yet with the days of their founding, if that was not before ``since`` (办法 held)."""
    for row in agency.rows(BRANCHES):
        founded, closed = row.day(Branch.FOUNDED), row.day(Branch.CLOSED)
        if founded is not None and founded >= since and (closed is None or closed > agency.as_of):
            yield row, founded


def is_of_branch(person: Row[Person], branch: str) -> bool:
    """Whether a person works at the branch; its name may stand in full or without the agency's."""
    one, other = plain_firm(person.text(Person.BRANCH)), plain_firm(branch)
    return bool(one and other) and (one.endswith(other) or other.endswith(one))


__all__ = ["is_of_branch", "open_branches"]
