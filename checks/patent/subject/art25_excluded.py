import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_MEDICAL = lazy(
    r"(?:诊断|治疗|防治|医治|手术|麻醉|给药|针灸|输血|受孕|避孕|康复治疗|放疗|化疗|美容手术)[^，。；]{0,30}?(?:方法|工艺|术)$"
)
_BODY = lazy(
    r"癌|瘤|炎|病(?!毒)|患者|人体|动物体|肌|骨|血|心脏|肝|肾|胃|肺|脑|糖尿|高血|感染|损伤|疼|痛|牙|眼|皮肤|孕|婴|失眠|抑郁"
)
_NOT_MEDICAL = lazy(
    r"故障|设备|装置|机器|网络|系统诊断|电路|车辆|发动机|变压器|轴承|管道|桥梁|程序|离体|体外|信息|数据|图像|模型|"
    r"建筑|裂缝|漏洞|植物|作物|果树|水稻|小麦|树木|土壤|废水|污水|水体|裂纹|混凝土|芯片|电池"
)
_VARIETY = lazy(r"(?:植物|动物|水稻|小麦|玉米|大豆|棉花|蔬菜|果树|苹果|猪|牛|羊|鸡|鱼)[^，。；]{0,12}(?:新?品种|品系)$")
_RULES = lazy(
    r"(?:游戏|棋|牌|体育比赛|竞赛|教学|授课|学习语言|考试|评分|记账|会计|薪酬|绩效|营销|促销|彩票|投注|排班|管理)"
    r"(?:的)?(?:规则|玩法|方法|制度|方案)$"
)
_TECHNICAL = lazy(
    r"处理器|计算机|服务器|终端|客户端|数据库|传感器|网络|装置|电路|模块|设备|接口|存储|芯片|控制器|电子|显示屏|通信|算法模型"
)
_DISCOVERY = lazy(r"(?:定理|定律|公理|数学公式|科学理论|计算公式|自然规律)$")


class Art25Excluded(PatentCheck):
    """权利要求的主题看起来属于专利法第二十五条不授予专利权的对象：疾病的诊断和治疗方法、动植物品种、智力活动规则、科学发现。

    这些主题无论写得怎样都不能授权，是初步审查和实质审查都会指出的驳回理由。
    诊断、治疗方法可以改写成仪器、装置，或者写成制药用途；品种可以改写其生产方法；规则和方法要写出所采用的技术手段。
    故障诊断、离体检测、病害防治等技术主题不报；含有处理器、服务器等技术特征的管理方法不报；是否属于例外请由人判断。
    """

    code = "SUB002"
    level = Level.ERROR
    basis = (cite("法", "25.1"), cite("指南", "2-1-4.3"))
    message = "权利要求{claim}的主题“{words}”看起来是{what}，不授予专利权：请改写主题，或者确认它属于例外"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种变压器故障诊断方法，其特征在于，包括采集油温。",
        "1. 一种肺炎辅助诊断装置，其特征在于，包括处理器。",
        "1. 一种离体检测肺癌标志物的方法，其特征在于，包括取离体血样。",
        "1. 一种水稻新品种的选育方法，其特征在于，包括杂交。",
        "1. 一种库存管理方法，其特征在于，服务器读取数据库，生成补货单。",
        "1. 一种果树病害防治方法，其特征在于，包括喷施药液。",
        "1. 化合物甲在制备治疗胃炎药物中的应用。",
    )
    bad = (
        "1. 一种⟦诊断肺癌的方法⟧，其特征在于，包括观察患者的舌苔。",
        "1. 一种⟦腰椎疼痛的治疗方法⟧，其特征在于，包括按压穴位。",
        "1. 一种⟦扑克牌游戏规则⟧，其特征在于，每人发五张牌。",
        "1. 一种⟦水稻新品种⟧，其特征在于，株高90cm。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.independent_claims:
            subject = claim.subject
            if subject is None:
                continue
            name = "".join(subject.folded.split())
            what = self._excluded(name, claim.body.folded)
            if what:
                level = Level.WARNING if what.startswith("智力") else None
                basis = (cite("法", "25.1(3)"), cite("指南", "2-1-4.3")) if "疾病" in what else self.basis
                yield self.at(subject, claim=claim.number, what=what, level=level, basis=basis)

    @staticmethod
    def _excluded(name: str, body: str) -> str:
        # “诊断肺癌的方法”: the act may stand before or after what it is done to.
        turned = re.search(r"(?:诊断|治疗|防治|医治)", name) and re.search(r"(?:方法|术)$", name)
        if (_MEDICAL.search(name) or turned) and _BODY.search(name) and not _NOT_MEDICAL.search(name):
            return "疾病的诊断或者治疗方法"
        if _VARIETY.search(name):
            return "动物或者植物品种"
        if _RULES.search(name) and not _TECHNICAL.search(body):
            return "智力活动的规则和方法"
        if _DISCOVERY.search(name):
            return "科学发现或者智力活动的规则"
        return ""
