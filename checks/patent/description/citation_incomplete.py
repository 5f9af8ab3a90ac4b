from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.prose import prose

_NUMBERED = lazy(
    r"(?:(?:专利|申请)(?:文献|文件|申请)?(?:的)?(?:(?:申请)?公[开布]号|(?:授权)?公告号|申请号|专利号|号)?|公[开布]号|公告号|授权号|"
    r"对比文件[一二三\d]?|第)(?:码)?(?:为|是|:)?[ \"“]?"
    r"(?<![A-Za-z\d])(?P<number>\d{7,13}(?:\.[ ]?[\dXx])?[A-Z]?)(?![\d年])"
)
# 第…号: of a patent only if it says so.
_OF_PATENT = lazy(r"号?(?:的)?(?:发明|实用新型|外观设计)?(?:专利|申请)")
_AFTER = 16
_COUNTRY = lazy(
    r"中国|我国|国家知识产权局|CNIPA|美国|日本|欧洲|韩国|德国|法国|英国|俄罗斯|国际|台湾|WO|PCT|CN|ZL|US|EP|JP|KR|DE"
)
# The application itself: 申请号为…、申请日为…的分案申请, 要求…的优先权.
_OWN = lazy(r"分案|优先权|母案|原申请|同日")


class CitationIncomplete(PatentCheck):
    """引证专利文件只写了号码，没有写是哪个国家的。

    审查指南要求引证专利文件至少写明国别和公开号；只有号码，别人找不到这份文件。
    写成“中国专利CN105000000A”或者“申请号为201510012345.6的中国专利申请”。
    号码前面同一句里写了国别、国家代码的不报；优先权、分案的号码不报；非专利文献的标题和出处请自行核对。
    """

    code = "DSC008"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.3"),)
    message = "引证的专利文件“{words}”没有写国别：请写明国别和公开号，如“中国专利CN105000000A”"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n背景技术\n中国专利CN105000000A、中国专利申请201510012345.6、"
        "专利号ZL201520012345.6和美国专利7123456公开了泵。",
        "说明书\n一种泵\n背景技术\n申请号为201510012345.6的中国专利申请公开了泵，见图书馆藏第1234567号，公开号CN105000000A。",
        "说明书\n一种泵\n背景技术\n标准号GB/T 1234567，本申请是申请号为201510012345.6的分案申请，专利法2020年修改。",
    )
    bad = (
        "说明书\n一种泵\n背景技术\n专利⟦201510012345⟧公开了一种泵。",
        "说明书\n一种泵\n背景技术\n授权公告号⟦208765432U⟧的专利，第⟦201811234567.8⟧号专利，公开号为⟦105123456A⟧的文件。",
        "说明书\n一种泵\n背景技术\n公开号见专利号为⟦201510012345.6⟧的文件。\n具体实施方式\n"
        "参照专利申请公开号⟦7123456⟧的做法。",
    )
    missed = ("说明书\n一种泵\n背景技术\n参见⟦张三的论文⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for span in prose(filing, PartName.DESCRIPTION):
            text = span.folded
            for match in span.find(_NUMBERED):
                at = match.start() - span.start
                start = max(text.rfind(mark, 0, at) for mark in "。；\n") + 1
                end = match.end() - span.start
                if match[0].startswith("第") and not _OF_PATENT.match(text, end):
                    continue
                stop = min((place for mark in "，。；\n" if (place := text.find(mark, end)) >= 0), default=len(text))
                told = _COUNTRY.search(text, start, min(stop, end + _AFTER))
                if not told and not _OWN.search(text[start : end + 30]):
                    yield self.at(span.at(match, "number"))
