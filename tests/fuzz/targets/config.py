"""ipcheck.toml: settings, or every fault in words."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from ipcheck.check import Check
from ipcheck.config import Settings, Wishes, make_settings
from ipcheck.config.settings import ConfigError
from ipcheck.engine.patents import check_filing
from ipcheck.patent import Filing, Kind
from ipcheck.places import shipped
from ipcheck.plugins import load_checks
from ipcheck.readers.text import from_text
from tests.fuzz.draw import Draw
from tests.fuzz.swapped import swapped, toml_of
from tests.hostile.plain import config_files

_WHOLE = """
profile = "mine"
select = ["CLM", "dep-cites-later-or-self"]
ignore = ["CLM013"]
as-of = 2026-11-22
fail-on = "warning"
jobs = 2
[levels]
CLM020 = "advice"
[profiles.mine]
title = "我的"
extends = "strict"
kind = "invention"
everything = false
ignore = ["DSC"]
[profiles.mine.levels]
claim-commercial-or-disparaging = "error"
"""
_FOLDER = tempfile.TemporaryDirectory(prefix="ipcheck-fuzz-")


def base() -> str:
    """A whole config, with every option of every check at its default."""
    lines = [_WHOLE]
    for check in load_checks([shipped("checks")]).checks:
        made = check.Options()
        values = {name.replace("_", "-"): getattr(made, name) for name in getattr(made, "__dataclass_fields__", {})}
        plain = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
        if plain:
            lines.append(f"[options.{check.check_name()}]\n{toml_of(plain).decode()}")
    return "\n".join(lines)


_BASE = tomllib.loads(base())


def fuzz_config(data: bytes) -> None:
    """The first byte says whether the rest is the file or changes to a whole one."""
    text = toml_of(swapped(_BASE, Draw(data[1:]))) if data[:1] == b"\0" else data[1:]
    path = Path(_FOLDER.name) / "ipcheck.toml"
    path.write_bytes(text)
    for config, paths in ((path, ()), (None, (path.parent,))):
        try:
            settings = make_settings(Wishes(config=config, paths=paths, as_of="2026-11-22"))
        except ConfigError as error:
            assert error.problems and all(error.problems)
            continue
        _usable(settings)


def _usable(settings: Settings) -> None:
    """Settings that were taken make checks that run."""
    checks: list[Check[object]] = settings.instances(load_checks(settings.check_folders, "patent").checks)
    if settings.kind:
        Kind(settings.kind)
    filing = Filing(
        (from_text("权利要求书\n1. 一种杯，包括杯体（1）。\n说明书\n杯\n技术领域\n本发明涉及杯。\n", "稿.txt"),)
    )
    _, failures = check_filing(filing, checks)
    assert not failures, failures[0].message


def seeds() -> Iterator[bytes]:
    yield b"\0"
    yield bytes(range(64))
    yield b"\1" + _WHOLE.encode()
    yield b"\1" + (shipped("templates") / "ipcheck.toml").read_bytes()
    yield from (b"\1" + data for _, data in config_files() if len(data) < 2000)
