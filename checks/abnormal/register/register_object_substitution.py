from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Column, Register, RegisterCheck, Row, strength
from ipcheck.abnormal.grids import one_slot, titles_of_rows
from ipcheck.abnormal.series import small_entities, spread, without_kin
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class RegisterObjectSubstitution(RegisterCheck):
    """台账里同一申请人（或者相互关联的申请人）短期内多件申请的名称只有一处不同，像是同一个名称换了对象。

    换对象不换方案的多件申请属于简单替换的线索；单看名称说明不了什么，要调出申请文件连同内容一起看。
    只看产品名不变而前面的词在变的；件数、相同的字数和天数都是内部阈值，分布时间更长的由先后提出的检查说明。
    外观设计、分案、要求优先权的申请、高校和研究院所以及名称里有“股份”“集团”的不查。
    各件若是一个项目的系列产品，写明各自的区别。
    """

    code = "ABR016"
    level = Level.ADVICE
    basis = (cite("令77", "3(2)"), cite("令77", "3(1)"))
    message = (
        "风险线索：{names}{length}天内有{count}件申请的名称只有一处不同"
        "（{slot}：{words_in}；内部阈值{least}件），请说明各件的区别"
    )
    clears = "各件是一个项目的系列产品，技术方案确有不同"
    keep = ("立项材料", "各件的研发记录", "样品照片")
    needs = (Column.APPLICANTS, Column.TITLE)

    @dataclass(frozen=True)
    class Options:
        """least：名称只有一处不同的申请几件起报
        fixed：名称里相同的字至少几个
        head：换掉的词后面相同的字至少几个
        within：这些申请在几天之内提出才报
        most：同一个电话、地址等由超过几个申请人共用的，不算关联
        """

        least: int = 5
        fixed: int = 6
        head: int = 2
        within: int = 30
        most: int = 8

    _HEAD = "申请号\t名称\t申请人\t申请日\n"
    _THINGS = ("苹果", "荔枝", "核桃", "板栗", "龙眼", "石榴")
    good = (
        _HEAD + "".join(f"{n}\t一种{x}酱的制备方法\t甲有限公司\t2024-03-02\n" for n, x in enumerate(_THINGS)),
        _HEAD + "".join(f"{n}\t可折叠{x}采摘升降梯\t甲集团有限公司\t2024-03-02\n" for n, x in enumerate(_THINGS)),
        _HEAD + "".join(f"{n}\t可折叠{x}采摘升降梯\t{x}有限公司\t2024-03-02\n" for n, x in enumerate(_THINGS)),
    )
    bad = (
        _HEAD
        + "9\t⟦一种可折叠的橘子采摘用升降梯⟧\t乙有限公司\t2024-03-01\n"
        + "".join(f"{n}\t一种可折叠的{x}采摘用升降梯\t乙有限公司\t2024-03-0{n + 2}\n" for n, x in enumerate(_THINGS)),
    )

    def find(self, register: Register, /) -> Iterator[Finding]:
        options = self.options
        for entity in small_entities(register, options.most, options.least):
            rows = [row for row in without_kin(entity.rows) if row.kind != "design"]
            for batch in _runs(rows, options.within):
                if len(batch) < options.least:
                    continue
                for slot in one_slot(titles_of_rows(batch), options.least, options.fixed, options.head):
                    chosen = [batch[index] for index, _, _ in slot.members]
                    days = spread(chosen)[1]
                    if days > options.within:
                        continue
                    words = [word for _, _, word in slot.members]
                    yield self.at(
                        chosen[0].span(Column.TITLE),
                        related=[row.span(Column.TITLE) for row in chosen[1:30]],
                        facts={"count": len(chosen), "words": words, "strength": strength(len(chosen) / options.least)},
                        names="、".join(entity.names[:3]),
                        length=max(days, 1),
                        count=len(chosen),
                        slot=f"{slot.before}…{slot.after}",
                        words_in="、".join(words[:6]),
                        least=options.least,
                    )


def _runs(rows: list[Row], within: int) -> Iterator[list[Row]]:
    """Rows in order of filing, cut where nothing was filed for more than ``within`` days."""
    run: list[Row] = []
    for row in rows:
        if run and row.filed and run[-1].filed and (row.filed - run[-1].filed).days > within:
            yield run
            run = []
        run.append(row)
    if run:
        yield run
