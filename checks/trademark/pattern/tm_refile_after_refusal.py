from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, MarkRegister
from ipcheck.trademark.grounds import BAD_FAITH, NEW_LAW, Ground, decided_on
from ipcheck.trademark.pattern import PatternCheck
from ipcheck.trademark.refiling import Refiling, refilings


class TmRefileAfterRefusal(PatternCheck):
    """商标被驳回、不予注册或者宣告无效之后，同一申请人或者关联人在同类商品上又报相同、近似的商标。

    原来的理由是禁用标志、恶意、抢注的，再报多半仍不能注册，2027年起“其他不正当手段”在申请阶段就可以适用。
    原来的理由只是与在先商标冲突、缺乏显著特征的，引证商标可能已经失效、标志可能已经使用，反复三次以上才提示，次数是内部阈值。
    台账要有状态和驳回依据（2019年条号或者2026年条号按决定日判断）；先对照原决定，理由没有消失的不要再报。
    """

    code = "TMP019"
    basis = (cite("商标法", "19.2"), cite("商标法", "19.1"), cite("令63", "30.1(1)"))
    message = (
        "风险线索：“{text}”（{applicant}）与{day}被{status}的“{refused}”{how}、同一类似群或者同类，原理由为{grounds}{times}：{law}，"
        "请先对照原决定，理由没有消失的不要再报{limit}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.STATUS, Column.GROUND)
    clears = "原来的理由已经消失（引证商标失效、取得授权、经使用取得显著特征），或者标志显著不同"
    keep = ("原决定书", "引证商标失效的证明、授权书或者使用证据")

    @dataclass(frozen=True)
    class Options:
        """mild：原理由只是在先商标或者缺乏显著特征的，反复申请几次起报"""

        mild: int = 3

    _HEAD = "商标\t类别\t类似群\t申请人\t申请日\t状态\t驳回依据\t决定日\n"
    good = (
        _HEAD
        + (
            "岚舟\t25\t2501\t甲公司\t2023-01-05\t驳回\t第三十条\t2023-09-05\n岚舟\t25\t2501\t甲公司\t"
            "2024-01-05\t申请中\t\t\n"
        ),
        _HEAD
        + (
            "岚舟\t25\t2501\t甲公司\t2023-01-05\t驳回\t第四条\t2023-09-05\n砚禾\t25\t2501\t甲公司\t"
            "2024-01-05\t申请中\t\t\n"
        ),
        _HEAD
        + (
            "岚舟\t25\t2501\t甲公司\t2023-01-05\t驳回复审中\t第四条\t2023-09-05\n岚舟\t25\t2501\t甲公司\t"
            "2024-01-05\t申请中\t\t\n"
        ),
        _HEAD
        + (
            "岚舟\t25\t2501\t甲公司\t2023-01-05\t驳回\t第四条\t2023-09-05\n岚舟\t25\t2501\t乙公司\t"
            "2024-01-05\t申请中\t\t\n"
        ),
        _HEAD
        + (
            "岚舟\t25\t2501\t甲公司\t2023-01-05\t驳回\t10.1(8)\t2023-09-05\n岚舟\t9\t0901\t甲公司\t"
            "2024-01-05\t申请中\t\t\n"
        ),
    )
    bad = (
        _HEAD
        + (
            "岚舟砚\t25\t2501\t甲公司\t2023-01-05\t驳回\t第三十二条\t2023-09-05\n⟦岚舟榆⟧\t25\t2501\t"
            "甲公司\t2026-11-05\t申请中\t\t\n"
        ),
        _HEAD
        + (
            "岚舟砚\t25\t2501\t甲公司\t2026-01-05\t驳回\t10.1(8)\t2026-09-05\n⟦岚舟砚⟧\t25\t2501\t甲公司\t"
            "2027-01-05\t申请中\t\t\n"
        ),
        _HEAD
        + (
            "岚舟砚\t25\t2501\t甲公司\t2027-01-05\t驳回\t第二十四条\t2027-09-05\n⟦岚舟砚⟧\t25\t2501\t"
            "甲公司\t2028-01-05\t\t\t\n"
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        # One finding for each later filing: the gravest reason counts.
        again: dict[int, Refiling] = {}
        times: dict[int, int] = defaultdict(int)
        for item in refilings(register):
            held = again.get(item.again.number)
            times[item.refused.number] += 1
            if held is None or (_grave(item) and not _grave(held)):
                again[item.again.number] = item
        for item in again.values():
            count = times[item.refused.number]
            if _grave(item) or count >= self.options.mild:
                yield self._told(item, count)

    def _told(self, item: Refiling, count: int) -> Finding:
        new = self.day(item.again) >= NEW_LAW
        day = decided_on(item.refused)
        return self.tell(
            [item.again, item.refused],
            column=Column.MARK,
            newest=item.again,
            level=None if _grave(item) else Level.ADVICE,
            facts={"grounds": sorted(ground.value for ground in item.grounds), "refused": item.refused.number},
            text=item.again.text,
            applicant=item.again.applicant,
            day=day or "以前",
            status=item.refused.row.text(Column.STATUS),
            refused=item.refused.text,
            how=item.how,
            grounds="、".join(sorted(ground.value for ground in item.grounds)),
            times=f"，共再报{count}次" if count > 1 else "",
            law="2027年起以不正当手段申请在申请阶段就可以不予注册"
            if new
            else "旧法下“不正当手段”只在无效阶段适用，申请阶段仍按原理由",
            limit="" if _grave(item) else f"（内部阈值：{self.options.mild}次）",
        )


def _grave(item: Refiling) -> bool:
    return bool(item.grounds & (BAD_FAITH | {Ground.SIGN}))
