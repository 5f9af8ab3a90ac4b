"""The entry point."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

import click

from ipcheck import __version__
from ipcheck.cli.chinese import told
from ipcheck.cli.lazy import LazyGroup
from ipcheck.whole import why_unread

COMMANDS = {
    "patent": ("ipcheck.cli.patent", "检查专利申请文件（发明、实用新型、外观设计）"),
    "abnormal": ("ipcheck.cli.abnormal", "非正常专利申请风险线索：一批文件、历史索引、申请台账"),
    "trademark": ("ipcheck.cli.trademark", "商标申请预检：禁用标志、显著性、在先商标、形式、恶意注册线索"),
    "agency": ("ipcheck.cli.agency", "代理机构自查：执业许可、分支机构、代理师备案、利益冲突、合同、年度报告"),
    "review": ("ipcheck.cli.review", "撰写文件评查：双随机抽样、匿名、指派、打分、一致性、报告"),
    "index": ("ipcheck.cli.index", "历史索引、在先商标索引：建立、添加、查看、核对"),
    "compare": ("ipcheck.cli.compare", "比较两份申请文件或者两个商标有多像、为什么"),
    "read": ("ipcheck.cli.read", "显示 ipcheck 读到的文字、部分、编号和位置"),
    "report": ("ipcheck.cli.report", "把 JSON 报告换一种格式再写一次"),
    "accept": ("ipcheck.cli.accept", "把报告里的发现记为已接受：理由、姓名、日期、期限"),
    "explain": ("ipcheck.cli.explain", "解释一项检查：查什么、依据、好例与坏例"),
    "checks": ("ipcheck.cli.checks", "列出全部检查"),
    "test": ("ipcheck.cli.test", "运行检查自带的例子（也用于自己写的检查）"),
    "config": ("ipcheck.cli.config", "显示生效的设置和每项检查为什么运行或者不运行"),
    "init": ("ipcheck.cli.init", "在目录里放一份带说明的 ipcheck.toml"),
    "help": ("ipcheck.cli.help", "显示随附的指南：给代理师、机构、协会，写检查，流水线……"),
    "new": ("ipcheck.cli.new", "按模板新建一项检查"),
}


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    subcommand_metavar="命令 …",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "--version", prog_name="ipcheck", message="%(prog)s %(version)s", help="显示版本")
def main() -> None:
    """ipcheck：中国专利、商标代理机构的离线自查工具。文件只在本机读取，不联网。

    退出码：0 没有达到 --fail-on 的发现；1 有；2 没能做完该做的事。
    """


def run() -> None:
    """Run the command line; every way out ends in an exit code, none in a traceback."""
    _speak_chinese()
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        # A GBK console cannot show ² or ₂; showing an escape beats stopping halfway.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(errors="backslashreplace")
    try:
        # Outside its standalone mode click returns the code of an Exit instead of raising it.
        sys.exit(main(prog_name="ipcheck", standalone_mode=False))
    except click.exceptions.NoArgsIsHelpError as error:
        _tell(error.format_message())
        sys.exit(2)
    except click.ClickException as error:
        _tell(told(error))
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        _tell("已中断。")
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output went away (| head); nobody is left to tell.
        sys.stderr.close()
        sys.exit(2)
    except OSError as error:
        name = f"{error.filename}：" if isinstance(error.filename, str) else ""
        _tell(f"{name}{why_unread(error)}")
        sys.exit(2)
    except Exception as error:  # the last net: a user gets one sentence, not a traceback
        _tell(f"ipcheck 内部错误（{type(error).__name__}: {error}）。请把命令和版本（{__version__}）报告给维护者。")
        sys.exit(2)


def _tell(words: str) -> None:
    """Say it on standard error, as far as that can be written: the exit code says the rest."""
    try:
        click.echo(words, err=True)
    except OSError:
        # Python would try once more when it ends, and end with a code of its own.
        sys.stderr = _nowhere()


def _open_what_is_closed() -> None:
    """What is written to a closed stream (>&-) is lost; the program runs on."""
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _speak_chinese() -> None:
    """Begin again in Python's UTF-8 mode where the system's encoding has no Chinese: names of files would not open."""
    try:
        os.fsencode("检查")
    except UnicodeEncodeError:
        if os.name == "posix" and sys.executable and not sys.flags.utf8_mode:
            os.environ["PYTHONUTF8"] = "1"  # for the processes of parsers
            os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


if __name__ == "__main__":
    run()
