from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AssociationCheck
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.tables import GRADES, Grade
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

_ORDER = ("A+", "A", "B", "C", "D")


class AsScoreChange(AssociationCheck):
    """最近两次快照之间，机构的信用等级变了。

    等级升降影响检查频次和便利措施，要及时知道原因；商标代理机构违法的记入信用档案。
    每家机构、每种业务分开比，专利五级、商标四级不混；只比最近两次，信息有滞后。下降的核对扣分的原因，可以申请核查、修复。
    """

    code = "AGA010"
    level = Level.ADVICE
    basis = (cite("商标条例", "84.3"), cite("代理条例", "22"))
    message = "{agency}的{field}信用等级从{before}（{first}）变为{after}（{last}）：{ask}"
    columns = (Grade.AGENCY, Grade.DAY, Grade.GRADE)
    further = (Grade.FIELD,)

    _HEAD = "# 信用等级\n机构,业务,日期,等级\n"
    good = (
        _HEAD + "甲所,专利,2026-10-01,A\n甲所,专利,2026-11-01,a级\n甲所,商标,2026-11-01,B\n",
        _HEAD + "甲所,专利,2026-09-01,B\n甲所,专利,2026-10-01,A\n甲所,专利,2026-11-01,A\n",
    )
    bad = (
        _HEAD + "甲所,专利,2026-11-01,⟦B⟧\n甲所,专利,2026-10-01,A\n",
        _HEAD + "甲所,商标,2026-10-01,C\n甲所,商标,2026-11-01,⟦B⟧\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        series: dict[tuple[str, str], list[tuple[date, str, Row[Grade]]]] = defaultdict(list)
        for row in agency.rows(GRADES):
            day, grade = row.day(Grade.DAY), row.text(Grade.GRADE).upper().removesuffix("级").strip()
            if day is not None and day <= agency.as_of and grade in _ORDER:
                series[plain_firm(row.text(Grade.AGENCY)), row.text(Grade.FIELD)].append((day, grade, row))
        for (_, field), found in series.items():
            latest = sorted(found, key=lambda item: item[0])[-2:]
            if len(latest) < 2 or latest[0][1] == latest[1][1]:
                continue
            (first, before, _), (last, after, row) = latest
            fell = _ORDER.index(after) > _ORDER.index(before)
            yield self.at(
                row.span(Grade.GRADE),
                related=[latest[0][2].span(Grade.GRADE)],
                agency=row.text(Grade.AGENCY),
                field=field,
                before=before,
                after=after,
                first=first.isoformat(),
                last=last.isoformat(),
                ask="请核对扣分的原因，可以申请核查、修复" if fell else "请按新的等级调整检查频次",
            )
