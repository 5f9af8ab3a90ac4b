"""Kept results: the same report from the cache, and never a stale one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import ipcheck
from ipcheck.config import Accepted, ConfigError, Settings, Wishes, make_settings
from ipcheck.engine import check_patents, patents
from ipcheck.engine.cache import Cache, Gathered
from ipcheck.model import Acceptance, Level
from ipcheck.patent.case import find_bundles
from ipcheck.reporters import json_report, text_report
from tests.samples.formats import faulty, write

DAY = "2026-11-22"


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory whose own ipcheck.toml names a cache, with a case in it."""
    monkeypatch.chdir(tmp_path)
    Path("ipcheck.toml").write_text('cache = "缓存"\n', encoding="utf-8")
    return write(faulty(), "docx-parts", tmp_path / "案")


def run(case: Path, **wishes: str) -> str:
    settings = make_settings(Wishes(**{"as_of": DAY, **wishes}, paths=(case,)))  # type: ignore[arg-type]
    report = check_patents([case], settings)
    return json_report.render(report) + text_report.render(report)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The bundles that were really checked."""
    checked: list[str] = []
    real = patents._Run.over

    # Not in the process that checks: what is noted there does not come back.
    def over(self: patents._Run, tasks: Sequence[patents._Task], step: Callable[[], None]) -> Iterator[Gathered]:
        checked.extend(task.bundle.name for task in tasks)
        return real(self, tasks, step)

    monkeypatch.setattr(patents._Run, "over", over)
    return checked


def test_the_second_run_says_the_same_without_checking(case: Path, counted: list[str]) -> None:
    first = run(case)
    assert run(case) == first
    assert len(counted) == 1


def test_what_has_changed_is_checked_again(case: Path, counted: list[str]) -> None:
    run(case)
    run(case, as_of="2026-01-02")
    run(case, kind="utility-model")
    assert len(counted) == 3
    claims = next(case.glob("权利要求书*"))
    claims.write_bytes(claims.read_bytes() + b"\0")
    run(case)
    assert len(counted) == 4
    (case / "无关.png").write_bytes(b"")
    run(case)
    assert len(counted) == 5


def test_a_broken_entry_is_as_good_as_none(case: Path, counted: list[str]) -> None:
    first = run(case)
    for number, entry in enumerate(Path("缓存").iterdir()):
        entry.write_bytes((b"{", b"[]", b"\xff")[number % 3])
    assert run(case) == first
    assert len(counted) == 2


def test_failures_are_not_kept(case: Path, counted: list[str]) -> None:
    (case / "坏.docx").write_bytes(b"PK")
    assert run(case) == run(case)
    assert len(counted) == 2


def test_old_entries_go(case: Path) -> None:
    run(case)
    (old,) = Path("缓存").glob("*.json")
    os.utime(old, (0, 0))
    run(case, as_of="2026-01-02")
    assert not old.exists()


def test_a_folder_being_checked_names_no_cache(case: Path) -> None:
    Path("ipcheck.toml").unlink()
    (case / "ipcheck.toml").write_text('cache = "缓存"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="不能指定 cache"):
        make_settings(Wishes(paths=(case,)))


def test_the_key_holds_file_bytes_settings_day_law_tables_and_checks(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of them alone makes another key, though size and time of every file stay the same."""
    own = tmp_path / "自备"
    own.mkdir()
    (own / "甲.py").write_text("# 一\n", encoding="utf-8")
    package = tmp_path / "ipcheck"
    (package / "law").mkdir(parents=True)
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "law" / "表.toml").write_text("a = 1\n", encoding="utf-8")
    (package / "词.txt").write_text("杯\n", encoding="utf-8")
    monkeypatch.setattr(ipcheck, "__file__", str(package / "__init__.py"))
    bundle = next(iter(find_bundles(case)))
    settings = Settings(as_of=date(2026, 11, 22), check_folders=(own,))

    def key(wished: Settings = settings) -> str | None:
        return Cache(tmp_path / "缓存", wished).key(bundle)

    def rewritten(file: Path, old: bytes, new: bytes) -> str | None:
        state, data = file.stat(), file.read_bytes()
        assert old in data and len(old) == len(new)
        file.write_bytes(data.replace(old, new))
        os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
        return key()

    keys = [
        key(),
        key(replace(settings, as_of=date(2026, 11, 23))),
        key(replace(settings, options={"claims-over-ten": {"limit": 9}})),
        key(replace(settings, levels={"claims-over-ten": Level.ERROR})),
        key(replace(settings, select=("CLM",))),
        key(replace(settings, kind="invention")),
        key(replace(settings, ocr=True)),
        rewritten(own / "甲.py", "一".encode(), "二".encode()),
        rewritten(package / "law" / "表.toml", b"1", b"2"),
        rewritten(package / "词.txt", "杯".encode(), "盖".encode()),
        rewritten(next(case.glob("权利要求书*")), b"PK", b"KP"),
    ]
    assert None not in keys
    assert len(set(keys)) == len(keys)


def test_what_is_accepted_and_how_it_is_told_are_outside_the_key(case: Path, tmp_path: Path) -> None:
    bundle = next(iter(find_bundles(case)))
    settings = Settings(as_of=date(2026, 11, 22))
    entry = Accepted("CLM020", "dep-cites-later-or-self", "0" * 16, "3", Acceptance("客户要求", "李", DAY))
    changed = replace(settings, accepted=(entry,), jobs=2, fail_on="never", cache=tmp_path)
    assert Cache(tmp_path, settings).key(bundle) == Cache(tmp_path, changed).key(bundle)


def test_other_limits_are_other_results(case: Path, counted: list[str]) -> None:
    run(case)
    run(case, limits={"check-seconds": "29"})  # type: ignore[arg-type]
    assert len(counted) == 2
