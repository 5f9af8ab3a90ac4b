from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkRegister
from ipcheck.trademark.agencies import agencies, outside
from ipcheck.trademark.grounds import NEW_LAW
from ipcheck.trademark.names import is_agency
from ipcheck.trademark.pattern import PatternCheck


class TmAgencyOwnMark(PatternCheck):
    """商标代理机构在代理服务之外申请或者受让商标。

    代理机构只能在第4506类似群的代理服务上申请，此外的申请和受让不予受理，已经受理的予以驳回；2027年起另有罚款。
    代理机构按名称里的“知识产权代理”“商标事务所”等字样、或者台账“代理机构”列里有两个以上委托人的名称辨认；第4506群的不算，区分表以审查时有效的为准。
    撤回这些申请，受让的停止办理；主体其实不做商标代理的，核对备案情况。
    """

    code = "TMP022"
    basis = (cite("商标法", "25"), cite("商标条例", "87"), cite("商指", "2-13"))
    message = (
        "风险线索：{agency}像是商标代理机构，却{what}“{text}”等{count}件，超出第4506类似群的代理服务（{where}）："
        "不予受理{fine}，请撤回，或者核对该主体是否从事商标代理"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.CLASS)
    clears = (
        "该主体没有备案、也不从事商标代理，或者项目属于审查时有效的区分表中的代理服务；"
        "两种排除情形（防御、预备）不适用于代理机构"
    )
    keep = ("备案信息", "营业执照的经营范围", "申请时的区分表")

    _HEAD = "商标\t类别\t类似群\t申请人\t申请日\t受让人\n"
    good = (
        _HEAD + "岚舟\t45\t4506\t岚舟知识产权代理有限公司\t2025-01-05\t\n",
        _HEAD + "岚舟\t45\t\t岚舟商标事务所\t2025-01-05\t\n",
        _HEAD + "岚舟\t25\t2501\t岚舟知识产权服务平台\t2025-01-05\t\n",
        _HEAD + "岚舟\t25\t2501\t甲服饰有限公司\t2025-01-05\t乙服饰有限公司\n",
    )
    bad = (
        _HEAD + "岚舟\t25\t2501\t⟦岚舟知识产权代理有限公司⟧\t2026-11-05\t\n",
        _HEAD + "岚舟\t25\t2501\t⟦岚舟知识产权代理有限公司⟧\t2027-01-05\t\n",
        _HEAD + "砚禾\t25\t2501\t甲服饰有限公司\t2025-01-05\t⟦岚舟商标事务所⟧\n",
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        known = agencies(register)
        filed: dict[str, list[Mark]] = {}
        taken: dict[str, list[Mark]] = {}
        for mark in register.rows:
            if not outside(mark):
                continue
            for column, rows in ((Column.APPLICANT, filed), (Column.TRANSFEREE, taken)):
                for name in mark.row.names(column):
                    if name in known or (column is Column.TRANSFEREE and is_agency(name)):
                        rows.setdefault(name, []).append(mark)
        for what, column, found in (("申请", Column.APPLICANT, filed), ("受让", Column.TRANSFEREE, taken)):
            for name, marks in found.items():
                yield self.tell(
                    marks,
                    column=column,
                    facts={"agency": name},
                    agency=name,
                    what=what,
                    text=marks[0].text,
                    count=len(marks),
                    where="；".join(dict.fromkeys(outside(mark) for mark in marks[:5])),
                    fine="，2027年起机构可处一万元以上十万元以下罚款" if _late(marks) else "",
                )


def _late(marks: list[Mark]) -> bool:
    return any(mark.filed is not None and mark.filed >= NEW_LAW for mark in marks)
