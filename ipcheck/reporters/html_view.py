"""What the HTML report shows, in the order in which it shows it: applications, their files, rows, findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from markupsafe import Markup, escape

from ipcheck.agency.privacy import masked_text
from ipcheck.model import Document, Level, Record, Report, Words
from ipcheck.patent import Filing
from ipcheck.patent.case import case_folder, draw_filings
from ipcheck.readers.table import Table
from ipcheck.reporters.claim_tree import as_linked_svg, sign_rows
from ipcheck.reporters.digest import level_counts, visible
from ipcheck.reporters.html_figures import Card, Chart, card_of, charts_of, facts_of
from ipcheck.reporters.html_pairs import Pair, Room, pair_of
from ipcheck.reporters.html_text import Row, Target, in_words, rows_of
from ipcheck.reporters.sources import Sources
from ipcheck.reporters.text_report import part_name, place_of

# So much text is shown whole; of later files only the paragraphs with findings.
_TEXT = 3_000_000
_PASSAGES = 2_000_000
_MOST_RELATED = 6
_GONE = "原文不在手边或者已经改动，只列出有关的文字"
_OF_DRAFTS = frozenset(("patent", "abnormal"))
_OF_ROWS = frozenset(("abnormal", "trademark"))


@dataclass(frozen=True, slots=True)
class Other:
    """Words a finding refers to besides its own, and where on the page they are (empty if they are not)."""

    words: Words
    href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding on the page; ``number`` is its own from 1 on."""

    number: int
    record: Record
    place: str
    part: str
    others: tuple[Other, ...]
    more: int
    pair: Pair | None
    card: Card | None
    charts: tuple[Chart, ...]
    facts: list[tuple[str, str]]

    @property
    def wide(self) -> bool:
        """Whether it has something that needs the whole width."""
        return bool(self.pair or self.card or self.charts)


@dataclass(frozen=True, slots=True)
class Block:
    """A row of text with its findings."""

    row: Row
    findings: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file: its blocks, why its text is not shown if it is not; ``silence`` is what having no findings means."""

    path: str
    blocks: tuple[Block, ...]
    note: str
    findings: int
    silence: str


@dataclass(frozen=True, slots=True)
class Group:
    """An application with its files (or one file alone), its claim tree and its reference signs.

    ``elsewhere`` are the findings of others that tell of this one: number and the other's name. ``whole``: nothing
    of it is among the failures.
    """

    number: int
    name: str
    files: tuple[File, ...]
    counts: dict[Level, int]
    elsewhere: tuple[tuple[int, str], ...]
    whole: bool
    tree: Markup
    signs: list[tuple[str, ...]]


class View:
    """The page of a report."""

    def __init__(self, report: Report, sources: Sources) -> None:
        self._report = report
        self._sources = sources
        self._room = Room(_PASSAGES)
        self._left = _TEXT
        self._by_path: dict[str, list[int]] = {}
        for number, record in enumerate(report.findings, 1):
            self._by_path.setdefault(record.words.path, []).append(number)

    @cached_property
    def _documents(self) -> Mapping[str, Document]:
        """The drafts at hand. In the room of marks every file is a table, whatever it looks like."""
        if self._report.room not in _OF_DRAFTS:
            return {}
        return {path: item for path, item in self._sources.documents.items() if path not in self._tables}

    @cached_property
    def _tables(self) -> Mapping[str, Table]:
        """The tables whose rows are shown. An agency's hold what its report keeps to itself: no table of it is."""
        return self._sources.tables if self._report.room in _OF_ROWS else {}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """All applications and files, those with findings and those without, in the order of their names."""
        found: list[tuple[str, list[str], Filing | None]] = []
        taken: set[str] = set()
        for filing in _filings(self._documents):
            # Pictures that lie in the folder as files are one document of the application, but none of the report's.
            paths = [document.path for document in filing.documents if document.path in self._documents]
            found.append((filing.name, paths, filing))
            taken.update(paths)
        paths_left = dict.fromkeys([*(item.path for item in self._report.inputs), *self._by_path])
        found += [(path, [path], None) for path in paths_left if path not in taken]
        found.sort(key=lambda item: item[0])
        return tuple(self._group(number, *item) for number, item in enumerate(found, 1))

    def _group(self, number: int, name: str, paths: list[str], filing: Filing | None) -> Group:
        headings = _headings(filing) if filing is not None else {}
        links: dict[int, str] = {}
        notes: dict[int, str] = {}
        records = [self._record(item) for path in paths for item in self._by_path.get(path, ())]
        targets: dict[str, list[Target]] = {}
        whole = self._takes([self._texts[path] for path in paths if path in self._texts])
        # Nobody looks at the trees and tables of a thousand applications on one page.
        drawn = filing if whole and all(path in self._texts for path in paths) else None
        if drawn is not None:
            per_claim = Counter(record.claim for record in records if record.accepted is None)
            for index, claim in enumerate(drawn.claims):
                anchor = f"c{number}-{index}"
                links[claim.span.start] = f"#{anchor}"
                start = claim.span.start
                targets.setdefault(claim.span.document.path, []).append(Target(start, start, anchor, 0, "anchor"))
                found = per_claim[claim.number]
                notes[start] = f"{found} 处" if found else ""
        silence = "没有新的发现" if self._report.known else "未发现问题"
        if self._failed & {name, *paths}:
            silence = "没有检查完，见“没有做完的事”"
        files = tuple(
            self._file(path, headings.get(path, {}), targets.get(path, []), silence, whole=whole) for path in paths
        )
        return Group(
            number,
            name,
            files,
            level_counts(record for record in records if record.accepted is None),
            tuple(self._told_elsewhere.get(name, ())),
            not self._failed & {name, *paths},
            Markup(as_linked_svg(drawn, links, notes)) if drawn is not None and drawn.claims else Markup(""),
            sign_rows(drawn) if drawn is not None else [],
        )

    def _takes(self, documents: list[Document]) -> bool:
        """Whether there is room to show these texts whole; once there is not, there is none for later ones either."""
        size = sum(len(document.text) for document in documents)
        whole = size <= self._left
        self._left = self._left - size if whole else 0
        return whole

    def _file(
        self, path: str, headings: Mapping[int, str], anchors: list[Target], silence: str, *, whole: bool
    ) -> File:
        numbers = self._by_path.get(path, [])
        document, table = self._texts.get(path), self._tables.get(path)
        note = ""
        if document is not None:
            targets = [*anchors, *self._targets(path, numbers)]
            rows = list(rows_of(document, targets, headings, whole=whole))
            note = "" if whole else "文字太多，只列出有发现的段落"
        elif table is not None and self._fits(table.document, path):
            rows = list(_table_rows(table, [(number, self._record(number)) for number in numbers]))
        else:
            rows = [self._words(number) for number in numbers]
            known = self._report.room in _OF_DRAFTS | _OF_ROWS
            note = _GONE if known and numbers else ""
        blocks = tuple(Block(row, tuple(map(self._shown, row.numbers))) for row in rows)
        return File(path, blocks, note, len(numbers), silence)

    def _targets(self, path: str, numbers: list[int]) -> Iterator[Target]:
        for number in numbers:
            record = self._record(number)
            yield Target(record.words.start, record.words.end, f"m{number}", number, record.level.value)
        for number, index, words in self._referred.get(path, ()):
            yield Target(words.start, words.end, f"r{number}-{index}", number, "related")

    @cached_property
    def _referred(self) -> Mapping[str, list[tuple[int, int, Words]]]:
        """By path the words that findings refer to: number of the finding, place among its related words, words."""
        found: dict[str, list[tuple[int, int, Words]]] = {}
        for number, record in enumerate(self._report.findings, 1):
            for index, words in enumerate(record.related[:_MOST_RELATED]):
                document = self._texts.get(words.path)
                if document is not None and _same(document, words):
                    found.setdefault(words.path, []).append((number, index, words))
        return found

    @cached_property
    def _failed(self) -> set[str]:
        return {failure.path for failure in self._report.failures}

    @cached_property
    def _told_elsewhere(self) -> Mapping[str, list[tuple[int, str]]]:
        """By the name of an application the findings in which it is the other side."""
        found: dict[str, list[tuple[int, str]]] = {}
        for number, record in enumerate(self._report.findings, 1):
            other = record.facts.get("other")
            if isinstance(other, str):
                found.setdefault(other, []).append((number, record.words.path))
        return found

    @cached_property
    def _anchors(self) -> frozenset[str]:
        return frozenset(f"r{number}-{index}" for items in self._referred.values() for number, index, _ in items)

    @cached_property
    def _texts(self) -> Mapping[str, Document]:
        """The documents whose text is shown: the findings' words stand where the report says."""
        return {path: document for path, document in self._documents.items() if self._fits(document, path)}

    def _fits(self, document: Document, path: str) -> bool:
        return all(_same(document, self._record(number).words) for number in self._by_path.get(path, ()))

    def _record(self, number: int) -> Record:
        return self._report.findings[number - 1]

    def _words(self, number: int) -> Row:
        words = self._record(number).words
        return Row(in_words(words.before, words.text, words.after, number, self._record(number).level.value), (number,))

    def _shown(self, number: int) -> Shown:
        record = self._record(number)
        pair = pair_of(record, self._room)
        others = []
        for index, words in enumerate(() if pair else record.related[:_MOST_RELATED]):
            anchor = f"r{number}-{index}"
            others.append(Other(words, f"#{anchor}" if anchor in self._anchors else ""))
        return Shown(
            number,
            record,
            place_of(record),
            part_name(record.part) if record.part else "",
            tuple(others),
            0 if pair else len(record.related) - len(others),
            pair,
            card_of(record),
            charts_of(record),
            facts_of(record),
        )


def _filings(documents: Mapping[str, Document]) -> Iterator[Filing]:
    """The applications that the documents make, put together by folder as the check did."""
    folders: dict[str, list[tuple[str, Document]]] = {}
    for path, document in documents.items():
        file = path.split("!/", 1)[0]
        folders.setdefault(case_folder(PurePosixPath(file)).as_posix(), []).append((file, document))
    for folder, pairs in folders.items():
        for filing, _ in draw_filings(pairs, kind=None, bundle=folder):
            yield filing


def _headings(filing: Filing) -> dict[str, dict[int, str]]:
    """By path and offset the parts that begin there."""
    found: dict[str, dict[int, str]] = {}
    for name, part in filing.parts.items():
        if part:
            start = part.titled.start if part.titled is not None else part.span.start
            found.setdefault(part.document.path, {})[start] = name.chinese
    return found


def _same(document: Document, words: Words) -> bool:
    return document.text[words.start : words.end] == words.text


def _table_rows(table: Table, found: list[tuple[int, Record]]) -> Iterator[Row]:
    """The rows of a table that have findings, cell by cell under their headers."""
    lines: dict[int, list[tuple[int, Record]]] = {}
    for number, record in found:
        lines.setdefault(table.document.line_of(record.words.start), []).append((number, record))
    rows = (table.header, *table.rows)
    for line, items in lines.items():
        cells = []
        for index, cell in enumerate(rows[line - 1] if line <= len(rows) else ()):
            if len(cell):
                name = visible(str(table.header[index])) if index < len(table.header) else f"第{index + 1}列"
                inside = [item for item in items if cell.start <= item[1].words.start < max(cell.end, cell.start + 1)]
                cells.append(f"<div><dt>{escape(name)}</dt><dd>{_cell(masked_text(str(cell)), inside)}</dd></div>")
        anchors = "".join(f'<span class="a" id="m{number}"></span>' for number, _ in items)
        place = escape(visible(table.document.place_of(table.document.paragraphs[line - 1].start).label))
        html = Markup(f'{anchors}<dl class="row" data-at="{place}">{"".join(cells)}</dl>')
        yield Row(html, tuple(number for number, _ in items))


def _cell(text: str, inside: list[tuple[int, Record]]) -> str:
    if not inside:
        return str(escape(visible(text)))
    gravest = max((record.level for _, record in inside), key=lambda level: level.rank)
    numbers = " ".join(str(number) for number, _ in inside[:20])
    return f'<mark class="{gravest.value}" data-f="{numbers}">{escape(visible(text))}</mark>'


__all__ = ["Block", "File", "Group", "Other", "Shown", "View"]
