"""Why two applications may rightly be alike: one invention filed twice the same day, a division, a priority, versions.

What the papers themselves say comes first; likeness alone never makes kin.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from ipcheck.model.text import squeeze
from ipcheck.patent import Filing, Kind
from ipcheck.toml_text import load_toml
from ipcheck.whole import why_unread

_NUMBER = re.compile(r"(?:CN|ZL)?\s*((?:19|20)\d{2}[1-35-9]\d{7}|\d{2}[1-3]\d{5})\s*(?:[.．]?\s*[\dX])?", re.IGNORECASE)
_SAID_DIVISION = re.compile(r"本(?:申请|案|发明|实用新型)[^。]{0,60}分案申请|分案申请[^。]{0,20}原申请")
_YES = re.compile(r"是|[√☑✓■]|声明|已")
_VERSION = re.compile(
    r"(?:[-_.\s（(]*(?:v|ver|版本?|第)?\s*\d{1,3}(?:\.\d+)?(?:版|稿|次)?[)）]*|[-_.\s（(]*"
    r"(?:初稿|二稿|三稿|终稿|定稿|修改稿?|修订稿?|返稿|最终版?|副本|copy|final|new|旧版?|新版?|客户(?:确认|反馈)稿?)[)）]*)+$",
    re.IGNORECASE,
)

FAMILY_FILE = "ipcheck-family.toml"


@dataclass(frozen=True)
class Family:
    """A declared series: its name, the reason, and patterns of the paths of its members."""

    name: str
    reason: str
    members: tuple[str, ...]

    def holds(self, path: str) -> bool:
        """Whether the application of that path belongs to it."""
        plain = PurePath(path).as_posix()
        return any(
            fnmatchcase(plain, pattern) or fnmatchcase(plain, f"*/{pattern}") or fnmatchcase(plain, f"*/{pattern}/*")
            for pattern in self.members
        )


def read_families(path: Path) -> tuple[list[Family], list[str]]:
    """The families declared in a file, and what is wrong with it (Chinese sentences)."""
    try:
        raw = load_toml(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return [], [f"系列申请清单读不了（{why_unread(error)}）；应为 UTF-8 编码的 TOML"]
    families, problems = [], []
    entries = raw.get("family", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return [], ["系列申请清单应由 [[family]] 段组成"]
    for number, entry in enumerate(entries, 1):
        name, reason, members = (entry.get(key) for key in ("name", "reason", "members"))
        if not isinstance(name, str) or not isinstance(reason, str) or not reason.strip():
            problems.append(f"系列申请清单第{number}段要有 name（名称）和 reason（理由）")
        elif not isinstance(members, list) or not all(isinstance(item, str) for item in members) or len(members) < 1:
            problems.append(f"系列申请清单第{number}段的 members 应为一列路径")
        else:
            families.append(Family(name, reason, tuple(members)))
    return families, problems


@dataclass(frozen=True)
class Identity:
    """What an application's papers say of who and what it is."""

    path: str
    kind: Kind | None
    title: str
    number: str
    applicants: frozenset[str]
    contacts: frozenset[str]
    dual: bool
    division: bool
    earlier: frozenset[str]
    asked: bool

    @classmethod
    def of(cls, filing: Filing) -> Identity:
        """The identity of an application."""
        request = filing.request
        facts = [document.facts for document in filing.documents]
        number = next((found for fact in facts if (found := _number(fact.get("number", "")))), "")
        earlier: set[str] = set()
        applicants: frozenset[str] = frozenset()
        contacts: set[str] = set()
        dual = division = False
        if request is not None:
            number = number or next((_number(str(value)) for value in request.all("filing-number")), "")
            for key in ("priority-number", "priority", "parent-number", "divisional-number", "divisional"):
                earlier.update(found for value in request.all(key) if (found := _number(str(value))))
            applicants = frozenset(squeeze(str(name)) for name in request.names("applicant"))
            dual = any(_YES.search(str(value)) and "否" not in str(value) for value in request.all("dual-filing"))
            division = bool(request.all("parent-number"))
            for key in ("phone", "email", "address"):
                contacts.update(squeeze(str(value)).lower() for value in request.all(key) if len(value) >= 6)
        if filing.description is not None and filing.description.paragraphs:
            opening = " ".join(str(paragraph.body) for paragraph in filing.description.paragraphs[:4])
            if _SAID_DIVISION.search(opening):
                division = True
                earlier.update(match[1] for match in _NUMBER.finditer(opening))
        title = squeeze(str(filing.title)) if filing.title is not None else ""
        return cls(
            filing.name,
            filing.kind,
            title,
            number,
            applicants,
            frozenset(contacts),
            dual,
            division,
            frozenset(earlier),
            request is not None,
        )

    @property
    def case(self) -> str:
        """The path without what tells versions of one draft apart."""
        path = PurePath(self.path)
        return (path.parent / _VERSION.sub("", path.stem)).as_posix()


def _number(text: str) -> str:
    match = _NUMBER.search(text)
    return match[1] if match else ""


def kin(one: Identity, other: Identity, score: float, families: Iterable[Family] = ()) -> str:
    """Why these two are of one family (Chinese words), empty if nothing says so."""
    for family in families:
        if family.holds(one.path) and family.holds(other.path):
            return f"已列入系列申请清单“{family.name}”，理由：{family.reason}"
    if one.number and one.number == other.number:
        return f"同一件申请（申请号 {one.number}）的不同文本"
    for early, late in ((one, other), (other, one)):
        if early.number and early.number in late.earlier:
            return "分案申请与原申请" if late.division else "优先权在先申请与在后申请"
    if one.earlier & other.earlier and (one.division or other.division):
        return "同一原申请的分案申请"
    same_people = one.applicants == other.applicants
    if (
        {one.kind, other.kind} == {Kind.INVENTION, Kind.UTILITY_MODEL}
        and one.title
        and one.title == other.title
        and same_people
        and (one.dual or other.dual or not (one.asked and other.asked))
    ):
        return "同日申请发明和实用新型（请确认已作同日申请声明）"
    if score >= 0.9 and same_people and one.kind is other.kind and one.path != other.path and one.case == other.case:
        return "同一案件的不同版本"
    return ""


def across(one: Identity, other: Identity) -> bool:
    """Whether both applicants are known and have nobody in common."""
    return bool(one.applicants and other.applicants) and not (one.applicants & other.applicants)


def linked(one: Identity, other: Identity) -> tuple[str, ...]:
    """The contacts (phone, mail, address) that two applications of different applicants share."""
    return tuple(sorted(one.contacts & other.contacts)) if across(one, other) else ()


__all__ = ["FAMILY_FILE", "Family", "Identity", "across", "kin", "linked", "read_families"]
