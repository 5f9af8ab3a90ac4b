"""The text report: what an agent reads all day. Grouped by file and place, words marked in their sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from ipcheck.model import Level, Record, Report, Words
from ipcheck.patent import PartName

_MARK_OPEN, _MARK_CLOSE = "〖", "〗"
_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.ADVICE: "36"}
_ROOM_SUBJECT = {"patent": "件申请", "trademark": "件商标", "agency": "家机构"}
_MAX_WORDS = 40


def width_of(text: str) -> int:
    """Columns that ``text`` takes on a Chinese console: ambiguous characters (“ ” — ①) count as two."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        for character in text
    )


def wrap(text: str, width: int, indent: str) -> Iterator[str]:
    """``text`` in lines of at most ``width`` columns, all after the first with ``indent`` in front.

    Chinese has no spaces to break at; a line does not begin with a closing mark, nor break a Latin word or number.
    """
    line, used = "", 0
    # Two columns are kept for closing marks, which may not begin a line.
    room = max(20, width - width_of(indent) - 2)
    for piece in _pieces(text):
        size = width_of(piece)
        if used + size > room and line and piece[0] not in "，。；：、！？）】〗》”’,.;:!?)]}%":
            yield line.rstrip()
            line, used, piece = "", 0, piece.lstrip()
            size = width_of(piece)
        line += piece
        used += size
    if line:
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """Single Chinese characters, whole Latin words."""
    for latin, group in groupby(text, key=lambda character: character.isascii() and not character.isspace()):
        if latin:
            yield "".join(group)
        else:
            yield from group


def clean(text: str) -> str:
    """``text`` on one line, without control characters: a draft must not steer the terminal."""
    return "".join(
        " " if character in "\n\t\v" else "□" if character == "\ufffc" else character
        for character in text
        if character in "\n\t\v" or unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs")
    )


def render(report: Report, *, width: int = 80, colour: bool = False, verbose: bool = False, quiet: bool = False) -> str:
    """The report as text, ending in a line feed.

    ``width`` in columns; ``colour`` with terminal colours; ``verbose`` adds the summary of each article cited;
    ``quiet`` leaves out everything but findings and failures, one line each.
    """
    if quiet:
        return "".join(f"{line}\n" for line in _brief(report))
    lines: list[str] = []
    for path, in_file in groupby(report.findings, key=lambda record: record.words.path):
        lines.append(_paint(clean(path), "1", colour))
        for place, records in groupby(in_file, key=_place):
            lines.append(f"  {place}")
            for record in records:
                lines.extend(_finding(record, width, colour, verbose))
        lines.append("")
    lines.extend(_explanations(report, width, colour))
    if report.failures:
        lines.append(_paint("没有做完的事", "1;31", colour))
        for failure in report.failures:
            told = f"{clean(failure.path)}：{clean(failure.message)}"
            lines.extend(_indented(told, width, "  ", "    "))
        lines.append("")
    for reason, names in _skipped(report):
        lines.extend(_indented(f"未检查：{'、'.join(names)}（{clean(reason)}）", width, "", "  "))
    lines.extend(wrap(summary(report), width, ""))
    return "\n".join(lines) + "\n"


def _explanations(report: Report, width: int, colour: bool) -> Iterator[str]:
    """The 合理解释清单: for each kind of clue what would explain it and which papers to have at hand (令77第五条)."""
    clues: dict[str, list[Record]] = {}
    for record in report.findings:
        if record.clue and record.facts.get("clears"):
            clues.setdefault(record.code, []).append(record)
    if not clues:
        return
    yield _paint("合理解释清单（风险线索要人来判断，逐条备好说明和材料）", "1", colour)
    for code, records in sorted(clues.items()):
        facts = records[0].facts
        yield from _indented(
            f"{code} {records[0].check}（{len(records)} 条）：{clean(facts['clears'])}", width, "  ", "    "
        )
        if facts.get("keep"):
            yield from _indented(f"材料：{'、'.join(map(clean, facts['keep']))}", width, "    ", "      ")
    yield ""


def _skipped(report: Report) -> Iterator[tuple[str, list[str]]]:
    """Reasons why checks did not look, each with the names of these checks."""
    by_reason = sorted(report.skipped, key=lambda item: (item[1], item[0]))
    for reason, items in groupby(by_reason, key=lambda item: item[1]):
        yield reason, [name for name, _ in items]


def summary(report: Report) -> str:
    """The last line: what was looked at and what came of it."""
    counts = "，".join(f"{level.chinese} {report.count(level)}" for level in Level)
    text = (
        f"共检查 {report.subjects} {_ROOM_SUBJECT.get(report.room, '项')}、{len(report.inputs)} 个文件，"
        f"用 {report.checks} 项检查，按 {report.as_of.isoformat()} 的法律：{counts}"
    )
    if report.failures:
        text += f"；另有 {len(report.failures)} 处没有检查成，结果不完整"
    elif not report.findings:
        text += "；未发现问题" + ("，上面写明的除外" if report.skipped else "")
    return text + "。"


def _place(record: Record) -> str:
    words = record.words
    pieces = []
    if record.part:
        pieces.append(PartName(record.part).chinese)
    if record.claim is not None:
        pieces.append(f"权利要求{record.claim}")
    place = words.source
    if place.endswith("行") and place[1:-1].isdigit():
        place += f"第{words.column}字"
    pieces.append(place)
    return clean(" · ".join(pieces))


def _finding(record: Record, width: int, colour: bool, verbose: bool) -> Iterator[str]:
    level = _paint(record.level.chinese, _COLOURS[record.level], colour)
    head = f"    {record.level.chinese} {record.code} "
    first, *rest = list(wrap(clean(record.message), width, head)) or [""]
    yield f"    {level} {record.code} {first}"
    for line in rest:
        yield f"{' ' * width_of(head)}{line}"
    indent = " " * 9
    yield from _indented(_sentence(record.words, colour), width, indent, indent)
    for other in record.related[:3]:
        where = f"{clean(other.path)} " if other.path != record.words.path else ""
        yield from _indented(f"参见 {where}{clean(other.source)}：{_short(clean(other.text))}", width, indent, indent)
    if record.fix is not None:
        new = clean(record.fix.text) or "（删去）"
        yield from _indented(f"改为：{new}", width, indent, indent + "      ")
    cited = "；".join(item.short + ("" if item.verified else "（未核实）") for item in record.basis)
    yield from _indented(f"依据：{cited}", width, indent, indent + "      ")
    if verbose:
        for item in record.basis:
            yield from _indented(
                f"{item.label}（{item.edition}）：{item.summary}", width, indent + "      ", indent + "      "
            )


def _sentence(words: Words, colour: bool) -> str:
    """The words marked in what surrounds them, cut at sentence ends."""
    before, after = words.before, words.after
    for stop in "。；\n":
        if stop in before:
            before = before[before.rindex(stop) + 1 :]
    for stop in "。；\n":
        if stop in after:
            after = after[: after.index(stop) + 1]
    before = clean(before)[-24:]
    after = clean(after)[:24]
    return f"{before}{_MARK_OPEN}{_short(clean(words.text))}{_MARK_CLOSE}{after}"


def _short(text: str) -> str:
    return text if len(text) <= _MAX_WORDS else f"{text[:24]}……{text[-12:]}"


def _indented(text: str, width: int, first: str, rest: str) -> Iterator[str]:
    for number, line in enumerate(wrap(text, width, rest)):
        yield (first if number == 0 else rest) + line


def _brief(report: Report) -> Iterator[str]:
    for record in report.findings:
        words = record.words
        yield (
            f"{clean(words.path)}:{words.line}:{words.column}: {record.level.value} {record.code} "
            f"{record.check} {clean(record.message)}"
        )
    for failure in report.failures:
        yield f"{clean(failure.path)}: failure {clean(failure.message)}"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
