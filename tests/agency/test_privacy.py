"""Numbers of identity papers stand in no report, however they got into the tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipcheck.agency.privacy import digest, mask, masked_text
from ipcheck.cli.main import main
from tests.agency.made_up import CLEAN, PEOPLE, PLANTED, edited, identity_number, write

SECRET = identity_number(61)


def test_masks_are_as_long_as_what_they_hide() -> None:
    assert mask(SECRET) == SECRET[:3] + "*" * 13 + SECRET[-2:]
    assert mask("E1234") == "*****"
    assert mask("") == ""
    words = f"证件 {SECRET}，电话 13900000000"
    assert masked_text(words) == words.replace(SECRET, mask(SECRET))
    # An organisation's code has no day of birth in it.
    assert masked_text("91420200M000100Y43 202610000001.X") == "91420200M000100Y43 202610000001.X"


def test_a_digest_does_not_mind_how_the_number_was_typed() -> None:
    assert digest(SECRET) == digest(f" {SECRET[:6]} {SECRET[6:].lower()}") != digest(identity_number(62))


@pytest.mark.parametrize("form", ["text", "json", "quiet", "verbose", "html", "markdown"])
def test_no_report_holds_a_number(form: str, tmp_path: Path) -> None:
    files = edited(PLANTED["pa-attorney-conditions"])
    # In a remark, in a cell that is reported, in a name, in agency.toml, in a row that is told of as repeated.
    files["人员.csv"] += f"何舟,{SECRET},代理师 {SECRET},A9,,,,无,否,2026-01-05,2026-01-05,,是,,,,{SECRET},\n" * 2
    files["案件.csv"] = files["案件.csv"].replace(f",{PEOPLE[2]},", f",{PEOPLE[2]}{SECRET},")
    files["agency.toml"] = CLEAN["agency.toml"].replace("团城山路8号B栋", f"磁湖路{SECRET}号")
    folder = write(tmp_path, files)
    options = {"text": [], "quiet": ["-q"], "verbose": ["-v"]}.get(form, ["--format", form])
    output = CliRunner().invoke(main, ["agency", str(folder), "--as-of", "2026-11-29", *options]).output
    assert "AGP021" in output
    assert "AGP012" in output
    everything = output + output.replace("\n", "").replace(" ", "")
    numbers = [SECRET, *(identity_number(index) for index in range(60))]
    assert not [number for number in numbers if number in everything]
    assert not re.search(r"[1-9]\d{5}(?:19|20)\d{2}(?:0\d|1[0-2])\d{5}[\dXx]", everything)
