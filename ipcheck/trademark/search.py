"""Searching earlier marks: candidates by characters and by keys, then the rules; in memory or from a folder on disk.

Characters: the marks that hold each character of the query or one that looks or sounds like it, weighed by how much
(postings in one array, so that a million marks take milliseconds). Keys: what else may make marks alike leaves equal
strings behind (the looks and the sound of Latin words, words less one letter, pinyin, numbers, glosses, components).
No top-k before scoring: candidates are cut by the share of the query that they answer, which bounds the rules' score.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.trademark.cards import Cards, cards_of
from ipcheck.trademark.earlier import EarlierMark, Hit
from ipcheck.trademark.hanzi import hanzi, is_han, nearest
from ipcheck.trademark.latin import bare, heard, seen
from ipcheck.trademark.likeness import likeness
from ipcheck.trademark.meanings import gloss_words, glosses_of, synonyms
from ipcheck.trademark.sounds import alike_in_sound

VERSION = 1
_MANIFEST = "marks.json"
_ARRAYS = ("offsets", "postings", "lengths", "classes", "keys", "rows", "records")
# A character of a candidate answers one of the query if it is this near to it.
_NEAR = 0.4
# Candidates answer this share of the query or of themselves; 0.5 would bring every mark that shares a word of two.
_SHARE = 0.6
_MOST = 400
_CLASSES = 45
_EVERY = range(_CLASSES + 1)


def is_mark_index(folder: Path) -> bool:
    """Whether a folder holds an index of marks."""
    return (folder / _MANIFEST).is_file()


class MarksIndexError(Exception):
    """An index of marks cannot be used; the message (Chinese) says why and what to do."""


class MarkIndex:
    """Earlier marks that can be searched."""

    def __init__(
        self, arrays: dict[str, NDArray[Any]], blob: bytes | NDArray[np.uint8], marks: Sequence[EarlierMark]
    ) -> None:
        self._arrays = arrays
        self._blob = blob
        self._marks = marks
        self._scratch = np.zeros(len(arrays["lengths"]), np.float32)
        self._total = np.zeros(len(arrays["lengths"]), np.float32)

    def __len__(self) -> int:
        return len(self._arrays["lengths"])

    @classmethod
    def of(cls, marks: Iterable[EarlierMark]) -> MarkIndex:
        """An index in memory."""
        kept = [mark for mark in marks if cards_of(mark.text).unit]
        return cls(_arrays_of(kept), b"", kept)

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``, whole or not at all: beside it first, then renamed."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".ipcheck-", dir=folder.parent))
        try:
            blob, ends = bytearray(), [0]
            for mark in self._all():
                blob += json.dumps(_record(mark), ensure_ascii=False, separators=(",", ":")).encode()
                ends.append(len(blob))
            arrays = {**self._arrays, "records": np.array(ends, np.uint64)}
            for name in _ARRAYS:
                np.save(beside / f"{name}.npy", arrays[name])
            (beside / "blob.bin").write_bytes(blob)
            manifest = {"version": VERSION, "kind": "marks", "marks": len(self), "sha256": _digest(beside)}
            (beside / _MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
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
            manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
            if manifest.get("version") != VERSION:
                raise MarksIndexError(f"{folder} 是别的版本的商标索引，请重新建立（ipcheck index build --marks）")
            arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _ARRAYS}
            blob: Any = np.memmap(folder / "blob.bin", np.uint8, "r") if manifest["marks"] else b""
        except FileNotFoundError as error:
            raise MarksIndexError(f"{folder} 不是完整的商标索引；请用 ipcheck index build --marks 建立") from error
        except (OSError, ValueError, KeyError) as error:
            raise MarksIndexError(f"{folder} 的商标索引坏了（{error}）；请重新建立") from error
        return cls(arrays, blob, ())

    @staticmethod
    def verify(folder: Path) -> int:
        """How many marks the index in ``folder`` holds, its checksum proved. Raises MarksIndexError."""
        index = MarkIndex.open(folder)
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        if manifest["sha256"] != _digest(folder) or manifest["marks"] != len(index):
            raise MarksIndexError(f"{folder} 的商标索引与校验值不符，已损坏；请重新建立")
        return len(index)

    def mark(self, row: int) -> EarlierMark:
        """The mark of a row."""
        if self._marks:
            return self._marks[row]
        start, end = int(self._arrays["records"][row]), int(self._arrays["records"][row + 1])
        return _mark(json.loads(bytes(self._blob[start:end])))

    def _all(self) -> Iterator[EarlierMark]:
        return (self.mark(row) for row in range(len(self)))

    def search(self, text: str, classes: Collection[int] = (), *, floor: float = 0.5) -> list[Hit]:
        """Marks alike to ``text`` at ``floor`` or above, strongest first; only in ``classes`` if any are given."""
        hits = []
        for row in self.candidates(text, classes):
            mark = self.mark(row)
            told = likeness(text, mark.text)
            if told.score >= floor:
                hits.append(Hit(mark, told))
        return sorted(hits, key=lambda hit: (-hit.likeness.score, hit.mark.text, hit.mark.number))

    def candidates(self, text: str, classes: Collection[int] = ()) -> list[int]:
        """The rows that are worth comparing, in order."""
        query = cards_of(text)
        rows = set(self._by_keys(query))
        rows.update(self._by_characters(query, classes))
        found = np.array(sorted(rows), np.int64)
        if classes and len(found):
            wanted = np.uint64(sum(1 << number for number in set(classes) if 0 < number < 64))
            held = self._arrays["classes"][found]
            # A mark whose classes are not known may be in any.
            found = found[(held & wanted != 0) | (held == 0)]
        return [int(row) for row in found]

    def _by_keys(self, query: Cards) -> Iterator[int]:
        keys, rows = self._arrays["keys"], self._arrays["rows"]
        for key in {*_keys(query), *_query_keys(query)}:
            number = np.uint64(_hash(key))
            start, end = np.searchsorted(keys, number, "left"), np.searchsorted(keys, number, "right")
            yield from rows[start : min(end, start + 2000)].tolist()

    def _by_characters(self, query: Cards, classes: Collection[int]) -> list[int]:
        if not query.han:
            return []
        # Class 0 holds the marks whose classes are not known: they may be in any.
        wanted = sorted({0, *(number for number in classes if 0 < number <= _CLASSES)}) if classes else _EVERY
        total, scratch = self._total, self._scratch
        touched: list[NDArray[Any]] = []
        for character in query.han:
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
            return []
        rows = np.unique(np.concatenate(touched))
        lengths = self._arrays["lengths"][rows].astype(np.float32)
        mine_length = float(len(query.han))
        share = total[rows] / np.maximum(np.minimum(lengths, mine_length), 1)
        whole = total[rows] / np.maximum(np.maximum(lengths, mine_length), 1)
        total[rows] = 0
        # Contained wholly (two characters at the least), or alike over the whole length.
        good = ((share >= 0.9) & (np.minimum(lengths, mine_length) >= 2)) | (whole >= _SHARE)
        if mine_length == 1:
            good = whole >= 0.85
        chosen, strength = rows[good], (whole + share)[good]
        if len(chosen) > _MOST:
            chosen = chosen[np.argsort(-strength, kind="stable")[:_MOST]]
        return [int(row) for row in chosen]

    def _postings(self, code: int, classes: Sequence[int]) -> Iterator[NDArray[Any]]:
        """The rows that hold a character, class by class."""
        offsets, postings = self._arrays["offsets"], self._arrays["postings"]
        # All classes of a character lie in a row.
        starts = offsets[code * (_CLASSES + 1) : (code + 1) * (_CLASSES + 1) + 1]
        if len(classes) > _CLASSES:
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


def _keys(cards: Cards) -> Iterator[str]:
    """What an indexed mark is found by."""
    yield "u" + cards.unit
    if cards.han:
        yield "h" + cards.han
        yield "m" + "".join(sorted(cards.han))
        yield "s" + "".join(sorted(set(cards.han))) if len(cards.han) >= 2 else "h" + cards.core
        if cards.core != cards.han:
            yield "h" + cards.core
        yield from ("c" + taken for taken in _taken_apart(cards.han))
        if 2 <= len(cards.han) <= 6:
            yield from ("p" + spelt for spelt in _spelt(cards.han))
    if cards.letters:
        yield from _latin_keys(cards)
    if cards.number:
        yield "n" + cards.number
    if len(cards.digits) >= 3:
        yield "d" + cards.digits
    for part in cards.parts if len(cards.parts) > 1 else ():
        if len(part) >= (2 if is_han(part[0]) else 4):
            yield "u" + part


def _latin_keys(cards: Cards) -> Iterator[str]:
    compact = "".join(character for character in cards.unit if not is_han(character))
    yield "l" + compact
    yield "v" + seen(compact)
    yield "a" + heard(compact)
    yield "w" + " ".join(sorted(cards.latin_core))
    yield "b" + " ".join(bare(cards.latin_core))
    yield "l" + "".join(cards.latin_core)
    if not cards.han:
        yield "p" + cards.letters.lower()
        yield "g" + " ".join(cards.latin_core)
        yield "g" + " ".join(cards.latin)
    if 4 <= len(compact) <= 24:
        folded = seen(compact)
        yield from ("e" + folded[:at] + folded[at + 1 :] for at in range(len(folded)))
        yield "e" + folded
    for word in cards.latin_core if len(cards.latin_core) > 1 else ():
        if len(word) >= 4:
            yield "l" + word


def _query_keys(cards: Cards) -> Iterator[str]:
    """Further keys a query looks under: its synonyms and translations."""
    if cards.han:
        yield from ("h" + word for word in synonyms(cards.han))
        for word in (cards.han, cards.han[1:] if len(cards.han) >= 3 and cards.han[0] in "大小老新金" else ""):
            yield from ("g" + gloss for gloss in glosses_of(word)[:8])
        yield from ("c" + taken for taken in _taken_apart(cards.han))
    if cards.latin and not cards.han:
        for words in (cards.latin, cards.latin_core):
            yield from ("h" + word for word in gloss_words(" ".join(words)))


def _taken_apart(han: str) -> Iterator[str]:
    """The characters as they are, and with each one in turn written as its components."""
    yield han
    for place, character in enumerate(han[:8]):
        if parts := hanzi(character).components:
            yield han[:place] + parts + han[place + 1 :]


def _spelt(han: str) -> Iterator[str]:
    """The pinyin of the characters in a row, by their readings, at most eight ways."""
    ways = [""]
    for character in han:
        readings = hanzi(character).readings
        if not readings:
            return
        ways = [way + reading for way in ways for reading in readings][:8]
    yield from ways


def _arrays_of(marks: Sequence[EarlierMark]) -> dict[str, NDArray[Any]]:
    """The arrays of an index: postings by character and class, lengths, classes as bits, hashed keys in order."""
    places: list[int] = []
    at: list[int] = []
    lengths = np.zeros(len(marks), np.uint8)
    classes = np.zeros(len(marks), np.uint64)
    keys: list[int] = []
    rows: list[int] = []
    for row, mark in enumerate(marks):
        cards = cards_of(mark.text)
        lengths[row] = min(len(cards.han), 255)
        classes[row] = sum(1 << number for number in set(mark.classes) if 0 < number < 64)
        held = {number for number in mark.classes if 0 < number <= _CLASSES} or {0}
        for character in set(cards.han):
            for number in held:
                places.append(ord(character) * (_CLASSES + 1) + number)
                at.append(row)
        for key in set(_keys(cards)):
            keys.append(_hash(key))
            rows.append(row)
    place, posting = np.array(places, np.uint32), np.array(at, np.uint32)
    order = np.argsort(place, kind="stable")
    offsets = np.searchsorted(place[order], np.arange(65_536 * (_CLASSES + 1) + 1)).astype(np.uint32)
    hashed, row_of = np.array(keys, np.uint64), np.array(rows, np.uint32)
    by_key = np.argsort(hashed, kind="stable")
    return {
        "offsets": offsets,
        "postings": posting[order],
        "lengths": lengths,
        "classes": classes,
        "keys": hashed[by_key],
        "rows": row_of[by_key],
    }


def _digest(folder: Path) -> str:
    """The checksum over all parts of an index."""
    told = hashlib.sha256()
    for name in (*(f"{name}.npy" for name in _ARRAYS), "blob.bin"):
        with (folder / name).open("rb") as file:
            while piece := file.read(1 << 20):
                told.update(piece)
    return told.hexdigest()


def _record(mark: EarlierMark) -> list[Any]:
    days = (day.isoformat() if day else "" for day in (mark.filed, mark.registered, mark.expired))
    return [mark.text, mark.classes, mark.groups, mark.goods, mark.applicant, mark.number, mark.status, *days]


def _mark(record: list[Any]) -> EarlierMark:
    text, classes, groups, goods, applicant, number, status, *days = record
    filed, registered, expired = (date.fromisoformat(day) if day else None for day in days)
    mark = EarlierMark(text, tuple(classes), tuple(groups), tuple(goods), applicant, number, status)
    return replace(mark, filed=filed, registered=registered, expired=expired)


__all__ = ["MarkIndex", "MarksIndexError", "is_mark_index"]
