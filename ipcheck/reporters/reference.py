"""The check reference: everything printed about checks is read off the checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ipcheck.check import Check, ChecklistItem, Leaflet

_SHOWN = 400


def explain_lines(leaflet: Leaflet, day: date) -> Iterator[str]:
    """What ``ipcheck explain`` prints: explanation, basis on ``day``, options, examples."""
    yield f"{leaflet.code} {leaflet.name}（{leaflet.level.chinese}）" + ("" if leaflet.default else "，默认不运行")
    yield ""
    yield leaflet.explain
    yield ""
    yield "依据："
    for cited in leaflet.basis:
        basis = cited.on(day)
        note = "" if basis.verified else "（未核实）"
        yield f"  {basis.label}（{basis.edition}）{note}：{basis.summary}"
    if leaflet.options:
        yield ""
        yield "选项："
        for name, value in leaflet.options:
            yield f"  {name.replace('_', '-')} = {value!r}"
    for title, examples in (
        ("坏例（⟦⟧ 中是指出的文字，→ 后是改法）：", leaflet.bad),
        ("好例：", leaflet.good),
        ("已知查不出的：", leaflet.missed),
    ):
        if examples:
            yield ""
            yield title
            for text in examples:
                shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "……"
                yield "  · " + shown.replace("\n", "\n    ")


def markdown(checks: Iterable[type[Check[Any]]], checklist: Iterable[ChecklistItem] = ()) -> str:
    """A table of checks, one line each, and below it what is left to people."""
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
    items = list(checklist)
    if items:
        lines += ["## 要人来判断的", "", "| 名称 | 为什么不由程序判断 | 看什么 |", "| --- | --- | --- |"]
        lines += [f"| `{item.name}` | {item.why} | {item.look_at} |" for item in items]
        lines += ["", f"共 {len(items)} 项（`ipcheck explain --checklist`）。", ""]
    return "\n".join(lines)
