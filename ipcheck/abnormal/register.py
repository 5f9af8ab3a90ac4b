"""A filing register: one row an application, drawn from a table."""

from __future__ import annotations

from ipcheck.readers.table import Table


class Register:
    """The rows of a table of applications, with the place of every cell."""

    def __init__(self, table: Table) -> None:
        self.table = table


__all__ = ["Register"]
