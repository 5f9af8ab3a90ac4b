"""The tables of an agency's folder: one module a table. A new table is listed in ``TABLES`` and needs nothing else."""

from ipcheck.agency.table import AnyTable
from ipcheck.agency.tables.archives import ARCHIVES, Archive
from ipcheck.agency.tables.branches import BRANCHES, Branch
from ipcheck.agency.tables.careers import CAREERS, Career
from ipcheck.agency.tables.cases import CASES, Case
from ipcheck.agency.tables.changes import CHANGES, Change
from ipcheck.agency.tables.contracts import CONTRACTS, Contract
from ipcheck.agency.tables.declarations import DECLARATIONS, Declaration
from ipcheck.agency.tables.handovers import HANDOVERS, Handover
from ipcheck.agency.tables.listings import LISTINGS, Listing
from ipcheck.agency.tables.owners import OWNERS, Owner
from ipcheck.agency.tables.penalties import PENALTIES, Penalty
from ipcheck.agency.tables.people import PEOPLE, Person
from ipcheck.agency.tables.reports import REPORTS, Annual
from ipcheck.agency.tables.roster import ROSTER, Recorded
from ipcheck.agency.tables.submissions import SUBMISSIONS, Submission

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
)

__all__ = [
    "ARCHIVES",
    "BRANCHES",
    "CAREERS",
    "CASES",
    "CHANGES",
    "CONTRACTS",
    "DECLARATIONS",
    "HANDOVERS",
    "LISTINGS",
    "OWNERS",
    "PENALTIES",
    "PEOPLE",
    "REPORTS",
    "ROSTER",
    "SUBMISSIONS",
    "TABLES",
    "Annual",
    "Archive",
    "Branch",
    "Career",
    "Case",
    "Change",
    "Contract",
    "Declaration",
    "Handover",
    "Listing",
    "Owner",
    "Penalty",
    "Person",
    "Recorded",
    "Submission",
]
