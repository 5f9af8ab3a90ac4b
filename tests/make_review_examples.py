"""Writes examples/review: one small evaluation from the rosters to the published report, every step done.

    python -m tests.make_review_examples

Agencies, applicants, people and inventions are made up. The steps are ipcheck's own commands; only the filling in of
the rosters and of the experts' sheets is done here.
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import openpyxl
from click.testing import CliRunner

from ipcheck.cli.main import main
from tests.conftest import ROOT

FOLDER = ROOT / "examples" / "review"
AGENCIES = (
    "70011,澄岸专利代理事务所,澄岸所,A,,,24",
    "70012,沐石知识产权代理有限公司,沐石,A,,,19",
    "70013,泊云专利代理事务所,泊云所,B,,,6",
    "70014,禾渡知识产权代理有限公司,禾渡,B,是,列入名单,3",
)
# Title, problem, what the machine is made of: made-up inventions.
INVENTIONS = (
    ("折叠式晒笋架", "晒笋架收起后占地大", "底框", "竖杆", "铰接在所述底框上", "竖杆放倒后与底框贴合，收起后占地小"),
    ("拉绳式窗影板", "窗影板升降费力", "卷轴", "影板", "绕在所述卷轴上", "转动卷轴即可升降影板，升降省力"),
    ("抽屉式育菇箱", "育菇箱取菇不便", "箱体", "抽屉", "滑动安装在所述箱体内", "拉出抽屉即可取菇，取菇方便"),
    ("磁吸式灯笼架", "灯笼架拆装费时", "立柱", "吸盘", "固定在所述立柱上", "吸盘吸在铁面上，拆装省时"),
    ("旋转式调味罐座", "调味罐取放不便", "转盘", "罐座", "固定在所述转盘上", "转动转盘即可取到各罐，取放方便"),
    ("卡扣式网兜圈", "网兜更换费时", "内圈", "外圈", "卡接在所述内圈上", "外圈压住网边，更换网兜只要卡一下"),
    ("升降式读写板", "读写板高度不能调节", "滑柱", "板架", "滑动套设在所述滑柱上", "板架沿滑柱升降，高度可以调节"),
    ("可叠放的秧苗筐", "秧苗筐叠放时压苗", "筐体", "支脚", "铰接在所述筐体的上沿", "支脚竖起后托住上面的筐，不压苗"),
    ("带滤网的浇水壶嘴", "壶嘴容易被泥沙堵住", "嘴管", "滤网", "套接在所述嘴管内", "滤网挡住泥沙，嘴管不易堵塞"),
    ("夹持式晾鞋杆", "晾鞋时鞋子容易被风吹落", "横杆", "夹片", "转动安装在所述横杆上", "夹片夹住鞋帮，鞋子不易吹落"),
    ("分格式工具背板", "小工具挂放杂乱", "背板", "格盒", "插接在所述背板上", "格盒分开放置小工具，取用有序"),
    ("弹簧式门边护条", "门边容易夹手", "护条", "弹片", "固定在所述护条的内侧", "弹片撑开护条，手指不易被夹伤"),
)
_HOUR = re.compile(rb">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<")
_STAMP = (2026, 8, 1, 9, 0, 0)


def draft(number: int, careless: bool) -> str:
    """A small application; a careless one has faults that the machine finds."""
    title, problem, base, part, joined, effect = INVENTIONS[number]
    second = f"2. 根据权利要求{'2' if careless else '1'}所述的{title}，其特征在于，所述{part}（2）上设有提手（3）。"
    told = "" if careless else f"拿取时，操作者握住提手3即可移动{part}2，{effect}。"
    return (
        f"说明书摘要\n本发明公开了一种{title}，包括{base}和{part}，所述{part}{joined}。{effect}。\n"
        f"权利要求书\n1. 一种{title}，其特征在于，包括{base}（1）和{part}（2），所述{part}（2）{joined}。\n{second}\n"
        f"说明书\n一种{title}\n技术领域\n本发明涉及农家与家用器具领域，具体涉及一种{title}。\n"
        f"背景技术\n现有的同类器具中，{problem}，使用者搬动和存放时都要多费一道工夫，因而不受使用者喜欢，需要改进。\n"
        f"发明内容\n本发明要解决的技术问题是{problem}。\n为此，本发明提供一种{title}，包括{base}和{part}，"
        f"所述{part}{joined}；所述{part}上设有提手。\n本发明的有益效果是：{effect}。\n"
        f"附图说明\n图1为本发明的结构示意图。\n图中：1、{base}；2、{part}；3、提手。\n"
        f"具体实施方式\n如图1所示，一种{title}，包括{base}1和{part}2，{part}2{joined}。{part}2上设有提手3。{told}\n"
        f"使用时，先把{base}1放平，再调整{part}2的位置，用完以后按相反的顺序收起，{effect}。\n"
    )


def _rosters(folder: Path) -> None:
    files = ["机构代码,案卷号,类型,领域,提交日,文件,名称,申请人,发明人,代理师"]
    (folder / "案卷").mkdir()
    for place, row in enumerate(AGENCIES):
        code = row.split(",", 1)[0]
        for case in range(3):
            path = f"案卷/{code}-{case + 1}.txt"
            (folder / path).write_text(draft(3 * place + case, _careless(place, case)), encoding="utf-8", newline="\n")
            title = INVENTIONS[3 * place + case][0]
            files.append(
                f"{code},{code}-{case + 1},发明,机械,2026-0{case + 2}-11,{path},一种{title},"
                f"澄湾{'甲乙丙丁'[place]}厂,郑{'一二三'[case]},孟{'甲乙丙丁'[place]}"
            )
    experts = [
        "姓名,工作单位,曾任单位,客户,近亲属,竞争单位,经办案卷",
        "评阅人甲,某大学,,,,,",
        "评阅人乙,某法院,澄岸专利代理事务所（2025-03-01）,,,,",
        "评阅人丙,某研究院,,,,,",
        "评阅人丁,某协会,,,,,",
    ]
    refused = ["专家,对象,关系,说明", "评阅人丁,70014,师生,本人申报"]
    agencies = ["机构代码,机构名称,简称,层,必查,必查理由,代理师人数", *AGENCIES]
    tables = {"机构名册": agencies, "案卷名册": files, "专家名册": experts, "回避申报": refused}
    for stem, lines in tables.items():
        (folder / f"{stem}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8-sig", newline="\n")
    plan = (folder / "评查计划.toml").read_text("utf-8")
    plan = plan.replace('public = ""', 'public = "0918273645"').replace(
        'source = ""', 'source = "某日开奖号码（编的）"'
    )
    plan = plan.replace('"A" = "20%"', '"A" = "100%"').replace('"B" = "50%"', '"B" = "100%"')
    plan = plan.replace('"发明" = 3', '"发明" = 2').replace('organizer = "" ', 'organizer = "某省协会"')
    (folder / "评查计划.toml").write_text(plan, encoding="utf-8", newline="\n")


def _careless(place: int, case: int) -> bool:
    """The third agency is careless in every case, the last one in most of them."""
    return place == 2 or (place == 3 and case > 0)


def _marked(path: Path, careless: set[str]) -> None:
    """An expert's sheet filled in, and its container without the hour of the day."""
    book = openpyxl.load_workbook(path)
    sheet = book["评分"]
    strict = sum(path.stem.encode()) % 2
    for row in range(2, sheet.max_row + 1):
        full, code = float(str(sheet.cell(row, 5).value)), str(sheet.cell(row, 1).value)
        share = (0.76 if code in careless else 0.9) + 0.03 * (sum(code.encode()) % 3)
        sheet.cell(row, 6).value = round(full * share - 0.5 * strict * (row % 2), 1)
    opinions = book["机检发现"]
    for row in range(2, opinions.max_row + 1):
        opinions.cell(row, 9).value = "成立"
    remarks = book["总评"]
    for row in range(2, remarks.max_row + 1):
        remarks.cell(row, 4).value = "条理清楚，具体实施方式可以再展开。"
    book.save(path)
    _stamped(path)


def _stamped(path: Path) -> None:
    """The same workbook without the hour at which it was saved."""
    with zipfile.ZipFile(path) as archive:
        entries = [(name, archive.read(name)) for name in archive.namelist()]
    entries = [(name, _HOUR.sub(b">2026-08-01T09:00:00Z<", data)) for name, data in entries]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)


def _step(step: str, folder: Path) -> None:
    done = CliRunner().invoke(main, ["review", step, str(folder)])
    if done.exit_code:
        raise SystemExit(f"{step}: {done.output}")


def build(folder: Path) -> None:
    """The whole evaluation in ``folder``, which must not exist."""
    _step("init", folder)
    _rosters(folder)
    for step in ("sample", "verify", "blind", "assign", "check", "sheets"):
        _step(step, folder)
    hidden = json.loads((folder / "匿名对照表.json").read_text("utf-8"))["codes"]
    poor = {f"{AGENCIES[place][:5]}-{case + 1}" for place in range(4) for case in range(3) if _careless(place, case)}
    careless = {item["code"] for item in hidden if item["number"] in poor}
    for path in sorted((folder / "评分表").glob("*.xlsx")):
        _marked(path, careless)
    for step in ("collect", "score", "report"):
        _step(step, folder)
    # Who made the example, and when, is nobody's business.
    (folder / "日志.jsonl").unlink()


README = """# 一次评查的例子

四家机构、八份案卷、四名评阅人，名称、人名和发明都是编的；从名册到公布报告的每一步都做完了。运行：

    ipcheck review verify examples/review

它重算抽样，应当说相同。其余各步也可以在副本里再跑，结果一字不差（`ipcheck help review` 逐步讲）：

    报告/公布报告.html      公布的
    报告/机构/              给各机构的反馈
    报告/主管部门/          给主管部门的明细

70013 的案卷故意写得马虎，70014 的一部分也是。文件由 `python -m tests.make_review_examples` 写出。
"""


def write() -> None:
    """Replace examples/review."""
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    build(FOLDER)
    (FOLDER / "说明.md").write_text(README, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
