"""Scores in words and as JSON. Both say that this is a test by the agency itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ipcheck import __version__
from ipcheck.agency.credit.hits import Hit
from ipcheck.agency.credit.score import DISCLAIMER, Line, Score, State
from ipcheck.agency.credit.table import Band, CreditTable

_BUSINESS = {"patent": "专利代理", "trademark": "商标代理"}
_SUBJECT = {"agency": "机构", "attorney": "代理师"}
Trend = Sequence[tuple[date, Sequence[Score]]]


def as_text(results: Sequence[Score], without: Sequence[str] = ()) -> str:
    """The scores for the screen, table by table."""
    lines = [f"信用计分{DISCLAIMER}"]
    if without:
        lines.append(f"假设没有：{'、'.join(without)}")
    for table in dict.fromkeys(score.table.path for score in results):
        own = [score for score in results if score.table.path == table]
        lines += ["", *_heading(own[0])]
        told = [score for score in own if score.lines or score.table.subject == "agency"]
        for score in told:
            lines += ["", *_one(score)]
        if len(told) < len(own):
            rest = own[0] if not told else next(score for score in own if not score.lines)
            lines += ["", f"{'其余 ' if told else ''}{len(own) - len(told)} 人没有命中：{_total(rest)}"]
        lines += _gaps(own[0])
    return "\n".join(lines) + "\n"


def _heading(score: Score) -> Iterator[str]:
    table = score.table
    yield f"{table.title}（{_BUSINESS[table.business]}，{_SUBJECT[table.subject]}），截至 {score.as_of.isoformat()}"
    yield f"分值表：{table.path}" + (f"，{table.doc}" if table.doc else "") + ("" if table.verified else "（未核实）")


def _one(score: Score) -> Iterator[str]:
    yield f"{score.subject}：{_total(score)}"
    for line in score.lines:
        yield f"  {line.item.code} {line.item.name}：{_points(line)}"
        for hit in line.hits:
            yield f"    {hit.evidence}  {hit.told}（{_period(hit)}）"
        for hit in line.expired:
            yield f"    {hit.evidence}  {hit.told}（{_period(hit)}，已经过期，没有计）"
    for told in score.twice:
        yield f"  同一份证据计在几项里，是否重复计分请按办法核对：{told}"
    for told in score.lacks:
        yield f"  分值表没有配置：{told}"


def _gaps(score: Score) -> Iterator[str]:
    if score.gaps:
        yield ""
        yield "没有查的指标（不等于没有问题）："
        yield from dict.fromkeys(f"  {gap.code}：{gap.why}" for gap in score.gaps)


def _points(line: Line) -> str:
    if line.points is None:
        return "分值未配置"
    return f"{'加' if line.item.bonus else '扣'} {_plain(line.points)} 分" + (
        "" if line.item.verified else "（未核实）"
    )


def _total(score: Score) -> str:
    if score.total is None:
        return State.UNSET.value + "，没有总分"
    told = f"{_plain(score.total)} 分"
    if score.deducted or score.bonus:
        told += f"（{_formula(score)}）"
    if score.state is State.PARTIAL:
        items = {item.code for item in score.table.items}
        open_items = len(items & {gap.code for gap in score.gaps})
        told = f"{len(items)} 项指标里 {open_items} 项没有查全，只算查过的 {told}"
    return told + _grade(score.band)


def _formula(score: Score) -> str:
    base, deducted, bonus = score.table.base or Decimal(0), score.deducted or Decimal(0), score.bonus or Decimal(0)
    capped = bonus if score.table.bonus_cap is None else min(bonus, score.table.bonus_cap)
    told = f"{_plain(base)} − {_plain(deducted)} + {_plain(capped)}"
    return told if capped == bonus else f"{told}；附加分合计 {_plain(bonus)}，上限 {_plain(capped)}"


def _grade(band: Band | None) -> str:
    if band is None:
        return ""
    return f"，等级 {band.grade}" + ("" if band.verified else "（分数线未核实）")


def _period(hit: Hit) -> str:
    end = "还在" if hit.open else "有效期未配置" if hit.end is None else f"至 {hit.end.isoformat()}"
    return f"自 {hit.start.isoformat()}，{end}" if hit.open or hit.end is None else f"自 {hit.start.isoformat()} {end}"


def _plain(number: Decimal) -> str:
    """The number without trailing zeros and without an exponent."""
    told = f"{number:f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def trend_text(trend: Trend) -> str:
    """The totals of the agency or of each person by day, a line each."""
    lines = [f"信用计分{DISCLAIMER}"]
    found = [(day, score) for day, results in trend for score in results]
    for path, title in dict.fromkeys((score.table.path, score.table.title) for _, score in found):
        lines += ["", title]
        own = [(day, score) for day, score in found if score.table.path == path]
        for subject in sorted({score.subject for _, score in own}):
            lines.append(f"  {subject}")
            lines += [f"    {day.isoformat()}  {_total(score)}" for day, score in own if score.subject == subject]
    return "\n".join(lines) + "\n"


def as_json(results: Sequence[Score], without: Sequence[str] = (), trend: Trend = ()) -> str:
    """The scores as JSON, ending in a line feed; the same scores give the same bytes."""
    told = {
        "version": 1,
        "tool": {"name": "ipcheck", "version": __version__},
        "note": DISCLAIMER,
        "without": list(without),
        "scores": [_as_dict(score) for score in results],
        "trend": [{"asOf": day.isoformat(), "scores": [_short(score) for score in found]} for day, found in trend],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _short(score: Score) -> dict[str, Any]:
    return {
        "table": score.table.title,
        "business": score.table.business,
        "of": score.table.subject,
        "subject": score.subject,
        "state": score.state.value,
        "total": _number(score.total),
        "grade": score.band.grade if score.band is not None else None,
    }


def _as_dict(score: Score) -> dict[str, Any]:
    return {
        **_short(score),
        "asOf": score.as_of.isoformat(),
        "file": score.table.path,
        "doc": score.table.doc,
        "verified": _verified(score.table),
        "base": _number(score.table.base),
        "deducted": _number(score.deducted),
        "bonus": _number(score.bonus),
        "bonusCap": _number(score.table.bonus_cap),
        "items": [
            {
                "code": line.item.code,
                "name": line.item.name,
                "kind": "bonus" if line.item.bonus else "deduction",
                "points": _number(line.points),
                "unset": list(line.lacks),
                "verified": line.item.verified,
                "hits": [_hit(hit) for hit in line.hits],
                "expired": [_hit(hit) for hit in line.expired],
            }
            for line in score.lines
        ],
        "unset": list(score.lacks),
        "countedTwice": list(score.twice),
        "notLookedAt": [{"item": gap.code, "reason": gap.why} for gap in score.gaps],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "evidence": hit.evidence,
        "text": hit.words,
        "message": hit.told,
        "start": hit.start.isoformat(),
        "end": hit.end.isoformat() if hit.end is not None and not hit.open else None,
        "open": hit.open,
    }


def _verified(table: CreditTable) -> bool:
    return table.verified and all(item.verified for item in table.items)


def _number(value: Decimal | None) -> int | float | None:
    """The number as JSON writes it: the same digits that the table gives."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


__all__ = ["Trend", "as_json", "as_text", "trend_text"]
