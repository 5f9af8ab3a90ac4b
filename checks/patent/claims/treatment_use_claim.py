from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Claim, Filing, Kind, PartName, PatentCheck

_ILL = (
    r"(?:疾病|[一-鿿]{0,8}(?:病|癌|瘤|炎|症|综合征|综合症|感染|损伤|疼痛|衰竭|梗死|梗塞|高血压|中风|骨折|抑郁"
    r"|失眠|过敏|溃疡"
    r"|肝硬化|哮喘|癫痫|心律失常|近视|远视|弱视|骨质疏松|肥胖|脱发|内分泌紊乱|(?:睡眠|认知|语言|精神)障碍|贫血|出血|血栓|结石|囊肿|增生"
    r"|动脉硬化|麻痹|瘫痪|烧伤|创伤|白内障|青光眼|痛风|痤疮|便秘|腹泻|感冒|流感))"
)
_NOT_DEVICE = (
    r"(?![一-鿿]{0,2}(?:仪|设备|装置|系统|床|机(?!体)|头|椅|舱|器|计划|方案|数据|信息|过程|剂量|图像|平台|效果|模型"
    r"|药物|药品|药剂|标志物?|标记|试剂|探针|引物|芯片))"
)
_TREAT = rf"(?:治疗|医治|诊治|治愈|缓解|诊断|预防(?:和/或|或|和|及|、)治疗){_NOT_DEVICE}"
_TREATING = lazy(
    rf"(?:用于|对|为)*(?P<words>(?:治疗|医治|诊治|治愈|预防(?:和/或|或|和|及"
    rf"|、)治疗){_NOT_DEVICE})[^,;。:]{{1,60}}方法$"
)
_RELIEVING = lazy(rf"(?:用于|对|为)*(?P<words>缓解|减轻|预防){_NOT_DEVICE}[^,;。:]{{0,20}}{_ILL}[^,;。:]{{0,20}}方法$")
_METHOD = lazy(
    rf"(?:{_ILL}的?|(?<=针灸|推拿|放射|激光|手术|中医))(?P<words>(?:外科|药物|介入|手术|物理)?(?:治疗|诊断|诊治|医治)方法)$"
    r"|的(?P<words3>(?:[一-鿿]{0,4})治疗方法)$"
    r"|(?P<words4>针灸|针刺|推拿|艾灸|拔罐|刮痧|切除术|手术)(?!床|刀|器|机|室|台|导航|机器人|模拟|规划|图像|视频|训练|辅助|数据)"
    r"[一-鿿]{0,8}(?<!控制)(?<!规划)(?<!模拟)(?<!训练)(?<!评估)(?<!管理)(?<!标定)(?<!配准)(?<!导航)的?方法$"
    rf"|(?P<words2>诊断)[^,;。:]{{0,30}}{_ILL}[^,;。:]{{0,10}}的?方法$"
)
_USE = lazy(
    rf"(?P<words>{_TREAT}|预防(?=[^,;。:]{{0,20}}{_ILL})|抗(?:肿瘤|癌|抑郁|血栓|病毒感染))[^,;。:]{{0,60}}(?:用途|应用|使用)$"
)
_FOR = lazy(r"(?:在|用于|用以|用来)[^,;。:]{0,40}$")
# Swiss-type claims, tests outside the body, cosmetics, and plants are allowed.
_ALLOWED = lazy(
    r"制备|制造|生产|制药|配制|制作|试剂|体外|离体|非治疗|非诊断|非疾病|美容|筛选|模型|植物|作物|果树|水稻|小麦"
    r"|林木|树木|土壤|水体|故障|机器|电池|电机|变压器|轴承|发动机|桥梁|混凝土|结构病害"
)


class TreatmentUseClaim(PatentCheck):
    """权利要求保护的是疾病的治疗或者诊断：写成“化合物X用于治疗Y病的用途”或者“一种治疗Y病的方法”。

    疾病的诊断和治疗方法不授予专利权；物质的医药用途如果写成“用于治疗”，也属于疾病的治疗方法。
    物质的医药用途写成制药用途：“化合物X在制备治疗Y病的药物中的应用”；方法改为不以有生命的人体为对象的处理方法，
    或者改为产品。
    制药用途、离体样本的检测、非治疗目的的美容、设备故障的诊断、植物病害的防治不报；“治疗X的药物组合物的应用”
    一类没有写明用于治疗的只给警告；只看主题名称，特征中含有治疗步骤的由人判断。
    """

    code = "CLM039"
    level = Level.ERROR
    basis = (cite("法", "25.1(3)"), cite("指南", "2-10-4.5.2"), cite("指南", "2-1-4.3"))
    message = (
        "权利要求{claim}的主题（“{words}”）属于疾病的诊断和治疗："
        "不授予专利权，请改写成制药用途“在制备……药物中的应用”或者产品"
    )
    needs = (PartName.CLAIMS,)
    kinds = (Kind.INVENTION,)

    good = (
        "1. 化合物X在制备治疗糖尿病的药物中的应用。",
        "1. 一种治疗仪的控制方法，包括调压。\n2. 一种治疗设备的校准方法，包括测距。\n"
        "3. 一种用于治疗肺炎的药物，含有X。",
        "1. 一种轴承故障的诊断方法，包括测振。\n2. 一种水稻稻瘟病的防治方法，包括喷药。",
        "1. 一种离体血样中糖尿病标志物的检测方法，包括离心。\n2. 一种非治疗目的的祛斑方法，包括涂抹。",
        "1. 一种疾病诊断系统，包括相机。\n2. 一种基于大数据的疾病预测模型的训练方法，包括采样。",
    )
    bad = (
        "1. 化合物X用于⟦治疗⟧糖尿病的用途。\n2. 一种⟦治疗⟧肺炎的方法，包括给药。",
        "1. 一种化合物X，如式（I）。\n2. 权利要求1所述的化合物X在⟦治疗⟧高血压中的应用。",
        "1. 一种冠心病的⟦诊断方法⟧，包括采集患者的心电图并判断是否患病。",
    )
    missed = (
        "1. 化合物X⟦缓解头痛⟧的应用。",
        "1. 一种⟦让高血压患者血压下降⟧的方法，包括服用化合物X。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.independent_claims:
            opening = self._opening(claim)
            if opening is None or _ALLOWED.search(opening.folded):
                continue
            folded = opening.document.folded
            start = claim.subject.start if claim.subject is not None else opening.start
            for match in (
                _TREATING.match(folded, start, opening.end),
                _RELIEVING.match(folded, start, opening.end),
                next(opening.find(_METHOD), None),
                next(opening.find(_USE), None),
            ):
                if match is not None:
                    group = next(name for name, words in match.groupdict().items() if words)
                    # “治疗X的药物组合物的应用”: a use of a remedy, though not said to be treatment itself.
                    told = match.re.pattern != _USE.pattern or _FOR.search(folded, opening.start, match.end(group))
                    level = Level.ERROR if told else Level.WARNING
                    yield self.at(opening.at(match, group), claim=claim.number, level=level)
                    break

    @staticmethod
    def _opening(claim: Claim) -> Span | None:
        """From the claim's beginning to the end of its subject's name, where it is a method or a use."""
        if claim.subject is None or not claim.is_method or claim.subject.end - claim.body.start > 120:
            return None
        return Span(claim.body.document, claim.body.start, claim.subject.end)
