"""The abnormal room: clues to 非正常专利申请 (局令第77号) in drafts, in batches of them and in filing registers."""

from ipcheck.abnormal.batch import Batch
from ipcheck.abnormal.check import AbnormalCheck, BatchCheck, FilingCheck, RegisterCheck, StaffCheck
from ipcheck.abnormal.columns import Column
from ipcheck.abnormal.links import Group, Tie, linked
from ipcheck.abnormal.register import Register, Row
from ipcheck.abnormal.statistics import evenness, percentile, poisson_tail, strength

__all__ = [
    "AbnormalCheck",
    "Batch",
    "BatchCheck",
    "Column",
    "FilingCheck",
    "Group",
    "Register",
    "RegisterCheck",
    "Row",
    "StaffCheck",
    "Tie",
    "evenness",
    "linked",
    "percentile",
    "poisson_tail",
    "strength",
]
