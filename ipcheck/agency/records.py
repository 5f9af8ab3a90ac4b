"""What stands on record against the agency: penalties and entries in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ipcheck.agency.agency import Agency
from ipcheck.agency.firms import own_names, plain_firm
from ipcheck.agency.tables import LISTINGS, PENALTIES, Listing, Penalty
from ipcheck.readers.sheet import Row

_SELF = {"本机构", "机构", "本所", "本公司", ""}
# 行政处罚法 9 names none of them: an order to mend things goes with a penalty (条例 25) but is none by itself.
_ONE = r"(?:(?:责令)?(?:限期|立即)?(?:改正|整改)|(?:警示|提醒|诫勉)?(?:谈话|约谈))"
_MEASURE = re.compile(rf"{_ONE}(?:[、，,；;并和及]+{_ONE})*")


# 守信红名单 is a list too.
_BAD = re.compile(r"异常|失信|黑名单|违法")


def is_own(agency: Agency, name: str) -> bool:
    """Whether an entry about ``name`` is about the agency; one that names nobody is."""
    return plain_firm(name) in own_names(agency) | _SELF


def penalties_of_agency(agency: Agency) -> Iterator[tuple[Row[Penalty], date]]:
    """The penalties of the agency itself for patent matters, with the days on which they were decided."""
    return _penalties(agency, "专利", "商标")


def trademark_penalties(agency: Agency) -> Iterator[tuple[Row[Penalty], date]]:
    """The penalties of the agency itself for trademark matters, with the days on which they were decided."""
    return _penalties(agency, "商标", "专利")


def _penalties(agency: Agency, field: str, other: str) -> Iterator[tuple[Row[Penalty], date]]:
    """The penalties of the agency in a field; one that does not say its field counts in each.

    Rows that name only a measure (责令限期改正, 警示谈话) are none.
    """
    names = own_names(agency) | _SELF
    for row in agency.rows(PENALTIES):
        decided, told = row.day(Penalty.DECIDED), row.text(Penalty.FIELD)
        elsewhere = other in told and field not in told
        measure = _MEASURE.fullmatch(row.text(Penalty.KIND)) is not None
        if decided is not None and plain_firm(row.text(Penalty.SUBJECT)) in names and not elsewhere and not measure:
            yield row, decided


def entries(agency: Agency) -> Iterator[tuple[Row[Listing], date]]:
    """The agency's own entries in lists of what went wrong, with the days on which they were made."""
    names = own_names(agency) | _SELF
    for row in agency.rows(LISTINGS):
        entered = row.day(Listing.ENTERED)
        bad = _BAD.search(row.text(Listing.LIST)) is not None
        if bad and entered is not None and plain_firm(row.text(Listing.SUBJECT)) in names:
            yield row, entered


def listed_on(agency: Agency, day: date) -> Iterator[Row[Listing]]:
    """The entries that stood on ``day``."""
    for row, entered in entries(agency):
        removed = row.day(Listing.REMOVED)
        if entered <= day and (removed is None or removed > day):
            yield row


__all__ = ["entries", "is_own", "listed_on", "penalties_of_agency", "trademark_penalties"]
