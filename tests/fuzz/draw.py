"""Draws values out of the bytes a fuzzer gives: every string of bytes means something, and a small change little."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from tests.fuzz.vocabulary import text_of

T = TypeVar("T")


class Draw:
    """Takes bytes from the front; when none are left everything drawn is the first, the least, the empty."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> bool:
        """Whether there is anything left."""
        return self._at < len(self._data)

    def byte(self) -> int:
        if not self.left:
            return 0
        self._at += 1
        return self._data[self._at - 1]

    def below(self, end: int) -> int:
        """A number from 0 up to ``end``, which is not one of them; ``end`` at most 65536."""
        value = self.byte()
        return (value if end <= 256 else value << 8 | self.byte()) % end

    def one(self, choices: Sequence[T]) -> T:
        return choices[self.below(len(choices))]

    def piece(self, most: int = 64) -> bytes:
        size = min(self.below(most + 1), len(self._data) - self._at)
        self._at += size
        return self._data[self._at - size : self._at]

    def rest(self) -> bytes:
        found, self._at = self._data[self._at :], len(self._data)
        return found

    def text(self, most: int = 24) -> str:
        """Words of the vocabulary."""
        return text_of(self.piece(most))

    def several(self, make: Callable[[], T], most: int = 5) -> list[T]:
        return [make() for _ in range(self.below(most + 1))]


__all__ = ["Draw"]
