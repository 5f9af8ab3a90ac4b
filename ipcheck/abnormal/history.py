"""A history of filings on disk: what was filed before, as fingerprints that give no text away.

``VERSION.json`` names the segments that count. An add writes new files first and then puts a new VERSION.json in the
old one's place: interrupted at any moment, the old state is whole and left-over files are swept by the next add.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal.drafts import Draft
from ipcheck.abnormal.fingerprints import LITERAL, SKELETON, prints_of
from ipcheck.abnormal.join import LINKED
from ipcheck.abnormal.kinship import Identity
from ipcheck.abnormal.normal import table
from ipcheck.abnormal.segments import (
    FORMAT,
    HistoryError,
    Segment,
    locked,
    merged,
    read_manifest,
    spoilt,
    write_manifest,
    write_segment,
)
from ipcheck.abnormal.stock import FULL, boilerplate_table, level, shipped
from ipcheck.abnormal.veiled import Veiled
from ipcheck.model import Span

# More segments than this are merged: every query looks into each.
_MOST_SEGMENTS = 8
# Thresholds of ours for a hit: characters in common by estimate, or the share of the shorter text.
MANY, SHARE, FEW, SKELETON_SHARE = 300, 0.3, 60, 0.6
# Fingerprints nearer than this belong to one passage.
_NEAR = 160


@dataclass(frozen=True)
class Hit:
    """A filing of the history that a draft is like; what is in common is estimated from fingerprints.

    ``label`` is what the history calls it, ``share`` of the shorter text, ``matched`` in characters, ``bones`` the
    share of the skeleton; ``passages`` are the draft's own words. ``same`` if the texts are equal to the last letter.
    ``text`` is the filing's text where the history kept it; ``kin`` why both may rightly be alike.
    """

    label: str
    share: float
    matched: int
    bones: float
    passages: tuple[Span, ...]
    same: bool
    text: str | None = None
    kin: str = ""


@dataclass(frozen=True)
class Entry:
    """A filing to be added: its draft, what to call it (an application number; else a digest is used), who it is."""

    draft: Draft
    label: str = ""
    identity: Identity | None = None


def digest_of(draft: Draft) -> str:
    """A name for a text that does not tell it."""
    return hashlib.sha256(draft.codes.tobytes()).hexdigest()[:16]


class History:
    """An index on disk. Raises HistoryError where there is none that can be used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open()

    def _open(self) -> None:
        self.manifest = read_manifest(self.folder)
        if self.manifest["parameters"] != parameters():
            raise HistoryError("索引是用另一套参数（字表、惯用语表、连串长度）建立的；请用这个版本的 ipcheck 重新建立")
        self.segments = [Segment(self.folder, entry) for entry in self.manifest["segments"]]

    @classmethod
    def build(cls, folder: Path, *, keep_text: bool = False) -> History:
        """An empty index in a new folder. Raises HistoryError if there is one already."""
        cls.refuse_used(folder)
        folder.mkdir(parents=True, exist_ok=True)
        write_manifest(
            folder,
            {
                "format": FORMAT,
                "generation": 0,
                "parameters": parameters(),
                "keepText": keep_text,
                "salt": secrets.token_hex(16),
                "segments": [],
            },
        )
        return cls(folder)

    @staticmethod
    def refuse_used(folder: Path) -> None:
        """Raise HistoryError if no index can be built in ``folder``."""
        if folder.exists() and any(folder.iterdir()):
            raise HistoryError("目录不是空的；请另选一个目录，或者用 ipcheck index add 添加")

    @property
    def documents(self) -> int:
        """How many filings it holds."""
        return sum(segment.documents for segment in self.segments)

    def add(self, entries: Iterable[Entry]) -> int:
        """Add filings; how many they were. All of them are in it afterwards, or none."""
        own = list(entries)
        if not own:
            return 0
        with locked(self.folder):
            manifest = read_manifest(self.folder)
            self._sweep(manifest)
            generation = manifest["generation"] + 1
            prints = prints_of([entry.draft.codes for entry in own], shipped())
            kept = manifest["keepText"]
            labels = [_label(entry, kept, manifest.get("salt", "")) for entry in own]
            texts = [_kept(entry.draft) for entry in own] if kept else None
            new = write_segment(self.folder, f"seg-{generation:06}", prints, labels, texts)
            write_manifest(
                self.folder, {**manifest, "generation": generation, "segments": [*manifest["segments"], new]}
            )
            self._merge()
        self._open()
        return len(own)

    def _merge(self) -> None:
        """Put the smaller segments together when there are too many."""
        manifest = read_manifest(self.folder)
        entries = manifest["segments"]
        if len(entries) <= _MOST_SEGMENTS:
            return
        small = sorted(entries, key=lambda entry: int(entry["documents"]))[:_MOST_SEGMENTS]
        names = {entry["name"] for entry in small}
        chosen = [Segment(self.folder, entry) for entry in entries if entry["name"] in names]
        generation = manifest["generation"] + 1
        one = merged(self.folder, f"seg-{generation:06}", chosen)
        rest = [entry for entry in entries if entry["name"] not in names]
        manifest = {**manifest, "generation": generation, "segments": [*rest, one]}
        write_manifest(self.folder, manifest)
        self._sweep(manifest)

    def _sweep(self, manifest: dict[str, Any]) -> None:
        """Remove files that no segment owns: of an add that was interrupted, or merged away."""
        owned = {name for entry in manifest["segments"] for name in entry["files"]}
        for path in self.folder.glob("seg-*"):
            if path.name not in owned:
                path.unlink(missing_ok=True)

    def verify(self) -> list[str]:
        """What is wrong with it; empty if every byte is as it was written."""
        return [fault for segment in self.segments for fault in segment.faults()]

    def info(self) -> dict[str, Any]:
        """What it is: format, parameters, filings, segments, bytes."""
        files = [self.folder / name for segment in self.segments for name in segment.files]
        return {
            "format": FORMAT,
            "generation": self.manifest["generation"],
            "keepText": self.manifest["keepText"],
            "filings": self.documents,
            "segments": len(self.segments),
            "bytes": sum(path.stat().st_size for path in files if path.is_file()),
            "parameters": self.manifest["parameters"],
        }

    def query(self, draft: Draft, most: int = 20, *, identity: Identity | None = None) -> list[Hit]:
        """The filings that ``draft`` is like, the likest first; ``identity`` tells which of them are kin.

        Raises HistoryError where the index's files are not as they were written; what was changed so that it still
        fits is found by ``verify`` alone, which reads them all.
        """
        if not len(draft) or not self.documents:
            return []
        prints = prints_of([draft.codes], shipped())
        rate, length, bones = int(prints.sampling[0]), int(prints.lengths[0]), int(prints.skeleton_lengths[0])
        literal, places = np.unique(prints.literal.hashes, return_index=True)
        where = prints.literal.places[places]
        skeleton = np.unique(prints.skeleton.hashes)
        found: list[tuple[float, int, int, int, float, NDArray[np.int64]]] = []
        shared = self._shared("lit", literal, rate)
        framed = self._shared("skel", skeleton, max(2, rate // 2))
        for number, (totals, hits) in enumerate(shared):
            frames, _ = framed[number]
            for text in np.flatnonzero((totals > 0) | (frames > 0)).tolist():
                _, other, other_bones = self.segments[number].measures[text].tolist()
                matched = float(totals[text]) / FULL
                share = min(1.0, matched / max(1, min(length, other)))
                framed_share = min(1.0, float(frames[text]) / FULL / max(60, min(bones, other_bones)))
                if matched >= MANY or (share >= SHARE and matched >= FEW) or framed_share >= SKELETON_SHARE:
                    found.append((max(share, framed_share), number, text, round(matched), framed_share, hits))
        found.sort(key=lambda item: (-item[0], item[1], item[2]))
        own = Veiled.of(identity, self.manifest.get("salt", "")) if identity is not None else Veiled()
        return [self._hit(draft, item, literal, where, own) for item in found[:most]]

    def _shared(self, channel: str, own: NDArray[np.uint64], rate: int) -> list[tuple[NDArray[Any], NDArray[Any]]]:
        """For each segment the weight in common with each filing; a fingerprint of too many filings says nothing."""
        ranges = []
        counts = np.zeros(len(own), np.int64)
        for segment in self.segments:
            hashes, texts = segment.channels[channel]
            left = np.searchsorted(hashes, own, "left")
            right = np.searchsorted(hashes, own, "right")
            counts += right - left
            ranges.append((left, right, texts))
        weights = level(counts + 1, self.documents).astype(np.int64) * (counts <= LINKED)
        found = []
        for segment, (left, right, texts) in zip(self.segments, ranges, strict=True):
            totals = np.zeros(segment.documents, np.int64)
            sampling = segment.measures[:, 0] if channel == "lit" else np.maximum(2, segment.measures[:, 0] // 2)
            for index in np.flatnonzero((right > left) & (weights > 0)).tolist():
                members = np.asarray(texts[left[index] : right[index]])
                if len(members) and int(members.max()) >= segment.documents:
                    raise spoilt(f"{segment.name} 的 {channel} 指向不存在的申请")
                totals[members] += weights[index] * np.maximum(rate, sampling[members])
            found.append((totals, np.stack([left, right], axis=1)))
        return found

    def _hit(
        self,
        draft: Draft,
        item: tuple[float, int, int, int, float, NDArray[np.int64]],
        own: NDArray[np.uint64],
        where: NDArray[np.int32],
        identity: Veiled,
    ) -> Hit:
        share, number, text, matched, bones, ranges = item
        segment = self.segments[number]
        texts = segment.channels["lit"][1]
        places = sorted(
            int(where[index])
            for index in range(len(own))
            if ranges[index, 1] > ranges[index, 0] and text in texts[ranges[index, 0] : ranges[index, 1]]
        )
        label = segment.labels[text]
        kept = segment.kept(text)
        return Hit(
            label["label"] or f"第{label['digest']}号",
            round(min(1.0, share), 3),
            matched,
            round(bones, 3),
            tuple(_passages(draft, places)),
            label["digest"] == digest_of(draft),
            "\n".join(words for _, words in kept["pieces"]) if kept else None,
            identity.kin(Veiled.read(label), share),
        )


def _passages(draft: Draft, places: list[int]) -> Iterator[Span]:
    """The draft's own words around the fingerprints in common, the longest first."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place - runs[-1][1] <= _NEAR:
            runs[-1] = (runs[-1][0], place + LITERAL)
        else:
            runs.append((place, place + LITERAL))
    for start, end in sorted(runs, key=lambda run: (run[0] - run[1], run[0]))[:8]:
        yield draft.span(start, min(end, len(draft)))
    if not runs:
        yield draft.span(0, min(60, len(draft)))


def _label(entry: Entry, kept: bool, salt: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "label": entry.label or (entry.draft.name if kept else ""),
        "digest": digest_of(entry.draft),
    }
    if entry.identity is not None and (known := Veiled.of(entry.identity, salt).written()):
        found["identity"] = known
    return found


def _kept(draft: Draft) -> bytes:
    pieces: list[tuple[int, str]] = [(int(piece.section), str(piece.span)) for piece in draft.pieces]
    return json.dumps({"name": draft.name, "pieces": pieces}, ensure_ascii=False).encode() + b"\n"


@lru_cache(maxsize=1)
def parameters() -> dict[str, Any]:
    """What must be equal for two indexes to speak of the same fingerprints."""
    seed = hashlib.sha256(shipped().skeleton.tobytes() + table().tobytes() + boilerplate_table().tobytes())
    return {"literal": LITERAL, "skeleton": SKELETON, "tables": seed.hexdigest()[:16]}


__all__ = ["Entry", "History", "Hit", "digest_of", "parameters"]
