from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_CATEGORY = lazy(
    r"(?:技术(?:方案)?|(?:设计|总体|解决|改进)?思[路想]|构思|理念|设想|概念|创意|(?<![配图药])方案|(?:结构"
    r"|产品|外观|工艺|电路|优化)?设计|创新|改进|发明|原理|机理|技巧|经验|模式|机制|策略"
    r"|解决之道|手段|措施|成果|项目|做法要点|思维|规划|效果|性能|特征|功能|理论|现象|规律)$"
)
# 运行模式, 控制策略 stand for a method with some examiners; 功能结构 and the like end in a product's word.
_DOUBTFUL = lazy(r"(?:模式|机制|策略|规划)$")
_METHOD = r"(?:方法|工艺|用途|应用|制法|做法|流程|步骤|使用|作法)"
_DOING = (
    r"(?:制备|制造|制作|生产|加工|使用|操作|应用|控制|安装|装配|施工|检测|测试|处理|成型|提取|合成|设计"
    r"|回收|清洗|焊接|装卸|养护|培育|种植|养殖|运行|管理|工作|调试|维护|监测|校准|监控)"
)
_PRODUCT = (
    r"(?:装置|系统|设备|产品|介质|终端|电子设备|平台|机构|组件|结构|器件|元件|电路|芯片|仪器|工具|材料"
    r"|组合物|制品|制剂|药物|模块|单元|部件|构件|机组|服务器|车辆|机器人|夹具|模具|设施"
    r"|化合物|涂料|合金|薄膜|膜|剂)"
)
_AND_ITS = r"(?:及其|以及其|和其|与其)"
_MIXED = lazy(
    # A product and its method, a method and the thing for it; 的 after the joining word makes one of them a modifier.
    rf"(?P<its>{_AND_ITS}(?:[^的，,]{{0,12}}{_METHOD}|[^，,]{{0,16}}(?:用途|应用)"
    rf"|(?:的)?{_DOING}(?:[、和与及]{_DOING})*(?:的?方法|工艺)?))$"
    rf"|{_PRODUCT}(?P<product>及|和|与|、|以及|或|/)[^的，,]{{0,8}}{_METHOD}$"
    rf"|(?<![备造作产工用制装测试理取成计洗接护育植行缩化密析算拟法勤艺])(?P<doing>及"
    rf"|以及){_DOING}{{1,2}}(?:[、和与]{_DOING})*(?:方法|工艺)$"
    rf"|{_METHOD}(?P<method>及其?|和其?|与其?|、|以及其?|或|/)(?:[^的，,]{{0,10}}{_PRODUCT}|(?:所得|得到的"
    rf"|制得的|制备的|获得的|所用|专用|用的?)"
    r"[^，,]{0,14}(?<!方法)(?<!工艺))$"
)
_TWO_METHODS = lazy(rf"(?:方法|工艺){_AND_ITS}[^的]*(?:方法|工艺)$")


class ClaimSubjectVague(PatentCheck):
    """独立权利要求的主题名称看不出是产品还是方法，或者把产品和方法写在一项里。

    一项权利要求的类型应当清楚：“一种……技术”“一种……方案”类型不明，“一种产品及其制造方法”同时要求两种类型，都不允许。
    改为“一种……装置”或者“一种……方法”；产品和它的方法分成两项独立权利要求。
    只看主题名称的最后一个词，“信息技术设备”一类的修饰语不算；“运行模式”“控制策略”在审查中说法不一，只是警告。
    """

    code = "CLR015"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}的主题名称“{words}”类型不清楚：请写成一种产品或者一种方法，产品和方法分项要求"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种信息技术设备，包括机箱。\n2. 一种节能方法，包括关灯。",
        "1. 一种拉链，包括链牙。\n2. 一种拉链的制造方法，包括注塑。",
        "1. 一种用于装卸方法和装置的夹具，包括夹爪。",
        "1. 一种涂料的配方，由水和颜料组成。",
        "1. 一种固体和液体分离方法，包括沉淀。\n2. 一种水泵的安装及使用方法，包括清洗。"
        "\n3. 一种提取及纯化工艺，包括过滤。",
    )
    bad = (
        "1. 一种⟦节能技术⟧，包括关灯。",
        "1. 一种⟦拉链及其制造方法⟧，包括链牙。",
        "1. 一种⟦水泵控制方法及系统⟧，其特征在于，包括控制器。\n2. 一种⟦隔音方案⟧，包括隔板。",
        "1. 一种⟦轻质砖及制备工艺⟧，包括砂。\n2. 一种⟦台灯以及其使用方法⟧，包括灯罩。"
        "\n3. 一种⟦制糖方法及所得糖浆⟧，包括糖。",
        "1. 一种⟦锁具的改进⟧，包括锁芯。\n2. 一种⟦省力原理⟧，包括杠杆。\n3. 一种⟦水泵及其制造⟧，包括叶轮。",
    )
    missed = ("1. 一种⟦水泵相关⟧，包括叶轮。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            if claim.leading is not None or claim.subject is None:
                continue
            name = claim.subject.folded
            if _CATEGORY.search(name):
                level = Level.WARNING if _DOUBTFUL.search(name) else None
                yield self.at(claim.subject, level=level, claim=claim.number)
            elif _MIXED.search(name) and not _TWO_METHODS.search(name):
                yield self.at(claim.subject, claim=claim.number)
