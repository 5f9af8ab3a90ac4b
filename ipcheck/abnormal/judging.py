"""The judgement of many pairs, in several processes where there are many."""

from __future__ import annotations

import multiprocessing
import tempfile
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ipcheck.abnormal import matching
from ipcheck.abnormal.alike import Alike, Judge
from ipcheck.abnormal.drafts import Draft, Piece, Section
from ipcheck.abnormal.houses import House, Houses
from ipcheck.abnormal.stock import Stock
from ipcheck.model import Document, Span

# Fewer pairs than this are judged before another process has started.
_SERIAL_BELOW = 400
_CHUNK = 64
# Pairs from which on the compiled kernel pays.
_KERNELS_FROM = 5_000

Pairs = list[tuple[int, int]]
Judged = tuple[int, int, Alike]
# A span as it travels: the number of its document among those of its draft, start, end.
_Place = tuple[int, int, int]
_Sent = tuple[int, int, Alike, list[tuple[_Place, _Place]]]


def judged(drafts: Sequence[Draft], pairs: Pairs, stock: Stock, houses: Houses, *, jobs: int = 1) -> Iterator[Judged]:
    """The pairs that are alike, in their order, with the account of each; the same for any number of ``jobs``."""
    large = len(pairs) >= _KERNELS_FROM
    matching.use_kernels(large)
    done = 0
    if jobs > 1 and len(pairs) >= _SERIAL_BELOW:
        # What was lost with a process is judged here.
        with suppress(BrokenProcessPool), tempfile.TemporaryDirectory(prefix="ipcheck-") as folder:
            for size, found in _in_processes(drafts, pairs, stock, houses, jobs, Path(folder), large):
                done += size
                yield from found
    own: list[tuple[House, ...]] = [()] * len(drafts)
    for index in {index for pair in pairs[done:] for index in pair}:
        own[index] = houses.of(index)
    judge = Judge(drafts, stock, own)
    for first, second in pairs[done:]:
        alike = judge.compare(first, second)
        if alike is not None:
            yield first, second, alike


def _in_processes(
    drafts: Sequence[Draft], pairs: Pairs, stock: Stock, houses: Houses, jobs: int, folder: Path, large: bool
) -> Iterator[tuple[int, list[Judged]]]:
    """So many pairs at a time, with what came of them."""
    # The counts are large: the processes share them as a file.
    if stock.counts is not None:
        np.save(folder / "counts.npy", stock.counts)
    waiting: deque[tuple[int, Future[list[_Sent]]]] = deque()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _start, (stock.skeleton, folder, large)) as pool:
        for start in range(0, len(pairs), _CHUNK):
            chunk = pairs[start : start + _CHUNK]
            packs = {index: _Pack.of(drafts[index], houses.of(index)) for pair in chunk for index in pair}
            waiting.append((len(chunk), pool.submit(_judge, chunk, packs)))
            if len(waiting) > 3 * jobs:
                size, future = waiting.popleft()
                yield size, [_at_home(drafts, sent) for sent in future.result()]
        while waiting:
            size, future = waiting.popleft()
            yield size, [_at_home(drafts, sent) for sent in future.result()]


@dataclass(frozen=True)
class _Pack:
    """A draft as it travels: its words, not its pictures and places."""

    name: str
    texts: tuple[str, ...]
    pieces: tuple[tuple[int, _Place], ...]
    houses: tuple[House, ...]

    @classmethod
    def of(cls, draft: Draft, houses: tuple[House, ...]) -> _Pack:
        """The pack of a draft."""
        documents = _documents(draft)
        number = {id(document): index for index, document in enumerate(documents)}
        pieces = tuple(
            (int(piece.section), (number[id(piece.span.document)], piece.span.start, piece.span.end))
            for piece in draft.pieces
        )
        return cls(draft.name, tuple(document.text for document in documents), pieces, houses)

    def draft(self) -> Draft:
        """The draft unpacked."""
        documents = [Document("", "text", text, ()) for text in self.texts]
        return Draft(
            self.name,
            [Piece(Section(section), Span(documents[at], start, end)) for section, (at, start, end) in self.pieces],
        )


def _documents(draft: Draft) -> list[Document]:
    found = {id(piece.span.document): piece.span.document for piece in draft.pieces}
    return list(found.values())


def _at_home(drafts: Sequence[Draft], sent: _Sent) -> Judged:
    """The account with its passages in the documents of this process."""
    first, second, alike, places = sent
    one, other = _documents(drafts[first]), _documents(drafts[second])
    passages = tuple(
        (Span(one[left[0]], left[1], left[2]), Span(other[right[0]], right[1], right[2])) for left, right in places
    )
    return first, second, replace(alike, passages=passages)


_worker_stock: list[Stock] = []


def _start(skeleton: np.ndarray[tuple[int], np.dtype[np.bool_]], folder: Path, large: bool) -> None:
    path = folder / "counts.npy"
    counts = np.load(path, mmap_mode="r") if path.is_file() else None
    _worker_stock[:] = [Stock(skeleton, counts)]
    matching.use_kernels(large)


def _judge(pairs: Pairs, packs: dict[int, _Pack]) -> list[_Sent]:
    numbers = sorted(packs)
    drafts = [packs[number].draft() for number in numbers]
    place = {number: index for index, number in enumerate(numbers)}
    judge = Judge(drafts, _worker_stock[0], [packs[number].houses for number in numbers])
    sent: list[_Sent] = []
    for first, second in pairs:
        alike = judge.compare(place[first], place[second])
        if alike is not None:
            sides = [_documents(drafts[place[index]]) for index in (first, second)]
            places = [(_place(sides[0], left), _place(sides[1], right)) for left, right in alike.passages]
            sent.append((first, second, replace(alike, passages=()), places))
    return sent


def _place(documents: list[Document], span: Span) -> _Place:
    number = next(index for index, document in enumerate(documents) if document is span.document)
    return number, span.start, span.end


__all__ = ["Judged", "Pairs", "judged"]
