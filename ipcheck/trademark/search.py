"""Searching earlier marks: candidates by characters and by keys, then the rules; in memory or from a folder on disk.

Characters: the marks that hold each character of the query or one that looks or sounds like it, weighed by how much
(postings in one array, so that a million marks take milliseconds), then compared place by place. Keys: see keys.py.
No top-k before scoring: a candidate is left out only where the rules cannot reach 0.66 by what is known of it; below
that score a search is not complete.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.readers.json_file import read_object
from ipcheck.readers.npy import map_array
from ipcheck.trademark.cards import Cards, cards_of
from ipcheck.trademark.earlier import EarlierMark, Hit, mark_of, record_of
from ipcheck.trademark.figures import Figures
from ipcheck.trademark.hanzi import nearest
from ipcheck.trademark.keys import index_keys, query_keys
from ipcheck.trademark.likeness import likeness
from ipcheck.trademark.sounds import EVERY_DIALECT, Dialects, alike_in_sound
from ipcheck.trademark.stored import (
    ARRAYS,
    CLASSES,
    MANIFEST,
    PLACES,
    VERSION,
    MarksIndexError,
    digest,
    fit,
    spoilt,
)

# A character of a candidate answers one of the query if it is this near to it.
_NEAR = 0.5
# How much of the query and of the candidate must be answered, by what the rules ask of marks of one length; of marks
# of two characters, one or both of which differ, and of longer ones whose first or several characters differ.
_SHARE, _SHARE_OF_TWO = 0.64, 0.79
_ONE_OF_TWO, _BOTH = 0.7, 0.8
_FIRST, _SEVERAL = 0.5, 0.5
# Where the core of a mark begins and how long it is: by any classes, by its own.
_OPEN, _OWN = slice(0, 2), slice(2, 4)
# Marks under one key, and by characters, that are scored at the most: a guard, not a choice.
_MOST = 5000
_EVERY = range(CLASSES + 1)


def is_mark_index(folder: Path) -> bool:
    """Whether a folder holds an index of marks."""
    return (folder / MANIFEST).is_file()


class MarkIndex:
    """Earlier marks that can be searched."""

    def __init__(
        self,
        arrays: dict[str, NDArray[Any]],
        blob: bytes | NDArray[np.uint8],
        marks: Sequence[EarlierMark],
        figures: Figures,
    ) -> None:
        self.figures = figures
        self._arrays = arrays
        self._blob = blob
        self._marks = marks
        self._scratch = np.zeros(len(arrays["lengths"]), np.float32)
        self._total = np.zeros(len(arrays["lengths"]), np.float32)

    def __len__(self) -> int:
        return len(self._arrays["lengths"])

    @classmethod
    def of(cls, marks: Iterable[EarlierMark], figures: Figures | None = None) -> MarkIndex:
        """An index in memory, of marks that have words and of the ``figures`` of those that have pictures."""
        kept = [mark for mark in marks if cards_of(mark.text).unit]
        return cls(_arrays_of(kept), b"", kept, figures if figures is not None else Figures())

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``, whole or not at all: beside it first, then renamed."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".ipcheck-", dir=folder.parent))
        try:
            blob, ends = bytearray(), [0]
            for mark in self._all():
                blob += json.dumps(record_of(mark), ensure_ascii=False, separators=(",", ":")).encode()
                ends.append(len(blob))
            arrays = {**self._arrays, "records": np.array(ends, np.uint64)}
            for name in ARRAYS:
                np.save(beside / f"{name}.npy", arrays[name])
            (beside / "blob.bin").write_bytes(blob)
            self.figures.save(beside)
            told = {"version": VERSION, "kind": "marks", "marks": len(self), "sha256": digest(beside)}
            (beside / MANIFEST).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
            old = folder.with_name(f".{folder.name}.old")
            shutil.rmtree(old, ignore_errors=True)
            if folder.exists():
                folder.rename(old)
            beside.rename(folder)
            shutil.rmtree(old, ignore_errors=True)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise

    @classmethod
    def open(cls, folder: Path) -> MarkIndex:
        """The index in ``folder``, its arrays mapped, not read. Raises MarksIndexError."""
        try:
            told = read_object(folder / MANIFEST)
            if told.get("version") != VERSION:
                raise MarksIndexError(f"{folder} 是别的版本的商标索引，请重新建立（ipcheck index build --marks）")
            arrays = {name: map_array(folder / f"{name}.npy", *kind) for name, kind in ARRAYS.items()}
            fit(arrays, told["marks"])
            blob: Any = np.memmap(folder / "blob.bin", np.uint8, "r") if told["marks"] else b""
            figures = Figures.open(folder)
        except FileNotFoundError as error:
            raise MarksIndexError(f"{folder} 不是完整的商标索引；请用 ipcheck index build --marks 建立") from error
        except (OSError, ValueError, KeyError) as error:
            raise spoilt(f"{folder}：{error}") from error
        return cls(arrays, blob, (), figures)

    @staticmethod
    def verify(folder: Path) -> int:
        """How many marks the index in ``folder`` holds, its checksum proved. Raises MarksIndexError."""
        index = MarkIndex.open(folder)
        told = read_object(folder / MANIFEST)
        if told.get("sha256") != digest(folder) or told["marks"] != len(index):
            raise MarksIndexError(f"{folder} 的商标索引与校验值不符，已损坏；请重新建立")
        return len(index)

    def mark(self, row: int) -> EarlierMark:
        """The mark of a row. Raises MarksIndexError."""
        if self._marks:
            return self._marks[row]
        start, end = int(self._arrays["records"][row]), int(self._arrays["records"][row + 1])
        try:
            return mark_of(json.loads(bytes(self._blob[start:end])))
        except (ValueError, RecursionError) as error:
            raise spoilt(f"第{row}条记录：{error}") from error

    def _all(self) -> Iterator[EarlierMark]:
        return (self.mark(row) for row in range(len(self)))

    def search(
        self, text: str, classes: Collection[int] = (), *, floor: float = 0.5, dialects: Dialects = EVERY_DIALECT
    ) -> list[Hit]:
        """Marks alike to ``text`` at ``floor`` or above, strongest first; only in ``classes`` if any are given.

        Raises MarksIndexError where the index's files are not as they were written; what was changed so that it still
        fits is found by ``verify`` alone, which reads them all.
        """
        hits = []
        for row in self.candidates(text, classes):
            mark = self.mark(row)
            # Goods are compared in the classes that both have.
            told = likeness(text, mark.text, set(classes) & set(mark.classes) or classes, dialects)
            if told.score >= floor:
                hits.append(Hit(mark, told))
        return sorted(hits, key=lambda hit: (-hit.likeness.score, hit.mark.text, hit.mark.number))

    def candidates(self, text: str, classes: Collection[int] = ()) -> list[int]:
        """The rows that are worth comparing, in order. Raises MarksIndexError."""
        query = cards_of(text, frozenset(classes))
        try:
            found = np.union1d(self._by_keys(query, classes), self._by_characters(query, classes))
        except IndexError as error:  # rows that there are not: postings are not looked through before they are needed
            raise spoilt(error) from error
        if len(found) and int(found[-1]) >= len(self):
            raise spoilt("有不存在的行")
        return [int(row) for row in found]

    def _by_keys(self, query: Cards, classes: Collection[int]) -> NDArray[Any]:
        keys, rows = self._arrays["keys"], self._arrays["rows"]
        wanted = np.unique(np.array([_hash(key) for key in set(query_keys(query))], np.uint64))
        starts, ends = np.searchsorted(keys, wanted, "left"), np.searchsorted(keys, wanted, "right")
        found = [
            self._inside(np.asarray(rows[starts[at] : ends[at]]), classes)[:_MOST]
            for at in np.flatnonzero(ends > starts)
        ]
        return np.concatenate(found) if found else np.zeros(0, np.uint32)

    def _inside(self, rows: NDArray[Any], classes: Collection[int]) -> NDArray[Any]:
        """The rows in one of ``classes``; a mark whose classes are not known may be in any."""
        if not classes:
            return rows
        wanted = np.uint64(sum(1 << number for number in set(classes) if 0 < number < 64))
        held = self._arrays["classes"][rows]
        inside: NDArray[Any] = rows[(held & wanted != 0) | (held == 0)]
        return inside

    def _by_characters(self, query: Cards, classes: Collection[int]) -> NDArray[Any]:
        """The rows whose characters, all of them or without weak words, are near to those of the query."""
        # Class 0 holds the marks whose classes are not known: they may be in any.
        wanted = sorted({0, *(number for number in classes if 0 < number <= CLASSES)}) if classes else _EVERY
        found = [np.zeros(0, np.uint32)]
        if query.han:
            rows, totals = self._answering(query.han, wanted)
            lengths = self._arrays["lengths"][rows].astype(np.float32)
            found += [
                rows[_contained(totals, lengths, len(query.han))],
                self._even(query.han, rows, totals, lengths, np.zeros(len(rows), np.int64)),
            ]
        if len(query.core) >= 2:
            if query.core != query.han:
                rows, totals = self._answering(query.core, wanted)
            cores = self._arrays["cores"][rows][:, _OWN if classes else _OPEN]
            # Where neither is cut, the whole has been compared already.
            cut = (cores[:, 1] != self._arrays["lengths"][rows]) | (query.core != query.han)
            rows, totals, cores = rows[cut], totals[cut], cores[cut]
            found.append(self._even(query.core, rows, totals, cores[:, 1].astype(np.float32), cores[:, 0]))
        return np.concatenate([rows[:_MOST] for rows in found])

    def _answering(self, text: str, wanted: Sequence[int]) -> tuple[NDArray[Any], NDArray[np.float32]]:
        """The rows that hold characters of ``text`` or near ones, and how much of it they answer, in characters."""
        total, scratch = self._total, self._scratch
        touched: list[NDArray[Any]] = []
        for character in text:
            mine: list[NDArray[Any]] = []
            # Nearer characters come later and overwrite: a mark counts with its nearest.
            for code, near in _expansion(character):
                for rows in self._postings(code, wanted):
                    scratch[rows] = near
                    mine.append(rows)
            if mine:
                rows = np.unique(np.concatenate(mine))
                total[rows] += scratch[rows]
                scratch[rows] = 0
                touched.append(rows)
        if not touched:
            return np.zeros(0, np.uint32), np.zeros(0, np.float32)
        rows = np.unique(np.concatenate(touched))
        totals = total[rows]
        total[rows] = 0
        return rows, totals

    def _even(
        self,
        text: str,
        rows: NDArray[Any],
        totals: NDArray[np.float32],
        lengths: NDArray[np.float32],
        starts: NDArray[Any],
    ) -> NDArray[Any]:
        """The rows of as many characters as ``text`` that are near to it place by place."""
        size = len(text)
        least = {1: 0.85, 2: _SHARE_OF_TWO}.get(size, _SHARE)
        good = (lengths == size) & (totals >= least * size)
        rows, starts = rows[good], starts[good].astype(np.int64)
        if size == 1 or not len(rows):
            return rows
        places = min(size, PLACES)
        near = np.ones((len(rows), places), np.float32)
        vector = np.zeros(65_536, np.float32)
        written = self._arrays["characters"][rows]
        for place in range(places):
            codes, values = zip(*_expansion(text[place]), strict=True)
            vector[list(codes)] = values
            at = starts + place
            seen = np.where(at < PLACES, written[np.arange(len(rows)), np.minimum(at, PLACES - 1)], 0)
            near[:, place] = np.where(at < PLACES, vector[seen], 1)
            vector[list(codes)] = 0
        differ, worst = (near < 1).sum(axis=1), near.min(axis=1)
        if size == 2:
            kept = worst >= np.where(differ == 1, _ONE_OF_TWO, _BOTH)
        else:
            kept = ((differ <= 1) & ((near[:, 0] >= 1) | (worst >= _FIRST))) | (worst >= _SEVERAL)
        even: NDArray[Any] = rows[kept]
        return even

    def _postings(self, code: int, classes: Sequence[int]) -> Iterator[NDArray[Any]]:
        """The rows that hold a character, class by class."""
        offsets, postings = self._arrays["offsets"], self._arrays["postings"]
        # All classes of a character lie in a row.
        starts = offsets[code * (CLASSES + 1) : (code + 1) * (CLASSES + 1) + 1]
        if len(classes) > CLASSES:
            if starts[-1] > starts[0]:
                yield postings[starts[0] : starts[-1]]
            return
        for number in classes:
            if starts[number + 1] > starts[number]:
                yield postings[starts[number] : starts[number + 1]]


@lru_cache(maxsize=20_000)
def _expansion(character: str) -> tuple[tuple[int, float], ...]:
    """The codes of characters near to ``character`` with how near, the nearest last."""
    near = {ord(other): value for other, value in nearest(character) if value >= _NEAR}
    for other, value in alike_in_sound(character):
        near[ord(other)] = max(near.get(ord(other), 0.0), 0.95 * value)
    near[ord(character)] = 1.0
    return tuple(sorted(((code, value) for code, value in near.items() if value >= _NEAR), key=lambda item: item[1]))


def _hash(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")


def _contained(totals: NDArray[np.float32], lengths: NDArray[np.float32], size: int) -> NDArray[np.bool_]:
    """Which rows may hold all characters of a query of ``size`` characters, or be held in it.

    Two characters in many say nothing (5.1.16 of the rules); one of three does (5.1.12).
    """
    short, long = np.minimum(lengths, size), np.maximum(lengths, size)
    inside: NDArray[np.bool_] = (totals >= 0.999 * short) & (short >= 2) & ((short >= 3) | (long == 3)) & (short < long)
    return inside


def _arrays_of(marks: Sequence[EarlierMark]) -> dict[str, NDArray[Any]]:
    """The arrays of an index: postings by character and class, lengths, classes as bits, hashed keys in order."""
    places: list[int] = []
    at: list[int] = []
    characters = np.zeros((len(marks), PLACES), np.uint16)
    lengths = np.zeros(len(marks), np.uint8)
    cores = np.zeros((len(marks), 4), np.uint8)
    classes = np.zeros(len(marks), np.uint64)
    keys: list[int] = []
    rows: list[int] = []
    for row, mark in enumerate(marks):
        cards = cards_of(mark.text)
        characters[row, : min(len(cards.han), PLACES)] = [ord(character) for character in cards.han[:PLACES]]
        lengths[row] = min(len(cards.han), 255)
        own = cards_of(mark.text, frozenset(mark.classes))
        cores[row, _OPEN], cores[row, _OWN] = _core(cards), _core(own)
        classes[row] = sum(1 << number for number in set(mark.classes) if 0 < number < 64)
        held = {number for number in mark.classes if 0 < number <= CLASSES} or {0}
        for character in set(cards.han):
            for number in held:
                places.append(ord(character) * (CLASSES + 1) + number)
                at.append(row)
        same = (cards.core, cards.latin_core) == (own.core, own.latin_core)
        for key in {*index_keys(cards), *(() if same else index_keys(own))}:
            keys.append(_hash(key))
            rows.append(row)
    place, posting = np.array(places, np.uint32), np.array(at, np.uint32)
    order = np.argsort(place, kind="stable")
    offsets = np.searchsorted(place[order], np.arange(65_536 * (CLASSES + 1) + 1)).astype(np.uint32)
    hashed, row_of = np.array(keys, np.uint64), np.array(rows, np.uint32)
    by_key = np.argsort(hashed, kind="stable")
    return {
        "offsets": offsets,
        "postings": posting[order],
        "characters": characters,
        "lengths": lengths,
        "cores": cores,
        "classes": classes,
        "keys": hashed[by_key],
        "rows": row_of[by_key],
    }


def _core(cards: Cards) -> tuple[int, int]:
    return min(cards.han.find(cards.core), 255), min(len(cards.core), 255)


__all__ = ["MarkIndex", "MarksIndexError", "is_mark_index"]
