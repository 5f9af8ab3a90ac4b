"""Where settings come from: the command line over ipcheck.toml over defaults."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ipcheck import apart
from ipcheck.check import Check
from ipcheck.config.accepted import Accepted, find_accepted, read_accepted
from ipcheck.config.limits import limits_of
from ipcheck.config.profiles import DEFAULT, KEYS, Profile, shipped_profiles
from ipcheck.config.settings import ConfigError, Settings, matches, option_names
from ipcheck.model import Level
from ipcheck.patent import Kind
from ipcheck.plugins import load_checks, shipped
from ipcheck.readers import Limits
from ipcheck.toml_text import load_toml
from ipcheck.whole import is_folder, why_unread

CONFIG_NAME = "ipcheck.toml"
_KEYS = frozenset(
    (
        "profile",
        "select",
        "ignore",
        "levels",
        "options",
        "checks",
        "as-of",
        "fail-on",
        "jobs",
        "profiles",
        "cache",
        "limits",
    )
)
_TOP_KEYS = ("select", "ignore", "levels", "options")
_MOST_JOBS = 4
FAIL_ON = ("error", "warning", "advice", "never")


@dataclass(frozen=True)
class Wishes:
    """What the command line asks for; None or empty where it says nothing.

    ``room``: the one that will run; ``limits`` by key, as written.
    """

    config: Path | None = None
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    checks: tuple[Path, ...] = ()
    as_of: str | None = None
    kind: str = ""
    jobs: int | None = None
    fail_on: str | None = None
    paths: tuple[Path, ...] = ()
    room: str | None = None
    accepted: Path | None = None
    limits: Mapping[str, str] = field(default_factory=dict)


@dataclass
class _Gathering:
    problems: list[str] = field(default_factory=list)
    source: str = ""

    def fault(self, message: str, *, asked: str = "") -> None:
        """Note what is wrong; ``asked`` is the option of the command line that said it, where one did."""
        source = asked or self.source
        self.problems.append(f"{source}：{message}" if source else message)


def find_config(paths: Sequence[Path]) -> tuple[Path | None, bool]:
    """The ipcheck.toml to use and whether it may name folders of code.

    The working directory's own comes first and may; one that lies beside the documents being checked may not.
    """
    own = Path(CONFIG_NAME)
    if own.is_file():
        return own, True
    for path in paths:
        beside = (path if is_folder(path) else path.parent) / CONFIG_NAME
        if beside.is_file():
            return beside, beside.resolve().parent == Path.cwd()
    return None, True


def make_settings(wishes: Wishes) -> Settings:
    """The settings of a run. Raises ConfigError with every fault found, not only the first."""
    if wishes.room is not None:
        # Loading one room's checks takes half as long; a setting may still speak of another room's.
        with suppress(ConfigError):
            return _make(wishes, wishes.room)
    return _make(wishes, None)


def _default_jobs() -> int:
    """As many as there are processors, four at most, where a process is a cheap copy; elsewhere one."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(processors, _MOST_JOBS) if apart.forks() else 1


def _make(wishes: Wishes, room: str | None) -> Settings:
    gathering = _Gathering()
    raw, trusted = _load(wishes, gathering)
    folders = [shipped("checks"), *_folders(raw, wishes, trusted, gathering)]
    checks = load_checks(folders, room).checks
    profile = wishes.profile or _text(raw, "profile", DEFAULT, gathering)
    chain = _chain(raw, profile, gathering, asked="--profile" if wishes.profile else "")
    select = wishes.select or _wishes(chain, "select", gathering)
    ignore = (*wishes.ignore, *_wishes(chain, "ignore", gathering))
    for wish in (*select, *ignore):
        if not any(matches(wish, check) for check in checks):
            gathering.problems.append(f"没有这项检查：{wish}{_near(wish, checks)}")
    levels = _levels(chain, checks, gathering)
    options = _options(chain, checks, gathering)
    as_of = _day(wishes.as_of or raw.get("as-of"), gathering)
    fail_on = wishes.fail_on or _text(raw, "fail-on", "error", gathering)
    if fail_on not in FAIL_ON:
        gathering.fault(f"fail-on 只能是 {'、'.join(FAIL_ON)}，不能是 {fail_on}")
    jobs = wishes.jobs if wishes.jobs is not None else raw.get("jobs", _default_jobs())
    if not isinstance(jobs, int) or isinstance(jobs, bool) or not 1 <= jobs <= 64:
        gathering.fault("jobs 应为 1 到 64 的整数", asked="--jobs" if wishes.jobs is not None else "")
        jobs = 1
    kind = wishes.kind or _kind(chain, gathering)
    cache = _cache(raw, trusted, gathering)
    accepted = _accepted(wishes, gathering)
    limits = _limits(raw, wishes, trusted, gathering)
    if gathering.problems:
        raise ConfigError(gathering.problems)
    return Settings(
        as_of=as_of,
        profile=profile,
        everything=any(table.get("everything") is True for table in chain),
        select=tuple(select),
        ignore=tuple(ignore),
        levels=levels,
        options=options,
        check_folders=tuple(folders),
        kind=kind,
        jobs=jobs,
        fail_on=fail_on,
        cache=cache,
        accepted=accepted,
        limits=limits,
        source=gathering.source,
    )


def _load(wishes: Wishes, gathering: _Gathering) -> tuple[dict[str, Any], bool]:
    path, trusted = (wishes.config, True) if wishes.config else find_config(wishes.paths)
    if path is None:
        return {}, True
    gathering.source = path.as_posix()
    try:
        raw = load_toml(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        gathering.fault("配置文件不存在")
    except (OSError, UnicodeDecodeError) as error:
        gathering.fault(f"配置文件读不了（{why_unread(error)}）；请存为 UTF-8 编码")
    except tomllib.TOMLDecodeError as error:
        gathering.fault(f"不是合法的 TOML：{error}")
    else:
        for key in raw:
            if key not in _KEYS:
                gathering.fault(f"不认识的设置：{key}{_did_you_mean(key, _KEYS)}")
        return raw, trusted
    return {}, True


def _folders(raw: dict[str, Any], wishes: Wishes, trusted: bool, gathering: _Gathering) -> list[Path]:
    named = _strings(raw, "checks", gathering)
    if named and not trusted:
        # A folder being checked is never a source of code (design, section 4).
        gathering.fault("文件旁边的 ipcheck.toml 不能指定 checks（代码）；请用 --config 或 --checks 明确指定")
        named = ()
    elif named and not wishes.config and _among_checked(Path(gathering.source), wishes.paths):
        gathering.fault(
            "它就在被检查的文件夹里，里面的 checks（代码）不会自动运行；确实是自己的，请写明 --config ipcheck.toml"
        )
        named = ()
    base = Path(gathering.source).parent if gathering.source else Path()
    # A configuration that colleagues with Windows share says 规则\甲 for 规则/甲.
    folders = [base / name.replace("\\", "/") for name in named] + list(wishes.checks)
    for folder in folders:
        if not folder.is_dir():
            gathering.fault(f"检查目录不存在：{folder.as_posix()}")
    return [folder for folder in folders if folder.is_dir()]


def _among_checked(config: Path, paths: Sequence[Path]) -> bool:
    """Whether a file lies in a folder that is being checked, or beside a document that is."""
    folder = config.resolve().parent
    return any(
        folder.is_relative_to(path.resolve()) if is_folder(path) else path.resolve().parent == folder for path in paths
    )


def _cache(raw: dict[str, Any], trusted: bool, gathering: _Gathering) -> Path | None:
    named = _text(raw, "cache", "", gathering)
    if not named:
        return None
    if not trusted:
        # Words of drafts are written there: a folder being checked does not choose where.
        gathering.fault("文件旁边的 ipcheck.toml 不能指定 cache；请写在工作目录的或者 --config 指定的设置里")
        return None
    return (Path(gathering.source).parent / named.replace("\\", "/")).absolute()


def _limits(raw: dict[str, Any], wishes: Wishes, trusted: bool, gathering: _Gathering) -> Limits:
    table = _table(raw, "limits", gathering)
    if table and not trusted:
        # They guard this machine against the very folder.
        gathering.fault("文件旁边的 ipcheck.toml 不能指定 limits；请写在工作目录的或者 --config 指定的设置里")
        table = {}
    return limits_of(table, wishes.limits, gathering.fault)


def _accepted(wishes: Wishes, gathering: _Gathering) -> tuple[Accepted, ...]:
    files = find_accepted(wishes.accepted, wishes.paths)
    return tuple(entry for file in files for entry in read_accepted(file, gathering.problems))


def _chain(raw: dict[str, Any], name: str, gathering: _Gathering, *, asked: str) -> list[dict[str, Any]]:
    """The tables that count, the most general first: the profile's ancestors, itself, then the file's own."""
    known = shipped_profiles()
    for own, table in _table(raw, "profiles", gathering).items():
        if not isinstance(table, dict):
            gathering.fault(f"profiles.{own} 应为一张表")
            continue
        for key in table:
            if key not in KEYS:
                gathering.fault(f"方案 {own} 里不认识的设置：{key}{_did_you_mean(key, KEYS)}")
        known[own] = Profile(own, table)
    chain: list[dict[str, Any]] = []
    seen: set[str] = set()
    current = name
    while current:
        if current in seen:
            gathering.fault(f"方案 {current} 的 extends 绕成了圈")
            break
        seen.add(current)
        if current not in known:
            gathering.fault(
                f"没有这个方案：{current}（有：{'、'.join(known)}）", asked=asked if current == name else ""
            )
            break
        chain.insert(0, dict(known[current].table))
        current = known[current].extends
    return [*chain, {key: raw[key] for key in _TOP_KEYS if key in raw}]


def _kind(chain: list[dict[str, Any]], gathering: _Gathering) -> str:
    """The kind of application that the nearest profile names, "" if none does."""
    kind = next((table["kind"] for table in reversed(chain) if "kind" in table), "")
    if kind and (not isinstance(kind, str) or kind not in set(Kind)):
        gathering.fault(f"kind 只能是 {'、'.join(Kind)}，不能是 {kind!r}")
        return ""
    return kind if isinstance(kind, str) else ""


def _wishes(chain: list[dict[str, Any]], key: str, gathering: _Gathering) -> tuple[str, ...]:
    return tuple(wish for table in chain for wish in _strings(table, key, gathering))


def _levels(chain: list[dict[str, Any]], checks: list[type[Check[Any]]], gathering: _Gathering) -> dict[str, Level]:
    found: dict[str, Level] = {}
    for table in chain:
        for wish, value in _table(table, "levels", gathering).items():
            check = _one(wish, checks, gathering)
            if not isinstance(value, str) or value not in set(Level):
                gathering.fault(f"levels 中 {wish} 的级别只能是 {'、'.join(Level)}，不能是 {value!r}")
            elif check is not None:
                found[check.check_name()] = Level(value)
    return found


def _options(
    chain: list[dict[str, Any]], checks: list[type[Check[Any]]], gathering: _Gathering
) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for table in chain:
        for wish, values in _table(table, "options", gathering).items():
            check = _one(wish, checks, gathering)
            if check is None:
                continue
            known = option_names(check)
            if not isinstance(values, dict):
                gathering.fault(f"options.{wish} 应为一张表，如 [options.{check.check_name()}]")
                continue
            for name, value in values.items():
                if name not in known:
                    listed = "、".join(known) or "没有选项"
                    gathering.fault(f"检查 {check.check_name()} 没有选项 {name}（有：{listed}）")
                elif type(value) is not type(known[name]) and not (
                    isinstance(known[name], tuple) and isinstance(value, list)
                ):
                    gathering.fault(
                        f"选项 {check.check_name()}.{name} 应为{_type_word(known[name])}，现在是{_type_word(value)}"
                    )
                else:
                    target = found.setdefault(check.check_name(), {})
                    target[name.replace("-", "_")] = tuple(value) if isinstance(value, list) else value
    return found


def _one(wish: str, checks: list[type[Check[Any]]], gathering: _Gathering) -> type[Check[Any]] | None:
    for check in checks:
        if wish in (check.code, check.check_name()):
            return check
    gathering.fault(f"没有这项检查：{wish}{_near(wish, checks)}")
    return None


def _day(value: object, gathering: _Gathering) -> date:
    if value is None:
        return date.today()
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        gathering.problems.append(f"日期应写成 2026-11-22 的样子，现在是 {value}")
        return date.today()


def _text(raw: dict[str, Any], key: str, default: str, gathering: _Gathering) -> str:
    value = raw.get(key, default)
    if not isinstance(value, str):
        gathering.fault(f"{key} 应为文字，现在是{_type_word(value)}")
        return default
    return value


def _strings(raw: dict[str, Any], key: str, gathering: _Gathering) -> tuple[str, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        gathering.fault(f'{key} 应为一列文字，如 {key} = ["CLM020"]')
        return ()
    return tuple(value)


def _table(raw: dict[str, Any], key: str, gathering: _Gathering) -> dict[str, Any]:
    value = raw.get(key, {})
    if not isinstance(value, dict):
        gathering.fault(f"{key} 应为一张表，如 [{key}]")
        return {}
    return value


def _near(wish: str, checks: list[type[Check[Any]]]) -> str:
    return _did_you_mean(wish, [name for check in checks for name in (check.code, check.check_name())])


def _did_you_mean(wish: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(wish, list(known), n=1, cutoff=0.6)
    return f"；是不是想写 {close[0]}？" if close else ""


def _type_word(value: object) -> str:
    for kind, word in (
        (bool, "真假值"),
        (int, "整数"),
        (float, "小数"),
        (str, "文字"),
        (list, "列表"),
        (tuple, "列表"),
    ):
        if isinstance(value, kind):
            return word
    return type(value).__name__


def check_folders(more: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Where a command looks that only speaks of checks: ours, the working directory's ipcheck.toml's, and ``more``.

    What is wrong with the configuration is told by the commands that run checks.
    """
    wishes, gathering = Wishes(checks=tuple(more)), _Gathering()
    raw, trusted = _load(wishes, gathering)
    return (shipped("checks"), *_folders(raw, wishes, trusted, gathering))
