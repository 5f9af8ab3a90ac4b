"""The text report: what an agent reads all day. Grouped by file and place, words marked in their sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from ipcheck.model import Level, Record, Report, Words
from ipcheck.patent import PartName
from ipcheck.reporters.columns import width_of, wrap
from ipcheck.reporters.formats import Look
from ipcheck.reporters.overview import overview
from ipcheck.reporters.sources import Sources

_MARK_OPEN, _MARK_CLOSE = "〖", "〗"
_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.ADVICE: "36"}
_ROOM_SUBJECT = {"patent": "件申请", "trademark": "件商标", "agency": "家机构"}
_MAX_WORDS = 40
# From so many files on (内部阈值) a table of counts stands at the end.
_MANY_FILES = 50
_FEW = 3
_SHOWN_MENDED = 20
_PLAIN = Look()


def clean(text: str) -> str:
    """``text`` on one line, without control characters: a draft must not steer the terminal."""
    return "".join(
        " " if character in "\n\t\v" else "□" if character == "\ufffc" else character
        for character in text
        if character in "\n\t\v" or unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs")
    )


def render(report: Report, sources: Sources | None = None, look: Look = _PLAIN) -> str:
    """The report as text, ending in a line feed.

    ``look.verbose`` adds the summary of each article cited and the findings that were accepted; ``look.quiet`` leaves
    out everything but findings and failures, one line each; ``look.summary`` tells counts alone. ``sources`` are not
    needed: the report holds the words it shows.
    """
    width, colour, verbose = look.width, look.colour, look.verbose
    if look.summary:
        return "\n".join([*_counts(report, width), *_not_done(report, width), *_ending(report, width)]) + "\n"
    if look.quiet:
        return "".join(f"{line}\n" for line in _brief(report))
    lines: list[str] = []
    for path, in_file in groupby(report.findings if verbose else report.open, key=lambda record: record.words.path):
        lines.append(_paint(clean(path), "1", colour))
        for place, records in groupby(in_file, key=place_of):
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
    for reason, names in skipped(report):
        lines.extend(_indented(f"未检查：{'、'.join(names)}（{clean(reason)}）", width, "", "  "))
    for remark in report.remarks:
        lines.extend(_indented(clean(remark), width, "", "  "))
    lines.extend(_mended(report, width, verbose))
    if len(report.inputs) >= _MANY_FILES and not verbose:
        lines.extend(_counts(report, width))
    lines.extend(_ending(report, width))
    return "\n".join(lines) + "\n"


def _ending(report: Report, width: int) -> Iterator[str]:
    """The last lines: what is new against an earlier report, what was looked at and what came of it."""
    if report.since is not None:
        told = (
            f"较 {report.since.isoformat()} 的报告：新增 {len(report.open)} 条，已改好 {len(report.mended)} 条，"
            "原有的没有列出。"
        )
        yield from wrap(told, width, "")
    yield from wrap(summary(report), width, "")


def _mended(report: Report, width: int, verbose: bool) -> Iterator[str]:
    if not report.mended:
        return
    yield "已改好"
    shown = report.mended if verbose else report.mended[:_SHOWN_MENDED]
    for record in shown:
        words = f"{_MARK_OPEN}{_short(clean(record.words.text))}{_MARK_CLOSE}"
        yield from _indented(f"{clean(record.words.path)} {record.code} {record.check} {words}", width, "  ", "    ")
    if len(shown) < len(report.mended):
        yield f"  ……另有 {len(report.mended) - len(shown)} 条（-v 全部列出）"
    yield ""


def _counts(report: Report, width: int) -> Iterator[str]:
    """The table of counts: levels, the checks that found most, the files with most errors."""
    found = overview(report)
    yield "汇总"
    for level in found.levels:
        yield f"  {level.level.chinese} {level.findings:>6} 条，在 {level.files} 个文件里"
    if found.checks:
        yield f"  发现最多的检查（有发现的共 {found.all_checks} 项）"
        for check in found.checks:
            yield f"    {check.code} {check.findings:>6} 条，{check.files:>5} 个文件  {check.check}"
        yield f"  问题最重的文件（有发现的共 {found.all_files} 个）"
        for file in found.files:
            counts = " ".join(f"{level.chinese}{count:>4}" for level, count in file.levels)
            yield f"    {counts}  {_tail(clean(file.path), width - 32)}"


def _not_done(report: Report, width: int) -> Iterator[str]:
    for failure in report.failures[:_FEW]:
        yield from _indented(f"没有做完：{clean(failure.path)}：{clean(failure.message)}", width, "  ", "    ")
    if len(report.failures) > _FEW:
        yield f"  ……另有 {len(report.failures) - _FEW} 处（不加 --summary 全部列出）"
    if report.skipped or report.remarks:
        told = f"没有看全的检查 {len(report.skipped)} 项，关于已接受发现的说明 {len(report.remarks)} 条"
        yield from _indented(f"{told}（不加 --summary 列出）", width, "  ", "    ")


def _tail(path: str, width: int) -> str:
    """The end of a path that fits into so many columns: the name says more than the folders."""
    while width_of(path) > max(width, 20):
        path = "…" + path.lstrip("…")[1:]
    return path


def _explanations(report: Report, width: int, colour: bool) -> Iterator[str]:
    """The 合理解释清单: for each kind of clue what would explain it and which papers to have at hand (令77第五条)."""
    found = clues(report)
    if not found:
        return
    yield _paint("合理解释清单（风险线索要人来判断，逐条备好说明和材料）", "1", colour)
    for code, records in found.items():
        facts = records[0].facts
        yield from _indented(
            f"{code} {records[0].check}（{len(records)} 条）：{clean(facts['clears'])}", width, "  ", "    "
        )
        if facts.get("keep"):
            yield from _indented(f"材料：{'、'.join(map(clean, facts['keep']))}", width, "    ", "      ")
    yield ""


def clues(report: Report) -> dict[str, list[Record]]:
    """The open findings that say what would clear them, by code, in the order of the codes."""
    found: dict[str, list[Record]] = {}
    for record in report.open:
        if record.clue and record.facts.get("clears"):
            found.setdefault(record.code, []).append(record)
    return dict(sorted(found.items()))


def skipped(report: Report) -> Iterator[tuple[str, list[str]]]:
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
    if report.accepted:
        text += f"；另有 {report.accepted} 条已经接受（-v 显示）"
    if report.open and report.known:
        text += f"；原有的还有 {report.known} 条没有改"
    if report.failures:
        text += f"；另有 {len(report.failures)} 处没有检查成，结果不完整"
    elif not report.open and report.known:
        text += f"；没有新增的问题，原有的还有 {report.known} 条没有改"
    elif not report.open:
        text += "；未发现问题" + ("，上面写明的除外" if report.skipped or report.accepted else "")
    return text + "。"


def part_name(part: str) -> str:
    """The name of a part for users; a part that only another version of ipcheck knows stays as it is."""
    return PartName(part).chinese if part in set(PartName) else part


def place_of(record: Record) -> str:
    """Where a finding stands, in words: part, claim, place in the file."""
    words = record.words
    pieces = []
    if record.part:
        pieces.append(part_name(record.part))
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
    if record.accepted is not None:
        accepted = record.accepted
        until = f"，到 {accepted.until} 为止" if accepted.until else ""
        told = f"已接受：{clean(accepted.reason)}（{clean(accepted.name)}，{clean(accepted.date)}{clean(until)}）"
        yield from _indented(told, width, indent, indent + "        ")
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
    for record in report.open:
        words = record.words
        yield (
            f"{clean(words.path)}:{words.line}:{words.column}: {record.level.value} {record.code} "
            f"{record.check} {clean(record.message)}"
        )
    for failure in report.failures:
        yield f"{clean(failure.path)}: failure {clean(failure.message)}"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
