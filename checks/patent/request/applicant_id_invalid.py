import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck

_TOKEN = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{16,20}(?![0-9A-Za-z])")
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_PERSON_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _is_credit_code(code: str) -> bool:
    """Whether the check character of a unified social credit code is right (GB 32100)."""
    if any(character not in _CREDIT_ALPHABET for character in code):
        return False
    total = sum(_CREDIT_ALPHABET.index(character) * pow(3, index, 31) for index, character in enumerate(code[:17]))
    return _CREDIT_ALPHABET.index(code[17]) == (31 - total % 31) % 31


def _is_person_number(code: str) -> bool:
    """Whether the check character of an identity number is right (GB 11643)."""
    if not code[:17].isdigit():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(code, _PERSON_WEIGHTS, strict=False))
    return code[17] == "10X98765432"[total % 11]


class ApplicantIdInvalid(PatentCheck):
    """申请人的统一社会信用代码或者身份证件号码位数不对，或者校验位不对。

    请求书应当写明申请人的统一社会信用代码或者身份证件号码；号码有误的，申请人身份无法核实，要补正。
    对照营业执照或者身份证件重新填写18位号码。
    18位的两种号码分别按各自的校验规则计算，有一种通过就不报；15位的旧号码、护照等其他证件和打了星号的号码不查。
    """

    code = "REQ014"
    level = Level.ERROR
    basis = (cite("细则", "19(2)"), cite("指南", "5-1-5.4"))
    message = (
        "申请人证件号码“{words}”{fault}：请对照营业执照或者身份证件，填写正确的18位统一社会信用代码或者身份证件号码"
    )
    needs = (PartName.REQUEST,)

    good = (
        "请求书\n申请人：某某公司\n统一社会信用代码：91350100M000100Y43",
        "请求书\n申请人：张三\n身份证件号码：11010519491231002X",
        "请求书\n申请人：李四\n身份证件号码：110105491231002",
        "请求书\n申请人：JOHN SMITH\n证件号码：E12345678",
        "请求书\n申请人：王五\n身份证件号码：110105********002X",
    )
    bad = (
        "请求书\n申请人：某某公司\n统一社会信用代码：⟦91350100M000100Y44⟧",
        "请求书\n申请人：张三\n身份证件号码：⟦110105194912310021⟧",
        "请求书\n申请人：张三\n身份证件号码\n⟦1101051949123100⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.request is None:
            return
        for value in filing.request.all("applicant-id"):
            for match in value.find(_TOKEN):
                code = match[0].upper()
                if len(code) != 18:
                    if sum(character.isdigit() for character in code) >= 12:
                        yield self.at(value.at(match), fault=f"有{len(code)}位，应为18位")
                elif not _is_credit_code(code) and not _is_person_number(code):
                    yield self.at(value.at(match), fault="校验位不对")
