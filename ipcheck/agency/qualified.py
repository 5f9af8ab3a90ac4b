"""Whether a partner, shareholder or legal representative has what 办法 10 and 11 ask for, on the day that counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency.agency import Agency, certificate, owners_on, plain_name
from ipcheck.agency.tables import OWNERS, Owner, Person
from ipcheck.agency.terms import years_after
from ipcheck.readers.sheet import Row

# 办法 10(5), 11(5): two years of practice, counted by the calendar.
PRACTISED_YEARS = 2
# The day from which 办法 (令第6号) holds; what was asked before is not in our tables.
IN_FORCE = date(2019, 5, 1)


@dataclass(frozen=True)
class Shortfall:
    """What somebody lacks; ``sure`` is False where the tables only do not say."""

    told: str
    sure: bool = True


@dataclass(frozen=True)
class Moment:
    """A day on which the conditions are looked at, and how to call it.

    ``known``: whether the owners' table tells who was an owner then. One that names nobody who left, but somebody who
    came later, may lack those of then.
    """

    day: date
    told: str
    known: bool = True

    @property
    def doubt(self) -> str:
        """What to add where the table may lack owners of that day."""
        return "" if self.known else "（那时在而后来退出的没有写进表里的，请补上）"


def moments(agency: Agency) -> Iterator[Moment]:
    """The days that count: that of the application for the licence (else its issue), if 办法 held then, and today."""
    day = agency.day("licence.applied") or agency.day("licence.issued")
    if day is not None and IN_FORCE <= day < agency.as_of:
        rows = agency.rows(OWNERS)
        later = any((joined := row.day(Owner.JOINED)) is not None and joined > day for row in rows)
        known = not later or any(row.day(Owner.LEFT) is not None for row in rows)
        what = "申请" if agency.given("licence.applied") else "取得"
        yield Moment(day, f"{what}执业许可时（{day.isoformat()}）", known)
    # Before 办法 held, and before the agency was one, there is nothing to hold against today's conditions.
    if agency.as_of >= IN_FORCE and (day is None or day <= agency.as_of):
        yield Moment(agency.as_of, f"截至{agency.as_of.isoformat()}")


def owners_at(agency: Agency, day: date) -> list[Row[Owner]]:
    """The owners on ``day``, each person once."""
    found: dict[str, Row[Owner]] = {}
    for row in owners_on(agency, day):
        found.setdefault(agency.identity(OWNERS, row) or plain_name(row.text(Owner.NAME)), row)
    return list(found.values())


def shortfall_of_owner(agency: Agency, owner: Row[Owner], day: date) -> Shortfall | None:
    """What an owner lacks on ``day``; the table 人员 fills what the owners' table leaves out. None if nothing."""
    people = agency.of_owner(owner)
    number = owner.text(Owner.CERTIFICATE) or next((row.text(Person.CERTIFICATE) for row in people), "")
    own = owner.day(Owner.PRACTISING)
    return shortfall(number, own, day) if own is not None else shortfall_of_person(people, day, number)


def shortfall_of_person(people: list[Row[Person]], day: date, number: str = "") -> Shortfall | None:
    """What a person of the table 人员 lacks on ``day``; None if nothing.

    The table says since when somebody practises here. Whoever practised elsewhere before may have his two years.
    """
    number = number or next((text for row in people if (text := row.text(Person.CERTIFICATE))), "")
    days = [(since, row.yes(Person.FIRST)) for row in people if (since := row.day(Person.PRACTISING)) is not None]
    since, first = min(days, default=(None, False))
    found = shortfall(number, since, day)
    if found is None or since is None or first or not certificate(number):
        return found
    return Shortfall(f"{found.told}（人员表的执业日；以前在别处执业的写进股东合伙人表的执业起日）", sure=False)


def shortfall(number: str, practising: date | None, day: date) -> Shortfall | None:
    """What somebody with this certificate, practising since then, lacks on ``day``; None if nothing."""
    if not number.strip():
        return Shortfall("没有填写资格证号，看不出有没有资格证", sure=False)
    if not certificate(number):
        return Shortfall("没有专利代理师资格证")
    if practising is None:
        return Shortfall("没有填写执业起日，算不出执业是否满两年", sure=False)
    full = years_after(practising, PRACTISED_YEARS)
    if full > day:
        return Shortfall(f"自{practising.isoformat()}起执业，到{full.isoformat()}才满两年")
    return None


__all__ = [
    "IN_FORCE",
    "PRACTISED_YEARS",
    "Moment",
    "Shortfall",
    "moments",
    "owners_at",
    "shortfall",
    "shortfall_of_owner",
    "shortfall_of_person",
]
