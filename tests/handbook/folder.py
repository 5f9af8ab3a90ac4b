"""The folder in which a page's commands are run: what the reader would already have."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from ipcheck.cli.main import main
from ipcheck.places import shipped
from tests.benchmarks.abnormal_texts import draft
from tests.conftest import ROOT
from tests.review.conftest import claims_of, fill
from tests.samples.formats import faulty, write
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.write_text import plain_text

# Something to accept, and something that is mended without asking.
_CUP = "权利要求书\n1. 一种双层杯，包括杯体，所述所述杯体内设有隔层。\n"
_REGISTER = "申请号,名称,申请人,发明人,申请日\n202610000001.1,一种花盆托架,江州澄湾五金厂,林砚秋,2026-03-05\n"
_MARKS = "商标,类别,商品或服务,申请人,申请日\n澄湾,30,面条,江州澄湾茶业有限公司,2026-03-05\n"
_EVENTS = "指标,对象,日期\n无,,\n"
_EARLIER = "商标,类别,商品或服务,申请人,状态\n澄弯,30,面条,望岫食品有限公司,已注册\n"


def prepare(folder: Path) -> None:
    """Put drafts, tables and reports into ``folder``, the working directory."""
    write(faulty(), "docx-parts", folder / "案件" / "甲")
    write(POT_HOLDER, "txt", folder / "案件" / "乙")
    (folder / "案件" / "丙").mkdir()
    (folder / "案件" / "丙" / "稿.txt").write_text(_CUP, encoding="utf-8")
    for name in ("某某案", "待提交", "已提交"):
        shutil.copytree(folder / "案件", folder / name)
    shutil.copy(folder / "案件" / "甲" / "说明书.docx", folder / "说明书.docx")
    texts = {"甲.txt": plain_text(POT_HOLDER), "乙.txt": plain_text(faulty()), "稿.txt": plain_text(POT_HOLDER)}
    texts |= {"台账.csv": _REGISTER, "申请.csv": _MARKS, "在先.csv": _EARLIER, "商标台账.csv": _MARKS}
    for name, text in (texts | {"事件.csv": _EVENTS}).items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("目录", "名单"):
        (folder / name).mkdir()
    rows = [{"name": f"d{n:03}", **{key.name.lower(): text for key, text in draft(n % 6).items()}} for n in range(8)]
    (folder / "申请.jsonl").write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    for room in ("patent", "abnormal", "trademark", "agency", "review"):
        shutil.copytree(ROOT / "examples" / room, folder / "examples" / room)
    shutil.copytree(ROOT / "examples" / "agency" / "01-洁净机构", folder / "机构目录")
    done = CliRunner().invoke(main, ["patent", "案件", "--output", "上次.json"])
    assert done.exit_code == 1, done.stderr
    shutil.copy(folder / "上次.json", folder / "昨夜.json")
    shutil.copy(folder / "上次.json", folder / "报告.json")


def rosters() -> None:
    """Fill the blanks that ``review init`` wrote, so far that a draw is possible."""
    folder = Path("评查")
    (folder / "案卷").mkdir()
    agencies, cases = ["机构代码,机构名称,层,代理师人数"], ["机构代码,案卷号,类型,领域,提交日,文件,申请人,代理师"]
    for number in range(4):
        code = f"{90000 + number}"
        agencies.append(f"{code},澄泊{number}号专利代理事务所,{'ABCD'[number]},{3 + number}")
        for case in range(2):
            name, kind = f"卷{number * 2 + case + 1:03}", ("发明", "实用新型")[case]
            path = f"案卷/{name}.txt"
            (folder / path).write_text(claims_of(f"支架{number}号{case}型装置", case), encoding="utf-8")
            cases.append(f"{code},{name},{kind},机械,2026-01-11,{path},澄泊{number}厂,代理师{number}")
    people = ["姓名,工作单位"] + [f"专家{number},某大学" for number in range(5)]
    for stem, lines in (("机构名册", agencies), ("案卷名册", cases), ("专家名册", people)):
        (folder / f"{stem}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    plan = (folder / "评查计划.toml").read_text("utf-8").replace('public = ""', 'public = "0427193855"', 1)
    plan = plan.replace('"A" = "20%"', '"A" = "100%"').replace('"B" = "50%"', '"B" = "100%"')
    (folder / "评查计划.toml").write_text(plan, encoding="utf-8")


def points() -> None:
    """The experts fill in their sheets."""
    fill(Path("评查"))


def last_year() -> None:
    """The results of another year."""
    Path("去年").mkdir()
    shutil.copy("评查/成绩.json", "去年/成绩.json")


def marks() -> None:
    """The reader fills in the blank table of applications."""
    path = Path("商标/商标申请.csv")
    header = path.read_text("utf-8-sig").splitlines()[0].split(",")
    own = dict(zip(*(line.split(",") for line in _MARKS.splitlines()), strict=True))
    path.write_text("\ufeff" + ",".join(header) + "\n" + ",".join(own.get(name, "") for name in header) + "\n", "utf-8")


def own_agency() -> None:
    """The reader fills in the tables of his agency, and the points that he takes from the official text."""
    shutil.rmtree("我的机构")
    shutil.copytree("机构目录", "我的机构")
    blank = (shipped("templates") / "credit-专利机构.toml").read_text("utf-8")
    filled = re.sub(r'^(points|valid_months) = ""', r"\1 = 3", blank, flags=re.MULTILINE)
    Path("分值.toml").write_text(filled, encoding="utf-8")


def some_profile() -> None:
    """A profile of the reader's own."""
    Path("ipcheck.toml").write_text('[profiles."某中心"]\nextends = "default"\nignore = ["CLM033"]\n', encoding="utf-8")


def earlier_index() -> None:
    """The index of earlier marks that another page builds."""
    done = CliRunner().invoke(main, ["index", "build", "在先.ipx", "在先.csv", "--marks"])
    assert done.exit_code == 0, done.stderr


# What the reader does before a command, by page and command.
PREPARE: dict[str, dict[str, Callable[[], None]]] = {
    "review": {
        "ipcheck review sample 评查": rosters,
        "ipcheck review collect 评查": points,
        "ipcheck review report --previous 去年/成绩.json": last_year,
    },
    "trademark": {"ipcheck trademark 商标/商标申请.csv": marks},
    "agency": {
        "ipcheck agency credit 我的机构 --table 分值.toml": own_agency,
        "ipcheck trademark 申请.xlsx --earlier 在先.ipx": earlier_index,
    },
    "lists": {"--profile 某中心": some_profile},
}
