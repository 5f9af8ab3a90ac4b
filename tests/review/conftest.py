"""An evaluation made up for the tests: 12 agencies, 5 strata, 60 files and more, 8 experts with conflicts."""

from __future__ import annotations

import shutil
import zlib
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from ipcheck.cli.main import main

STRATA = ("A+", "A", "B", "C", "D")
KINDS = ("发明", "发明", "发明", "实用新型", "实用新型", "外观设计")
FIELDS = ("机械", "电学", "化学")


def claims_of(title: str, number: int) -> str:
    """A small application about something made up."""
    return (
        f"权利要求书\n1. 一种{title}，其特征在于，包括底座和转动连接于所述底座的摇臂{number}。\n"
        f"2. 根据权利要求1所述的{title}，其特征在于，所述摇臂设有卡扣。\n"
        f"说明书\n{title}\n技术领域\n本发明涉及一种{title}。\n背景技术\n现有的{title}容易松动。\n"
        f"发明内容\n为解决松动的问题，本发明提供一种{title}，包括底座和转动连接于底座的摇臂，摇臂设有卡扣，不易松动。\n"
        f"具体实施方式\n底座上转动连接有摇臂，摇臂设有卡扣，扣住之后不会松动。\n"
    )


def make_evaluation(folder: Path) -> None:
    """Fill the blanks that ``review init`` wrote."""
    agencies = ["机构代码,机构名称,简称,层,必查,必查理由,代理师人数"]
    files = ["机构代码,案卷号,类型,领域,提交日,文件,名称,申请人,发明人,代理师"]
    for number in range(12):
        code = f"9{number:04}"
        name = f"澄泊{'甲乙丙丁戊己庚辛壬癸子丑'[number]}专利代理事务所"
        must = "是,列入名单" if number == 11 else ","
        agencies.append(f"{code},{name},{name[:3]}所,{STRATA[number % 5]},{must},{5 + number * 3}")
        for case in range(6):
            title = f"{'支架托盘夹具滑轨卷筒提手'[case * 2 : case * 2 + 2]}{number}号装置"
            path = f"案卷/{code}-{case}.txt"
            (folder / "案卷").mkdir(exist_ok=True)
            (folder / path).write_text(claims_of(title, case), encoding="utf-8")
            files.append(
                f"{code},{code}-{case},{KINDS[case]},{FIELDS[case % 3]},2026-0{1 + case % 6}-11,{path},{title},"
                f"澄泊{number}厂,发明人{number},代理师{number}"
            )
    experts = ["姓名,工作单位,曾任单位,客户,近亲属,竞争单位,经办案卷"]
    experts += [
        "专家一,澄泊甲专利代理事务所,,,,,",
        "专家二,某大学,澄泊乙专利代理事务所(2025-03-01),,,,",
        "专家三,某大学,,澄泊2厂,,,",
        "专家四,某研究院,,,代理师3,,",
        "专家五,澄泊戊专利代理事务所,,,,澄泊己专利代理事务所,",
        "专家六,某法院,,,,,90006-1",
        "专家七,某法院,澄泊庚专利代理事务所(2019-01-01),,,,",
        "专家八,某协会,,,,,",
    ]
    tables = {"机构名册": agencies, "案卷名册": files, "专家名册": experts}
    tables["回避申报"] = ["专家,对象,关系,说明", "专家八,90001,师生,本人申报"]
    for stem, lines in tables.items():
        (folder / f"{stem}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    plan = (folder / "评查计划.toml").read_text("utf-8")
    plan = plan.replace('public = ""', 'public = "0427193855"', 1).replace('source = ""', 'source = "某日开奖号"', 1)
    (folder / "评查计划.toml").write_text(plan, encoding="utf-8")


def review(step: str, *arguments: str) -> Result:
    """Run a step; the result."""
    return CliRunner().invoke(main, ["review", step, *arguments])


def fill(folder: Path, off: int = 2, far: str = "") -> None:
    """Fill in every workbook that has no points yet as an expert would; ``far``: a file on which experts differ."""
    for path in sorted((folder / "评分表").glob("*.xlsx")):
        book = openpyxl.load_workbook(path)
        sheet = book["评分"]
        if sheet.cell(2, 6).value is not None:
            continue
        for row in range(2, sheet.max_row + 1):
            code, full = str(sheet.cell(row, 1).value), float(str(sheet.cell(row, 5).value))
            mood = zlib.crc32(f"{path.stem}{code}{row}".encode()) % (off + 1)
            quality = zlib.crc32(code.encode()) % 5
            points = full * (1 - quality * 0.05) - mood * 0.5
            if code == far and zlib.crc32(path.stem.encode()) % 2:
                points = 0.0
            sheet.cell(row, 6).value = max(0.0, round(points, 1))
        opinions = book["机检发现"]
        for row in range(2, opinions.max_row + 1):
            if row % 3:
                opinions.cell(row, 9).value = ("成立", "不成立")[row % 2]
        remarks = book["总评"]
        for row in range(2, remarks.max_row + 1):
            remarks.cell(row, 4).value = "条理清楚，实施方式可以再具体一些。"
        book.save(path)


@pytest.fixture
def evaluation(tmp_path: Path) -> Path:
    """The folder of an evaluation whose rosters are filled in."""
    folder = tmp_path / "评查 2026"
    assert review("init", str(folder)).exit_code == 0
    make_evaluation(folder)
    return folder


@pytest.fixture(scope="session")
def _ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("评查") / "一次"
    assert review("init", str(folder)).exit_code == 0
    make_evaluation(folder)
    for step in ("sample", "assign", "check", "sheets"):
        done = review(step, str(folder))
        assert done.exit_code == 0, (step, done.output)
    return folder


@pytest.fixture
def with_sheets(_ready: Path, tmp_path: Path) -> Path:
    """An evaluation whose sheets lie on the experts' desks, not filled in."""
    return Path(shutil.copytree(_ready, tmp_path / "评查 2026"))
