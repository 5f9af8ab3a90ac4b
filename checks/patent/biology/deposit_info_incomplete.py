import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_CUE = lazy(
    r"(?:菌种|生物)?保藏(?:编号|号|日期|单位|登记号)|已?(?:保藏|送存)(?:于|在)(?![0-9\-零]|[^，。；]{0,6}(?:℃|冰箱"
    r"|液氮|冻|培养基|斜面|甘油|低温))"
)
_BOUGHT = lazy(r"购(?:自|买|于)|市售|赠|标准菌|模式菌|引自|来源于")
_ITEMS: dict[str, re.Pattern[str]] = {
    "分类命名和拉丁文名称": lazy(
        r"(?<![A-Za-z])[A-Z][a-z]{2,}(?:\.)?[ ]+(?:sp\.|spp\.|[a-z]{3,})|(?<![A-Za-z])[A-Z]\.[ ]?[a-z]{3,}"
    ),
    "保藏单位": lazy(r"保藏(?:中心|单位|机构|管理委员会)|CGMCC|CCTCC|GDMCC|ATCC|DSMZ|NRRL"),
    "保藏单位地址": lazy(r"地址|(?:省|市|区)[^，。；\n]{1,20}(?:路|街|道|号|大学|研究所|院)"),
    "保藏日期": lazy(r"(?:19|20)\d{2}[ ]?(?:年|[-./])[ ]?\d{1,2}[ ]?(?:月|[-./])[ ]?\d{1,2}[ ]?日?"),
    "保藏编号": lazy(
        r"(?:CGMCC|CCTCC|GDMCC|ATCC|DSM|NRRL|KCTC|NITE)[ ]?(?:NO|No|no|№)?[ .:]*[A-Z]?[ ]?:?[ ]?[A-Z]{0,4}-?\d{2,}"
        r"|保藏(?:编号|号|登记号)(?:为|是|[ ]*:)[ ]*[A-Z]*[ ]?\w*\d"
    ),
}


class DepositInfoIncomplete(PatentCheck):
    """说明书提到生物材料的保藏，却没有写全分类命名、拉丁文名称、保藏单位、地址、日期和编号。

    涉及保藏的申请，应当在请求书和说明书中写明这些事项；申请时没有写明的，自申请日起4个月内补正，
    期满不补正视为未提交保藏。
    在说明书里写全，并与请求书一致。
    整份说明书里有就算有；购买的、标准的菌株和“保藏于-80℃”不是专利保藏；给了请求书才看请求书。
    """

    code = "BIO004"
    level = Level.ERROR
    basis = (cite("细则", "27(3)"), cite("指南", "1-1-5.2.1"), cite("指南", "2-10-9.2.1"))
    message = "生物材料保藏（“{words}”）的事项没有写全：{where}缺少{missing}，请补写（申请日起4个月内）"
    kinds = (Kind.INVENTION,)
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种枯草芽孢杆菌\n具体实施方式\n枯草芽孢杆菌（Bacillus subtilis）甲1，保藏日期为2023年5月6日，"
        "保藏编号为CGMCC No.12345，"
        "保藏单位为中国微生物菌种保藏管理委员会普通微生物中心，地址为北京市朝阳区北辰西路1号院3号。",
        "说明书\n一种方法\n具体实施方式\n大肠杆菌购自某公司，保藏号为ATCC 25922；菌液保藏于-80℃冰箱。",
        "说明书\n一种粮食保藏方法\n具体实施方式\n把粮食放在仓里。",
    )
    bad = (
        "说明书\n一种枯草芽孢杆菌\n具体实施方式\n枯草芽孢杆菌（Bacillus subtilis）甲1，⟦保藏编号⟧为CGMCC No.12345，"
        "保藏单位为中国微生物菌种保藏管理委员会普通微生物中心，地址为北京市朝阳区北辰西路1号院3号。",
        "说明书\n一种酵母\n具体实施方式\n该酵母已⟦保藏于⟧中国典型培养物保藏中心，编号为CCTCC NO:M2023001，"
        "日期为2023年5月6日。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        place: Span | None = None
        texts: list[str] = []
        for paragraph in filing.description.paragraphs:
            texts.append(paragraph.body.folded)
            for match in paragraph.body.find(_CUE) if place is None else ():
                sentence = _sentence(paragraph.body.folded, match.start() - paragraph.body.start)
                if not _BOUGHT.search(sentence):
                    place = paragraph.body.at(match)
                    if match[0].startswith("已"):
                        place = place.sub(1, len(place))
                    break
        if place is None:
            return
        text = "\n".join(texts)
        missing = [name for name, pattern in _ITEMS.items() if pattern.search(text) is None]
        if missing:
            yield self.at(place, where="说明书", missing="、".join(missing))
        if filing.request is not None:
            fields = {
                "deposit-name": "分类命名",
                "deposit-unit": "保藏单位",
                "deposit-address": "保藏单位地址",
                "deposit-date": "保藏日期",
                "deposit-number": "保藏编号",
            }
            empty = [label for key, label in fields.items() if filing.request.first(key) is None]
            if empty:
                yield self.at(place, where="请求书", missing="、".join(empty))


def _sentence(text: str, position: int) -> str:
    start = max(text.rfind(mark, 0, position) for mark in "。；;\n") + 1
    end = min((found for mark in "。；;\n" if (found := text.find(mark, position)) >= 0), default=len(text))
    return text[start:end]
