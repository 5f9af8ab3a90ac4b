from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName
from ipcheck.patent.prose import bare, clauses

_BROAD = (
    r"机械|机电|电子|电气|电力|电学|计算机|化工|化学|材料|生物|医疗|医药|医学|通信|建筑|农业|自动化|软件|互联网|"
    r"信息|人工智能|环保|能源|"
    r"汽车|交通|食品|纺织|物理|光学|工业|科技|数据处理|网络|日用品|日用百货|生活用品|家电|家居|家具|电器|五金|仪器|仪表|器械|设备|制造|加工|装备|"
    r"冶金|轻工|航空|航天|船舶|军工|建材|矿业|石油|林业|牧业|渔业|养殖|种植|水利|教育|金融|物流|体育|办公|包装|印刷|安全|控制|测量|检测|电子信息|"
    r"生命科学|科学"
)
_ONLY_BROAD = lazy(
    r"\s*(?:本(?:发明|实用新型|申请|技术方案)|该技术)?(?:主要|具体)?(?:属于|涉及|适用于|应用于|用于)?"
    rf"(?P<field>(?:{_BROAD})(?:{_BROAD}|工程|制造|设备|加工|装置|产品|技术|科学|"
    rf"应用)*(?:的)?(?:技术)?(?:领域|行业|产业)?)\s*[。.]?\s*"
)
_LEAST = 8


class TechFieldTooBroad(PatentCheck):
    """技术领域只写了“机械领域”一类的上位领域，或者把发明本身的区别特征也写了进去。

    审查指南要求写要求保护的技术方案所属或者直接应用的具体技术领域，而不是上位的、相邻的领域，也不是发明本身。
    写到具体的一级：“本发明涉及挖掘机，特别涉及一种挖掘机悬臂”，不写悬臂的截面形状。
    只在整个部分只有一个上位领域，或者原样抄了独立权利要求特征部分里8个字以上（内部阈值）的一句时才报。
    """

    code = "DSC005"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.2"), cite("细则", "20.1"))
    message = "技术领域{fault}：请写所属的具体技术领域，如“涉及某某装置，特别涉及一种某某部件”"
    needs = (PartName.DESCRIPTION,)

    good = (
        "1. 一种挖掘机悬臂，其特征在于，悬臂的截面为椭圆形并且中空。\n说明书\n一种挖掘机悬臂\n技术领域\n"
        "本发明涉及机械领域，特别涉及一种挖掘机悬臂。",
        "说明书\n一种泵\n技术领域\n本发明涉及计算机总线接口保护技术领域。",
    )
    bad = (
        "说明书\n一种泵\n技术领域\n本发明涉及⟦机械领域⟧。\n背景技术\n泵漏。",
        "1. 一种挖掘机悬臂，其特征在于，悬臂的截面为中空的椭圆形结构。\n说明书\n一种挖掘机悬臂\n技术领域\n"
        "本实用新型涉及挖掘机，⟦悬臂的截面为中空的椭圆形结构⟧。",
        "1. 一种收卷机，其特征在于，所述卷筒安装在所述机架上。\n说明书\n一种收卷机\n技术领域\n"
        "本发明涉及一种收卷机，⟦所述卷筒安装在所述机架上⟧。",
        "说明书\n一种杯\n技术领域\n⟦日用品行业⟧。",
        "说明书\n一种程序\n技术领域\n属于⟦计算机软件技术领域⟧。",
    )
    missed = ("说明书\n一种泵\n技术领域\n本发明属于⟦制造业⟧。\n背景技术\n泵漏。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        paragraphs = filing.description.paragraphs_of(SectionName.FIELD)
        if len(paragraphs) == 1:
            body = paragraphs[0].body
            match = _ONLY_BROAD.fullmatch(body.document.folded, body.start, body.end)
            if match:
                yield self.at(body.at(match, "field"), fault="只写了一个上位的领域")
                return
        marked = [claim for claim in filing.independent_claims if claim.characterized is not None]
        named = bare(str(filing.title or "")) + "".join(bare(claim.preamble.folded) for claim in marked)
        features = {words for claim in marked for words, _ in clauses(claim.characterizing, _LEAST)}
        for paragraph in paragraphs:
            for words, place in clauses(paragraph.body, _LEAST):
                if words in features and words not in named:
                    yield self.at(place, fault="写进了发明本身的区别特征")
                    return
