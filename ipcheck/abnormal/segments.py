"""Files of a history index: sorted postings as .npy, written whole, known by their checksums."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal.fingerprints import Postings, Prints
from ipcheck.model.shapes import misfits
from ipcheck.readers.json_file import read_object
from ipcheck.readers.npy import map_array
from ipcheck.whole import why_unread

if sys.platform != "win32":
    import fcntl

MANIFEST = "VERSION.json"
FORMAT = 1
# The arrays of a segment: their numbers and their dimensions.
_ARRAYS: dict[str, tuple[type[np.generic], int]] = {
    "docs": (np.int64, 2),
    "lit-h": (np.uint64, 1),
    "lit-d": (np.uint32, 1),
    "skel-h": (np.uint64, 1),
    "skel-d": (np.uint32, 1),
    "kept": (np.int64, 1),
}


def _segment_name(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"seg-[0-9]{6,12}", value) is not None


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**32


def _piece(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and isinstance(value[1], str)


_SHAPE: dict[Any, Any] = {
    "generation": _count,
    "parameters": {str: object},
    "keepText": bool,
    "salt?": str,
    "segments": [{"name": _segment_name, "documents": _count, "files": {str: str}}],
}
_LABEL: dict[Any, Any] = {
    "label": str,
    "digest": str,
    "identity?": {"number?": str, "earlier?": [str], "case?": str, "division?": bool},
}
_KEPT: dict[Any, Any] = {"name": str, "pieces": [_piece]}
_SPOILT = "请用 ipcheck index verify 核对，从备份恢复或者重新建立"


class HistoryError(Exception):
    """A history index that cannot be used; the message (Chinese) says why and what to do."""


def spoilt(what: object) -> HistoryError:
    """The error for files that are not as they were written."""
    return HistoryError(f"索引已损坏（{what}）；{_SPOILT}")


class Segment:
    """One part of an index: postings of some filings, memory-mapped, and what is known of each filing."""

    def __init__(self, folder: Path, entry: dict[str, Any]) -> None:
        self.folder = folder
        self.name: str = entry["name"]
        self.documents: int = entry["documents"]
        self.files: dict[str, str] = entry["files"]

    def array(self, kind: str) -> NDArray[Any]:
        """One of its arrays, memory-mapped. Raises HistoryError."""
        try:
            return map_array(self.folder / f"{self.name}.{kind}.npy", *_ARRAYS[kind])
        except (OSError, ValueError) as error:
            raise spoilt(error) from error

    @cached_property
    def channels(self) -> dict[str, tuple[NDArray[np.uint64], NDArray[np.uint32]]]:
        """Hashes (sorted) and filings of each channel."""
        return {name: (self.array(f"{name}-h"), self.array(f"{name}-d")) for name in ("lit", "skel")}

    @cached_property
    def measures(self) -> NDArray[np.int64]:
        """For each filing: sampling, length, length of its skeleton."""
        found: NDArray[np.int64] = self.array("docs")
        if found.shape != (self.documents, 3):
            raise spoilt(f"{self.name} 的件数不符")
        return found

    @cached_property
    def labels(self) -> list[dict[str, Any]]:
        """What each filing is called, with the digest of its text. Raises HistoryError."""
        path = self.folder / f"{self.name}.labels.jsonl"
        try:
            found = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
        except (OSError, ValueError, RecursionError) as error:
            raise spoilt(f"{path.name}：{error}") from error
        if len(found) != self.documents or any(misfits(found, [_LABEL])):
            raise spoilt(f"{path.name} 的内容不对")
        return found

    def kept(self, number: int) -> dict[str, Any] | None:
        """The text of a filing, None if it was not kept. Raises HistoryError."""
        path = self.folder / f"{self.name}.kept.jsonl"
        if path.name not in self.files:
            return None
        ends = self.array("kept")
        try:
            start, end = int(ends[number - 1]) if number else 0, int(ends[number])
            if not 0 <= start <= end <= path.stat().st_size:
                raise spoilt(f"{path.name} 的位置不对")
            with path.open("rb") as file:
                file.seek(start)
                found: dict[str, Any] = json.loads(file.read(end - start))
        except (OSError, ValueError, IndexError, RecursionError) as error:
            raise spoilt(f"{path.name}：{error}") from error
        if any(misfits(found, _KEPT)):
            raise spoilt(f"{path.name} 的内容不对")
        return found

    def faults(self) -> Iterator[str]:
        """What is wrong with its files."""
        for name, digest in self.files.items():
            path = self.folder / name
            if not path.is_file():
                yield f"缺少文件 {name}"
            elif _digest(path) != digest:
                yield f"文件 {name} 的校验和不符"
        try:
            yield from self._disorder()
        except HistoryError as error:
            yield str(error)

    def _disorder(self) -> Iterator[str]:
        if all((self.folder / name).is_file() for name in self.files):
            for name, (hashes, texts) in self.channels.items():
                if len(hashes) != len(texts) or bool(np.any(hashes[1:] < hashes[:-1])):
                    yield f"{self.name} 的 {name} 没有按序排列"
                if len(texts) and int(texts.max()) >= self.documents:
                    yield f"{self.name} 的 {name} 指向不存在的申请"


def write_segment(
    folder: Path, name: str, prints: Prints, labels: list[dict[str, Any]], kept: list[bytes] | None
) -> dict[str, Any]:
    """Write a segment's files and return its entry for the manifest; nothing points to them yet."""
    arrays: dict[str, NDArray[Any]] = {
        "docs": np.stack([prints.sampling, prints.lengths, prints.skeleton_lengths], axis=1).astype(np.int64)
    }
    for channel, postings in (("lit", prints.literal), ("skel", prints.skeleton)):
        arrays[f"{channel}-h"], arrays[f"{channel}-d"] = _sorted(postings)
    lines = b"".join(json.dumps(label, ensure_ascii=False).encode() + b"\n" for label in labels)
    texts = {f"{name}.labels.jsonl": lines}
    if kept is not None:
        texts[f"{name}.kept.jsonl"] = b"".join(kept)
        arrays["kept"] = np.cumsum([len(line) for line in kept], dtype=np.int64)
    return write_files(folder, name, len(labels), arrays, texts)


def write_files(
    folder: Path, name: str, documents: int, arrays: dict[str, NDArray[Any]], texts: dict[str, bytes]
) -> dict[str, Any]:
    """Write arrays and texts of a segment; the entry for the manifest."""
    files = {}
    for kind, array in arrays.items():
        path = folder / f"{name}.{kind}.npy"
        with path.open("wb") as file:
            np.save(file, array, allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())
        files[path.name] = _digest(path)
    for own, data in texts.items():
        _write(folder / own, data)
        files[own] = _digest(folder / own)
    return {"name": name, "documents": documents, "files": files}


def merged(folder: Path, name: str, segments: list[Segment]) -> dict[str, Any]:
    """Write one segment that holds what ``segments`` hold; its entry for the manifest."""
    starts = np.cumsum([0, *(segment.documents for segment in segments)])
    arrays: dict[str, NDArray[Any]] = {"docs": np.concatenate([segment.measures for segment in segments])}
    for channel in ("lit", "skel"):
        hashes = np.concatenate([segment.channels[channel][0] for segment in segments])
        texts = np.concatenate(
            [segment.channels[channel][1] + np.uint32(start) for segment, start in zip(segments, starts, strict=False)]
        )
        order = np.argsort(hashes, kind="stable")
        arrays[f"{channel}-h"], arrays[f"{channel}-d"] = hashes[order], texts[order]
    words = {f"{name}.labels.jsonl": b"".join(_bytes(segment, "labels.jsonl") for segment in segments)}
    if all(f"{segment.name}.kept.jsonl" in segment.files for segment in segments):
        words[f"{name}.kept.jsonl"] = b"".join(_bytes(segment, "kept.jsonl") for segment in segments)
        sizes = np.cumsum([0, *(int(segment.array("kept")[-1]) for segment in segments)])
        arrays["kept"] = np.concatenate(
            [segment.array("kept") + size for segment, size in zip(segments, sizes, strict=False)]
        )
    return write_files(folder, name, int(starts[-1]), arrays, words)


def _bytes(segment: Segment, kind: str) -> bytes:
    return (segment.folder / f"{segment.name}.{kind}").read_bytes()


def _sorted(postings: Postings) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    """Each hash of each text once, in order of hash and text."""
    order = np.lexsort((postings.texts, postings.hashes))
    hashes, texts = postings.hashes[order], postings.texts[order]
    if not len(hashes):
        return hashes, texts
    new = np.concatenate([np.ones(1, np.bool_), (hashes[1:] != hashes[:-1]) | (texts[1:] != texts[:-1])])
    return hashes[new], texts[new]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of an index. Raises HistoryError."""
    try:
        raw = read_object(folder / MANIFEST)
    except FileNotFoundError as error:
        raise HistoryError("不是历史索引（没有 VERSION.json）；请先用 ipcheck index build 建立") from error
    except (OSError, ValueError) as error:
        raise HistoryError(f"VERSION.json 读不了（{why_unread(error)}）；请从备份恢复，或者重新建立") from error
    if raw.get("format") != FORMAT:
        raise HistoryError(f"索引的格式是第 {raw.get('format')} 版，这个版本的 ipcheck 只认第 {FORMAT} 版；请重新建立")
    if raw.get("checksum") != checksum(raw):
        raise HistoryError("VERSION.json 的校验和不符；请从备份恢复，或者重新建立")
    if fault := next(misfits(raw, _SHAPE), ""):
        raise HistoryError(f"VERSION.json 的内容不对（{fault}）；请从备份恢复，或者重新建立")
    return raw


def checksum(manifest: dict[str, Any]) -> str:
    """The digest of a manifest without its own."""
    rest = {key: value for key, value in manifest.items() if key != "checksum"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    """Put a new manifest in the place of the old one, whole or not at all."""
    manifest = {**manifest, "checksum": checksum(manifest)}
    temporary = folder / f".{MANIFEST}.part"
    _write(temporary, json.dumps(manifest, ensure_ascii=False, indent=1).encode())
    temporary.replace(folder / MANIFEST)
    if sys.platform != "win32":
        # The rename itself must reach the disk before files of the old state are removed.
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else adds at the same time; the lock goes with the process, also when it is killed."""
    with (folder / ".lock").open("wb") as file:
        if sys.platform != "win32":
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise HistoryError("另一个进程正在写这个索引；请等它做完") from error
        yield


__all__ = [
    "FORMAT",
    "MANIFEST",
    "HistoryError",
    "Segment",
    "locked",
    "merged",
    "read_manifest",
    "spoilt",
    "write_manifest",
    "write_segment",
]
