"""Agencies: what they say of themselves, their tables, terms of days, and the base of the room's checks."""

from ipcheck.agency.agency import Agency, Drawn, certificate, owners_on, plain_name, practised_on
from ipcheck.agency.check import AgencyCheck, AssociationCheck
from ipcheck.agency.terms import Holidays, days_after, months_after, years_after

__all__ = [
    "Agency",
    "AgencyCheck",
    "AssociationCheck",
    "Drawn",
    "Holidays",
    "certificate",
    "days_after",
    "months_after",
    "owners_on",
    "plain_name",
    "practised_on",
    "years_after",
]
