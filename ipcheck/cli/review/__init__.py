"""``ipcheck review``: one evaluation of documents, step by step over one folder."""

from __future__ import annotations

import click

from ipcheck.cli.lazy import LazyGroup

# In the order in which they are run.
STEPS = {
    "init": ("ipcheck.cli.review.init", "建一个评查文件夹：计划、评分方案、空白名册"),
    "sample": ("ipcheck.cli.review.sample", "双随机抽样：按公开的种子抽机构和案卷"),
    "verify": ("ipcheck.cli.review.verify", "重算抽样，看是否相同、哪里不同"),
    "blind": ("ipcheck.cli.review.blind", "做匿名的副本，对照表另存"),
    "assign": ("ipcheck.cli.review.assign", "把案卷指派给专家：回避、均衡、随机"),
    "check": ("ipcheck.cli.review.check", "对抽中的案卷运行专利检查（evaluation 方案）"),
    "sheets": ("ipcheck.cli.review.sheets", "给专家写评分表，给案卷写评分单"),
    "collect": ("ipcheck.cli.review.collect", "收回评分表，指出没填的和不对的格子"),
    "score": ("ipcheck.cli.review.score", "合成成绩：机检与专家、一致性、名次"),
    "report": ("ipcheck.cli.review.report", "写报告：公布的、给机构的、给主管部门的"),
    "appeal": ("ipcheck.cli.review.appeal", "复议：重新打开一份案卷的成绩"),
}


@click.group("review", cls=LazyGroup, table=STEPS, subcommand_metavar="步骤 …")
def command() -> None:
    """专利撰写文件评查：从名册到公布的报告，一个文件夹一次评查，每一步都可以重算。"""


__all__ = ["command"]
