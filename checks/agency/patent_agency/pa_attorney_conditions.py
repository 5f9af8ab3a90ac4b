import re
from collections.abc import Iterator
from datetime import date, timedelta

from ipcheck.agency import Agency, AgencyCheck, plain_name, years_after
from ipcheck.agency.answers import is_lacking, says_no
from ipcheck.agency.check import blank_cells
from ipcheck.agency.qualified import IN_FORCE, owners_at
from ipcheck.agency.tables import OWNERS, Owner, Person
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# 条例 11, 办法 26.1(3).
_TRAINED_YEARS = 1
_EXAMINED_YEARS = 3
_EXAMINED = re.compile(
    r"审查.*?(?P<years>\d+|[一二两三四五六七八九十])年|(?P<before>\d+|[一二两三四五六七八九十])年.*?审查"
)
_FIGURES = {word: figure for figure, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_PART = ("兼职", "非专职")


class PaAttorneyConditions(AgencyCheck):
    """在执业的代理师不符合执业条件：没有资格证、实习不满一年、没有劳动合同、不是专职。

    执业要有资格证、在机构实习满一年、是合伙人股东或者订有劳动合同、能够专职；条件没有齐备就执业的不合规定。
    有律师执业经历或者三年以上专利审查经历的免实习，在“免实习理由”列写明；合伙人、股东不用劳动合同；起止两天都算在实习期里。
    转来的（“首次执业”写“否”）不再看实习；空着的格子算没有填写，不查，确实没有的写“无”。
    补齐条件，条件没有齐备以前不再署名；表里漏填的补上。是不是完全民事行为能力由人核对。
    """

    code = "AGP021"
    level = Level.ERROR
    basis = (cite("代理办法", "26.1"), cite("代理条例", "11"))
    message = "代理师{name}{what}：条件齐备以前不能执业，请核对补正"
    further = (Person.EXEMPT, Person.FIRST, Owner.NAME)
    columns = (
        Person.NAME, Person.PRACTISING, Person.CERTIFICATE, Person.TRAINED_FROM, Person.TRAINED_TO, Person.CONTRACT,
        Person.FULL_TIME,
    )  # fmt: skip

    _HEAD = "# 人员\n姓名,资格证号,实习起日,实习止日,免实习理由,劳动合同,专职,执业日,离职日\n"
    good = (
        _HEAD + "周岚,A1,2022-03-01,2023-02-28,,有,是,2023-03-01,\n",
        _HEAD + "周岚,A1,2023-03-01,2024-02-29,,有,是,2024-03-01,\n",
        _HEAD + "周岚,A1,,,律师执业经历,有,是,2023-03-01,\n",
        _HEAD + "周岚,A1,,,专利审查经历三年,有,是,2023-03-01,\n",
        _HEAD + "周岚,A1,2022-03-01,2023-03-01,,无,是,2023-03-01,\n# 股东合伙人\n姓名\n周岚\n",
        _HEAD + "周岚,A1,2022-03-01,2023-03-01,,无,是,2023-03-01,\n",
        _HEAD + "周岚,A1,,,,无,否,2023-03-01,2024-03-01\n",
        _HEAD + "吴砚,,,,,有,是,,\n",
        _HEAD + "周岚,A1,,,,有,是,2009-03-01,\n",
        _HEAD + "周岚,,,,,,,2023-03-01,\n# 股东合伙人\n姓名\n吴砚\n",
        _HEAD.replace("离职日", "首次执业") + "周岚,A1,,,无,返聘协议,是,2023-03-01,否\n# 股东合伙人\n姓名\n吴砚\n",
    )
    bad = (
        _HEAD + "⟦周岚⟧,A1,2022-03-01,2023-02-27,,有,是,2023-03-01,\n",
        _HEAD + "⟦周岚⟧,A1,,,2年专利审查经历,有,是,2023-03-01,\n",
        _HEAD + "⟦周岚⟧,A1,2022-03-01,2022-11-01,,有,是,2023-03-01,\n",
        _HEAD + "⟦周岚⟧,无,2022-03-01,2023-03-01,,有,是,2023-03-01,\n",
        _HEAD + "⟦周岚⟧,A1,2022-03-01,2023-03-01,,无,是,2023-03-01,\n# 股东合伙人\n姓名\n吴砚\n",
        _HEAD + "⟦周岚⟧,A1,2022-03-01,2023-03-01,,有,兼职,2023-03-01,\n",
        Sample(_HEAD + "⟦周岚⟧,A1,,,无,有,是,2023-03-01,\n", as_of=date(2024, 1, 1)),
        _HEAD + "⟦周岚⟧,A1,无,,,有,是,2023-03-01,\n",
        _HEAD + "⟦周岚⟧,A1,2022-03-01,2023-03-01,,未签,是,2023-03-01,\n# 股东合伙人\n姓名\n吴砚\n",
    )

    @classmethod
    def partly(cls, agency: Agency) -> str:
        """Which columns and cells were left empty."""
        rows = [row for row, _ in _practising(agency)]
        blank = blank_cells(rows, (Person.CERTIFICATE, Person.CONTRACT, Person.FULL_TIME))
        untold = [row for row, day in _practising(agency) if not row.text(Person.EXEMPT) and not _spared(row, day)]
        return "；".join(filter(None, (super().partly(agency), blank, blank_cells(untold, (Person.TRAINED_FROM,)))))

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        owners = {plain_name(owner.text(Owner.NAME)) for owner in owners_at(agency, agency.as_of)}
        for row, practising in _practising(agency):
            # Whoever may be an owner for all that was given needs no contract.
            owner = not agency.has_table(OWNERS) or plain_name(row.text(Person.NAME)) in owners
            if faults := list(self._faults(row, practising, owner=owner)):
                yield self.at(row.span(Person.NAME), name=row.text(Person.NAME), what="、".join(faults))

    def _faults(self, row: Row[Person], practising: date, *, owner: bool) -> Iterator[str]:
        if says_no(row.text(Person.CERTIFICATE)):
            yield "没有资格证"
        if not _spared(row, practising):
            start, end = row.day(Person.TRAINED_FROM), row.day(Person.TRAINED_TO) or practising
            if start is None and not (row.text(Person.TRAINED_FROM) or row.text(Person.EXEMPT)):
                pass  # Two empty cells tell nothing.
            elif start is None:
                yield "没有实习记录，也没有写免实习的理由"
            elif min(end, practising) < years_after(start, _TRAINED_YEARS) - timedelta(days=1):
                yield f"实习自{start.isoformat()}到{min(end, practising).isoformat()}，不满一年"
        if not owner and says_no(row.text(Person.CONTRACT)):
            yield "没有劳动合同，也不是合伙人或者股东"
        full_time = row.text(Person.FULL_TIME)
        if says_no(full_time) or full_time in _PART:
            yield "不是专职"


def _practising(agency: Agency) -> Iterator[tuple[Row[Person], date]]:
    """Yield who practises here and has not left, each with the day on which practice began."""
    for row in agency.people:
        practising, left = row.day(Person.PRACTISING), row.day(Person.LEFT)
        if practising is not None and (left is None or left > agency.as_of):
            yield row, practising


def _spared(row: Row[Person], practising: date) -> bool:
    """Whether the year of training is not asked of this person here."""
    # Whoever practised before 办法 held was looked at under other words, whoever came from elsewhere there.
    return practising < IN_FORCE or says_no(row.text(Person.FIRST)) or _exempt(row.text(Person.EXEMPT))


def _exempt(reason: str) -> bool:
    """Whether the reason given spares the year of training: examination counts from three years on."""
    match = _EXAMINED.search(reason)
    if match is None:
        return not is_lacking(reason)
    years = match["years"] or match["before"]
    return (_FIGURES.get(years) or int(years)) >= _EXAMINED_YEARS
