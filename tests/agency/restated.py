"""The conditions of a licence, of a branch and of practice, stated again from the articles alone.

Written before reading any check of the room, from the texts of 专利代理条例 (2018) 8, 9, 11, 24 and
专利代理管理办法 (2019) 10, 11, 20, 26 and from the catalogue's rows 2-7, 14-18, 21 and its traps 14 and 16.
It knows nothing of ipcheck: plain facts in, the numbers of the broken sub-paragraphs out. The property tests
compare it with what the checks say.

Where the articles leave a day open, the choice is stated beside it, so that a disagreement names its cause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WARNED = frozenset({"警告", "罚款", "停止承接新的专利代理业务", "吊销"})


@dataclass(frozen=True, slots=True)
class Holder:
    """A partner or shareholder, or the legal representative (who need be no shareholder)."""

    person: int
    joined: date | None
    left: date | None
    certified: bool
    practising: date | None


@dataclass(frozen=True, slots=True)
class Attorney:
    """A person employed; ``branch`` is the number of the branch where he or she practises, None at the seat."""

    certified: bool
    practising: date | None
    left: date | None
    branch: int | None


@dataclass(frozen=True, slots=True)
class Office:
    """A branch; ``head`` is the number of the person who leads it."""

    number: int
    founded: date
    closed: date | None
    head: int
    head_certified: bool


@dataclass(frozen=True, slots=True)
class Sanction:
    """A decision against the agency (or, ``personal``, one of its people), in the field of patents or another."""

    decided: date
    kind: str
    patent: bool
    personal: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A stay on the list of abnormal operations or of grave dishonesty."""

    entered: date
    removed: date | None


@dataclass(frozen=True, slots=True)
class Beginner:
    """What article 26 of the 办法 asks of one who starts to practise."""

    practising: date
    certified: bool
    trained_from: date | None
    trained_to: date | None
    lawyer_before: bool
    examined_years: int
    owner: bool
    contract: bool
    full_time: bool


def years_after(day: date, years: int) -> date:
    """The same day ``years`` calendar years on; the month's last day where there is none (29 February)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def belongs(holder: Holder, day: date) -> bool:
    """A partner from the day of joining; the day on which the exit takes effect is no longer one."""
    return (holder.joined is None or holder.joined <= day) and (holder.left is None or day < holder.left)


def qualified(holder: Holder, day: date) -> bool:
    """Certificate, and two calendar years of practice complete on the day (办法 10(五), 11(五); trap 16)."""
    return holder.certified and holder.practising is not None and years_after(holder.practising, 2) <= day


def owners_on(holders: Sequence[Holder], day: date) -> dict[int, bool]:
    """The owners of the day, each person once: number of the person → qualified."""
    return {holder.person: qualified(holder, day) for holder in holders if belongs(holder, day)}


def partnership(holders: Sequence[Holder], day: date) -> set[str]:
    """What a partnership lacks on the day: 办法 10(四), 10(五)."""
    owners = owners_on(holders, day)
    broken = set()
    if len(owners) < 2:
        broken.add("10(四)")
    if not all(owners.values()):
        broken.add("10(五)")
    return broken


def company(holders: Sequence[Holder], representative: Holder, day: date) -> set[str]:
    """What a limited company lacks on the day: 办法 11(四), 11(五) by shareholders and by representative."""
    owners = owners_on(holders, day)
    broken = set()
    if len(owners) < 5:
        broken.add("11(四)")
    if 5 * sum(owners.values()) < 4 * len(owners):
        broken.add("11(五)股东")
    if not qualified(representative, day):
        broken.add("11(五)法定代表人")
    return broken


def practises(attorney: Attorney, day: date) -> bool:
    """Holds the certificate, has begun to practise, and has not left before the day (the last day still counts)."""
    return (
        attorney.certified
        and attorney.practising is not None
        and attorney.practising <= day
        and (attorney.left is None or day <= attorney.left)
    )


def office_open(office: Office, day: date) -> bool:
    """From the day it was set up; the day of the closing is no longer one."""
    return office.founded <= day and (office.closed is None or day < office.closed)


def branch(
    office: Office,
    others: Sequence[Office],
    business_since: date,
    attorneys: Sequence[Attorney],
    sanctions: Sequence[Sanction],
    entries: Sequence[Entry],
) -> set[str]:
    """What was lacking on the day the branch was set up: 办法 20(一) to (五), counted on that day, not today."""
    day = office.founded
    there = [attorney for attorney in attorneys if practises(attorney, day)]
    broken = set()
    if day < years_after(business_since, 2):
        broken.add("20(一)")
    if len(there) < 10:
        broken.add("20(二)十名")
    if not any(attorney.branch == office.number for attorney in there):
        broken.add("20(二)一名")
    if not office.head_certified:
        broken.add("20(二)负责人")
    if any(other.head == office.head and together(office, other) for other in others):
        broken.add("20(三)")
    if any(
        sanction.patent and not sanction.personal and sanction.kind in WARNED
        and sanction.decided < day <= years_after(sanction.decided, 3)
        for sanction in sanctions
    ):  # fmt: skip
        broken.add("20(四)")
    if any(entry.entered <= day and (entry.removed is None or day < entry.removed) for entry in entries):
        broken.add("20(五)")
    return broken


def together(one: Office, other: Office) -> bool:
    """Whether both are open on some day."""
    later = max(one.founded, other.founded)
    return office_open(one, later) and office_open(other, later)


def beginner(person: Beginner) -> set[str]:
    """What is missing on the day practice begins: 办法 26(二) to (五); 26(一) cannot be seen from tables."""
    broken = set()
    if not person.certified:
        broken.add("26(二)")
    if not (person.lawyer_before or person.examined_years >= 3 or trained(person)):
        broken.add("26(三)")
    if not (person.owner or person.contract):
        broken.add("26(四)")
    if not person.full_time:
        broken.add("26(五)")
    return broken


def trained(person: Beginner) -> bool:
    """A full year of training, over before practice begins.

    From 2023-07-01 to 2024-06-30 is a full year: both days are days of training.
    """
    if person.trained_from is None or person.trained_to is None:
        return False
    full = years_after(person.trained_from, 1)
    return person.trained_to + timedelta(days=1) >= full and person.practising >= full


__all__ = [
    "Attorney",
    "Beginner",
    "Entry",
    "Holder",
    "Office",
    "Sanction",
    "beginner",
    "belongs",
    "branch",
    "company",
    "owners_on",
    "partnership",
    "practises",
    "qualified",
    "years_after",
]
