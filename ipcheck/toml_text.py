"""TOML written by strangers: tomllib, and one kind of error for all that is wrong."""

from __future__ import annotations

import tomllib
from typing import Any


def load_toml(text: str) -> dict[str, Any]:
    """What the TOML ``text`` says. Raises tomllib.TOMLDecodeError, also for what is nested too deeply to be read."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise tomllib.TOMLDecodeError("括号嵌套过深") from error


__all__ = ["load_toml"]
