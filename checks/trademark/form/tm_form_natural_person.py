import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkCheck


class TmFormNaturalPerson(MarkCheck):
    """自然人申请，附件里没有营业执照等从事生产经营的证明。

    商标注册用于生产经营，自然人申请时审查部门通常要看个体工商户营业执照、农村土地承包合同等经营证明，商品也以经营范围为限。
    补上营业执照或者承包合同；没有经营主体的，先办执照或者以企业名义申请。这项要求没有核对到原文，请以网上申请的说明为准。
    """

    code = "TMF018"
    basis = (cite("商标条例", "14.1"),)
    message = "自然人“{words}”申请，附件里没有营业执照或者其他经营证明：请补上，商品不要超出经营范围"
    needs = (Column.APPLICANT_TYPE, Column.FILES)

    good = (
        "申请人\t申请人类型\t附件\n张三\t自然人\t身份证；个体工商户营业执照\n",
        "申请人\t申请人类型\t附件\n青禾食品有限公司\t法人\t营业执照\n",
        "申请人\t申请人类型\t附件\n李四\t自然人\t农村土地承包合同\n",
        "申请人\t申请人类型\t附件\t国籍\nJOHN SMITH\t自然人\t护照\t美国\n",
        "申请人\t申请人类型\t附件\n青禾食品有限公司\t非自然人\t\n",
    )
    bad = (
        "申请人\t申请人类型\t附件\n⟦张三⟧\t自然人\t身份证\n",
        "申请人\t申请人类型\t附件\n⟦李四⟧\t个人\t\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell = mark.row.cell(Column.APPLICANT)
        if cell is None or not re.match(r"自然人|个人|国内个人", mark.row.text(Column.APPLICANT_TYPE)):
            return
        files = mark.row.text(Column.FILES)
        abroad = mark.row.text(Column.NATIONALITY)
        if (not abroad or "中国" in abroad) and not re.search(r"执照|承包|经营|登记证|许可证", files):
            yield self.at(cell, on=self.day(mark))
