"""The table 抽查批次: drawings of agencies for inspection, one row a drawing."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Batch(StrEnum):
    """A column of the table."""

    BATCH = "批次"
    ROSTER = "名单摘要"
    ROSTER_DAY = "名单公布日"
    RANDOM = "随机数来源"
    RANDOM_DAY = "随机数产生日"
    SEED = "种子"
    ALGORITHM = "算法版本"
    RESULT = "结果摘要"


BATCHES = TableKind(
    "抽查批次",
    Batch,
    {
        Batch.BATCH: "抽查批次号 batch",
        Batch.ROSTER: "名单哈希 名单SHA-256 roster",
        Batch.ROSTER_DAY: "roster_day",
        Batch.RANDOM: "公开随机数 random",
        Batch.RANDOM_DAY: "random_day",
        Batch.SEED: "随机种子 seed",
        Batch.ALGORITHM: "算法 algorithm",
        Batch.RESULT: "结果哈希 result",
    },
    also="抽样批次 抽样",
    days=(Batch.ROSTER_DAY, Batch.RANDOM_DAY),
    optional=True,
)

__all__ = ["BATCHES", "Batch"]
