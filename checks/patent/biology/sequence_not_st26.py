from collections.abc import Iterator
from datetime import date

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, Kind, PatentCheck, first_words
from ipcheck.patent.sequences import draw_listing

# 公告第485号: filings from this day on.
_SINCE = date(2022, 7, 1)


class SequenceNotSt26(PatentCheck):
    """序列表不是WIPO ST.26格式的XML文件（是ST.25的文本，或者写在说明书里）。

    2022年7月1日起提交的申请，序列表电子文件应当符合ST.26标准；旧的ST.25格式不再接受。
    用WIPO Sequence软件把序列表转换成ST.26格式的XML，另行提交。
    申请日在2022年7月1日之前的不报（用--as-of指定日期）；另有ST.26文件的，文本形式的那一份不报。
    """

    code = "BIO002"
    level = Level.ERROR
    basis = (cite("公告485", "1"),)
    message = "序列表（“{words}”）不是ST.26格式的XML文件：2022年7月1日起提交的申请请用ST.26格式"
    kinds = (Kind.INVENTION,)

    good = (
        Sample(
            "说明书\n一种引物\n具体实施方式\n扩增。\n序列表\n<210> 1\n<211> 16\n<400> 1\natgccgttagcatgcc",
            as_of=date(2022, 6, 30),
        ),
        Sample("说明书\n一种引物\n具体实施方式\n扩增，序列表另附。", as_of=date(2025, 1, 1)),
    )
    bad = (
        Sample(
            "说明书\n一种引物\n具体实施方式\n扩增。\n⟦序列表⟧\n<210> 1\n<211> 16\n<400> 1\natgccgttagcatgcc",
            as_of=date(2022, 7, 1),
        ),
        Sample(
            "说明书\n一种引物\n具体实施方式\n扩增。\n⟦<210> 1⟧\n<211> 16\n<400> 1\natgccgttagcatgcc",
            as_of=date(2026, 7, 1),
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        listing = draw_listing(filing)
        if listing is not None and not listing.st26 and self.as_of >= _SINCE:
            yield self.at(first_words(listing.start))
