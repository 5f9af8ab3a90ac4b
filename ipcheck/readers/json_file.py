"""Reads the JSON that an index on disk keeps beside its arrays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def read_json(path: Path) -> Any:
    """What a JSON file says. Raises OSError, and ValueError (of a Chinese sentence where we know more than json)."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except RecursionError as error:
        raise ValueError(f"{path.name} 嵌套过深") from error


def read_object(path: Path) -> dict[str, Any]:
    """What a JSON file says that is to hold an object. Raises OSError, ValueError."""
    raw = read_json(path)
    if not isinstance(raw, dict):
        raise ValueError(f"{path.name} 的内容不对")
    return raw


__all__ = ["read_json", "read_object"]
