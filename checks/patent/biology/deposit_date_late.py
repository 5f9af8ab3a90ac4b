import re
from collections.abc import Iterator
from datetime import date

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PatentCheck

_DAY = r"(?P<year>\d{4})\s*[-年./]\s*(?P<month>\d{1,2})\s*[-月./]\s*(?P<day>\d{1,2})\s*日?"
# Blanks are taken whole (*+): given back one by one they make a run of them cubic.
_DEPOSITED = lazy(
    rf"保藏(?:日期|时间|日)?\s*+(?:为|是|于|在)?\s*+[:：]?\s*+{_DAY}"
    rf"|于\s*(?P<y2>\d{{4}})\s*年\s*(?P<m2>\d{{1,2}})\s*月\s*(?P<d2>\d{{1,2}})\s*日\s*保藏"
)
_FILED = lazy(rf"(?P<what>优先权|申请|[提递]交)日期?\s*+(?:[(（][^()（）\n]{{1,8}}[)）])?\s*+[:：]\s*+{_DAY}")


class DepositDateLate(PatentCheck):
    """生物材料的保藏日期晚于申请日（有优先权的，优先权日）。

    应当在申请日前或者最迟在申请日保藏；晚于申请日的，该生物材料视为未提交保藏，公开可能不充分。
    核对保藏证明上的日期；确实晚了的，应当在保藏之后再提交申请，或者不要求该优先权。
    只在文件里写有申请日或者优先权日时比较；没有写的，与准备提交的日期（法律日期）比较。
    """

    code = "BIO006"
    level = Level.ERROR
    basis = (cite("细则", "27(1)"), cite("指南", "1-1-5.2.1"))
    message = "保藏日期{words}晚于{what}{limit}：应当最迟在申请日（优先权日）保藏，请核对"

    good = (
        "请求书\n申请日：2026年3月1日\n说明书\n一种菌\n具体实施方式\n"
        "该菌株保藏日期为2026年2月1日，保藏编号CGMCC No.1234。",
        "说明书\n一种菌\n具体实施方式\n该菌株于2020年2月1日保藏于中国普通微生物菌种保藏管理中心。",
    )
    bad = (
        "请求书\n申请日：2026年3月1日\n说明书\n一种菌\n具体实施方式\n"
        "该菌株保藏日期为⟦2026年4月1日⟧，保藏编号CGMCC No.1234。",
        "请求书\n申请日期（预计）：2026.3.1\n说明书\n一种菌\n具体实施方式\n该菌株于⟦2026年3月9日⟧保藏。",
        "请求书\n优先权日：2025-05-01\n说明书\n一种菌\n具体实施方式\n保藏日期：⟦2025-06-01⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        limit, what = self._limit(filing)
        for part in filing.parts.values():
            for line in part.lines:
                for match in line.find(_DEPOSITED):
                    group = "year" if match["year"] else "y2"
                    last = "day" if match["year"] else "d2"
                    day = _day(match, *(("year", "month", "day") if match["year"] else ("y2", "m2", "d2")))
                    if day is not None and day > limit:
                        end = match.end(last)
                        end += line.document.folded[end : end + 1] == "日"
                        words = Span(line.document, match.start(group), end)
                        yield self.at(words, what=what, limit=limit.isoformat())

    def _limit(self, filing: Filing) -> tuple[date, str]:
        days = []
        for part in filing.parts.values():
            for line in part.lines:
                for match in line.find(_FILED):
                    day = _day(match, "year", "month", "day")
                    if day is not None:
                        days.append((day, f"{match['what']}日"))
        return min(days) if days else (self.as_of, "法律日期")


def _day(match: re.Match[str], year: str, month: str, day: str) -> date | None:
    try:
        return date(int(match[year]), int(match[month]), int(match[day]))
    except ValueError:
        return None
