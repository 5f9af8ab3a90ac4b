"""Profiles: named choices of checks, levels and options; ours ship as files, users' stand in ipcheck.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ipcheck.places import profile_tables

KEYS = frozenset({"title", "extends", "select", "ignore", "levels", "options", "everything", "kind"})
DEFAULT = "default"


@dataclass(frozen=True)
class Profile:
    """One profile's own table; ``extends`` names the one it adds to ("" for none)."""

    name: str
    table: Mapping[str, Any]

    @property
    def title(self) -> str:
        """What it is for, in a few words."""
        return str(self.table.get("title", ""))

    @property
    def extends(self) -> str:
        """The profile whose choices come before its own."""
        return str(self.table.get("extends", "" if self.name == DEFAULT else DEFAULT))


def shipped_profiles() -> dict[str, Profile]:
    """The profiles that come with ipcheck, by name."""
    return {name: Profile(name, table) for name, table in profile_tables().items()}
