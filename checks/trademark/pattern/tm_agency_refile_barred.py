from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, MarkRegister
from ipcheck.trademark.agencies import agency_of
from ipcheck.trademark.grounds import BARRED, BARRED_NEW, NEW_LAW, decided_on
from ipcheck.trademark.pattern import PatternCheck
from ipcheck.trademark.refiling import refilings


class TmAgencyRefileBarred(PatternCheck):
    """代理机构代理过的商标因恶意被生效驳回、不予注册或者宣告无效，同一机构又为同一委托人在同类商品上报相同、近似的商标。

    曾经代理的商标因囤积、特定关系人抢注、在先权利等被生效处理而再次代理的，属于不得接受的委托。
    2027年起不得接受的范围扩到禁用标志、驰名摹仿等，知道或者应当知道就算，不以曾经代理为要件；代理机构按台账的“代理机构”列判断。
    不要接受这一委托；理由已经消失的，把原决定和新的证据一起归档并书面告知委托人。
    """

    code = "TMP025"
    basis = (cite("令63", "30.1(1)"), cite("商标法", "67.1(4)"))
    message = (
        "风险线索：{agency}代理{applicant}的“{refused}”{day}因{grounds}被{status}，又代理其在同一类似群或者同类申请{how}的“{text}”："
        "{law}，请核对原决定，不要接受"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.AGENCY, Column.STATUS, Column.GROUND)
    clears = "原决定没有生效或者已被撤销，原来的理由已经消失；两种排除情形（防御、为现实业务预备）已有证据"
    keep = ("原决定书及其生效情况", "告知委托人的书面记录", "恶意申请筛查记录")

    _HEAD = "商标\t类别\t类似群\t申请人\t代理机构\t申请日\t状态\t驳回依据\t决定日\n"
    _OLD = "岚舟\t25\t2501\t甲公司\t岚山商标事务所\t2023-01-05\t驳回\t第四条\t2023-09-05\n"
    _SIGN = "岚舟\t25\t2501\t甲公司\t岚山商标事务所\t2023-01-05\t驳回\t第十条\t2023-09-05\n"
    good = (
        _HEAD + _OLD + "岚舟\t25\t2501\t甲公司\t砚湖商标事务所\t2025-01-05\t\t\t\n",
        _HEAD + _OLD + "砚禾\t25\t2501\t甲公司\t岚山商标事务所\t2025-01-05\t\t\t\n",
        _HEAD + _SIGN + "岚舟\t25\t2501\t甲公司\t岚山商标事务所\t2026-12-31\t\t\t\n",
    )
    bad = (
        _HEAD + _OLD + "⟦岚舟⟧\t25\t2501\t甲公司\t岚山商标事务所\t2025-01-05\t\t\t\n",
        _HEAD + _SIGN + "⟦岚舟⟧\t25\t2501\t甲公司\t岚山商标事务所\t2027-01-01\t\t\t\n",
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        told = set()
        for item in refilings(register):
            agency, new = agency_of(item.again), self.day(item.again) >= NEW_LAW
            barred = item.grounds & (BARRED_NEW if new else BARRED)
            if not agency or agency != agency_of(item.refused) or not barred or item.again.number in told:
                continue
            told.add(item.again.number)
            yield self.tell(
                [item.again, item.refused],
                column=Column.MARK,
                newest=item.again,
                facts={"agency": agency, "refused": item.refused.number},
                agency=agency,
                applicant=item.again.applicant,
                refused=item.refused.text,
                day=decided_on(item.refused) or "以前",
                grounds="、".join(sorted(ground.value for ground in barred)),
                status=item.refused.row.text(Column.STATUS),
                how=item.how,
                text=item.again.text,
                law="2027年起知道或者应当知道不得注册而接受的，可处一万元以上二十万元以下罚款"
                if new
                else "属于不得接受的委托（旧法第4、15、32条）",
            )
