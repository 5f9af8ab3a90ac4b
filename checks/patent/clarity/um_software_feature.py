from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

# Improvements of methods by their own names.
_SOFTWARE = lazy(
    r"(?:[一-鿿]{0,2}神经网络|深度学习|机器学习|强化学习|[一-鿿]{0,4}算法|大语言模型|预测模型|识别模型|训练(?:好"
    r"|得到)?的模型"
    r"|软件程序|控制软件|计算机程序|程序代码|卡尔曼滤波|傅里叶变换|小波变换|支持向量机|决策树|聚类|回归模型"
    r"|控制逻辑|判断逻辑|控制策略)"
)
_WHO = (
    r"(?:控制器|处理器|控制模块|处理模块|单片机|微处理器|主控(?:模块|板|单元|芯片)?|控制单元|处理单元|上位机"
    r"|服务器|控制系统|PLC|MCU|CPU|芯片|控制箱"
    r"|控制柜|计算机|云平台|后台)"
)
# 控制器根据温度判断…: known control of this sort is borderline.
_LOGIC = lazy(
    rf"{_WHO}[^，。；,;\n]{{0,16}}?(?P<words>根据|依据|基于|当|若|如果|通过比较|比较|计算|判断|判定|预测|推算"
    rf"|运算)(?!机|器|实际|需要|需求)"
)
_CALCULATE = lazy(
    r"计算(?!机|器|单元|模块)|判断(?!器|模块|单元)|判定|比较(?!器|好|大|小|高|低)|预测|推算|分析(?!仪|器|天平)"
    r"|识别(?!器|码|卡|仪|模块|标)|运算(?!放大|器)"
)


# 根据历史数据预测…: an act without its actor.
_ACT = lazy(
    r"(?:^|[,;:。])(?P<words>根据|依据|基于|利用)[^，。；,;\n]{1,16}"
    r"(?:预测|判断|计算|判定|识别|优化)(?!器|仪|码|模块)"
)
_PROGRAM = lazy(r"(?:写有|存有|存储有?|烧录有?|内置有?|装有|运行|执行|加载)[^，。；,;\n]{0,6}(?P<words>程序)(?!控制器)")


class UmSoftwareFeature(PatentCheck):
    """实用新型的权利要求里有算法、程序、判断逻辑一类的特征。

    实用新型只保护产品的形状、构造或者其结合；权利要求里含有对计算机程序、处理方法本身的改进，就不属于保护的客体。
    删去算法和判断的过程，只写电路、部件和它们的连接；确要保护控制方法的，另外申请发明。
    写有算法、神经网络、控制逻辑等名称的是错误；“控制器根据……判断……”一类可能只是已知的控制功能，由审查员逐案判断，
    只是警告；“控制器与传感器电连接”“计算机”“比较器”“识别模块”“用于检测温度”不报。
    """

    code = "CLR019"
    level = Level.ERROR
    kinds = (Kind.UTILITY_MODEL,)
    basis = (cite("法", "2.3"), cite("指南", "1-2-6.1"))
    message = "实用新型权利要求{claim}里有“{words}”，属于对程序或者方法的限定：请删去，只写结构和连接关系"
    needs = (PartName.CLAIMS,)

    good = (
        "本实用新型\n1. 一种阀门，包括控制器、温度传感器和比较器，所述控制器与所述温度传感器电连接，"
        "控制器用于控制阀芯开闭。\n"
        "2. 根据权利要求1所述的阀门，还包括计算机、人脸识别模块和气体分析仪，所述控制器为PLC程序控制器。\n"
        "3. 根据权利要求1所述的阀门，所述阀芯的直径根据管径选择，控制器根据需要设置两个，运算放大器与控制器连接。",
        "本发明\n1. 一种阀门的控制方法，控制器采用神经网络算法判断温度。",
    )
    bad = (
        "本实用新型\n1. 一种阀门，包括控制器，所述控制器采用⟦模糊控制算法⟧调节开度。\n"
        "2. 根据权利要求1所述的阀门，所述控制器内存有⟦控制逻辑⟧，运行⟦卷积神经网络⟧。",
        "本实用新型\n1. 一种阀门，包括控制器和传感器，所述控制器⟦根据⟧温度计算开度并判断是否关闭。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            for match in claim.body.find(_SOFTWARE):
                yield self.at(claim.body.at(match), claim=claim.number)
            for pattern in (_PROGRAM, _ACT):
                for match in claim.body.find(pattern):
                    yield self.at(claim.body.at(match, "words"), level=Level.WARNING, claim=claim.number)
            for match in claim.body.find(_LOGIC):
                end = min(claim.body.end, match.end() + 40)
                if _CALCULATE.search(claim.body.document.folded, match.start("words"), end):
                    yield self.at(claim.body.at(match, "words"), level=Level.WARNING, claim=claim.number)
