"""The names and numbers of the made-up agency. Everything is invented."""

from __future__ import annotations

from datetime import date

AS_OF = date(2026, 11, 29)
NAME = "岚山专利代理事务所"
FULL = f"{NAME}（普通合伙）"
_SURNAMES = "周吴郑王冯陈褚卫蒋沈韩杨"
PEOPLE = [f"{surname}岚舟" for surname in _SURNAMES]
CLIENTS = ["青禾食品有限公司", "砚湖机械有限公司", "磁湖化工有限公司"]

Edit = tuple[str, str, str]


def identity_number(index: int) -> str:
    """An identity number with a right check digit that belongs to nobody: its place is none."""
    digits = f"999999198{index % 10}0{index % 9 + 1}1{index % 10}{index:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    return digits + "10X98765432"[total % 11]


def certificate(index: int) -> str:
    """The certificate of a person."""
    return f"42{index:05}"
