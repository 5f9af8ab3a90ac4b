"""Every name of the catalogues is a check or an item of the checklist; none is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from ipcheck.check import load_checklist
from ipcheck.plugins import load_checks, shipped

FILES = {
    "patent": "catalogue_names.txt",
    "abnormal": "catalogue_abnormal.txt",
    "trademark": "catalogue_marks.txt",
    "agency": "catalogue_agency.txt",
}


@pytest.mark.parametrize("room", FILES)
def test_every_name_of_the_catalogue_is_built_or_left_to_people_with_a_reason(room: str) -> None:
    lines = Path(__file__).with_name(FILES[room]).read_text(encoding="utf-8").splitlines()
    names = {line.split()[1] for line in lines if line and not line.startswith("#")}
    built = {check.check_name() for check in load_checks([shipped("checks")], room).checks}
    items = {item.name: item for item in load_checklist([shipped("checks")], room)}
    missing = sorted(names - built - set(items))
    assert missing == [], f"neither a check (ipcheck checks --room {room}) nor in a checks/{room}/*/_checklist.toml"
    lacking = [item.name for item in items.values() if not (item.why and item.look_at)]
    assert lacking == [], "why and look_at in _checklist.toml; ipcheck explain --checklist shows them"
