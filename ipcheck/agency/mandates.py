"""Which mandates have a written contract: their own, or a general one with the client."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from ipcheck.agency.agency import Agency
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.tables import CONTRACTS, Contract
from ipcheck.readers.sheet import Row

_GENERAL = re.compile(r"(?:见|按|依)?(?:总|框架)(?:委托|合同|协议)*(?:合同|协议)?")


class Contracts:
    """The contracts of an agency: their numbers, and the general ones by client."""

    def __init__(self, agency: Agency) -> None:
        self.numbers = {row.text(Contract.NUMBER).upper() for row in agency.rows(CONTRACTS)}
        self._general: dict[str, list[Row[Contract]]] = defaultdict(list)
        for row in agency.rows(CONTRACTS):
            if row.yes(Contract.GENERAL):
                # One contract may be with several companies of a group.
                for name in {row.text(Contract.CLIENT), *row.names(Contract.CLIENT)}:
                    self._general[plain_firm(name)].append(row)

    def lacks(self, number: str, client: str, day: date | None) -> bool:
        """Whether a mandate of ``client`` accepted on ``day`` bears no number and no general contract covers it."""
        general = self._general.get(plain_firm(client), ())
        return self._is_none(number) and not any(_covers(row, day) for row in general)

    def unknown(self, number: str) -> bool:
        """Whether a mandate bears a number that no contract has."""
        return not self._is_none(number) and number.upper() not in self.numbers

    def _is_none(self, number: str) -> bool:
        """Whether a cell bears no number of its own: empty, 无, or only that there is a general contract."""
        general = _GENERAL.fullmatch(number) is not None and number.upper() not in self.numbers
        return is_lacking(number) or general


def _covers(contract: Row[Contract], day: date | None) -> bool:
    signed, until = contract.day(Contract.SIGNED), contract.day(Contract.UNTIL)
    return day is None or ((signed is None or signed <= day) and (until is None or day <= until))


def listed(names: Iterable[str], most: int = 5) -> str:
    """The first of some names in words, and how many there are if there are more: P1、P2（共2件）."""
    shown = list(names)
    return f"{'、'.join(shown[:most])}{'等' if len(shown) > most else ''}（共{len(shown)}件）"


__all__ = ["Contracts", "listed"]
