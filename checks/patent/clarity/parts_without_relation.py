from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.parts_list import mere_lists


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
    missed = ("1. 一种水泵，其特征在于，⟦有电机、传感器、开关、连接管和底座⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim, words, _ in mere_lists(filing):
            yield self.at(words, claim=claim.number)
