"""The tables of an agency's folder: one module a table. A new table is listed in ``TABLES`` and needs nothing else."""

from ipcheck.agency.table import AnyTable
from ipcheck.agency.tables.advertisements import ADS, Ad
from ipcheck.agency.tables.archives import ARCHIVES, Archive
from ipcheck.agency.tables.batches import BATCHES, Batch
from ipcheck.agency.tables.bibliography import FILINGS, Filed
from ipcheck.agency.tables.branches import BRANCHES, Branch
from ipcheck.agency.tables.careers import CAREERS, Career
from ipcheck.agency.tables.cases import CASES, Case
from ipcheck.agency.tables.changes import CHANGES, Change
from ipcheck.agency.tables.contracts import CONTRACTS, Contract
from ipcheck.agency.tables.declarations import DECLARATIONS, Declaration
from ipcheck.agency.tables.drawn import CANDIDATES, Candidate
from ipcheck.agency.tables.grades import GRADES, Grade
from ipcheck.agency.tables.handovers import HANDOVERS, Handover
from ipcheck.agency.tables.inspections import INSPECTIONS, Inspection
from ipcheck.agency.tables.inspectors import INSPECTORS, Inspector
from ipcheck.agency.tables.listings import LISTINGS, Listing
from ipcheck.agency.tables.mark_cases import MARK_CASES, MarkCase
from ipcheck.agency.tables.mark_record import MARK_RECORD, MarkRecord
from ipcheck.agency.tables.mark_record_changes import MARK_CHANGES, MarkChange
from ipcheck.agency.tables.mark_roster import MARK_ROSTER, MarkRecorded
from ipcheck.agency.tables.members import MEMBERS, Member
from ipcheck.agency.tables.own_marks import OWN_MARKS, OwnMark
from ipcheck.agency.tables.owners import OWNERS, Owner
from ipcheck.agency.tables.penalties import PENALTIES, Penalty
from ipcheck.agency.tables.people import PEOPLE, Person
from ipcheck.agency.tables.practitioners import PRACTITIONERS, Practitioner
from ipcheck.agency.tables.prices import PRICES, Price
from ipcheck.agency.tables.register import AGENCIES, Licensed
from ipcheck.agency.tables.reports import REPORTS, Annual
from ipcheck.agency.tables.roster import ROSTER, Recorded
from ipcheck.agency.tables.screenings import SCREENINGS, Screening
from ipcheck.agency.tables.seals import SEALS, Seal
from ipcheck.agency.tables.submissions import SUBMISSIONS, Submission
from ipcheck.agency.tables.transfers import TRANSFERS, Transfer

TABLES: tuple[AnyTable, ...] = (
    PEOPLE,
    OWNERS,
    BRANCHES,
    CASES,
    CONTRACTS,
    SUBMISSIONS,
    PENALTIES,
    CHANGES,
    LISTINGS,
    REPORTS,
    ARCHIVES,
    DECLARATIONS,
    CAREERS,
    ROSTER,
    HANDOVERS,
    MARK_RECORD,
    MARK_CHANGES,
    PRACTITIONERS,
    MARK_ROSTER,
    MARK_CASES,
    SCREENINGS,
    ADS,
    PRICES,
    SEALS,
    OWN_MARKS,
    AGENCIES,
    FILINGS,
    TRANSFERS,
    BATCHES,
    CANDIDATES,
    INSPECTIONS,
    INSPECTORS,
    MEMBERS,
    GRADES,
)

__all__ = [
    "ADS",
    "AGENCIES",
    "ARCHIVES",
    "BATCHES",
    "BRANCHES",
    "CANDIDATES",
    "CAREERS",
    "CASES",
    "CHANGES",
    "CONTRACTS",
    "DECLARATIONS",
    "FILINGS",
    "GRADES",
    "HANDOVERS",
    "INSPECTIONS",
    "INSPECTORS",
    "LISTINGS",
    "MARK_CASES",
    "MARK_CHANGES",
    "MARK_RECORD",
    "MARK_ROSTER",
    "MEMBERS",
    "OWNERS",
    "OWN_MARKS",
    "PENALTIES",
    "PEOPLE",
    "PRACTITIONERS",
    "PRICES",
    "REPORTS",
    "ROSTER",
    "SCREENINGS",
    "SEALS",
    "SUBMISSIONS",
    "TABLES",
    "TRANSFERS",
    "Ad",
    "Annual",
    "Archive",
    "Batch",
    "Branch",
    "Candidate",
    "Career",
    "Case",
    "Change",
    "Contract",
    "Declaration",
    "Filed",
    "Grade",
    "Handover",
    "Inspection",
    "Inspector",
    "Licensed",
    "Listing",
    "MarkCase",
    "MarkChange",
    "MarkRecord",
    "MarkRecorded",
    "Member",
    "OwnMark",
    "Owner",
    "Penalty",
    "Person",
    "Practitioner",
    "Price",
    "Recorded",
    "Screening",
    "Seal",
    "Submission",
    "Transfer",
]
