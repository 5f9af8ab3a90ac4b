"""What a finding's numbers look like: small bar charts, and for marks the card that compares two of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from ipcheck.model import Record
from ipcheck.reporters.digest import visible

_MOST_BARS = 24
_WIDTH, _ROW, _LABEL, _VALUE = 420, 20, 130, 64
_SOUND, _MEANING = frozenset(("5.1.4", "5.1.17")), frozenset(("5.1.6",))
# What the facts of findings are called; other numbers are told by their messages alone.
_NAMES = {
    "count": "件数",
    "before": "前12个月",
    "expected": "预期件数",
    "total": "总件数",
    "months": "月数",
    "days": "天数",
    "span": "相隔天数",
    "subclasses": "小类数",
    "sections": "部数",
    "evenness": "均匀度",
    "owners": "出让人数",
    "medianDays": "天数中位",
    "transferees": "受让人数",
    "inventors": "发明人数",
    "staff": "参保人数",
    "agencies": "代理机构数",
    "applicants": "申请人数",
    "codes": "代码数",
    "changes": "来回次数",
    "units": "件数",
    "free": "未使用件数",
    "defensive": "防御件数",
    "weeks": "周数",
    "texts": "不同文字数",
    "receivers": "受让人数",
    "decisions": "决定数",
    "capital": "注册资本（万元）",
    "people": "人数",
    "score": "相似度",
    "chance": "偶然概率",
    "founded": "成立日期",
    "inventor": "发明人",
    "strength": "强度",
    "share": "占比",
    "matched": "相同字数",
    "history": "历史申请",
}
_LISTS = {
    "rows": "标题的行",
    "columns": "标题的列",
    "words": "替换的词",
    "members": "同组",
    "applicants": "申请人",
    "ties": "关联",
    "pool": "特征",
    "sources": "来源",
    "linked": "有关联的",
    "agencies": "代理机构",
}
_MOST_NAMES = 24


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and what it shows."""

    title: str
    svg: Markup


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by which two marks are alike: its number in the guidelines, its score, why."""

    rule: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Sameness:
    """How alike two characters at the same place are, in form and in sound, from 0 to 1."""

    one: str
    other: str
    form: str
    sound: str
    same: bool


@dataclass(frozen=True, slots=True)
class Card:
    """Two marks compared."""

    mark: str
    earlier: str
    number: str
    owner: str
    goods: str
    score: float
    bars: Markup
    rules: tuple[Rule, ...]
    aligned: tuple[Sameness, ...]


def bars(rows: Sequence[tuple[str, float, str]], title: str, most: float = 0) -> Markup:
    """A bar for each (label, value, value as told); a screen reader is told all of them.

    ``most`` is the value of a full bar, by default the largest there is.
    """
    most = most or max((value for _, value, _ in rows), default=0) or 1
    told = "；".join(f"{label} {shown}" for label, _, shown in rows)
    room = _WIDTH - _LABEL - _VALUE
    shapes = []
    for index, (label, value, shown) in enumerate(rows):
        y = index * _ROW
        width = max(1, round(room * max(value, 0) / most))
        shapes.append(
            f'<text x="{_LABEL - 6}" y="{y + 14}" text-anchor="end">{_text(_short(label))}</text>'
            f'<rect x="{_LABEL}" y="{y + 3}" width="{width}" height="{_ROW - 6}" rx="2"/>'
            f'<text x="{_LABEL + width + 6}" y="{y + 14}">{_text(shown)}</text>'
        )
    return Markup(
        f'<svg class="bars" viewBox="0 0 {_WIDTH} {len(rows) * _ROW}" width="{_WIDTH}" height="{len(rows) * _ROW}" '
        f'role="img" aria-label="{_text(title)}：{_text(told)}">{"".join(shapes)}</svg>'
    )


def charts_of(record: Record) -> tuple[Chart, ...]:
    """Charts of a finding's facts: a surge against what was expected, fields, digits, shares of sections."""
    facts = record.facts
    return tuple(Chart(title, bars(rows, title)) for title, rows in _charts(facts) if len(rows) > 1)


def _charts(facts: Mapping[str, Any]) -> Iterator[tuple[str, list[tuple[str, float, str]]]]:
    if all(_number(facts.get(key)) for key in ("count", "before", "expected")):
        yield "件数与预期", _named(facts, ("count", "expected", "before"))
    if all(_number(facts.get(key)) for key in ("count", "total")):
        yield "件数", _named(facts, ("count", "total"))
    if all(_number(facts.get(key)) for key in ("inventors", "staff")):
        yield "人数", _named(facts, ("inventors", "staff"))
    if isinstance(facts.get("classes"), Mapping):
        counted = [(str(key), float(value), _told(value)) for key, value in facts["classes"].items() if _number(value)]
        yield "各小类的件数", counted[:_MOST_BARS]
    counts = facts.get("counts")
    if isinstance(counts, list) and len(counts) in (9, 10) and all(map(_number, counts)):
        first = 10 - len(counts)
        yield "各数字的个数", [(str(digit), float(value), _told(value)) for digit, value in enumerate(counts, first)]
    if isinstance(facts.get("parts"), list):
        yield "各部分相同的比例", list(_parts(facts["parts"]))[:_MOST_BARS]
    days = facts.get("days")
    if isinstance(days, list) and all(map(_number, days)):
        yield "各件的天数", [(f"第{index}件", float(day), _told(day)) for index, day in enumerate(days, 1)][:_MOST_BARS]


def _parts(raw: Sequence[Any]) -> Iterator[tuple[str, float, str]]:
    for item in raw:
        if isinstance(item, Mapping) and _number(item.get("first")) and _number(item.get("second")):
            share = max(item["first"], item["second"])
            yield str(item.get("part", "")), share, f"{share:.0%}"


def facts_of(record: Record) -> list[tuple[str, str]]:
    """The numbers and names among a finding's facts, with what they are called."""
    found = []
    for key, value in record.facts.items():
        if key in _NAMES and (_number(value) or isinstance(value, str)) and value != "":
            found.append((_NAMES[key], _told(value)))
        elif key in _LISTS and isinstance(value, list) and value:
            more = f" 等 {len(value)} 个" if len(value) > _MOST_NAMES else ""
            found.append((_LISTS[key], "、".join(map(str, value[:_MOST_NAMES])) + more))
    return found


def card_of(record: Record) -> Card | None:
    """The card of a finding that tells of two marks, None for any other finding."""
    facts = record.facts
    raw, score = facts.get("rules"), facts.get("score")
    if not isinstance(facts.get("earlier"), str) or not isinstance(raw, list) or not _number(score):
        return None
    rules = tuple(
        Rule(str(item.get("rule", "")), float(item["score"]), str(item.get("why", "")))
        for item in raw
        if isinstance(item, Mapping) and _number(item.get("score"))
    )
    return Card(
        record.words.text,
        facts["earlier"],
        str(facts.get("number") or ""),
        str(facts.get("owner") or ""),
        str(facts.get("goods") or ""),
        float(facts["score"]),
        bars([(name, value, f"{value:.2f}") for name, value in _senses(rules, float(facts["score"]))], "形音义", 1),
        rules,
        tuple(_aligned(facts.get("aligned"))),
    )


def _senses(rules: Sequence[Rule], score: float) -> list[tuple[str, float]]:
    """The strongest rule of form, of sound and of meaning; words that are the same are the same in all three."""
    best = {"形": 0.0, "音": 0.0, "义": 0.0}
    for rule in rules:
        if rule.rule == "4.1":
            names: tuple[str, ...] = ("形", "音", "义")
        elif rule.rule in _SOUND or "读音" in rule.why:
            names = ("音",)
        else:
            names = ("义",) if rule.rule in _MEANING else ("形",)
        for name in names:
            best[name] = max(best[name], rule.score)
    return [("总分", score), *best.items()]


def _aligned(raw: Any) -> Iterator[Sameness]:
    for item in raw if isinstance(raw, list) else ():
        if isinstance(item, (list, tuple)) and len(item) == 4 and _number(item[2]) and _number(item[3]):
            yield Sameness(str(item[0]), str(item[1]), f"{item[2]:.2f}", f"{item[3]:.2f}", item[0] == item[1])


def _named(facts: Mapping[str, Any], keys: Sequence[str]) -> list[tuple[str, float, str]]:
    return [(_NAMES[key], float(facts[key]), _told(facts[key])) for key in keys]


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value == value and abs(value) < 1e15


def _told(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _short(label: str) -> str:
    return label if len(label) <= 9 else f"{label[:8]}…"


def _text(text: str) -> str:
    return str(escape(visible(text)))


__all__ = ["Card", "Chart", "Rule", "Sameness", "bars", "card_of", "charts_of", "facts_of"]
