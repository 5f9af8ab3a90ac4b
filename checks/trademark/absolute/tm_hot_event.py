from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import mark_words


class TmHotEvent(ListedWordCheck):
    """商标是或者含有近期的热点词、网络热句、热播影视的名称。

    借舆论热点抢注属于恶意申请的重点情形；名单由使用者提供，写着起始日，申请日早于它或者离它太远的不报。
    换掉；权利人自己申请或者更早已在使用的，准备证据。
    """

    code = "TMA037"
    level = Level.WARNING
    basis = (cite("商标法", "15(9)"), cite("令63", "29.1(1)"))
    message = "{told}：是{age}天前的热点词（内部阈值{limit}天以内），换掉；权利人自己或者更早使用的请备好证据"
    uses = ("热词",)
    consent = True

    good = (
        Sample("商标\t类别\t申请日\n试热词\t25\t2025-01-02\n", lists=(("热词", "词,起\n试热词,2026-03-01\n"),)),
        Sample("商标\t类别\t申请日\n试热词\t25\t2029-06-02\n", lists=(("热词", "词,起\n试热词,2026-03-01\n"),)),
        "商标\t类别\n试热词\t25\n",
    )
    bad = (Sample("商标\t类别\t申请日\n⟦试热词⟧\t25\t2026-05-02\n", lists=(("热词", "词,起\n试热词,2026-03-01\n"),)),)

    @dataclass(frozen=True)
    class Options:
        """days：热点词出现之后几天之内算热点"""

        # Days from the event to the filing; the guidelines name no number.
        days: int = 730

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.words is None or mark.row.text(Column.AUTHORITY):
            return
        for _, hit in self.hits(mark, mark_words(mark.text)):
            since, day = hit.entry.since, self.day(mark)
            age = (day - since).days if since is not None else 0
            if 0 <= age <= self.options.days and hit.words not in mark.applicant:
                told = f"商标与“{hit.shown}”相同" if hit.whole else f"商标含有“{hit.shown}”"
                yield self.at(mark.words, on=day, told=told, age=age, limit=self.options.days)
                return
