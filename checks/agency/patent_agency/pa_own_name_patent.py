import re
from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, plain_name
from ipcheck.agency.firms import own_names, plain_firm
from ipcheck.agency.tables import CASES, Case, Person
from ipcheck.law import cite
from ipcheck.model import Finding, Level

# 条例 18 of 2018 holds since then.
_IN_FORCE = date(2019, 3, 1)
# Neither filing nor asking for invalidation.
_OTHER = re.compile(r"检索|查新|年费|著作权|转让|许可|变更|质押|咨询|预警|导航|答辩")


class PaOwnNamePatent(AgencyCheck):
    """机构或者本机构的代理师以自己的名义申请专利、请求宣告专利权无效。

    代理机构和代理师不得以自己的名义申请专利或者请求宣告无效，违反的可以警告、罚款直至吊销。
    申请人、委托人是机构名称的是错误；与代理师同名的可能是别人，只提示核对；代理师作为发明人不算。
    撤回或者转到真实的权利人名下，同名的写明身份证件。
    """

    code = "AGP034"
    level = Level.ERROR
    basis = (cite("代理条例", "18"), cite("代理条例", "25.1(4)"), cite("代理条例", "26.1(5)"))
    message = "案件{number}的{role}“{name}”{ask}"
    further = (Case.CLIENT,)
    columns = (Case.NUMBER, Case.APPLICANT, Person.NAME, Person.CERTIFICATE)
    keys = ("name",)

    _HEAD = (
        'name = "岚山专利代理事务所"\n# 人员\n姓名,资格证号,执业日,离职日\n'
        "周岚,A1,2020-01-01,\n王舟,A2,2019-06-01,2020-01-01\n"
        "# 案件\n案号,申请人,委托人,事项,提交日\n"
    )
    good = (
        _HEAD + "P1,青禾食品有限公司,青禾食品有限公司,申请,2024-01-01\n",
        _HEAD + "P1,王舟,王舟,申请,2024-01-01\n",
        _HEAD + "P1,,岚山专利代理事务所,专利检索,2024-01-01\n",
    )
    bad = (
        _HEAD + "P1,⟦岚山专利代理事务所（普通合伙）⟧,,申请,2024-01-01\n",
        _HEAD + "P1,青禾食品有限公司;⟦周岚⟧,,申请,2024-01-01\n",
        _HEAD + "P1,青禾食品有限公司,⟦岚山专利代理事务所⟧,请求无效,2024-01-01\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        own = own_names(agency)
        attorneys: dict[date, set[str]] = {}
        for row in agency.rows(CASES):
            if _OTHER.search(row.text(Case.MATTER)):
                continue
            filed = row.day(Case.FILED) or row.day(Case.ACCEPTED) or agency.as_of
            if filed not in attorneys:
                people = agency.attorneys_on(filed)
                attorneys[filed] = {plain_name(person.text(Person.NAME)) for person in people}
            for column, role in ((Case.APPLICANT, "申请人"), (Case.CLIENT, "委托人")):
                for name in row.names(column):
                    cell = row.span(column)
                    start = str(cell).find(name)
                    span = cell.sub(start, start + len(name)) if start >= 0 else cell
                    number = row.text(Case.NUMBER)
                    if plain_firm(name) in own:
                        ask = "是本机构：不得以自己的名义申请或者请求无效，请撤回"
                        level = None if filed >= _IN_FORCE else Level.WARNING
                        yield self.at(span, number=number, role=role, name=name, ask=ask, level=level)
                    elif column is Case.APPLICANT and plain_name(name) in attorneys[filed]:
                        ask = "与本机构的代理师同名：请核对是不是同一个人，是的不得申请"
                        yield self.at(span, number=number, role=role, name=name, ask=ask, level=Level.WARNING)
