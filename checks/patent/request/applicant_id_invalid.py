import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.identity import is_credit_code, is_person_number

_TOKEN = lazy(r"(?<![0-9A-Za-z*＊])[0-9A-Za-z]{10,26}(?![0-9A-Za-z*＊])")
# A number written in groups: 110105 19491231 002X.
_GROUPED = lazy(r"\s*[0-9A-Za-z]{3,8}(?:[ -][0-9A-Za-z]{1,8}){2,5}\s*")
# Passports, permits of Hong Kong, Macao and Taiwan, permits of residence: one to three letters and digits only.
_FOREIGN = lazy(r"[A-Z]{1,3}\d{6,12}[A-Z]?|\d{8,10}")
_ABROAD = lazy(r"护照|通行证|台胞证|居留|回乡证|港澳|香港|澳门|台湾|注册号|工商|营业执照|[A-Za-z]{3,}")
_INVENTORS = (cite("指南", "1-1-4.1.2"), cite("指南", "5-1-5.4"))


class ApplicantIdInvalid(PatentCheck):
    """申请人的统一社会信用代码或者身份证件号码位数不对，或者校验位不对。

    请求书应当写明申请人的统一社会信用代码或者身份证件号码；号码有误的，申请人身份无法核实，要补正。
    对照营业执照或者身份证件重新填写18位号码。
    18位的两种号码分别按各自的校验规则计算，有一种通过就不报；不是18位的，一律按位数报（如少写一位的17位、多写一位的19位）。
    15位的旧身份证号码、9位的组织机构代码、护照和港澳台证件、外国申请人和工商注册号、打了星号的号码不查；发明人的号码也照此核对。
    """

    code = "REQ014"
    level = Level.ERROR
    basis = (cite("细则", "19(2)"), cite("指南", "5-1-5.4"))
    message = "证件号码“{words}”{fault}：请对照营业执照或者身份证件，填写正确的18位统一社会信用代码或者身份证件号码"
    needs = (PartName.REQUEST,)

    good = (
        "请求书\n申请人：某某公司\n统一社会信用代码：91350100M000100Y43",
        "请求书\n申请人：张三\n身份证件号码：11010519491231002X",
        "请求书\n申请人：李四\n身份证件号码：110105491231002",
        "请求书\n申请人：JOHN SMITH\n证件号码：E12345678",
        "请求书\n申请人：某某公司\n统一社会信用代码/组织机构代码：12345678-9",
        "请求书\n申请人：某某株式会社\n国籍或注册国家（地区）：日本\n证件号码：0100-01-008846123",
        "请求书\n申请人：陈某（香港）\n证件号码：H0123456702",
        "请求书\n申请人：张三\n居民身份证号：110105 19491231 002X\n电话：13800000000",
        "请求书\n申请人：MUSTER GMBH\n统一社会信用代码：无",
        "请求书\n申请人：王五\n身份证件号码：110105********002X",
    )
    bad = (
        "请求书\n申请人：某某公司\n统一社会信用代码：⟦91350100M000100Y4⟧",
        "请求书\n申请人：张三\n居民身份证件号码：⟦11010519491231002XX⟧",
        "请求书\n申请人：张三\n申请人身份证号：⟦1101051949123102X⟧",
        "请求书\n申请人：张三；居民身份证号码：⟦110105 19491231 0021⟧",
        "请求书\n申请人：某某公司\n居民身份证件号码或统一社会信用代码/组织机构代码：⟦91350100M000100Y433⟧",
        "请求书\n发明人：张三　第一发明人身份证件号码：⟦110105194912310021⟧",
        "请求书\n申请人：某某公司\n统一社会信用代码：⟦91350100M000100Y44⟧",
        "请求书\n申请人：张三\n身份证件号码：⟦110105194912310021⟧",
        "请求书\n申请人：张三\n身份证件号码\n⟦1101051949123100⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.request is None:
            return
        abroad = any(
            _ABROAD.search(value.folded) or not re.search(r"中国|CN", value.folded)
            for value in filing.request.all("nationality")
        ) or all(re.fullmatch(r"[\x00-\x7f·]*", value.folded) for value in filing.request.all("applicant"))
        for key in ("applicant-id", "inventor-id"):
            for value in filing.request.all(key):
                for place, code in _codes(value):
                    fault = _fault(code)
                    # What is no 18 characters may be a foreign unit's or person's number.
                    if fault and (len(code) == 18 or not (abroad or _ABROAD.search(_around(value, place)))):
                        yield self.at(place, fault=fault, basis=_INVENTORS if key == "inventor-id" else None)


def _codes(value: Span) -> Iterator[tuple[Span, str]]:
    """The codes in a field, with the spaces between their groups left out."""
    if _GROUPED.fullmatch(value.folded):
        code = re.sub(r"[\s-]", "", value.folded).upper()
        if len(code) >= 10:
            yield value.trimmed(), code
            return
    for match in value.find(_TOKEN):
        yield value.at(match), match[0].upper()


def _around(value: Span, place: Span) -> str:
    """The field's words but the code."""
    return value.document.folded[value.start : place.start] + value.document.folded[place.end : value.end]


def _fault(code: str) -> str:
    """What is wrong with a code, "" if nothing is or it may be another kind of number."""
    if len(code) == 18:
        return "" if is_credit_code(code) or is_person_number(code) else "校验位不对"
    digits = sum(character.isdigit() for character in code)
    if _FOREIGN.fullmatch(code) or (len(code) == 15 and code.isdigit()) or digits < 8:
        return ""
    return f"有{len(code)}位，应为18位"
