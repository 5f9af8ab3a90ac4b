from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.scope import limitation

_LIST = lazy(
    r"[\s,:]*(?:所述[一-鿿]{2,12}|它|其)?(?P<words>(?:主要)?(?:包括有?|包含|由|设有|具有))[\s:]*"
    r"(?P<parts>[一-鿿A-Za-z0-9()]{1,20}(?:(?:、|和|与|及|以及|,|;)\s*[一-鿿A-Za-z0-9()]{1,20}){1,30})(?:组成"
    r"|构成)?\s*[。.]?\s*"
)
# Position, connection, motion, data flow or quantity: some relation is told.
_RELATION = lazy(
    r"连接(?![件杆管器头线座板轴块环套部柱片机])|连通|设[于在有置]|位于|固定(?![件座架板块环杆夹套支栓])"
    r"|安装(?![座架板孔支])|套[设在于接]"
    r"|嵌[设入在]|穿[设过]|抵|配合(?!件)|啮合|插[入设]|贴[合设]|夹持(?![器机爪])|悬挂|吊装"
    r"|支[承撑](?![架杆座板柱腿])|盖在|围|环绕|叠置"
    r"|之间|相[对邻互连]|用于|用以|发送|获取|驱动(?![器电机轴轮源])|带动|控制(?![器箱柜盒面板阀电模单系])"
    r"|[上下内外中]的|一端|两端|依次|分别|形成"
    r"|通信(?![模单器])|电连|根据|排列|分布|传输(?![带线])|输送(?![带机管辊链])|使|[与于在被将]"
)
_NO_PARTS = lazy(
    r"组合物|合金|药|剂|料|液|膏|胶|漆|酒|食品|饮料|肥|饲|水泥|玻璃|陶瓷|钢|膜|套件|套装|组合$|工具包|试剂盒|箱组"
    r"|介质|程序|系统|平台|网络|电路|芯片"
    r"|设备$|装置组|棋|玩具|拼图|积木|序列|菌|细胞|抗体|肽|蛋白|核酸|引物"
)
_JOIN = lazy(r"和|与|及|以及")
_SHARE = lazy(r"%|‰|份|wt|mol")


class PartsWithoutRelation(PatentCheck):
    """产品独立权利要求只罗列部件，没有写部件之间的位置或者连接关系。

    部件的罗列不构成完整的技术方案；实用新型保护的是形状、构造，更要写明部件怎样结合。
    写出每个部件与其他部件的位置、连接或者配合关系：“所述电机的输出轴与所述泵的转子连接”。
    只报整项权利要求就是一串名称、没有任何表示关系的词的；组合物、套件、系统、程序、介质不报。
    """

    code = "CLR021"
    level = Level.WARNING
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}“{words}”之后只罗列了部件，没有写它们的位置或者连接关系：请补写"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种水泵，包括电机、泵体和叶轮，所述电机的输出轴与所述叶轮连接。",
        "1. 一种防水涂料，包括乳液、水泥和水。\n2. 一种检测试剂盒，包括缓冲液、引物和探针。\n3. 一种急救套件，"
        "包括剪刀、纱布和镊子。",
        "1. 一种测距系统，包括发射模块、接收模块和处理模块。\n2. 一种板，包括60%的铜、40%的铝。",
        "1. 一种水泵，包括电机、设在所述电机一端的泵体。\n2. 根据权利要求1所述的水泵，包括滤网、盖板和手柄。",
        "1. 一种吹风机，包括与外罩连接的电机、装在所述外罩内的叶片。",
    )
    bad = (
        "1. 一种水泵，其特征在于，⟦包括⟧电机、传感器、开关、连接管和底座。",
        "1. 一种折叠椅，⟦由⟧椅面、椅背和椅腿组成。\n2. 根据权利要求1所述的折叠椅，所述椅面为木板。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.independent_claims:
            if claim.citations or claim.subject is None or claim.is_method or _NO_PARTS.search(claim.subject_name):
                continue
            told = limitation(claim)
            match = _LIST.fullmatch(told.document.folded, told.start, told.end)
            if match is None or _SHARE.search(match["parts"]):
                continue
            ends = claim.characterized.start if claim.characterized else told.start
            between = claim.body.document.folded[claim.subject.end : ends]
            if not _RELATION.search(_JOIN.sub("、", match["parts"])) and not _RELATION.search(between):
                yield self.at(told.at(match, "words"), claim=claim.number)
