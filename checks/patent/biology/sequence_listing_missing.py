from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Filing, Kind, PartName, PatentCheck
from ipcheck.patent.sequences import draw_listing, find_residues, find_sequence_mentions, text_lines


class SequenceListingMissing(PatentCheck):
    """文件里写有核苷酸或者氨基酸序列，却没有序列表。

    含10个以上核苷酸或者4个以上L-氨基酸的序列，说明书应当包括符合规定的序列表（电子文件）；没有的要补正。
    用WIPO Sequence等软件生成ST.26格式的XML序列表，与申请文件一起提交；引物也要列入。
    只在权利要求书和说明书都给了的时候检查；连续的A、C、G、T、U至少含三种字母才算核苷酸序列，GATA一类的基因名不算；
    每件只报一处。
    """

    code = "BIO001"
    level = Level.ERROR
    basis = (cite("细则", "20.4"), cite("指南", "2-10-9.2.3"), cite("指南", "1-1-4.2"))
    message = "文中有序列（“{words}”，共{count}处），却没有序列表：请提交ST.26格式的XML序列表"
    kinds = (Kind.INVENTION,)
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    good = (
        "权利要求书\n1. 一种转录因子GATA-4的检测方法，检测CATG和NNNNNNNNNN，用Gly-Gly-Ser连接。\n说明书\n一种方法\n"
        "具体实施方式\n扩增GATTACA。",
        "权利要求书\n1. 一种引物，序列为ATGCCGTTAGCATGCC。\n说明书\n一种引物\n具体实施方式\n扩增。\n序列表\n"
        "<210> 1\n<400> 1\natgccgttagcatgcc",
        "说明书\n一种引物\n具体实施方式\n引物为ATGCCGTTAGCATGCC。",
    )
    bad = (
        "权利要求书\n1. 一种引物，序列为⟦ATGCCGTTAGCATGCC⟧。\n说明书\n一种引物\n具体实施方式\n用ATGCCGTTAGCATGCC扩增。",
        "权利要求书\n1. 一种短肽。\n说明书\n一种短肽\n具体实施方式\n短肽为⟦Gly-Arg-Gly-Asp-Ser⟧。",
        "权利要求书\n1. 一种蛋白，氨基酸序列如⟦SEQ ID NO: 1⟧所示。\n说明书\n一种蛋白\n具体实施方式\n表达。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if draw_listing(filing) is not None:
            return
        found: list[Span] = []
        for line in text_lines(filing):
            found += find_residues(line)
            found += [mention.span for mention in find_sequence_mentions(line)]
        if found:
            found.sort(key=lambda span: span.start)
            yield self.at(found[0], related=found[1:6], count=len(found), facts={"count": len(found)})
