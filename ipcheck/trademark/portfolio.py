"""A portfolio: the applications of one run together, with earlier marks and a filing register where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from ipcheck.readers.sheet import Sheet
from ipcheck.trademark.columns import Column
from ipcheck.trademark.earlier import EarlierMarks
from ipcheck.trademark.figures import Figures
from ipcheck.trademark.lists import Lists
from ipcheck.trademark.mark import Mark


class Portfolio:
    """The marks to be filed; ``earlier`` and ``register`` are None where none was given: not looked at, never clean.

    ``figures`` are the pictures of the earlier marks.
    """

    def __init__(
        self,
        marks: Iterable[Mark],
        *,
        earlier: EarlierMarks | None = None,
        figures: Figures | None = None,
        register: MarkRegister | None = None,
        lists: Lists | None = None,
        as_of: date | None = None,
    ) -> None:
        self.marks = tuple(marks)
        self.earlier = earlier
        self.figures = figures
        self.register = register
        self.lists = lists or Lists()
        self.as_of = as_of or date.today()

    @cached_property
    def by_applicant(self) -> dict[str, list[Mark]]:
        """The marks of every applicant, in the order of the table."""
        return _by_applicant(self.marks)


class MarkRegister:
    """The rows of a filing register, in the order of the table.

    A batch of applications is looked at in the same way, as the tables ``sheet`` and ``more``; what they do not say
    was filed is taken to be filed on the day that it is ``due``.
    """

    def __init__(
        self, sheet: Sheet[Column], lists: Lists, *, more: Sequence[Sheet[Column]] = (), due: date | None = None
    ) -> None:
        self.sheet = sheet
        self.lists = lists
        self.due = due
        self._sheets = (sheet, *more)
        rows: list[Mark] = []
        before = 0
        for table in self._sheets:
            rows += [Mark(row, lists, before=before, due=due) for row in table.rows]
            before = rows[-1].number if rows else 0
        self.rows = tuple(rows)

    def has(self, *columns: Column) -> bool:
        """Whether a table of it has each of these columns."""
        return all(
            (column is Column.FILED and self.due is not None) or any(sheet.has(column) for sheet in self._sheets)
            for column in columns
        )

    @cached_property
    def by_applicant(self) -> dict[str, list[Mark]]:
        """The rows of every applicant by filing date, those without one last."""
        found = _by_applicant(self.rows)
        return {
            name: sorted(marks, key=lambda mark: (mark.filed or date.max, mark.number)) for name, marks in found.items()
        }


def _by_applicant(marks: Iterable[Mark]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        for name in mark.applicants:
            found.setdefault(name, []).append(mark)
    return found


__all__ = ["MarkRegister", "Portfolio"]
