"""A credit score for the agency itself to know, over a table of points that the association supplies."""

from ipcheck.agency.credit.events import read_events
from ipcheck.agency.credit.hits import Hit, hits_of
from ipcheck.agency.credit.score import Line, Score, State, scores
from ipcheck.agency.credit.table import Band, CreditError, CreditTable, Item, read_credit_table

__all__ = [
    "Band",
    "CreditError",
    "CreditTable",
    "Hit",
    "Item",
    "Line",
    "Score",
    "State",
    "hits_of",
    "read_credit_table",
    "read_events",
    "scores",
]
