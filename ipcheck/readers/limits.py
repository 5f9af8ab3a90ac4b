"""How much of a stranger's file we are willing to take in, and how a user asks for more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on one file; a file over one of them is told as a failure.

    Sizes and memory in bytes, times in seconds. 187 ordinary .docx files stayed far below all of them
    (reference/document-io.md, section 5).
    """

    file_bytes: int = 100_000_000
    zip_entries: int = 2_000
    entry_bytes: int = 100_000_000
    total_bytes: int = 300_000_000
    ratio: int = 200
    pages: int = 2_000
    image_pixels: int = 50_000_000
    # Reading and checking; a process that a parser needs for itself (PDF, .doc) has half of it.
    seconds: int = 120
    check_seconds: int = 30
    memory: int = 2_000_000_000

    @property
    def parser_seconds(self) -> int:
        """What a parser in its own process may take."""
        return max(1, self.seconds // 2)


DEFAULT = Limits()
# From this size on a member's ratio says something: a short text of one letter is no bomb.
RATIO_FROM = 1_000_000


@dataclass(frozen=True, slots=True)
class Limit:
    """How a user names and writes a limit; ``option`` is empty where only ipcheck.toml knows it."""

    field: str
    key: str
    what: str
    unit: Literal["size", "seconds", "count"]
    least: int
    option: str = ""

    def written(self, value: int) -> str:
        """A value as a user would write it."""
        if self.unit == "size":
            return size_text(value)
        return f"{value} 秒" if self.unit == "seconds" else f"{value}"

    def as_toml(self, value: int) -> str:
        """A value as it stands in ipcheck.toml."""
        if self.unit != "size":
            return f"{value}"
        unit = next((name for name in ("GB", "MB", "KB") if value >= _UNITS[name]), "B")
        return f'"{value / _UNITS[unit]:.3f}'.rstrip("0").rstrip(".") + f'{unit}"'

    def read(self, value: object) -> int:
        """A value that a user wrote. Raises ValueError with what is expected."""
        if self.unit == "size":
            number = _size(value)
        else:
            number = value if isinstance(value, int) and not isinstance(value, bool) else None
        if number is None or not self.least <= number <= _MOST:
            least = self.written(self.least)
            example = "200MB、1.5GB 的样子（单位 KB、MB、GB）" if self.unit == "size" else "整数"
            raise ValueError(f"应写成{example}，至少 {least}")
        return number


KNOWN: Mapping[str, Limit] = {
    limit.key: limit
    for limit in (
        Limit("file_bytes", "file-size", "一个文件的大小", "size", 1, "--max-file-size"),
        Limit("pages", "pages", "一个 PDF 的页数", "count", 1, "--max-pages"),
        Limit("seconds", "seconds", "读取并检查一个文件的秒数", "seconds", 1, "--max-seconds"),
        Limit("check_seconds", "check-seconds", "一项检查用在一个文件上的秒数", "seconds", 1, "--max-check-seconds"),
        # Less does not suffice for an empty file.
        Limit("memory", "memory", "读取并检查一个文件所用的内存", "size", 100_000_000, "--max-memory"),
        Limit("total_bytes", "unpacked", "一个 .docx 或者 ZIP 解开后的大小", "size", 1),
        Limit("entry_bytes", "unpacked-member", "其中一个成员解开后的大小", "size", 1),
        Limit("zip_entries", "members", "一个 .docx 或者 ZIP 里的成员数", "count", 1),
        Limit("ratio", "ratio", "成员的压缩比", "count", 2),
        Limit("image_pixels", "pixels", "一幅图的像素数", "count", 1),
    )
}
assert {limit.field for limit in KNOWN.values()} == {item.name for item in fields(Limits)}
_BY_FIELD = {limit.field: limit for limit in KNOWN.values()}
_MOST = 10**15
_UNITS = {"B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9}
_SIZE = re.compile(r"\s*(\d{1,9}(?:\.\d{1,3})?)\s*(B|KB|MB|GB)\s*", re.IGNORECASE)


def limit_told(limits: Limits, field: str) -> str:
    """What the limit is and how to raise it, for the end of a sentence that names the file and its fault."""
    limit = _BY_FIELD[field]
    setting = f"ipcheck.toml 的 [limits] {limit.key}"
    way = f"{limit.option} 或者 {setting}" if limit.option else setting
    return f"上限 {limit.written(getattr(limits, field))}，可用 {way} 调高"


def size_text(size: int) -> str:
    """A size in decimal units, as short as it can be without lying."""
    for unit in ("GB", "MB", "KB"):
        if size >= _UNITS[unit]:
            return f"{size / _UNITS[unit]:.1f}".removesuffix(".0") + f" {unit}"
    return f"{size} 字节"


def _size(value: object) -> int | None:
    match = _SIZE.fullmatch(value) if isinstance(value, str) else None
    return round(float(match[1]) * _UNITS[match[2].upper()]) if match else None


__all__ = ["DEFAULT", "KNOWN", "RATIO_FROM", "Limit", "Limits", "limit_told", "size_text"]
