from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Part, PartName, PatentCheck

_LABELS = lazy(r"[\s(（]*附?图[ \t]{0,2}\d[^。；，]{0,30}")


class FigureLabelWithoutPicture(PatentCheck):
    """说明书附图里只有图号，没有图：插图漏贴了，或者转格式时丢了。

    缺少的附图补交的，以补交日为申请日，会丢掉原来的申请日。
    在图号处插入这幅图；两幅图在同一张图片里的，把两个图号写在同一行。
    各图的图号都在图下（或者都在图上）、图比图号少，又有图号紧挨着另一个图号的才报；
    .docx 里一幅图也没有的，在第一个图号处报一次。
    图号之间有文字框、表格里的字一类别的文字的不报，那可能是画在文件里的图；PDF 里的线条图看不出，不报。
    图另存为图片文件、没有插进 .docx 的也会报，核对过图片文件的可以不改。
    """

    code = "FIG021"
    level = Level.WARNING
    basis = (cite("细则", "46"), cite("指南", "1-1-4.2"))
    message = "“{words}”{where}没有图：请在提交前插入；与相邻的图在同一张图片里的，把图号写在同一行"
    needs = (PartName.DRAWINGS,)

    good = (
        Sample("说明书附图\n\ufffc\n图1\n\ufffc\n图2", objects=("picture", "picture")),
        Sample("说明书附图\n图1\n\ufffc\n图2\n\ufffc", objects=("picture", "picture")),
        Sample("说明书附图\n\ufffc\ufffc\n图1\n图2", objects=("picture", "picture")),
        Sample("说明书附图\n\ufffc\n图1　图2\n\ufffc\n图3", objects=("picture", "picture")),
        Sample("说明书附图\n\ufffc\n图1\n开始\n结束\n图2", objects=("picture",)),
        Sample("说明书附图\n\ufffc\n图1\n图2", objects=("picture",)),
        "说明书附图\n图1\n图2",
    )
    bad = (
        Sample("说明书附图\n\ufffc\n图1\n\ufffc\n图2\n⟦图3⟧", objects=("picture", "picture")),
        Sample("说明书附图\n\ufffc\n图1\n⟦图2⟧\n\ufffc\n图3 轴的剖视图", objects=("picture", "picture")),
        Sample("说明书附图\n图1\n\ufffc\n⟦图2⟧\n图3\n\ufffc", objects=("picture", "picture")),
    )
    missed = (
        # Whether the first or the last lacks its picture cannot be told.
        Sample("说明书附图\n⟦图1⟧\n\ufffc\n图2\n\ufffc\n图3", objects=("picture", "picture")),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        part = filing.parts[PartName.DRAWINGS]
        row = _row(part)
        labels = [line for kind, line in row if kind == "label"]
        pictures = sum(kind == "picture" for kind, _ in row)
        if not labels or any(kind == "words" for kind, _ in row):
            return
        if not any(_pictures(filing)):
            # Text files hold no pictures; of a Word file every one is read.
            if part.document.format == "docx":
                yield self.at(labels[0], related=labels[1:], where="处" if len(labels) == 1 else "等各处都")
        elif 2 <= pictures < len(labels) and part.document.format != "pdf":
            # A PDF may draw a figure in lines.
            for line in _bare(row):
                yield self.at(line, where="处")


def _pictures(filing: Filing) -> Iterator[Span]:
    """Every picture of the application that may be one of the drawings; that of the abstract is a copy of one."""
    for document in filing.documents:
        for item in document.objects:
            place = Span(document, item.start, item.start + 1)
            if item.kind in ("picture", "ole") and filing.locate(place)[0] is not PartName.ABSTRACT_DRAWING:
                yield place


def _row(part: Part) -> list[tuple[str, Span]]:
    """What stands in the drawings, line by line: pictures (each counts), labels, other words."""
    row: list[tuple[str, Span]] = []
    for line in part.lines:
        count = str(line).count("\ufffc")
        if count:
            row += [("picture", line)] * count
        elif line == part.titled:
            continue
        else:
            row.append(("label" if _LABELS.fullmatch(line.folded) else "words", line.trimmed()))
    return row


def _bare(row: list[tuple[str, Span]]) -> Iterator[Span]:
    """The labels at which no picture stands, where all the others stand on the same side of theirs."""
    kinds = [kind for kind, _ in row]
    if kinds[0] == kinds[-1]:
        # Labels above and below, or a picture that nobody numbered: what belongs to what cannot be told.
        return
    step = -1 if kinds[0] == "picture" else 1
    for place, (kind, line) in enumerate(row):
        beside = place + step
        if kind == "label" and not (0 <= beside < len(row) and kinds[beside] == "picture"):
            yield line
