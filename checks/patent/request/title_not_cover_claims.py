from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Claim, Filing, Kind, PartName, PatentCheck, title_label

_METHOD = lazy(
    r"方法|工艺|流程|制法|过程|方式|作法|做法|步骤"
    r"|(?:制备|制造|制作|生产|合成|加工|施工|检测|控制|处理|培养|栽培|养殖|提取|技术|法)(?=$|及|和|与|、|或|,)"
)
_USE = lazy(r"用途|应用|使用")
_PIECE = lazy(r"(?:及其|以及|及|和|与|、|或|,)")
_METHOD_END = lazy(r"(?:方法|工艺|流程|制法|用途|应用|作法|做法|方式|法)$")
_USE_END = lazy(r"(?:用途|应用)$")
# What is usually left out of a title, or is meant by 装置, 设备 and 相关设备 in it.
_FAMILY = lazy(
    r"(?:介质|程序产品|程序|存储器|处理器|芯片|芯片系统|电子设备|计算机设备|计算设备|终端设备|通信设备|网络设备|终端"
    r"|服务器|设备|装置|系统|平台|产品)$"
)
_LONGEST = 40


class TitleNotCoverClaims(PatentCheck):
    """发明名称没有反映某一项独立权利要求的主题或者类型：名称只有产品，却要求保护方法，或者相反。

    名称应当全面地反映要求保护的主题和类型，利于检索和分类；审查员会要求把漏写的主题补进名称。
    把漏写的主题加进名称，如权利要求书里有拉链和拉链的制造方法，名称写“拉链及其制造方法”。
    只看类型：方法、用途、产品三类中有一类在名称里完全没有反映才报，所以名称是方法、另有存储介质、电子设备、装置的不报；
    实用新型只保护产品，不查；引用其他权利要求的产品（装有权利要求1所述泵的水箱）也不报。
    """

    code = "REQ006"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.1"), cite("指南", "1-1-4.1.1"))
    message = (
        "独立权利要求{claim}保护的是{what}“{words}”，名称“{title}”却没有反映：名称应当反映全部主题和类型，请补入名称"
    )
    needs = (PartName.CLAIMS,)
    kinds = (Kind.INVENTION,)

    _AFTER = "\n技术领域\n本发明涉及机械。\n背景技术\n现有机械效率低。\n权利要求书\n"
    good = (
        "说明书\n拉链及其制造方法" + _AFTER + "1. 一种拉链，包括链牙。\n2. 一种拉链的制造方法，包括注塑。",
        "说明书\n一种跌倒检测方法"
        + _AFTER
        + "1. 一种跌倒检测方法，包括采样。\n2. 一种计算机可读存储介质，存储有程序。\n"
        "3. 一种电子设备，包括处理器。\n4. 一种跌倒检测装置，包括采样单元。",
        "说明书\n一种水泵" + _AFTER + "1. 一种水泵，包括泵体。\n2. 一种水箱，装有权利要求1所述的水泵。",
        "说明书\n一种菌剂及其制备和应用" + _AFTER + "1. 一种菌剂，含有芽孢。\n2. 一种菌剂的制备方法，包括发酵。\n"
        "3. 权利要求1所述的菌剂在堆肥中的应用。",
        "说明书\n一种水泵" + _AFTER + "1. 一种水泵，包括泵体。\n2. 根据权利要求1所述的水泵，有叶轮。",
        "说明书\n一种注塑工艺" + _AFTER + "1. 一种注塑方法，包括合模。",
    )
    bad = (
        "说明书\n一种拉链" + _AFTER + "1. 一种拉链，包括链牙。\n2. 一种⟦拉链的制造方法⟧，包括注塑。",
        "请求书\n发明名称：一种堆肥菌剂\n权利要求书\n1. 一种堆肥菌剂，含有芽孢。\n"
        "2. 权利要求1所述的⟦堆肥菌剂在育苗中的应用⟧。",
        "说明书\n一种苗木嫁接方法" + _AFTER + "1. 一种苗木嫁接方法，包括削穗。\n2. 一种⟦嫁接刀⟧，包括刀柄和刀片。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if not filing.titles:
            return
        title = filing.titles[0].sub(len(title_label(filing.titles[0])), len(filing.titles[0]))
        name = "".join(title.folded.split())
        pieces = [piece for piece in _PIECE.split(name) if piece]
        only_methods = bool(pieces) and all(_METHOD_END.search(piece) for piece in pieces)
        for claim in filing.independent_claims:
            if claim.subject is None or len(claim.subject) > _LONGEST:
                continue
            what = self._missing(claim, name, only_methods)
            if what:
                yield self.at(claim.subject, claim=claim.number, what=what, title=str(title), related=(title,))

    @staticmethod
    def _missing(claim: Claim, title: str, only_methods: bool) -> str:
        """What the title does not say of this claim; "" if nothing."""
        subject = claim.subject_name
        if claim.is_method:
            if _USE_END.search(subject):
                return "" if _USE.search(title) or only_methods else "用途"
            return "" if _METHOD.search(title) or _USE.search(title) else "方法"
        if not only_methods or claim.citations or _FAMILY.search(subject):
            return ""
        return "产品"
