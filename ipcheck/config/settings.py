"""The settings of a run: one frozen value that knows which checks run, how grave and with which options."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from ipcheck.check import Check
from ipcheck.config.accepted import Accepted
from ipcheck.model import Finding, Level
from ipcheck.readers import Limits


class ConfigError(Exception):
    """Settings that cannot be used; ``problems`` holds every one of them as a Chinese sentence."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("；".join(self.problems))


@dataclass(frozen=True)
class Settings:
    """Everything a run needs to know besides its files.

    ``everything`` runs the checks that are off by default too. ``select`` and ``ignore`` hold codes, names or the
    beginnings of codes; an empty ``select`` means the profile's checks. ``levels`` overrides levels by check name,
    ``options`` values by check name and option. ``ocr``: numerals are read in the drawings, which takes seconds.
    ``cache``: the folder that keeps what was found in files that do not change, none unless the user names one.
    ``accepted``: findings that somebody has accepted.
    """

    as_of: date = field(default_factory=date.today)
    profile: str = "default"
    everything: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    check_folders: tuple[Path, ...] = ()
    kind: str = ""
    jobs: int = 1
    fail_on: str = "error"
    ocr: bool = False
    cache: Path | None = None
    accepted: tuple[Accepted, ...] = ()
    limits: Limits = field(default_factory=Limits)
    source: str = ""

    def runs(self, check: type[Check[Any]]) -> bool:
        """Whether this check runs."""
        chosen = any(matches(wish, check) for wish in self.select) if self.select else self.everything or check.default
        return chosen and not any(matches(wish, check) for wish in self.ignore)

    def instances(self, checks: Iterable[type[Check[Any]]]) -> list[Check[Any]]:
        """The checks that run, made with their options and levels."""
        made = []
        for check in checks:
            if self.runs(check):
                options = replace(check.Options(), **self.options.get(check.check_name(), {}))
                level = self.levels.get(check.check_name())
                made.append(_levelled(check, level)(options, as_of=self.as_of))
        return made


def _levelled(check: type[Check[Any]], level: Level | None) -> type[Check[Any]]:
    """The check with every finding at ``level``, if one is wished for."""
    if level is None:
        return check
    wished = level

    def at(self: Check[Any], *args: Any, **values: Any) -> Finding:
        return replace(check.at(self, *args, **values), level=wished)

    name = check.check_name()
    return type(check.__name__, (check,), {"at": at, "check_name": classmethod(lambda cls: name)})


def matches(wish: str, check: type[Check[Any]]) -> bool:
    """Whether ``wish`` (a code, its beginning, a name or a room) means this check. Codes in small letters do too."""
    if re.fullmatch(r"[a-z]{3}\d{0,3}", wish):
        wish = wish.upper()
    return wish in (check.code, check.check_name(), check.room) or (
        wish.isupper() and wish.isalnum() and check.code.startswith(wish)
    )


def option_names(check: type[Check[Any]]) -> dict[str, Any]:
    """A check's options by name in kebab case, with their defaults."""
    defaults = check.Options()
    return {item.name.replace("_", "-"): getattr(defaults, item.name) for item in fields(defaults)}
