"""Runs the patent room over files and folders."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from ipcheck.check import Check
from ipcheck.check.extras import missing
from ipcheck.config import Settings
from ipcheck.engine.cache import Cache, Gathered
from ipcheck.engine.settle import accept
from ipcheck.model import Document, Failure, Finding, InputFile, Object, Record, Report, numbered
from ipcheck.patent import Filing, Kind, PatentCheck, placed
from ipcheck.patent.case import Bundle, draw_filings, find_bundles
from ipcheck.plugins import load_checks
from ipcheck.readers import Limits, ReadError, read_file, read_stdin
from ipcheck.readers.images import Look
from ipcheck.readers.ocr import numerals_in, whatever_in
from ipcheck.whole import why

# Below this many bundles starting other processes costs more than it saves (reference/document-io.md, 9).
_SERIAL_BELOW = 24


def check_filing(filing: Filing, checks: Iterable[Check[Any]]) -> tuple[list[Finding], list[Failure]]:
    """Run ``checks`` over one application; a check that raises is a Failure and keeps what it had found."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    for check in checks:
        if not isinstance(check, PatentCheck) or missing(check.requires):
            continue
        try:
            if not check.applies(filing):
                continue
            for finding in check.find(filing):
                findings.append(placed(finding, filing))
        except Exception as error:  # a stranger's check may raise anything
            failures.append(
                Failure(
                    filing.name,
                    check.check_name(),
                    f"检查 {check.code} {check.check_name()} 出错，它的结果不完整（{type(error).__name__}: {error}）",
                )
            )
    return findings, failures


def not_looked_at(filing: Filing, checks: Iterable[Check[Any]]) -> set[tuple[str, str]]:
    """Which of ``checks`` cannot look at this application, or not at all of it, each with the reason."""
    found: set[tuple[str, str]] = set()
    for check in checks:
        # A stranger's check may raise anything; check_filing says so.
        with suppress(Exception):
            if isinstance(check, PatentCheck) and check.applies(filing):
                reason = missing(check.requires) or check.unseen(filing)
                if reason:
                    found.add((check.check_name(), reason))
    return found


def _read(bundle: Bundle, gathered: Gathered, settings: Settings) -> Iterator[tuple[str, Document]]:
    for file in bundle.files:
        shown = file.as_posix()
        try:
            documents = read_file(file, shown, settings.limits)
        except ReadError as error:
            gathered.failures.append(Failure(shown, None, str(error)))
            continue
        except Exception as error:  # a reader's own fault must not take the run down, nor be silent
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


def check_bundle(bundle: Bundle, checks: Sequence[Check[Any]], settings: Settings) -> Gathered:
    """Read, draw and check one bundle of files."""
    gathered = Gathered()
    documents = list(_read(bundle, gathered, settings))
    _check_documents(documents, bundle.name, checks, settings, gathered)
    return gathered


def _check_documents(
    documents: list[tuple[str, Document]],
    name: str,
    checks: Sequence[Check[Any]],
    settings: Settings,
    gathered: Gathered,
) -> None:
    kind = Kind(settings.kind) if settings.kind else None
    for filing, notes in draw_filings(documents, kind=kind, bundle=name):
        gathered.failures.extend(Failure(filing.name, None, note) for note in notes)
        if not any(filing.parts.values()):
            gathered.failures.append(
                Failure(
                    filing.name,
                    None,
                    "没有认出专利申请文件的任何部分，未检查；请写上“权利要求书”“说明书”等标题，"
                    "或者用 ipcheck read 看看读到了什么",
                )
            )
            continue
        gathered.filings += 1
        if settings.ocr:
            filing.ocr = partial(_read_signs, settings=settings)
        findings, failures = check_filing(filing, checks)
        gathered.findings.extend(Record.of(finding) for finding in findings)
        gathered.failures.extend(failures)
        gathered.skipped |= not_looked_at(filing, checks)


def _read_signs(item: Object, sure: bool, settings: Settings) -> frozenset[str] | None:
    data = item.look.data() if isinstance(item.look, Look) else None
    if data is None:
        return None
    if not sure:
        return whatever_in(data, settings.limits)
    numerals = numerals_in(data, settings.limits)
    return None if numerals is None else frozenset(numeral.text for numeral in numerals)


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
    bundles = list(_bundles(paths, gathered))
    sources = []
    for bundle, (documents, read) in zip(bundles, _read_all(bundles, settings), strict=True):
        gathered.add(read)
        sources.append((bundle.name, documents))
    if stdin is not None:
        sources.append(("-", _read_stdin(stdin, gathered, settings)))
    for name, documents in sources:
        for filing, notes in draw_filings(documents, kind=kind, bundle=name):
            filings.append(filing)
            gathered.failures.extend(Failure(filing.name, None, note) for note in notes)
    return Drawn(filings, gathered.inputs, gathered.failures)


_Read = tuple[list[tuple[str, Document]], Gathered]


def _read_all(bundles: list[Bundle], settings: Settings) -> Iterator[_Read]:
    """The documents of each bundle, read in ``settings.jobs`` processes where there are enough bundles."""
    done = 0
    if settings.jobs > 1 and len(bundles) >= _SERIAL_BELOW:
        context = multiprocessing.get_context("spawn")
        # What was lost with a process is read here.
        with suppress(BrokenProcessPool), ProcessPoolExecutor(settings.jobs, context) as pool:
            for read in pool.map(partial(_read_apart, settings=settings), bundles, chunksize=4):
                done += 1
                yield read
    for bundle in bundles[done:]:
        gathered = Gathered()
        yield list(_read(bundle, gathered, settings)), gathered


def _read_apart(bundle: Bundle, settings: Settings) -> _Read:
    """The documents of a bundle so that they can travel between processes: pictures are fetched again when asked."""
    gathered = Gathered()
    documents: list[tuple[str, Document]] = []
    for shown, document in _read(bundle, gathered, settings):
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


def _read_stdin(data: bytes, gathered: Gathered, settings: Settings) -> list[tuple[str, Document]]:
    try:
        document = read_stdin(data, settings.limits)
    except ReadError as error:
        gathered.failures.append(Failure("-", None, str(error)))
        return []
    gathered.inputs.append(InputFile(document.path, document.sha256))
    return [("-", document)]


def _make_checks(settings: Settings) -> list[Check[Any]]:
    """The checks of the settings, loaded anew: classes from plug-in files cannot travel between processes."""
    loaded = load_checks(settings.check_folders, "patent")
    return [check for check in settings.instances(loaded.checks) if isinstance(check, PatentCheck)]


_worker_checks: list[Check[Any]] = []


def _start_worker(settings: Settings) -> None:
    _worker_checks[:] = _make_checks(settings)


def _work(bundle: Bundle, settings: Settings) -> Gathered:
    return check_bundle(bundle, _worker_checks, settings)


def _run_cached(
    bundles: list[Bundle], checks: list[Check[Any]], settings: Settings, step: Callable[[], None]
) -> Iterator[Gathered]:
    """What each bundle gives, in any order: from the cache where there is one and it knows the bundle."""
    if settings.cache is None:
        for _, gathered in _run(bundles, checks, settings, step):
            yield gathered
        return
    cache = Cache(settings.cache, settings)
    keys = {bundle: cache.key(bundle) for bundle in bundles}
    unknown = []
    for bundle in bundles:
        kept = cache.get(keys[bundle])
        if kept is None:
            unknown.append(bundle)
        else:
            yield kept
            step()
    for bundle, gathered in _run(unknown, checks, settings, step):
        cache.put(keys[bundle], gathered)
        yield gathered
    cache.prune()


def _run(
    bundles: list[Bundle], checks: list[Check[Any]], settings: Settings, step: Callable[[], None]
) -> Iterator[tuple[Bundle, Gathered]]:
    if settings.jobs <= 1 or len(bundles) < _SERIAL_BELOW:
        for bundle in bundles:
            yield bundle, check_bundle(bundle, checks, settings)
            step()
        return
    # spawn everywhere: Windows knows nothing else, and pdfium is not safe after a fork.
    context = multiprocessing.get_context("spawn")
    done = 0
    try:
        with ProcessPoolExecutor(settings.jobs, context, _start_worker, (settings,)) as pool:
            for gathered in pool.map(partial(_work, settings=settings), bundles, chunksize=4):
                done += 1
                yield bundles[done - 1], gathered
                step()
    except BrokenProcessPool:
        for bundle in bundles[done:]:
            lost = "检查进程意外退出，未检查；请单独检查这个文件"
            yield bundle, Gathered(failures=[Failure(file.as_posix(), None, lost) for file in bundle.files])


def check_patents(
    paths: Sequence[Path],
    settings: Settings,
    *,
    stdin: bytes | None = None,
    progress: Callable[[int], Callable[[], None]] | None = None,
) -> Report:
    """Check every application under ``paths`` (and the text ``stdin``, if given) and report.

    ``progress`` is told the number of bundles and returns what to call after each. Everything that could not be
    done is among the report's failures; nothing is raised for bad input.
    """
    total = Gathered()
    loaded = load_checks(settings.check_folders, "patent")
    total.failures.extend(Failure(path, None, f"检查文件没有加载：{message}") for path, message in loaded.failures)
    checks = [check for check in settings.instances(loaded.checks) if isinstance(check, PatentCheck)]
    bundles = list(_bundles(paths, total))
    step = progress(len(bundles)) if progress else (lambda: None)
    for gathered in _run_cached(bundles, list(checks), settings, step):
        total.add(gathered)
    if stdin is not None:
        _check_documents(_read_stdin(stdin, total, settings), "-", checks, settings, total)
    report = Report(
        room="patent",
        as_of=settings.as_of,
        inputs=tuple(sorted(set(total.inputs))),
        findings=numbered(sorted(total.findings, key=lambda record: record.order)),
        failures=tuple(sorted(set(total.failures), key=lambda item: (item.path, item.check or "", item.message))),
        subjects=total.filings,
        checks=len(checks),
        skipped=tuple(sorted(total.skipped)),
        ran=frozenset(check.code for check in checks),
    )
    return accept(report, settings.accepted)


def _bundles(paths: Sequence[Path], total: Gathered) -> Iterator[Bundle]:
    seen: set[Path] = set()
    for path in paths:
        try:
            found = list(find_bundles(path))
        except FileNotFoundError:
            total.failures.append(Failure(path.as_posix(), None, "路径不存在；请检查拼写，带空格的路径要加引号"))
            continue
        except OSError as error:
            total.failures.append(Failure(path.as_posix(), None, f"无法打开：{why(error)}"))
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
