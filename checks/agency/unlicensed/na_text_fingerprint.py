from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.tables import FILINGS, Filed
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row


class NaTextFingerprint(AgencyCheck):
    """没有委托代理机构的许多申请人，申请文件却出自同一个模板。

    互不相关的申请人用同一个模板段落，可能有人在背后批量代写。
    文本由 ipcheck abnormal 或者 compare 比，相似的编成组，组号填进“文本组号”；申请人按集团合并计数，下限是内部阈值。
    通用模板、行业背景段落也会相同，只是提示；请结合联系方式和付款核对。
    """

    code = "AGN005"
    level = Level.ADVICE
    clue = True
    business = ""
    basis = (cite("代理条例", "27"), cite("代理办法", "52(2)"))
    message = (
        "风险线索：{count}个申请人（内部阈值{least}个）没有委托代理机构，申请文件却属于同一文本组“{words}”，"
        "请结合联系方式和付款核对由谁撰写"
    )
    clears = "相同的只是行业背景或者公开的通用模板，申请人之间有关联，或者由同一家持证机构撰写"
    keep = ("相似段落的对照", "申请人的说明", "撰写人的记录")
    columns = (Filed.APPLICANT, Filed.AGENCY, Filed.PRINT)
    further = (Filed.GROUP,)

    @dataclass(frozen=True)
    class Options:
        """applicants：属于同一文本组的申请人（同一集团算一个）达到几个起报"""

        applicants: int = 5

    _HEAD = "# 著录\n申请号,申请人,所属集团,代理机构,文本组号\n"
    _ROWS = "".join(f"2026{n},申请人{n}有限公司,{{0}},{{1}},M1\n" for n in range(4))
    good = (
        _HEAD + _ROWS.format("", "") + "20269,青禾食品有限公司,,,M2\n",
        _HEAD + _ROWS.format("", "岚山专利代理事务所") + "20269,青禾食品有限公司,,,M1\n",
        _HEAD + _ROWS.format("青禾", "") + "20269,青禾食品有限公司,青禾,,M1\n",
    )
    bad = (
        _HEAD + "20269,青禾食品有限公司,,,⟦M1⟧\n" + _ROWS.format("", "无"),
        Sample(_HEAD + "1,甲公司,,,⟦M1⟧\n2,乙公司,,,M1\n", options=(("applicants", 2),)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        groups: dict[str, list[Row[Filed]]] = defaultdict(list)
        for row in agency.rows(FILINGS):
            if is_lacking(row.text(Filed.AGENCY)) and not is_lacking(row.text(Filed.PRINT)):
                groups[row.text(Filed.PRINT).upper()].append(row)
        for rows in groups.values():
            applicants = {plain_firm(row.text(Filed.GROUP) or row.text(Filed.APPLICANT)) for row in rows} - {""}
            if len(applicants) >= self.options.applicants:
                yield self.at(
                    rows[0].span(Filed.PRINT),
                    related=[row.span(Filed.PRINT) for row in rows[1:30]],
                    facts={"applicants": len(applicants), "filings": len(rows)},
                    count=len(applicants),
                    least=self.options.applicants,
                )
