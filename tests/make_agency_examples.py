"""Writes examples/agency: a clean agency with every table, and agencies in which every check's fault is planted.

    python -m tests.make_agency_examples

Faults that exclude each other (a partnership, a company, a law firm, a sole trader) lie in folders of their own. The
same code gives the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from tests.agency.made_up import CLEAN, FULL, NAME, PEOPLE, PLANTED, certificate, edited, identity_number
from tests.agency.names import Edit
from tests.conftest import ROOT

FOLDER = ROOT / "examples" / "agency"
CLEAN_CASE = "01-洁净机构"
FAULTY_CASE = "02-埋设-合伙所"
_LLC, _LAW_FIRM, _TRADER, _ALONE = "03-埋设-有限公司", "04-埋设-律师事务所", "05-埋设-个体户", "06-埋设-一人合伙"
_BASIC = ("agency.toml", "人员.csv", "股东合伙人.csv")

# Two of these would take hold of the same words; here each has words of its own.
_APART: Mapping[str, tuple[Edit, ...]] = {
    "pa-branch-filing": (
        ("分支机构.csv", "", f"{NAME}襄阳分所,襄阳市,{PEOPLE[5]},{certificate(5)},2024-03-01,,,,,\n"),
    ),
    "pa-attorney-first-filing-30d": (
        (
            "人员.csv",
            f"{identity_number(6)},代理师,{certificate(6)},2018-12-01,2019-11-30,,有,是,2020-01-06,2020-01-06,2020-01-20",
            f"{identity_number(6)},代理师,{certificate(6)},2018-12-01,2019-11-30,,有,是,2020-01-06,2020-01-06,2020-02-16",
        ),
    ),
    "pa-llc-four-fifths": tuple(
        ("股东合伙人.csv", f"{certificate(n)},2012-0{n + 1}-03", f"{certificate(n)},2018-01-03") for n in (2, 3)
    ),
    "pa-serious-list": (("名录.csv", "", "经营异常名录,,2023-11-29,,未按期提交年度报告\n"),),
    "ta-ad-fake-credential": (("广告.csv", "", f"G5,{FULL},电话,2026-07-06,您好，这里是国家知识产权局商标处,否\n"),),
    "ta-penalty-count": (
        (
            "处罚.csv",
            "",
            "".join(
                f"{FULL},,商标代理,罚款,{day},,岚市监罚号,违法\n" for day in ("2025-03-05", "2026-01-15", "2026-10-20")
            ),
        ),
    ),
}
# One attorney and what he cannot have drafted alone.
_LOAD: tuple[Edit, ...] = (
    ("人员.csv", CLEAN["人员.csv"], "\n".join(CLEAN["人员.csv"].split("\n")[:2]) + "\n"),
    (
        "提交登记.csv",
        "",
        "".join(
            f"2026-{n % 9 + 1:02}-{n % 28 + 1:02},20262{n:07}.X,R{n},实用新型,{PEOPLE[0]},{PEOPLE[0]},,系列\n"
            for n in range(320)
        ),
    ),
)
# Folder: its checks.
ALONE: Mapping[str, tuple[str, ...]] = {
    _LLC: ("pa-llc-min-shareholders", "pa-llc-four-fifths", "pa-llc-legal-rep"),
    _LAW_FIRM: ("pa-lawfirm-condition",),
    _TRADER: ("pa-org-form",),
    _ALONE: ("pa-partnership-min-partners", "pa-load-per-attorney"),
}


def faulty() -> dict[str, tuple[str, ...]]:
    """For each folder the checks whose faults are planted in it."""
    alone = {name for names in ALONE.values() for name in names}
    return {FAULTY_CASE: tuple(name for name in PLANTED if name not in alone), **ALONE}


def _case(folder: str, names: tuple[str, ...]) -> dict[str, str]:
    """The files of a faulty folder; a small one has the tables that its checks need."""
    apart = {**_APART, "pa-load-per-attorney": _LOAD}
    # What was planted already is not planted again: two checks may want the same form of firm.
    edits = tuple(dict.fromkeys(edit for name in names for edit in apart.get(name, PLANTED[name])))
    made = edited(edits)
    if folder == FAULTY_CASE:
        return made
    wanted = {*_BASIC, *(name for name, _, _ in edits)}
    return {name: text for name, text in made.items() if name in wanted}


def _page() -> str:
    """说明.md: what the folders are, and what is planted where."""
    lines = [
        "# 代理机构自查的例子\n",
        f"{FULL}和其他名称、号码、人名、案件都是编的，身份证件号码的地区码 999999 不存在。运行：\n",
        f"    ipcheck agency examples/agency/{CLEAN_CASE} --as-of 2026-11-29\n",
        f"`{CLEAN_CASE}` 有全部的表，没有任何发现。其他几个文件夹里，每一项检查都埋了一处毛病：\n",
        "| 文件夹 | 埋设的检查 |",
        "| --- | --- |",
        *(f"| `{folder}` | {'、'.join(names)} |" for folder, names in faulty().items()),
        "\n一处毛病会引出几项检查的发现（吊销的许可证也是列入名单的原因），所以报告里的发现比埋设的多。",
        "只放了几张表的文件夹，报告末尾写明哪些检查没有做。",
        "`golden` 里是各文件夹的报告，文件由 `python -m tests.make_agency_examples` 写出。",
    ]
    return "\n".join(lines) + "\n"


def build() -> dict[str, str]:
    """Every file of the examples by its path below examples/agency."""
    files = {f"{CLEAN_CASE}/{name}": text for name, text in CLEAN.items()}
    for folder, names in faulty().items():
        files |= {f"{folder}/{name}": text for name, text in _case(folder, names).items()}
    return {**files, "说明.md": _page()}


def main() -> None:
    """Write them all."""
    for name, text in build().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
