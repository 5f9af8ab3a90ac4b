"""Where ipcheck's own checks and templates lie."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import ipcheck

_PACKAGE = Path(ipcheck.__file__).parent


class InstallationError(Exception):
    """A part of ipcheck is missing from the installation."""


def shipped(name: str) -> Path:
    """The folder ``checks`` or ``templates`` that ships with ipcheck: inside the wheel, or the checkout's own.

    Raises InstallationError when neither is there.
    """
    for place in (_PACKAGE / "builtin" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise InstallationError(f"ipcheck 安装不完整：找不到自带的 {name} 目录，请重新安装")


def profile_tables() -> dict[str, dict[str, Any]]:
    """The tables of the profiles that ship with ipcheck, by name; ``default`` has nothing but a title."""
    found: dict[str, dict[str, Any]] = {"default": {"title": "日常检查：误报少的检查"}}
    for path in sorted((shipped("templates") / "profiles").glob("*.toml")):
        found[path.stem] = tomllib.loads(path.read_text(encoding="utf-8"))
    return found
