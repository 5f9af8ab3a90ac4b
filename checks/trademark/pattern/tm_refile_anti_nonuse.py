from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkRegister, fold
from ipcheck.trademark.holdings import filings, holdings, is_used
from ipcheck.trademark.pattern import PatternCheck, some


class TmRefileAntiNonuse(PatternCheck):
    """注册快满三年时，又在相同商品上重报同一批商标。

    为避开“连续三年不使用”的撤销而重报，目前没有明文禁止（征求意见稿的“禁止重复申请”没有进入通过的文本），但是多件同时出现说明可能都没有使用。
    满三年前后的天数、件数都是内部阈值；写明使用证据的不算，换了标志、换了商品的不算。
    先看原注册有没有使用：在用的收好使用证据，不用重报；不用的考虑放弃。
    """

    code = "TMP020"
    level = Level.ADVICE
    basis = (cite("商标法", "57.2"), cite("商标法", "19.1"))
    message = (
        "风险线索：{applicant}在注册将满三年前后重报自己的{count}件商标（{shown}），而没有写明使用证据（内部阈值：满三年前{before}日至后{after}日、"
        "{least}件）：目前没有明文禁止，请先收好原注册的使用证据。{condition}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.FILED, Column.REGISTERED)
    clears = "原注册在使用，重报是为了增加商品或者更换图样；或者属于防御、为现实业务预备"
    keep = ("原注册的使用证据", "重报的理由")

    @dataclass(frozen=True)
    class Options:
        """before：满三年之前几日起看
        after：满三年之后看到几日
        least：这样重报的商标几件起报
        """

        before: int = 180
        after: int = 90
        least: int = 5

    _HEAD = "商标\t类别\t申请人\t申请日\t注册日\n"
    _OLD = "".join(f"{c}舟\t25\t甲小店\t2020-01-05\t2021-01-05\n" for c in "岚砚榆桐苇")
    good = (
        _HEAD + _OLD + "".join(f"{c}舟\t25\t甲小店\t2025-12-05\t\n" for c in "岚砚榆桐苇"),
        _HEAD + _OLD + "".join(f"{c}舟\t9\t甲小店\t2023-12-05\t\n" for c in "岚砚榆桐苇"),
        _HEAD + _OLD + "".join(f"{c}舟\t25\t甲小店\t2023-12-05\t\n" for c in "岚砚"),
    )
    bad = (
        _HEAD
        + _OLD
        + "岚舟\t25\t⟦甲小店⟧\t2023-12-05\t\n"
        + "".join(f"{c}舟\t25\t甲小店\t2023-12-05\t\n" for c in "砚榆桐苇"),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options = self.options
        for holding in holdings(register):
            first: dict[tuple[str, str], set[date]] = defaultdict(set)
            again: list[Mark] = []
            for mark in holding.rows:
                text, registered = fold(mark.text), mark.row.day(Column.REGISTERED)
                if text and any(self._repeats(first[text, goods], mark) for goods in _asked(mark)):
                    again.append(mark)
                elif text and registered and not is_used(mark):
                    for goods in _held(mark):
                        first[text, goods].add(registered)
            if filings(again) >= options.least and len({mark.text for mark in again}) > 1:
                yield self.tell(
                    again,
                    applicant=holding.name,
                    count=filings(again),
                    shown=some(list(dict.fromkeys(mark.text for mark in again))),
                    before=options.before,
                    after=options.after,
                    least=options.least,
                )

    def _repeats(self, registered: Iterable[date], new: Mark) -> bool:
        """Whether ``new`` was filed near the end of three years after one of these days."""
        before, after = timedelta(days=self.options.before), timedelta(days=self.options.after)
        ends = (day + timedelta(days=3 * 365 + 1) for day in registered)
        return new.filed is not None and any(end - before <= new.filed <= end + after for end in ends)


def _held(mark: Mark) -> Iterator[str]:
    """Yield the keys of the goods of a registered mark: its groups, and its classes for rows that tell no groups."""
    yield from mark.groups
    for number in mark.classes:
        yield f"第{number}类"
        if not mark.groups:
            yield f"第{number}类，没有群号"


def _asked(mark: Mark) -> Iterator[str]:
    """Yield the keys under which a registered mark for the same goods is found."""
    yield from mark.groups
    for number in mark.classes:
        yield f"第{number}类，没有群号" if mark.groups else f"第{number}类"
