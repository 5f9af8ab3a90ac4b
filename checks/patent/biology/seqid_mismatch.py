from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, Kind, PatentCheck
from ipcheck.patent.sequences import draw_listing, find_residues, find_sequence_mentions, text_lines


class SeqidMismatch(PatentCheck):
    """文中的SEQ ID NO在序列表里没有，或者文中写出的序列与序列表里的不同。

    序列表是说明书的一部分，编号和序列应当与文字一致；不一致时保护的是哪个序列不清楚，以后也难以修改。
    核对编号和序列，改正文字或者序列表。
    没有给出序列表的不报；“SEQ ID NOs:1-4”“SEQIDNO：1”等写法都认得；只有编号紧接着写出一段序列时才比较序列，
    片段算一致，不一致的只是警告。
    """

    code = "BIO003"
    level = Level.ERROR
    basis = (cite("指南", "2-10-9.2.3"), cite("指南", "1-1-4.2"))
    message = "“{words}”与序列表不一致：{fault}，请改正文字或者序列表"
    kinds = (Kind.INVENTION,)

    good = (
        "权利要求书\n1. 一种引物，如SEQ ID NOs:1-3和SEQIDNO：4所示。\n说明书\n一种引物\n具体实施方式\n扩增5次。\n"
        "序列表\n"
        "<210> 1\n<210> 2\n<210> 3\n<210> 4",
        "权利要求书\n1. 一种引物，如SEQ ID NO:9所示。",
    )
    bad = (
        "权利要求书\n1. 一种引物，如⟦SEQ ID NO:5⟧所示。\n说明书\n一种引物\n具体实施方式\n扩增。\n序列表\n<210> 1\n"
        "<210> 2",
        "说明书\n一种引物\n具体实施方式\n用⟦SEQ ID NO：1至3⟧扩增，再用SEQ ID NO.2。\n序列表\n<210> 1\n<210> 2",
    )
    missed = (
        ("权利要求书\n1. 一种引物，如⟦序列5⟧所示。\n说明书\n一种引物\n具体实施方式\n扩增。\n序列表\n<210> 1\n<210> 2"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        listing = draw_listing(filing)
        if listing is None or not listing.residues:
            return
        for line in text_lines(filing):
            mentions = list(find_sequence_mentions(line))
            for mention in mentions:
                missing = [str(number) for number in mention.numbers if number not in listing.residues]
                if missing:
                    shown = "、".join(missing[:6]) + ("等" if len(missing) > 6 else "")
                    yield self.at(mention.span, related=[listing.start], fault=f"序列表里没有第{shown}号序列")
            for written in find_residues(line):
                # The number that names these residues stands right before them: SEQ ID NO:2所示，为5'-….
                before = [item for item in mentions if 0 <= written.start - item.span.end <= 15]
                if (
                    not before
                    or len(before[-1].numbers) != 1
                    or str(written)[1:2].islower() != str(written)[:1].islower()
                ):
                    continue
                number = before[-1].numbers[0]
                listed, own = _bare(listing.residues.get(number, "")), _bare(str(written))
                if not listed or own in listed or listed in own:
                    continue
                yield self.at(
                    written, related=[listing.start], level=Level.WARNING, fault=f"与序列表第{number}号序列不同"
                )


def _bare(residues: str) -> str:
    return "".join(residues.split()).replace("-", "").upper().replace("U", "T")
