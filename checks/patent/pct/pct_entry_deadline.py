import re
from collections.abc import Iterator
from datetime import date

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_DAY = r"(?P<year>\d{4})\s*[-年./]\s*(?P<month>\d{1,2})\s*[-月./]\s*(?P<day>\d{1,2})\s*日?"
# After a label may stand a remark in brackets, and a colon, a 为 or the gap of a table. Blanks are taken whole (*+):
# given back one by one they make a run of them cubic.
_IS = r"\s*+(?:[(（][^()（）\n]{1,12}[)）])?\s*+(?:[:：]|为|是|\|)?\s*+"
_EARLIEST = lazy(rf"(?:最早|首次|第一)?(?:的)?优先权(?:日期?|申请日|的?日期)(?:[12一二])?{_IS}{_DAY}")
_FILED = lazy(rf"国际(?:专利)?申请(?:日期?|的?申请日|的?日期){_IS}{_DAY}")
_ENTRY = lazy(
    rf"(?:(?:进入|办理进入)(?:中国)?(?:国家)?(?:阶段)?(?:的)?(?:手续)?(?:的)?(?:日期?|时间)|进入手续(?:的)?(?:办理"
    rf"|提交)?(?:日期?|时间)|(?:办理|递交|提交)(?:进入|手续|进入声明)?(?:的)?(?:日期?|时间))"
    rf"{_IS}{_DAY}"
)


class PctEntryDeadline(PatentCheck):
    """国际申请进入中国国家阶段超过了期限。

    应当在优先权日（没有优先权的，国际申请日）起三十个月内办理进入手续，缴纳宽限费的为三十二个月；
    期满未办理的，国际申请在中国的效力终止。
    三十个月至三十二个月之间办理的，提示缴纳宽限费；超过三十二个月的，确认能否请求恢复权利。
    只在进入声明里同时写有优先权日或者国际申请日和进入日期时计算；期限末日逢节假日顺延的，请人工核对。
    """

    code = "PCT001"
    level = Level.ERROR
    basis = (cite("细则", "120"),)
    message = "从{start}起到{entry}已满{months}个月：进入国家阶段的期限是三十个月，缴纳宽限费的为三十二个月，请{cure}"
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL)

    good = (
        "请求书\n优先权日：2024年1月5日\n国际申请日：2025年1月3日\n进入国家阶段日期：2026年7月5日",
        "请求书\n发明名称：一种杯子\n优先权日：2024年1月5日",
    )
    bad = (
        "请求书\n优先权日：2024年1月5日\n进入国家阶段日期：⟦2026年7月6日⟧",
        "请求书\n国际申请日：2023-05-31\n办理进入手续日期：⟦2026-02-01⟧",
        "请求书\n国际申请日：2024-06-03\n优先权日（最早）：2023-06-05\n优先权日2：2023-09-01\n进入日：⟦2026.1.9⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        lines = filing.parts[PartName.REQUEST].lines
        starts = self._days(lines, _EARLIEST) or self._days(lines, _FILED)
        entries = self._days(lines, _ENTRY)
        if not starts or not entries:
            return
        # Of several priorities the earliest counts.
        first = min(day for day, _ in starts)
        last, words = entries[0]
        if last <= _later(first, 30):
            return
        late = last > _later(first, 32)
        yield self.at(
            words,
            start=first.isoformat(),
            entry=last.isoformat(),
            months=32 if late else 30,
            cure="确认效力是否已经终止、能否请求恢复权利" if late else "缴纳宽限费",
            level=Level.ERROR if late else Level.WARNING,
        )

    @staticmethod
    def _days(lines: tuple[Span, ...], pattern: re.Pattern[str]) -> list[tuple[date, Span]]:
        found: list[tuple[date, Span]] = []
        for line in lines:
            for match in line.find(pattern):
                try:
                    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
                except ValueError:
                    continue
                found.append((day, Span(line.document, match.start("year"), match.end())))
        return found


def _later(day: date, months: int) -> date:
    """The day ``months`` later; the last of the month where there is no such day (细则第五条)."""
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return day
