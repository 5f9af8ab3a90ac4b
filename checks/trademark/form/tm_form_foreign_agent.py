import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck

_HOME = re.compile(r"中国|中华人民共和国|^CN$|^CHN$|^P\.?R\.?\s?China$|^China$|^/$|^-$|^无$", re.IGNORECASE)
_NEAR = re.compile(r"香港|澳门|台湾|HK|TW|MO|Hong Kong|Macau|Taiwan")
# An address on the mainland: residents may file by themselves.
_RESIDENT = re.compile(
    r"^(?:中国|中华人民共和国)?(?:北京|上海|天津|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南"
    r"|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆)"
)


class TmFormForeignAgent(MarkCheck):
    """外国申请人没有委托代理机构，或者没有写境内接收人。

    在中国没有经常居所或者营业所的外国人、外国企业应当委托依法设立的商标代理机构，并在申请书中指定境内接收人。
    填写代理机构和境内接收人；在中国有经常居所或者营业所的写中国地址，不报。港澳台申请人的口径没有核对到原文，只给警告。
    """

    code = "TMF023"
    level = Level.ERROR
    basis = (cite("商标条例", "5.3"), cite("商标法", "11.2"))
    message = "申请人国籍“{nation}”，{what}：请填写"
    needs = (Column.NATIONALITY, Column.AGENCY)

    good = (
        "商标\t国籍\t代理机构\t境内接收人\nKIVOR\t德国\t正言知识产权代理有限公司\t正言知识产权代理有限公司\n",
        "商标\t国籍\t代理机构\n福来\t中国\t\n",
        "商标\t国籍\t代理机构\t申请人地址\nKIVOR\t德国\t\t上海市浦东新区某路1号\n",
        "商标\t国籍\t代理机构\n福来\t\t\n",
    )
    bad = (
        "商标\t国籍\t代理机构\nKIVOR\t⟦德国⟧\t\n",
        "商标\t国籍\t代理机构\t境内接收人\nKIVOR\t⟦德国⟧\t正言知识产权代理有限公司\t\n",
        "商标\t国籍\t代理机构\t申请人地址\nKIVOR\t⟦日本⟧\t\t日本国东京都港区某町1\n",
        "商标\t国籍\t代理机构\n福来\t⟦中国香港⟧\t\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell, nation = mark.row.cell(Column.NATIONALITY), mark.row.text(Column.NATIONALITY)
        near = bool(_NEAR.search(nation))
        if cell is None or (_HOME.search(nation) and not near) or _RESIDENT.search(mark.row.text(Column.ADDRESS)):
            return
        lacking = []
        if not mark.row.text(Column.AGENCY):
            lacking.append("没有委托商标代理机构")
        if mark.row.has(Column.RECEIVER) and not mark.row.text(Column.RECEIVER):
            lacking.append("没有境内接收人")
        if lacking:
            told = "，".join(lacking)
            yield self.at(cell, nation=nation, what=told, level=Level.WARNING if near else None, on=self.day(mark))
