"""The base of checks that look a mark up in word lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from ipcheck.law import Cite
from ipcheck.model import Finding, Level
from ipcheck.trademark.check import MarkCheck
from ipcheck.trademark.columns import Column
from ipcheck.trademark.lists import USER_LISTS, Entry, Lists, WordList
from ipcheck.trademark.mark import Mark
from ipcheck.trademark.matching import MarkWords, WordHit, mark_words

_LEVELS = {"error": Level.ERROR, "warning": Level.WARNING, "advice": Level.ADVICE}
_GRAVEST = (Level.ERROR, Level.WARNING, Level.ADVICE)


class ListedWordCheck(MarkCheck):
    """A check that finds the words of its lists in a mark, one finding a mark: the gravest, then the longest.

    ``contained`` is how grave it is where the mark only holds the word (None: only a mark that equals it counts).
    ``consent``: a paper of authority in the table clears it. ``own``: an applicant who bears the word clears it.
    The list may say otherwise for an entry: ``match`` (equal, start), ``level``, since and until when it counts.
    The message takes ``{told}``: 商标与“…”相同 or 商标含有“…”.
    """

    contained: ClassVar[Level | None] = Level.ERROR
    consent: ClassVar[bool] = False
    own: ClassVar[bool] = False

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        """The gravest hit, if any."""
        if mark.words is None or (self.consent and mark.row.text(Column.AUTHORITY)):
            return
        words, day = mark_words(mark.text), self.day(mark)
        found = [
            (_GRAVEST.index(level), -len(hit.words), hit.start, name, hit, level)
            for name, hit in self.hits(mark, words)
            if (level := self.weigh(mark, words, hit, day)) is not None
        ]
        if not found:
            return
        *_, name, hit, level = min(found, key=lambda item: item[:4])
        told = f"商标与“{hit.shown}”相同" if hit.whole else f"商标含有“{hit.shown}”"
        facts = {"list": name, "word": hit.words, "match": "equal" if hit.whole else "contained"}
        if hit.entry.note:
            facts["note"] = hit.entry.note
        yield self.at(mark.words, level=level, basis=self.basis_on(mark, hit, day), facts=facts, on=day, told=told)

    def hits(self, mark: Mark, words: MarkWords) -> Iterator[tuple[str, WordHit]]:
        """The hits of all lists, each with the list's name; of equal ones the first list's, written by hand, counts."""
        seen: set[tuple[int, int]] = set()
        for name in self.uses:
            listed = word_list(mark.lists, name)
            for hit in words.hits(listed) if listed is not None else ():
                if (hit.start, hit.end) not in seen:
                    seen.add((hit.start, hit.end))
                    yield name, hit

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        """How grave a hit is; None if it is none."""
        entry = hit.entry
        match = entry.facts.get("match", "")
        if self.own and hit.words in mark_words(mark.applicant).text:
            return None
        if entry.since is not None and day < entry.since:
            return None
        # Letters beside Chinese are no mark of their own where only the equal counts: 恒达 QS.
        equal = hit.words == words.text if hit.words.isascii() else hit.whole
        if (match == "equal" and not equal) or (match == "start" and not (hit.whole or hit.first)):
            return None
        level = self.level if hit.whole else self.contained
        if level is None:
            return None
        level = _LEVELS.get(entry.facts.get("level", ""), level)
        return Level.WARNING if _over(entry, day) and level is Level.ERROR else level

    def basis_on(self, mark: Mark, hit: WordHit, day: date) -> tuple[Cite, ...]:
        """The articles of a finding."""
        return self.basis


def _over(entry: Entry, day: date) -> bool:
    return entry.until is not None and day > entry.until


def word_list(lists: Lists, name: str) -> WordList | None:
    """A list by name: the user's, None where none was given, or a shipped one."""
    return lists.of_user(name) if name in USER_LISTS else lists.shipped(name)


__all__ = ["ListedWordCheck", "word_list"]
