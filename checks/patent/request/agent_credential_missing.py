import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_NONE = lazy(r"^\s*(?:无|否|没有|未委托|/|-|—)")
_FULL = lazy(r"(?:事务所|公司|代理所|中心|服务部|代理部|商标所|法律部|代理处|专利处|事务部)(?:[(（][^()（）]*[)）])?$")
_CODE = lazy(r"[A-Za-z]{0,3}\d{4,}")
_OF_AGENCY = ("agency-code", "agent", "agent-credential")
_FILLED = 5


class AgentCredentialMissing(PatentCheck):
    """委托了代理机构，却没有写全机构名称、机构代码、代理师姓名和资格证号码，或者填的是执业证号。

    委托专利代理机构的，请求书应当写明机构的名称（与公章一致的全称）和机构代码，以及代理师的姓名、资格证号码和联系电话。
    补全缺少的一项；2024年1月20日起填写的是专利代理师资格证号码，旧表格中的“执业证号”要换成资格证号码。
    机构名称不是以“事务所”“公司”等结尾的，当作简称；请求书只填了几栏（内部阈值：不足五栏）的，不报缺少的项目。
    联系电话常由申请系统填写，只在请求书别处写了电话、代理师却没有电话一栏时也不报，须由人核对。
    """

    code = "REQ019"
    level = Level.ERROR
    basis = (cite("细则", "19(4)"), cite("指南", "1-1-4.1.6"))
    message = "“{words}”：{why}，请求书应当写明代理机构的全称和代码、代理师的姓名和资格证号码，请改正"
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    _HEAD = "请求书\n发明名称：一种杯子\n发明人：张三\n申请人：张三\n"
    good = (
        _HEAD + "专利代理机构：甲乙专利代理事务所（普通合伙）\n机构代码：00000\n专利代理师：李四\n资格证号码：0000001",
        _HEAD
        + "代理机构名称：甲乙知识产权代理有限公司\n机构代码：00000\n代理师1：李四\n资格证号：0000001\n代理师2：王五\n"
        "资格证号：0000002",
        _HEAD + "专利代理机构：无",
        _HEAD + "专利代理师：无",
        _HEAD + "专利代理机构：甲乙专利代理事务所",
    )
    bad = (
        _HEAD + "专利代理机构：甲乙专利代理事务所\n机构代码：00000\n专利代理师：李四\n⟦执业证号⟧：0000100000.1",
        _HEAD + "专利代理机构：⟦甲乙专利代理事务所⟧\n专利代理师：李四\n资格证号码：0000001",
        _HEAD + "专利代理机构：甲乙专利代理事务所\n机构代码：00000\n专利代理师：李四、⟦王五⟧\n资格证号码：0000001",
        _HEAD + "专利代理机构：甲乙专利代理事务所\n机构代码：00000\n专利代理师：⟦李四⟧、王五",
        _HEAD + "专利代理机构：⟦甲乙专利⟧\n机构代码：00000\n专利代理师：李四\n资格证号码：0000001",
        _HEAD + "⟦专利代理师⟧：李四\n资格证号码：0000001",
        _HEAD + "专利代理机构：⟦甲乙专利代理事务所⟧\n机构代码：00000\n地址：江苏省江州市创业路8号",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        if request is None:
            return
        for item in request.fields:
            if item.key == "agent-credential" and "执业" in "".join(str(item.label).split()):
                yield self.at(item.label, why="填写的应当是专利代理师资格证号码，不是执业证号")
        agency = request.first("agency")
        if agency is None:
            # A code, a name or a number of an agent tells that there is an agency.
            told = next((item for item in request.fields if item.key in _OF_AGENCY), None)
            if told is not None and not _NONE.match(str(told.value)):
                yield self.at(told.label, why="没有写代理机构的名称")
            return
        if _NONE.match(str(agency)):
            return
        agents = [
            name for name in request.names("agent") if not re.search(r"\d", str(name)) and not _NONE.match(str(name))
        ]
        enough = len(request.fields) >= _FILLED
        if not _FULL.search("".join(agency.folded.split())):
            yield self.at(agency, why="代理机构不是全称")
        elif enough and not request.all("agency-code"):
            yield self.at(agency, why="没有写机构代码")
        elif enough and not agents:
            yield self.at(agency, why="没有写专利代理师的姓名")
        credentials = sum(1 for value in request.all("agent-credential") for _ in value.find(_CODE))
        inline = sum(bool(_CODE.search(name.folded)) for name in request.names("agent"))
        names = list({"".join(str(name).split()): name for name in agents}.values())
        if enough and credentials + inline < len(names):
            # One finding where the form gives no number at all.
            for name in names[credentials + inline :] if credentials + inline else names[:1]:
                yield self.at(name, why="没有写资格证号码")
