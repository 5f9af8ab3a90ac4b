"""The guides say what is so: their commands and options exist, their links lead somewhere."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from ipcheck.cli.help import guides
from ipcheck.cli.main import COMMANDS, main
from tests.conftest import ROOT

GUIDES = {name: path.read_text("utf-8") for name, (_, path) in guides().items()}
README = (ROOT / "README.md").read_text("utf-8")


def _commands() -> dict[str, click.Command]:
    """All commands by their words: patent, review sample …"""
    context = click.Context(main)
    found = {name: command for name in COMMANDS if (command := main.get_command(context, name)) is not None}
    for name, group in list(found.items()):
        if isinstance(group, click.Group):
            for inner in group.list_commands(context):
                command = group.get_command(context, inner)
                assert command is not None
                found[f"{name} {inner}"] = command
    return found


@pytest.mark.parametrize("name", sorted(GUIDES))
def test_commands_and_options_exist(name: str) -> None:
    known = _commands()
    options = {option for command in known.values() for param in command.params for option in param.opts}
    for words in re.findall(r"ipcheck ([a-z]+)", GUIDES[name]):
        assert words in known or words in COMMANDS, words
    for words in re.findall(r"ipcheck (review [a-z]+)", GUIDES[name]):
        assert words in known, words
    for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", GUIDES[name]):
        assert option in options | {"--help"}, option


@pytest.mark.parametrize("name", sorted(GUIDES))
def test_the_command_prints_it_and_the_readme_links_it(name: str) -> None:
    assert CliRunner().invoke(main, ["help", name]).stdout == GUIDES[name]
    assert f"templates/guides/{name}.md" in README


def test_topics_are_listed_and_a_wrong_one_is_told() -> None:
    listed = CliRunner().invoke(main, ["help"]).stdout
    assert all(name in listed for name in GUIDES)
    wrong = CliRunner().invoke(main, ["help", "agent"])
    assert wrong.exit_code == 2 and "agents" in wrong.stderr


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / Path(target)).exists(), target


def _public() -> dict[str, list[str]]:
    """The interface that the guide promises to who writes checks: module, names."""
    rows = re.findall(r"^\| `(ipcheck\.[a-z.]+)` \| (.+) \|$", GUIDES["writing-checks"], re.MULTILINE)
    return {module: re.findall(r"`(\w+)`", names) for module, names in rows}


def test_the_public_interface_is_there_and_explained() -> None:
    assert len(_public()) == 8
    for module, names in _public().items():
        package = importlib.import_module(module)
        assert names == sorted(names) and set(names) <= set(package.__all__), module
        assert [name for name in names if not getattr(package, name).__doc__] == []


def test_the_template_of_a_check_keeps_to_it() -> None:
    source = (ROOT / "templates" / "new_check.py.txt").read_text("utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ipcheck"):
            assert {alias.name for alias in node.names} <= set(_public()[node.module or ""])
