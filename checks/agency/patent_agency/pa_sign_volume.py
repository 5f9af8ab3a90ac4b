from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.tables import SUBMISSIONS, Submission
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row


class PaSignVolume(AgencyCheck):
    """一名代理师一天或者一个月签名的申请过多。

    代理师对签名办理的业务负责，一个人签得太多，容易被要求说明是不是真实撰写或者审核。
    每天、每月多少件是内部阈值，法律没有规定；“系列或分案”列写了内容的不算，集中导出提交的日期不等于撰写的日期。
    准备好撰写、审核的记录，由实际办理的代理师签名。
    """

    code = "AGP028"
    level = Level.WARNING
    clue = True
    basis = (cite("代理办法", "51(8)"), cite("代理条例", "16.3"))
    message = "风险线索：代理师{name}{when}签名{count}件（内部阈值{most}件），请核对是否都经他撰写或者审核"
    clears = "系列申请、分案或者集中提交，撰写、审核分散在较长的时间里"
    keep = ("撰写、审核的版本记录", "委托和交底的时间", "内部流程系统的记录")
    columns = (Submission.DAY, Submission.AGENTS)

    @dataclass(frozen=True)
    class Options:
        """day：一天签名超过几件才报
        month：一个月签名超过几件才报
        """

        day: int = 20
        month: int = 80

    _HEAD = "# 提交登记\n提交日,签名代理师,系列或分案\n"
    good = (
        _HEAD + "2025-03-03,周岚,\n" * 20,
        _HEAD + "2025-03-03,周岚,分案\n" * 60,
        _HEAD + "2025-03-03,周岚,\n" * 15 + "2025-03-03,吴砚,\n" * 15,
        _HEAD + "".join(f"2025-03-{n % 28 + 1:02},周岚,\n" for n in range(80)),
    )
    bad = (
        _HEAD + "⟦2025-03-03⟧,周岚,\n" + "2025-03-03,周岚,否\n" * 20,
        _HEAD + "⟦2025-03-31⟧,周岚,\n" + "".join(f"2025-03-{n % 28 + 1:02},周岚,\n" for n in range(80)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        days: dict[tuple[str, date], list[Row[Submission]]] = defaultdict(list)
        names: dict[str, str] = {}
        months: dict[tuple[str, date], list[Row[Submission]]] = defaultdict(list)
        for row in agency.rows(SUBMISSIONS):
            day = row.day(Submission.DAY)
            if day is not None and is_lacking(row.text(Submission.SERIES)):
                for name in row.names(Submission.AGENTS):
                    if who := agency.known_as(name):
                        names.setdefault(who, name)
                        days[who, day].append(row)
                        months[who, day.replace(day=1)].append(row)
        for (who, day), rows in days.items():
            if len(rows) > self.options.day:
                yield self._tell(rows, names[who], day.isoformat(), self.options.day)
        for (who, day), rows in months.items():
            if len(rows) > self.options.month:
                yield self._tell(rows, names[who], f"{day.year}年{day.month}月", self.options.month)

    def _tell(self, rows: list[Row[Submission]], name: str, when: str, most: int) -> Finding:
        return self.at(
            rows[0].span(Submission.DAY), facts={"count": len(rows)}, name=name, when=when, count=len(rows), most=most
        )
