import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_RANK = (
    r"(?:高级|正高级|副高级|中级|初级|助理|特级|特聘|首席|主任|副主任|执行|常务|副|总|名誉|客座|在读|法务|行政|财务"
    r"|人事|专利|知识产权|技术|研发|产品|项目|市场|销售|生产|质量|部门)?"
)
_TITLE = (
    rf"(?:{_RANK}(?:教授|研究员|工程师|经理|技师|技术员|实验师|农艺师|会计师|设计师|建筑师|医师|药师|护师|讲师|律师"
    rf"|顾问|专员|秘书|助理|总监|主管|主任|主席|董事长|董事|裁判|审核员|负责人|代理师|代理人|合伙人)"
    r"|高工|总工|博士生?导师|博士后|博士生|博士|硕士生?|硕导|博导|本科生|研究生|学士|导师|先生|女士|小姐|太太|老师"
    r"|老板|医生|院士|[所院校处科厂厅局部组课室社站馆会行店班董]长|副[所院校处科厂厅局部组校]长"
    r"|总裁|总经办|书记|干事|同学|同志|师傅|员工|法人代表|法定代表人|创始人|首席[一-鿿]{2,4}官)"
)
_TAIL = lazy(rf"(?P<name>[一-鿿·]{{1,12}}?)[ \t]*(?P<words>[(（][^()（）]*{_TITLE}[)）]|{_TITLE})$")
# A surname with 总, 工 or 老 for the person: hardly ever a name in full.
_CALLED = lazy(r"(?P<name>[一-鿿])(?P<words>总|工|董)$")
_HEAD = lazy(
    r"(?P<words>副教授|教授|副研究员|研究员|院士|高级工程师|总工程师|工程师|总经理|博士(?!后|生))"
    r"[ \t]?(?=[一-鿿]{2,3}$)"
)
_ALONE = lazy(_TITLE)
_LATIN = lazy(r"(?P<words>(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir)\b\.?)[ \t]*(?=\S)", re.IGNORECASE)
_FIELDS = ("inventor", "applicant", "contact", "agent")
_DEGREES = ("博士", "硕士", "院士", "小姐", "师傅", "学士", "会长", "行长", "班长", "社长", "站长", "店长", "组长")


class PersonNameWithTitle(PatentCheck):
    """姓名后面带着学位、职务、职称或者称呼，如“李四教授”“王经理”。

    申请人、发明人应当填写本人真实姓名，不得带学位、职务等称号，也不得使用笔名或者其他非正式的姓名。
    只留姓名，如把“李四教授”改为“李四”；只有姓的（王经理），写出全名。
    括号里写的职务（知识产权专员）同样算；名字里有“博”“士”的（李博、王士博）不报；
    只有一个姓再加“博士”的三个字、加“总”“工”的两个字可能就是姓名，只给警告。
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
        "请求书\n发明人：王律、李师、赵秘、孙行长青、周志工、钱学士才",
    )
    bad = (
        "请求书\n发明人：李四⟦教授→⟧、王五",
        "请求书\n发明人：李四 ⟦教授→⟧、⟦院士→⟧王五六",
        "请求书\n申请人：张三⟦（高级工程师）→⟧",
        "请求书\n联系人：王⟦经理⟧\n设计人：赵⟦博士⟧",
        "请求书\n发明人：⟦Dr.→⟧John Smith",
        "请求书\n专利代理师：李四五⟦律师→⟧\n联系人：张三⟦（专利部主管）→⟧\n发明人：赵六七⟦副研究员→⟧、钱⟦总⟧",
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
        called = _CALLED.fullmatch(folded, value.start, value.end)
        if match is None and called is not None:
            yield self.at(value.at(called, "words"), name=str(value), level=Level.WARNING)
        if match is None:
            return
        words = value.at(match, "words")
        surname_only = len(match["name"]) == 1
        level = Level.WARNING if surname_only and words.folded in _DEGREES else Level.ERROR
        yield self.at(words, name=str(value), fix=None if surname_only else "", level=level)
