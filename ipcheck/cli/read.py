"""``ipcheck read``: the text as ipcheck reads it, part by part, with numbers and places."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.files import put_utf8
from ipcheck.cli.options import bounded, limiting, tell_failures
from ipcheck.engine import draw_patents
from ipcheck.model import Document, Span
from ipcheck.patent import Claim, Filing
from ipcheck.reporters.formats import writable
from ipcheck.reporters.text_report import clean

_MARKS = {
    "generated": "自动编号",
    "inserted": "修订插入",
    "deleted": "修订删除",
    "hidden": "隐藏文字",
    "sub": "下标",
    "sup": "上标",
    "comment": "批注",
    "highlight": "突出显示",
    "formula": "公式",
    "footnote": "脚注",
    "unmapped": "不认识的字符",
}
_OBJECTS = {"picture": "图", "formula": "公式", "chemistry": "化学式", "ole": "嵌入对象", "table-image": "表格图"}


def place(span: Span) -> dict[str, Any]:
    """A span as JSON: words and place."""
    return {
        "text": str(span),
        "start": span.start,
        "end": span.end,
        "line": span.line,
        "column": span.column,
        "source": span.source,
        "path": span.document.path,
    }


def as_dict(filing: Filing) -> dict[str, Any]:
    """What was drawn from an application: parts, claims, sections, figures, reference signs with their places."""
    description, request = filing.description, filing.request
    return {
        "name": filing.name,
        "kind": filing.kind.value if filing.kind else None,
        "documents": [_document(document) for document in filing.documents],
        "parts": [
            {"part": name.value, "lines": len(part.lines), **place(part.span)}
            for name, part in filing.parts.items()
            if part
        ],
        "title": place(filing.title) if filing.title else None,
        "claims": [_claim(claim) for claim in filing.claims],
        "sections": [
            {"section": section.name.value, "paragraphs": len(section.paragraphs), **place(section.heading)}
            for section in (description.sections if description else ())
        ],
        "figures": [{"label": figure.label, **place(figure.span)} for figure in filing.figures],
        "captions": [{"labels": list(caption.labels), **place(caption.span)} for caption in filing.captions],
        "numerals": [
            {
                "sign": numeral.sign,
                "name": numeral.name,
                "listed": [place(entry.span) for entry in numeral.listed],
                "places": [place(item.span) for item in numeral.occurrences],
            }
            for numeral in filing.numerals.values()
        ],
        "request": [
            {"field": item.key, "label": str(item.label), **place(item.value)}
            for item in (request.fields if request else ())
        ],
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "path": document.path,
        "format": document.format,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "margins": list(document.margins),
        "notes": [*document.notes, *document.remarks],
        "text": document.text,
        "marks": {kind: len(marks) for kind, marks in sorted(document.marks_by_kind.items())},
        "objects": [
            {"kind": item.kind, "start": item.start, "name": item.name, "label": item.label}
            for item in document.objects
        ],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "number": claim.number,
        "dependent": claim.dependent,
        "subject": claim.subject_name,
        "references": [list(reference.numbers) for reference in claim.references],
        "paths": [[parent.number for parent in chain] for chain in claim.paths],
        **place(claim.span),
    }


def as_text(filing: Filing) -> Iterator[str]:
    """What was drawn, for reading: each part's lines with place, marks named in brackets."""
    kind = filing.kind.chinese if filing.kind else "种类不明"
    yield f"== {clean(filing.name)}（{kind}）"
    for document in filing.documents:
        marks = "，".join(
            f"{_MARKS.get(key, key)} {len(found)}" for key, found in sorted(document.marks_by_kind.items())
        )
        objects: dict[str, int] = {}
        for item in document.objects:
            objects[item.kind] = objects.get(item.kind, 0) + 1
        things = "，".join(f"{_OBJECTS.get(key, key)} {count}" for key, count in objects.items())
        details = "；".join(piece for piece in (f"{len(document.text)} 字", marks, things) if piece)
        encoding = f"，{document.encoding}" if document.encoding else ""
        yield f"文件 {clean(document.path)}（{document.format}{encoding}）：{details}"
        for margin in document.margins:
            yield f"  页眉页脚：{clean(margin)}"
        for note in (*document.notes, *document.remarks):
            yield f"  注意：{clean(note)}"
    for name, part in filing.parts.items():
        yield ""
        yield f"-- {name.chinese}（{clean(part.document.path)}）"
        for line in part.lines:
            yield f"{line.source:>8} | {_marked(line)}"
    yield ""
    yield from _drawn(filing)


def _marked(line: Span) -> str:
    """A line with objects named and tracked words bracketed."""
    document = line.document
    pieces: list[str] = []
    for offset in range(line.start, line.end):
        item = document.object_at.get(offset)
        if item is not None:
            label = f" {item.label}" if item.label else ""
            pieces.append(f"[{_OBJECTS.get(item.kind, item.kind)}{label}]")
        else:
            pieces.append(document.text[offset])
    notes = [
        f"{_MARKS.get(mark.kind, mark.kind)}“{mark.detail or document.text[mark.start : mark.end]}”"
        for mark in document.marks
        if mark.kind not in ("sub", "sup") and line.start <= mark.start <= line.end and mark.end <= line.end
    ]
    return clean("".join(pieces)) + (f"    〔{clean('；'.join(notes))}〕" if notes else "")


def _drawn(filing: Filing) -> Iterator[str]:
    if filing.title is not None:
        yield f"名称：{clean(str(filing.title))}"
    for claim in filing.claims:
        role = "从属" if claim.dependent else "独立"
        chains = "；".join("→".join(str(item.number) for item in (claim, *chain)) for chain in claim.paths)
        yield f"权利要求{claim.number}（{role}）：{claim.subject_name}    {chains}"
    if filing.description is not None:
        yield "章节：" + "、".join(section.name.chinese for section in filing.description.sections)
    if filing.captions:
        yield "附图说明：" + "、".join(f"图{label}" for caption in filing.captions for label in caption.labels)
    if filing.figures:
        yield "附图：" + "、".join(f"图{figure.label}" for figure in filing.figures)
    for numeral in filing.numerals.values():
        listed = "，在标记说明中" if numeral.listed else ""
        yield f"附图标记 {numeral.sign}：{numeral.name or '（名称不明）'}（{len(numeral.occurrences)} 处{listed}）"


@click.command("read", cls=ChineseHelp)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="文件…")
@click.option("--kind", type=click.Choice(("invention", "utility-model", "design")), help="申请的种类")
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", help="格式")
@limiting
def command(paths: tuple[Path, ...], kind: str | None, format_: str, limits: Mapping[str, str]) -> None:
    """显示 ipcheck 读到了什么：文字、部分、权利要求、附图、附图标记，各在哪里。"""
    files = tuple(path for path in paths if str(path) != "-")
    stdin = sys.stdin.buffer.read() if len(files) < len(paths) else None
    filings, failures = draw_patents(files, bounded(limits, kind or ""), stdin=stdin)
    if format_ == "json":
        told = json.dumps({"filings": [as_dict(filing) for filing in filings]}, ensure_ascii=False, indent=2)
        put_utf8(writable(told) + "\n")
    else:
        for filing in filings:
            click.echo(writable("\n".join(as_text(filing))))
    tell_failures(failures)
