import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck

_HOME = re.compile(r"中国|中华人民共和国|^CN$|^CHN$|^P\.?R\.?\s?China$|^China$|^/$|^-$|^无$", re.IGNORECASE)


class TmFormPoa(MarkCheck):
    """委托代理的申请没有委托书，或者委托书没有写明内容和权限、外国委托人没有写国籍、日期晚于申请日。

    委托代理应当提交委托书，载明代理内容和权限；外国人或者外国企业的委托书还要载明委托人的国籍。
    补交或者重签委托书，写明受托事项和权限，签署日期不晚于申请日。
    """

    code = "TMF022"
    level = Level.ERROR
    basis = (cite("商标条例", "5.1"),)
    message = "{what}：委托书应当载明代理内容和权限（外国委托人还要写国籍），不晚于申请日签署"
    needs = (Column.AGENCY, Column.POWER)

    good = (
        "商标\t代理机构\t委托书\t申请日\n福来\t正言知识产权代理有限公司\t代理商标注册申请，一般权限，2026-03-01\t2026-03-05\n",
        "商标\t代理机构\t委托书\n福来\t\t\n",
        "商标\t代理机构\t委托书\n福来\t正言知识产权代理有限公司\t是\n",
        "商标\t代理机构\t委托书\n福来\t正言知识产权代理有限公司\t委托书.pdf\n",
    )
    bad = (
        "商标\t代理机构\t委托书\n福来\t⟦正言知识产权代理有限公司⟧\t\n",
        "商标\t代理机构\t委托书\n福来\t⟦正言知识产权代理有限公司⟧\t无\n",
        "商标\t代理机构\t委托书\n福来\t正言知识产权代理有限公司\t⟦未写权限⟧\n",
        "商标\t代理机构\t委托书\t申请日\n福来\t正言知识产权代理有限公司\t⟦代理注册，权限：一般，2026-03-09⟧\t2026-03-05\n",
        "商标\t代理机构\t委托书\t国籍\nKIVOR\t正言知识产权代理有限公司\t⟦代理注册申请，一般权限，2026-03-01⟧\t德国\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        agency, cell, text = mark.row.cell(Column.AGENCY), mark.row.cell(Column.POWER), mark.row.text(Column.POWER)
        if agency is None or re.fullmatch(r"无|自行办理|不委托|/|-", mark.row.text(Column.AGENCY)):
            return
        day = self.day(mark)
        if cell is None or re.fullmatch(r"无|没有|否|缺|未交|未提交|待补|n|no|0", text, re.IGNORECASE):
            yield self.at(agency, what="委托了代理机构，没有委托书", on=day)
            return
        # A cell that only says that there is one tells nothing of what stands in it.
        if re.fullmatch(r"是|有|已\w{0,3}|齐|y|yes|1|√|\S+\.(?:pdf|jpg|png|docx?)", text, re.IGNORECASE):
            return
        faults = []
        if re.search(r"(?:未|没有|没|缺少?|无)(?:写明?|载明|注明|填写?)?(?:代理)?(?:内容|权限|事项)", text):
            faults.append("委托书没有写明内容或者权限")
        signed = mark.row.day(Column.POWER)
        if signed is not None and mark.filed is not None and signed > mark.filed:
            faults.append(f"委托书的日期{signed.isoformat()}晚于申请日{mark.filed.isoformat()}")
        nation = mark.row.text(Column.NATIONALITY)
        if nation and not _HOME.search(nation) and "国籍" not in text and nation not in text and "权限" in text:
            faults.append("外国委托人的委托书没有写国籍")
        if faults:
            yield self.at(cell, what="，".join(faults), on=day)
