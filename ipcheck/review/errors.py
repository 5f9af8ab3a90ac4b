"""What a step of an evaluation says when it cannot go on."""

from __future__ import annotations

from collections.abc import Iterable


class ReviewError(Exception):
    """A step that cannot be done; ``problems`` are Chinese sentences for the user, every one that was found."""

    def __init__(self, problems: str | Iterable[str]) -> None:
        self.problems = (problems,) if isinstance(problems, str) else tuple(problems)
        super().__init__("；".join(self.problems))


__all__ = ["ReviewError"]
