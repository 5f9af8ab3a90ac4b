"""The README says what is so: its sample output is the golden report's, its commands and options exist."""

from __future__ import annotations

import re

import click
import pytest

from ipcheck.check import load_measured
from ipcheck.cli.main import COMMANDS, main
from ipcheck.plugins import shipped
from tests.benchmarks.planted import CORE, check_classes
from tests.conftest import ROOT
from tests.make_examples import EXAMPLES, FAULTY_CASE

README = (ROOT / "README.md").read_text(encoding="utf-8")
GOLDEN = (EXAMPLES / "golden" / f"{FAULTY_CASE}.ipcheck.txt").read_text(encoding="utf-8")


def test_the_sample_output_is_real() -> None:
    sample = re.findall(r"```text\n(.*?)```", README, re.DOTALL)[0]
    for piece in sample.split("……\n"):
        body = piece.removeprefix(f"examples/patent/{FAULTY_CASE}/权利要求书.docx\n")
        assert body and body in GOLDEN


def test_nothing_is_left_to_fill_in() -> None:
    assert "@@" not in README and "TODO" not in README


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`ipcheck ([a-z]+)", README))))
def test_every_command_named_exists(command: str) -> None:
    assert command in COMMANDS


@pytest.mark.parametrize("option", sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README))))
def test_every_option_named_exists(option: str) -> None:
    context = click.Context(main)
    commands = [found for name in COMMANDS if (found := main.get_command(context, name)) is not None]
    groups = [found for found in commands if isinstance(found, click.Group)]
    inner = [found.get_command(context, name) for found in groups for name in found.list_commands(context)]
    commands += [item for item in inner if item is not None]
    known = {name for found in commands for param in found.params for name in param.opts}
    assert option in known


def test_the_recall_told_is_that_of_the_figures() -> None:
    """Both come of one run of the benchmark: ``python -m tests.benchmarks.measured`` writes what is summed up here."""
    patent = set(check_classes())
    told = {
        name: re.findall(r"^召回 (\d+)/(\d+)", sentences[0])[0]
        for name, sentences in load_measured([shipped("checks")]).items()
        if name in patent
    }
    core, every = ([told[name] for name in names] for names in (CORE, told))
    rates = [sum(int(hits) for hits, _ in sums) / sum(int(of) for _, of in sums) for sums in (core, every)]
    plants = sum(int(of) for _, of in every)
    assert f"planted`，{plants} 处）：核心检查查出 {rates[0]:.1%}，全部检查 {rates[1]:.1%}" in README
    assert min(int(hits) / int(of) for hits, of in every) >= 0.8 and "没有低于\n80% 的" in README


def test_every_exit_code_is_explained() -> None:
    table = README.partition("| 退出码 |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| (\d) \|", table, re.MULTILINE) == ["0", "1", "2"]
