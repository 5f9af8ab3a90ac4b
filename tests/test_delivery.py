"""Which format goes where, and JSON reports that are read back."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from ipcheck.cli.main import main
from ipcheck.cli.targets import pairs
from ipcheck.reporters import json_report
from ipcheck.reporters.json_report import ReportError
from ipcheck.whole import write_atomically

FAULTY = "1. 一种杯子，包括杯体。\n2. 根据权利要求3所述的杯子，其特征在于，所述杯盖为圆形的的盖。\n"


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text(FAULTY, encoding="utf-8")


@pytest.mark.parametrize(
    ("formats", "outputs", "wanted"),
    [
        ([], [], [("text", None)]),
        ([], ["r.json"], [("json", "r.json")]),
        ([], ["报告"], [("text", "报告")]),
        (["text"], ["r.out"], [("text", "r.out")]),
        ([], ["gl-code-quality-report.json"], [("gitlab", "gl-code-quality-report.json")]),
        (
            ["json", "text", "sarif"],
            ["r.sarif.json", "r.json"],
            [("json", "r.json"), ("text", None), ("sarif", "r.sarif.json")],
        ),
        (["json"], ["r.txt"], [("json", "r.txt")]),
        (["text", "json"], ["r.json"], [("text", None), ("json", "r.json")]),
        (["text", "json"], ["甲"], [("text", "甲"), ("json", None)]),
        (["json", "text"], ["a", "b"], [("json", "a"), ("text", "b")]),
    ],
)
def test_outputs_find_their_formats(
    formats: list[str], outputs: list[str], wanted: list[tuple[str, str | None]]
) -> None:
    found = pairs(formats, [Path(name) for name in outputs])
    assert found == [(name, Path(target) if target else None) for name, target in wanted]


@pytest.mark.parametrize(("formats", "outputs"), [(["text", "json"], []), (["json"], ["a", "b"])])
def test_what_fits_nothing_is_said(formats: list[str], outputs: list[str]) -> None:
    with pytest.raises(click.UsageError):
        pairs(formats, [Path(name) for name in outputs])


@pytest.mark.parametrize("name", ["r.out", "r.pdf", "报告.yaml", "稿.docx.bak"])
def test_an_unknown_suffix_is_told_before_anything_is_read(name: str) -> None:
    told = CliRunner().invoke(main, ["patent", "没有.txt", "--output", name])
    assert told.exit_code == 2
    assert f"{name}：没有 {Path(name).suffix} 的报告" in told.stderr and ".sarif" in told.stderr
    assert "没有.txt" not in told.stdout + told.stderr and not Path(name).exists()
    CliRunner().invoke(main, ["patent", "稿.txt", "--format", "text", "--output", name])
    assert "CLM033" in Path(name).read_text(encoding="utf-8")


def test_a_claim_tree_has_suffixes_of_its_own() -> None:
    assert CliRunner().invoke(main, ["patent", "稿.txt", "--tree", "svg", "--output", "树.svg"]).exit_code == 0


def test_two_formats_in_one_run() -> None:
    told = CliRunner().invoke(main, ["patent", "稿.txt", "--format", "text", "--format", "json", "--output", "r.json"])
    assert told.exit_code == 1
    assert "CLM033" in told.stdout
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["summary"]["error"] >= 1


def test_a_json_report_is_read_back_whole() -> None:
    CliRunner().invoke(main, ["patent", "稿.txt", "--output", "r.json"])
    text = Path("r.json").read_text(encoding="utf-8")
    assert json_report.render(json_report.parse(text)) == text


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"version": 2}', '{"version": 1, "findings": [{}]}', "[" * 100_000])
def test_what_is_no_report_is_said(text: str) -> None:
    with pytest.raises(ReportError):
        json_report.parse(text)


def test_a_report_can_be_read_by_colleagues_and_keeps_its_mode() -> None:
    target = Path("r.json")
    write_atomically(target, b"1")
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~umask or os.name == "nt"
    target.chmod(0o600)
    write_atomically(target, b"2")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600 or os.name == "nt"


def test_what_fails_leaves_the_old_file_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    target = Path("r.json")
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ipcheck.whole.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old" and sorted(path.name for path in Path().iterdir()) == ["r.json", "稿.txt"]


def test_a_report_that_goes_to_a_file_is_told_in_a_line_and_standard_output_stays_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text("1. 一种杯子，包括杯体。\n", encoding="utf-8")
    told = CliRunner().invoke(main, ["patent", "稿.txt", "--output", "r.json"])
    assert (told.stdout, told.stderr.count("\n")) == ("", 1)
    assert told.stderr.startswith("已写好 r.json：共检查 1 件申请、1 个文件")
