"""The folder of one evaluation: plain files with fixed names, a log, and nothing of people's work overwritten."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from ipcheck import __version__
from ipcheck.model.shapes import misfits
from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import DEFAULT, Limits
from ipcheck.readers.registry import read_whole
from ipcheck.readers.table import SUFFIXES, Table, sheets_of
from ipcheck.review.errors import ReviewError
from ipcheck.review.plan import Plan, read_plan
from ipcheck.review.rosters import (
    Agency,
    Declared,
    Expert,
    File,
    Roster,
    agencies_of,
    declared_of,
    experts_of,
    files_of,
)
from ipcheck.review.shapes import (
    APPEALS_SHAPE,
    ASSIGNMENT_SHAPE,
    COLLECTED_SHAPE,
    MANIFEST_SHAPE,
    SAMPLE_SHAPE,
    SCORES_SHAPE,
    THIRD_SHAPE,
)
from ipcheck.toml_text import told_plainly
from ipcheck.whole import why, write_atomically

PLAN = "评查计划.toml"
SAMPLE = "抽样结果.json"
ASSIGNMENT = "指派结果.json"
BLIND = "匿名卷"
BLIND_KEY = "匿名对照表.json"
MACHINE = "机检结果"
SHEETS = "评分表"
FORMS = "评分单"
COLLECTED = "收回评分.json"
SCORES = "成绩.json"
THIRD = "第三评指派.json"
REPORTS = "报告"
APPEALS = "复议.json"
CHANGES = "成绩变化.json"
LOG = "日志.jsonl"
OLD = "旧"

MANIFEST = f"{SHEETS}/清单.json"

_SHAPES = {
    SAMPLE: SAMPLE_SHAPE,
    ASSIGNMENT: ASSIGNMENT_SHAPE,
    THIRD: THIRD_SHAPE,
    APPEALS: APPEALS_SHAPE,
    COLLECTED: COLLECTED_SHAPE,
    SCORES: SCORES_SHAPE,
    MANIFEST: MANIFEST_SHAPE,
}
# How many faults of one file are told.
_SHOWN = 5
ItemT = TypeVar("ItemT")


class Folder:
    """An evaluation's folder. What is read through it is noted with its SHA-256 for the log."""

    def __init__(self, path: Path, limits: Limits = DEFAULT) -> None:
        self.path = path
        self._limits = limits
        self._read: dict[str, str] = {}
        self._written: dict[str, str] = {}

    @property
    def inputs(self) -> Mapping[str, str]:
        """The files read so far by name, with the SHA-256 of their bytes."""
        return dict(self._read)

    def has(self, name: str) -> bool:
        """Whether there is a file or folder of that name."""
        return (self.path / name).exists()

    def bytes_of(self, name: str) -> bytes:
        """The bytes of a file. Raises ReviewError naming it."""
        try:
            data = read_whole(self.path / name, self._limits)
        except ReadError as error:
            raise ReviewError(f"{name}：{error}") from error
        self._read[name] = hashlib.sha256(data).hexdigest()
        return data

    def data(self, name: str, step: str) -> Any:
        """The JSON in a file that ``ipcheck review {step}`` makes. Raises ReviewError if it is not there or broken."""
        if not self.has(name):
            raise ReviewError(f"还没有 {name}；请先运行 ipcheck review {step}")
        try:
            loaded = json.loads(self.bytes_of(name))
        except (ValueError, RecursionError) as error:
            raise ReviewError(
                f"{name}：内容不是 JSON（{told_plainly(error)}）；请重新运行 ipcheck review {step}"
            ) from error
        if found := list(islice(misfits(loaded, _SHAPES[name]), _SHOWN)):
            raise ReviewError(f"{name}：{told}；请不要手工改它，重新运行 ipcheck review {step}" for told in found)
        return loaded

    @cached_property
    def plan(self) -> Plan:
        """The plan."""
        try:
            return read_plan(self.bytes_of(PLAN).decode("utf-8-sig"), PLAN)
        except UnicodeDecodeError as error:
            raise ReviewError(f"{PLAN}：不是 UTF-8 编码；请用记事本另存为 UTF-8") from error

    @cached_property
    def agencies(self) -> Roster[Agency]:
        """The roster of agencies."""
        return self._roster("机构名册", agencies_of)

    @cached_property
    def files(self) -> Roster[File]:
        """The roster of files."""
        return self._roster("案卷名册", files_of)

    @cached_property
    def experts(self) -> Roster[Expert]:
        """The roster of experts."""
        return self._roster("专家名册", experts_of)

    @cached_property
    def declared(self) -> Roster[Declared]:
        """The declared conflicts, none where there is no such table."""
        if not any(self.has(f"回避申报{suffix}") for suffix in SUFFIXES):
            return Roster((), "")
        return self._roster("回避申报", declared_of)

    def _roster(self, stem: str, made: Callable[[Table], Roster[ItemT]]) -> Roster[ItemT]:
        names = [f"{stem}{suffix}" for suffix in SUFFIXES if self.has(f"{stem}{suffix}")]
        if not names:
            raise ReviewError(f"没有 {stem}.csv（或者 .xlsx）；空白表由 ipcheck review init 写好")
        if len(names) > 1:
            raise ReviewError(f"{'、'.join(names)} 同时存在，不知道用哪一份；请只留一份")
        try:
            tables = sheets_of(self.bytes_of(names[0]), names[0], self._limits)
            if len(tables) > 1:
                told = "、".join(f"“{table.sheet}”" for table in tables)
                raise ReviewError(f"{names[0]}：工作表 {told} 都有内容，不知道用哪一张；请只留一张")
            return made(tables[0])
        except ReadError as error:
            raise ReviewError(f"{names[0]}：{error}") from error

    def keep(self, name: str, content: bytes, *, again: bool = False, replace: bool = False) -> bool:
        """Write a result; whether anything changed.

        The same bytes are left alone. Others are not overwritten: ReviewError, unless ``again``; then the old file is
        kept under 旧/. ``replace`` is for what no person fills in and every run works out anew.
        """
        target = self.path / name
        digest = hashlib.sha256(content).hexdigest()
        self._written[name] = digest
        try:
            if target.exists():
                old = hashlib.sha256(target.read_bytes()).hexdigest()
                if old == digest:
                    return False
                if not again and not replace:
                    raise ReviewError(
                        f"{name} 已经存在，与这次的结果不同，没有改动；确实要重来请加 --again（旧的移到 旧/ 里保留）"
                    )
                if not replace:
                    self._put_away(name, old)
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(target, content)
        except OSError as error:
            raise ReviewError(f"{name} 写不进去：{why(error)}；原有文件没有改动") from error
        return True

    def _put_away(self, name: str, digest: str) -> None:
        """Move a file to the folder of old ones: what is sent to experts must hold the new ones only."""
        target = self.path / name
        kept = self.path / OLD / Path(name).with_name(f"{target.stem}.旧-{digest[:8]}{target.suffix}")
        kept.parent.mkdir(parents=True, exist_ok=True)
        target.replace(kept)

    def put_away(self, name: str) -> None:
        """Move a file of an earlier run to the folder of old ones. Raises ReviewError."""
        try:
            self._put_away(name, hashlib.sha256((self.path / name).read_bytes()).hexdigest())
        except OSError as error:
            raise ReviewError(f"{name} 移不走：{why(error)}；请手工移到 {OLD}/") from error

    def keep_data(self, name: str, data: Any, *, again: bool = False, replace: bool = False) -> bool:
        """Write plain data as JSON; the same data gives the same bytes."""
        return self.keep(name, as_json(data), again=again, replace=replace)

    def log(self, step: str, by: str) -> None:
        """Append to the log who ran which step on what, and what it wrote. Raises ReviewError."""
        entry = {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "by": by,
            "step": step,
            "ipcheck": __version__,
            "read": dict(sorted(self._read.items())),
            "wrote": dict(sorted(self._written.items())),
        }
        try:
            with (self.path / LOG).open("a", encoding="utf-8", newline="\n") as stream:
                stream.write(json.dumps(entry, ensure_ascii=False) + "\n")
        except OSError as error:
            raise ReviewError(f"{LOG} 写不进去：{why(error)}") from error


def as_json(data: Any) -> bytes:
    """Plain data as the bytes of a JSON file."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


__all__ = [
    "APPEALS",
    "ASSIGNMENT",
    "BLIND",
    "BLIND_KEY",
    "CHANGES",
    "COLLECTED",
    "FORMS",
    "LOG",
    "MACHINE",
    "MANIFEST",
    "OLD",
    "PLAN",
    "REPORTS",
    "SAMPLE",
    "SCORES",
    "SHEETS",
    "THIRD",
    "Folder",
    "as_json",
]
