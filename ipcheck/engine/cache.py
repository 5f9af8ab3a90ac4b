"""What earlier runs found in files that have not changed, kept in a folder of the user's choosing.

Entries hold words of the drafts, as every report does: there is no folder unless the user names one. Only what was
done wholly is kept; an entry that cannot be used is as good as none.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import ipcheck
from ipcheck.config import Settings
from ipcheck.model import BasisRef, Failure, Fix, InputFile, Level, Record, Words
from ipcheck.patent.case import Bundle

# Reading and checking depend on these besides our own code; any of them may be absent.
_DISTRIBUTIONS = ("lxml", "pypdfium2", "Pillow", "rapidocr", "onnxruntime", "msdoc2docx", "pypinyin")
_SOURCES = frozenset({".py", ".toml", ".txt", ".csv", ".json"})
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".wmf", ".emf", ".svg"})
_KEPT_SECONDS = 60 * 24 * 3600


@dataclass
class Gathered:
    """What one bundle gave."""

    inputs: list[InputFile] = field(default_factory=list)
    findings: list[Record] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    filings: int = 0
    skipped: set[tuple[str, str]] = field(default_factory=set)

    def add(self, other: Gathered) -> None:
        """Take in what another bundle gave."""
        self.inputs += other.inputs
        self.findings += other.findings
        self.failures += other.failures
        self.filings += other.filings
        self.skipped |= other.skipped


class Cache:
    """Results by the bytes of a bundle's files, the settings, the checks and the versions of everything."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._settings = settings
        self._listed: dict[Path, bytes] = {}

    @cached_property
    def _state(self) -> bytes:
        """A digest of all that decides what is found besides the files."""
        # None of these changes what is found; what was accepted is put on top of it (settle.py).
        settings = replace(self._settings, jobs=1, fail_on="error", cache=None, accepted=())
        seed = [sys.version, ipcheck.__version__, repr(settings), *map(_version, _DISTRIBUTIONS)]
        own = Path(ipcheck.__file__).parent
        seed += _contents(own, {file.suffix for file in own.rglob("*")} - {".pyc", ".patterns"})
        for folder in self._settings.check_folders:
            seed += _contents(folder, _SOURCES)
        return hashlib.sha256("\0".join(seed).encode()).digest()

    def key(self, bundle: Bundle) -> str | None:
        """The name of the entry for ``bundle`` as its files are now, None where one cannot be read."""
        digest = hashlib.sha256(self._state + bundle.name.encode())
        try:
            for file in bundle.files:
                digest.update(file.as_posix().encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
                digest.update(self._beside(file.parent))
        except OSError:
            return None
        return digest.hexdigest()

    def _beside(self, folder: Path) -> bytes:
        """A digest of the pictures in ``folder``: drafts name some of them, and they are read when looked at."""
        if folder not in self._listed:
            self._listed[folder] = repr(_contents(folder, _PICTURES)).encode()
        return self._listed[folder]

    def get(self, key: str | None) -> Gathered | None:
        """What is kept under ``key``."""
        if key is None:
            return None
        try:
            return _read(json.loads((self._folder / f"{key}.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, key: str | None, gathered: Gathered) -> None:
        """Keep ``gathered`` if everything was done; a folder that cannot be written to keeps nothing."""
        if key is None or gathered.failures:
            return
        text = json.dumps({**asdict(gathered), "skipped": sorted(gathered.skipped)}, ensure_ascii=False)
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", dir=self._folder, prefix=".", suffix=".part", delete=False
            ) as file:
                file.write(text)
            Path(file.name).replace(self._folder / f"{key}.json")

    def prune(self) -> None:
        """Remove the entries that were made long ago."""
        with suppress(OSError):
            for entry in self._folder.glob("*.json"):
                if entry.stat().st_mtime < time.time() - _KEPT_SECONDS:
                    entry.unlink(missing_ok=True)


def _version(distribution: str) -> str:
    # Only those who keep a cache wait for this import.
    from importlib import metadata

    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


def _contents(folder: Path, suffixes: Iterable[str]) -> list[str]:
    """Path and SHA-256 of every such file below ``folder``, in order. Times say nothing: copying keeps them."""
    return sorted(
        f"{file.as_posix()} {hashlib.sha256(file.read_bytes()).hexdigest()}"
        for file in folder.rglob("*")
        if file.suffix.lower() in suffixes and file.is_file()
    )


def _read(raw: dict[str, Any]) -> Gathered:
    return Gathered(
        inputs=[InputFile(**item) for item in raw["inputs"]],
        findings=[_record(item) for item in raw["findings"]],
        filings=int(raw["filings"]),
        skipped={(str(check), str(reason)) for check, reason in raw["skipped"]},
    )


def _record(raw: dict[str, Any]) -> Record:
    made = {
        "level": Level(raw["level"]),
        "basis": tuple(BasisRef(**item) for item in raw["basis"]),
        "words": Words(**raw["words"]),
        "related": tuple(Words(**item) for item in raw["related"]),
        "fix": Fix(**raw["fix"]) if raw["fix"] else None,
        "accepted": None,
    }
    return Record(**{**raw, **made})
