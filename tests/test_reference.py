"""The check reference: the pages are current, the figures are of checks that exist and come from their benchmarks."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipcheck.check import UNMEASURED, Leaflet, load_measured
from ipcheck.check.leaflet import read_leaflet
from ipcheck.cli.main import main
from ipcheck.places import profile_tables
from ipcheck.plugins import load_checks, shipped
from ipcheck.reporters.columns import width_of
from ipcheck.reporters.reference import explain_lines, levels_line
from tests.benchmarks.measured import cases_of_marks, verdict_cells
from tests.benchmarks.noise import read_verdicts
from tests.make_reference import pages
from tests.test_config import CHECK

CHECKS = {check.check_name(): check for check in load_checks([shipped("checks")]).checks}
MEASURED = load_measured([shipped("checks")])


def test_the_pages_are_current() -> None:
    stale = [path for path, text in pages() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    assert stale == [], "python -m tests.make_reference (with all else: python -m tests.make_all)"


def test_the_figures_are_of_checks_that_exist() -> None:
    assert sorted(set(MEASURED) - set(CHECKS)) == [], "python -m tests.benchmarks.measured"


def test_nearly_every_check_is_measured() -> None:
    # Without a benchmark: see the report of the room; whoever adds a check without one raises the number knowingly.
    unmeasured = sorted(name for name in CHECKS if not any("召回" in told for told in MEASURED.get(name, ())))
    assert len(unmeasured) <= 20, f"python -m tests.benchmarks.measured ROOM\n{unmeasured}"


def test_the_verdicts_are_those_of_the_benchmark() -> None:
    """What people said stands in noise_verdicts.tsv; no figure speaks of a verdict that nobody gave."""
    said = {(check, verdict) for (_, check, _), verdict in read_verdicts().items()}
    words = {"对": "right", "见仁见智": "arguable", "错": "wrong"}
    for name, sentences in MEASURED.items():
        for told in sentences:
            for word, number in re.findall(r"(对|见仁见智|错) (\d+)", told) if told.startswith("判读") else ():
                known = number == "0" or (name, words[word]) in said
                assert known, f"python -m tests.benchmarks.measured patent: {name} {told}"


def test_figures_that_are_quickly_measured_are_current() -> None:
    """The others take minutes: whoever changes a check runs ``python -m tests.benchmarks.measured ROOM``."""
    for name, measure, figure, sample in cases_of_marks():
        assert f"{measure} {figure}（{sample}）" in MEASURED[name], f"python -m tests.benchmarks.measured: {name}"


@pytest.mark.parametrize(
    ("said", "cells"),
    [
        (Counter(), ("报出", "0 处", "甲")),
        (Counter(unread=2), ("报出", "2 处", "甲，没有逐条判读")),
        (Counter(right=3, wrong=1), ("判读", "对 3、见仁见智 0、错 1", "甲里报出的 4 处")),
        (Counter(right=3, unread=1), ("判读", "对 3、见仁见智 0、错 0，没有读 1", "甲里报出的 4 处")),
    ],
)
def test_what_a_verdict_line_says(said: Counter[str], cells: tuple[str, str, str]) -> None:
    assert verdict_cells(said, "甲") == cells


def test_explain_prints_levels_and_figures() -> None:
    told = CliRunner().invoke(main, ["explain", "CLM020"]).stdout
    assert "\n级别：错误（" in told and "\n实测：\n  召回 " in told
    assert all(sentence in told for sentence in MEASURED["dep-cites-later-or-self"])


def test_a_strangers_check_is_unmeasured(tmp_path: Path) -> None:
    (tmp_path / "cup_without_lid.py").write_text(CHECK, encoding="utf-8")
    told = CliRunner().invoke(main, ["explain", "MYC001", "--checks", str(tmp_path)]).stdout
    assert f"实测：\n  {UNMEASURED}\n" in told
    (tmp_path / "figures.tsv").write_text("# 说明\ncup-without-lid\t召回\t3/4\t自己的稿子\n坏行\n", encoding="utf-8")
    told = CliRunner().invoke(main, ["explain", "MYC001", "--checks", str(tmp_path)]).stdout
    assert "实测：\n  召回 3/4（自己的稿子）\n" in told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("claim-final-period-missing", "错误（utility-model）"),
        ("title-too-long", "不运行（pct）"),
        ("abstract-title-missing", "错误（各方案）"),
    ],
)
def test_the_level_of_each_profile(name: str, told: str) -> None:
    assert told in levels_line(Leaflet.of(CHECKS[name]), profile_tables())


def test_a_leaflet_of_a_file_is_that_of_the_class() -> None:
    for name in ("abstract-commercial", "dep-cites-later-or-self", "tm-prior-similar"):
        leaflet = Leaflet.of(CHECKS[name])
        lines = "\n".join(explain_lines(leaflet, date.today(), MEASURED, profile_tables()))
        assert CliRunner().invoke(main, ["explain", name]).stdout == lines + "\n"


def test_explain_tells_what_every_option_means() -> None:
    leaflets = [Leaflet.of(check) for check in CHECKS.values()]
    silent = [(item.code, option.name) for item in leaflets for option in item.options if not option.meaning]
    assert silent == [], "docstring of Options: a line name：meaning for each"
    told = CliRunner().invoke(main, ["explain", "DUP011"]).stdout
    assert "[options.object-substitution]" in told
    assert "\n  least = 3：名称只有一处不同的申请几件起报\n  fixed = 6：名称里相同的字至少几个\n" in told


def test_options_in_a_file_are_those_of_the_class() -> None:
    files = {path.stem.replace("_", "-"): path for path in shipped("checks").rglob("*.py")}
    for name, check in CHECKS.items():
        leaflet = Leaflet.of(check)
        if leaflet.options and (read := read_leaflet(files[name])):
            assert read.options == leaflet.options, name


def test_the_option_that_the_config_template_shows_exists() -> None:
    text = (shipped("templates") / "ipcheck.toml").read_text(encoding="utf-8")
    shown = re.search(r"# \[options\.(\S+)\]\n# (\S+) =", text)
    assert shown and shown[2] in {option.name for option in Leaflet.of(CHECKS[shown[1]]).options}


def test_examples_are_shown_whole_and_in_lines_of_a_terminal() -> None:
    told = CliRunner().invoke(main, ["explain", "TMP002"]).stdout
    (text,) = (text for text in Leaflet.of(CHECKS["tm-batch-window"]).bad[:1])
    assert text.rstrip("\n").replace("\n", "\n    ") in told and "……" not in told
    told = CliRunner().invoke(main, ["explain", "DSC020"]).stdout
    examples = told[told.index("坏例") :].splitlines()
    assert max(map(width_of, examples)) <= 100


def test_many_known_misses_are_shown() -> None:
    """``missed`` examples are run by test_checks: one that is found by now fails there."""
    assert sum(bool(check.missed) for check in CHECKS.values()) >= 40
