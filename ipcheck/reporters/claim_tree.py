"""The claim tree and the table of reference signs, as text, Markdown and SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from ipcheck.patent import Claim, Filing, PartName
from ipcheck.reporters.columns import width_of
from ipcheck.reporters.text_report import clean

_NAME_COLUMNS = 40
_ROW, _INDENT, _WIDTH = 26, 28, 860
_DEEPEST = 20


def _children(filing: Filing) -> dict[int, list[Claim]]:
    """Claims by the number of the first claim they cite; 0 holds those that cite none, all in order."""
    found: dict[int, list[Claim]] = {}
    for claim in filing.claims:
        found.setdefault(claim.parents[0].number if claim.parents else 0, []).append(claim)
    return found


def _walk(filing: Filing) -> Iterator[tuple[int, bool, Claim]]:
    """Each claim once, under the first claim it cites: depth, whether it is the last of its siblings, claim."""
    children = _children(filing)
    seen: set[int] = set()
    # Not by recursion: a draft may chain thousands of claims.
    waiting = [(0, iter(_marked_last(children.get(0, []))))]
    while waiting:
        depth, siblings = waiting[-1]
        last, claim = next(siblings, (False, None))
        if claim is None:
            waiting.pop()
        elif id(claim) not in seen:
            seen.add(id(claim))
            yield depth, last, claim
            waiting.append((depth + 1, iter(_marked_last(children.get(claim.number, [])))))


def _marked_last(claims: list[Claim]) -> list[tuple[bool, Claim]]:
    return [(index == len(claims) - 1, claim) for index, claim in enumerate(claims)]


def _label(claim: Claim) -> str:
    """``3（从属，引1或2）`` and the subject's name."""
    cited = "、".join(str(parent.number) for parent in claim.parents)
    role = "从属" if claim.dependent else "独立"
    role += f"，引{cited}" if cited else ""
    return f"{claim.number}（{role}）{clean(claim.subject_name)[:_NAME_COLUMNS]}"


def sign_rows(filing: Filing) -> list[tuple[str, ...]]:
    """A row for each reference sign: sign, name, whether listed, places in description, claims and abstract."""
    rows: list[tuple[str, ...]] = []
    for numeral in filing.numerals.values():
        counts = dict.fromkeys((PartName.DESCRIPTION, PartName.CLAIMS, PartName.ABSTRACT), 0)
        for occurrence in numeral.occurrences:
            counts[PartName(occurrence.where)] += 1
        rows.append((numeral.sign, clean(numeral.name), "有" if numeral.listed else "无", *map(str, counts.values())))
    return rows


SIGN_HEADS = ("标记", "名称", "标记说明", "具体实施方式", "权利要求", "摘要")


def as_text(filings: Iterable[Filing]) -> str:
    """Tree and table for a terminal; columns aligned under CJK width."""
    lines: list[str] = []
    for filing in filings:
        lines.append(clean(filing.name))
        stems: list[bool] = []
        for depth, last, claim in _walk(filing):
            del stems[depth:]
            lead = "".join("   " if stem else "│  " for stem in stems[1:])
            branch = ("└─ " if last else "├─ ") if depth else ""
            lines.append(f"  {lead}{branch}{_label(claim)}")
            stems.append(last)
        rows = [SIGN_HEADS, *sign_rows(filing)]
        if len(rows) > 1:
            lines.append("")
            widths = [max(width_of(row[column]) for row in rows) for column in range(len(SIGN_HEADS))]
            for row in rows:
                cells = (cell + " " * (size - width_of(cell)) for cell, size in zip(row, widths, strict=True))
                lines.append("  " + "  ".join(cells).rstrip())
        lines.append("")
    return "\n".join(lines)


def as_markdown(filings: Iterable[Filing]) -> str:
    """Tree as a nested list, table as a Markdown table."""
    lines: list[str] = []
    for filing in filings:
        lines += [f"## {_plain(clean(filing.name))}", ""]
        lines += [f"{'  ' * depth}- {_plain(_label(claim))}" for depth, _, claim in _walk(filing)]
        rows = sign_rows(filing)
        if rows:
            lines += ["", f"| {' | '.join(SIGN_HEADS)} |", f"| {' | '.join('---' for _ in SIGN_HEADS)} |"]
            lines += [f"| {' | '.join(map(_plain, row))} |" for row in rows]
        lines.append("")
    return "\n".join(lines)


def _plain(text: str) -> str:
    """``text`` with Markdown's own signs made harmless."""
    return "".join("\\" + character if character in "\\`*_[]|<>" else character for character in text)


STYLE = (
    "text{font:13px 'Microsoft YaHei','Noto Sans CJK SC',sans-serif}.t{font-weight:bold}"
    ".i{fill:#dbeafe;stroke:#1d4ed8}.d{fill:#fff;stroke:#94a3b8}.l{fill:none;stroke:#94a3b8}"
)


def as_svg(filings: Iterable[Filing]) -> str:
    """The claim trees as one SVG picture: a box a claim, a line to the claim it is shown under."""
    shapes: list[str] = []
    row = 0
    for filing in filings:
        shapes.append(f'<text x="12" y="{row * _ROW + 18}" class="t">{escape(clean(filing.name))}</text>')
        shapes += _shapes(filing, row + 1, {}, {})
        row += 2 + len(filing.claims)
    height = max(1, row) * _ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
        f'viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="权利要求树"><style>{STYLE}</style>'
        f"{''.join(shapes)}</svg>\n"
    )


def as_linked_svg(filing: Filing, links: Mapping[int, str], notes: Mapping[int, str]) -> str:
    """The claim tree of one application for a page that has its own styles: each box leads to its claim.

    ``links`` has the address for a claim by its offset in the text; ``notes`` what shall stand at the end of its box.
    """
    height = max(1, len(filing.claims)) * _ROW
    return (
        f'<svg class="tree" viewBox="0 0 {_WIDTH} {height}" role="group" aria-label="权利要求树">'
        f"{''.join(_shapes(filing, 0, links, notes))}</svg>"
    )


def _shapes(filing: Filing, row: int, links: Mapping[int, str], notes: Mapping[int, str]) -> Iterator[str]:
    place: dict[int, tuple[int, int]] = {}
    for depth, _, claim in _walk(filing):
        # A chain of a hundred claims would leave no box: deeper ones stand under each other.
        x, y = 12 + min(depth, _DEEPEST) * _INDENT, row * _ROW
        if claim.parents and claim.parents[0].number in place:
            above, top = place[claim.parents[0].number]
            yield f'<path d="M{above + 10} {top + 20}V{y + 11}H{x}" class="l"/>'
        place[claim.number] = (x, y)
        kind = "d" if claim.dependent else "i"
        box = f'<rect x="{x}" y="{y + 2}" width="{_WIDTH - x - 12}" height="18" rx="3" class="{kind}"/>'
        box += f'<text x="{x + 6}" y="{y + 16}">{escape(_label(claim))}</text>'
        if note := notes.get(claim.span.start):
            box += f'<text x="{_WIDTH - 18}" y="{y + 16}" class="n" text-anchor="end">{escape(note)}</text>'
        link = links.get(claim.span.start)
        yield f'<a href="{escape(link)}">{box}</a>' if link else box
        row += 1
