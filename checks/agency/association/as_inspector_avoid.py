import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.agency import Agency, AssociationCheck, plain_name, years_after
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.tables import INSPECTIONS, INSPECTORS, Inspection, Inspector
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# Ties that end with the employment or the case, but bias for a time after it.
_PAST = re.compile(r"任职|雇佣|雇员|员工|工作|同案|经办|客户|委托")


class AsInspectorAvoid(AssociationCheck):
    """检查人员与被检查的机构有申报过的近亲属、雇佣、客户、竞争或者同案关系，没有回避。

    执法人员与案件有直接利害关系或者其他关系可能影响公正执法的，应当回避；检查参照这一条。
    关系仍在的是错误，雇佣、客户、同案关系结束不满三年（内部阈值）的给警告；只按申报表比对，没有申报的查不出来。换人检查，已经做完的由别人复核。
    """

    code = "AGA005"
    level = Level.ERROR
    clue = True
    basis = (cite("行政处罚法", "43.1"), cite("代理办法", "40"))
    message = "风险线索：批次{batch}检查{agency}的{name}申报过与该机构的关系（{tie}{period}），请核对是否应当回避"
    clears = "关系在检查以前早已结束，同名的不是同一人，或者该检查人员没有参加对这家机构的检查"
    keep = ("关系申报表", "回避的决定", "复核记录")
    columns = (
        Inspection.AGENCY,
        Inspection.INSPECTORS,
        Inspection.DAY,
        Inspector.NAME,
        Inspector.AGENCY,
        Inspector.TIE,
    )
    further = (Inspector.FROM, Inspector.TO)

    @dataclass(frozen=True)
    class Options:
        """years：关系结束之后几年之内仍然要提示"""

        years: int = 3

    _HEAD = "# 检查人员\n姓名,机构,关系,起日,止日\n{}\n# 检查记录\n批次,机构,检查人员,检查日\n"
    good = (
        _HEAD.format("何青,甲所,曾任职,2015-01-01,2023-03-04") + "1,甲所,何青、沈砚,2026-03-05\n",
        _HEAD.format("何青,甲所,近亲属,,") + "1,乙所,何青、沈砚,2026-03-05\n",
        _HEAD.format("何青,甲所,任职,2026-03-06,") + "1,甲所,何青、沈砚,2026-03-05\n",
    )
    bad = (
        _HEAD.format("何青,甲所,近亲属任合伙人,,") + "1,甲所,⟦何青、沈砚⟧,2026-03-05\n",
        _HEAD.format("沈砚,甲所,曾任职,2015-01-01,2023-03-05") + "1,甲所,⟦何青、沈砚⟧,2026-03-05\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        ties: dict[tuple[str, str], list[Row[Inspector]]] = defaultdict(list)
        for tie in agency.rows(INSPECTORS):
            ties[plain_name(tie.text(Inspector.NAME)), plain_firm(tie.text(Inspector.AGENCY))].append(tie)
        for row in agency.rows(INSPECTIONS):
            for name in row.names(Inspection.INSPECTORS):
                for tie in ties.get((plain_name(name), plain_firm(row.text(Inspection.AGENCY))), ()):
                    level = self._level(agency, tie, row)
                    if level is None:
                        continue
                    until = tie.day(Inspector.TO)
                    yield self.at(
                        row.span(Inspection.INSPECTORS),
                        related=[tie.span(Inspector.TIE)],
                        level=level,
                        batch=row.text(Inspection.BATCH),
                        agency=row.text(Inspection.AGENCY),
                        name=name,
                        tie=tie.text(Inspector.TIE),
                        period=f"，到{until.isoformat()}，不满{self.options.years}年，内部阈值"
                        if level is Level.WARNING and until
                        else "",
                    )

    def _level(self, agency: Agency, tie: Row[Inspector], row: Row[Inspection]) -> Level | None:
        """How grave a tie is on the day of the inspection; None if it did not stand."""
        day = row.day(Inspection.DAY) or agency.as_of
        since, until = tie.day(Inspector.FROM), tie.day(Inspector.TO)
        if since is not None and since > day:
            return None
        if until is None or until >= day:
            return Level.ERROR
        recent = _PAST.search(tie.text(Inspector.TIE)) and years_after(until, self.options.years) >= day
        return Level.WARNING if recent else None
