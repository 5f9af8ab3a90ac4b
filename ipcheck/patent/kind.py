"""The three kinds of patent application."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """The kind of an application (专利法第二条)."""

    INVENTION = "invention"
    UTILITY_MODEL = "utility-model"
    DESIGN = "design"

    @property
    def chinese(self) -> str:
        """发明, 实用新型 or 外观设计."""
        return {"invention": "发明", "utility-model": "实用新型", "design": "外观设计"}[self.value]
