"""The detectors of one draft find what is planted and leave honest drafts alone."""

from __future__ import annotations

import random
import time

import pytest

from ipcheck.abnormal import Batch
from ipcheck.abnormal.cohesion import unrelated_pieces
from ipcheck.abnormal.repeats import repeats_across, repeats_within
from ipcheck.check import Sample
from ipcheck.patent import Filing
from ipcheck.testing.examples import filing_of
from tests.benchmarks.abnormal_data import KINDS, detectors, filings_of, findings, told_of_honest
from tests.benchmarks.abnormal_data_plants import draft, honest, results

# What the tests cannot tell by their nature, and what needs the real texts of ../shared.
_WEAK = {
    "progression-6-one-off",
    "last-digit-60-30%",
    "monotone-6x5",
    "stacked-3",
    "hung-45",
    "patchwork-2",
    "patchwork-3",
    "patchwork-5",
}


@pytest.mark.parametrize("kind", sorted(set(KINDS) - _WEAK))
def test_plants_are_found(kind: str) -> None:
    name, plant = KINDS[kind]
    check = detectors()[name]
    hits = [
        bool(findings(check, filings_of(plant(random.Random(f"test-{kind}-{number}")), kind))) for number in range(5)
    ]
    assert sum(hits) >= 4


def test_honest_drafts_are_left_alone() -> None:
    assert not told_of_honest(6, 7)


def test_findings_of_clues_say_what_clears_them() -> None:
    name, plant = KINDS["grim-percentage"]
    (finding, *_) = findings(detectors()[name], filings_of(plant(random.Random(1)), "x"))
    assert finding.clue and "风险线索" in finding.message and "认定" not in finding.message
    assert finding.facts["clears"] and finding.facts["keep"]


def text_filing(text: str, name: str) -> Filing:
    made = filing_of(Sample(""), text)
    made.name = name
    return made


def test_one_table_in_two_filings_is_told_once_and_not_of_one_draft() -> None:
    rng = random.Random(3)
    table = results(rng)
    filings = [text_filing(draft(rng, [table]), "a"), text_filing(draft(rng, [table]), "b")]
    ((one, other, repeat),) = repeats_across(filings, 9)
    assert (one.name, other.name, repeat.kind) == ("a", "b", "table")
    assert list(repeats_within(filings[0], 9)) == []
    (finding,) = detectors()["data-duplicate-rows"].find(Batch(filings))
    assert finding.facts["other"] == "b"


def test_a_digression_is_no_patchwork() -> None:
    def lines(text: str) -> str:
        return "\n".join([text] * 6)

    rack = "伞架立在门后，伞筒插在托盘的孔里，雨水顺着伞尖流进托盘。"
    bread = "面团揉好醒发两刻钟，烤箱预热，刷蛋液，撒芝麻，烤至金黄取出。"
    bell = "按下电键，簧片颤动发声，线圈断电后簧片弹回原处，铃声停止。"

    def pieces(*texts: str) -> int:
        made = filing_of(Sample(""), "说明书\n一种架\n具体实施方式\n" + "\n".join(map(lines, texts)))
        assert made.description is not None
        bodies = [paragraph.body for paragraph in made.description.paragraphs]
        return len(unrelated_pieces(bodies, size=60, cohesion=0.12))

    assert pieces(rack, bread, bell) == 3
    assert pieces(rack, bread, rack) < 3
    assert pieces(rack) == 1
    assert pieces() == 0


def test_an_empty_draft_breaks_nothing() -> None:
    for text in ("", "说明书", "权利要求书\n1.", "说明书\n一种膜\n具体实施方式\n\t\t\n|  |  |\n实施例1 为"):
        for check in detectors().values():
            assert findings(check, [filing_of(Sample(""), text)]) == []


def test_honest_drafts_hold_figures_to_be_tested() -> None:
    (one, _) = filings_of(honest(random.Random(1)), "x")
    assert len(one.tables) == 2
    assert sum(len(series.values) for series in one.series) > 40


@pytest.mark.parametrize(
    "words", ["实施例1的强度为12.1MPa，", "P=1.5，", "分别为1.5、", "由35%的铜和", "**中", "12.5 "]
)
def test_cost_grows_with_the_text_alone(words: str) -> None:
    def seconds(times: int) -> float:
        made = filing_of(Sample(""), "说明书\n一种泵\n具体实施方式\n" + words * times)
        start = time.process_time()
        for check in detectors().values():
            findings(check, [made])
        return time.process_time() - start

    seconds(100)
    assert seconds(8000) < 16 * seconds(2000) + 0.5
