"""Whether a firm has a licence for patent business or is on record for trademark business, by a snapshot of all."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

from ipcheck.agency.agency import Agency
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import plain_firm, same_house
from ipcheck.agency.tables import AGENCIES, Licensed
from ipcheck.readers.sheet import Row

_GONE = re.compile(r"撤销|吊销|注销|失效|期满")
_WITHDRAWN = re.compile(r"撤销|吊销")


class Register:
    """The table 机构库: the firms in it by name; a branch counts as its head office."""

    def __init__(self, agency: Agency) -> None:
        self._rows: dict[str, list[Row[Licensed]]] = defaultdict(list)
        for row in agency.rows(AGENCIES):
            self._rows[plain_firm(row.text(Licensed.NAME))].append(row)

    def of(self, name: str) -> list[Row[Licensed]]:
        """The rows of a firm, those of its head office if it is a branch."""
        plain = plain_firm(name)
        for end in range(len(plain), 0, -1):
            rows = self._rows.get(plain[:end])
            if rows and (end == len(plain) or same_house(plain[:end], plain)):
                return rows
        return []

    def licensed(self, name: str, day: date | None) -> bool:
        """Whether it had a licence on ``day``; one withdrawn later had."""
        for row in self.of(name):
            since = row.day(Licensed.SINCE)
            gone = _GONE.search(row.text(Licensed.STATUS)) is not None
            held = not gone or (since is not None and day is not None and day <= since)
            if held and not is_lacking(row.text(Licensed.LICENCE)):
                return True
        return False

    def recorded(self, name: str, day: date | None) -> bool:
        """Whether it was on record for trademark business on ``day``."""
        for row in self.of(name):
            since, until = row.day(Licensed.RECORD_FROM), row.day(Licensed.RECORD_TO)
            within = day is None or ((since is None or since <= day) and (until is None or day <= until))
            if within and not is_lacking(row.text(Licensed.RECORD)):
                return True
        return False

    def withdrawn(self, name: str) -> tuple[date, str] | None:
        """When its licence was withdrawn and how it is called; None if it was not."""
        for row in self.of(name):
            since = row.day(Licensed.SINCE)
            if since is not None and _WITHDRAWN.search(row.text(Licensed.STATUS)):
                return since, row.text(Licensed.STATUS)
        return None


__all__ = ["Register"]
