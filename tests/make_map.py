"""Writes the map of the house, ipcheck/README.md: ``python -m tests.make_map``. A test compares it.

Every package and module tells its own line: the first of its docstring. What folders without modules hold stands here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from ipcheck.whole import write_atomically
from tests.conftest import ROOT

MAP = ROOT / "ipcheck" / "README.md"
# From the top floor down, as import-linter holds it; packages of one floor do not import each other.
FLOORS = (
    ("cli",), ("testing",), ("engine", "reporters"), ("config",), ("plugins",),
    ("agency", "review", "abnormal", "trademark"), ("patent",), ("readers",), ("check",), ("law",), ("model",),
)  # fmt: skip
# Folders that hold no modules: what is in them.
FOLDERS = {
    ".ci": "一条命令运行全部检查，本机和流水线一样",
    "checks": "自带的检查，一个文件一项；[一览](../checks/README.md)",
    "checks/abnormal": "非正常申请的风险线索：单件内容、数据、成对相似、台账",
    "checks/agency": "机构自查：专利代理、商标代理、无资质代理、协会",
    "checks/patent": "专利申请文件：请求书、摘要、权利要求、清楚、说明书、附图、前后一致、主题、外观、生物、国际申请",
    "checks/trademark": "商标：禁用标志、显著性、形式、在先商标、恶意注册线索",
    "examples": "例子，一个房间一个文件夹；own-checks 是一家事务所自己的检查；golden 是应有的输出",
    "ipcheck/law/texts": "法条表：法、版本、条号、我们自己的一句摘要",
    "ipcheck/trademark/words": "自带的商标名单，写明来源和日期",
    "templates": "ipcheck init、new、report 用的样板和空表",
    "templates/ci": "流水线和编辑器的样板",
    "templates/guides": "指南：ipcheck help 显示的就是它们",
    "templates/profiles": "自带的方案",
    "templates/report": "网页报告的模板",
    "templates/review": "评查的计划、方案、评分单、报告的模板",
    "tests/benchmarks/cases": "基准用的自拟案例",
    "tests/benchmarks/marks": "基准用的自拟商标",
}
_WORDS = (
    ("房间", "room", "五样工作之一；同名的命令和 checks/ 下的文件夹"),
    ("检查", "check", "一个类、一个文件：编号、级别、依据、消息、例子、find"),
    ("发现", "finding", "检查在文字里找到的一处，指着那几个字"),
    ("依据", "basis", "法条表里的一条；打印的是那一天有效的条号"),
    ("文档", "Document", "读入器交出来的一篇文字，每一段知道自己从哪里来"),
    ("所指", "Span", "文档里的一段字；一路带着位置，从不回头去找"),
    ("申请、批、商标、台账、机构", "Filing, Batch, Mark, Register, Agency", "检查看的东西，由文档或者表格画出来"),
    ("没有做完的事", "Failure", "读不了的文件、出错的检查：写在报告里，退出码 2"),
    ("报告", "Report", "发现、没有做完的事、看了什么、用哪些检查、按哪一天的法律"),
    ("方案、设置", "Profile, Settings", "选哪些检查、什么级别、什么选项"),
)


def first_line(path: Path) -> str:
    """The first line of a module's docstring. Raises ValueError if it has none."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    if not docstring:
        raise ValueError(f"{path}: no docstring")
    return docstring.split("\n", 1)[0]


def _rows(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.py")):
        if path.name != "__init__.py":
            yield f"| [{path.name}]({path.relative_to(MAP.parent).as_posix()}) | {_cell(first_line(path))} |"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _package(name: str) -> Iterator[str]:
    folder = MAP.parent / name
    yield from ("", f"### {name}", "", first_line(folder / "__init__.py"), "")
    yield from ("| 模块 | 做什么 |", "| --- | --- |")
    yield from _rows(folder)
    for inner in sorted(path.parent for path in folder.glob("*/__init__.py")):
        yield f"| **{name}/{inner.name}** | {_cell(first_line(inner / '__init__.py'))} |"
        yield from _rows(inner)


def text() -> str:
    """The whole page."""
    lines = [
        "# 房子的地图",
        "",
        "本页由 `python -m tests.make_map` 生成，不要手改。每个模块一行，就是它自己的第一行说明（英文）。",
        "",
        "一次检查这样走：愿望（cli、config）→ 检查（plugins）→ 读（readers）→ 画（各房间）→ 找（checks）→",
        "收（engine）→ 说（reporters）。依赖只向下，import-linter 看着；被检查的文件夹从不是代码的来源。",
        "",
        "## 用词",
        "",
        "| 中文 | 代码里 | 是什么 |",
        "| --- | --- | --- |",
        *(f"| {chinese} | {english} | {told} |" for chinese, english, told in _WORDS),
        "",
        "## 楼层",
        "",
        "从上到下，上面的可以用下面的，反过来不行：",
        "",
        *(f"{number}. {'、'.join(f'`{name}`' for name in floor)}" for number, floor in enumerate(FLOORS, 1)),
        f"{len(FLOORS) + 1}. 底下谁都能用的几个小模块：见“单个的模块”",
        "",
        "## 程序",
    ]
    for floor in FLOORS:
        for name in floor:
            if (MAP.parent / name).is_dir():
                lines += _package(name)
    lines += [
        "",
        "### 单个的模块",
        "",
        first_line(MAP.parent / "__init__.py"),
        "",
        "| 模块 | 做什么 |",
        "| --- | --- |",
    ]
    lines += _rows(MAP.parent)
    lines += ["", "## 别的文件夹", "", "| 文件夹 | 里面是 |", "| --- | --- |"]
    lines += [f"| {name} | {told} |" for name, told in sorted(FOLDERS.items())]
    tests = sorted(path.parent for path in (ROOT / "tests").rglob("__init__.py"))
    lines += [
        f"| {folder.relative_to(ROOT).as_posix()} | {_cell(first_line(folder / '__init__.py'))} |" for folder in tests
    ]
    return "\n".join([*lines, ""])


def main() -> None:
    """Write the page."""
    write_atomically(MAP, text().encode("utf-8"))
    print(MAP)


if __name__ == "__main__":
    main()
