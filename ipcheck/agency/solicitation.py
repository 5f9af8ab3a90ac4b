"""Who offers agency business, or calls himself an agent, in advertisements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ipcheck.agency.advertising import claims
from ipcheck.agency.agency import Agency
from ipcheck.agency.tables import ADS, Ad
from ipcheck.model import Span
from ipcheck.readers.sheet import Row

# The service itself, and the name under which only those with a licence or a record may act.
PATENT_SERVICE = re.compile(
    r"代理(?:国内|国外|发明|实用新型|外观设计|各类)*专利(?:申请|业务|复审|无效|(?=$|[,。!、;]))"
    r"|专利(?:申请|复审|无效)?代理(?!师|人|机构|公司|事务所|行业|条例|管理|资格|考试|实务|费|.{0,4}(?:流程|政策|知识|解读))"
    r"|代(?:办|写|申请|为申请)(?:发明|实用新型|外观|各类|国内)*专利(?!技术?交底|交底)"
)
TITLE = re.compile(
    r"(?P<patent>专利)代理(?:师|人|机构|公司|事务所)(?!资格|考试|条例|管理|行业|协会)|(?P<patent2>专利)(?:律师)?事务所"
    r"|(?P<mark>商标)代理(?:机构|公司|事务所|人)(?!管理|行业|协会|备案)|(?P<both>知识产权)代理(?:机构|公司|事务所)"
)
# What others do, where one looks them up, what one is hired or taught for.
_OTHERS = re.compile(
    r"合作的?|入驻|汇聚|收录|推荐|对接|匹配|查询|名录|委托|转交|由[^,。!;]{2,20}(?:办理|承办|代理)|招聘|诚聘|培训|考试|备考|课程|书籍|"
    r"选择|如何|怎么选|什么是|哪些|何为"
)


def offers(agency: Agency, pattern: re.Pattern[str]) -> Iterator[tuple[Row[Ad], Span]]:
    """The rows of the table 广告, not a platform's, in which ``pattern`` is claimed for oneself, and where first."""
    for row in agency.rows(ADS):
        cell = row.cell(Ad.TEXT)
        if cell is None or row.yes(Ad.PLATFORM):
            continue
        for span in claims(cell, pattern):
            start = span.start - cell.start
            clause = re.split(r"[,。!?;]", cell.folded[:start])[-1] + re.split(r"[,。!?;]", cell.folded[start:])[0]
            if not _OTHERS.search(clause):
                yield row, span
                break


__all__ = ["PATENT_SERVICE", "TITLE", "offers"]
