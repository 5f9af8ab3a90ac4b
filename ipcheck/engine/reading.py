"""Reads the files of the rooms that look at drafts, each where it can do no harm, and draws applications from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from ipcheck import apart
from ipcheck.apart import Done, Lost, Steps
from ipcheck.config import Settings
from ipcheck.engine.cache import Gathered
from ipcheck.engine.trouble import budget_of, lost_file
from ipcheck.model import Document, Failure, InputFile
from ipcheck.patent import Filing, Kind
from ipcheck.patent.case import Bundle, draw_filings, find_bundles
from ipcheck.readers import Limits, ReadError, read_file, read_stdin
from ipcheck.readers.images import Look
from ipcheck.whole import why_unread

# Below this many bundles starting other processes costs more than it saves, where they are not copies of this one
# (reference/document-io.md, 9).
_SERIAL_BELOW = 24


@dataclass(frozen=True)
class Task:
    """A bundle to be read, and what is known of it from earlier tries: files that are not to be read again."""

    bundle: Bundle
    unread: frozenset[Path] = frozenset()
    failures: tuple[Failure, ...] = ()

    def without(self, lost: Lost, limits: Limits) -> Task | None:
        """The task without the file at which it was lost; None where it was lost at none, or none is left."""
        at = -lost.step - 1
        if not 0 <= at < len(self.bundle.files):
            return None
        file = self.bundle.files[at]
        failure = lost_file(file.as_posix(), lost, limits, reading=True)
        return replace(self, unread=self.unread | {file}, failures=(*self.failures, failure))

    @property
    def left(self) -> int:
        """How many files are still to be read."""
        return len(self.bundle.files) - len(self.unread)


def processes(settings: Settings, tasks: int) -> int:
    """In how many processes so many tasks are done."""
    return settings.jobs if apart.forks() or tasks >= _SERIAL_BELOW else 1


def read_bundle(task: Task, gathered: Gathered, settings: Settings, steps: Steps) -> Iterator[tuple[str, Document]]:
    """Each document of the bundle with the file it came from; what went wrong goes into ``gathered``.

    The step is -1 for the first file, -2 for the second, and so on; one less than the last one's at the end.
    """
    gathered.failures.extend(task.failures)
    for number, file in enumerate(task.bundle.files):
        steps.at(-number - 1)
        if file in task.unread:
            continue
        shown = file.as_posix()
        try:
            documents = read_file(file, shown, settings.limits)
        except ReadError as error:
            gathered.failures.append(Failure(shown, None, str(error)))
            continue
        except Exception as error:  # a reader's own fault must not take the run down, nor be silent
            if isinstance(error, MemoryError):
                steps.out_of_memory()
            gathered.failures.append(
                Failure(
                    shown, None, f"读取时出错（{type(error).__name__}: {error}），未检查；请把文件另存为 .docx 再试"
                )
            )
            continue
        for document in documents:
            gathered.inputs.append(InputFile(document.path, document.sha256))
            gathered.failures.extend(Failure(document.path, None, note) for note in document.notes)
            yield shown, document
    steps.at(-len(task.bundle.files) - 1)


@dataclass(frozen=True)
class Drawn:
    """Applications drawn but not checked, the files they came from and what failed."""

    filings: list[Filing]
    inputs: list[InputFile]
    failures: list[Failure]


def draw_inputs(paths: Sequence[Path], settings: Settings, *, stdin: bytes | None = None) -> Drawn:
    """The applications under ``paths`` (and in the text ``stdin``), drawn but not checked."""
    gathered = Gathered()
    kind = Kind(settings.kind) if settings.kind else None
    filings: list[Filing] = []
    bundles = list(bundles_of(paths, gathered))
    sources = []
    for bundle, (documents, read) in zip(bundles, _read_all(bundles, settings), strict=True):
        gathered.add(read)
        sources.append((bundle.name, documents))
    if stdin is not None:
        sources.append(("-", read_text(stdin, gathered, settings)))
    for name, documents in sources:
        for filing, notes in draw_filings(documents, kind=kind, bundle=name):
            filings.append(filing)
            gathered.failures.extend(Failure(filing.name, None, note) for note in notes)
    return Drawn(filings, gathered.inputs, gathered.failures)


_Read = tuple[list[tuple[str, Document]], Gathered]


def _read_all(bundles: list[Bundle], settings: Settings) -> Iterator[_Read]:
    """The documents of each bundle, read in other processes."""

    def again(task: Task, lost: Lost) -> Task | Done[_Read]:
        left = task.without(lost, settings.limits)
        if left is not None and left.left:
            return left
        failures = [*left.failures] if left else [lost_file(task.bundle.name, lost, settings.limits, reading=True)]
        return Done(([], Gathered(failures=failures)))

    return apart.run(
        [Task(bundle) for bundle in bundles],
        partial(partial, _read_apart, settings=settings),
        again,
        budget=lambda task: budget_of(settings.limits, task.left),
        jobs=processes(settings, len(bundles)),
    )


def _read_apart(task: Task, steps: Steps, settings: Settings) -> _Read:
    """The documents of a bundle so that they can travel between processes: pictures are fetched again when asked."""
    gathered = Gathered()
    documents: list[tuple[str, Document]] = []
    for shown, document in read_bundle(task, gathered, settings, steps):
        number = sum(earlier == shown for earlier, _ in documents)
        objects = []
        for index, item in enumerate(document.objects):
            if isinstance(item.look, Look):
                fetch = partial(_picture, shown, settings.limits, number, index)
                item = replace(item, look=item.look.through(fetch))
            objects.append(item)
        documents.append((shown, replace(document, objects=tuple(objects))))
    return documents, gathered


@lru_cache(maxsize=1)
def _again(shown: str, limits: Limits) -> list[Document]:
    return read_file(Path(shown), shown, limits)


def _picture(shown: str, limits: Limits, number: int, index: int) -> bytes:
    """The bytes of a picture, by the file, the document in it and the object in that. Raises ReadError."""
    look = _again(shown, limits)[number].objects[index].look
    data = look.data() if isinstance(look, Look) else None
    if data is None:
        raise ReadError("图片取不到")
    return data


def draw_patents(
    paths: Sequence[Path], settings: Settings, *, stdin: bytes | None = None
) -> tuple[list[Filing], list[Failure]]:
    """The applications of ``draw_inputs`` and what failed."""
    drawn = draw_inputs(paths, settings, stdin=stdin)
    return drawn.filings, drawn.failures


def read_text(data: bytes, gathered: Gathered, settings: Settings) -> list[tuple[str, Document]]:
    """The document in the bytes of standard input, if they are text."""
    try:
        document = read_stdin(data, settings.limits)
    except ReadError as error:
        gathered.failures.append(Failure("-", None, str(error)))
        return []
    gathered.inputs.append(InputFile(document.path, document.sha256))
    return [("-", document)]


def bundles_of(paths: Sequence[Path], total: Gathered) -> Iterator[Bundle]:
    """The bundles under ``paths``, no file twice; what is not there goes into ``total``."""
    seen: set[Path] = set()
    for path in paths:
        try:
            found = list(find_bundles(path))
        except FileNotFoundError:
            total.failures.append(Failure(path.as_posix(), None, "路径不存在；请检查拼写，带空格的路径要加引号"))
            continue
        except OSError as error:
            total.failures.append(Failure(path.as_posix(), None, f"无法打开：{why_unread(error)}"))
            continue
        if not found:
            total.failures.append(
                Failure(path.as_posix(), None, "目录里没有可检查的文件（.docx .doc .wps .pdf .xml .zip .txt .md）")
            )
        for bundle in found:
            # The same file named twice, or inside a folder also named, is looked at once.
            files = tuple(file for file in bundle.files if file.resolve() not in seen)
            seen.update(file.resolve() for file in files)
            if files:
                yield Bundle(bundle.name, files)


__all__ = ["Drawn", "Task", "bundles_of", "draw_inputs", "draw_patents", "processes", "read_bundle", "read_text"]
