"""What is told of pairs: kinds, evidence, kin, clusters; and that the engine finds its plants."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ipcheck.abnormal import Batch
from ipcheck.abnormal.alike import AlikeKind
from ipcheck.abnormal.drafts import Section
from ipcheck.abnormal.kinship import Family, read_families
from ipcheck.abnormal.screen import alike_pairs
from ipcheck.check import Sample
from ipcheck.patent import Filing
from ipcheck.testing.examples import filing_of
from tests.benchmarks.abnormal_house import corpus as house_corpus
from tests.benchmarks.abnormal_planted import corpus
from tests.benchmarks.abnormal_plants import KINDS, renamed, reordered, traditional
from tests.benchmarks.abnormal_texts import Sections, draft


def text_of(sections: Sections, request: str = "", own: str = "本发明") -> str:
    """The text of an application with these sections."""
    head = f"请求书\n{request}\n" if request else ""
    text = (
        f"{head}权利要求书\n{sections[Section.CLAIMS]}\n说明书\n{sections[Section.TITLE]}\n"
        f"技术领域\n{sections[Section.FIELD]}\n背景技术\n{sections[Section.BACKGROUND]}\n"
        f"{own[1:]}内容\n{sections[Section.SUMMARY]}\n附图说明\n{sections[Section.FIGURES]}\n"
        f"具体实施方式\n{sections[Section.EMBODIMENTS]}"
    )
    return text.replace("本发明", own)


def filing(sections: Sections, name: str, request: str = "", own: str = "本发明") -> Filing:
    made = filing_of(Sample(""), text_of(sections, request, own))
    made.name = name
    return made


def test_a_swapped_skeleton_is_told_with_its_words() -> None:
    swapped = renamed(5)(draft(5), random.Random(5))
    batch = Batch([filing(draft(5), "a"), filing(swapped, "b"), filing(draft(6), "c")])
    (pair,) = batch.pairs
    assert (pair.first.name, pair.second.name, pair.check) == ("a", "b", "slot-swap-template")
    assert pair.alike.swaps[0].times >= 5
    assert pair.alike.score > 0.9
    assert all(len(span) for span in pair.related)


def test_reordered_and_traditional_are_both_told() -> None:
    rng = random.Random(5)
    batch = Batch([filing(draft(5), "a"), filing(traditional(reordered(draft(5), rng), rng), "b")])
    assert {AlikeKind.REORDERED, AlikeKind.TRADITIONAL} <= set(batch.pairs[0].alike.kinds)
    assert batch.pairs[0].alike.order < 0.85


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("申请号：202310001234.5", "申请号：202310001234.5", "同一件申请"),
        ("申请号：202310001234.5", "原案申请号：202310001234.5", "分案"),
        ("申请号：202310001234.5", "在先申请号：202310001234.5", "优先权"),
        ("申请人：甲公司", "申请人：乙公司", ""),
    ],
)
def test_kin_by_what_the_papers_say(one: str, other: str, reason: str) -> None:
    kin = Batch([filing(draft(5), "a", one), filing(draft(5), "b", other)]).pairs[0].kin
    assert (reason in kin) if reason else not kin


def test_both_kinds_on_one_day_are_kin() -> None:
    batch = Batch([filing(draft(5), "a"), filing(draft(5), "b", own="本实用新型")])
    assert "同日" in batch.pairs[0].kin
    assert batch.pairs[0].check == "kin-near-dup"


def test_versions_of_one_draft_are_kin_and_strangers_are_not() -> None:
    versions = Batch([filing(draft(5), "案/杯子.txt"), filing(draft(5), "案/杯子_v2.txt")])
    assert "版本" in versions.pairs[0].kin
    strangers = Batch([filing(draft(5), "案/杯子.txt"), filing(draft(5), "别案/碗.txt")])
    assert strangers.pairs[0].kin == ""


def test_a_declared_family_needs_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "ipcheck-family.toml"
    path.write_text('[[family]]\nname = "杯"\nreason = "一个项目"\nmembers = ["a", "b"]\n', encoding="utf-8")
    families, problems = read_families(path)
    assert problems == []
    batch = Batch([filing(draft(5), "a"), filing(draft(5), "b")], families=families)
    assert "一个项目" in batch.pairs[0].kin
    path.write_text('[[family]]\nname = "杯"\nmembers = ["a"]\n', encoding="utf-8")
    assert read_families(path)[1]
    assert Family("x", "y", ("甲*",)).holds("件/甲一.docx")


def test_clusters_hold_by_pairs_and_linked_strangers_are_told() -> None:
    phone = "\n联系电话：0571-88880000"
    owners = (("a", "申请人：甲公司" + phone), ("b", "申请人：乙公司" + phone), ("c", "申请人：丙公司"))
    pairs = Batch([filing(draft(5), name, request) for name, request in owners]).pairs
    assert len(pairs) == 3
    assert pairs[0].check == "linked-near-dup"
    assert all(pair.cluster == ("a", "b", "c") and pair.across for pair in pairs)


def test_every_kind_of_plant_is_found() -> None:
    drafts, truth = corpus(len(KINDS) * 2 * 4, 2, 3)
    found = {(one, other) for one, other, _ in alike_pairs(drafts)}
    assert len(found & set(truth)) >= len(truth) - 1


def test_stock_text_of_a_house_makes_no_pair() -> None:
    drafts, truth = house_corpus(1, 60, 1)
    found = {(one, other) for one, other, _ in alike_pairs(drafts)}
    assert found - set(truth) == set()
    assert len(found & set(truth)) >= len(truth) - 1
