import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck
from ipcheck.trademark.periods import days_after, months_after, next_weekday


class TmFormCorrectionDeadline(MarkCheck):
    """收到补正、说明、分割等通知以后，答复期限快到了或者已经过了。

    补正自收到通知之日起三十日内办理，逾期不补的不予受理；其他通知各有期限，错过不能挽回。
    在期限内办理；期限当日不算，末日是周末的顺延，法定节假日不另算。“通知日”写收到通知的日期，电子送达的收到日以系统记载为准。
    剩余不到十日（内部阈值）的提示；说明、分割的十五日没有核对到原文，以通知书为准。
    """

    code = "TMF029"
    level = Level.ADVICE
    basis = (cite("商标条例", "18.2"), cite("商标条例", "12.1"))
    message = "{notice}自{day}起{limit}内办理，{last}届满，{left}"

    @dataclass(frozen=True)
    class Options:
        """days：离期限届满不到几日起提示"""

        days: int = 10

    good = (
        Sample("商标\t通知书\t通知日\n福来\t补正通知\t2026-10-30\n", as_of=date(2026, 11, 9)),
        Sample("商标\t通知书\t通知日\n福来\t受理通知\t2026-10-30\n", as_of=date(2026, 11, 29)),
        Sample("商标\t通知书\t通知日\n福来\t补正通知（已答复）\t2026-10-30\n", as_of=date(2026, 11, 28)),
    )
    bad = (
        Sample("商标\t通知书\t通知日\n福来\t补正通知\t⟦2026-10-30⟧\n", as_of=date(2026, 11, 27)),
        Sample("商标\t通知书\t通知日\n福来\t审查意见书（说明）\t⟦2026-10-30⟧\n", as_of=date(2026, 11, 10)),
        Sample("商标\t通知书\t通知日\n福来\t补正通知\t⟦2026-10-01⟧\n", as_of=date(2026, 11, 27)),
        Sample("商标\t通知书\t通知日\n福来\t补交优先权副本\t⟦2026-08-30⟧\n", as_of=date(2026, 11, 27)),
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell, start = mark.row.cell(Column.NOTICE_DAY), mark.row.day(Column.NOTICE_DAY)
        notice = mark.row.text(Column.NOTICE)
        if cell is None or start is None or re.search(r"已(?:经)?(?:答复|补正|办理|提交|交|结)", notice):
            return
        if re.search(r"优先权|展会", notice):
            limit, last = "三个月", months_after(start, 3)
        elif re.search(r"说明|意见书|分割", notice):
            limit, last = "十五日", days_after(start, 15)
        elif "补正" in notice:
            limit, last = "三十日", days_after(start, 30)
        else:
            return
        last = next_weekday(last)
        left = (last - self.as_of).days
        if left <= self.options.days:
            told = f"只剩{left}日" if left >= 0 else f"已经过了{-left}日，请立即核对是否还能补救"
            yield self.at(
                cell,
                notice=notice,
                day=start.isoformat(),
                limit=limit,
                last=last.isoformat(),
                left=told,
                level=Level.WARNING if left < 0 else None,
            )
