from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck

_MOST = 2


class AgentCount(PatentCheck):
    """请求书中指定的专利代理师超过两人。

    一件专利申请的专利代理师不得超过两人；多填的会被要求补正。
    只留两名专利代理师，委托书也作同样修改。
    从第三名起标出；同一人填了两处的只算一人。
    """

    code = "REQ018"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.1.6"), cite("细则", "19(4)"))
    message = "“{words}”是第{order}名专利代理师：一件申请的专利代理师不得超过两人，请只留两名"
    needs = (PartName.REQUEST,)

    good = (
        "请求书\n专利代理机构：甲乙专利代理事务所\n专利代理师：张三、李四",
        "请求书\n代理师1：张三\n代理师2：李 四",
        "请求书\n代理师：张三\n资格证号码：12345\n代理师：张三",
    )
    bad = (
        "请求书\n专利代理师：张三、李四、⟦王五⟧",
        "请求书\n代理师1：张三\n代理师2：李四\n代理师3：⟦王五⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.request is None:
            return
        seen: set[str] = set()
        for name in filing.request.names("agent"):
            words = "".join(str(name).split())
            if words in seen or any(character.isdigit() for character in words):
                continue
            seen.add(words)
            if len(seen) > _MOST:
                yield self.at(name, order=len(seen))
