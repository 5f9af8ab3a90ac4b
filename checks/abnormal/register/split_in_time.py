from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Column, Register, RegisterCheck, strength
from ipcheck.abnormal.series import similar_titles, small_entities, spread, without_kin
from ipcheck.law import cite
from ipcheck.model import Finding


class SplitInTime(RegisterCheck):
    """同一申请人（或者相互关联的申请人）名称相近的多件申请，一年之内分几次先后提出。

    把实质关联的多件申请先后分散提出，容易被要求说明原因；逐步改进、按项目进度申请是常见的正当原因。
    名称相近按去掉“一种”和通用尾巴后的字计，同一小类才比；相近程度、件数、次数和天数都是内部阈值。
    外观设计、分案、要求优先权的申请、同日的发明和实用新型、名称过短的、高校和研究院所以及名称里有“股份”“集团”的不查。
    写明各件的区别和先后的原因，内容实质相同的合并或者撤回。
    """

    code = "ABR008"
    basis = (cite("令77", "3(6)"), cite("令77", "3(1)"))
    message = (
        "风险线索：{names}的{count}件名称相近的申请（{titles}）在{length}天里分{days}天先后提出"
        "（内部阈值：{least}件、{most_days}天、相近度{limit}）：请说明各件的区别和分次提出的原因"
    )
    clears = "各件是逐步改进或者一个项目各阶段的成果，技术方案确有不同"
    keep = ("各件的研发记录与时间", "项目进度材料", "各件技术方案的对比说明")
    needs = (Column.APPLICANTS, Column.TITLE, Column.FILED)

    @dataclass(frozen=True)
    class Options:
        """similarity：名称相近到什么程度（0到1）算相近
        least：名称相近的申请几件起报
        days：分在几个不同的申请日提出起报
        apart：头一件与末一件相隔超过几天才报
        most：同一个电话、地址等由超过几个申请人共用的，不算关联
        """

        similarity: float = 0.75
        least: int = 5
        days: int = 4
        apart: int = 30
        most: int = 8

    _HEAD = "申请号\t名称\t申请人\t申请日\t分类号\n"
    _THINGS = ("苹果", "荔枝", "核桃", "板栗", "龙眼", "石榴")
    good = (
        _HEAD
        + "".join(f"{n}\t可折叠{x}采摘升降梯\t甲公司\t2024-03-0{n + 1}\tA01D46/24\n" for n, x in enumerate(_THINGS)),
        _HEAD
        + "".join(f"{n}\t可折叠{x}采摘升降梯\t某大学\t2024-0{n + 1}-02\tA01D46/24\n" for n, x in enumerate(_THINGS)),
        "申请号\t名称\t申请人\t申请日\t分类号\t优先权\n"
        + "".join(
            f"{n}\t可折叠{x}采摘升降梯\t甲有限公司\t2024-0{n + 1}-02\tA01D46/24\t00\n" for n, x in enumerate(_THINGS)
        ),
        _HEAD + "".join(f"{n}\t电饭煲\t甲有限公司\t2024-0{n}-02\tA47J27/00\n" for n in range(1, 8)),
    )
    bad = (
        _HEAD
        + "9\t⟦一种可折叠的橘子采摘用升降梯⟧\t乙有限公司\t2024-01-02\tA01D46/24\n"
        + "".join(
            f"{n}\t一种可折叠的{x}采摘用升降梯\t乙有限公司\t2024-0{n + 2}-02\tA01D46/24\n"
            for n, x in enumerate(_THINGS)
        ),
    )

    def find(self, register: Register, /) -> Iterator[Finding]:
        options = self.options
        for entity in small_entities(register, options.most, options.least):
            for found in similar_titles(without_kin(entity.rows), options.similarity, options.least):
                group = register.busiest_year(found)
                days, span = spread(group)
                if len(group) < options.least or days < options.days or span <= options.apart:
                    continue
                yield self.at(
                    group[0].span(Column.TITLE),
                    related=[row.span(Column.TITLE) for row in group[1:30]],
                    facts={
                        "count": len(group),
                        "days": days,
                        "span": span,
                        "strength": strength(len(group) / options.least, days / options.days),
                    },
                    names="、".join(entity.names[:3]),
                    count=len(group),
                    titles="、".join(row.text(Column.TITLE) for row in group[:2]),
                    length=span,
                    days=days,
                    least=options.least,
                    most_days=options.days,
                    limit=options.similarity,
                )
