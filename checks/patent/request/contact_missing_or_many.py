from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_UNIT = lazy(
    r"(?:公司|集团|大学|学院|学校|研究院|研究所|医院|中心|厂|合作社|事务所|工作室|经营部|商行|委员会|协会|企业|院|所|局|站)(?:[(（][^()（）]*[)）])?$"
)
_NAME = lazy(r"^(?:[一-鿿·]{2,15}|[A-Za-z][A-Za-z .,'-]+)$")
_NONE = lazy(r"^(?:无|否|没有|/|-|—)$")
# Blanks are taken whole (*+): given back one by one they make a run of them cubic.
_BLANK = lazy(r"[ \t]*+[①-⑳⑴-⒇\d、.()（）]*联系人(?:姓名)?[ \t]*+[:：]?[ \t]*+(?:无|/|-|—)?[ \t]*+$")
_FILLED = 8


class ContactMissingOrMany(PatentCheck):
    """申请人是单位又没有委托代理机构，却没有填写联系人；或者联系人填了不止一人。

    申请人是单位且未委托专利代理机构的，应当填写联系人，联系人只能填写一人，是代替单位接收各种通知的收件人。
    填写一名本单位人员的姓名，并写明通信地址、邮政编码和电话。
    委托了代理机构的可以不填联系人；草稿里既没有代理机构也没有联系人一栏的，填了八栏以上（内部阈值）才报没有联系人。
    """

    code = "REQ017"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.1.4"),)
    message = "“{words}”：{why}，单位申请且未委托代理的应当填写一名本单位的联系人，联系人只能填写一人，请改正"
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    _HEAD = "请求书\n发明名称：一种杯子\n发明人：张三\n申请人："
    _TAIL = "\n统一社会信用代码：91350100M000100Y43\n地址：江苏省江州市创业路8号\n邮政编码：210000"
    good = (
        _HEAD + "某某公司" + _TAIL + "\n联系人：李四",
        _HEAD + "某某公司" + _TAIL + "\n专利代理机构：甲乙专利代理事务所",
        _HEAD + "张三\n身份证件号码：11010519491231002X\n地址：江苏省江州市创业路8号\n邮政编码：210000",
        _HEAD + "某某公司\n联系人姓名：张 三",
        _HEAD + "某某公司",
        _HEAD + "某某公司" + _TAIL,
    )
    bad = (
        _HEAD + "⟦某某公司⟧" + _TAIL + "\n联系人：\n摘要附图：图1",
        _HEAD + "某某公司" + _TAIL + "\n联系人：李四、⟦王五⟧",
        _HEAD + "⟦某某市农机研究所（有限合伙）⟧" + _TAIL + "\n联系人：无",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        if request is None:
            return
        contacts = [name for name in request.names("contact") if _NAME.match(name.folded.strip())]
        contacts = [name for name in contacts if not _NONE.match(name.folded)]
        seen: set[str] = set()
        for name in contacts:
            words = "".join(str(name).split())
            if seen and words not in seen:
                yield self.at(name, why="这是又一名联系人")
            seen.add(words)
        represented = request.all("agency") or request.all("agent") or request.all("agency-code")
        blank = any(_BLANK.match(line.folded) for line in request.part.lines)
        if contacts or represented or (len(request.fields) < _FILLED and not blank):
            return
        for applicant in request.names("applicant")[:1]:
            if _UNIT.search("".join(str(applicant).split())):
                yield self.at(applicant, why="没有填写联系人")
