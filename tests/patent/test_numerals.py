"""Reference signs: lists with every separator, signs in the text, and what is a quantity and no sign (gotcha 14)."""

from __future__ import annotations

import pytest

from ipcheck.patent import Filing, names_differ
from ipcheck.patent.numerals import last_noun, name_of
from ipcheck.readers import Limits
from ipcheck.readers.text import read


def filing(listed: str, text: str = "泵体1内装有叶轮2。", claims: str = "") -> Filing:
    draft = f"说明书\n一种泵\n附图说明\n图1为泵。\n{listed}\n具体实施方式\n{text}"
    if claims:
        draft = f"权利要求书\n{claims}\n{draft}"
    return Filing((read(draft.encode(), "draft.txt", Limits()),))


def signs(listed: str) -> list[tuple[str, str]]:
    return [(entry.sign, str(entry.name)) for entry in filing(listed).sign_list]


THREE = [("1", "泵体"), ("2", "叶轮"), ("3", "轴")]


@pytest.mark.parametrize(
    "listed",
    [
        "图中：1-泵体；2-叶轮；3-轴。",
        "图中：1—泵体，2—叶轮，3—轴。",
        "附图标记说明：1、泵体；2、叶轮；3、轴",
        "附图标记：1：泵体；2：叶轮；3：轴。",
        "图中：1.泵体，2.叶轮，3.轴。",
        "图中，1为泵体，2为叶轮，3为轴。",
        "其中，1表示泵体，2表示叶轮，3表示轴。",
        "1 泵体 2 叶轮 3 轴",
        "1　泵体　2　叶轮　3　轴",
        "图中 1，泵体，2，叶轮，3，轴",
        "1泵体；2叶轮；3轴",
        "附图标记说明\n1-泵体\n2-叶轮\n3-轴",
        "附图标记：\n1、泵体；2、叶轮；\n3、轴。",
    ],
)
def test_sign_lists(listed: str) -> None:
    assert signs(listed) == THREE


@pytest.mark.parametrize(
    "listed", ["泵体-1；叶轮-2；密封轴-3", "图中：泵体1、叶轮2、密封轴3。", "附图标记：泵体：1，叶轮：2，密封轴：3"]
)
def test_names_before_signs(listed: str) -> None:
    assert signs(listed) == [("1", "泵体"), ("2", "叶轮"), ("3", "密封轴")]


def test_signs_with_letters_hyphens_and_ranges() -> None:
    assert signs("图中：12a-泵体；12-1、叶轮；M1-电机；101～103-齿；5/6-螺栓") == [
        ("12a", "泵体"),
        ("12-1", "叶轮"),
        ("M1", "电机"),
        ("101", "齿"),
        ("102", "齿"),
        ("103", "齿"),
        ("5", "螺栓"),
        ("6", "螺栓"),
    ]


@pytest.mark.parametrize("line", ["图2为轴，图3为盖。", "图2为轴；\n图3为盖。", "下面说明附图。"])
def test_captions_are_no_list(line: str) -> None:
    assert signs(line) == []


def test_a_sentence_after_the_list_is_no_part_of_it() -> None:
    assert signs("图中：1-泵体；2-叶轮。") == [("1", "泵体"), ("2", "叶轮")]


@pytest.mark.parametrize(
    "text",
    [
        "共5个电机", "电机5个", "电机5转/分", "第5电机", "M8螺栓", "304不锈钢",
        "采用304不锈钢", "45号钢", "3D打印", "5G网络", "IP67防护",
        "Q235钢", "(100)晶面", "1#泵", "温度50℃", "厚度5mm", "比例1:2", "图1所示", "步骤3", "公式(2)",
        "权利要求1", "实施例2",
        "电机约5", "效率5%", "重复3次", "2024年", "叶片数5～7",
    ],
)  # fmt: skip
def test_quantities_are_no_signs(text: str) -> None:
    assert filing("没有列表。", f"{text}，{text}。").numerals == {}


def test_measure_words_that_begin_another_word() -> None:
    drawn = filing(
        "没有列表。", "套筒7套设在轴承12上，底座1安装在轴承12上，电机5转动，电机5位于底座1的左侧，套筒7对应底座1。"
    )
    assert set(drawn.numerals) == {"7", "12", "1", "5"}


def test_a_list_makes_signs_of_single_numbers() -> None:
    drawn = filing("图中：1-泵体；2-叶轮。", "泵体1内装有叶轮2。")
    assert {sign: (numeral.name, len(numeral.occurrences)) for sign, numeral in drawn.numerals.items()} == {
        "1": ("泵体", 1),
        "2": ("叶轮", 1),
    }


def test_the_list_itself_is_no_use_of_its_signs() -> None:
    text = "附图标记：泵体-1；叶轮-2；密封轴-3。\n泵体1内装有叶轮2。"
    draft = f"说明书\n一种泵\n具体实施方式\n{text}"
    drawn = Filing((read(draft.encode(), "draft.txt", Limits()),))
    assert {sign: len(numeral.occurrences) for sign, numeral in drawn.numerals.items()} == {"1": 1, "2": 1, "3": 0}


def test_brackets_in_claims_with_several_signs() -> None:
    drawn = filing("没有列表。", "装泵。", "1. 一种泵，包括泵体（1）和螺栓（5、6），按公式(3)计算。")
    assert [(place.sign, place.bracketed) for place in drawn.sign_occurrences] == [
        ("1", True),
        ("5", True),
        ("6", True),
    ]


def test_the_name_is_the_ending_that_the_contexts_share() -> None:
    drawn = filing("没有列表。", "所述密封圈12压紧，在密封圈12上，的密封圈12变形。")
    assert drawn.numerals["12"].name == "密封圈"


@pytest.mark.parametrize(
    ("context", "name"),
    [
        ("弧形卡板", "弧形卡板一"),
        ("卡板", "弧形卡板"),
        ("上设有孔", "通孔"),
        ("盖板", "板"),
        ("壳体内部", "壳体"),
        ("固定板本体", "固定板"),
        ("电机", "电动机"),
        ("旋转轴", "转轴"),
    ],
)
def test_short_and_long_names_are_the_same(context: str, name: str) -> None:
    assert not names_differ(context, name)


@pytest.mark.parametrize(
    ("context", "name"),
    [
        ("支架", "支座"),
        ("底座", "壳体"),
        ("包括弹簧", "阀芯"),
        ("外壳", "壳体"),
        ("通过拉杆", "连杆"),
        ("挡板", "固定板"),
    ],
)
def test_other_names_differ(context: str, name: str) -> None:
    assert names_differ(context, name)


@pytest.mark.parametrize(
    ("context", "noun"),
    [("所述密封圈", "密封圈"), ("设有第一进液口", "第一进液口"), ("区中阳极板", "阳极板"), ("电机", "电机")],
)
def test_last_noun(context: str, noun: str) -> None:
    assert last_noun(context) == noun


@pytest.mark.parametrize(
    ("context", "name"),
    [
        ("机架的两侧设置有限位轮", "限位轮"),
        ("还包括热成像仪", "热成像仪"),
        ("轴上套有滚轮", "滚轮"),
        ("还原炉", "还原炉"),
    ],
)
def test_a_name_begins_behind_the_verb_that_puts_the_part_there(context: str, name: str) -> None:
    assert name_of([context, context]) == name
