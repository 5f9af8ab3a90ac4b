"""The check reference: everything printed about checks is read off the checks and off what was measured of them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ipcheck.check import UNMEASURED, Check, ChecklistItem, Leaflet, Option
from ipcheck.model import Level
from ipcheck.reporters.columns import wrap

# Characters of an example on a page; columns of a line of an example on a terminal.
_SHOWN = 400
_COLUMNS = 100
_ROOMS = {"patent": "专利申请文件", "abnormal": "非正常申请的风险线索", "trademark": "商标申请", "agency": "机构自查"}
_MADE = "本页由 `python -m tests.make_reference` 生成，不要手改"
_MARK = re.compile(r"⟦[^⟧]*⟧")
Tables = Mapping[str, Mapping[str, Any]]
Measured = Mapping[str, Sequence[str]]


def explain_lines(leaflet: Leaflet, day: date, measured: Measured, profiles: Tables) -> Iterator[str]:
    """What ``ipcheck explain`` prints: explanation, basis on ``day``, levels, options, figures, examples.

    ``measured`` are the figures of checks by name, ``profiles`` the tables of profiles by name.
    """
    yield f"{leaflet.code} {leaflet.name}（{leaflet.level.chinese}）" + ("" if leaflet.default else "，默认不运行")
    yield ""
    yield leaflet.explain
    yield ""
    yield "依据："
    yield from (f"  {line}" for line in _basis_lines(leaflet, day))
    yield ""
    yield f"级别：{levels_line(leaflet, profiles)}"
    if leaflet.options:
        yield ""
        yield f"选项（写的是默认值；要改，写在 ipcheck.toml 的 [options.{leaflet.name}] 下面）："
        for option in leaflet.options:
            yield from wrap("  " + _setting(option) + _meaning(option), _COLUMNS, "      ")
    yield ""
    yield "实测："
    yield from (f"  {sentence}" for sentence in measured.get(leaflet.name, (UNMEASURED,)))
    for title, examples in (
        ("坏例（⟦⟧ 中是指出的文字，→ 后是改法）：", leaflet.bad),
        ("好例：", leaflet.good),
        ("已知查不出的：", leaflet.missed),
    ):
        if examples:
            yield ""
            yield title
            for text in examples:
                for number, line in enumerate(_pictured(text).rstrip("\n").split("\n")):
                    yield from wrap(("    " if number else "  · ") + line, _COLUMNS, "      ")


def _setting(option: Option) -> str:
    """The option with its default, as it would be written in ipcheck.toml."""
    return f"{option.name.replace('_', '-')} = {json.dumps(option.default, ensure_ascii=False)}"


def _meaning(option: Option) -> str:
    return f"：{option.meaning}" if option.meaning else ""


def _basis_lines(leaflet: Leaflet, day: date) -> Iterator[str]:
    for cited in leaflet.basis:
        basis = cited.on(day)
        yield f"{basis.label}（{basis.edition}）{'' if basis.verified else '（未核实）'}：{basis.summary}"


def _pictured(text: str) -> str:
    """The text with a word for the character that stands for a picture or a formula."""
    return text.replace("\ufffc", "〔图〕")


def levels_line(leaflet: Leaflet, profiles: Tables) -> str:
    """In which profiles the check runs, and how grave it is there: profiles of the same answer together."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    for name in profiles:
        told[_level_in(leaflet, name, profiles)].append(name)
    if len(told) == 1:
        return f"{next(iter(told))}（各方案）"
    return "；".join(f"{level}（{'、'.join(names)}）" for level, names in told.items())


def _level_in(leaflet: Leaflet, profile: str, profiles: Tables) -> str:
    chain: list[Mapping[str, Any]] = []
    while profile and profile in profiles:
        chain.insert(0, profiles[profile])
        profile = profiles[profile].get("extends", "" if profile == "default" else "default")
    names = {leaflet.code, leaflet.name}
    runs = leaflet.default or any(table.get("everything") for table in chain)
    if not runs or any(names & set(table.get("ignore", ())) for table in chain):
        return "不运行"
    levels = [table["levels"][leaflet.name] for table in chain if leaflet.name in table.get("levels", {})]
    return Level(levels[-1]).chinese if levels else leaflet.level.chinese


def markdown(checks: Iterable[type[Check[Any]]], checklist: Iterable[ChecklistItem] = ()) -> str:
    """The index: a table of checks, one line each, and below it what is left to people."""
    found = list(checks)
    rooms = [room for room in _ROOMS if any(check.room == room for check in found)]
    pages = "、".join(f"[{_ROOMS[room]}]({room}/README.md)" for room in rooms)
    lines = [
        "# 检查一览",
        "",
        f"{_MADE}。",
        "",
        f"每一项的理由、依据、例子、级别、准确率和已知查不出的：{pages}；或者 `ipcheck explain 编号`。",
        "",
        "| 编号 | 名称 | 级别 | 默认 | 可改 | 依据 | 查什么 |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for check in found:
        basis = "、".join(f"{cited.law}{cited.article}" for cited in check.basis)
        name = check.check_name()
        lines.append(
            f"| [{check.code}]({check.room}/README.md#{check.code.lower()}-{name}) | `{name}` "
            f"| {check.level.chinese} | {'是' if check.default else '否'} "
            f"| {'是' if check.fixable() else ''} | {basis} | {_cell(_first_line(check))} |"
        )
    lines += ["", f"共 {len(found)} 项。", ""]
    items = list(checklist)
    if items:
        lines += ["## 要人来判断的", "", "| 名称 | 为什么不由程序判断 | 看什么 |", "| --- | --- | --- |"]
        lines += [f"| `{item.name}` | {_cell(item.why)} | {_cell(item.look_at)} |" for item in items]
        lines += ["", f"共 {len(items)} 项（`ipcheck explain --checklist`）。", ""]
    return "\n".join(lines)


def _first_line(check: type[Check[Any]]) -> str:
    return check.explain().split("\n", 1)[0]


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")


def room_page(room: str, checks: Iterable[type[Check[Any]]], day: date, measured: Measured, profiles: Tables) -> str:
    """The page of a room: each check whole. ``day`` is the one whose law is quoted."""
    lines = [
        f"# {_ROOMS.get(room, room)}：每一项检查",
        "",
        f"{_MADE}（一览见[上一级](../README.md)）。法条按 {day} 的版本。",
        "",
        "召回：埋进去的毛病里查出的（埋的人见过检查，偏高）。判读：报出来的由人逐条读过。样本写在括号里，没有量过的写“未测”。",
    ]
    for check in checks:
        if check.room == room:
            lines += ["", *_section(check, day, measured, profiles)]
    return "\n".join([*lines, ""])


def _section(check: type[Check[Any]], day: date, measured: Measured, profiles: Tables) -> Iterator[str]:
    leaflet = Leaflet.of(check)
    yield f"## {leaflet.code} {leaflet.name}"
    yield ""
    yield from (_plain(line) for line in leaflet.explain.split("\n") if line)
    yield ""
    yield from (f"- 依据：{line}" for line in _basis_lines(leaflet, day))
    yield f"- 级别：{levels_line(leaflet, profiles)}"
    if leaflet.options:
        yield "- 选项："
        yield from (f"  - `{_setting(option)}`{_plain(_meaning(option))}" for option in leaflet.options)
    yield from (f"- 实测：{sentence}" for sentence in measured.get(leaflet.name, (UNMEASURED,)))
    for title, examples in (("坏例", leaflet.bad), ("好例", leaflet.good), ("已知查不出", leaflet.missed)):
        shown = examples if title == "已知查不出" else examples[:1]
        if shown:
            yield ""
            yield f"{title}："
        for text in shown:
            yield ""
            yield "````text"
            yield _pictured(_around(text))
            yield "````"


def _plain(line: str) -> str:
    """A line of a docstring that no reader of markdown takes for markup."""
    return re.sub(r"([\\*_<>|#\[\]])", r"\\\1", line)


def _around(text: str) -> str:
    """So much of a long example that its first mark stands in it."""
    if len(text) <= _SHOWN:
        return text
    mark = _MARK.search(text)
    start = max(0, min(mark.start() - _SHOWN // 4, len(text) - _SHOWN)) if mark else 0
    stop = max(start + _SHOWN, mark.end() if mark and mark.end() - start < 2 * _SHOWN else 0)
    return ("……" if start else "") + text[start:stop] + ("……" if stop < len(text) else "")
