"""Reads the application form (商标注册申请书): label cells and what stands beside them, as a table of one mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ipcheck.model import Span
from ipcheck.model.document import Document, DocumentBuilder
from ipcheck.readers.errors import ReadError
from ipcheck.readers.table import Table
from ipcheck.trademark.columns import COLUMNS, Column

# Boxes in front of the choices of a form.
_TICKED, _EMPTY = "☑☒√✓✔■", "□☐○"
_CHOICE = re.compile(rf"(?P<box>[{_TICKED}{_EMPTY}])\s*(?P<what>[^{_TICKED}{_EMPTY}\s；;，,]+)")
_LABELLED = re.compile(r"\s*(?P<label>[^:：\n]{1,24})[:：]\s*(?P<value>.*)")
# What the form itself prints beside a label.
_HINT = re.compile(r"[(（](?:中文|英文|见附页|可附页|必填)[)）]|填写说明.*")

Piece = tuple[Column, Span]


def table_of_form(document: Document) -> Table:
    """The form in ``document`` as a table with one row; cells keep their places in the form. Raises ReadError."""
    cells: dict[Column, list[tuple[str, Span]]] = {}
    nice = ""
    for column, span in _pieces(document):
        if column is Column.CLASS:
            nice = str(span)
        # Goods stand below their class; where there are several, the class is written in front of them.
        told = f"第{nice.strip('第类')}类：" if column is Column.GOODS and nice.strip("第类").isdigit() else ""
        cells.setdefault(column, []).append((told, span))
    if len(cells.get(Column.CLASS, ())) < 2:
        cells |= {column: [("", span) for _, span in found] for column, found in cells.items()}
    if Column.MARK not in cells and Column.CLASS not in cells and Column.APPLICANT not in cells:
        raise ReadError("没有认出商标注册申请书的栏目（商标、类别、申请人）；请用申请书模板，或者把内容填进申请表")
    builder = DocumentBuilder(document.path, document.format)
    header, row = [], []
    for index, column in enumerate(cells):
        start = builder.add(("\t" if index else "") + column.value)
        header.append((start + bool(index), start + bool(index) + len(column.value)))
    builder.end_paragraph()
    for index, spans in enumerate(cells.values()):
        if index:
            builder.add("\t")
        start = builder.offset
        for number, (told, span) in enumerate(spans):
            builder.add(("；" if number else "") + told)
            builder.add(_chosen(str(span)), span.place)
        row.append((start, builder.offset))
    builder.end_paragraph()
    made = builder.build(sha256=document.sha256, encoding=document.encoding)
    return Table(
        made,
        tuple(Span(made, start, end) for start, end in header),
        (tuple(Span(made, start, end) for start, end in row),),
    )


def _pieces(document: Document) -> Iterator[Piece]:
    """Yield (column, words) of every label with something beside it."""
    label: Column | None = None
    where: tuple[int | None, int] | None = None
    for paragraph in document.paragraphs:
        span = Span(document, paragraph.start, paragraph.end).trimmed()
        if not len(span) or not str(span).strip("\ufffc \u3000"):
            continue
        row = (paragraph.table, paragraph.cell[0]) if paragraph.cell is not None else None
        if row != where:
            label, where = None, row
        column = COLUMNS.of(str(span))
        if column is not None and (row is not None or str(span).rstrip().endswith((":", "："))):
            label = column
        elif (pair := _labelled(span)) is not None:
            # 申请人名称：青禾食品有限公司 — label and value in one.
            if len(pair[1]):
                yield pair
            label = pair[0]
        elif label is not None and row is not None and not _HINT.fullmatch(str(span)):
            yield label, span


def _labelled(span: Span) -> Piece | None:
    match = _LABELLED.fullmatch(str(span))
    column = COLUMNS.of(match["label"]) if match else None
    if match is None or column is None:
        return None
    return column, span.sub(match.start("value"), match.end("value")).trimmed()


def _chosen(words: str) -> str:
    """What is ticked, where a cell has boxes; else all of it."""
    choices = list(_CHOICE.finditer(words))
    if not choices:
        return words.replace("\ufffc", "")
    return "、".join(match["what"] for match in choices if match["box"] in _TICKED)


__all__ = ["table_of_form"]
