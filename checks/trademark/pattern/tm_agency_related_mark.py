from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkRegister
from ipcheck.trademark.agencies import Agency, agencies, agency_of, contacts, outside
from ipcheck.trademark.pattern import PatternCheck


class TmAgencyRelatedMark(PatternCheck):
    """代理机构的法定代表人、股东、合伙人、从业人员或者关联公司，在代理服务之外申请商标。

    代理机构不得借这些人的名义或者另设公司变相申请、受让代理服务以外的商标；同名不同人、家属的真实小店是常见的正当原因。
    关系取自台账：代理机构自己那一行的法定代表人、股东，签字的从业人员；还要由该机构代理，或者电话、邮箱、门牌地址与机构相同，才算同一人，件数的下限是内部阈值。
    核对人员名单和任职时间；确属代持的撤回，真实经营的备好经营证据。
    """

    code = "TMP023"
    basis = (cite("令63", "10.2"), cite("令63", "30.1(3)"), cite("商标法", "25"))
    message = (
        "风险线索：{applicant}与代理机构{agency}有关联（{why}），在代理服务之外申请{count}件商标（{where}；内部阈值：{least}件）："
        "请核对人员名单和任职时间，代持的撤回"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.CLASS, Column.AGENCY)
    clears = "同名不同人，关系的时间不重叠，或者是自己真实经营的店铺；两种排除情形（防御、预备）不适用于代持"
    keep = ("人员名单和任职时间", "店铺的经营证据")

    @dataclass(frozen=True)
    class Options:
        """least：代理服务之外的申请几件起报"""

        least: int = 2

    _HEAD = "商标\t类别\t类似群\t申请人\t法定代表人\t联系电话\t代理机构\t签字人\n"
    _AGENCY = "岚舟代理\t45\t4506\t岚舟知识产权代理有限公司\t陆砚\t02700000001\t\t\n"
    good = (
        _HEAD + _AGENCY + "桐笙\t25\t2501\t陆砚\t\t13900000009\t苇屿商标事务所\t\n" * 3,
        _HEAD + _AGENCY + "桐笙\t25\t2501\t陆砚\t\t\t岚舟知识产权代理有限公司\t\n",
        _HEAD + _AGENCY + "桐笙\t45\t4506\t陆砚\t\t\t岚舟知识产权代理有限公司\t\n" * 3,
        _HEAD + _AGENCY + "桐笙\t25\t2501\t柚帆服饰有限公司\t何棠\t\t岚舟知识产权代理有限公司\t沈漪\n" * 3,
    )
    bad = (
        _HEAD
        + _AGENCY
        + (
            "桐笙\t25\t2501\t⟦陆砚⟧\t\t\t岚舟知识产权代理有限公司\t\n柚帆\t9\t0901\t陆砚\t\t\t"
            "岚舟知识产权代理有限公司\t\n"
        ),
        _HEAD
        + _AGENCY
        + "榆亭\t25\t2501\t甲服饰有限公司\t\t\t岚舟知识产权代理有限公司\t沈漪\n"
        + (
            "桐笙\t25\t2501\t⟦沈漪⟧\t\t\t岚舟知识产权代理有限公司\t\n柚帆\t9\t0901\t沈漪\t\t\t"
            "岚舟知识产权代理有限公司\t\n"
        ),
        _HEAD
        + _AGENCY
        + (
            "桐笙\t25\t2501\t⟦柚帆商贸有限公司⟧\t陆砚\t02700000001\t\t\n楠棠\t9\t0901\t柚帆商贸有限公司\t"
            "陆砚\t02700000001\t\t\n"
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        known = agencies(register)
        at_home: dict[str, list[Agency]] = {}
        for agency in known.values():
            for person in agency.people:
                at_home.setdefault(person, []).append(agency)
        for name, rows in register.by_applicant.items():
            strange = [mark for mark in rows if outside(mark)]
            if name in known or len(strange) < self.options.least:
                continue
            related = next(_related(name, strange, at_home), None)
            if related is not None:
                agency, why = related
                yield self.tell(
                    strange,
                    facts={"agency": agency.name, "why": why},
                    applicant=name,
                    agency=agency.name,
                    why=why,
                    count=len(strange),
                    where="；".join(dict.fromkeys(outside(mark) for mark in strange[:4])),
                    least=self.options.least,
                )


def _related(name: str, rows: list[Mark], at_home: dict[str, list[Agency]]) -> Iterator[tuple[Agency, str]]:
    """Yield the agencies whose people file these rows, with why."""
    persons = {name: "申请人"} | {
        person: column.value
        for mark in rows
        for column in (Column.LEGAL_PERSON, Column.SHAREHOLDERS)
        for person in mark.row.names(column)
    }
    for person, role in persons.items():
        for agency in at_home.get(person, ()):
            # A name alone is no person: the agency filed it, or it has the agency's telephone, mail or door.
            by_agency = any(agency_of(mark) == agency.name for mark in rows)
            shared = {column for mark in rows for column, _ in contacts(mark) & agency.contacts}
            if by_agency or shared:
                second = "由该机构代理" if by_agency else f"同{sorted(column.value for column in shared)[0]}"
                yield agency, f"{role}“{person}”与该机构的{agency.people[person]}同名，且{second}"
