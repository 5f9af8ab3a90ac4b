import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck, first_words
from ipcheck.patent.scope import limitation

_LEAD = r"[\s,:;]*(?:(?:该|所述)[一-鿿]{2,12})?(?:具体)?(?:的)?"
_STEP = r"(?:S\d{1,4}|步骤[ ]?[一1A(]|第一步)"
# A product that begins with its steps: 包括以下步骤, 采用如下步骤, 步骤一.
_STEPS = lazy(
    rf"{_LEAD}(?P<words>(?:包括|包含|采用|按照?|通过|其)?(?:有)?(?:以下|如下|下列|下述)(?:的)?(?:处理|操作"
    rf"|工作)?步骤|(?:包括|包含)步骤|{_STEP}|(?:首先|先)[^，。；,;\n]{{1,20}}[,;](?:再|然后|接着|随后|之后|最后))"
)
# What carries steps by its nature, or is told by how it is made or run.
_CARRIER = lazy(
    r"介质|程序|存储|处理器|芯片|计算机|电子设备|终端|服务器|控制器|制备|制得|制成|制造|制作|制取|提取|加工|生产"
    r"|获得|得到|合成|培养|发酵"
    r"|配置|执行|实现|运行"
)
# Of these by their nature a product may be told by its steps.
_MATTER = lazy(r"组合物|药|剂|料|食品|饮料|菌|膜|纤维|合金|材料|制品|酒|茶|膏|胶|纸|布$")
# 包括焊枪、电源和夹具: things, not acts.
_THINGS = lazy(
    r"[\s,:]*(?:主要)?(?:包括有?|包含|由|设有|具有)[\s:]*"
    r"(?P<things>[一-鿿A-Za-z0-9()]{1,16}(?:(?:、|和|与|及|以及)[一-鿿A-Za-z0-9()]{1,16}){1,20})(?:组成|构成)?[\s。.]*"
)
_THING = lazy(
    r"(?:器|机|机构|带|枪|架|箱|泵|阀|臂|头|电源|夹具|模块|单元|装置|板|轴|管|座|体|杆|轮|罩|盒|槽|台|炉|仪|屏|刀"
    r"|辊|链|钩|弹簧|件)"
    r"(?:[(][^()]*[)])?$"
)
_PART = lazy(
    r"(?:第?[一二三四五六七八九十]?[一-鿿]{1,12}(?:模块|单元|机构|组件|模组|子系统|层|装置|系统|平台|部件|结构|器"
    r"|箱|架|板))"
    r"(?:[(][^()]{0,8}[)])?(?=[,:]|用于|用以|包括|被配置|配置为|设有|设置|安装|连接|与|位于)"
)
_ACT = lazy(
    r"步骤|S\d|采集|获取|将|对|通过|根据|基于|利用|使用|采用|计算|确定|判断|加入|加热|混合|搅拌|得到|制备|然后|再|后,"
)


# 包括采集模块、处理模块和显示模块: a list of modules and not one act.
_MODULE = r"[一-鿿]{1,8}(?:模块|单元|模组|子系统|机构|组件)"
_MODULES = lazy(rf"[\s,:]*(?:包括|包含|由)[\s:]*(?P<first>{_MODULE})(?:[、,和及与;\s]|以及)+{_MODULE}")
_ANY_MODULE = lazy(_MODULE)


class SubjectContentMismatch(PatentCheck):
    """主题名称与内容对不上：产品权利要求里只有步骤，或者方法权利要求里只有部件、模块。

    产品权利要求应当用结构、组成限定，方法权利要求应当用步骤、流程限定；名实不符，保护的类型就不清楚。
    产品写它的部件和连接关系，方法写它的步骤；想保护两种的，分成两项独立权利要求。
    产品只看开头就写“包括以下步骤”“步骤一”的；存储介质、处理器、执行程序的设备，以及用制备方法限定的材料、
    组合物，允许写步骤，不报；方法只看每一小段都以模块、机构一类的名称开头、全文没有一个动作的。
    """

    code = "CLR016"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}要求保护的是{kind}“{name}”，写的却全是{content}（“{words}”）：请用{cure}限定"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种电子设备，包括存储器和处理器，所述处理器执行程序时实现以下步骤：采集图像。\n"
        "2. 一种存储介质，其特征在于，包括以下步骤的程序：采集图像。",
        "1. 一种复合板，其特征在于，由以下步骤制成：步骤一、混合；步骤二、压制。\n"
        "2. 一种防水剂，其特征在于，包括以下步骤：混合。",
        "1. 一种测距装置，包括发射模块和接收模块，所述接收模块执行以下步骤：接收光；计算距离。",
        "1. 一种测距方法，包括：发射模块发射光；接收模块接收光，并根据时间计算距离。",
        "1. 一种夹持座，其特征在于，所述夹持座（1）包括夹板。\n2. 一种装配方法，其特征在于：支架包括底板；"
        "将横杆插入底板，再拧紧螺钉。",
    )
    bad = (
        "1. 一种测距装置，其特征在于，⟦包括以下步骤⟧：步骤一、发射光；步骤二、接收光。",
        "1. 一种测距方法，其特征在于，包括⟦发射模块⟧、接收模块和显示模块，所述发射模块与所述接收模块相邻。",
        "1. 一种焊接方法，其特征在于，包括⟦焊枪⟧、电源和夹具。\n2. 一种清洗机，其特征在于，⟦先浸泡，再⟧刷洗。",
        "1. 一种分拣系统，其特征在于：⟦S1⟧、采集图像；S2、识别图像；S3、推出物件。",
        "1. 一种测距方法，其特征在于，包括：⟦发射模块⟧，用于产生光束；接收模块，用于感应光束；显示模块，用于显示数值。",
    )
    missed = ("1. 一种测距方法，其特征在于，⟦有发射器、接收器和处理器⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.independent_claims:
            if claim.subject is None or claim.leading is not None:
                continue
            told = limitation(claim)
            if claim.is_method:
                part = _only_parts(told)
                if part is not None:
                    yield self._said(part, claim, "方法", "部件或者模块", "步骤")
                continue
            match = _STEPS.match(told.document.folded, told.start, told.end)
            if match is None or _CARRIER.search(claim.subject.folded) or _MATTER.search(claim.subject_name):
                continue
            if _CARRIER.search(told.document.folded, told.start, match.end()):
                continue
            yield self._said(told.at(match, "words"), claim, "产品", "步骤", "部件和它们的关系")

    def _said(self, span: Span, claim: Claim, kind: str, content: str, cure: str) -> Finding:
        assert claim.subject is not None
        name = first_words(claim.subject, 30)
        return self.at(span, claim=claim.number, kind=kind, name=name, content=content, cure=cure)


def _only_parts(told: Span) -> Span | None:
    """The first part's name, if every piece between semicolons begins with a part and none tells an act."""
    listed = _MODULES.match(told.document.folded, told.start, told.end)
    if listed is not None and not _ACT.search(_ANY_MODULE.sub("", told.folded)):
        return told.at(listed, "first")
    things = _THINGS.fullmatch(told.document.folded, told.start, told.end)
    if things is not None:
        names = re.split(r"、|以及|和|与|及", things["things"])
        if sum(_THING.search(name) is not None for name in names) * 2 >= len(names):
            start = things.start("things")
            return Span(told.document, start, start + len(names[0]))
    pieces = list(told.find(re.compile(r"[^;。\n]+")))
    parts = []
    for index, piece in enumerate(pieces):
        start = piece.start()
        if index == 0:
            lead = re.compile(r"[\s,:]*(?:包括|包含|由)?[\s:]*").match(told.document.folded, start, piece.end())
            start = lead.end() if lead else start
        match = re.compile(r"\s*(?:以及|和)?").match(told.document.folded, start, piece.end())
        part = _PART.match(told.document.folded, match.end() if match else start, piece.end())
        if part is None or _ACT.search(told.document.folded[part.end() : piece.end()]):
            return None
        parts.append(told.at(part))
    return parts[0] if len(parts) >= 2 else None
