import re
from collections.abc import Iterator

from ipcheck.agency import Agency, AssociationCheck
from ipcheck.agency.tables import INSPECTIONS, Inspection
from ipcheck.law import cite
from ipcheck.model import Finding, Level

# 办法 41: what an inspection looks at above all, in its order.
_ITEMS = (
    "许可条件",
    "合伙人、股东、法定代表人",
    "年度报告和公示信息",
    "经营异常情形",
    "执业和运营制度",
    "代理师执业和备案",
    "擅自开展业务",
)
_NUMBERS = "一二三四五六七"
_ALL = re.compile(r"全部|七项(?!外)|[一1]\s*[至到~—-]\s*[七7]|各项")


class AsScopeFocus(AssociationCheck):
    """检查内容没有覆盖规定的七项重点。

    应当重点检查许可条件、合伙人和股东、年度报告、经营异常情形、管理制度、代理师、擅自开展业务七项。
    “检查内容”写项号（一、二……或者 1、2……）或者“全部”；专项检查只查几项的在备注里说明，由人判断。漏掉的补查。
    """

    code = "AGA006"
    level = Level.WARNING
    basis = (cite("代理办法", "41"),)
    message = "批次{batch}检查{agency}没有覆盖重点检查的第{numbers}项（{items}）：请补查或者说明"
    columns = (Inspection.BATCH, Inspection.AGENCY, Inspection.SCOPE)

    _HEAD = "# 检查记录\n批次,机构,检查内容\n"
    good = (
        _HEAD
        + "1,甲所,七项\n1,乙所,（一）（二）（三）（四）（五）（六）（七）\n1,丙所,1-7\n1,丁所,1、2、3、4、5、6、7\n",
    )
    bad = (
        _HEAD + "1,甲所,⟦一、二、三、四、五、六⟧\n",
        _HEAD + "1,⟦甲所⟧,\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row in agency.rows(INSPECTIONS):
            scope = row.text(Inspection.SCOPE)
            lacking = [
                (number, item)
                for index, (number, item) in enumerate(zip(_NUMBERS, _ITEMS, strict=True), 1)
                if number not in scope and str(index) not in scope
            ]
            if lacking and not _ALL.search(scope):
                yield self.at(
                    row.span(Inspection.SCOPE, Inspection.AGENCY),
                    batch=row.text(Inspection.BATCH),
                    agency=row.text(Inspection.AGENCY),
                    numbers="、".join(number for number, _ in lacking),
                    items="；".join(item for _, item in lacking),
                )
