"""Writes examples/abnormal: look-alikes of its first draft, and a register with planted patterns; all made up.

python -m tests.make_abnormal_examples
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.conftest import ROOT

FOLDER = ROOT / "examples" / "abnormal"
BATCH, REGISTER = "批次", "台账.csv"

# 一案换名词: the same draft for another trade.
_RENAMED = {
    "折叠式晒笋架": "折叠式晾茶架", "晒笋架": "晾茶架", "竹笋": "茶叶", "底框": "底座", "竖杆": "支杆", "筛盘": "茶筛",
    "横档": "托条", "锁销": "卡销", "挡圈": "围边", "晒完": "晾完", "脚轮": "滚轮",
}  # fmt: skip


def written() -> str:
    """The first draft of the batch; it and the last one are written by hand."""
    return (FOLDER / BATCH / "01-晒笋架.txt").read_text("utf-8")


def renamed() -> str:
    """The first draft with other nouns, each always by the same one."""
    text = written()
    for old, new in _RENAMED.items():
        text = text.replace(old, new)
    return text


def reordered() -> str:
    """The first draft with its dependent claims in another order and a few words changed."""
    lines = written().splitlines(keepends=True)
    claims = [number for number, line in enumerate(lines) if line[:2] in ("2.", "3.", "4.")]
    taken = [lines[number] for number in claims]
    for place, line in zip(claims, (taken[2], taken[0], taken[1]), strict=True):
        lines[place] = f"{place - claims[0] + 2}." + line[2:]
    return "".join(lines).replace("山区农户", "山区的农户").replace("搬动时又容易散架", "一搬动又容易散开")


def drafts() -> dict[str, str]:
    """File name → text of the look-alikes."""
    return {
        "02-晾茶架-换名词.txt": renamed(),
        "03-晒笋架-调次序.txt": reordered(),
    }


_FIELDS = ("A47G19/22", "B65D1/00", "C02F1/28", "E04H6/42", "F16K31/02", "G06F16/9", "H01L21/02", "A61K8/9", "B23Q3/6")
_THINGS = ("杯", "箱", "滤芯", "车棚", "阀", "查询方法", "基片", "面霜", "夹具")


def register() -> str:
    """The register: an ordinary firm, several small ones, and one that files twenty in a week in nine fields."""
    chance = random.Random(7)
    rows: list[tuple[str, ...]] = []
    start = date(2024, 1, 8)
    for number in range(60):
        rows.append(
            (
                f"一种澄湾{'甲乙丙丁戊己庚辛壬癸'[number % 10]}型{_THINGS[number % 2]}",
                "澄湾厨具有限公司",
                (start + timedelta(12 * number)).isoformat(),
                _FIELDS[number % 2],
                f"郑{'一二三四五六'[number % 6]}",
            )
        )
    for number in range(40):
        place = number % 9
        rows.append(
            (
                f"一种{'新旧大小轻重长短宽窄'[number % 10]}式{_THINGS[place]}",
                f"泊云{'子丑寅卯辰巳午未'[number % 8]}机械厂",
                (start + timedelta(chance.randrange(700))).isoformat(),
                _FIELDS[place],
                f"孟{number % 8}",
            )
        )
    for number in range(20):
        place = number % 9
        rows.append(
            (
                f"一种{'防尘便携节能智能快装'[number % 5 * 2 : number % 5 * 2 + 2]}{_THINGS[place]}",
                "沐石咨询有限公司",
                date(2025, 11, 10 + number % 5).isoformat(),
                _FIELDS[place],
                "许某",
            )
        )
    rows.sort(key=lambda row: (row[2], row[0]))
    lines = ["申请号,名称,申请人,申请日,分类号,发明人"]
    lines += [f"示例{number:04},{','.join(row)}" for number, row in enumerate(rows, 1)]
    return "\n".join(lines) + "\n"


README = """# 非正常申请线索的例子

发明、单位、人名和申请号都是编的。运行：

    ipcheck abnormal examples/abnormal/批次 --register examples/abnormal/台账.csv

- 批次/02 是 01 换了一套名词（笋→茶、竖杆→支杆……），03 是 01 调了权利要求的次序、改了几个词，04 与它们无关；
- 台账.csv 里澄湾厨具常年申请，沐石咨询一周里在九个领域申请了二十件。

所有发现都是要人判断的风险线索，不是认定。golden/ 里是应当看到的报告。
02、03 和台账由 `python -m tests.make_abnormal_examples` 写出。
"""


def build() -> dict[str, bytes]:
    """Path below the folder → contents."""
    made = {f"{BATCH}/{name}": text for name, text in drafts().items()} | {"说明.md": README}
    return {path: text.encode() for path, text in made.items()} | {REGISTER: register().encode("utf-8-sig")}


def write() -> None:
    """Write the files of examples/abnormal."""
    for path, data in build().items():
        (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / path).write_bytes(data)


if __name__ == "__main__":
    write()
