from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkRegister
from ipcheck.trademark.grounds import BAD_FAITH, Ground, decided_on
from ipcheck.trademark.links import kin
from ipcheck.trademark.pattern import PatternCheck
from ipcheck.trademark.refiling import refused


class TmPriorBadFaith(PatternCheck):
    """申请人或者其关联人已有生效的恶意注册决定，又在提出新的申请。

    规范商标申请的规定把已生效的决定、裁定、判决列为判断因素；只被异议、还在复审诉讼中的不算。
    按台账的状态和驳回依据看囤积、抢注、摹仿驰名、不正当手段等理由，决定件数的下限是内部阈值；只数决定日之后的申请。
    新申请提交前请一人专门核对用途；与从前无关、有真实使用的，备好使用证据。
    """

    code = "TMP021"
    basis = (cite("令17", "8"), cite("商标法", "19.1"), cite("商标法", "67.1(4)"))
    message = (
        "风险线索：{applicant}{tied}有{count}件商标被生效决定驳回、不予注册或者宣告无效（理由：{grounds}），之后又申请{later}件"
        "（内部阈值：{least}件决定）：请逐件核对新申请的用途。{condition}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.STATUS, Column.GROUND, Column.FILED)
    clears = "新申请有真实的使用或者使用的准备，与从前的申请无关；或者属于两种排除情形（防御、为现实业务预备）"
    keep = ("新申请的业务计划和使用证据", "从前各案的决定书")

    @dataclass(frozen=True)
    class Options:
        """least：恶意注册的生效决定几件起报"""

        least: int = 2

    _HEAD = "商标\t类别\t申请人\t申请日\t状态\t驳回依据\t决定日\n"
    good = (
        _HEAD
        + "".join(f"{c}舟\t25\t甲公司\t2023-01-05\t异议中\t第四条\t2023-09-05\n" for c in "岚砚")
        + "榆亭\t9\t甲公司\t2024-01-05\t\t\t\n",
        _HEAD
        + "".join(f"{c}舟\t25\t甲公司\t2023-01-05\t驳回\t第三十条\t2023-09-05\n" for c in "岚砚")
        + "榆亭\t9\t甲公司\t2024-01-05\t\t\t\n",
        _HEAD
        + "".join(f"{c}舟\t25\t甲公司\t2023-01-05\t驳回\t第四条\t2023-09-05\n" for c in "岚砚")
        + "榆亭\t9\t甲公司\t2022-01-05\t\t\t\n",
    )
    bad = (
        _HEAD
        + "".join(f"{c}舟\t25\t甲公司\t2023-01-05\t驳回\t第四条\t2023-09-05\n" for c in "岚砚")
        + "榆亭\t9\t⟦甲公司⟧\t2024-01-05\t\t\t\n",
        _HEAD
        + "".join(f"{c}舟\t25\t甲公司\t2027-01-05\t驳回\t第十九条\t2027-09-05\n" for c in "岚砚")
        + "榆亭\t9\t⟦甲公司⟧\t2028-01-05\t\t\t\n",
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        people = kin(register)
        against: dict[tuple[str, ...], list[tuple[Mark, frozenset[Ground]]]] = {}
        for mark, grounds in refused(register):
            if grounds & BAD_FAITH and mark.applicants:
                cluster = people.cluster(mark.applicants[0])
                house = cluster.applicants if cluster else (mark.applicants[0],)
                against.setdefault(house, []).append((mark, grounds & BAD_FAITH))
        for house, marks in against.items():
            if len(marks) < self.options.least:
                continue
            day = sorted(decided_on(mark) or date.max for mark, _ in marks)[self.options.least - 1]
            rows = [row for name in house for row in register.by_applicant[name] if row.filed and row.filed > day]
            if rows:
                yield self.tell(
                    rows,
                    facts={"decisions": [mark.number for mark, _ in marks], "house": list(house)},
                    applicant=rows[0].applicants[0],
                    tied=f"（连同关联的{len(house) - 1}个申请人）" if len(house) > 1 else "",
                    count=len(marks),
                    grounds="、".join(sorted({ground.value for _, grounds in marks for ground in grounds})),
                    later=len(rows),
                    least=self.options.least,
                )
