"""Reading JSON reports that an earlier run wrote."""

from __future__ import annotations

from pathlib import Path

import click

from ipcheck.model import Report
from ipcheck.reporters import json_report
from ipcheck.reporters.json_report import ReportError
from ipcheck.whole import is_pipe, why_unread


def read_report(path: Path) -> Report:
    """The report in a file. Ends the command with a sentence and exit code 2 where it is none."""
    try:
        if is_pipe(path):
            # Opening it would wait until somebody writes.
            raise ReportError("这是管道，不是文件；请先存成文件")
        return json_report.parse(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        told = "文件不存在；请检查拼写"
        cause: Exception = error
    except (OSError, UnicodeDecodeError) as error:
        told, cause = f"读不了（{why_unread(error)}）", error
    except ReportError as error:
        told, cause = str(error), error
    click.echo(f"{path.as_posix()}：{told}", err=True)
    raise click.exceptions.Exit(2) from cause


def root_of(report: Report, path: Path) -> Path:
    """The folder that the report's relative paths start from: the working directory, else the report's own folder."""
    files = [item.path.split("!/", 1)[0] for item in report.inputs if item.path != "-"]
    here = Path()
    return path.parent if files and not any((here / file).exists() for file in files) else here


__all__ = ["read_report", "root_of"]
