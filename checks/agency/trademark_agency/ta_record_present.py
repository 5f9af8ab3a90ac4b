from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import says_no
from ipcheck.agency.mandates import listed
from ipcheck.agency.mark_record import NEW_LAW
from ipcheck.agency.tables import MARK_CASES, MarkCase
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_NOT_YET = ("申请中", "办理中", "备案中")


class TaRecordPresent(AgencyCheck):
    """从事商标代理业务，却没有向国家知识产权局备案。

    从事商标代理业务应当及时备案；2027年起未依法备案、逾期不改正的，处一万元以上五万元以下罚款。
    已经接了商标案件的，案件一并列出；只做国内查询、咨询的不需要备案，在 kind 里不要写商标代理。
    请尽快备案，备案以前不要接新案。
    """

    code = "AGT001"
    level = Level.ERROR
    business = "trademark"
    basis = (cite("令63", "5.1"), cite("商标条例", "84.2"), cite("商标法", "65.4"))
    message = "没有商标代理机构备案{cases}：请先备案再接案{fine}"
    keys = ("trademark.record_number",)

    _HEAD = '[trademark]\nrecord_number = "{}"\n'
    good = (
        _HEAD.format("鄂商代0001"),
        'kind = "patent"\n' + _HEAD.format("无"),
    )
    bad = (
        _HEAD.format("⟦无⟧") + "# 商标案件\n案号,受理委托日\nT1,2026-03-05\n",
        Sample(_HEAD.format("⟦办理中⟧"), as_of=date(2027, 1, 1)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        number = agency.text("trademark.record_number")
        if not says_no(number) and number not in _NOT_YET:
            return
        rows = agency.rows(MARK_CASES)
        new = agency.as_of >= NEW_LAW
        yield self.at(
            agency.span("trademark.record_number"),
            related=[row.span(MarkCase.NUMBER) for row in rows[:30]],
            basis=(*self.basis, cite("商标法", "67.3")),
            facts={"cases": len(rows)},
            cases=f"，已经接了案件{listed(row.text(MarkCase.NUMBER) for row in rows)}" if rows else "",
            fine="" if new else "；2027-01-01起未备案逾期不改正的另有罚款",
        )
