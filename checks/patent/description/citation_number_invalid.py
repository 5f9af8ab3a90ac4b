import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.prose import prose

_NUMBER = lazy(
    r"(?<![A-Za-z\d])(?P<words>(?P<code>CN|"
    r"ZL)[ ]?(?P<digits>\d{5,16})(?P<check>\.[ ]?(?:\d{1,3}|[A-Za-z]))?(?P<kind>[A-Z][A-Z\d]{0,4})?)(?![A-Za-z\d.])"
)
_APPLICATION = lazy(
    r"(?:申请号|专利号|专利(?:申请)?)(?:为|是|:)?[ ]?(?P<words>(?P<digits>\d{8,16})(?P<check>\.[ ]?(?:\d{1,3}|"
    r"[A-Za-z])))"
    r"(?![A-Za-z\d.])"
    r"|(?<=[和与及、])(?P<more>(?P<others>(?:19|20)\d{10})(?P<last>\.[ ]?[\dXx]))(?![A-Za-z\d.])"
)
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_KINDS = frozenset("ABCDSUY")


def _check_digit(digits: str) -> str:
    rest = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False)) % 11
    return "X" if rest == 10 else str(rest)


class CitationNumberInvalid(PatentCheck):
    """引证的中国专利号码不可能存在：位数不对、校验位不对，或者没有这样的文献种类代码。

    号码写错，别人就找不到引证的文件，背景技术等于没有写清楚。
    对照原文核对号码：申请号是八位或者十二位数字加小数点后一位校验位，公开号是CN加七位或者九位数字加字母。
    公开号没有校验位，只查位数和种类代码；外国的号码不查。
    """

    code = "DSC009"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.3"),)
    message = "号码“{words}”{fault}：请对照原文核对"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n背景技术\nCN105000000A、CN1234567C、CN85100001A、CN201234567U、申请号201810392222.0、"
        "CN201810393238.3、"
        "ZL201810392222.0、CN302345678S、CN 107622008 A公开了泵。",
    )
    bad = (
        "说明书\n一种泵\n背景技术\n专利⟦CN2015100123451.X⟧公开了泵，⟦CN10500000000A⟧公开了阀。",
        "说明书\n一种泵\n背景技术\n⟦CN2087654U321⟧、专利申请⟦201710345678.A⟧、⟦CN201810392222.12⟧、申请号201810392222.0和⟦201810392222.7⟧公开了泵。",
        "说明书\n一种泵\n背景技术\n申请号为⟦201810392222.5⟧的中国专利申请，⟦CN105000000Q⟧公开了阀，"
        "ZL号见⟦ZL201890392222.0⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for span in prose(filing, PartName.DESCRIPTION):
            for pattern in (_NUMBER, _APPLICATION):
                for match in span.find(pattern):
                    kind = match["kind"] if pattern is _NUMBER else None
                    more = pattern is _APPLICATION and match["more"] is not None
                    digits, check = (match["others"], match["last"]) if more else (match["digits"], match["check"])
                    fault = _fault(digits, (check or "").strip(". ").upper(), kind or "", self.as_of.year)
                    if fault:
                        yield self.at(span.at(match, "more" if more else "words"), fault=fault)


def _fault(digits: str, check: str, kind: str, this_year: int) -> str:
    """What is wrong with a number, "" if nothing is."""
    many = len(digits)
    if len(check) > 1 or (check and check not in "0123456789X"):
        return "的小数点后应当是一位数字或者X"
    if kind and not check:
        if kind[0] not in _KINDS or not re.fullmatch(r"[A-Z]\d?", kind):
            return f"的文献种类代码{kind}不存在"
        return "" if many in (7, 8, 9, 12) else f"有{many}位数字，公开号是七位或者九位"
    if many == 13 and not check:
        digits, check, many = digits[:12], digits[12], 12
    if check:
        if many not in (8, 12):
            return f"的小数点前有{many}位数字，申请号是八位或者十二位"
        if _check_digit(digits) != check:
            return f"的校验位不对（按前面的数字应当是{_check_digit(digits)}）"
    elif many not in (7, 8, 9, 12):
        return f"有{many}位数字，公开号是七位或者九位，申请号是八位或者十二位"
    if many == 12 and (not 2003 <= int(digits[:4]) <= this_year or digits[4] not in "12389"):
        return "的年份或者种类位不对"
    return ""
