"""Claims: their numbers (gotcha 10), dependent and parallel independent ones (gotcha 6), paths, subjects."""

from __future__ import annotations

import pytest

from ipcheck.patent import Claim, Filing, head_noun, only_omits, same_head
from ipcheck.readers import Limits
from ipcheck.readers.text import read


def draw(*lines: str) -> tuple[Claim, ...]:
    text = "权利要求书\n" + "\n".join(lines)
    return Filing((read(text.encode(), "draft.txt", Limits()),)).claims


CUP = "一种杯子，包括杯体。"
LID = "根据权利要求1所述的杯子，还包括杯盖。"


@pytest.mark.parametrize(
    "number", ["{}.", "{}．", "{}、", "{} ", "（{}）", "({})", "权利要求{}：", "权利要求{}. ", " {}. ", "{}:"]
)
def test_number_formats(number: str) -> None:
    claims = draw(number.format(1) + CUP, number.format(2) + LID)
    assert [claim.number for claim in claims] == [1, 2]
    assert str(claims[0].body) == CUP
    assert str(claims[1].number_span) == "2"


def test_full_width_digits() -> None:
    assert [claim.number for claim in draw(f"１．{CUP}", f"２．{LID}")] == [1, 2]


def test_chinese_number_after_prefix() -> None:
    claims = draw(f"权利要求一：{CUP}", f"权利要求二：{LID}")
    assert [claim.number for claim in claims] == [1, 2]
    assert claims[0].prefix is not None


def test_two_claims_in_one_paragraph() -> None:
    claims = draw(f"1. {CUP}2. {LID}", "3. 根据权利要求2所述的杯子，有柄。")
    assert [claim.number for claim in claims] == [1, 2, 3]


def test_decimals_at_line_start_are_no_numbers() -> None:
    claims = draw("1. 一种杯子，杯体上设有直径为", "1.5mm的孔，孔深为", "2.0mm。", f"2. {LID}")
    assert [claim.number for claim in claims] == [1, 2]


def test_steps_inside_a_claim_are_no_claims() -> None:
    claims = draw(
        "1. 一种方法，包括：", "1、获取数据；", "2、处理数据；", "3、输出结果。", "2. 根据权利要求1所述的方法，有回显。"
    )
    assert [claim.number for claim in claims] == [1, 2]


def test_a_claim_without_any_number() -> None:
    claims = draw(CUP)
    assert [(claim.number, claim.number_span) for claim in claims] == [(1, None)]


def test_numbers_out_of_order_are_kept() -> None:
    assert [claim.number for claim in draw(f"1. {CUP}", f"2. {LID}", f"4. {LID}", f"4. {LID}")] == [1, 2, 4, 4]


@pytest.mark.parametrize(
    "second",
    [
        "根据权利要求1所述的离心泵，还有轴。",
        "如权利要求1所述的泵，还有轴。",
        "一种如权利要求1所述的离心泵，还有轴。",
        "根据权利要求1所述的一种离心泵，还有轴。",
        "权利要求1所述的离心泵，还有轴。",
        "根据权利要求1所述的离心泵还包括轴。",
        "根据权利要求1所述的离心泵，其中，还有轴。",
        "根据权利要求1所述的装置，还有轴。",
        "根据前述任一权利要求所述的离心泵，还有轴。",
    ],
)
def test_dependent(second: str) -> None:
    claims = draw("1. 一种离心泵，包括泵体。", f"2. {second}")
    assert claims[1].dependent
    assert claims[1].parents == (claims[0],)


@pytest.mark.parametrize(
    "second",
    [
        "一种实施权利要求1所述的离心泵的检测方法，包括测压。",
        "一种制造权利要求1的离心泵的方法，包括铸造。",
        "一种包含权利要求1所述的离心泵的设备，包括底座。",
        "一种设备，包括权利要求1所述的离心泵。",
        "根据权利要求1所述的离心泵的制造方法，包括铸造。",
        "根据权利要求1所述的离心泵的底座，包括底板。",
        "一种采用权利要求1所述离心泵的系统，包括水箱。",
        "一种与权利要求1的离心泵相配合的接头，包括管体。",
        "权利要求1所述的离心泵在输油中的应用。",
    ],
)
def test_parallel_independent(second: str) -> None:
    claims = draw("1. 一种离心泵，包括泵体。", f"2. {second}")
    assert not claims[1].dependent
    assert claims[1].parents == (claims[0],)
    assert not claims[1].misplaced_category


def test_use_and_product_by_process_are_independent() -> None:
    claims = draw(
        "1. 一种化合物的制备方法，包括加热。",
        "2. 根据权利要求1所述的制备方法，温度为80℃。",
        "3. 由权利要求1所述的制备方法制得的化合物。",
        "4. 权利要求1所述的制备方法在制药中的应用。",
    )
    assert [claim.dependent for claim in claims] == [False, True, False, False]


def test_dependents_of_a_parallel_independent_claim() -> None:
    claims = draw(
        "1. 一种清洗方法，包括喷淋。",
        "2. 一种实施权利要求1所述的清洗方法的装置，包括喷头。",
        "3. 根据权利要求2所述的装置，还有泵。",
    )
    assert [claim.dependent for claim in claims] == [False, False, True]
    assert claims[2].root_subject == claims[1].subject_name


def test_dependent_in_form_but_of_another_category() -> None:
    claims = draw("1. 一种清洗方法，包括喷淋。", "2. 根据权利要求1所述的装置，还有泵。")
    assert not claims[1].dependent
    assert claims[1].misplaced_category


def test_paths_branch_at_a_multiple_dependency() -> None:
    claims = draw(
        f"1. {CUP}",
        f"2. {LID}",
        "3. 根据权利要求1所述的杯子，有柄。",
        "4. 根据权利要求2或3所述的杯子，有底。",
        "5. 根据权利要求1或4所述的杯子，有套。",
    )
    numbers = [[tuple(parent.number for parent in path) for path in claim.paths] for claim in claims]
    assert numbers == [[()], [(1,)], [(1,)], [(2, 1), (3, 1)], [(1,), (4, 2, 1), (4, 3, 1)]]


def test_paths_of_two_citing_phrases_go_together() -> None:
    claims = draw(f"1. {CUP}", "2. 一种盖，包括盖体。", "3. 一种套件，包括权利要求1所述的杯子和权利要求2所述的盖。")
    assert [tuple(parent.number for parent in path) for path in claims[2].paths] == [(1, 2)]


def test_paths_are_bounded() -> None:
    lines = [f"1. {CUP}"] + [f"{n}. 根据权利要求1至{n - 1}任一项所述的杯子，有孔。" for n in range(2, 30)]
    assert all(len(claim.paths) <= 64 for claim in draw(*lines))


def test_citing_itself_or_a_later_claim_makes_no_parent() -> None:
    claims = draw(f"1. {CUP}", "2. 根据权利要求2所述的杯子，有盖。", "3. 根据权利要求4所述的杯子，有盖。", f"4. {LID}")
    assert [claim.parents for claim in claims[1:3]] == [(), ()]
    assert claims[1].paths == ((),)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("一种用于输送水的离心泵，包括泵体。", "用于输送水的离心泵"),
        ("一种用于A、B的，具有C的泵，包括泵体。", "用于A、B的,具有C的泵"),
        ("一种杯子（1），其特征在于，有盖。", "杯子"),
        ("一种 杯 子：有盖。", "杯子"),
        ("一种涂料由树脂和溶剂组成。", "涂料"),
    ],
)
def test_subject_names(body: str, name: str) -> None:
    assert draw(f"1. {body}")[0].subject_name == name


@pytest.mark.parametrize("words", ["其特征在于", "其特征是", "其特征为", "特征在于", "其改进在于"])
def test_where_the_characterizing_part_begins(words: str) -> None:
    claim = draw(f"1. 一种杯子，有体，{words}：有盖，其特征在于有柄。")[0]
    assert claim.characterized is not None
    assert str(claim.characterized) == words
    assert str(claim.preamble) == "一种杯子，有体，"


def test_heads() -> None:
    assert head_noun("用于输送水的离心泵") == "离心泵"
    assert same_head("系统", "跌倒检测系统")
    assert same_head("检测方法", "检测方法及系统")
    assert same_head("应用", "用途")
    assert not same_head("装置", "检测系统")
    assert only_omits("水泵", "用于输送水的离心泵")
    assert not only_omits("血液检测装置", "尿液检测装置")
