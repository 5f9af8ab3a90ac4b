"""The table 抽查名单: the agencies among which was drawn, one row an agency and drawing."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Candidate(StrEnum):
    """A column of the table."""

    BATCH = "批次"
    AGENCY = "机构"
    GRADE = "信用等级"
    LISTED = "名录情形"


CANDIDATES = TableKind(
    "抽查名单",
    Candidate,
    {
        Candidate.BATCH: "batch",
        Candidate.AGENCY: "机构名称 agency",
        Candidate.GRADE: "等级 grade",
        Candidate.LISTED: "异常或失信 名录 listed",
    },
    also="抽样名单 检查对象名单",
    optional=True,
)

__all__ = ["CANDIDATES", "Candidate"]
