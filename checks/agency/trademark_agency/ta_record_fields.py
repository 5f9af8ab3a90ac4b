import re
from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import is_lacking, says_no
from ipcheck.agency.tables import MARK_RECORD, PRACTITIONERS, MarkRecord, Practitioner
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_ITEMS = {
    "营业执照或者律师事务所执业许可证": re.compile(r"执照|许可证"),
    "名称": re.compile(r"名称"),
    "住所": re.compile(r"住所|地址|经营场所"),
    "联系方式": re.compile(r"联系|电话"),
    "统一社会信用代码": re.compile(r"信用代码"),
    "负责人": re.compile(r"负责人|法定代表人"),
    "股东、合伙人姓名": re.compile(r"股东|合伙人"),
}
_PERSON = {Practitioner.ID: "身份证件号码", Practitioner.CONTACT: "联系方式"}


class TaRecordFields(AgencyCheck):
    """商标代理的备案信息不齐：机构的基本信息，或者从业人员的证件号码、联系方式。

    备案信息包括执照、机构名称住所联系方式信用代码、负责人、非上市公司的股东或者合伙人，和每名从业人员的姓名、证件号码、联系方式。
    上市公司不报股东，在内容里写“上市公司”；能够通过政务信息共享取得的不必重复提供，写“共享”。补齐以后办理变更备案。
    """

    code = "AGT004"
    level = Level.WARNING
    business = "trademark"
    basis = (cite("令63", "6.1"),)
    message = "商标代理备案信息{what}：请补齐"
    columns = (MarkRecord.ITEM, MarkRecord.CONTENT)
    further = (Practitioner.NAME, Practitioner.ID, Practitioner.CONTACT)

    _FULL = (
        "# 商标备案\n项目,内容\n营业执照,已交\n名称,岚山商标代理有限公司\n住所,团城山路8号\n联系方式,0714-0000000\n"
        "统一社会信用代码,共享\n负责人,周岚\n"
    )
    _PEOPLE = "# 商标从业人员\n姓名,身份证件号码,联系方式,备案注销日\n"
    good = (
        _FULL + "股东,上市公司\n",
        _FULL + "合伙人,周岚、吴岚\n" + _PEOPLE + "周岚,E1234567,已报,\n吴岚,,,2025-01-01\n",
    )
    bad = (
        _FULL.replace("项目", "⟦项目⟧"),
        _FULL + "股东,⟦无⟧\n",
        _FULL + "股东,\n".replace("股东", "⟦股东⟧"),
        _FULL + "股东,周岚\n" + _PEOPLE + "⟦周岚⟧,,已报,\n吴岚,E1234568,已报,\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        rows = agency.rows(MARK_RECORD)
        for label, pattern in _ITEMS.items():
            row = next((row for row in rows if pattern.search(row.text(MarkRecord.ITEM))), None)
            if row is None:
                header = agency.tables[MARK_RECORD.name].sheet.table.header
                yield self.at(next(cell for cell in header if len(cell)), what=f"没有“{label}”一项")
            elif is_lacking(row.text(MarkRecord.CONTENT)):
                what = f"的“{row.text(MarkRecord.ITEM)}”没有填写"
                yield self.at(row.span(MarkRecord.CONTENT, MarkRecord.ITEM), what=what)
        for person in agency.rows(PRACTITIONERS):
            if person.day(Practitioner.REMOVED) is not None or says_no(person.text(Practitioner.RECORDED)):
                continue
            lacking = [
                word for column, word in _PERSON.items() if person.has(column) and is_lacking(person.text(column))
            ]
            if lacking:
                name = person.text(Practitioner.NAME)
                yield self.at(person.span(Practitioner.NAME), what=f"缺从业人员{name}的{'、'.join(lacking)}")
