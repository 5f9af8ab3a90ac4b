import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Column, Register, RegisterCheck, Row, strength
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent.identity import is_credit_code, is_person_number

_UNIT = re.compile(r"公司|企业|厂|合作社|中心|事务所")
_CONTACTS = (Column.PHONE, Column.EMAIL)


class IdentityAnomaly(RegisterCheck):
    """证件号码校验不过、一个单位几个代码、许多申请人同一电话或邮箱、地址就是代理机构的地址。

    身份信息不真实，容易被要求证明申请人真实存在、知道这件申请；录入错误、填成代理机构或者园区的联系方式是常见的原因。
    统一社会信用代码按GB 32100、身份证号按GB 11643校验，只看18位的，打了星号的不看。
    共用一个电话或邮箱的申请人数是内部阈值，较少的由关联检查说明。
    都由一家代理机构代理的，多半填的是机构的电话，只作为建议。
    对照证照更正号码，改填申请人自己的电话和地址，留存核实申请人身份和联系方式的记录。
    """

    code = "ABR014"
    basis = (cite("令77", "3(8)"), cite("细则", "19(2)"), cite("指南", "1-1-4.1.6"))
    message = "风险线索：{fault}：{ask}"
    clears = "号码、电话或者地址是录入错误，或者填的是代理机构、园区的联系方式，申请人真实且知情"
    keep = ("营业执照或者身份证件复印件", "核实申请人身份和联系方式的记录", "委托书原件")
    needs = (Column.APPLICANTS,)

    @dataclass(frozen=True)
    class Options:
        """shared：同一个电话或者邮箱由几个申请人共用起报
        at_agency：几个申请人的地址就是代理机构的地址起报
        """

        shared: int = 9
        at_agency: int = 2

    _ID = "申请号\t申请人\t统一社会信用代码\n"
    _PHONE = "申请号\t申请人\t联系电话\t代理机构\n"
    _PLACE = "申请号\t申请人\t申请人地址\t代理机构地址\n"
    good = (
        _ID
        + "1\t甲公司\t91350100M000100Y43\n2\t张三\t11010519491231002X\n3\t乙公司\t9135****000100Y43\n"
        + "4\tACME\tHRB12345\n",
        _PHONE + "".join(f"{n}\t{n}号公司\t0571-8800001\t东临\n" for n in range(8)),
        _PLACE + "1\t甲公司\t浙江省杭州市一路1号201室\t浙江省杭州市一路1号305室\n",
    )
    bad = (
        _ID + "1\t甲公司\t⟦91350100M000100Y44⟧\n2\t甲公司\t91350100M000100Y44\n",
        _ID + "1\t张三\t⟦110105194912310021⟧\n",
        _ID + "1\t甲公司\t91350100M000100Y43\n2\t甲公司\t⟦91110000100000008K⟧\n",
        _PHONE
        + "0\t0号公司\t⟦0571-8800001⟧\t东临\n"
        + "".join(f"{n}\t{n}号公司\t05718800001\t西望\n" for n in range(1, 9)),
        _PLACE
        + "1\t甲公司\t⟦浙江省杭州市一路1号305室⟧\t310000 浙江省杭州市一路1号305室\n"
        + "2\t乙公司\t浙江省杭州市一路1号305室\t浙江省杭州市一路1号305室\n",
    )

    @classmethod
    def applies(cls, register: Register) -> bool:
        """Needs a number, a telephone, a mail box or both addresses."""
        one = any(register.has(column) for column in (Column.APPLICANT_ID, *_CONTACTS))
        return super().applies(register) and (one or register.has(Column.ADDRESS, Column.AGENCY_ADDRESS))

    @classmethod
    def unseen(cls, register: Register) -> str:
        """Any of them will do."""
        told = super().unseen(register)
        lacking = "台账没有证件号码、电话、邮箱中的任何一列，也没有申请人地址和代理机构地址两列"
        return told or ("" if cls.applies(register) else lacking)

    def find(self, register: Register, /) -> Iterator[Finding]:
        yield from self._numbers(register)
        for column in _CONTACTS:
            yield from self._shared(register, column)
        yield from self._at_agency(register)

    def _numbers(self, register: Register) -> Iterator[Finding]:
        """Numbers whose check character is wrong, and units with two right ones."""
        seen: set[str] = set()
        codes: dict[str, dict[str, Row]] = defaultdict(dict)
        for row in register.rows:
            numbers = row.names(Column.APPLICANT_ID)
            for code in (number.upper() for number in numbers):
                if len(code) != 18 or not code.isascii() or not code.isalnum():
                    continue
                right = is_credit_code(code)
                if right and len(numbers) == 1 and row.applicants and _UNIT.search(row.applicants[0]):
                    codes[row.applicants[0]].setdefault(code, row)
                elif not right and not is_person_number(code) and code not in seen:
                    seen.add(code)
                    yield self.at(
                        row.span(Column.APPLICANT_ID),
                        facts={"fault": "check-character", "strength": strength()},
                        fault=f"{'、'.join(row.applicants[:2])}的证件号码（尾号{code[-4:]}）校验位不对",
                        ask="请对照营业执照或者身份证件核实申请人的身份",
                    )
        for name, held in codes.items():
            if len(held) > 1:
                first, *others = held.values()
                yield self.at(
                    others[0].span(Column.APPLICANT_ID),
                    level=Level.ADVICE,
                    related=[row.span(Column.APPLICANT_ID) for row in (first, *others[1:])],
                    facts={"fault": "several-codes", "codes": len(held), "strength": strength(len(held) / 2)},
                    fault=f"{name}在台账里有{len(held)}个不同的统一社会信用代码",
                    ask="请核实是不是同名的不同单位或者填错",
                )

    def _shared(self, register: Register, column: Column) -> Iterator[Finding]:
        holders: dict[str, dict[str, Row]] = defaultdict(dict)
        for row in register.rows:
            key = re.sub(r"[\s\-()+]", "", row.text(column)).lower()
            if len(key) >= 7 and row.applicants:
                holders[key].setdefault(row.applicants[0], row)
        for rows in holders.values():
            if len(rows) < self.options.shared:
                continue
            first, *others = rows.values()
            agencies = {name for row in rows.values() for name in row.names(Column.AGENCY)}
            # One agency alone: most likely it gave its own telephone.
            level = Level.ADVICE if len(agencies) == 1 else Level.WARNING
            yield self.at(
                first.span(column),
                level=level,
                related=[row.span(Column.APPLICANTS) for row in others[:30]],
                facts={
                    "fault": "shared-contact",
                    "applicants": len(rows),
                    "agencies": len(agencies),
                    "strength": strength(len(rows) / self.options.shared, max(1, len(agencies))),
                },
                fault=f"{len(rows)}个申请人的{column.value}相同（内部阈值{self.options.shared}个）",
                ask="请核对是不是代理机构或者园区的，改填申请人自己的联系方式",
            )

    def _at_agency(self, register: Register) -> Iterator[Finding]:
        places: dict[str, dict[str, Row]] = defaultdict(dict)
        for row in register.rows:
            own, agency = (_place(row.text(column)) for column in (Column.ADDRESS, Column.AGENCY_ADDRESS))
            if row.applicants and own == agency and len(own) >= 9:
                places[own].setdefault(row.applicants[0], row)
        for rows in places.values():
            first, *others = rows.values()
            if len(rows) >= self.options.at_agency:
                yield self.at(
                    first.span(Column.ADDRESS),
                    related=[row.span(Column.APPLICANTS) for row in others[:30]],
                    facts={
                        "fault": "agency-address",
                        "applicants": len(rows),
                        "strength": strength(len(rows) / self.options.at_agency),
                    },
                    fault=f"{len(rows)}个申请人的地址就是代理机构的地址（内部阈值{self.options.at_agency}个）",
                    ask="请改填申请人自己的地址并核实其身份",
                )


def _place(address: str) -> str:
    return re.sub(r"^\d{6}|[\s,，]", "", address)
