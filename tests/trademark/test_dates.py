"""The law of the day: the same applications on the last day of the old law and on the first of the new one."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.trademark_dates import DAYS, EARLIER, FAMOUS, HEAD, ROWS, findings

OLD, NEW = DAYS


def test_findings_and_articles_change_with_the_law(tmp_path: Path) -> None:
    (tmp_path / "名单").mkdir()
    for path, text in (("申请.csv", HEAD + ROWS), ("在先.csv", EARLIER), ("名单/驰名商标.csv", FAMOUS)):
        (tmp_path / path).write_text(text, encoding="utf-8")
    old, new = findings(tmp_path, OLD), findings(tmp_path, NEW)
    # The substance changed: parks, unregistered well-known marks, the gap, party symbols.
    assert set(new) - set(old) == {
        ("三江源国家公园", "tm-national-park-mark"),
        ("朵云庄", "tm-one-year-gap"),
        ("沐云溪集", "tm-wellknown-copy"),
        ("遵义会议", "tm-party-symbol"),
    }
    assert set(old) - set(new) == {("沐云汐", "tm-one-year-gap"), ("遵义会议", "tm-political-number-event")}
    # Only the number changed: until then both are printed.
    name = ("中华人民共和国", "tm-state-name-identical")
    assert "10.1(1)" in {item.article for item in old[name].basis}
    assert any("2027-01-01起第15条第(2)项" in item.short for item in old[name].basis)
    assert "15(2)" in {item.article for item in new[name].basis}
