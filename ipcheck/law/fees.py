"""Fees that grow with a number (claims, pages), each with the source and date of its amounts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee in yuan: ``steps`` are (above, each), each unit beyond ``above`` costing ``each`` until the next step.

    ``source`` is where the amounts were read and ``seen`` the date of that source; ``verified`` only where it was
    the official text.
    """

    name: str
    steps: tuple[tuple[int, int], ...]
    source: str
    seen: date
    verified: bool

    @property
    def free(self) -> int:
        """How many cost nothing."""
        return self.steps[0][0]

    def amount(self, count: int) -> int:
        """What ``count`` units cost, in yuan."""
        ends = [above for above, _ in self.steps[1:]] + [count]
        return sum(max(0, min(count, end) - above) * each for (above, each), end in zip(self.steps, ends, strict=True))

    def facts(self, count: int) -> dict[str, Any]:
        """The numbers of a finding about ``count`` units."""
        return {
            "count": count,
            "over": max(0, count - self.free),
            "amount": self.amount(count),
            "amount_source": self.source,
            "amount_date": self.seen.isoformat(),
            "amount_verified": self.verified,
        }


@cache
def load_fees() -> dict[str, Fee]:
    """All fees by their keys (claims, pages)."""
    raw = tomllib.loads((resources.files("ipcheck.law") / "fees.toml").read_text(encoding="utf-8"))
    return {
        key: Fee(
            item["name"],
            tuple((step["above"], step["each"]) for step in item["steps"]),
            item["source"],
            item["seen"],
            item["verified"],
        )
        for key, item in raw.items()
    }
