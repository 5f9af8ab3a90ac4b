"""Loads checks from folders: ours, the configuration's and the user's, all by the same door."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ipcheck import apart
from ipcheck.apart import Budget, Done, Lost, Steps
from ipcheck.check import Check, CheckError, ill_made
from ipcheck.patent.word_check import WordCheck, load_word_check
from ipcheck.places import shipped

__all__ = ["ROOMS", "Loaded", "load_checks", "shipped"]

# What stands beside checks and is none: settings, accepted findings, tests.
_BESIDE = re.compile(r"ipcheck(?:-\w+)?\.toml|test_\w*\.py|\w*_test\.py|conftest\.py")
ROOMS = frozenset({"patent", "abnormal", "trademark", "agency", "review"})


@dataclass
class Loaded:
    """What a folder gave: check classes by code, and (path, message) for each file that could not be loaded."""

    checks: list[type[Check[Any]]] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)


def load_checks(folders: Iterable[Path], room: str | None = None) -> Loaded:
    """The checks of all folders, in order of code; with ``room``, only those of that room.

    A file that cannot be loaded, or a check whose code or name is taken, is a failure, never a stop.
    Files whose names begin with “_” or “.”, settings and tests are passed over. A subfolder that bears the name of a
    room holds checks of that room alone: with another ``room`` it is not looked into, which spares importing what the
    run does not need.
    """
    others = ROOMS - {room} if room is not None else frozenset()
    loaded = Loaded()
    taken: dict[str, str] = {}
    for folder in folders:
        if not folder.is_dir():
            loaded.failures.append((folder.as_posix(), "检查目录不存在或者不是目录"))
            continue
        for path in _files(folder, others):
            try:
                for check in _load_once(path):
                    _take(loaded, taken, check, path, room)
            except CheckError as error:
                loaded.failures.append((path.as_posix(), str(error)))
    loaded.checks.sort(key=lambda check: check.code)
    return loaded


def _files(folder: Path, others: frozenset[str]) -> list[Path]:
    """The files of a folder that may hold checks, in order, without the subfolders of ``others``."""
    found: list[Path] = []
    top = os.fspath(folder)
    for place, folders, files in os.walk(top):
        passed_over = others if place == top else frozenset[str]()
        folders[:] = [name for name in folders if not name.startswith(("_", ".")) and name not in passed_over]
        found.extend(
            Path(place, name)
            for name in files
            if name.endswith((".py", ".toml")) and not name.startswith(("_", ".")) and not _BESIDE.fullmatch(name)
        )
    return sorted(found, key=lambda path: path.parts)


def _take(loaded: Loaded, taken: dict[str, str], check: type[Check[Any]], path: Path, room: str | None) -> None:
    if wrong := _ill_made(check):
        raise CheckError(wrong)
    for key in (check.code, check.check_name()):
        if key in taken:
            raise CheckError(f"检查的编号或名称重复：{key}（另一处：{taken[key]}）")
    taken[check.code] = taken[check.check_name()] = path.as_posix()
    if room is None or check.room == room:
        loaded.checks.append(check)
        loaded.files[check.code] = path


_LOADING, _MEMORY = 10, 2_000_000_000
# Why a file is not loaded, empty for one that does no harm.
_harm: dict[tuple[str, int, int], str] = {}
_once: dict[tuple[str, int, int], list[type[Check[Any]]]] = {}
_ill_made = lru_cache(maxsize=None)(ill_made)


def _load_once(path: Path) -> list[type[Check[Any]]]:
    """A run asks for the checks twice (settings, engine); a file that has not changed is loaded once."""
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        raise CheckError("不是文件（管道、文件夹或者设备）")
    key = (str(path.absolute()), state.st_mtime_ns, state.st_size)
    if key not in _once:
        if path.suffix == ".py" and not _is_ours(path):
            if key not in _harm:
                _harm[key] = _tried(path)
            if _harm[key]:
                raise CheckError(_harm[key])
        _once[key] = _load_file(path)
    return _once[key]


@lru_cache(maxsize=1)
def _ours() -> tuple[str, str]:
    """The folder of our own checks as it is named and where it really is, up to and with the stroke that ends it."""
    return f"{shipped('checks')}{os.sep}", f"{shipped('checks').resolve()}{os.sep}"


def _is_ours(path: Path) -> bool:
    named, real = _ours()
    if str(path).startswith(named) and ".." not in path.parts:  # no need to ask the disk for each of two hundred
        return True
    return os.path.realpath(path).startswith(real)


def _tried(path: Path) -> str:
    """What harm comes of loading a stranger's file: found out in a copy of this process, where there can be one."""
    if not apart.forks():
        return ""

    def load(task: Path, _: Steps) -> str:
        # What is merely broken is told when it is loaded.
        with suppress(Exception):
            _load_file(task)
        return ""

    def told(_: Path, lost: Lost) -> Done[str]:
        if lost.why in ("step", "task"):
            return Done(f"加载超过 {_LOADING} 秒，已停止；写在类外面的代码在加载时就会运行")
        return Done(f"加载时{'用完了内存' if lost.why == 'memory' else f'进程意外退出（{lost.detail}）'}")

    budget = Budget(_LOADING, _LOADING, _LOADING, _MEMORY)
    return next(apart.run([path], lambda: load, told, budget=lambda _: budget))


def _load_file(path: Path) -> list[type[Check[Any]]]:
    if path.suffix == ".toml":
        return [load_word_check(path)]
    # A private module name: nothing a user's folder holds can shadow an installed package.
    name = "_ipcheck_checks_" + hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:12]
    # As the package of its own folder: ``from ._shared import …`` finds a file beside it, without sys.path.
    spec = importlib.util.spec_from_file_location(name, path, submodule_search_locations=[str(path.parent.absolute())])
    if spec is None or spec.loader is None:
        raise CheckError("不是可以加载的 Python 文件")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:  # a stranger's module may raise anything
        for known in [known for known in sys.modules if known == name or known.startswith(f"{name}.")]:
            del sys.modules[known]
        raise CheckError(f"加载失败：{type(error).__name__}: {error}{_beside(error, path)}") from error
    found = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and value.__module__ == name
        and issubclass(value, Check)
        and not getattr(value, "__abstractmethods__", None)
        and value is not WordCheck
    ]
    if not found:
        unfinished = [
            value.__name__
            for value in vars(module).values()
            if isinstance(value, type) and value.__module__ == name and getattr(value, "__abstractmethods__", None)
        ]
        if unfinished:
            raise CheckError(f"{unfinished[0]} 没有写 find")
        raise CheckError("文件里没有检查类（Check 的子类）；不是检查的 .py 请移到别处，或者文件名以下划线开头")
    return found


def _beside(error: BaseException, path: Path) -> str:
    """What to write where a check imports a file of its own folder as if it were installed."""
    missing = error.name if isinstance(error, ModuleNotFoundError) and error.name else ""
    if missing.isidentifier() and path.with_name(f"{missing}.py").is_file():
        return f"；同一个文件夹里的 {missing}.py 要写成 from .{missing} import …"
    return ""
