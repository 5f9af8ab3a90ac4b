"""The README says what is so: its sample output is the golden report's, its commands and options exist."""

from __future__ import annotations

import re

import click
import pytest

from ipcheck.cli.main import COMMANDS, main
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
