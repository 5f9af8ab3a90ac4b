import re
from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

# Acts that make or treat a thing; a machine in use does not do them to what it works on, or seldom.
_MAKE = (
    r"浸泡|浸渍|浸涂|浸漆|浸没|浸胶|烘烤|烘干|晾干|晒干|风干|阴干|吹干|沥干|固化|煅烧|焙烧|烧结|烧制|烧成"
    r"|退火|淬火|回火|正火|调质|渗碳|渗氮|氮化"
    r"|热处理|时效|静置|放置|陈化|熟化|发酵|灭菌|消毒|蒸煮|煮沸|球磨|熔炼|熔化|熔融|浇铸|浇注|浇筑|铸造|压铸"
    r"|锻造|锻打|冲压|轧制|挤出|挤压|拉拔|拉丝"
    r"|热压|冷压|模压|压制|压延|压合|层压|吹塑|注塑|吸塑|滚塑|发泡|硫化|电镀|镀锌|化学镀|蒸镀|溅射|沉积|旋涂"
    r"|涂覆|涂布|涂刷|刷涂|涂抹|喷涂|喷漆|喷砂|喷粉"
    r"|氧化|酸洗|碱洗|水洗|漂洗|脱脂|除油|钝化|磷化|抛光|打磨|刻蚀|蚀刻|腐蚀|曝光|显影|光刻|缝制|缝合|编织"
    r"|裁剪|裁切|脱模|养护|碳化|炭化|活化|石墨化|改性"
    r"|冻干|定型|成型|折弯|弯折|车削|铣削|磨削|钻孔|攻丝|切削|焊接|点焊|铆接|粘接|粘合|粘贴|涂胶|点胶|封装"
    r"|灌封|灌胶|组装|装配"
)
# Acts that a machine may do too: they count beside one of the former, or with a figure.
_DO = (
    r"预热|冷冻|保温|保压|加热|升温|降温|搅拌|混合|搅匀|冷却|研磨|粉碎|破碎|干燥|清洗|冲洗|洗涤|过滤|离心"
    r"|脱水|脱气|抽真空|加压|减压|压实|超声|震荡|振荡|振动"
    r"|反应|溶解|萃取|蒸馏|切割|剪切|拉伸|牵引|照射|辐照|处理(?![ ]?\d)"
)
_ACT = rf"(?:{_MAKE}|{_DO})"
_COUNT = r"(?:\d[\d.]{0,6}|[一二两三四五六七八九十百半几数]{1,4}个?)"
_RANGE = rf"{_COUNT}[ ]?(?:%|℃|°C)?(?:[ ]?(?:[~～—–-]|至|到|±)[ ]?-?{_COUNT})?[ ]?"
_IS = (
    r"(?:为|是|在|至|到|达到?|约|不少于|不低于|不超过|至少|大于|小于|控制在|保持在|保持|设定为|持续|维持"
    r"|长达|[:≥≤>])*[ ]?"
)
_HOUR = r"(?:分钟|小时|min(?![a-z])|h(?![A-Za-z])|hr|秒|s(?![A-Za-z])|天|昼夜|昼|夜|日(?!光))"
_DEGREE = r"(?:℃|°C|摄氏度|度(?:的?温度|的?高温)|K(?![A-Za-z]))"
_PRESS = r"(?:[kM]?Pa|MPA|Mpa|个?大气压|bar(?![a-z])|公斤(?=的?压力))"
_TURN = r"(?:rpm|r/min|转/分钟?|转每分钟?|m/s|mm/s|m/min|mm/min|米/秒|米/分钟?)"
_GAP = r"[^，。；;、,:：\n]"
_NUMBER = r"[一二两三四五六七八九十\d]"
_PATTERN = lazy(
    # Marked steps.
    rf"(?P<steps>(?:(?:包括|含有)?(?:以下|如下|下列|下述)(?:的)?(?:各|几个|{_NUMBER}个)?(?:步骤|工序|工艺)"
    r"|(?:以下|如下|下列|下述)的?(?:方法|方式)(?:制|加工|得到|形成|生产))"
    rf"|(?:步骤|工序){_NUMBER}+|步骤S\d+|第{_NUMBER}{{1,2}}步(?!进|骤?电|长|态)"
    rf"|(?<![A-Za-z\d])S\d{{1,3}}[、:.](?=[ ]?[一-鿿])"
    r"|(?:制备|制造|制作|加工|生产|成型|装配|组装|安装|使用|操作|施工|处理|焊接|喷涂)(?:方法|工艺|步骤|流程|过程)"
    r"(?:为(?!已知)|是|如下|包括|[:])"
    r"|(?:工艺|制备|反应|固化|烧结)(?:条件|参数)(?:为|是|如下|包括|[:])|(?:重复|反复)(?:上述|以上|前述"
    r"|该)?(?:步骤|工序|操作))"
    # Conditions attached to an act: how long, how hot, under what pressure, how fast.
    rf"|(?P<time>{_ACT}(?:处理|养护|固化|反应)?(?!体|器|机|件|层|轴|室|箱)(?:的|{_GAP}{{0,2}})?(?:时间"
    rf"|时长)?{_IS}{_RANGE}{_HOUR}"
    rf"|{_RANGE}{_HOUR}的?(?:{_MAKE}|搅拌|保温|干燥|反应)"
    rf"|{_ACT}(?:过夜|隔夜|至室温|到室温|至常温)|浸[入没于在]{_GAP}{{0,6}}?{_RANGE}{_HOUR}"
    rf"|(?:{_MAKE}){_NUMBER}{{1,3}}(?:[~～至]{_NUMBER}{{1,3}})?(?:遍|次|道)(?!数))"
    rf"|(?P<heat>{_ACT}(?:处理)?的?(?:温度)?{_IS}{_RANGE}{_DEGREE}"
    rf"|(?:在|于|经|采用|用|以)[ ]?{_RANGE}{_DEGREE}(?:以[上下])?的?(?:温度|条件|环境|高温|低温|恒温|烘箱|炉"
    rf"|热风|水|真空|下|中|内|{_ACT}){{1,3}}"
    rf"|温度{_IS}{_RANGE}{_DEGREE}(?:的条件|条件|的环境|时)?下?[，,]?(?:{_ACT}))"
    rf"|(?P<press>{_ACT}(?:的)?压力{_IS}{_RANGE}{_PRESS}|(?:在|于)[ ]?{_RANGE}{_PRESS}的?(?:压力|压强|条件"
    rf"|真空度?)?(?:下|条件|{_ACT}))"
    rf"|(?P<speed>(?:以|在|按|转速为?|速度为?)[ ]?{_RANGE}{_TURN}的?(?:转速|速度|速率|线速度)?下?{_GAP}{{0,2}}{_ACT}"
    rf"|(?:升温|降温|冷却|加热)速[率度]{_IS}{_RANGE}(?:℃|°C|K|度)|真空度{_IS}-?{_RANGE}{_PRESS}的?(?:条件)?下"
    rf"|{_ACT}(?:的)?(?:转速|速度|速率){_IS}{_RANGE}{_TURN})"
)
# One act after another: first …, then …; … 后再 …. Each link must hold an act, one of them of making.
_CHAIN = lazy(
    rf"(?P<first>(?:首先|(?<![预首事优原率领])先|起初)(?:将|把|对|用|由|在|经|进行"
    rf"|通过)?[^。；;\n]{{0,30}}?(?P<a>{_ACT})[^。；;\n]{{0,16}}?[，,]?"
    rf"(?:然后|接着|随后|之后|最后|而后|继而|后再|再|后(?![的部端侧方续]))[^。；;\n]{{0,16}}?(?P<b>{_ACT}))"
    r"|(?P<said>首先[^,，。；;\n]{2,24}[,，](?:然后|接着|随后|之后|再(?!生|次|热)))"
    rf"|(?P<after>(?P<c>{_ACT})(?:处理|完成|成型|好|完毕)?(?:之后|以后|后|完成后)[，,]?(?:再|然后|接着|进行"
    rf"|经|立即|将其|对其|进行)*"
    rf"(?P<d>{_ACT})(?!后))"
    rf"|(?P<through>(?:依次)?(?:经过?|通过|采用|进行)(?P<e>{_ACT})(?:处理)?(?:[、，,]|和|及|与)?(?:再|然后"
    rf"|最后|并|随后|接着|后)+(?:经过?|进行)?(?P<f>{_ACT})"
    rf"|依次(?:经过?|进行|采用"
    rf"|通过)?(?P<g>{_ACT})(?:处理)?[、，,和及](?P<h>{_ACT})(?![机器炉箱罐腔室件装模单组槽池塔区段]))"
)
_MAKING = lazy(_MAKE)
# A machine's own parts and its working range are no process: 加热器5, 保温时间, 搅拌轴, 工作温度.
_PART = lazy(rf"^(?:{_ACT})(?:器|机|炉|箱|罐|轴|桨|层|腔|室|件|板|管|片|装置|模块|单元|组件|机构|系统|设备)")


class UmProcessFeature(PatentCheck):
    """实用新型的权利要求里有步骤、处理时间、温度、压力、转速等方法特征。

    实用新型只保护产品的形状、构造；权利要求可以用已知方法的名称（焊接、铆接、注塑成型），
    但不得包含方法的步骤和工艺条件。
    删去步骤和工艺条件，只写由此得到的形状、构造；要保护方法的，另行申请发明专利。
    看的是步骤标记、“先……再……”一类有先后的制造动作，和带时间、温度、压力、速度数值的处理；单独一个方法名称、
    “工作温度”“使用时先按下按钮”和部件名（搅拌轴、加热器）不报；“加热至80℃”也可能是机器的功能，只是警告。
    """

    code = "CLR017"
    level = Level.ERROR
    basis = (cite("法", "2.3"), cite("指南", "1-2-6.1"))
    message = "权利要求{claim}里的“{words}”是方法的步骤或者工艺条件，实用新型只保护产品的形状、构造：请删去，只写构造"
    needs = (PartName.CLAIMS,)
    kinds = (Kind.UTILITY_MODEL,)

    good = (
        Sample(
            "1. 一种支架，包括底座和立柱，所述立柱焊接在底座上，盖板铆接，壳体注塑成型，设有加热器。",
            kind="utility-model",
        ),
        Sample("1. 一种方法，包括以下步骤：浸泡5分钟。", kind="invention"),
        Sample("1. 一种烘干箱，设有保温层和搅拌轴，立柱长5cm，温度传感器的量程为50℃。", kind="utility-model"),
        Sample(
            "1. 一种清洗机，包括清洗槽、第一步进电机和2个烘干室，工件先经过清洗槽再进入烘干室，工作温度为-20～50℃，"
            "使用时先按下按钮，再转动手柄，壳体为冲压件，表面经阳极氧化处理，转速为500rpm的电机驱动搅拌轴。",
            kind="utility-model",
        ),
        Sample("1. 一种水壶，壶体冲压成型后的底部设有加热器，水加热后流出，响应时间为5s。", kind="utility-model"),
    )
    bad = (
        Sample("1. 一种布袋，包括袋体，所述袋体⟦浸泡5～20分钟⟧后晾干。", kind="utility-model"),
        Sample("1. 一种壳体，由⟦以下步骤⟧制成：铸造，⟦退火至600℃⟧后打磨。", kind="utility-model"),
        Sample(
            "1. 一种瓷座，座体⟦先压制，再烧结⟧成型，并⟦在1200℃下烧成⟧，⟦喷涂后烘干⟧，⟦经淬火后回火⟧。",
            kind="utility-model",
        ),
        Sample(
            "1. 一种胶垫，⟦第一步⟧压片；⟦冷却至室温⟧取出，⟦刷涂两遍⟧胶料，胶垫⟦以300r/min的转速搅拌⟧的胶料，"
            "⟦在2MPa压力下⟧热压，⟦热处理两小时⟧。",
            kind="utility-model",
        ),
        Sample(
            "1. 一种镜片，镜片的⟦制备方法包括⟧：镀膜；膜层的⟦固化时间为3h⟧，⟦烘烤温度为80～90℃⟧。",
            kind="utility-model",
        ),
    )
    missed = (
        ("权利要求书\n1. 一种布袋，包括袋体，所述袋体⟦经过熨烫⟧。\n说明书\n一种布袋\n技术领域\n本实用新型涉及布袋。"),
        ("权利要求书\n1. 一种布袋，包括袋体，所述袋体⟦先缝后染⟧。\n说明书\n一种布袋\n技术领域\n本实用新型涉及布袋。"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            body = claim.body
            found = [match for match in body.find(_PATTERN) if not _PART.match(match[0])]
            found += [match for match in body.find(_CHAIN) if _is_made(match)]
            last = 0
            for match in sorted(found, key=lambda item: (item.start(), -item.end())):
                if match.start() >= last:
                    last = match.end()
                    # A heater may heat to 80℃ and smoke first go down while a machine works: no making is said of them.
                    works = match.lastgroup in ("heat", "said") and not _MAKING.search(match[0])
                    yield self.at(body.at(match), level=Level.WARNING if works else None, claim=claim.number)


def _is_made(match: re.Match[str]) -> bool:
    """Whether a chain of two acts makes something: both are acts of making, or one is and the other is no part."""
    if match.group("said"):
        return True
    acts = [value for name, value in match.groupdict().items() if len(name) == 1 and value]
    after = match.string[match.end() : match.end() + 1]
    if after and after in "器机炉箱罐轴桨层腔室件板管片装模单组槽池塔区段":
        return False
    return any(_MAKING.fullmatch(act) for act in acts)
