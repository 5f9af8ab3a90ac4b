"""A check or a reader that crashes, hangs or eats memory is named; everything else is found as if it were not there."""

from __future__ import annotations

import io
import json
import multiprocessing
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipcheck import apart
from ipcheck.apart import Budget, Done, Lost, Steps
from ipcheck.cli.main import main
from ipcheck.config import Settings, Wishes, make_settings
from ipcheck.engine import check_patents, reading
from ipcheck.model import Report
from ipcheck.readers import registry
from tests.readers.pdf_maker import PageMaker, make_pdf

_CHECK = '''
import ctypes, os, re, sys
from ipcheck.law import cite
from ipcheck.patent import PatentCheck

class BadGuest(PatentCheck):
    """甲。乙。丙。"""
    code = "BAD001"
    basis = (cite("法", "26.4"),)
    message = "坏"
    def find(self, filing, /):
        if {here!r} not in filing.name:
            return
        {fault}
        yield
'''
_DRAFT = "权利要求书\n1. 一种杯子，包括杯体。\n2. 根据权利要求{number}所述的杯子，还包括杯盖。\n"
LOOP = "while True: pass"
# What it does, and what is told of it.
FAULTS = {
    "loop": (LOOP, "超过时间（上限 1 秒，可用 --max-check-seconds"),
    "regex": ("re.search('(a+)+$', 'a' * 60 + 'b')", "超过时间"),
    "swallows": (
        "\n".join(["for _ in iter(int, 1):", "            try: pass", "            except BaseException: pass"]),
        "超过时间",
    ),
    "memory": ("[bytes(10_000_000) for _ in range(100)]", "用完了内存（上限 300 MB，可用 --max-memory"),
    "leaves": ("os._exit(0)", "使检查进程意外退出（退出码 0）"),
    "exits": ("sys.exit(3)", "出错，它的结果不完整（SystemExit: 3）"),
    "segfault": ("import faulthandler; faulthandler.disable(); ctypes.string_at(0)", "使检查进程意外退出（SIGSEGV）"),
    "raises": ("raise KeyError('甲')", "出错，它的结果不完整（KeyError: '甲'）"),
    "interrupts": ("raise KeyboardInterrupt", "使检查进程意外退出"),
}


def drafts(folder: Path, count: int) -> Path:
    for number in range(count):
        (folder / f"案{number}").mkdir(parents=True)
        (folder / f"案{number}" / "稿.txt").write_text(_DRAFT.format(number=number + 2), encoding="utf-8")
    return folder


def guest(folder: Path, fault: str, here: str = "案1") -> Path:
    folder.mkdir()
    (folder / "bad_guest.py").write_text(_CHECK.format(fault=fault, here=here), encoding="utf-8")
    return folder


def settings(*checks: Path, jobs: int = 1, **limits: str) -> Settings:
    return make_settings(
        Wishes(checks=checks, jobs=jobs, as_of="2026-11-22", room="patent", limits={"check-seconds": "1", **limits})
    )


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What is found in two drafts without any guest, under the paths ``案卷/…``."""
    folder = tmp_path_factory.mktemp("clean")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return check_patents([drafts(Path("案卷"), 2)], settings())


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_check_is_named_and_its_neighbours_stay(name: str, jobs: int, clean: Report) -> None:
    if name == "memory" and sys.platform != "linux":
        pytest.skip("memory is bounded on Linux only")
    fault, told = FAULTS[name]
    folder = guest(Path("客"), fault)
    # Where nothing hangs a busy machine may take its time.
    seconds = {} if "超过时间" in told else {"check-seconds": "60"}
    report = check_patents([drafts(Path("案卷"), 2)], settings(folder, jobs=jobs, memory="300MB", **seconds))
    assert report.findings == clean.findings
    assert [(failure.path, failure.check) for failure in report.failures] == [("案卷/案1/稿.txt", "bad-guest")]
    message = report.failures[0].message
    assert told in message and "BAD001 bad-guest" in message and message.endswith("bad_guest.py）")


def test_a_check_stopped_three_times_is_not_tried_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = guest(Path("客"), "os._exit(1)", here="稿")
    drafts(Path("案卷"), 6)
    reports = [check_patents([Path("案卷")], settings(folder, jobs=jobs)) for jobs in (1, 2)]
    assert reports[0] == reports[1]
    told = [failure.message for failure in reports[0].failures]
    assert len(told) == 6
    assert sum("意外退出" in message for message in told) == 3
    assert sum("在前面 3 个文件上被停止" in message for message in told) == 3
    assert reports[0].subjects == 6 and len(reports[0].findings) >= 6


def test_standard_input_is_checked_apart_too() -> None:
    report = check_patents([], settings(guest(Path("客"), LOOP, here="-")), stdin=_DRAFT.format(number=2).encode())
    assert [(failure.path, failure.check) for failure in report.failures] == [("-", "bad-guest")]
    assert report.findings


def test_workers_that_are_not_copies_do_the_same(monkeypatch: pytest.MonkeyPatch, clean: Report) -> None:
    monkeypatch.setattr(apart, "forks", lambda: False)
    folder = guest(Path("客"), "os._exit(0)")
    report = check_patents([drafts(Path("案卷"), 2)], settings(folder))
    assert report.findings == clean.findings
    assert [failure.check for failure in report.failures] == ["bad-guest"]


@pytest.mark.parametrize("fault", ["time.sleep(99)", "os._exit(3)"])
def test_a_reader_that_hangs_or_dies_is_one_failure(fault: str, monkeypatch: pytest.MonkeyPatch, clean: Report) -> None:
    real = registry.read_file

    def read_file(path: Path, *rest: object) -> object:
        if path.name == "坏.txt":
            exec("import time, os\n" + fault)
        return real(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_file", read_file)
    drafts(Path("案卷"), 2)
    # One beside the others, one alone in its folder.
    for place in ("案卷/案1/坏.txt", "案卷/案2/坏.txt"):
        Path(place).parent.mkdir(exist_ok=True)
        Path(place).write_text(_DRAFT, encoding="utf-8")
    for jobs in (1, 2) if "sleep" not in fault else (2,):
        # Enough for the others where the machine is busy.
        report = check_patents([Path("案卷")], settings(jobs=jobs, seconds="2" if "sleep" in fault else "60"))
        assert [failure.path for failure in report.failures] == ["案卷/案1/坏.txt", "案卷/案2/坏.txt"]
        told = "读取超过时间（上限 2 秒，可用 --max-seconds" if "sleep" in fault else "进程意外退出（退出码 3）"
        assert all(told in failure.message for failure in report.failures)
        assert report.findings == clean.findings
    if "sleep" not in fault:
        done = CliRunner().invoke(main, ["read", "案卷", "--format", "json"])
        assert done.exit_code == 2 and len(json.loads(done.stdout)["filings"]) == 2


def test_a_draft_that_takes_too_long_as_a_whole() -> None:
    folder = guest(Path("客"), "import time; time.sleep(30)")
    made = replace(settings(folder), limits=replace(settings().limits, seconds=3, check_seconds=30))
    report = check_patents([drafts(Path("案卷"), 3)], made)
    assert [(failure.path, failure.check) for failure in report.failures] == [("案卷/案1/稿.txt", None)]
    assert "--max-seconds" in report.failures[0].message and report.subjects == 2


def _large(name: str) -> bytes:
    """A file over the limit of that name: many pages, many members, much in little."""
    if name == "pages":
        return make_pdf(*[PageMaker().words(66, 100, "权利要求书")] * 3)
    if name == "file-size":
        return b"x" * 5_000
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"权利要求书{number}.txt", "甲" * 400_000)
    return package.getvalue()


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("file-size", '"4KB"', "上限 4 KB，可用 --max-file-size 或者 ipcheck.toml 的 [limits] file-size 调高"),
        ("pages", "2", "3 页，上限 2，可用 --max-pages 或者 ipcheck.toml 的 [limits] pages 调高"),
        ("members", "2", "上限 2，可用 ipcheck.toml 的 [limits] members 调高"),
        ("unpacked", '"3MB"', "上限 3 MB，可用 ipcheck.toml 的 [limits] unpacked 调高"),
        ("unpacked-member", '"1MB"', "上限 1 MB，可用 ipcheck.toml 的 [limits] unpacked-member 调高"),
        ("ratio", "100", "上限 100，可用 ipcheck.toml 的 [limits] ratio 调高"),
    ],
)
def test_over_a_limit_the_rest_goes_on(key: str, value: str, told: str, clean: Report) -> None:
    Path("ipcheck.toml").write_text(f"[limits]\n{key} = {value}\n", encoding="utf-8")
    drafts(Path("案卷"), 2)
    name = {"pages": "大.pdf", "file-size": "大.txt"}.get(key, "大.zip")
    Path("案卷/大").mkdir()
    Path("案卷/大", name).write_bytes(_large(key))
    done = CliRunner().invoke(main, ["patent", "案卷", "--format", "json"])
    report = json.loads(done.stdout)
    assert done.exit_code == 2 and len(report["findings"]) == len(clean.findings)
    assert [failure["path"] for failure in report["failures"]] == [f"案卷/大/{name}"]
    assert told in report["failures"][0]["message"]


class _Work:
    """Tasks are words: what the worker does."""

    def __call__(self, task: str, steps: Steps) -> str:
        steps.at(7)
        if task == "sleep":
            time.sleep(30)
        if task == "raise":
            raise ValueError(task)
        return task.upper()


def _answers(tasks: list[str], jobs: int) -> Iterator[str]:
    def again(task: str, lost: Lost) -> str | Done[str]:
        return Done(f"{lost.why} {lost.step}") if task == "sleep" else "b"

    return apart.run(tasks, _Work, again, budget=lambda _: Budget(0.3, 9, 9, 10**9), jobs=jobs)


@pytest.mark.parametrize("jobs", [1, 3])
def test_answers_come_in_the_order_of_the_tasks(jobs: int) -> None:
    assert list(_answers(["a", "sleep", "raise", "c"], jobs)) == ["A", "step 7", "B", "C"]


def test_nobody_is_left_when_the_asker_stops() -> None:
    answers = _answers(["a", "sleep"], 2)
    assert next(answers) == "A"
    answers.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_where_no_process_can_be_had_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(apart, "_Worker", refuse)
    assert list(_answers(["a", "c"], 2)) == ["A", "C"]


class _Sparing(_Work):
    """Slow for a good reason."""

    def __call__(self, task: str, steps: Steps) -> str:
        steps.at(1)
        for _ in range(4):
            time.sleep(0.15)
            steps.spare(0.15)
        return task.upper()


def test_time_that_is_spared_does_not_count() -> None:
    budget = Budget(0.4, 0.4, 0.4, 10**9)

    def again(_: str, lost: Lost) -> str | Done[str]:
        return Done(lost.why)

    assert list(apart.run(["a"], _Sparing, again, budget=lambda _: budget)) == ["A"]
