"""Puts the top-level ``checks`` and ``templates`` inside the package of a wheel, and only there.

An editable install finds them in the checkout. Files forced into it would make a folder ``ipcheck`` without modules
in site-packages, which Python finds before the checkout's.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedFolders(BuildHookInterface[Any]):
    """The build hook of this project."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folders unless ``version`` is "editable"."""
        if version != "editable":
            for name in ("checks", "templates"):
                build_data["force_include"][name] = f"ipcheck/builtin/{name}"
