from collections.abc import Iterator
from datetime import date, timedelta

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_SELF = (
    r"(?:(?:本?申请人|本?发明人|本课题组|我们|本团队|本公司|本单位|本项目组|作者本人|笔者|本(?:申请|发明)的?(?:内容|技术方案|技术|产品|方案|成果)?(?=曾|已))"
    r"(?:等人?|及其合作者|团队|所在团队)?)"
)
_SHOWN = lazy(
    rf"{_SELF}[^。；;\n]{{0,60}}?(?P<words>(?:公开)?发表(?:了|于|在|的|过|论文|文章)|(?:公开)?展出|参展|参加[^。；;\n]{{0,20}}(?:展览会|博览会|展会)"
    r"|宣读|(?:学术|技术)会议上(?:公开|报告|介绍|作了?报告)|公开发布|首次公开|公开销售|上市销售|投放市场)"
)
_NOT = lazy(r"未曾?|尚未|没有|不曾|并未|从未|不会|拟|计划|将要?(?=$|在|于)|可以?$|能够?$")
_DATE = lazy(r"(?<!\d)((?:19|20)\d{2})\s?[-年./]\s?(\d{1,2})?\s?(?:[-月./]\s?(\d{1,2})?)?")
_DECLARED = lazy(
    r"(?:不丧失新颖性|宽限期)[^\n]{0,40}?[√☑■✓✔☒]|(?:不丧失新颖性|宽限期)[^\n:]{0,12}\s?:?\s?(?:是|有|已)"
    r"|[√☑■✓✔☒][^\n]{0,12}(?:国际展览会|学术会议|他人未经|紧急状态)"
)
_PERIOD = timedelta(days=186)


class GracePeriodUndeclared(PatentCheck):
    """说明书写到申请人自己在申请日前公开过（发表、展出、销售），请求书却没有不丧失新颖性宽限期的声明。

    申请日前六个月内，在规定的国际展览会首次展出、在规定的学术或者技术会议首次发表等四种情形才不丧失新颖性，
    并且应当在申请时声明、两个月内提交证明。
    属于这四种情形的，在请求书中声明；不属于的（例如自己在期刊上发表论文、公开销售），先评估新颖性，再决定是否提出申请。
    只认“本发明人”“本申请人”“本课题组”等自称的公开，“未发表”一类的话不报；
    写明的日期早于申请日（没有写申请日的按检查日期）六个月以上的不报，那是现有技术。
    """

    code = "REQ029"
    level = Level.WARNING
    basis = (cite("法", "24"), cite("细则", "33"))
    message = (
        "说明书写到申请前的自己公开（“{words}”），请求书没有不丧失新颖性的声明："
        "请核实公开的时间和方式，属于法定情形的在申请时声明"
    )
    needs = (PartName.DESCRIPTION,)

    _HEAD = "说明书\n一种杯子\n技术领域\n本发明涉及杯子。\n背景技术\n"
    _DAY = date(2026, 6, 1)
    good = (
        Sample(_HEAD + "本发明人未曾公开发表过相关内容。", as_of=_DAY),
        Sample(_HEAD + "张某等人在期刊上发表了关于杯子的论文，发明人发现其密封不好。", as_of=_DAY),
        Sample(_HEAD + "本申请人于2019年5月在展览会上展出的杯子没有杯盖，易洒。", as_of=_DAY),
        Sample(
            _HEAD + "本申请人于2026年4月在中国政府主办的国际展览会上展出了这种杯子。\n"
            "请求书\n发明名称：一种杯子\n不丧失新颖性宽限期声明：☑已在国际展览会上首次展出",
            as_of=_DAY,
        ),
        Sample(_HEAD + "用户可以在平台上公开发布文章，我们可以发表评论。", as_of=_DAY),
    )
    bad = (
        Sample(_HEAD + "本发明人于2026年3月在《器皿》期刊上⟦发表了⟧一篇论文，介绍了这种杯子。", as_of=_DAY),
        Sample(
            _HEAD + "这种杯子由本公司在博览会上首次⟦展出⟧。\n请求书\n发明名称：一种杯子\n"
            "不丧失新颖性宽限期声明：□已在国际展览会上首次展出",
            as_of=_DAY,
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        if filing.description is None or (request is not None and _DECLARED.search(request.part.span.folded)):
            return
        filed = request.first("filing-date") if request is not None else None
        day = _day(filed) or self.as_of
        for paragraph in filing.description.paragraphs:
            for match in paragraph.body.find(_SHOWN):
                before = match[0][: match.start("words") - match.start()]
                said = _day(Span(paragraph.body.document, match.start(), match.end()))
                old = said is not None and said < day - _PERIOD
                if _NOT.search(before) or old or (said is not None and said.year > day.year):
                    continue
                yield self.at(paragraph.body.at(match, "words"))
                return


def _day(span: Span | None) -> date | None:
    """The latest day a written date can mean (2026年3月 is its 28th); None if there is none."""
    match = next(span.find(_DATE), None) if span is not None else None
    if match is None:
        return None
    month, day = int(match[2] or 12), int(match[3] or 28)
    return date(int(match[1]), month, min(day, 28)) if 1 <= month <= 12 and day >= 1 else None
