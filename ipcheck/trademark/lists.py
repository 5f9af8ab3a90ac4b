"""Word lists: shipped ones with source and date, and the user's own (persons, famous marks, hot words)."""

from __future__ import annotations

import csv
import hashlib
import io
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any
from unicodedata import normalize

from ipcheck.readers.decode import decode
from ipcheck.readers.errors import ReadError
from ipcheck.readers.sheet import read_day
from ipcheck.whole import why_unread

# The lists that are the user's own: file name without suffix → what belongs in it.
USER_LISTS = {
    "领导人": "党和国家领导人的姓名",
    "外国领导人": "公众知晓的外国和国际组织领导人的姓名",
    "烈士": "英雄烈士的姓名",
    "公众人物": "政治、经济、文化、宗教、民族等公众人物的姓名、艺名",
    "驰名商标": "驰名和高知名度商标，可写类别",
    "热词": "热点事件、网络热句，写日期",
    "作品角色": "知名作品和角色的名称",
    "商品项目": "《类似商品和服务区分表》的规范商品和服务项目，每行一个",
    "字号": "有一定知名度的企业字号、简称",
    "地理标志": "地理标志名称",
    "禁用词": "低俗、歧视、敏感用语",
    "交叉检索注释": "《类似商品和服务区分表》注释里要求交叉检索的类似群，每行一条：类似群、交叉群、版本（13-2026）",
}
# Columns that a list may have besides the usual ones.
LIST_COLUMNS = {"驰名商标": ("类别", "权利人", "已注册"), "交叉检索注释": ("交叉群", "版本")}
_HASH = "sha256:"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the word folded, since and until when it counts, a note, and further columns by header."""

    word: str
    since: date | None = None
    until: date | None = None
    note: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class WordList:
    """A list: what it is, where it comes from and of what day; ``hashed`` entries hold SHA-256 of the folded word."""

    name: str
    source: str
    seen: date | None
    entries: Mapping[str, Entry]
    hashed: bool = False

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def get(self, word: str) -> Entry | None:
        """The entry that equals ``word``, None if there is none."""
        folded = fold(word)
        key = hashlib.sha256(folded.encode()).hexdigest() if self.hashed else folded
        return self.entries.get(key)

    def inside(self, text: str, *, least: int = 2) -> Iterator[tuple[int, int, Entry]]:
        """Yield (start, end, entry) for every stretch of ``text`` that is an entry of ``least`` characters or more.

        ``text`` is to be folded before, so that the offsets are its own. Longer entries come first; a hashed list is
        searched by hashing every stretch.
        """
        longest = 12 if self.hashed else max(map(len, self.entries), default=0)
        for length in range(min(len(text), longest), least - 1, -1):
            for start in range(len(text) - length + 1):
                entry = self.get(text[start : start + length])
                if entry is not None:
                    yield start, start + length, entry


class Lists:
    """All lists of a run: the shipped ones by name, the user's by name; a user's list that is not given is None."""

    def __init__(self, own: Mapping[str, WordList] | None = None) -> None:
        self.own = dict(own or {})

    def shipped(self, name: str) -> WordList:
        """A list that comes with ipcheck. Raises KeyError for a name that is none."""
        return _shipped()[name]

    def of_user(self, name: str) -> WordList | None:
        """A list of the user's, None where none was given."""
        if name not in USER_LISTS:
            raise KeyError(name)
        return self.own.get(name)


def fold(word: str) -> str:
    """A word for comparing: width and case folded, without white space and the signs between names."""
    return "".join(
        character
        for character in normalize("NFKC", word).casefold()
        if not character.isspace() and character not in "·•・"
    )


def shipped_lists() -> dict[str, WordList]:
    """The lists that come with ipcheck, by name."""
    return _shipped()


@cache
def _shipped() -> dict[str, WordList]:
    found: dict[str, WordList] = {}
    folder = resources.files("ipcheck.trademark") / "words"
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".toml"):
            raw = tomllib.loads(file.read_text(encoding="utf-8"))
            found[raw["name"]] = WordList(
                raw["name"], raw["source"], raw.get("seen"), dict(_entries(raw)), hashed=False
            )
    return found


def _entries(raw: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    """``words`` is a text of words separated by spaces, ``entry`` tables hold a word with more to it."""
    for word in str(raw.get("words", "")).split():
        yield fold(word), Entry(fold(word))
    for item in raw.get("entry", ()):
        facts = {key: str(value) for key, value in item.items() if key not in ("word", "since", "until", "note")}
        for word in item["word"].split():
            yield fold(word), Entry(fold(word), item.get("since"), item.get("until"), item.get("note", ""), facts)


def read_list(path: Path, name: str) -> WordList:
    """A user's list from a CSV file, see ``list_of``. Raises ReadError with what is wrong and where."""
    try:
        text, _ = decode(path.read_bytes())
    except OSError as error:
        raise ReadError(f"名单读不了（{why_unread(error)}）") from error
    return list_of(text, name, path.as_posix())


def list_of(text: str, name: str, source: str) -> WordList:
    """A list from CSV: the first column is the word (or sha256:…), others by header: 起, 止, 说明, 来源 ….

    Raises ReadError with what is wrong.
    """
    rows = [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]
    if not rows:
        raise ReadError("名单是空的")
    header = [cell.strip() for cell in rows[0]]
    entries: dict[str, Entry] = {}
    hashed = False
    for row in rows[1:]:
        word = row[0].strip()
        if word.startswith(_HASH):
            hashed, key = True, word.removeprefix(_HASH).strip().lower()
        else:
            key = fold(word)
        if not key:
            continue
        told = {name: cell.strip() for name, cell in zip(header[1:], row[1:], strict=False) if name and cell.strip()}
        if key in entries and not hashed:
            # A word with further rows: the first is found by the word, all by going through the list.
            key = f"{key}\n{len(entries)}"
        since, until = read_day(told.pop("起", "")), read_day(told.pop("止", ""))
        entries[key] = Entry(key.partition("\n")[0], since, until, told.pop("说明", ""), told)
    if hashed and any(len(key) != 64 for key in entries):
        raise ReadError("同一份名单里不能有的用 sha256: 有的用明文；请统一")
    return WordList(name, source, None, entries, hashed)


def read_lists(folder: Path) -> tuple[Lists, list[tuple[str, str]]]:
    """The user's lists in a folder (领导人.csv, 驰名商标.csv …) and (path, message) for each that could not be read."""
    own: dict[str, WordList] = {}
    problems: list[tuple[str, str]] = []
    for name in USER_LISTS:
        path = folder / f"{name}.csv"
        if path.is_file():
            try:
                # The blank ones of ``ipcheck init`` hold a header alone: not given, or a check would look clean.
                if filled := read_list(path, name):
                    own[name] = filled
            except ReadError as error:
                problems.append((path.as_posix(), str(error)))
    return Lists(own), problems


__all__ = [
    "LIST_COLUMNS",
    "USER_LISTS",
    "Entry",
    "Lists",
    "WordList",
    "fold",
    "list_of",
    "read_list",
    "read_lists",
    "shipped_lists",
]
