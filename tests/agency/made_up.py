"""A made-up agency with every table: clean, and with one fault planted for each check.

``CLEAN`` is file name → text. ``PLANTED`` is, for each check, the edits that plant its fault: (file, old words, new
words); old words that are empty put the new ones at the end of the file. Everything is invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.agency import made_up_others, made_up_patent, made_up_trademark
from tests.agency.names import AS_OF, FULL, NAME, PEOPLE, Edit, certificate, identity_number

CLEAN: Mapping[str, str] = {**made_up_patent.CLEAN, **made_up_trademark.CLEAN, **made_up_others.CLEAN}
PLANTED: Mapping[str, tuple[Edit, ...]] = {
    **made_up_patent.PLANTED, **made_up_trademark.PLANTED, **made_up_others.PLANTED
}  # fmt: skip


def edited(edits: tuple[Edit, ...], files: Mapping[str, str] = CLEAN) -> dict[str, str]:
    """The files with the edits made. Raises ValueError where the old words are not there."""
    made = dict(files)
    for name, old, new in edits:
        if old and old not in made[name]:
            raise ValueError(f"{name}: {old}")
        made[name] = made[name].replace(old, new) if old else made[name] + new
    return made


def write(folder: Path, files: Mapping[str, str] = CLEAN) -> Path:
    """Write the files into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


__all__ = ["AS_OF", "CLEAN", "FULL", "NAME", "PEOPLE", "PLANTED", "certificate", "edited", "identity_number", "write"]
