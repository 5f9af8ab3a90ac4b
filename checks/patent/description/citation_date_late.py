import re
from collections.abc import Iterator
from datetime import date

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_DATE = lazy(
    r"(?<!\d)(?P<words>(?P<year>20\d{2})(?:[ ]?年(?:[ ]?(?P<month>\d{1,2})[ ]?月)?|(?=[ ]?[,，.;；:：)）\]])))"
)
_ARTICLE = lazy(
    r"论文|期刊|杂志|学报|会刊|会议|《|》|et al|Vol|doi|DOI|文献|arXiv|发表|刊登|刊载|Proceedings|Journal|Conference|"
    r"Trans\.|Lett\.|"
    r"出版社|学位|第\d{1,3}[卷期]|(?:19|20)\d\d[,，][ ]?\d{1,4}[ ]?[(（:：]|[A-Z][a-z]+ [A-Z]\.[ ]?[,，]"
)
_PLANNED = lazy(r"预计|预测|规划|到20\d\d年|将达|截至|截止|目标")


class CitationDateLate(PatentCheck):
    """引证的非专利文献的公开日不早于本申请的申请日。

    审查指南要求引证的非专利文献的公开日在本申请的申请日之前；写了以后的年份多半是笔误，要么文献来源有问题。
    核对文献的出版年月，改正或者换一份文献。
    请求书写了申请日的按申请日比，没有写的按检查日期比；“预计到2030年”一类的预测不报；
    专利文件的公开日可以晚于申请日，不查。
    """

    code = "DSC010"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.3"),)
    message = "引证的非专利文献的日期“{words}”晚于{day}：非专利文献应当在申请日之前已经公开，请核对"
    needs = (PartName.DESCRIPTION,)

    good = (
        Sample(
            "说明书\n一种泵\n背景技术\n张三在《泵》（2019年第3期）发表的论文介绍了泵，"
            "预计到2035年发表的论文翻倍，2030年泵将多于阀。",
            as_of=date(2026, 11, 22),
        ),
        Sample(
            "请求书\n发明名称：一种泵\n申请日：2024年5月1日\n说明书\n一种泵\n背景技术\n2024年4月的论文介绍了泵。",
            as_of=date(2026, 11, 22),
        ),
    )
    bad = (
        Sample("说明书\n一种泵\n背景技术\n参见Lee K., Sensors, ⟦2029⟧, 12(3): 45-50。", as_of=date(2026, 11, 22)),
        Sample("说明书\n一种泵\n背景技术\n张三的论文（《泵》，⟦2027年⟧第3期）介绍了泵。", as_of=date(2026, 11, 22)),
        Sample(
            "请求书\n发明名称：一种泵\n申请日：2024年5月1日\n说明书\n一种泵\n背景技术\n"
            "学报⟦2024年6月⟧发表的文章介绍了泵。",
            as_of=date(2026, 11, 22),
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        limit, day = (self.as_of.year, self.as_of.month), f"检查日期{self.as_of.isoformat()}"
        filed = filing.request.first("filing-date") if filing.request else None
        match = re.search(r"(20\d{2})\D{1,2}(\d{1,2})", filed.folded) if filed else None
        if match:
            limit, day = (int(match[1]), int(match[2])), f"申请日{filed}"
        for paragraph in filing.description.paragraphs:
            body = paragraph.body
            for found in body.find(_DATE):
                text = body.folded
                at = found.start() - body.start
                start = max(text.rfind(mark, 0, at) for mark in "。；\n") + 1
                end = min((stop for mark in "。；\n" if (stop := text.find(mark, at)) >= 0), default=len(text))
                written = (int(found["year"]), int(found["month"] or 1))
                if written <= limit or not _ARTICLE.search(text, start, end) or _PLANNED.search(text, start, end):
                    continue
                yield self.at(body.at(found, "words"), day=day)
