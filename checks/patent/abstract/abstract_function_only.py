from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, first_words

_STRUCTURE = lazy(
    r"包括|包含|含有|设有|设置|设于|设在|安装|固定|连接|相连|位于|组成|构成|形成|开设|开有|铰接|焊接|粘接|套设|套装|套在|套有|装有|带有|置于|嵌|插接|插入|插设|卡接|卡合|螺接|啮合|穿设|穿过|穿有|贴合"
    r"|抵接|抵触|配合|布置|排列|分布|环绕|缠绕|由[^，,。；;]{1,20}(?:制成|组成|构成)|(?:圆|方|弧|锥|球|环|筒|柱|板|片|管|槽|孔|凸|凹|梯|三角|矩|菱|波浪|锯齿|螺旋)形|(?:凸|凹|卡|滑|通|沟|凹)(?:点|块|起|条|棱|槽|孔|轨)|呈[^，,。；;]{1,12}(?:形|状)|壁厚|直径"
    r"|(?:上|下|内|外|一端|两端|侧|底部|顶部|中部|表面|之间)(?:均|分别|还)?(?:有|为|是)|具有[^，,。；;]{0,20}(?:结构|层|孔|槽|面|部|腔|膜)"
)


class AbstractFunctionOnly(PatentCheck):
    """实用新型的摘要只写了功能和优点，没有写形状、构造的特征。

    实用新型的摘要尤其应当写明相对于背景技术在形状和构造上作出改进的技术特征，不得写成广告或者单纯功能性的产品介绍。
    写出由哪些部件组成、部件之间怎样连接、改进的部位是什么形状。
    只要有一处写到部件的组成、位置、连接或者形状就不报；写得够不够由人判断。
    """

    code = "ABS007"
    level = Level.ERROR
    basis = (cite("指南", "1-2-7.5"), cite("细则", "26.1"))
    message = (
        "摘要（“{words}”等）只写了功能和优点，没有写形状、构造的特征：实用新型的摘要应当写明改进的形状和构造，请补写"
    )
    needs = (PartName.ABSTRACT,)
    kinds = (Kind.UTILITY_MODEL,)

    good = (
        Sample("说明书摘要\n本实用新型公开了一种杯子，杯体外套有隔热层，使用方便。", kind="utility-model"),
        Sample("说明书摘要\n一种菱形晾衣架，呈菱形，成本低。", kind="utility-model"),
        Sample("说明书摘要\n一种防滑垫，底面有多个凸点，防滑效果好。", kind="utility-model"),
        Sample("说明书摘要\n本发明涉及一种节能方法，使用方便、成本低。", kind="invention"),
    )
    bad = (
        Sample(
            "说明书摘要\n⟦本实用新型公开了一种杯子⟧，使用方便、成本低，保温效果好，深得用户喜爱。", kind="utility-model"
        ),
        Sample("说明书摘要\n⟦一种多功能晾衣架。该晾衣⟧架既能晾衣又能晒被，节省空间，操作简单。", kind="utility-model"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.abstract is not None and not any(_STRUCTURE.search(line.folded) for line in filing.abstract.lines):
            yield self.at(first_words(filing.abstract.span))
