"""``ipcheck patent --tree``: the claim tree and the table of reference signs."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from ipcheck.cli.main import main

DRAFT = (
    "权利要求书\n1. 一种杯子<b>，其特征在于，包括杯体(1)和杯盖(2)。\n"
    "2. 根据权利要求1所述的杯子，其特征在于，所述杯盖(2)为圆形。\n"
    "3. 根据权利要求1或2所述的杯子，其特征在于，所述杯体(1)为玻璃。\n"
    "4. 一种制造权利要求1所述杯子的方法，其特征在于，包括吹制。\n"
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "稿.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def tree(draft: Path, shape: str) -> str:
    result = CliRunner().invoke(main, ["patent", str(draft), "--tree", shape])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_text(draft: Path) -> None:
    lines = tree(draft, "text").splitlines()[1:]
    assert lines[:4] == [
        "  1（独立）杯子<b>",
        "  ├─ 2（从属，引1）杯子",
        "  ├─ 3（从属，引1、2）杯子",
        "  └─ 4（独立，引1）制造权利要求1所述杯子的方法",
    ]
    assert "  1     杯体  无        0             2         0" in lines


def test_markdown(draft: Path) -> None:
    shown = tree(draft, "markdown")
    assert "  - 2（从属，引1）杯子" in shown
    assert "\\<b\\>" in shown
    assert "| 2 | 杯盖 | 无 | 0 | 2 | 0 |" in shown


def test_svg_is_well_formed_and_inert(draft: Path) -> None:
    root = etree.fromstring(tree(draft, "svg").encode())
    texts = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[1] == "1（独立）杯子<b>"
    assert len(texts) == 5


def test_a_file_that_cannot_be_read_is_told(draft: Path) -> None:
    result = CliRunner().invoke(main, ["patent", str(draft), str(draft.parent / "没有.txt"), "--tree", "text"])
    assert result.exit_code == 2
    assert "路径不存在" in result.stderr
    assert "1（独立）" in result.stdout
