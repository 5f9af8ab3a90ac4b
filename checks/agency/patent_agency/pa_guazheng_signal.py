import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, months_after
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import own_names, plain_firm, same_house
from ipcheck.agency.tables import Person
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_EXPLAINED = re.compile(
    r"退休|返聘|派遣|外包|代缴|代理缴纳|人事代理|人才|新入职|新转|转入|调入|[产病]假|生育|工伤|借调|公派|进修|转移中|停薪|异地|户籍|"
    r"灵活就业|外籍|港澳台|养老金|总所|分所|分公司|母公司|集团"
)


class PaGuazhengSignal(AgencyCheck):
    """资格证在本机构，社保却由别的单位缴纳，或者没有缴纳：像是挂证。

    代理师应当专职执业，并与机构有劳动关系；把证挂在机构、人在别处工作的，是专项整治的重点。
    入职不满两个月（内部阈值）的、写明退休返聘、劳务派遣、人事代理等原因的不报；只是线索，由人核对考勤和工作记录。
    确是挂证的停止使用并办理备案变更，有正当原因的写在“用工说明”列。
    """

    code = "AGP026"
    level = Level.WARNING
    clue = True
    basis = (cite("代理办法", "26.1(4)"), cite("代理办法", "26.1(5)"), cite("代理办法", "51(9)"))
    message = (
        "风险线索：代理师{name}的社保{what}，没有写明原因（入职{months}个月以内的不报，内部阈值），"
        "请核对是不是在本机构专职工作"
    )
    clears = "新入职还没有转入社保，劳务派遣、人事代理、退休返聘，或者社保由关联单位代缴而人确在本机构工作"
    keep = ("劳动合同", "社保或者退休证明", "考勤和工资记录", "撰写、审核记录")
    columns = (Person.NAME, Person.CERTIFICATE, Person.INSURER)
    keys = ("name",)

    @dataclass(frozen=True)
    class Options:
        """months：入职不满几个月的不报"""

        months: int = 2

    _HEAD = 'name = "岚山专利代理事务所"\n# 人员\n姓名,资格证号,社保单位,用工说明,入职日,离职日\n'
    good = (
        _HEAD + "周岚,A1,岚山专利代理事务所（普通合伙）,,2020-01-01,\n",
        _HEAD + "周岚,A1,磁湖化工有限公司,退休返聘,2020-01-01,\n",
        _HEAD + "周岚,A1,磁湖人力资源有限公司,劳务派遣,2020-01-01,\n",
        _HEAD + "周岚,A1,武汉岚山科技有限公司,户籍在武汉，由集团公司缴纳,2020-01-01,\n",
        _HEAD + "吴砚,,磁湖化工有限公司,,2020-01-01,\n",
        _HEAD + "周岚,A1,磁湖化工有限公司,,2020-01-01,2024-01-01\n",
        Sample(_HEAD + "周岚,A1,磁湖化工有限公司,,2024-01-15,\n", as_of=date(2024, 3, 15)),
    )
    bad = (
        _HEAD + "周岚,A1,⟦磁湖化工有限公司⟧,,2020-01-01,\n",
        _HEAD + "周岚,A1,⟦无⟧,,2020-01-01,\n",
        Sample(_HEAD + "周岚,A1,⟦磁湖化工有限公司⟧,,2024-01-15,\n", as_of=date(2024, 3, 16)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        own = own_names(agency)
        for row in agency.people:
            insurer, joined, left = row.text(Person.INSURER), row.day(Person.JOINED), row.day(Person.LEFT)
            if not insurer or is_lacking(row.text(Person.CERTIFICATE)) or _EXPLAINED.search(row.text(Person.REASON)):
                continue
            if left is not None and left <= agency.as_of:
                continue
            if joined is not None and agency.as_of <= months_after(joined, self.options.months):
                continue
            if plain_firm(insurer) in own or any(same_house(insurer, name) for name in own):
                continue
            what = "没有缴纳" if is_lacking(insurer) else f"由“{insurer}”缴纳"
            yield self.at(row.span(Person.INSURER), name=row.text(Person.NAME), what=what, months=self.options.months)
