from collections.abc import Iterator
from datetime import date, timedelta

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_SELF = lazy(
    r"(?<![其他它])(?<!件的)(?<!献的)(?<!利的)(?:(?:本|该|原|上述)?申请人|(?:本|该|上述|第一)?发明人|作者本人|笔者"
    r"|[我本]们?(?:课题组|团队|公司|单位|项目组|实验室|研究组|研究所|企业|校|院|厂|司)|我们|课题组"
    r"|本(?:申请|发明|实用新型)的?(?:内容|技术方案|技术|产品|方案|成果|样[机品])?(?=曾|已))"
)
# Acts that make a thing known whatever is said besides; those that do so only where others are; such places.
_OPEN = (
    r"(?:公开)?发表(?:了|于|在|的|过|论文|文章)|(?:公开|首次)?展出|参展|参加[^。；;\n]{0,20}(?:展览会|博览会|展会)"
    r"|宣读|刊[登发载]|登载|公开(?:发布|销售|使用)|首次公开|上市销售|正式上市"
    r"|(?:投放|投入|推向|推出)[一-鿿]{0,4}市场"
)
_SHOWN = (
    r"公开|公布|发布(?!会)|展示|报告|介绍|演示|讲解|推介|分享|汇报|销售|出售|售出|售卖|供货|交付|赠送|上网|上传|上线"
    r"|试用|路演"
)
_ACT = lazy(rf"(?P<open>{_OPEN})|(?P<shown>{_SHOWN})")
_PLACE = lazy(
    r"会议上|年会|论坛|研讨会|大会|发布会|展览|展会|博览|展厅|交易会|期刊|学报|杂志|报纸|论文|网站|官网|公众号|微博"
    r"|网上|上网|视频号|客户|用户|市场|经销商|同行|公众|众筹"
)
# What has been done: a past particle, or a day.
_DONE = lazy(r"了|过|已经?|曾经?|此前|之前|先前|日前|首次|(?:19|20)\d{2}\s?[-年./]")
_SENTENCE = lazy(r"[^。；;\n]+")
_CITED = lazy(r"CN\s?\d|专利号|申请号|公开号|公告号|对比文件|专利文献")
_NOT = lazy(
    r"未曾?|尚未|没有|不曾|并未|从未|不会|拟|计划|将要?(?=$|在|于)|可以?[^，]{0,12}$|能够?[^，]{0,12}$|不得|如果|若"
    r"|希望|用于[^，]{0,12}$"
)
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
    只认“本发明人”“申请人”“本课题组”“我们”等自称的、已经做了的公开；发表、展出、上市之外的（介绍、公布、销售），
    要写出会议、期刊、网站、客户等场合才报；“未发表”“可以发布”一类的话和引用自己的专利文献不报；
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
        Sample(_HEAD + "发明人在实现本发明的过程中发现了上述问题，并在后文公开了方案。", as_of=_DAY),
        Sample(_HEAD + "本申请人在中国专利CN100000001A中公开了一种杯子，于2026年2月发布。", as_of=_DAY),
        Sample(_HEAD + "我们在公开的数据集上试用了该模型，报告了结果；系统已向用户发布通知。", as_of=_DAY),
        Sample(_HEAD + "用户可以在平台上公开发布文章，我们可以发表评论。", as_of=_DAY),
    )
    bad = (
        Sample(_HEAD + "该杯子由申请人自2026年3月起向经销商⟦供货⟧。", as_of=_DAY),
        Sample(_HEAD + "我公司已在2026年4月的新品发布会上⟦公布⟧了杯子的结构。", as_of=_DAY),
        Sample(_HEAD + "本发明人于2026年3月在《器皿》期刊上⟦发表了⟧一篇论文，介绍了这种杯子。", as_of=_DAY),
        Sample(
            _HEAD + "这种杯子由本公司在博览会上⟦首次展出⟧。\n请求书\n发明名称：一种杯子\n"
            "不丧失新颖性宽限期声明：□已在国际展览会上首次展出",
            as_of=_DAY,
        ),
    )
    missed = (
        "说明书\n一种杯子\n技术领域\n本发明涉及杯子。\n背景技术\n⟦我们去年在展会上给客户看过样机⟧。",
        "说明书\n一种杯子\n技术领域\n本发明涉及杯子。\n背景技术\n⟦样杯已交给三家饭店试用⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        if filing.description is None or (request is not None and _DECLARED.search(request.part.span.folded)):
            return
        filed = request.first("filing-date") if request is not None else None
        day = _day(filed) or self.as_of
        for paragraph in filing.description.paragraphs:
            for sentence in paragraph.body.find(_SENTENCE):
                words = _disclosed(paragraph.body.at(sentence), day)
                if words is not None:
                    yield self.at(words)
                    return


def _disclosed(sentence: Span, day: date) -> Span | None:
    """The words for an act by which the applicants made the invention known not long before ``day``."""
    text = sentence.folded
    if not sentence.holds(_ACT) or _CITED.search(text) or not _DONE.search(text):
        return None
    for match in sentence.find(_ACT):
        before = text[: match.start() - sentence.start]
        if _SELF.search(before) and (match["open"] or _PLACE.search(text)) and not _NOT.search(before):
            said = _day(sentence)
            old = said is not None and (said < day - _PERIOD or said.year > day.year)
            return None if old else sentence.at(match)
    return None


def _day(span: Span | None) -> date | None:
    """The latest day a written date can mean (2026年3月 is its 28th); None if there is none."""
    match = next(span.find(_DATE), None) if span is not None else None
    if match is None:
        return None
    month, day = int(match[2] or 12), int(match[3] or 28)
    return date(int(match[1]), month, min(day, 28)) if 1 <= month <= 12 and day >= 1 else None
