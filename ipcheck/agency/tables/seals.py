"""The table 签章: digests of the pictures of signatures and seals in filed papers, one row a picture."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Seal(StrEnum):
    """A column of the table."""

    CASE = "案号"
    CLIENT = "委托人"
    SIGNER = "签章人"
    DIGEST = "图样摘要"


SEALS = TableKind(
    "签章",
    Seal,
    {
        Seal.CASE: "case",
        Seal.CLIENT: "客户 client",
        Seal.SIGNER: "签署人 signer",
        Seal.DIGEST: "图像哈希 SHA-256 图样哈希 digest",
    },
    also="签名 签章图样",
    optional=True,
)

__all__ = ["SEALS", "Seal"]
