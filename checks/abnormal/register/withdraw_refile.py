import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from ipcheck.abnormal import Column, Register, RegisterCheck, Row, strength
from ipcheck.abnormal.series import Entity, bare_title, entities
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_WITHDRAWN = re.compile(r"撤回|视撤|撤销申请")
# An applicant's filings after a withdrawal that are looked at: the cost stays linear in the register.
_AHEAD = 500


class WithdrawRefile(RegisterCheck):
    """申请撤回以后，同一申请人（或者相互关联的申请人）又用几乎相同的名称提出申请。

    接到通知后撤回、稍作改动再提，容易被要求说明新申请与原申请的区别；补充实验、改进方案后重新申请是常见的正当原因。
    收到非正常申请通知后撤回的为警告，其他的为建议；名称的相近度和天数是内部阈值，同一小类才比。
    要求本国优先权的在先申请本来就视为撤回，写了优先权或者原申请号的在后申请不算；外观设计和名称过短的不查。
    写明新申请与撤回的申请在技术方案上的区别，准备好期间的研发记录。
    """

    code = "ABR015"
    level = Level.ADVICE
    basis = (cite("令77", "3(8)"), cite("令77", "3(1)"))
    message = (
        "风险线索：{applicant}{what}“{title}”，{days}天后又提出名称相近（相近度{score:.2f}，内部阈值{limit}）的申请："
        "请说明与撤回的申请的区别"
    )
    clears = "在后申请要求了在先申请的优先权，或者补充了实验、改进了方案"
    keep = ("两件申请的对比说明", "撤回之后的研发和试验记录", "撤回的理由材料")
    needs = (Column.APPLICANTS, Column.TITLE, Column.FILED)

    @dataclass(frozen=True)
    class Options:
        """similarity：名称相近到什么程度（0到1）算重新提出
        within：撤回之后几天之内提出的才看
        most：同一个电话、地址等由超过几个申请人共用的，不算关联
        """

        similarity: float = 0.9
        within: int = 730
        most: int = 8

    _HEAD = "申请号\t名称\t申请人\t申请日\t法律状态\t撤回日期\t通知日期\t优先权\n"
    good = (
        _HEAD
        + "1\t一种带茶漏的保温杯盖\t甲公司\t2024-01-05\t撤回\t2024-05-05\t\t\n"
        + "2\t一种电动晾衣架\t甲公司\t2024-06-05\t\t\t\t\n",
        _HEAD
        + "1\t一种带茶漏的保温杯盖\t甲公司\t2024-01-05\t视为撤回\t\t\t\n"
        + "2\t一种带茶漏的保温杯盖\t甲公司\t2024-06-05\t\t\t\t2024100000011\n",
        _HEAD
        + "1\t一种带茶漏的保温杯盖\t甲公司\t2024-01-05\t撤回\t\t\t\n"
        + "2\t一种带茶漏的保温杯盖\t乙公司\t2024-06-05\t\t\t\t\n",
        _HEAD + "1\t保温杯\t甲公司\t2024-01-05\t撤回\t\t\t\n2\t保温杯\t甲公司\t2024-06-05\t\t\t\t\n",
    )
    bad = (
        _HEAD
        + "1\t一种带茶漏的保温杯盖\t甲公司\t2024-01-05\t主动撤回\t2024-05-05\t2024-04-01\t\n"
        + "2\t⟦一种带茶漏的保温杯上盖⟧\t甲公司\t2024-06-05\t\t\t\t\n",
        _HEAD
        + "1\t一种带茶漏的保温杯盖\t甲公司\t2024-01-05\t视为撤回\t\t\t\n"
        + "2\t⟦一种带茶漏的保温杯盖⟧\t甲公司\t2024-06-05\t审中\t\t\t\n",
    )

    @classmethod
    def applies(cls, register: Register) -> bool:
        """Needs a status or the day of withdrawal."""
        return super().applies(register) and (register.has(Column.STATUS) or register.has(Column.WITHDRAWN))

    @classmethod
    def unseen(cls, register: Register) -> str:
        """Either column will do."""
        told = super().unseen(register)
        return told or ("" if cls.applies(register) else "台账没有“法律状态”或者“撤回日期”列")

    def find(self, register: Register, /) -> Iterator[Finding]:
        for entity in entities(register, self.options.most):
            if len(entity.rows) > 1:
                yield from self._of(entity)

    def _of(self, entity: Entity) -> Iterator[Finding]:
        told: set[int] = set()
        for place, early in enumerate(entity.rows):
            gone = _withdrawn(early)
            name = bare_title(early)
            if gone is None or early.kind == "design" or len(name) < 6:
                continue
            for late in entity.rows[place + 1 : place + 1 + _AHEAD]:
                days = (late.filed - gone).days if late.filed is not None else -1
                if days <= 0 or late.index in told or late.kind == "design":
                    continue
                if days > self.options.within:
                    break
                score = fuzz.ratio(name, bare_title(late), score_cutoff=100 * self.options.similarity) / 100
                if score and _comparable(early, late):
                    told.add(late.index)
                    yield self._told(early, late, days, score)

    def _told(self, early: Row, late: Row, days: int, score: float) -> Finding:
        noticed = early.day(Column.NOTICED)
        return self.at(
            late.span(Column.TITLE),
            level=Level.WARNING if noticed else Level.ADVICE,
            related=[early.span(Column.TITLE)],
            facts={
                "score": round(score, 3),
                "days": days,
                "noticed": noticed is not None,
                "strength": strength(score / self.options.similarity, 180 / max(days, 1), 2 if noticed else 1),
            },
            applicant="、".join(late.applicants[:2]),
            what="收到非正常申请通知后撤回" if noticed else "撤回（或者视为撤回）",
            title=early.text(Column.TITLE),
            days=days,
            score=score,
            limit=self.options.similarity,
        )


def _withdrawn(row: Row) -> date | None:
    """When it was withdrawn as far as the register knows: else the notice or the filing; None if it was not."""
    if not (row.text(Column.WITHDRAWN) or _WITHDRAWN.search(row.text(Column.STATUS))):
        return None
    return row.day(Column.WITHDRAWN) or row.day(Column.NOTICED) or row.filed


def _comparable(early: Row, late: Row) -> bool:
    """Whether the later one stands on its own feet and in the same field."""
    own = not (late.text(Column.PRIORITY) or late.text(Column.PARENT))
    return own and (not early.subclass or not late.subclass or early.subclass == late.subclass)
