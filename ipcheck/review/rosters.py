"""The tables of an evaluation: agencies, their files, experts, declared conflicts of interest."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar
from unicodedata import normalize

from ipcheck.readers.sheet import Columns, Row, Sheet
from ipcheck.readers.table import Table
from ipcheck.review.errors import ReviewError


class AgencyColumn(StrEnum):
    """The roster of agencies."""

    CODE = "机构代码"
    NAME = "机构名称"
    SHORT = "简称"
    STRATUM = "层"
    MUST = "必查"
    WHY = "必查理由"
    STAFF = "代理师人数"
    PHONE = "联系电话"


class FileColumn(StrEnum):
    """The roster of files (案卷): those of all agencies in the period."""

    AGENCY = "机构代码"
    NUMBER = "案卷号"
    KIND = "类型"
    FIELD = "领域"
    FILED = "提交日"
    PATH = "文件"
    TITLE = "名称"
    APPLICANTS = "申请人"
    INVENTORS = "发明人"
    ATTORNEYS = "代理师"


class ExpertColumn(StrEnum):
    """The roster of experts, with what they have declared."""

    NAME = "姓名"
    EMPLOYER = "工作单位"
    FORMER = "曾任单位"
    CLIENTS = "客户"
    KIN = "近亲属"
    RIVALS = "竞争单位"
    CASES = "经办案卷"


class ConflictColumn(StrEnum):
    """Conflicts that somebody else has declared."""

    EXPERT = "专家"
    OBJECT = "对象"
    RELATION = "关系"
    NOTE = "说明"


_AGENCIES = Columns(
    AgencyColumn,
    {
        AgencyColumn.CODE: "代码 机构编号 code",
        AgencyColumn.NAME: "名称 机构 代理机构 name",
        AgencyColumn.STRATUM: "等级 信用等级 分层 stratum grade",
        AgencyColumn.MUST: "必须检查 必检 must",
        AgencyColumn.WHY: "理由 why",
        AgencyColumn.STAFF: "人数 执业代理师 staff",
        AgencyColumn.PHONE: "电话 phone",
    },
)
_FILES = Columns(
    FileColumn,
    {
        FileColumn.AGENCY: "代码 机构编号 agency",
        FileColumn.NUMBER: "案号 卷号 申请号 内部编号 number",
        FileColumn.KIND: "专利类型 种类 kind",
        FileColumn.FIELD: "技术领域 专业 field",
        FileColumn.FILED: "申请日 提交日期 申请日期 filed",
        FileColumn.PATH: "路径 文件名 文件夹 path",
        FileColumn.TITLE: "发明名称 专利名称 title",
        FileColumn.APPLICANTS: "applicant applicants",
        FileColumn.INVENTORS: "设计人 inventors",
        FileColumn.ATTORNEYS: "代理人 撰写人 attorneys",
    },
)
_EXPERTS = Columns(
    ExpertColumn,
    {
        ExpertColumn.NAME: "专家 name",
        ExpertColumn.EMPLOYER: "单位 所在单位 employer",
        ExpertColumn.FORMER: "曾工作单位 former",
        ExpertColumn.CLIENTS: "现客户 clients",
        ExpertColumn.KIN: "亲属 kin",
        ExpertColumn.RIVALS: "竞争关系 rivals",
        ExpertColumn.CASES: "经办案件 cases",
    },
)
_CONFLICTS = Columns(
    ConflictColumn,
    {
        ConflictColumn.EXPERT: "姓名 expert",
        ConflictColumn.OBJECT: "回避对象 object",
        ConflictColumn.RELATION: "回避理由 relation",
        ConflictColumn.NOTE: "备注 note",
    },
)
# How much of a strange first row is shown.
_SHOWN = 80
_FORMER = re.compile(r"(?P<name>[^()（）]+?)[(（](?P<day>[^()（）]*)[)）]$")


def same_name(text: str) -> str:
    """A name or code for comparing: width folded, without spaces, upper case."""
    return re.sub(r"\s+", "", normalize("NFKC", text)).upper()


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency of the roster. ``must`` and ``why``: it is looked at without being drawn."""

    code: str
    name: str
    short: str
    stratum: str
    must: bool
    why: str
    staff: int | None
    phone: str


@dataclass(frozen=True, slots=True)
class File:
    """A file of an agency; ``path`` is relative to the evaluation's folder, empty if it is not at hand."""

    agency: str
    number: str
    kind: str
    field: str
    filed: date | None
    path: str
    title: str
    applicants: tuple[str, ...]
    inventors: tuple[str, ...]
    attorneys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expert:
    """An expert and what they declared; ``former`` are employers with the day they left, None if not said."""

    name: str
    employer: str
    former: tuple[tuple[str, date | None], ...]
    clients: tuple[str, ...]
    kin: tuple[str, ...]
    rivals: tuple[str, ...]
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """A conflict somebody declared: the expert, whom or what it is about (agency, applicant, file), which one."""

    expert: str
    object: str
    relation: str


ItemT = TypeVar("ItemT")
ColumnT = TypeVar("ColumnT", bound=StrEnum)


@dataclass(frozen=True)
class Roster(Generic[ItemT]):
    """A table as read: its items by name or code, and the digest of what it says whatever its order and format."""

    items: tuple[ItemT, ...]
    digest: str


def agencies_of(table: Table) -> Roster[Agency]:
    """The agencies in order of their codes. Raises ReviewError with every row that cannot be used."""
    sheet = _sheet(table, _AGENCIES, AgencyColumn.CODE, AgencyColumn.NAME, AgencyColumn.STRATUM)
    problems: list[str] = []
    found: dict[str, Agency] = {}
    for row in _rows(sheet, (AgencyColumn.CODE, AgencyColumn.NAME, AgencyColumn.STRATUM), problems):
        code = same_name(row.text(AgencyColumn.CODE))
        if code in found:
            problems.append(f"{_at(row)}：机构代码 {code} 重复")
            continue
        staff = row.number(AgencyColumn.STAFF)
        found[code] = Agency(
            code,
            row.text(AgencyColumn.NAME),
            row.text(AgencyColumn.SHORT),
            row.text(AgencyColumn.STRATUM),
            row.yes(AgencyColumn.MUST),
            row.text(AgencyColumn.WHY),
            int(staff) if staff is not None else None,
            row.text(AgencyColumn.PHONE),
        )
    return _roster(sheet, [found[code] for code in sorted(found)], problems)


def files_of(table: Table) -> Roster[File]:
    """The files in order of agency and number. Raises ReviewError with every row that cannot be used."""
    needed = (FileColumn.AGENCY, FileColumn.NUMBER, FileColumn.KIND)
    sheet = _sheet(table, _FILES, *needed)
    problems: list[str] = []
    found: dict[tuple[str, str], File] = {}
    paths: dict[str, tuple[str, str]] = {}
    for row in _rows(sheet, needed, problems):
        key = same_name(row.text(FileColumn.AGENCY)), same_name(row.text(FileColumn.NUMBER))
        filed = row.day(FileColumn.FILED)
        if key in found:
            problems.append(f"{_at(row)}：机构 {key[0]} 的案卷号 {key[1]} 重复")
            continue
        if row.text(FileColumn.FILED) and filed is None:
            problems.append(f"{_at(row)}：提交日“{row.text(FileColumn.FILED)}”不是日期，请写成 2026-03-05 的样子")
        path = str(row.cell(FileColumn.PATH) or "").strip().replace("\\", "/")
        if path and paths.setdefault(path, key) != key:
            problems.append(
                f"{_at(row)}：文件 {path} 已经是机构 {paths[path][0]} 的案卷 {paths[path][1]}；请改正其中一个"
            )
        found[key] = File(
            *key,
            row.text(FileColumn.KIND),
            row.text(FileColumn.FIELD),
            filed,
            path,
            row.text(FileColumn.TITLE),
            row.names(FileColumn.APPLICANTS),
            row.names(FileColumn.INVENTORS),
            row.names(FileColumn.ATTORNEYS),
        )
    return _roster(sheet, [found[key] for key in sorted(found)], problems)


def experts_of(table: Table) -> Roster[Expert]:
    """The experts in order of their names. Raises ReviewError: two of one name need a mark to tell them apart."""
    sheet = _sheet(table, _EXPERTS, ExpertColumn.NAME, ExpertColumn.EMPLOYER)
    problems: list[str] = []
    found: dict[str, Expert] = {}
    for row in _rows(sheet, (ExpertColumn.NAME,), problems):
        name = row.text(ExpertColumn.NAME)
        if same_name(name) in found:
            problems.append(f"{_at(row)}：专家“{name}”重名，请加上区别，如“{name}（乙所）”")
            continue
        found[same_name(name)] = Expert(
            name,
            row.text(ExpertColumn.EMPLOYER),
            tuple(_former(row)),
            row.names(ExpertColumn.CLIENTS),
            row.names(ExpertColumn.KIN),
            row.names(ExpertColumn.RIVALS),
            tuple(map(same_name, row.names(ExpertColumn.CASES))),
        )
    return _roster(sheet, [found[key] for key in sorted(found)], problems)


def declared_of(table: Table) -> Roster[Declared]:
    """The declared conflicts, in order. Raises ReviewError with every row that cannot be used."""
    needed = (ConflictColumn.EXPERT, ConflictColumn.OBJECT)
    sheet = _sheet(table, _CONFLICTS, *needed)
    problems: list[str] = []
    found = [
        Declared(
            row.text(ConflictColumn.EXPERT),
            row.text(ConflictColumn.OBJECT),
            row.text(ConflictColumn.RELATION) or "申报",
        )
        for row in _rows(sheet, needed, problems)
    ]
    return _roster(sheet, sorted(set(found), key=lambda item: (item.expert, item.object, item.relation)), problems)


def templates() -> dict[str, str]:
    """Blank tables by the stem of their file name: the headers, one line."""
    return {
        "机构名册": _AGENCIES.template(),
        "案卷名册": _FILES.template(),
        "专家名册": _EXPERTS.template(),
        "回避申报": _CONFLICTS.template(),
    }


def _sheet(table: Table, columns: Columns[ColumnT], *needed: ColumnT) -> Sheet[ColumnT]:
    sheet = Sheet(table, columns)
    lacking = [column.value for column in needed if not sheet.has(column)]
    if lacking:
        header = "、".join(map(str, table.header))[:_SHOWN]
        raise ReviewError(f"{table.document.path}：第一行没有“{'”“'.join(lacking)}”列（现在是：{header}）")
    return sheet


def _rows(sheet: Sheet[ColumnT], needed: Iterable[ColumnT], problems: list[str]) -> Iterator[Row[ColumnT]]:
    for row in sheet.rows:
        empty = [column.value for column in needed if not row.text(column)]
        if empty:
            problems.append(f"{_at(row)}：“{'”“'.join(empty)}”是空的")
        else:
            yield row


def _at(row: Row[ColumnT]) -> str:
    span = row.span()
    return f"{span.document.path} {span.source}"


def _roster(sheet: Sheet[ColumnT], items: list[ItemT], problems: list[str]) -> Roster[ItemT]:
    if problems:
        raise ReviewError(problems)
    if not items and sheet.columns and ConflictColumn.EXPERT not in sheet.columns:
        raise ReviewError(f"{sheet.table.document.path}：表里一行也没有")
    # Sorted lines: neither the order of rows nor the format of the file counts, only what it says.
    lines = sorted(
        json.dumps({column.value: row.text(column) for column in sheet.columns}, ensure_ascii=False, sort_keys=True)
        for row in sheet.rows
    )
    return Roster(tuple(items), hashlib.sha256("\n".join(lines).encode()).hexdigest())


def _former(row: Row[ExpertColumn]) -> Iterator[tuple[str, date | None]]:
    from_text = row.names(ExpertColumn.FORMER)
    for entry in from_text:
        match = _FORMER.fullmatch(entry)
        if match is None:
            yield entry, None
        else:
            yield match["name"], _month_or_day(match["day"])


def _month_or_day(text: str) -> date | None:
    match = re.search(r"((?:19|20)\d\d)[-./年]?(\d{1,2})?[-./月]?(\d{1,2})?", text)
    if match is None:
        return None
    try:
        # Only a year or a month is said: the last day it can mean, so that nobody is let in too early.
        if match[3]:
            return date(int(match[1]), int(match[2]), int(match[3]))
        month = int(match[2] or 12)
        return date(int(match[1]) + month // 12, month % 12 + 1, 1)
    except ValueError:
        return None


__all__ = [
    "Agency",
    "Declared",
    "Expert",
    "File",
    "Roster",
    "agencies_of",
    "declared_of",
    "experts_of",
    "files_of",
    "same_name",
    "templates",
]
