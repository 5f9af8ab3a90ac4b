"""The claim tree and the table of reference signs, as text, Markdown and SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from ipcheck.patent import Claim, Filing, PartName
from ipcheck.reporters.text_report import clean, width_of

_NAME_COLUMNS = 40
_ROW, _INDENT, _WIDTH = 26, 28, 860


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

    def below(number: int, depth: int) -> Iterator[tuple[int, bool, Claim]]:
        siblings = children.get(number, [])
        for index, claim in enumerate(siblings):
            if id(claim) in seen:
                continue
            seen.add(id(claim))
            yield depth, index == len(siblings) - 1, claim
            yield from below(claim.number, depth + 1)

    yield from below(0, 0)


def _label(claim: Claim) -> str:
    """``3（从属，引1或2）`` and the subject's name."""
    cited = "、".join(str(parent.number) for parent in claim.parents)
    role = f"从属，引{cited}" if claim.dependent else (f"独立，引{cited}" if cited else "独立")
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


_HEADS = ("标记", "名称", "标记说明", "具体实施方式", "权利要求", "摘要")


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
        rows = [_HEADS, *sign_rows(filing)]
        if len(rows) > 1:
            lines.append("")
            widths = [max(width_of(row[column]) for row in rows) for column in range(len(_HEADS))]
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
            lines += ["", f"| {' | '.join(_HEADS)} |", f"| {' | '.join('---' for _ in _HEADS)} |"]
            lines += [f"| {' | '.join(map(_plain, row))} |" for row in rows]
        lines.append("")
    return "\n".join(lines)


def _plain(text: str) -> str:
    """``text`` with Markdown's own signs made harmless."""
    return "".join("\\" + character if character in "\\`*_[]|<>" else character for character in text)


def as_svg(filings: Iterable[Filing]) -> str:
    """The claim trees as one SVG picture: a box a claim, a line to the claim it is shown under."""
    shapes: list[str] = []
    row = 0
    for filing in filings:
        shapes.append(f'<text x="12" y="{row * _ROW + 18}" class="t">{escape(clean(filing.name))}</text>')
        row += 1
        place: dict[int, tuple[int, int]] = {}
        for depth, _, claim in _walk(filing):
            x, y = 12 + depth * _INDENT, row * _ROW
            if claim.parents and claim.parents[0].number in place:
                above, top = place[claim.parents[0].number]
                shapes.append(f'<path d="M{above + 10} {top + 20}V{y + 11}H{x}" class="l"/>')
            place[claim.number] = (x, y)
            kind = "d" if claim.dependent else "i"
            shapes.append(f'<rect x="{x}" y="{y + 2}" width="{_WIDTH - x - 12}" height="18" rx="3" class="{kind}"/>')
            shapes.append(f'<text x="{x + 6}" y="{y + 16}">{escape(_label(claim))}</text>')
            row += 1
        row += 1
    height = max(1, row) * _ROW
    style = (
        "text{font:13px 'Microsoft YaHei','Noto Sans CJK SC',sans-serif}.t{font-weight:bold}"
        ".i{fill:#dbeafe;stroke:#1d4ed8}.d{fill:#fff;stroke:#94a3b8}.l{fill:none;stroke:#94a3b8}"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
        f'viewBox="0 0 {_WIDTH} {height}"><style>{style}</style>{"".join(shapes)}</svg>\n'
    )
