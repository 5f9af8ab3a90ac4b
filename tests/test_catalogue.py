"""Every name of the catalogue is a check or an item of the checklist; none is missing."""

from __future__ import annotations

from pathlib import Path

from ipcheck.check import load_checklist
from ipcheck.plugins import load_checks, shipped


def test_every_name_of_the_catalogue_is_built_or_left_to_people_with_a_reason() -> None:
    lines = Path(__file__).with_name("catalogue_names.txt").read_text(encoding="utf-8").splitlines()
    names = {line.split()[1] for line in lines if line and not line.startswith("#")}
    built = {check.check_name() for check in load_checks([shipped("checks")], "patent").checks}
    items = {item.name: item for item in load_checklist([shipped("checks")], "patent")}
    assert sorted(names - built - set(items)) == []
    assert all(item.why and item.look_at for item in items.values())
