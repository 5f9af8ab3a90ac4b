"""Patterns compiled on first use, and only where they can match at all.

Two hundred checks bring several hundred patterns; compiling them all takes longer than checking a draft, and a run
needs only those of the kind and the parts at hand. Most of them look for words that a given draft does not hold:
looking for the plain words first is many times cheaper than compiling the pattern and running it.
"""

from __future__ import annotations

import re
from typing import Any, cast


class LazyPattern:
    """Stands in for a compiled pattern and becomes one when it is first used.

    ``needs`` are words of which every match holds at least one (folded text); empty where nothing is promised.
    """

    __slots__ = ("_compiled", "flags", "needs", "pattern")

    def __init__(self, pattern: str, flags: int, needs: tuple[str, ...] = ()) -> None:
        self.pattern = pattern
        self.flags = flags
        self.needs = needs
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self.flags)
        return getattr(self._compiled, name)


def lazy(pattern: str, flags: int = 0, *, needs: str = "") -> re.Pattern[str]:
    """A pattern like ``re.compile(pattern, flags)`` that is compiled when it is first used.

    Its methods are to be called on itself (``X.search(text)``): functions of ``re`` do not take it. ``needs`` are
    words, parted by spaces, of which every match holds at least one; a document without any of them is not searched
    by ``Span.find`` (a test proves the promise). A faulty pattern raises ``re.error`` on first use, which every
    check's examples bring about.
    """
    return cast("re.Pattern[str]", LazyPattern(pattern, flags, tuple(needs.split())))
