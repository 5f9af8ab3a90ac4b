"""A batch: applications looked at together."""

from __future__ import annotations

from collections.abc import Iterable

from ipcheck.model import Span
from ipcheck.patent import Filing


class Batch:
    """The applications of one run, in the order of their paths."""

    def __init__(self, filings: Iterable[Filing]) -> None:
        self.filings = tuple(filings)
        self._by_document = {id(document): filing for filing in self.filings for document in filing.documents}

    def filing_of(self, span: Span) -> Filing | None:
        """The application in whose documents ``span`` lies."""
        return self._by_document.get(id(span.document))


__all__ = ["Batch"]
