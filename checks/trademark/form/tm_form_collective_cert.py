import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck


class TmFormCollectiveCert(MarkCheck):
    """集体商标、证明商标的申请缺少主体资格证明或者使用管理规则。

    申请集体商标、证明商标应当在申请书中声明，并提交主体资格证明文件和使用管理规则，缺的要补正。
    在“附件”列写明并补齐这两样文件。
    """

    code = "TMF024"
    level = Level.ERROR
    basis = (cite("商标条例", "13.6"),)
    message = "{words}的附件里没有{what}：请补齐"

    good = (
        "商标\t商标类型\t附件\n云岭茶\t证明商标\t主体资格证明、检测能力证明、使用管理规则\n",
        "商标\t商标类型\t附件\n云岭茶\t集体商标\t社会团体法人登记证；使用管理规则；成员名单\n",
        "商标\t商标类型\t附件\n福来\t文字\t\n",
        "商标\t商标类型\t附件\n福来\t文字（非集体、证明商标）\t\n",
    )
    bad = (
        "商标\t商标类型\t附件\n云岭茶\t⟦证明商标⟧\t主体资格证明\n",
        "商标\t商标类型\t附件\n云岭茶\t⟦集体商标⟧\t\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        kind, files = mark.row.text(Column.KIND), mark.row.text(Column.FILES)
        if not re.search(r"集体|证明", kind) or re.search(r"非集体|不是集体|非证明", kind):
            return
        lacking = []
        if not re.search(r"主体资格|登记证|法人证书|营业执照|资格证明", files):
            lacking.append("主体资格证明")
        if not re.search(r"管理规则|使用规则|管理办法", files):
            lacking.append("使用管理规则")
        if lacking:
            yield self.at(mark.row.span(Column.KIND), what="和".join(lacking), on=self.day(mark))
