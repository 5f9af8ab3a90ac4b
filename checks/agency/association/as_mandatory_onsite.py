import re
from collections import defaultdict
from collections.abc import Iterator

from ipcheck.agency import Agency, AssociationCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.tables import CANDIDATES, INSPECTIONS, Candidate, Inspection
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

_LISTED = re.compile(r"异常|失信")
_ONSITE = re.compile(r"实地|现场")


class AsMandatoryOnsite(AssociationCheck):
    """列入经营异常名录或者严重违法失信名单的机构，没有检查，或者只做了书面检查。

    对已经列入名录、名单的专利代理机构，应当进行实地检查，不占随机抽查的名额。
    按抽查名单的“名录情形”与检查记录的“检查方式”比对；这一批还没有任何检查记录的不报。尽快补做实地检查。
    """

    code = "AGA003"
    level = Level.ERROR
    basis = (cite("代理办法", "40"),)
    message = "批次{batch}：{agency}（{listed}）{what}：应当进行实地检查"
    columns = (
        Candidate.BATCH,
        Candidate.AGENCY,
        Candidate.LISTED,
        Inspection.BATCH,
        Inspection.AGENCY,
        Inspection.METHOD,
    )

    _HEAD = "# 抽查名单\n批次,机构,名录情形\n{}\n# 检查记录\n批次,机构,检查方式\n"
    good = (
        _HEAD.format("1,甲所,经营异常名录\n1,乙所,无") + "1,甲所,实地\n1,甲所,书面\n",
        _HEAD.format("1,甲所,经营异常名录") + "2,丙所,书面\n",
    )
    bad = (
        _HEAD.format("1,甲所,经营异常名录") + "1,甲所,⟦书面⟧\n",
        _HEAD.format("1,⟦甲所⟧,严重违法失信名单\n1,乙所,") + "1,乙所,书面\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        done: dict[tuple[str, str], list[Row[Inspection]]] = defaultdict(list)
        for inspection in agency.rows(INSPECTIONS):
            done[inspection.text(Inspection.BATCH), plain_firm(inspection.text(Inspection.AGENCY))].append(inspection)
        begun = {batch for batch, _ in done}
        for row in agency.rows(CANDIDATES):
            batch, name, listed = (row.text(column) for column in (Candidate.BATCH, Candidate.AGENCY, Candidate.LISTED))
            if batch not in begun or is_lacking(listed) or not _LISTED.search(listed):
                continue
            rows = done.get((batch, plain_firm(name)), [])
            if not rows:
                yield self.at(row.span(Candidate.AGENCY), batch=batch, agency=name, listed=listed, what="没有检查记录")
            elif not any(_ONSITE.search(inspection.text(Inspection.METHOD)) for inspection in rows):
                what = f"只做了“{rows[0].text(Inspection.METHOD) or '未写明方式的'}”检查"
                span = rows[0].span(Inspection.METHOD, Inspection.AGENCY)
                yield self.at(span, batch=batch, agency=name, listed=listed, what=what)
