from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkRegister
from ipcheck.trademark.agencies import agency_of
from ipcheck.trademark.grounds import BAD_FAITH, decided_on
from ipcheck.trademark.pattern import PatternCheck
from ipcheck.trademark.refiling import refused


class TmAgencyTransferBad(PatternCheck):
    """有恶意注册生效决定的人，在决定之后经代理机构转让商标。

    知道或者应当知道转让的是恶意申请的注册商标而仍帮助办理转让的，属于扰乱代理市场秩序；被转让的商标本身可能有真实使用。
    按台账里转让人的驳回依据、状态和决定日判断，决定件数和转让件数的下限是内部阈值；决定之前的转让不算。
    接受转让委托前先查转让人的记录；有真实使用的，备好使用证据并书面告知受让人。
    """

    code = "TMP026"
    basis = (cite("令63", "29.1(5)"), cite("商标法", "46.3"))
    message = (
        "风险线索：{agency}在{applicant}有{count}件恶意注册的生效决定（{grounds}）之后，为其转让{moved}件商标（内部阈值：{least}件决定、"
        "{transfers}件转让）：请核对这些商标有没有真实使用，没有的不要办理"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.AGENCY, Column.STATUS, Column.GROUND, Column.TRANSFERRED)
    clears = "所转让的商标有真实使用，与恶意注册的决定无关；转让不影响两种排除情形（防御、预备）的判断"
    keep = ("所转让商标的使用证据", "告知受让人的书面记录")

    @dataclass(frozen=True)
    class Options:
        """least：恶意注册的生效决定几件起报
        transfers：决定之后的转让几件起报
        """

        least: int = 1
        transfers: int = 2

    _HEAD = "商标\t类别\t申请人\t代理机构\t申请日\t状态\t驳回依据\t决定日\t转让日\t受让人\n"
    _OLD = "岚舟\t25\t甲公司\t岚山商标事务所\t2022-01-05\t宣告无效\t第四条\t2023-09-05\t\t\n"
    good = (
        _HEAD + _OLD + "砚禾\t9\t甲公司\t岚山商标事务所\t2020-01-05\t已注册\t\t\t2022-01-05\t乙公司\n" * 2,
        _HEAD + "砚禾\t9\t甲公司\t岚山商标事务所\t2020-01-05\t已注册\t\t\t2024-01-05\t乙公司\n" * 2,
    )
    bad = (
        _HEAD
        + _OLD
        + "砚禾\t9\t⟦甲公司⟧\t岚山商标事务所\t2020-01-05\t已注册\t\t\t2024-01-05\t乙公司\n"
        + "榆亭\t9\t甲公司\t岚山商标事务所\t2020-01-05\t已注册\t\t\t2024-02-05\t丙公司\n",
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        against: dict[str, list[Mark]] = defaultdict(list)
        words: dict[str, set[str]] = defaultdict(set)
        for mark, grounds in refused(register):
            if bad := grounds & BAD_FAITH:
                for name in mark.applicants:
                    against[name].append(mark)
                    words[name] |= {ground.value for ground in bad}
        for name, marks in against.items():
            if len(marks) < self.options.least:
                continue
            since = sorted(decided_on(mark) or date.max for mark in marks)[self.options.least - 1]
            moved: dict[str, list[Mark]] = defaultdict(list)
            for mark in register.by_applicant[name]:
                day = mark.row.day(Column.TRANSFERRED)
                if day and day > since and agency_of(mark):
                    moved[agency_of(mark)].append(mark)
            for agency, rows in moved.items():
                if len(rows) >= self.options.transfers:
                    yield self.tell(
                        rows,
                        facts={"agency": agency, "decisions": [mark.number for mark in marks]},
                        agency=agency,
                        applicant=name,
                        count=len(marks),
                        grounds="、".join(sorted(words[name])),
                        moved=len(rows),
                        least=self.options.least,
                        transfers=self.options.transfers,
                    )
