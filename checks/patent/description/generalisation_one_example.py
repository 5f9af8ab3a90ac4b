from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, SectionName

_CHOICE = lazy(
    r"(?:选自|为|采用|选用|"
    r"是)(?:由)?(?P<list>[一-鿿A-Za-z0-9\-]{2,14}(?:、[一-鿿A-Za-z0-9\-]{2,14}){1,20}(?:和|与|或|及|以及|"
    r"或者)[一-鿿A-Za-z0-9\-]{2,14}?)"
    r"(?:组成的组)?(?:中|之中)?的?(?:至少|任意|任)?(?:一种|一者|一个|一项|之一)"
)
_SPLIT = lazy(r"、|以及|或者|[和与或及]")


class GeneralisationOneExample(PatentCheck):
    """权利要求概括了好几种替代（选自甲、乙、丙中的一种），实施例只用了其中一种。

    概括较宽、一个实施例不足以支持的，审查指南要求给出至少两个不同的实施例；只有一个例子，概括得不到支持。
    补充另外几种的实施例，或者说明它们性质相近、可以互换的理由。
    只查机器看得出的“选自……中的一种”，而且其中恰好只有一种在具体实施方式里出现过才报；
    上位概念（“紧固件”只有螺栓一例）机器看不出，请人工核对。
    """

    code = "DSC022"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.6"), cite("质量评价", "182"))
    message = (
        "权利要求{claim}概括了{count}种，具体实施方式里只出现过“{only}”一种：请补充其他几种的实施例，"
        "或者说明可以互换的理由"
    )
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)
    kinds = (Kind.INVENTION,)

    good = (
        "1. 一种涂料，溶剂选自乙醇、丙酮和乙酸乙酯中的一种。\n说明书\n一种涂料\n具体实施方式\n溶剂为乙醇，或者丙酮。",
        "1. 一种涂料，溶剂选自乙醇、丙酮和乙酸乙酯中的一种。\n说明书\n一种涂料\n具体实施方式\n配成涂料。",
    )
    bad = (
        "1. 一种涂料，溶剂选自⟦乙醇、丙酮和乙酸乙酯⟧中的至少一种。\n说明书\n一种涂料\n发明内容\n"
        "溶剂选自乙醇、丙酮和乙酸乙酯。\n具体实施方式\n"
        "称取乙醇10 g，搅匀。",
        "1. 一种炉，炉衬为⟦刚玉、莫来石或碳化硅⟧中的任一种。\n说明书\n一种炉\n具体实施方式\n炉衬用莫来石砌成。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        paragraphs = filing.description.paragraphs_of(SectionName.EMBODIMENTS)
        told = "\n".join(paragraph.body.folded for paragraph in paragraphs)
        seen: set[str] = set()
        for claim in filing.claims:
            for match in claim.body.find(_CHOICE):
                members = [member for member in _SPLIT.split(match["list"]) if len(member) >= 2]
                shown = [member for member in members if member in told]
                if len(members) >= 3 and len(shown) == 1 and match["list"] not in seen:
                    seen.add(match["list"])
                    place = claim.body.at(match, "list")
                    yield self.at(place, claim=claim.number, count=len(members), only=shown[0])
