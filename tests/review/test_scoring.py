"""Schemes, merging of experts, scores, the ranking and what it does not know."""

from __future__ import annotations

import numpy as np
import pytest

from ipcheck.model import Level
from ipcheck.places import shipped
from ipcheck.review.errors import ReviewError
from ipcheck.review.ranking import FileMark, rank
from ipcheck.review.scheme import Scheme, read_scheme
from ipcheck.review.scoring import MachineFinding, Marked, half_up, merge, score_file

SHIPPED = (shipped("templates") / "review" / "评分方案.toml").read_text("utf-8")
SEED = b"ranking"


@pytest.fixture
def scheme() -> Scheme:
    return read_scheme(SHIPPED, "评分方案.toml")


def full(scheme: Scheme, expert: str, less: float = 0.0, **opinions: str) -> Marked:
    """Full points but for ``less`` at the first item."""
    points = {item.number: item.points for item in scheme.items}
    points["1.1"] -= less
    return Marked(expert, points, opinions)


def finding(mark: str, check: str, level: Level = Level.ERROR) -> MachineFinding:
    return MachineFinding(mark, check, level, "claims")


def test_the_shipped_scheme_adds_up_and_says_whose_it_is(scheme: Scheme) -> None:
    assert sum(item.points for item in scheme.items) == 100
    assert "建议" in scheme.title
    assert [scheme.grade(score) for score in (95, 90, 89.99, 60, 59)] == ["优", "优", "良", "合格", "不合格"]


def test_every_fault_of_a_scheme_at_once() -> None:
    broken = SHIPPED.replace("expert = 70", "expert = 60").replace(
        'points = 12, hint = "用语', 'points = 11, hint = "用语'
    )
    broken = broken.replace('"不合格" = 0', '"不合格" = 10')
    with pytest.raises(ReviewError) as raised:
        read_scheme(broken, "方案")
    assert len(raised.value.problems) == 3


def test_deductions_stop_at_the_cap_of_a_check(scheme: Scheme) -> None:
    many = [finding(f"a{number}", "claim-final-period-missing") for number in range(9)]
    score = score_file(scheme, [*many, finding("b", "vague", Level.WARNING)], [], 10)
    assert score.machine == 100 - 6 - 1
    assert score.machine_parts["权利要求书"] == 7
    assert score.total is None and score.expert is None


def test_a_gate_caps_the_total_unless_experts_reject_it(scheme: Scheme) -> None:
    found = [finding("x", "um-method-claim")]
    both = [full(scheme, "甲"), full(scheme, "乙")]
    assert score_file(scheme, found, both, 10).total == 59
    rejected = [full(scheme, "甲", x="不成立"), full(scheme, "乙", x="不成立")]
    assert score_file(scheme, found, rejected, 10).total == 100
    divided = [full(scheme, "甲", x="不成立"), full(scheme, "乙", x="成立")]
    assert score_file(scheme, found, divided, 10).total == 59


@pytest.mark.parametrize(
    ("points", "printed"),
    [(87.425, "87.43"), (0.3 * 91.25 + 0.7 * 85.7857142857142857, "87.43"), (2.675, "2.68"), (0.125, "0.13"),
     (87.424999, "87.42"), (87.4249, "87.42"), (-0.125, "-0.13"), (100.0, "100.00"), (0.0, "0.00")],
)  # fmt: skip
def test_scores_are_rounded_as_on_paper(points: float, printed: str) -> None:
    assert f"{half_up(points):.2f}" == printed


def test_a_total_of_exactly_half_a_hundredth_is_rounded_up(scheme: Scheme) -> None:
    # 0.3 × 100 + 0.7 × 82.0357…: two experts' points whose mean makes 87.425.
    totals = [one.total for one in (full(scheme, "甲", 17.9), full(scheme, "乙", 18.0285714285714286))]
    total = score_file(scheme, [], [full(scheme, "甲", 17.9), full(scheme, "乙", 18.0285714285714286)], 10).total
    assert total is not None and 0.3 * 100 + 0.35 * sum(totals) == pytest.approx(87.425)
    assert half_up(total) == 87.43


def test_a_third_expert_is_asked_for_and_the_two_closest_count(scheme: Scheme) -> None:
    far = [full(scheme, "甲"), full(scheme, "乙", 12)]
    assert score_file(scheme, [], far, 10).third and score_file(scheme, [], far, 10).total is None
    with_third = [*far, full(scheme, "丙", 10)]
    merged, third = merge(with_third, 10)
    assert (sorted(one.expert for one in merged), third) == (["丙", "乙"], False)
    assert score_file(scheme, [], far, 12).total == pytest.approx(0.3 * 100 + 0.7 * 94)


def test_one_expert_alone_gives_no_score(scheme: Scheme) -> None:
    assert score_file(scheme, [], [full(scheme, "甲")], 10).total is None


def marks(*totals: float) -> list[FileMark]:
    return [FileMark(100.0, (total, total - 1), 100.0) for total in totals]


def test_a_ranking_says_who_cannot_be_told_apart() -> None:
    files = {"甲": marks(95, 94, 96, 95), "乙": marks(80, 96, 90, 99), "丙": marks(60, 61, 62, 60), "丁": []}
    places = rank(files, (0.3, 0.7), SEED)
    assert [(item.agency, item.place) for item in places] == [("甲", 1), ("乙", 2), ("丙", 3)]
    assert places[0].alike == ("乙",) and places[2].alike == ()
    assert places[2].places == (3, 3)
    assert all(item.interval[0] <= item.score <= item.interval[1] for item in places)
    assert places == rank(files, (0.3, 0.7), SEED)


def test_equal_scores_share_a_place() -> None:
    places = rank({"甲": marks(90, 90), "乙": marks(90, 90), "丙": marks(80)}, (0.3, 0.7), SEED)
    assert [item.place for item in places] == [1, 1, 3]


@pytest.mark.parametrize("count", [2, 6])
def test_intervals_hold_the_truth_about_as_often_as_they_say(count: int) -> None:
    draw = np.random.default_rng(7)
    held = []
    for _ in range(25):
        truth = {f"所{number}": float(draw.normal(75, 4)) for number in range(10)}
        files = {
            name: [
                FileMark(quality, (quality + float(draw.normal(0, 3)), quality + float(draw.normal(0, 3))), 100.0)
                for quality in map(float, draw.normal(mean, 5, count))
            ]
            for name, mean in truth.items()
        }
        for place in rank(files, (0.3, 0.7), draw.bytes(8), resamples=300):
            held.append(place.interval[0] <= truth[place.agency] <= place.interval[1])
    assert 0.87 <= sum(held) / len(held) <= 0.99


def test_points_add_up_alike_on_every_python() -> None:
    """The built-in sum rounds otherwise from Python 3.12 on; a hundredth of a point can decide a place."""
    assert Marked("甲", {str(number): 0.1 for number in range(10)}).total == 1.0
