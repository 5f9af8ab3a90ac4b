"""What a machine cannot judge: items for the human reviewer, from the ``_checklist.toml`` of check folders."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ipcheck.check.contract import CheckError
from ipcheck.toml_text import load_toml

_FILE = "_checklist.toml"
_KEYS = {"name", "why", "look_at"}


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One item: the catalogue's name, its room, why no machine judges it, and what a person looks at."""

    name: str
    room: str
    why: str
    look_at: str


def load_checklist(folders: Iterable[Path], room: str | None = None) -> list[ChecklistItem]:
    """The items of all folders in the order of their files; with ``room``, only those of that room.

    The room is the name of the folder below ``checks``. Raises CheckError for a file that is not as it should be.
    """
    items: list[ChecklistItem] = []
    for folder in folders:
        for path in sorted(folder.rglob(_FILE)):
            inside = path.relative_to(folder).parts[0]
            try:
                raw = load_toml(path.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
                raise CheckError(f"{path.as_posix()} 读不了：{error}") from error
            for entry in raw.get("item", []):
                if set(entry) != _KEYS:
                    raise CheckError(f"{path.as_posix()}：每一项应当有且只有 name、why、look_at")
                if room is None or room == inside:
                    items.append(ChecklistItem(entry["name"], inside, entry["why"].strip(), entry["look_at"].strip()))
    return items
