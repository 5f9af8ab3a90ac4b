from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Column, Register, RegisterCheck, Row, strength
from ipcheck.abnormal.series import Entity, similar_titles, small_entities, without_kin
from ipcheck.abnormal.trade_names import province, trade_name
from ipcheck.law import cite
from ipcheck.model import Finding


class SplitByAgency(RegisterCheck):
    """同一申请人（或者相互关联的申请人）名称相近的多件申请，一年之内经由几家代理机构或者从几个省提出。

    把实质关联的多件申请分给不同机构、从不同地方提出，容易被要求说明原因；多地办公的企业、更换机构是常见的正当原因。
    代理机构按字号计，分所与总所算一家；相近程度、件数、机构数和省数都是内部阈值。
    外观设计、分案、要求优先权的申请、名称过短的、高校和研究院所以及名称里有“股份”“集团”的不查。
    写明分散委托或者异地提出的原因，准备好各地的研发和经营材料。
    """

    code = "ABR009"
    basis = (cite("令77", "3(6)"),)
    message = (
        "风险线索：{names}的{count}件名称相近的申请（{titles}）一年内经{where}提出"
        "（内部阈值：{least}件、{limit}家机构或者{limit}个省）：请说明分散提出的原因"
    )
    clears = "各地确有研发或者经营单位，或者中途更换了代理机构，且各件技术方案确有不同"
    keep = ("各地分支机构与研发人员材料", "委托合同与更换代理机构的往来文件", "各件的研发记录")
    needs = (Column.APPLICANTS, Column.TITLE, Column.FILED)

    @dataclass(frozen=True)
    class Options:
        """similarity：名称相近到什么程度（0到1）算相近
        least：名称相近的申请几件起报
        spread：经由几家代理机构或者从几个省提出起报
        most：同一个电话、地址等由超过几个申请人共用的，不算关联
        """

        similarity: float = 0.75
        least: int = 5
        spread: int = 3
        most: int = 8

    _HEAD = "申请号\t名称\t申请人\t申请日\t代理机构\n"
    _THINGS = ("苹果", "荔枝", "核桃", "板栗", "龙眼", "石榴")
    good = (
        _HEAD + "".join(f"{n}\t可折叠{x}采摘升降梯\t甲有限公司\t2024-03-02\t东临代理\n" for n, x in enumerate(_THINGS)),
        _HEAD
        + "".join(
            f"{n}\t可折叠{x}采摘升降梯\t甲有限公司\t2024-03-02\t东临专利事务所({city})\n"
            for n, (x, city) in enumerate(zip(_THINGS, ("京", "沪", "深", "杭", "宁", "渝"), strict=True))
        ),
        _HEAD
        + "".join(
            f"{n}\t可折叠{x}采摘升降梯\t甲有限公司\t20{n + 10}-03-02\t{n}号专利事务所\n" for n, x in enumerate(_THINGS)
        ),
    )
    bad = (
        _HEAD
        + "9\t⟦一种可折叠的橘子采摘用升降梯⟧\t乙有限公司\t2024-03-01\t东临专利事务所\n"
        + "".join(
            f"{n}\t一种可折叠的{x}采摘用升降梯\t乙有限公司\t2024-03-02\t{agency}专利事务所\n"
            for n, (x, agency) in enumerate(zip(_THINGS, ("东临", "西望", "南屏", "北顾", "西望", "南屏"), strict=True))
        ),
    )

    @classmethod
    def applies(cls, register: Register) -> bool:
        """Needs agencies or addresses."""
        return super().applies(register) and (register.has(Column.AGENCY) or register.has(Column.ADDRESS))

    @classmethod
    def unseen(cls, register: Register) -> str:
        """Either column will do."""
        told = super().unseen(register)
        return told or ("" if cls.applies(register) else "台账没有“代理机构”或者“申请人地址”列")

    def find(self, register: Register, /) -> Iterator[Finding]:
        options = self.options
        for entity in small_entities(register, options.most, options.least):
            for found in similar_titles(without_kin(entity.rows), options.similarity, options.least):
                group = register.busiest_year(found)
                if len(group) >= options.least:
                    yield from self._told(entity, group)

    def _told(self, entity: Entity, group: list[Row]) -> Iterator[Finding]:
        options = self.options
        agencies = dict.fromkeys(trade_name(name) for row in group for name in row.names(Column.AGENCY))
        provinces = dict.fromkeys(found for row in group if (found := province(row.text(Column.ADDRESS))))
        where = [f"{len(agencies)}家代理机构"] if len(agencies) >= options.spread else []
        if len(provinces) >= options.spread:
            where.append(f"{len(provinces)}个省（{'、'.join(provinces)}）")
        if where:
            yield self.at(
                group[0].span(Column.TITLE),
                related=[row.span(Column.AGENCY, Column.TITLE) for row in group[1:30]],
                facts={
                    "count": len(group),
                    "agencies": len(agencies),
                    "provinces": list(provinces),
                    "strength": strength(
                        len(group) / options.least, max(len(agencies), len(provinces)) / options.spread
                    ),
                },
                names="、".join(entity.names[:3]),
                count=len(group),
                titles="、".join(row.text(Column.TITLE) for row in group[:2]),
                where="、".join(where),
                least=options.least,
                limit=options.spread,
            )
