"""A check's leaflet: what it says of itself. Read from its file without running it, or taken from the class.

``ipcheck explain`` must start at once (design, section 7); a check's attributes are literals, so the file's syntax
tree tells everything that running it would.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ipcheck.check.contract import Check, Sample, kebab_name
from ipcheck.law import Cite, LawError, cite
from ipcheck.model import Level
from ipcheck.places import shipped

_MEANING = re.compile(r"([a-z_][a-z0-9_]*)[：:]\s*(.+)")


@dataclass(frozen=True)
class Option:
    """An option of a check: its name, its default, and what it means (empty where the check does not say)."""

    name: str
    default: Any
    meaning: str


@dataclass(frozen=True)
class Leaflet:
    """What a check says of itself, as ``ipcheck explain`` prints it."""

    code: str
    name: str
    level: Level
    default: bool
    explain: str
    basis: tuple[Cite, ...]
    options: tuple[Option, ...]
    good: tuple[str, ...]
    bad: tuple[str, ...]
    missed: tuple[str, ...]

    @classmethod
    def of(cls, check: type[Check[Any]]) -> Leaflet:
        """The leaflet of a loaded check."""
        return cls(
            check.code,
            check.check_name(),
            check.level,
            check.default,
            check.explain(),
            check.basis,
            tuple(_options_of(check.Options)),
            _texts(check.good),
            _texts(check.bad),
            _texts(check.missed),
        )


def _options_of(options: type[Any]) -> Iterator[Option]:
    said: dict[str, str] = {}
    for base in reversed(options.__mro__):
        said |= _meanings(base.__doc__)
    for name, value in vars(options()).items():
        yield Option(name, value, said.get(name, ""))


def _meanings(docstring: str | None) -> dict[str, str]:
    """What the docstring of ``Options`` says of each: a line ``name：meaning``; further lines belong to it."""
    said: dict[str, str] = {}
    name = ""
    for line in (docstring or "").splitlines():
        if found := _MEANING.fullmatch(line.strip()):
            name, said[found[1]] = found[1], found[2].rstrip()
        elif name:
            said[name] += line.strip()
    return said


def _texts(examples: Iterable[str | Sample]) -> tuple[str, ...]:
    return tuple(example.text if isinstance(example, Sample) else example for example in examples)


def find_leaflet(folders: Iterable[Path], wish: str) -> Leaflet | None:
    """The leaflet of the check with this code or name, without running anything.

    None if no file has it, or if its attributes are not all literals; then the caller loads the check itself.
    """
    code = re.compile(rf'^\s*code\s*=\s*["\']{re.escape(wish)}["\']', re.MULTILINE)
    ours = shipped("checks")
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix not in {".py", ".toml"} or path.name.startswith(("_", ".")):
                continue
            # A pipe in a stranger's folder would be waited for.
            if folder != ours and not path.is_file():
                continue
            try:
                if path.stem.replace("_", "-") == wish or code.search(path.read_text(encoding="utf-8")):
                    return read_leaflet(path)
            except (OSError, UnicodeDecodeError):
                continue
    return None


def read_leaflet(path: Path) -> Leaflet | None:
    """The leaflet in a check's file, None if it cannot be read without running the file."""
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".toml":
            return _of_word_list(path, tomllib.loads(text))
        for node in ast.parse(text).body:
            if isinstance(node, ast.ClassDef) and any(_assigned(item) == "code" for item in node.body):
                return _of_class(node)
    except (SyntaxError, ValueError, TypeError, KeyError, LawError):
        return None
    return None


def _of_word_list(path: Path, raw: dict[str, Any]) -> Leaflet:
    return Leaflet(
        raw["code"],
        path.stem.replace("_", "-"),
        Level(raw["level"]),
        raw.get("default", True),
        raw["explain"].strip(),
        tuple(cite(*entry) for entry in raw["basis"]),
        (),
        tuple(raw.get("good", ())),
        tuple(raw.get("bad", ())),
        tuple(raw.get("missed", ())),
    )


def _of_class(node: ast.ClassDef) -> Leaflet:
    values = {name: item.value for item in node.body if (name := _assigned(item)) and isinstance(item, ast.Assign)}
    options = next((item for item in node.body if isinstance(item, ast.ClassDef) and item.name == "Options"), None)
    if "Options" in values or (options and options.bases):
        raise ValueError("the options stand elsewhere")
    level = values.get("level")
    docstring = ast.get_docstring(node, clean=False) or ""
    return Leaflet(
        ast.literal_eval(values["code"]),
        kebab_name(node.name),
        Level[level.attr] if isinstance(level, ast.Attribute) else Level.WARNING,
        ast.literal_eval(values["default"]) if "default" in values else True,
        "\n".join(line.strip() for line in docstring.strip().splitlines()),
        tuple(cite(*(ast.literal_eval(argument) for argument in call.args)) for call in _calls(values["basis"])),
        tuple(_options(options)) if options else (),
        _examples(values.get("good")),
        _examples(values.get("bad")),
        _examples(values.get("missed")),
    )


def _assigned(node: ast.stmt) -> str:
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return ""


def _calls(node: ast.expr) -> list[ast.Call]:
    items = node.elts if isinstance(node, ast.Tuple) else []
    calls = [item for item in items if isinstance(item, ast.Call)]
    if len(calls) != len(items):
        raise ValueError("basis holds something else than cite(…)")
    return calls


def _options(node: ast.ClassDef) -> list[Option]:
    said = _meanings(ast.get_docstring(node))
    return [
        Option(item.target.id, ast.literal_eval(item.value), said.get(item.target.id, ""))
        for item in node.body
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and item.value is not None
    ]


def _examples(node: ast.expr | None) -> tuple[str, ...]:
    if node is None:
        return ()
    if not isinstance(node, ast.Tuple):
        raise ValueError("examples are not a tuple of literals")
    texts = []
    for item in node.elts:
        literal: ast.expr = item
        if isinstance(item, ast.Call):
            named = [keyword.value for keyword in item.keywords if keyword.arg == "text"]
            literal = item.args[0] if item.args else named[0]
        texts.append(str(ast.literal_eval(literal)))
    return tuple(texts)
