"""The check reference: everything printed about checks is read off the checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ipcheck.check import Check, Sample

_SHOWN = 400


def explain_lines(check: type[Check[Any]], day: date) -> Iterator[str]:
    """What ``ipcheck explain`` prints: explanation, basis on ``day``, options, examples."""
    yield f"{check.code} {check.check_name()}（{check.level.chinese}）" + ("" if check.default else "，默认不运行")
    yield ""
    yield check.explain()
    yield ""
    yield "依据："
    for cited in check.basis:
        basis = cited.on(day)
        note = "" if basis.verified else "（未核实）"
        yield f"  {basis.label}（{basis.edition}）{note}：{basis.summary}"
    options = dict(vars(check.Options()))
    if options:
        yield ""
        yield "选项："
        for name, value in options.items():
            yield f"  {name.replace('_', '-')} = {value!r}"
    for title, examples in (("坏例", check.bad), ("好例", check.good), ("已知查不出的", check.missed)):
        if examples:
            yield ""
            yield f"{title}（⟦⟧ 中是指出的文字，→ 后是改法）：" if title == "坏例" else f"{title}："
            for example in examples:
                text = example.text if isinstance(example, Sample) else example
                text = text if len(text) <= _SHOWN else text[:_SHOWN] + "……"
                yield "  · " + text.replace("\n", "\n    ")


def markdown(checks: Iterable[type[Check[Any]]]) -> str:
    """A table of checks, one line each."""
    lines = [
        "# 检查一览",
        "",
        "本页由 `ipcheck checks --format markdown` 生成，不要手改；每一项的说明和例子见 `ipcheck explain 编号`。",
        "",
        "| 编号 | 名称 | 级别 | 默认 | 可改 | 依据 | 查什么 |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    count = 0
    for check in checks:
        count += 1
        basis = "、".join(f"{cited.law}{cited.article}" for cited in check.basis)
        summary = check.explain().split("\n", 1)[0].replace("|", "\\|")
        lines.append(
            f"| {check.code} | `{check.check_name()}` | {check.level.chinese} | {'是' if check.default else '否'} "
            f"| {'是' if check.fixable() else ''} | {basis} | {summary} |"
        )
    lines += ["", f"共 {count} 项。", ""]
    return "\n".join(lines)
