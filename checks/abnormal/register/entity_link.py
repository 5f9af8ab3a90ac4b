from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Column, Register, RegisterCheck, linked, strength
from ipcheck.law import cite
from ipcheck.model import Finding


class EntityLink(RegisterCheck):
    """几个申请人在台账里用着同一个电话、邮箱、证件号码、地址或者法定代表人。

    关联的申请人把申请分散提出，容易被要求说明相互关系；写明的理由链说的是台账里哪两行、因为什么连在一起。
    同一号码或者地址被许多申请人共用的（代理机构的电话、写字楼）不算，共用的上限和申请人数的下限是内部阈值；共同申请不算关联。
    核对联系方式有没有填成代理机构的；确有关联的，准备好股权或者合作关系的说明和各自的研发记录。
    """

    code = "ABR007"
    basis = (cite("令77", "3(6)"),)
    message = (
        "风险线索：{count}个申请人（{names}）相互关联，共{filings}件申请：{chain}"
        "（内部阈值：至少{least}个申请人，同一信息不超过{most}个共用）：请说明相互关系，并核对联系方式"
    )
    clears = "联系方式填的是代理机构或者园区的，或者各申请人确有股权、合作关系且各自研发"
    keep = ("股权或者合作关系证明", "各申请人的研发记录", "联系方式核验记录")
    needs = (Column.APPLICANTS,)

    @dataclass(frozen=True)
    class Options:
        """least：相互关联的申请人达到几个起报
        most：同一个电话、地址等由超过几个申请人共用的，不算关联
        """

        least: int = 3
        most: int = 8

    _HEAD = "申请号\t申请人\t联系电话\t申请人地址\n"
    good = (
        _HEAD + "1\t甲公司\t0571-8800001\t\n2\t乙公司\t05718800001\t\n3\t丙公司\t0571-8800003\t浙江省\n",
        _HEAD + "".join(f"{n}\t{n}号公司\t0571-8800001\t\n" for n in range(1, 12)),
        _HEAD + "1\t甲公司;乙公司;丙公司\t0571-8800001\t\n2\t甲公司\t0571-8800001\t\n",
    )
    bad = (
        _HEAD
        + "1\t⟦甲公司⟧\t0571-8800001\t\n2\t乙公司\t05718800001\t浙江省杭州市一路1号\n"
        + "3\t丙公司\t0571-8800003\t浙江省杭州市一路1号\n4\t丁公司\t0571-8800004\t\n",
    )

    @classmethod
    def applies(cls, register: Register) -> bool:
        """Needs one column that can tie besides its own."""
        ties = (Column.PHONE, Column.EMAIL, Column.APPLICANT_ID, Column.ADDRESS, Column.LEGAL_PERSON)
        return super().applies(register) and any(register.has(column) for column in ties)

    @classmethod
    def unseen(cls, register: Register) -> str:
        """Any of the columns that tie will do."""
        told = super().unseen(register)
        return told or ("" if cls.applies(register) else "台账没有电话、邮箱、证件号码、地址、法定代表人中的任何一列")

    def find(self, register: Register, /) -> Iterator[Finding]:
        for group in linked(register, most=self.options.most):
            if len(group.applicants) < self.options.least:
                continue
            filings = len({row.index for row in group.rows})
            shown = "、".join(group.applicants[:5]) + ("等" if len(group.applicants) > 5 else "")
            yield self.at(
                group.rows[0].span(Column.APPLICANTS),
                related=[row.span(Column.APPLICANTS) for row in group.rows[1:30]],
                facts={
                    "applicants": list(group.applicants),
                    "ties": [str(tie) for tie in group.ties],
                    "strength": strength(len(group.applicants) / self.options.least, filings / self.options.least),
                },
                count=len(group.applicants),
                names=shown,
                filings=filings,
                chain="；".join(map(str, group.ties[:5])),
                least=self.options.least,
                most=self.options.most,
            )
