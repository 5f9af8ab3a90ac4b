from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName, label_number


class FigureFiledNotDescribed(PatentCheck):
    """说明书附图里有某一幅图，附图说明里却没有写它。

    附图说明应当写明各幅附图的图名并作简略说明；附图不止一幅的，应当对所有附图作出说明。
    在附图说明里补写这幅图的图名，或者删去这幅附图。
    说明书没有附图说明这一部分的，由“缺少标题”去报；图4写在“图2至图5”里算有。
    """

    code = "DSC040"
    level = Level.ERROR
    basis = (cite("指南", "2-2-2.2.5"), cite("指南", "1-2-7.2"))
    message = "说明书附图里有图{label}，附图说明里却没有写它：请补写这幅图的图名和简略说明"
    needs = (PartName.DESCRIPTION, PartName.DRAWINGS)

    good = (
        "说明书\n一种泵\n附图说明\n图1为泵；图2至图4为轴。\n说明书附图\n图1\n图2\n图3\n图4",
        "说明书\n一种泵\n附图说明\n图1是泵。\n说明书附图\n图1(a)\n图1(b)",
        "说明书\n一种泵\n具体实施方式\n如图1所示。\n说明书附图\n图1",
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n说明书附图\n图1\n⟦图2⟧",
        "说明书\n一种泵\n附图说明\n图1a为泵；图2为轴。\n说明书附图\n图1a\n⟦图1b⟧\n图2",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        described = {label for caption in filing.captions for label in caption.labels}
        section = filing.description and filing.description.section(SectionName.FIGURES)
        if not described or not section:
            return
        numbers = {label_number(label) for label in described}
        for figure in filing.figures:
            number = label_number(figure.label)
            if figure.label in described or str(number) in described:
                continue
            if figure.label.isdigit() and number in numbers:
                continue
            yield self.at(figure.span, label=figure.label)
