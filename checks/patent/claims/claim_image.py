from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_FORMULA_BEFORE = lazy(
    r"(?:公式|[上下如]式|式中|通式|结构式|分子式|方程|表达式|关系式|计算式|函数|矩阵|满足|计算|为|是"
    r"|式[(（][^()（）\n]{1,6}[)）])"
    r"(?:如下|所示)?[：:，,\s]*$"
)
_FORMULA_AFTER = lazy(r"[\s,，;；。.]*(?:[(（]\d{1,2}[)）])?[\s,，;；。.]*(?:其中|式中)")
# Words before a picture that tell of a shape, a layout, a view; words behind it that make a shape of it.
_SHAPE_BEFORE = lazy(
    r"(?:形状|[横纵]?[截断剖]面|外形|外观|轮廓|图案|样式|式样|造型|构造|布局|布置|排布|排列方式|流程|界面|页面"
    r"|画面|花纹|纹路|形貌|架构|电路"
    r"|(?:框|示意|截|流程|结构|电路|原理|效果|装配|剖视|立体|主视|俯视|侧视|实物|局部|放大)图|[上下左右附]图|如图"
    r"|照片|图片|图样|图形)"
    r"(?:的?(?:形状|结构|轮廓|图形?|样式|方式))?(?:大致|分别|均|可以?|大体|整体)?(?:设[计置](?:为|成|有)|为|是|呈"
    r"|成|如|见|参见|采用)?(?:下列?|以下|下面|右侧?|左侧?|上)?"
    r"(?:所示|形状|图案|图形?|样式|结构)?[：:，,\s]*$"
    r"|(?:如下|下列|以下|下图|上图|右图|左图)(?:所示)?的?(?:形状|外形|轮廓|图案|样式|图形|布局|流程|界面"
    r"|电路)[：:，,\s]*$|(?:呈|形如|状如|形似)[：:\s]*$"
)
_SHAPE_AFTER = lazy(
    r"[ ]?(?:形(?!式)|状(?!态)|字形|字型|型(?![号式])|所示的?(?:形状|图|结构|轮廓|界面|流程|电路|样式|布局)"
    r"|的(?:形状|图案|外形|轮廓|样式))"
)
_QUOTED = lazy(r"[“\"「『]$")


class ClaimImage(PatentCheck):
    """权利要求书里有插图。

    权利要求书可以有化学式或者数学式，必要时可以有表格，但不得有插图；保护范围应当用文字限定。
    删去插图，用文字写出它所表示的结构或者步骤，图放到说明书附图里。
    公式、化学结构式即使以图片形式插入也不报：前面写着“公式”“结构式”“式（I）”等、或者后面接“其中”“式中”的图片视为公式；
    前面写着“形状为”“截面呈”“界面如下”“流程图”等、或者后面接“形”“状”的图片是插图；
    引号里的图片是字形，也不报；PDF 里的公式都是图片，独占一行、前面是冒号的不报。
    """

    code = "CLM007"
    level = Level.ERROR
    basis = (cite("细则", "22.3"), cite("指南", "1-1-4.4"))
    message = "权利要求书里有插图：权利要求可以有化学式或者数学式，但不得有插图，请改用文字限定，图移到说明书附图"
    needs = (PartName.CLAIMS,)

    good = (
        Sample("1. 一种测距方法，距离按\ufffc计算。", objects=("formula",)),
        Sample("1. 一种化合物，具有\ufffc的结构。", objects=("chemistry",)),
        Sample("1. 一种测距方法，所述距离的计算公式为：\n\ufffc\n其中，v为速度。", objects=("picture",)),
        Sample("1. 一种化合物，结构如式（I）所示：\ufffc。", objects=("ole",)),
        Sample("1. 一种测距方法，对信号作变换：\n\ufffc\n其中，v为速度。", objects=("picture",)),
        Sample("1. 一种散热器，包括“\ufffc”字形散热片。", objects=("picture",)),
        Sample("1. 一种滤波方法，所述截面积的表达式为\ufffc，流程中的增益为：\ufffc", objects=("picture", "picture")),
        Sample("1. 一种化合物，具有如下结构：\n\ufffc\n其中R为甲基。", objects=("picture",)),
        "1. 一种杯子，包括杯体。",
    )
    bad = (
        Sample("1. 一种杯子，杯体的截面形状为：\n⟦\ufffc⟧。", objects=("picture",)),
        Sample("1. 一种杯子，杯口呈⟦\ufffc⟧形，杯底为如下图案：⟦\ufffc⟧", objects=("picture", "picture")),
        Sample("1. 一种下单方法，所述下单界面如下所示：\n⟦\ufffc⟧\n其中，左侧为商品。", objects=("picture",)),
        Sample("1. 一种杯子，包括杯体，杯体的形状见⟦\ufffc⟧。", objects=("picture",)),
        Sample(
            "1. 一种杯子，包括杯体。\n⟦\ufffc⟧\n2. 根据权利要求1所述的杯子，还包括杯盖。\n⟦\ufffc⟧",
            objects=("picture", "ole"),
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for line in filing.parts[PartName.CLAIMS].lines:
            document = line.document
            for offset in range(line.start, line.end):
                item = document.object_at.get(offset) if document.text[offset] == "\ufffc" else None
                if item is None or item.kind not in ("picture", "ole"):
                    continue
                before = document.folded[max(0, offset - 24) : offset].replace("\ufffc", "")
                after = document.folded[offset + 1 : offset + 12]
                shape = _SHAPE_BEFORE.search(before) or _SHAPE_AFTER.match(after)
                if shape and not _QUOTED.search(before):
                    yield self.at(Span(document, offset, offset + 1))
                    continue
                if _QUOTED.search(before) or _FORMULA_AFTER.match(after) or _FORMULA_BEFORE.search(before):
                    continue
                # In a PDF every formula is a picture; it stands after a colon, on a line of its own.
                if document.format != "pdf" or not before.rstrip().endswith(":"):
                    yield self.at(Span(document, offset, offset + 1))
