from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkRegister, fold
from ipcheck.trademark.holdings import holdings
from ipcheck.trademark.links import kin
from ipcheck.trademark.pattern import PatternCheck, some


class TmBatchHot(PatternCheck):
    """热点事件之后，一个申请人成批申请热词，或者许多互不相干的申请人在几天里申请同一个新词。

    利用热点事件、突发事件的词汇抢注是专项治理的对象，代理机构知道或者应当知道的也要承担责任；事件之前已经使用的除外。
    热词取自使用者的名单“热词”（写明起日）；没有名单时只看台账里从未出现过、突然由多人同报的词；天数、件数和人数都是内部阈值。
    核对该词的来源和使用在先的证据；与热点有关而没有在先使用的，不要提交。
    """

    code = "TMP016"
    basis = (cite("商标法", "15(9)"), cite("商标法", "19.1"), cite("令63", "29.1(1)"))
    message = (
        "风险线索：{what}（内部阈值：{limit}；指南没有件数界限）：请核对是否在热点之前已经使用，"
        "没有的不要申请。{condition}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.FILED)
    uses = ("热词",)
    clears = "在热点之前已经使用或者申请过；或者属于两种排除情形（防御、为现实业务预备）"
    keep = ("热点之前的使用证据", "在先申请")

    @dataclass(frozen=True)
    class Options:
        """least：一个申请人含有热词的商标几件起报
        within：热点起日之后几天之内的申请才看
        people：没有名单时，几个互不相干的申请人同报一个词起报
        days：没有名单时，这些人在几天之内申请
        length：没有名单时，至少几个字的商标才看
        before：没有名单时，台账在那之前至少要有几天的记录，才说得出这个词是新的
        """

        least: int = 3
        within: int = 180
        people: int = 5
        days: int = 7
        length: int = 3
        before: int = 90

    _HEAD = "商标\t类别\t申请人\t申请日\n"
    good = (
        _HEAD + "".join(f"岚舟砚\t25\t{n}号商贸有限公司\t2025-0{n}-05\n" for n in range(1, 8)),
        _HEAD
        + "岚舟砚\t25\t早有限公司\t2019-01-05\n"
        + "".join(f"岚舟砚\t25\t{n}号商贸有限公司\t2025-03-0{n}\n" for n in range(1, 8)),
        _HEAD + "".join(f"岚舟砚\t25\t{n}号商贸有限公司\t2025-03-0{n}\n" for n in range(1, 8)),
        _HEAD + "".join(f"岚舟砚\t{n}\t甲商贸有限公司\t2025-03-0{n}\n" for n in range(1, 8)),
    )
    bad = (
        _HEAD
        + "苇屿\t25\t早有限公司\t2019-01-05\n⟦岚舟砚⟧\t25\t甲商贸有限公司\t2025-03-01\n"
        + "".join(f"岚舟砚\t{n}\t{'乙丙丁戊己'[n]}商贸有限公司\t2025-03-0{n + 1}\n" for n in range(5)),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        yield from self._listed(register)
        same: dict[str, list[Mark]] = defaultdict(list)
        for mark in register.rows:
            if mark.filed and mark.applicants and len(mark.text) >= self.options.length:
                same[fold(mark.text)].append(mark)
        begun = min((mark.filed for mark in register.rows if mark.filed), default=date.max)
        for rows in same.values():
            if len(rows) >= self.options.people:
                yield from self._burst(register, rows, begun)

    def _burst(self, register: MarkRegister, rows: list[Mark], begun: date) -> Iterator[Finding]:
        rows = sorted(rows, key=lambda mark: (mark.filed or date.max, mark.number))
        start = rows[0].filed or date.max
        if start - begun < timedelta(days=self.options.before):
            # A register that begins here cannot say that the word is new.
            return
        wave = [mark for mark in rows if mark.filed and mark.filed - start <= timedelta(days=self.options.days)]
        names = list(dict.fromkeys(mark.applicants[0] for mark in wave))
        if len(names) >= self.options.people and len(people := kin(register).apart(names)) >= self.options.people:
            yield self.tell(
                wave,
                column=Column.MARK,
                facts={"applicants": names},
                what=f"“{wave[0].text}”自{start}起{self.options.days}日内由{len(people)}个互不相干的申请人申请（{some(names)}），"
                "此前台账里没有",
                limit=f"{self.options.days}日{self.options.people}人",
            )

    def _listed(self, register: MarkRegister) -> Iterator[Finding]:
        listed = register.lists.of_user("热词")
        if listed is None:
            return
        for holding in holdings(register):
            hot: dict[str, list[Mark]] = defaultdict(list)
            for mark in holding.rows:
                for *_, entry in listed.inside(fold(mark.text)[:40]):
                    late = mark.filed - entry.since if mark.filed and entry.since else None
                    if late is not None and timedelta(0) <= late <= timedelta(days=self.options.within):
                        hot[entry.word].append(mark)
                        break
            rows = [mark for marks in hot.values() for mark in marks]
            if len(rows) >= self.options.least:
                words = list(hot) if not listed.hashed else list(dict.fromkeys(mark.text for mark in rows))
                yield self.tell(
                    rows,
                    column=Column.MARK,
                    facts={"applicant": holding.name, "words": words},
                    what=f"{holding.name}在热点之后{self.options.within}日内申请{len(rows)}件含有热词的商标（{some(words)}）",
                    limit=f"{self.options.within}日{self.options.least}件",
                )
