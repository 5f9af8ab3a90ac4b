import re
from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, first_words

_NO_STRUCTURE = lazy(
    r"现有技术|背景技术|曲线|流程|波形|频谱|光谱|直方|柱状图|折线|数据|温度变化|性能|对比结果|实验结果|效果图|金相"
)
_STRUCTURE = lazy(
    r"结构|视图|剖|断面|立体|装配|爆炸|放大|轴测|外观|示意|电路|框图|原理|连接|安装|布置|局部|组成|使用状态|俯视"
    r"|部件|分解"
)


class UmNoStructureFigure(PatentCheck):
    """实用新型没有附图，或者附图全是现有技术图、曲线图，没有表示产品形状、构造的图。

    实用新型说明书应当有表示要求保护的产品的形状、构造或者其结合的附图；完全没有附图的，不予受理。
    补一幅表示产品形状、构造的附图，并写附图说明。
    从图名判断：每一幅的图名都写着现有技术、曲线、流程一类的词，才报；没有附图说明、正文也没有提到图、
    又没有提交附图的，按没有附图报。
    """

    code = "FIG009"
    level = Level.ERROR
    basis = (cite("细则", "20.5"), cite("细则", "44(1)"), cite("指南", "1-2-7.3"))
    message = "{fault}（“{words}”）：实用新型必须有表示产品形状、构造的附图，没有附图的不予受理，请补上"
    kinds = (Kind.UTILITY_MODEL,)
    needs = (PartName.DESCRIPTION,)

    good = (
        Sample(
            "说明书\n一种泵\n附图说明\n图1为现有技术的泵；图2为温度曲线；图3为本实用新型的泵。\n具体实施方式\n"
            "如图3所示。",
            kind="utility-model",
        ),
        Sample(
            "说明书\n一种泵\n附图说明\n图1为控制流程和泵的结构示意图。\n具体实施方式\n如图1所示。", kind="utility-model"
        ),
        Sample("说明书\n一种泵\n具体实施方式\n如图1所示。", kind="utility-model"),
        Sample("说明书\n一种算法\n具体实施方式\n计算。", kind="invention"),
    )
    bad = (
        Sample(
            "说明书\n一种泵\n附图说明\n⟦图1⟧为流量随时间变化的曲线图；图2为现有技术的泵。\n具体实施方式\n装泵。",
            kind="utility-model",
        ),
        Sample("说明书\n⟦一种泵⟧\n技术领域\n涉及泵。\n具体实施方式\n装泵。", kind="utility-model"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        if filing.captions:
            texts = [caption.text.folded if caption.text else "" for caption in filing.captions]
            if all(_NO_STRUCTURE.search(text) and not _is_structure(text) for text in texts):
                yield self.at(filing.captions[0].span, fault="附图全是现有技术图、曲线图或者流程图")
            return
        if not filing.mentions and not filing.has(PartName.DRAWINGS):
            yield self.at(first_words(filing.description.title or filing.description.part.span), fault="说明书没有附图")


def _is_structure(text: str) -> bool:
    return _STRUCTURE.search(text) is not None and not re.search(r"现有技术|背景技术", text)
