import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_UNIT = lazy(
    r"(?:公司|集团|大学|学院|学校|研究院|研究所|研究中心|设计院|科学院|医院|实验室|课题组|项目组|研究组|科研组|攻关组|研发组|小组|工作组|专班|创新组"
    r"|团队|工作室|事务所|委员会|协会|学会|联盟|合作社|基地|技术部|研发部|工程部|设计部|项目部|质检部|事业部|技术科|研发中心|技术中心|工程中心|创新中心|中心|车间|工厂|制造厂|加工厂|化工厂"
    r"|机械厂|部门|班组|全体(?:人员|员工|成员)?)$"
)
_MACHINE = lazy(
    r"人工智能|大模型|语言模型|机器人|智能体|聊天助手|DABUS|Chat-?GPT|^GPT(?:-?\d.*)?$|DeepSeek|文心一言|通义千问|^豆包|讯飞星火|智谱清言|腾讯元宝"
    r"|Midjourney|Copilot|^(?:Claude|Gemini|Kimi|Llama|Grok|AI|AIGC)(?:[ -]?\d[\d.]*| AI)?$"
    r"|(?<![A-Za-z])AI(?![A-Za-z])",
    re.IGNORECASE,
)
_ALONE = frozenset(("课题组", "项目组", "研究组", "研发部", "技术部", "团队", "本公司", "全体"))
_ASIDE = lazy(r"[(（\[].*$")


class InventorNotNaturalPerson(PatentCheck):
    """发明人（设计人）一栏填写的不是自然人，而是单位、课题组、团队或者人工智能的名称。

    发明人应当是对发明创造的实质性特点作出创造性贡献的个人，不得填写单位或者集体，也不得填写人工智能名称。
    填写作出贡献的人的真实姓名，几个人的逐一填写，如把“AI课题组”改为各位成员的姓名。
    只看名称末尾的“公司”“大学”“课题组”“团队”等词和已知的人工智能名称；三个字以内、姓“公”姓“中”的人名和少数民族、外文姓名不报。
    """

    code = "REQ010"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.1.2"), cite("法", "26.2"))
    message = "发明人“{words}”{why}：发明人应当是自然人，请填写作出创造性贡献的人的真实姓名"
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    good = (
        "请求书\n发明人：张三、李四（不公布姓名）",
        "请求书\n发明人：公孙团、课文组、高中心",
        "请求书\n发明人：阿卜杜热依木·买买提；JOHN SMITH；Claude Dupont；Aiko Tanaka",
        "请求书\n申请人：某某大学\n发明人：王学院",
        "请求书\n设计人：艾佳琪",
    )
    bad = (
        "请求书\n发明人：⟦AI课题组⟧",
        "请求书\n发明人：张三、⟦某某机械有限公司⟧",
        "请求书\n设计人：⟦某某大学设计学院⟧",
        "请求书\n第一发明人：李四\n第二发明人：⟦ChatGPT⟧\n第三发明人：⟦人工智能小慧⟧",
    )
    missed = ("请求书\n发明人：⟦研发一处⟧",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.request is None:
            return
        for name in filing.request.names("inventor"):
            words = _ASIDE.sub("", "".join(name.folded.split()))
            if _MACHINE.search(_ASIDE.sub("", name.folded).strip()):
                yield self.at(name, why="是人工智能名称")
            elif words in _ALONE or (len(words) > 3 and _UNIT.search(words) and "·" not in words):
                yield self.at(name, why="是单位或者集体")
