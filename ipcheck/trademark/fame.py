"""Marks of others that one may be copying: the user's list of famous marks, and strong marks of the register itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from ipcheck.trademark.holdings import registered_on
from ipcheck.trademark.links import Kin
from ipcheck.trademark.lists import WordList, fold
from ipcheck.trademark.mark import Mark
from ipcheck.trademark.portfolio import MarkRegister

# Longer marks are sentences; characters put in between beyond two no longer let the name be seen.
_LONGEST, _INSERTED = 6, 2


@dataclass(frozen=True)
class Copy:
    """A mark that answers a known one of another owner: how (相同, 包含, 打散), and who owns it ("" by the list)."""

    mark: Mark
    known: str
    how: str
    owner: str

    @property
    def whose(self) -> str:
        """The owner, for counting different ones; a mark of the list whose owner it does not tell stands for him."""
        return self.owner or self.known


class Fame:
    """Known marks, folded, with their owners; searched for equal, contained and scrambled."""

    def __init__(self, owners: dict[str, str], listed: WordList | None) -> None:
        self.owners = owners
        self._scrambled: dict[str, list[str]] = defaultdict(list)
        for name in owners:
            if 2 <= len(name) <= _LONGEST and not name.isascii():
                self._scrambled["".join(sorted(name))].append(name)
        self._hashed = listed if listed is not None and listed.hashed else None
        self._longest = max(map(len, owners), default=0)

    def search(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield (known mark, how) for a folded mark."""
        for start, end in combinations(range(len(text) + 1), 2):
            piece = text[start:end]
            least = 4 if piece.isascii() else 2
            if least <= len(piece) <= self._longest and piece in self.owners:
                yield piece, "相同" if piece == text else "包含"
        if self._hashed is not None:
            for start, end, _ in self._hashed.inside(text):
                yield text[start:end], "包含" if end - start < len(text) else "相同"
        yield from ((known, "打散") for known in self.scrambled(text))

    def scrambled(self, text: str) -> Iterator[str]:
        """Known marks that a mark holds in another order, or with one or two characters put in between.

        踏奖安 holds 安踏, 宁俊李 李宁, 娜控富安 富安娜 (guidelines, chapter 2, case 6.2-一).
        """
        if not 2 <= len(text) <= _LONGEST + _INSERTED or text.isascii():
            return
        seen = set()
        for inserted in range(min(_INSERTED, len(text) - 2) + 1):
            for kept in combinations(text, len(text) - inserted):
                for known in self._scrambled.get("".join(sorted(kept)), ()):
                    if known not in text and known not in seen:
                        seen.add(known)
                        yield known

    def copies(self, mark: Mark, kin: Kin) -> Iterator[Copy]:
        """What a mark answers; never marks of its own applicants, their houses, or those named in the applicant."""
        text = fold(mark.text)
        # A sentence of hundreds of characters is no copy of a name, and pieces of it grow with the square.
        if not 2 <= len(text) <= 40:
            return
        for known, how in self.search(text):
            owner = self.owners.get(known, "")
            if known in fold(mark.applicant) or any(owner and kin.same(name, owner) for name in mark.applicants):
                continue
            yield Copy(mark, known, how, owner)


@lru_cache(maxsize=4)
def fame(register: MarkRegister, classes: int) -> Fame:
    """The user's 驰名商标, and registered marks that one owner of the register holds in ``classes`` classes or more."""
    spread: dict[tuple[str, str], set[int]] = defaultdict(set)
    first: dict[str, str] = {}
    for mark in sorted(register.rows, key=lambda row: (row.filed or date.max, row.number)):
        text = fold(mark.text)
        if len(text) >= 2 and mark.applicants:
            first.setdefault(text, mark.applicants[0])
            if registered_on(mark):
                spread[text, mark.applicants[0]].update(mark.classes)
    listed = register.lists.of_user("驰名商标")
    owners = {text: owner for (text, owner), held in spread.items() if len(held) >= classes and first[text] == owner}
    if listed is not None and not listed.hashed:
        owners |= {entry.word: entry.facts.get("权利人", "") for entry in listed}
    return Fame(owners, listed)


__all__ = ["Copy", "Fame", "fame"]
