"""Compiled patterns kept beside Python's own compiled modules.

Python keeps the byte code of a module but compiles every regular expression anew in each process; for one draft that
took longer than looking through it. What ``re`` compiles is a list of numbers, and this keeps the lists in the same
``__pycache__`` as this module's byte code, under the same rules: nothing is written where Python writes no byte code,
and a file that is missing, altered or another interpreter's only costs the time to compile.

The numbers are an inner matter of CPython: where its inner modules are not as expected, ``re.compile`` does the work.
They hold patterns of the program and of checks, never words of a draft.
"""

from __future__ import annotations

import array
import atexit
import hashlib
import importlib
import importlib.util
import marshal
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from ipcheck.model.literals import __file__ as literals
from ipcheck.model.literals import needed
from ipcheck.whole import write_atomically

# More than every room's patterns together; a file with more holds those of older versions and is begun afresh.
_MOST = 4_000
# Writing half a megabyte for a pattern or two would cost more than it saves.
_FEWEST_NEW = 20
# A pattern of more bytes is a word list of somebody's own; every run would read it. Our largest has 170,000.
_LARGEST = 250_000
# The file begins with the SHA-256 of the rest.
_DIGEST = 32
_BETWEEN = "\0"

_Key = tuple[str, int]
# Flags, code, groups, their names, their names by number, words of which every match holds one (in one piece: quicker
# to read than thousands of them).
_Entry = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], str]
_Kept = dict[_Key, _Entry]


class _Store:
    """The kept patterns of this process, read from the file on first use and written at its end."""

    def __init__(self) -> None:
        self._kept: _Kept | None = None
        # Too large to be kept for other runs.
        self._large: _Kept = {}
        self._new = 0
        try:
            self._sre: Any = importlib.import_module("_sre")
            self._parser: Any = importlib.import_module("re._parser")
            self._compiler: Any = importlib.import_module("re._compiler")
            self._file: Path | None = Path(importlib.util.cache_from_source(__file__)).with_suffix(".patterns")
            # What is kept of a pattern changes with the modules that make it: another ipcheck begins afresh.
            made = [(state.st_mtime_ns, state.st_size) for state in (Path(__file__).stat(), Path(literals).stat())]
            self._version = (made, sys.version, self._sre.MAGIC, self._sre.CODESIZE, array.array("I").itemsize)
        except (ImportError, AttributeError, NotImplementedError, OSError):
            self._file = None

    def compile(self, pattern: str, flags: int) -> re.Pattern[str]:
        """What ``re.compile(pattern, flags)`` gives; raises ``re.error`` as it does."""
        entry = self._entry(pattern, flags)
        if entry is None:
            return re.compile(pattern, flags)
        whole_flags, code, groups, names, order, _ = entry
        try:
            numbers = array.array("I", code).tolist()
            made: re.Pattern[str] = self._sre.compile(pattern, whole_flags, numbers, groups, names, order)
        except Exception:  # anything may have changed in an inner module of another Python
            if self._kept is not None:
                self._kept.pop((pattern, int(flags)), None)
            return re.compile(pattern, flags)
        return made

    def needed(self, pattern: str, flags: int) -> tuple[str, ...]:
        """Words of which every match holds at least one; none where that is not known."""
        entry = self._entry(pattern, flags)
        return tuple(entry[5].split(_BETWEEN)) if entry is not None and entry[5] else ()

    def _entry(self, pattern: str, flags: int) -> _Entry | None:
        """What is kept of a pattern; None where ``re`` alone can compile it. Raises ``re.error``."""
        if self._file is None:
            return None
        if self._kept is None:
            self._kept = self._read(self._file)
        key = (pattern, int(flags))
        if key in self._kept:
            return self._kept[key]
        if key not in self._large:
            try:
                found = self._code(*key)
            except re.error:
                raise
            except Exception:  # as above
                return None
            if len(found[1]) <= _LARGEST:
                self._kept[key] = found
                self._new += 1
                return found
            self._large[key] = found
        return self._large[key]

    def _code(self, pattern: str, flags: int) -> _Entry:
        """The steps of ``re._compiler.compile`` up to its last call."""
        parsed = self._parser.parse(pattern, flags)
        code = self._compiler._code(parsed, flags)
        names: dict[str, int] = dict(parsed.state.groupdict)
        order: list[str | None] = [None] * parsed.state.groups
        for name, number in names.items():
            order[number] = name
        whole_flags = int(flags | parsed.state.flags)
        numbers = array.array("I", map(int, code)).tobytes()
        # Words in other letters would match as well.
        words = needed(parsed) if not whole_flags & re.IGNORECASE else ()
        kept = "" if any(_BETWEEN in word for word in words) else _BETWEEN.join(words)
        return whole_flags, numbers, parsed.state.groups - 1, names, tuple(order), kept

    def _read(self, file: Path) -> _Kept:
        try:
            if not file.is_file():  # a pipe in its place would never end
                return {}
            data = file.read_bytes()
            # A number that was altered on the disk would find other words, or crash the engine.
            if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
                return {}
            version, kept = marshal.loads(data[_DIGEST:])
        except (OSError, ValueError, EOFError, TypeError):
            return {}
        return kept if version == self._version and isinstance(kept, dict) and len(kept) <= _MOST else {}

    def write(self) -> None:
        """Keep what was compiled anew, if that is worth it and Python keeps byte code here."""
        if self._file is None or self._kept is None or self._new < _FEWEST_NEW or sys.dont_write_bytecode:
            return
        with suppress(OSError, ValueError):
            self._file.parent.mkdir(exist_ok=True)
            data = marshal.dumps((self._version, self._kept))
            write_atomically(self._file, hashlib.sha256(data).digest() + data)
        self._new = 0


_store = _Store()
atexit.register(_store.write)


def keep_compiled() -> None:
    """Write down now what was compiled anew; at its end a process does so by itself unless it is cut short."""
    _store.write()


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(pattern, flags)``, remembered from one run to the next; raises ``re.error`` for a faulty pattern."""
    return _store.compile(pattern, flags)


def needed_words(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """Words of which every match of the pattern holds at least one; none where that is not known."""
    return _store.needed(pattern, flags)
