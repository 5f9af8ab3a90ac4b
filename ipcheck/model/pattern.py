"""Patterns compiled on first use.

Nearly two hundred checks bring several hundred patterns; compiling them all takes longer than checking a draft, and
a run needs only those of the kind and the parts at hand.
"""

from __future__ import annotations

import re
from typing import Any, cast

from ipcheck.model.compiled import compiled, needed_words


class LazyPattern:
    """Stands in for a compiled pattern and becomes one when it is first used."""

    # Methods of a pattern; once it is compiled they stand here themselves, so that a call costs what it always did.
    _METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")
    __slots__ = ("_compiled", "_needed", "flags", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags
        self._compiled: re.Pattern[str] | None = None
        self._needed: tuple[str, ...] | None = None

    @property
    def needed(self) -> tuple[str, ...]:
        """Words of which every match holds at least one; none where that is not known."""
        if self._needed is None:
            self._needed = needed_words(self.pattern, self.flags)
        return self._needed

    def __getattr__(self, name: str) -> Any:
        """Called for what is not yet there."""
        if self._compiled is None:
            self._compiled = compiled(self.pattern, self.flags)
            for method in self._METHODS:
                setattr(self, method, getattr(self._compiled, method))
        return getattr(self._compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern like ``re.compile(pattern, flags)`` that is compiled when it is first used.

    Its methods are to be called on itself (``X.search(text)``): functions of ``re`` do not take it. A faulty pattern
    raises ``re.error`` on first use, which every check's examples bring about.
    """
    return cast("re.Pattern[str]", LazyPattern(pattern, flags))
