"""Branches as the conditions look at them: on the day they were founded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ipcheck.agency.agency import Agency
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.qualified import IN_FORCE
from ipcheck.agency.tables import BRANCHES, Branch, Person
from ipcheck.readers.sheet import Row

# Of an office's name or the beginning of its address; 香港路 and 东京大道 are streets of ours.
_ABROAD = re.compile(
    r"境外|海外|国外|驻外|(?:美国|日本|德国|韩国|英国|法国|欧洲|新加坡|澳大利亚|加拿大|印度|东京|大阪|慕尼黑|纽约|硅谷|首尔|伦敦"
    r"|(?:中国)?(?:香港|澳门|台湾|台北)(?:特别行政区)?)(?!路|街|大道|大街|花园|广场|城)"
)


def open_branches(agency: Agency, since: date = IN_FORCE) -> Iterator[tuple[Row[Branch], date]]:
    """The branches not closed yet with the days of their founding, if that was not before ``since`` (办法 held)."""
    for row in agency.rows(BRANCHES):
        founded, closed = row.day(Branch.FOUNDED), row.day(Branch.CLOSED)
        stands = closed is None or closed > agency.as_of
        if founded is not None and founded >= since and stands and not is_abroad(row):
            yield row, founded


def is_abroad(row: Row[Branch]) -> bool:
    """Whether it is an office outside the mainland: 办法 20 and 22 are about branches that the provinces register."""
    return _ABROAD.search(row.text(Branch.NAME)) is not None or _ABROAD.match(row.text(Branch.ADDRESS)) is not None


def is_of_branch(person: Row[Person], branch: str) -> bool:
    """Whether a person works at the branch; its name may stand in full or without the agency's."""
    one, other = plain_firm(person.text(Person.BRANCH)), plain_firm(branch)
    return bool(one and other) and (one.endswith(other) or other.endswith(one))


__all__ = ["is_abroad", "is_of_branch", "open_branches"]
