"""Tables and series: rows of text of every style, cells of a .docx, lists in sentences, values of each example."""

from __future__ import annotations

import pytest

from ipcheck.check import Sample
from ipcheck.patent import Filing
from ipcheck.testing.examples import filing_of
from tests.readers.docx_samples import load, p

_HEAD = "说明书\n一种膜\n具体实施方式\n"


def filing(body: str) -> Filing:
    return filing_of(Sample(""), _HEAD + body)


@pytest.mark.parametrize(
    "text",
    [
        "样品\t抗拉强度(MPa)\t伸长率/%\n实施例1\t12.1\t300\n实施例2\t12.50\t310",
        "\t抗拉强度（MPa）\t伸长率%\n实施例1\t12.1\t300\n实施例2\t12.50\t310",
        "| 样品 | 抗拉强度(MPa) | 伸长率/% |\n|---|---|---|\n| 实施例1 | 12.1 | 300 |\n| 实施例2 | 12.50 | 310 |",
        "样品   抗拉强度/MPa   伸长率(%)\n实施例1   12.1   300\n实施例2   12.50   310",
        "样品 抗拉强度/MPa 伸长率(%)\n实施例1 12.1 300\n实施例2 12.50 310",
        "项目\t实施例1\t实施例2\n抗拉强度(MPa)\t12.1\t12.50\n伸长率(%)\t300\t310",
        "[0031] 样品\t抗拉强度(MPa)\t伸长率/%\n[0032] 实施例1\t12.1\t300\n[0033] 实施例2\t12.50\t310",
    ],
)
def test_rows_of_text_in_every_style_give_the_same_series(text: str) -> None:
    strength, strain = filing(text).series
    assert (strength.name, strength.unit) == ("抗拉强度", "MPa")
    assert (strain.name, strain.unit) == ("伸长率", "%")
    assert strength.labels == ("实施例1", "实施例2")
    assert [(value.value, value.decimals, str(value.span)) for value in strength.values] == [
        (12.1, 1, "12.1"),
        (12.5, 2, "12.50"),
    ]


@pytest.mark.parametrize("text", ["样品\t强度\t率\nA\t\t1.5\nB\t2.5\t3.5", "|样品|强度|率|\n|A||1.5|\n|B|2.5|3.5|"])
def test_an_empty_cell_keeps_its_column(text: str) -> None:
    strength, rate = filing(text).series
    assert ([value.value for value in strength.values], [value.value for value in rate.values]) == ([2.5], [1.5, 3.5])


def test_cells_of_a_docx_keep_row_and_column() -> None:
    rows = (("样品", "抗拉强度(MPa)"), ("实施例1", "12.1±0.3"), ("实施例2", "12.9"))
    table = "".join(f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    lines = ("说明书", "一种膜", "具体实施方式", "表1 性能")
    document = load("".join(p(line) for line in lines) + f"<w:tbl>{table}</w:tbl>" + p("以上。"))
    (found,) = Filing((document,)).tables
    assert str(found.caption) == "表1 性能"
    assert [(cell.row, cell.column, str(cell.span)) for row in found.rows for cell in row][2:4] == [
        (1, 0, "实施例1"),
        (1, 1, "12.1±0.3"),
    ]
    (series,) = found.series
    assert [(value.value, value.spread) for value in series.values] == [(12.1, "0.3"), (12.9, "")]


def test_a_cell_over_two_columns_moves_those_behind_it() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("组") + "</w:tc>"
    document = load(f"<w:tbl><w:tr>{wide}<w:tc>{p('率')}</w:tc></w:tr></w:tbl>")
    assert [paragraph.cell for paragraph in document.paragraphs if paragraph.table] == [(0, 0), (0, 2)]


def test_a_list_in_a_sentence_is_a_series_with_its_examples() -> None:
    (series,) = filing("实施例2-4的去除率分别为80.1%、82.4%和85%。").series
    assert (series.name, series.unit, series.labels) == ("去除率", "%", ("实施例2", "实施例3", "实施例4"))
    assert series.is_result
    (series,) = filing("温度依次为60℃、70℃、80℃。").series
    assert not series.is_result


def test_what_each_example_says_of_one_property_is_a_series() -> None:
    body = "\n".join(f"实施例{number}\n取粉，所得膜的收率为8{digit}.5%。" for digit, number in enumerate("一二三", 1))
    (series,) = filing(body + "\n对比例1\n收率为60.5%。").series
    assert (series.name, [value.value for value in series.values]) == ("收率", [81.5, 82.5, 83.5])


@pytest.mark.parametrize("text", ["计算|a|和|b|之差。", "a\tb\nc\td", "只有一行\t12\t13", "甲  乙  丙\n丁  戊  己"])
def test_what_is_no_table_of_numbers(text: str) -> None:
    assert filing(text).tables == ()


def test_long_rows_cost_no_more_than_their_length() -> None:
    assert filing("1 " * 60_000 + "\n" + "\t" * 50_000 + "\n" + "|" * 50_000).tables == ()
