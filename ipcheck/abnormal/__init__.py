"""The abnormal room: clues to 非正常专利申请 (局令第77号) in drafts, in batches of them and in filing registers."""

from ipcheck.abnormal.batch import Batch
from ipcheck.abnormal.check import AbnormalCheck, BatchCheck, FilingCheck, RegisterCheck
from ipcheck.abnormal.columns import Column
from ipcheck.abnormal.register import Register, Row

__all__ = ["AbnormalCheck", "Batch", "BatchCheck", "Column", "FilingCheck", "Register", "RegisterCheck", "Row"]
