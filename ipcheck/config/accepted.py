"""Findings that somebody has accepted: ipcheck-accepted.toml, read and written."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ipcheck.model import Acceptance
from ipcheck.toml_text import load_toml
from ipcheck.whole import is_folder, why_unread

ACCEPTED_NAME = "ipcheck-accepted.toml"
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*accepted[ \t]*\]\]", re.MULTILINE)
_NEEDED = ("code", "fingerprint", "reason", "name", "date")
_KEYS = (*_NEEDED, "check", "words", "file", "until")
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Accepted:
    """An entry: which finding was accepted and why; ``listed`` is the file that holds the entry.

    ``place`` is the checked file where it lies on disk: the entry holds for that file alone. It is None where the file
    is gone (renamed, moved): the entry then holds for whichever file has these words in this neighbourhood.
    """

    code: str
    check: str
    fingerprint: str
    words: str
    acceptance: Acceptance
    listed: str = ""
    file: str = ""
    place: Path | None = None


def find_accepted(named: Path | None, paths: Sequence[Path]) -> list[Path]:
    """The files of acceptances: the one ``named``, else those in the working directory and beside ``paths``."""
    if named is not None:
        return [named]
    beside = [(path if is_folder(path) else path.parent) / ACCEPTED_NAME for path in paths]
    found: dict[Path, Path] = {}
    for place in (Path(ACCEPTED_NAME), *beside):
        if place.is_file():
            found.setdefault(place.resolve(), place)
    return list(found.values())


def read_accepted(path: Path, faults: list[str]) -> list[Accepted]:
    """The entries of a file; what is wrong with it goes to ``faults``, with the line."""
    shown = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
        raw = load_toml(text)
    except FileNotFoundError:
        faults.append(f"{shown}：文件不存在")
        return []
    except (OSError, UnicodeDecodeError) as error:
        faults.append(f"{shown}：读不了（{why_unread(error)}）；请存为 UTF-8 编码")
        return []
    except tomllib.TOMLDecodeError as error:
        faults.append(f"{shown}：不是合法的 TOML：{_with_line(error)}")
        return []
    entries = raw.get("accepted", [])
    if set(raw) - {"accepted"} or not isinstance(entries, list) or not all(isinstance(item, dict) for item in entries):
        faults.append(f"{shown}：只能有 [[accepted]] 的条目")
        return []
    lines = [text.count("\n", 0, match.start()) + 1 for match in _HEADER.finditer(text)]
    found = []
    for number, entry in enumerate(entries):
        where = f"{shown} 第{lines[number]}行" if len(lines) == len(entries) else f"{shown} 第{number + 1}条"
        problems = [f"{where}：{problem}" for problem in _problems(entry)]
        faults.extend(problems)
        if not problems:
            found.append(_entry(entry, path))
    return found


def as_toml(entries: Iterable[Accepted]) -> str:
    """The entries as they are appended to a file."""
    return "".join(
        "\n[[accepted]]\n" + "".join(f"{key} = {_quoted(value)}\n" for key, value in _fields(entry))
        for entry in entries
    )


def _fields(entry: Accepted) -> Iterator[tuple[str, str]]:
    yield "code", entry.code
    yield "check", entry.check
    yield "fingerprint", entry.fingerprint
    yield "words", entry.words
    yield "file", entry.file
    yield "reason", entry.acceptance.reason
    yield "name", entry.acceptance.name
    yield "date", entry.acceptance.date
    if entry.acceptance.until:
        yield "until", entry.acceptance.until


def _quoted(value: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _with_line(error: tomllib.TOMLDecodeError) -> str:
    place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    if place:
        return f"第{place[1]}行第{place[2]}字写错了（{error}）"
    return str(error) if isinstance(error.__cause__, ValueError) else f"文件没有写完（{error}）"


def _problems(entry: dict[str, Any]) -> Iterator[str]:
    for key in entry:
        if key not in _KEYS:
            yield f"不认识的项目 {key}，可以写：{'、'.join(_KEYS)}"
    for key in _NEEDED:
        if not _text(entry.get(key)):
            yield f"缺少 {key}"
    if not _FINGERPRINT.fullmatch(_text(entry.get("fingerprint"))):
        yield "fingerprint 应为16位十六进制数，从 JSON 报告里抄，或者用 ipcheck accept 写"
    for key in ("date", "until"):
        if key in entry and not is_day(_text(entry[key])):
            yield f"{key} 应写成 2026-11-22 的样子，现在是 {entry[key]}"


def is_day(text: str) -> bool:
    """Whether ``text`` is a date as 2026-11-22."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _text(value: object) -> str:
    """A string or a TOML date as text; nothing else is one."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value.strip() if isinstance(value, str) else ""


def _entry(raw: dict[str, Any], path: Path) -> Accepted:
    file = _text(raw.get("file"))
    place = path.parent / file.split("!/", 1)[0] if file and file != "-" else None
    return Accepted(
        code=_text(raw["code"]),
        check=_text(raw.get("check")),
        fingerprint=_text(raw["fingerprint"]),
        words=_text(raw.get("words")),
        acceptance=Acceptance(
            _text(raw["reason"]), _text(raw["name"]), _text(raw["date"]), _text(raw.get("until")) or None
        ),
        listed=path.as_posix(),
        file=file,
        place=place.resolve() if place is not None and place.exists() else None,
    )


__all__ = ["ACCEPTED_NAME", "Accepted", "as_toml", "find_accepted", "is_day", "read_accepted"]
