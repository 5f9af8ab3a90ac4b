"""What click says of its own accord, in Chinese: headings of the help, faults in the command line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from ipcheck.reporters.columns import width_of, wrap
from ipcheck.whole import is_pipe

# What an option takes, where it does not say so itself: by the name that click gives the kind of its value.
_KINDS = {"integer": "整数", "float": "数", "text": "文字", "path": "路径", "file": "文件", "datetime": "日期"}

# Columns of the widest option that has its explanation on the same line.
_WIDEST = 30


class ChineseHelp(click.Command):
    """A command whose help has Chinese headings and words for values; the base of every command of ours."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for param in self.params:
            if param.metavar is None and isinstance(param, click.Option) and not isinstance(param.type, click.Choice):
                param.metavar = _KINDS.get(param.type.name.removesuffix(" range"))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it; a pipe with a name is refused where a file is read, because it would be waited for."""
        rest = super().parse_args(ctx, args)
        for param in self.params:
            if isinstance(param.type, click.Path) and not (param.name or "").startswith("output"):
                value = ctx.params.get(param.name or "")
                for path in value if isinstance(value, tuple) else (value,):
                    if isinstance(path, (str, Path)) and is_pipe(Path(path)):
                        raise click.UsageError(
                            f"{path} 是管道，不是文件；请先存成文件，文字也可以用“-”从标准输入读", ctx
                        )
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line 用法."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table 选项."""
        params = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for record in (param.get_help_record(ctx) for param in params) if record]
        if records:
            with formatter.section("选项"):
                write_table(formatter, records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, told in Chinese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这份说明"
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """[选项] and what the command takes."""
        return [piece.replace("[OPTIONS]", "[选项]") for piece in super().collect_usage_pieces(ctx)]


def write_table(formatter: click.HelpFormatter, rows: Iterable[tuple[str, str]]) -> None:
    """Two columns, as ``write_dl`` of click writes them, but aligned where Chinese characters are two columns wide."""
    told = list(rows)
    widths = [width_of(term) for term, _ in told]
    indent = formatter.current_indent
    column = min(max(widths, default=0), _WIDEST) + 2
    for (term, text), width in zip(told, widths, strict=True):
        rest = " " * (indent + column)
        lines = list(wrap(text, formatter.width, rest)) or [""]
        gap = "\n" + rest if width > column - 2 else " " * (column - width)
        formatter.write(f"{' ' * indent}{term}{gap}{(chr(10) + rest).join(lines)}\n")


def told(error: click.ClickException) -> str:
    """One Chinese sentence for a fault in the command line, with where to read more."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "ipcheck"
    return f"{_fault(error, context)}。用法见 {path} --help"


def _fault(error: click.ClickException, context: click.Context | None) -> str:
    if isinstance(error, click.NoSuchOption):
        near = difflib.get_close_matches(error.option_name, _options(context), n=1)
        return f"没有选项 {error.option_name}" + (f"，是不是想写 {near[0]}" if near else "")
    if isinstance(error, click.MissingParameter):
        if isinstance(error.param, click.Option):
            return f"缺少选项 {error.param.opts[0]}" + (f"（{error.param.help}）" if error.param.help else "")
        name = error.param.make_metavar(error.ctx) if error.param is not None and error.ctx is not None else ""
        return f"缺少参数 {name}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 后面缺少值，或者写法不对"
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    return error.format_message()


def _bad_value(error: click.BadParameter) -> str:
    param = error.param
    name = " / ".join(param.opts) if isinstance(param, click.Option) else "参数"
    kind = param.type if param is not None else None
    if isinstance(kind, click.Choice):
        return f"{name} 的值只能是 {'、'.join(map(str, kind.choices))}"
    if isinstance(kind, click.types.IntParamType):
        return f"{name} 的值应为整数"
    return f"{name}：{error.message}"


def _options(context: click.Context | None) -> list[str]:
    return [name for param in context.command.get_params(context) for name in param.opts] if context else []


__all__ = ["ChineseHelp", "told", "write_table"]
