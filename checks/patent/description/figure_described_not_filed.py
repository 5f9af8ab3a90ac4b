from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, label_number


class FigureDescribedNotFiled(PatentCheck):
    """附图说明写了某一幅图，说明书附图里却没有这幅图。

    缺少的附图补交的，以补交日为申请日，会丢掉原来的申请日；不补交就要声明取消对这幅图的说明。
    提交前补上这幅附图，或者删去附图说明里的这一句。
    只有提交了说明书附图，并且能读出图号时才检查；附图写图2，说明写图2a、图2b（或者相反）都算有。
    """

    code = "DSC039"
    level = Level.ERROR
    basis = (cite("细则", "46"), cite("指南", "1-1-4.2"))
    message = (
        "附图说明写了“{words}”，说明书附图里却没有图{missing}：补交附图会以补交日为申请日，请提交前补上或者删去这句说明"
    )
    needs = (PartName.DESCRIPTION, PartName.DRAWINGS)

    good = (
        "说明书\n一种泵\n附图说明\n图1为泵，图2至图3为轴；图4a和图4(b)为叶轮。\n说明书附图\n图1\n图2\n图3\n图4(a)\n"
        "图4（b）",
        "说明书\n一种泵\n附图说明\n图1a为泵；图1b为轴。\n说明书附图\n图1",
        "说明书\n一种泵\n附图说明\n图1为泵；图2为轴。",
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图1为泵；⟦图2⟧为轴。\n说明书附图\n图1",
        "说明书\n一种泵\n附图说明\n图1为泵。\n⟦图2至图4⟧为轴。\n说明书附图\n图1\n图2\n图3",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        filed = {figure.label for figure in filing.figures}
        if not filed:
            return
        numbers = {label_number(label) for label in filed}
        for caption in filing.captions:
            missing = [
                label
                for label in caption.labels
                if label not in filed
                and (label_number(label) not in numbers or not (label.isdigit() or str(label_number(label)) in filed))
            ]
            if missing:
                yield self.at(caption.span, missing="、图".join(missing))
