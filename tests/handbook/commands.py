"""The commands that a page prints, in its order, and what stands for its placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec

from ipcheck.cli.help import guides
from tests.conftest import ROOT

_PIECE = re.compile(
    r"^```(?P<language>\w*)\n(?P<block>.*?)^```|(?<!`)`(?P<inline>[^`\n]+)`(?!`)", re.MULTILINE | re.DOTALL
)
# What begins like this is a command; an option that stands alone is added to the page's own command.
_COMMAND = re.compile(r"(?:ipcheck|python|py|pip|unshare) (?!\*)")
_OPTION = re.compile(r"--[a-z]")

PAGES = {"README": (ROOT / "README.md").read_text("utf-8")} | {
    name: path.read_text("utf-8") for name, (_, path) in guides().items()
}


def commands(page: str) -> list[str]:
    """Each command and each option of a page, once, in its order; without prompt and remark."""
    return list(dict.fromkeys(_commands(PAGES[page])))


def _commands(text: str) -> Iterator[str]:
    for piece in _PIECE.finditer(text):
        if piece["inline"]:
            lines = [piece["inline"]]
        else:
            lines = [] if piece["language"] == "text" else piece["block"].splitlines()
        for line in lines:
            line = re.sub(r"\s+(?:#|（).*", "", line.removeprefix("$ ")).strip()
            for command in line.split(" && "):
                if _COMMAND.match(command) or _OPTION.match(command):
                    yield command


# Why a command is not run here; by how it begins.
_WHEEL = "装包要软件源；tests/test_wheel.py 装 .whl"
NOT_RUN = {
    "python -m pip ": _WHEEL,
    "py -m pip ": _WHEEL,
    "pip install ": _WHEEL,
    "python -m pytest": "测试里不再运行测试",
    "unshare ": "要 Linux 的命名空间；tests/conftest.py 里每个测试都不许联网",
    "ipcheck index pairs hdfs": "要一个集群",
    "ipcheck index pairs 申请.jsonl --engine spark": "要附加组件 spark；tests/abnormal/test_distributed.py",
    "--engine spark": "要附加组件 spark；tests/abnormal/test_distributed.py",
    "--ocr": "要附加组件 ocr",
}
# What a sentence only names: without its value, beside another room's command, or as the name of a group.
MENTIONED = {
    "README": {
        "--history", "--register", "--earlier", "--marks", "--room abnormal", "--room trademark", "--ignore",
        "--fail-on", "--format", "--output", "ipcheck review",
    },
    "pipelines": {"--format", "--output", "--accepted", "--until", "--as-of"},
    "review": {"--again"},
    "scale": {"--work"},
    "trademark": {"--as-of"},
    "writing-checks": {"--checks", "--config"},
}  # fmt: skip
# What an option that stands alone is added to.
WITH = {
    "README": "ipcheck patent 案件",
    "agents": "ipcheck patent 某某案",
    "law": "ipcheck patent 案件",
    "lists": "ipcheck patent 案件",
    "pipelines": "ipcheck patent 案件",
    "agency": "ipcheck agency credit 我的机构 --table 分值.toml",
    "trademark": "ipcheck trademark 商标/商标申请.csv",
}
OTHERS = {
    ("README", "--lists 目录"): "ipcheck trademark 申请.csv",
    ("README", "--templates 目录"): "ipcheck report 上次.json --format html --output 网页.html",
    ("README", "--output 文件夹"): "ipcheck patent 案件 --format docx",
    ("README", "--fix"): "ipcheck patent 案件 --format docx --output 改好",
    ("agents", "--fix"): "ipcheck patent 某某案 --format docx --output 改好",
    ("pipelines", "--format docx"): "ipcheck patent 案件 --output 批注",
    ("lists", "--lists 名单"): "ipcheck trademark 申请.csv",
    ("review", "--templates 目录"): "ipcheck review report 评查 --again",
    ("scale", "--engine spark"): "ipcheck index pairs 申请.jsonl",
}
# Placeholders: what a reader replaces by his own.
FILLED = (
    ("trademark PATH…", "trademark 申请.csv"), ("PATH…", "案件"), ("FILE…", "稿.txt"), ("read 文件", "read 稿.txt"),
    ("机构目录/", "机构目录"), ("REPORT.json", "上次.json"), ("INDEX", "新建.ipx"),
    ("drafts A B", "drafts 甲.txt 乙.txt"),
    ("text|markdown|svg", "text 案件/乙"), ("案件目录/", "待提交"), ("DIR", "案件"), ("py -m ipcheck", "ipcheck"),
    ("Z:\\", ""), ("D:\\案件\\", ""), ("patent …", "patent 某某案"), ("explain 编号", "explain CLM020"),
    ("--format …", "--format markdown"), ("申请.xlsx", "申请.csv"), ("台账.xlsx", "台账.csv"),
    ("留痕/….json", "留痕/尽职留痕-案件.json"), ("--without 案号", "--without P26000"),
    ("--reason … --by …", "--reason 分数太低 --by 某某所"), ("步骤 评查文件夹", "init 又一次评查"),
    ("assign --third", "assign 评查 --third"), ("report --previous", "report 评查 --again --previous"),
    ("--jobs N", "--jobs 2"), ("--jobs 2 --summary", "--summary"),
)  # fmt: skip
# Commands that a sentence gives without what they work on.
WHOLE = {
    "ipcheck accept REPORT.json": "ipcheck accept 上次.json --select CLM020 --reason 已核对 --name 李工",
    "ipcheck agency credit": "ipcheck agency credit 机构目录",
    "ipcheck index pairs": "ipcheck index pairs 申请.jsonl",
    "ipcheck abnormal": "ipcheck abnormal 待提交",
    "ipcheck abnormal --jobs N": "ipcheck abnormal 待提交 --jobs 2",
    "ipcheck read": "ipcheck read 稿.txt",
    "ipcheck new": "ipcheck new MYC002 cup-without-handle 我的检查/",
    "ipcheck test": "ipcheck test 我的检查/",
    "ipcheck explain": "ipcheck explain MYC001 --checks 我的检查/",
    "ipcheck explain NAME": "ipcheck explain dep-cites-later-or-self",
    "ipcheck init": "ipcheck init 设置",
    "ipcheck init --room agency": "ipcheck init --room agency 空白的机构",
    "ipcheck init --room credit": "ipcheck init --room credit 空白的分值",
    "ipcheck init --room trademark": "ipcheck init --room trademark 空白的商标",
}


def reason(page: str, command: str) -> str:
    """Why this command is not run; empty if it is. Raises ValueError for a benchmark that does not exist."""
    if page == "README" and command.startswith("ipcheck review ") and command in commands("review"):
        return "在 review 那一页里运行"
    if match := re.match(r"python -m (tests\.benchmarks\.\w+)", command):
        if find_spec(match[1]) is None:
            raise ValueError(f"no module {match[1]}")
        return "基准：要几分钟和 ../shared"
    return next((why for start, why in NOT_RUN.items() if command.startswith(start)), "")


def filled(page: str, command: str) -> str:
    """The command as a reader would type it in the folder of the test; empty where it is only mentioned."""
    if command in MENTIONED.get(page, ()):
        return ""
    if command.startswith("--"):
        command = f"{OTHERS.get((page, command)) or WITH[page]} {command}"
    command = WHOLE.get(command, command)
    for placeholder, own in FILLED:
        command = command.replace(placeholder, own)
    return command
