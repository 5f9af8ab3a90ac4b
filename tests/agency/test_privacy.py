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
    words = f"证件 {SECRET}，案号 P139"
    assert masked_text(words) == words.replace(SECRET, mask(SECRET))
    # An organisation's code has no day of birth in it.
    assert masked_text("91420200M000100Y43 202610000001.X") == "91420200M000100Y43 202610000001.X"


@pytest.mark.parametrize(
    "number",
    [
        "13900000000", "139 0000 0000", "139-0000-0000", "+8613900000000", "１３９００００００００", "999999850615333",
        "999999 1985 0615 3339".replace(" 0", "0"), "９９９９９９１９８５０６１５３３３９", "zhou.lan@mail.example",
    ],
)  # fmt: skip
def test_telephones_and_mail_are_masked_too(number: str) -> None:
    words = f"联系{number}，或者"
    assert masked_text(words) == words.replace(number, mask(number))


@pytest.mark.parametrize(
    "words",
    ["202610000001.X", "ZL202310123456.7", "70000001", "H20260305001", "0714-6360000", "@何舟"],
)
def test_other_numbers_are_left(words: str) -> None:
    assert masked_text(words) == words


def test_a_mask_takes_no_time() -> None:
    assert masked_text("a." * 50_000 + "@" + "1" * 50_000)


def test_a_digest_does_not_mind_how_the_number_was_typed() -> None:
    assert digest(SECRET) == digest(f" {SECRET[:6]} {SECRET[6:].lower()}") != digest(identity_number(62))


@pytest.mark.parametrize("form", ["text", "json", "quiet", "verbose", "html", "markdown"])
def test_no_report_holds_a_number(form: str, tmp_path: Path) -> None:
    files = edited(PLANTED["pa-attorney-conditions"])
    # In a remark, in a cell that is reported, in a name, in agency.toml, in a row that is told of as repeated.
    files["人员.csv"] += f"何舟,{SECRET},代理师 {SECRET},A9,,,,无,否,2026-01-05,2026-01-05,,是,,,,{SECRET},\n" * 2
    files["案件.csv"] = files["案件.csv"].replace(f",{PEOPLE[2]},", f",{PEOPLE[2]}{SECRET},")
    files["登记变更.csv"] += f"经营场所13900000001,zhou@mail.example,{SECRET},2024-03-05,\n"
    files["agency.toml"] = CLEAN["agency.toml"].replace("团城山路8号B栋", f"磁湖路{SECRET}号")
    folder = write(tmp_path, files)
    options = {"text": [], "quiet": ["-q"], "verbose": ["-v"]}.get(form, ["--format", form])
    output = CliRunner().invoke(main, ["agency", str(folder), "--as-of", "2026-11-29", *options]).output
    assert "AGP021" in output
    assert "AGP012" in output
    everything = output + output.replace("\n", "").replace(" ", "")
    numbers = ["13900000001", "zhou@mail.example", SECRET, *(identity_number(index) for index in range(60))]
    assert not [number for number in numbers if number in everything]
    assert not re.search(r"[1-9]\d{5}(?:19|20)\d{2}(?:0\d|1[0-2])\d{5}[\dXx]", everything)
