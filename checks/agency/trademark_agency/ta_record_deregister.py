from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.mandates import listed
from ipcheck.agency.mark_record import record_term
from ipcheck.agency.tables import MARK_CASES, MarkCase
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span


class TaRecordDeregister(AgencyCheck):
    """停止商标代理或者备案期满没有延续，还有没办结的商标案件没有妥善处理。

    停业、备案期满未延续等要先妥善处理没有办结的业务，再办理注销备案；不处理的，负责人和责任人员不得在别的机构新任负责人、股东、合伙人。
    通知委托人变更代理，或者经委托人同意移转给已经备案的机构，做完的写在“妥善处理”列；被停止受理期间只能处理未办结的业务。
    """

    code = "AGT005"
    level = Level.WARNING
    business = "trademark"
    basis = (cite("令63", "8.1"), cite("令63", "8.3"))
    message = "{why}，还有没有办结的商标案件{cases}：请通知委托人变更代理或者经其同意移转，再办理注销备案"
    columns = (MarkCase.NUMBER, MarkCase.CLOSED)
    further = (MarkCase.SETTLED,)

    _HEAD = "# 商标案件\n案号,结案日,妥善处理\n"
    _EXPIRED = "[trademark]\nexpires = 2026-11-28\n"
    _CEASED = "[trademark]\nceased = 2026-11-28\n"
    good = (
        Sample(_EXPIRED + _HEAD + "T1,,\n", as_of=date(2026, 11, 28)),
        Sample(_EXPIRED + _HEAD + "T1,2026-10-01,\nT2,,已移转\n", as_of=date(2026, 11, 29)),
    )
    bad = (
        Sample(_EXPIRED + _HEAD + "⟦T1⟧,,\nT2,,无\n", as_of=date(2026, 11, 29)),
        Sample(_CEASED + _HEAD + "T0,2026-01-01,\n⟦T1⟧,,\n", as_of=date(2026, 11, 28)),
    )

    @classmethod
    def unseen(cls, agency: Agency) -> str:
        """Why it cannot look: nothing tells whether the record ended or the business ceased."""
        if record_term(agency) is None and not agency.given("trademark.ceased"):
            return (
                "agency.toml 没有填写 trademark.expires、trademark.recorded（备案有效期）或者 trademark.ceased（停业）"
            )
        return super().unseen(agency)

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        ended = _ended(agency)
        rows = [
            row
            for row in agency.rows(MARK_CASES)
            if row.day(MarkCase.CLOSED) is None and is_lacking(row.text(MarkCase.SETTLED))
        ]
        if ended is not None and rows:
            why, span = ended
            yield self.at(
                rows[0].span(MarkCase.NUMBER),
                related=[span, *(row.span(MarkCase.NUMBER) for row in rows[1:30])],
                facts={"count": len(rows)},
                why=why,
                cases=listed(row.text(MarkCase.NUMBER) for row in rows),
            )


def _ended(agency: Agency) -> tuple[str, Span] | None:
    ceased, term = agency.day("trademark.ceased"), record_term(agency)
    if ceased is not None and ceased <= agency.as_of:
        return f"{ceased.isoformat()}起停止商标代理业务", agency.span("trademark.ceased")
    if term is not None and term.until < agency.as_of:
        return f"商标代理备案{term.until.isoformat()}届满没有延续", term.span
    return None
