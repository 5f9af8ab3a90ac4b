import re
from collections.abc import Iterator
from unicodedata import normalize

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent.identity import is_credit_code, is_person_number
from ipcheck.trademark import Column, Mark, MarkCheck

_CODE = re.compile(r"(?<![0-9A-Za-z*＊])[0-9A-Za-z０-９Ａ-Ｚ]{10,26}(?![0-9A-Za-z*＊])")
_ABROAD = re.compile(r"^(?!.*(?:中国|中华|CN|China)).+|香港|澳门|台湾", re.IGNORECASE)


class TmFormUscc(MarkCheck):
    """统一社会信用代码或者身份证号码的位数、字符或者校验位不对。

    号码有误的，申请人身份核实不了，要补正。
    对照营业执照或者身份证件重新填写；18位的两种号码各按自己的校验规则算，有一种通过就不报。
    护照、港澳台证件、外国号码和打了星号的号码不查。
    """

    code = "TMF017"
    level = Level.ERROR
    basis = (cite("商标条例", "14.1"),)
    message = "证件号码“{words}”{fault}：请对照证件重新填写18位号码"
    needs = (Column.APPLICANT_ID,)

    good = (
        "申请人\t证件号码\n青禾食品有限公司\t91350100M000100Y43\n",
        "申请人\t证件号码\n张三\t11010519491231002X\n",
        "申请人\t证件号码\n张三\t11010519491231002x\n",
        "申请人\t证件号码\nACME Ltd.\tE1234567890\n",
        "申请人\t证件号码\n张三\t110105********002X\n",
        "申请人\t证件号码\t国籍\n东方株式会社\t0100010088461\t日本\n",
    )
    bad = (
        "申请人\t证件号码\n青禾食品有限公司\t⟦91350100M000100Y44⟧\n",
        "申请人\t证件号码\n青禾食品有限公司\t⟦91350100M000100Y4⟧\n",
        "申请人\t证件号码\n青禾食品有限公司\t⟦9135O100M000100Y43⟧\n",
        "申请人\t证件号码\n张三\t⟦110105194912310021⟧\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell = mark.row.cell(Column.APPLICANT_ID)
        for match in _CODE.finditer(str(cell)) if cell is not None else ():
            code = normalize("NFKC", match[0]).upper()
            fault = _fault(code, abroad=bool(_ABROAD.search(mark.row.text(Column.NATIONALITY))))
            if fault and cell is not None:
                yield self.at(cell.sub(match.start(), match.end()), fault=fault, on=self.day(mark))


def _fault(code: str, *, abroad: bool) -> str:
    if len(code) == 18:
        if is_credit_code(code) or is_person_number(code):
            return ""
        if not code[:17].isdigit() and (odd := sorted(set(code) & set("IOSVZ"))):
            return f"含有信用代码里没有的字母 {'、'.join(odd)}"
        return "校验位不对"
    digits = sum(character.isdigit() for character in code)
    # What begins with letters is a passport or a permit; 15 digits are an old number.
    if abroad or code[0].isalpha() or digits < 10 or (len(code) == 15 and code.isdigit()) or len(code) < 16:
        return ""
    return f"有{len(code)}位，应为18位"
