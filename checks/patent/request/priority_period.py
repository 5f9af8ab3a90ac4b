from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_DATE = lazy(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})"
    r"(?:\s?[-年./]\s?(?P<m>\d{1,2})\s?[-月./]\s?(?P<d>\d{1,2})(?!\d)日?|(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?!\d))"
)
_NONE = lazy(r"^\s*(?:无|否|不要求|没有|/|-|—|未要求)")
_MONTHS, _DESIGN_MONTHS, _RESTORE = 12, 6, 2
# The last day moves on over a holiday (细则 5); the longest run of holidays is about this long.
_HOLIDAYS = timedelta(days=9)


def _dates(span: Span) -> Iterator[tuple[date, Span]]:
    for match in span.find(_DATE):
        try:
            day = date(int(match["y"]), int(match["m"] or match["m2"]), int(match["d"] or match["d2"]))
        except ValueError:
            continue
        yield day, span.at(match)


def _later(day: date, months: int) -> date:
    """The same day so many months later, the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class PriorityPeriod(PatentCheck):
    """申请日超出了优先权期限：发明、实用新型自在先申请日起十二个月，外观设计六个月；或者在先申请日晚于申请日。

    超出期限提出的申请不享有优先权；发明和实用新型在期满之日起两个月内、有正当理由的，可以请求恢复优先权，外观设计不能。
    核对在先申请日；确已超期的，不要求这一项优先权，或者同时提交恢复优先权请求书、说明理由并缴费。
    请求书写了申请日的按申请日算，没有写的按检查日期（--as-of）算并只给警告；期限末日遇休息日顺延，超出不到十天（内部阈值）的只给警告。
    """

    code = "REQ024"
    level = Level.ERROR
    basis = (cite("法", "29.1"), cite("细则", "36"), cite("细则", "5"))
    message = "在先申请日“{words}”：{why}，请核对日期，{cure}"
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    _FORM = "请求书\n发明名称：一种杯子\n申请日：2026-05-06\n在先申请号：202510000000.1\n在先申请日："
    _DAY = date(2026, 5, 6)
    good = (
        Sample(_FORM + "2025-05-06", as_of=_DAY),
        Sample(_FORM + "2025年11月30日", as_of=date(2030, 1, 1)),
        Sample("请求书\n优先权声明：无\n申请日：2026-05-06", as_of=_DAY),
        Sample("请求书\n在先申请日：20250601", as_of=_DAY),
        Sample("请求书\n申请日：2025-02-28\n在先申请日：2024-02-29", as_of=_DAY),
        Sample("外观设计专利请求书\n申请日：2026-05-06\n在先申请日：2025-11-06", kind="design", as_of=_DAY),
    )
    bad = (
        Sample(_FORM + "⟦2025-03-01⟧", as_of=_DAY),
        Sample(_FORM + "⟦2026-08-01⟧", as_of=_DAY),
        Sample("请求书\n在先申请日：2025-06-01、⟦2024年1月2日⟧", as_of=_DAY),
        Sample("外观设计专利请求书\n申请日：2026-05-06\n在先申请日：⟦2025.9.1⟧", kind="design", as_of=_DAY),
        Sample("请求书\n申请日：2026-05-06\n优先权声明：中国，⟦2025-05-05⟧，202510000000.1", as_of=_DAY),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        if request is None:
            return
        filed = next((day for value in request.all("filing-date") for day, _ in _dates(value)), None)
        day = filed or self.as_of
        design = filing.kind is Kind.DESIGN
        months = _DESIGN_MONTHS if design else _MONTHS
        seen: set[date] = set()
        for value in (*request.all("priority-date"), *request.all("priority")):
            if _NONE.match(str(value)):
                continue
            for earlier, span in _dates(value):
                if earlier in seen:
                    continue
                seen.add(earlier)
                finding = self._judge(earlier, span, day, months, filed is not None)
                if finding is not None:
                    yield finding

    def _judge(self, earlier: date, span: Span, day: date, months: int, filed: bool) -> Finding | None:
        told = f"{'申请日' if filed else '检查日期'}{day.isoformat()}"
        if earlier > day:
            return self.at(span, why=f"晚于{told}", cure="在先申请应当早于本申请")
        last = _later(earlier, months)
        if day <= last:
            return None
        why = f"优先权期限为{months}个月，于{last.isoformat()}届满，{told}已经超出"
        if months == _DESIGN_MONTHS:
            cure = "外观设计超期的不能请求恢复"
        elif day <= _later(last, _RESTORE):
            cure = f"{_later(last, _RESTORE).isoformat()}前可以请求恢复优先权"
        else:
            cure = "恢复优先权的两个月期限也已届满"
        level = Level.WARNING if not filed or day <= last + _HOLIDAYS else Level.ERROR
        return self.at(span, why=why, cure=cure, level=level, facts={"last_day": last.isoformat()})
