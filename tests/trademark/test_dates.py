"""The law of the day: the same applications on the last day of the old law and on the first of the new one."""

from __future__ import annotations

from pathlib import Path

from ipcheck.config import Wishes, make_settings
from ipcheck.engine.trademark import check_trademarks
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


def test_earlier_marks_without_words_are_no_clean_bill(tmp_path: Path) -> None:
    (tmp_path / "申请.csv").write_text(HEAD + ROWS, encoding="utf-8")
    (tmp_path / "在先.csv").write_text("类别,申请人\n30,乙公司\n", encoding="utf-8")
    report = check_trademarks([tmp_path / "申请.csv"], make_settings(Wishes()), earlier=tmp_path / "在先.csv")
    assert [failure.message for failure in report.failures] == ["在先商标表没有“商标”列，没有用上"]
    assert any(name == "tm-prior-similar" for name, _ in report.skipped)
