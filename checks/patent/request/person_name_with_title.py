import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_TITLE = (
    r"(?:副教授|副研究员|副总经理|总经理|副经理|产品经理|项目经理|董事长|高级工程师|助理工程师|总工程师|工程师|高工|总工|助理研究员|研究员|主任医师|副主任医师|医师"
    r"|博士生?导师|博士后|博士生|博士|硕士生?|教授|讲师|导师|经理|先生|女士|小姐|老师|院士|主任|所长|院长|校长|处长|科长|厂长|总裁|同学|师傅|同志)"
)
_TAIL = lazy(rf"(?P<name>[一-鿿·]{{1,12}}?)[ \t]*(?P<words>[(（]{_TITLE}[)）]|{_TITLE})$")
_HEAD = lazy(
    r"(?P<words>副教授|教授|副研究员|研究员|院士|高级工程师|总工程师|工程师|总经理|博士(?!后|生))"
    r"[ \t]?(?=[一-鿿]{2,3}$)"
)
_ALONE = lazy(_TITLE)
_LATIN = lazy(r"(?P<words>(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir)\b\.?)[ \t]*(?=\S)", re.IGNORECASE)
_FIELDS = ("inventor", "applicant", "contact", "agent")
_DEGREES = ("博士", "硕士", "院士", "小姐", "师傅")


class PersonNameWithTitle(PatentCheck):
    """姓名后面带着学位、职务、职称或者称呼，如“李四教授”“王经理”。

    申请人、发明人应当填写本人真实姓名，不得带学位、职务等称号，也不得使用笔名或者其他非正式的姓名。
    只留姓名，如把“李四教授”改为“李四”；只有姓的（王经理），写出全名。
    名字里有“博”“士”的（李博、王士博）不报；只有一个姓再加“博士”的三个字可能就是姓名，只给警告。
    """

    code = "REQ012"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.1.2"), cite("指南", "1-1-4.1.3.2"))
    message = "姓名“{name}”带着称号“{words}”：请求书应当填写真实姓名，不带学位、职务等称号，请删去"
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    good = (
        "请求书\n发明人：李博、王士博、张博文、陈教仁",
        "请求书\n申请人：某某博士能科技有限公司\n联系人：经理",
        "请求书\n发明人：DREW SMITH、Marshall Doe",
        "请求书\n发明人：张三（不公布姓名）",
    )
    bad = (
        "请求书\n发明人：李四⟦教授→⟧、王五",
        "请求书\n发明人：李四 ⟦教授→⟧、⟦院士→⟧王五六",
        "请求书\n申请人：张三⟦（高级工程师）→⟧",
        "请求书\n联系人：王⟦经理⟧\n设计人：赵⟦博士⟧",
        "请求书\n发明人：⟦Dr.→⟧John Smith",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.request is None:
            return
        for key in _FIELDS:
            for value in filing.request.names(key):
                yield from self._named(value)

    def _named(self, value: Span) -> Iterator[Finding]:
        folded = value.document.folded
        latin = _LATIN.match(folded, value.start, value.end)
        if latin is not None:
            yield self.at(value.at(latin, "words"), name=str(value), fix="")
            return
        match = _TAIL.match(folded, value.start, value.end)
        if _ALONE.fullmatch(value.folded):
            # “李四 教授” is read as two names; a title alone (联系人：经理) is no name at all.
            before = value.document.text[max(0, value.start - 3) : value.start]
            if re.fullmatch(r".?[一-鿿][ \t\u3000]|[一-鿿][ \t\u3000]{2}", before):
                yield self.at(value, name=before.strip() + str(value), fix="")
            return
        leading = _HEAD.match(folded, value.start, value.end)
        if leading is not None:
            yield self.at(value.at(leading, "words"), name=str(value), fix="")
            return
        if match is None:
            return
        words = value.at(match, "words")
        surname_only = len(match["name"]) == 1
        level = Level.WARNING if surname_only and words.folded in _DEGREES else Level.ERROR
        yield self.at(words, name=str(value), fix=None if surname_only else "", level=level)
