"""Word lists need no programmer: a .toml in a check folder becomes a check."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from ipcheck.check import CheckError
from ipcheck.law import LawError, cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.model.shapes import misfits
from ipcheck.patent.check import PatentCheck
from ipcheck.patent.filing import Filing
from ipcheck.patent.kind import Kind
from ipcheck.patent.parts import PartName
from ipcheck.toml_text import load_toml

_KEYS = {
    "code", "level", "basis", "message", "explain", "where", "words", "except", "kinds", "default", "good", "bad",
    "missed", "source", "reviewed",
}  # fmt: skip
_WHERE = {"title", *(name.value for name in PartName)}
_SHAPE = {
    "code?": str,
    "level?": str,
    "basis?": [[str], ...],
    "message?": str,
    "explain?": str,
    "where?": [str, ...],
    "words?": [lambda word: isinstance(word, str) and word.partition("=")[0] != "", ...],
    "except?": [lambda word: isinstance(word, str) and word != ""],
    "kinds?": [set(Kind)],
    "default?": bool,
    "good?": [str],
    "bad?": [str],
}


class WordCheck(PatentCheck):
    """Finds the words of a list in some parts, unless they stand inside a longer, harmless word.

    ``words`` are plain words; ``unless`` longer words (神奇宝贝 for 神奇); ``where`` the parts, or title.
    A word followed by ``=`` and another (按装=安装) proposes the other as a fix.
    """

    where: ClassVar[tuple[str, ...]] = ()
    words: ClassVar[dict[str, str]] = {}
    unless: ClassVar[tuple[str, ...]] = ()
    listed: ClassVar[str] = ""
    pattern: ClassVar[re.Pattern[str]]

    @classmethod
    def check_name(cls) -> str:
        """The file's name."""
        return cls.listed

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        """Yield every listed word in the places looked at."""
        for span in self._spans(filing):
            for match in span.find(self.pattern):
                if match.lastgroup == "bad":
                    word = match["bad"]
                    yield self.at(span.at(match, "bad"), fix=self.words.get(word) or None)

    def _spans(self, filing: Filing) -> Iterator[Span]:
        for name in self.where:
            if name == "title":
                if filing.title is not None:
                    yield filing.title
            elif part := filing.parts.get(PartName(name)):
                yield from part.lines


def load_word_check(path: Path) -> type[WordCheck]:
    """The check a word list makes. Raises CheckError with every fault of the file at once."""
    try:
        raw = load_toml(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CheckError(f"词表 {path.name} 不是合法的 TOML：{error}") from error
    faults = [f"不认识的键：{key}" for key in raw if key not in _KEYS]
    faults += [
        f"缺少：{key}" for key in ("code", "level", "basis", "message", "explain", "where", "words") if key not in raw
    ]
    if misfit := [*misfits(raw, _SHAPE)]:
        raise CheckError(f"词表 {path.name}：" + "；".join((*faults, *misfit)))
    faults += [f"where 中没有这个部分：{name}" for name in raw.get("where", ()) if name not in _WHERE]
    if raw.get("level") not in set(Level):
        faults.append(f"level 只能是 {'、'.join(Level)}")
    basis = []
    for entry in raw.get("basis", ()):
        try:
            basis.append(cite(*entry))
        except (LawError, TypeError) as error:
            faults.append(str(error))
    if faults:
        raise CheckError(f"词表 {path.name}：" + "；".join(faults))
    pairs = dict(word.split("=", 1) if "=" in word else (word, "") for word in raw["words"])
    attributes: dict[str, Any] = {
        "__module__": __name__,
        "listed": path.stem.replace("_", "-"),
        "code": raw["code"],
        "level": Level(raw["level"]),
        "basis": tuple(basis),
        "message": raw["message"],
        "explanation": raw["explain"].strip(),
        "where": tuple(raw["where"]),
        "needs": tuple(PartName(name) for name in raw["where"] if name != "title") if len(raw["where"]) == 1 else (),
        "words": pairs,
        "unless": tuple(raw.get("except", ())),
        "kinds": tuple(raw.get("kinds", (Kind.INVENTION, Kind.UTILITY_MODEL))),
        "default": raw.get("default", True),
        "good": tuple(raw.get("good", ())),
        "bad": tuple(raw.get("bad", ())),
        "missed": tuple(raw.get("missed", ())),
        "pattern": _pattern(pairs, raw.get("except", ())),
    }
    return type(path.stem.title().replace("_", ""), (WordCheck,), attributes)


def _pattern(words: dict[str, str], unless: list[str]) -> re.Pattern[str]:
    """Longer harmless words first, so that they swallow the listed word inside them."""
    fine = "|".join(re.escape(word) for word in sorted(unless, key=len, reverse=True))
    bad = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return lazy(rf"(?P<fine>{fine})|(?P<bad>{bad})" if fine else rf"(?P<bad>{bad})")
