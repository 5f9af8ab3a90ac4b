from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName

_MICROBE = lazy(
    r"[一-鿿]{1,10}?(?:杆菌|球菌|单胞菌|链霉菌|放线菌|弧菌|螺旋?菌|固氮菌|根瘤菌|酵母菌?(?![粉膏浸提抽培泥])|曲霉菌?"
    r"|青霉菌?|木霉菌?|根霉菌?|毛霉菌?|镰[刀孢]菌?|[白绿]僵菌|疫霉菌?|腐霉菌?|小球藻|螺旋藻|衣藻"
    r"|栅藻)(?![属科目类群])"
)
# What may stand before a name without being part of it.
_BEFORE = lazy(
    r"^.*(?:采用|使用|包括|利用|接种|添加|加入|选自|选取|筛选|分离|培养|所述|上述|混合|得到|保藏|发酵|一株|一种|复合"
    r"|制备|降解|活化|来源于?|[的由为及和与或含用括是种株以从将对该述向在取使于至并])(?=..)"
)
# Blanks are taken whole (*+): given back one by one they make a run of them cubic.
_LATIN = lazy(
    r"\s*+[A-Za-z]{0,5}-?\d{0,8}\s*+[(（\[“]?\s*+(?:[A-Z][a-z]+(?:\s+[a-z]+|\s*\.\s*[a-z]+|\s+sp)"
    r"|[A-Z]\s?\.\s?[a-z]{3,})"
)
_LATIN_FIRST = lazy(r"[A-Z][a-z]+\s+[a-z]{3,}\s*[(（]?$")
# So well known, or so loosely called, that no species is looked for behind the name.
_COMMON = lazy(
    r"大肠杆菌$|^(?:高活性|活性|高活)?(?:干|鲜|面包|啤酒|葡萄酒|果酒|饲料|食用|安琪|酒用)酵母菌?$|^(?:乳酸|芽孢|乳"
    r"|醋酸|固氮|有益|致病|革兰氏?[阴阳]性)[杆球]?菌$"
)
# What a product acts against is no biological material of the application.
_TARGET = lazy(r"(?:抑制|杀灭|杀死|抵抗|抗|抑|检测|针对|防治|对)[^，。；]{0,6}$")
_LEAST = 3


class LatinNameMissing(PatentCheck):
    """微生物首次出现时没有注明拉丁文学名。

    微生物应当按学名分类命名，有确定中文名称的用中文名称，并在第一次出现时用括号注明拉丁文学名；
    没有学名，所属领域的人难以确认是哪一种。
    在第一次出现处写成“枯草芽孢杆菌（Bacillus subtilis）”。
    只看权利要求里写到的菌种，不看药剂要抑制、杀灭的菌；大肠杆菌、活性干酵母等通用的不报，一个菌种只报首次出现；
    后文注明了的，首次出现在技术领域里的不报，在别处的只作建议。
    """

    code = "BIO007"
    level = Level.WARNING
    basis = (cite("指南", "2-10-9.2.1"),)
    message = "“{words}”首次出现没有注明拉丁文学名：请写成“{words}（拉丁文学名）”"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    good = (
        "权利要求书\n1. 一株枯草芽孢杆菌。\n2. 一种抗菌剂，对金黄色葡萄球菌的抑制率为90%，"
        "由酵母浸粉和活性干酵母制成。\n"
        "说明书\n一株枯草芽孢杆菌\n技术领域\n本发明涉及一株枯草芽孢杆菌。\n"
        "发明内容\n提供Bacillus subtilis（枯草芽孢杆菌）。金黄色葡萄球菌、酵母浸粉、活性干酵母为市售。",
        "权利要求书\n1. 一种菌剂，包括枯草芽孢杆菌。\n"
        "说明书\n一种菌剂\n发明内容\n提供枯草芽孢杆菌BS-12（Bacillus subtilis）菌剂，枯草芽孢杆菌属细菌。",
        "权利要求书\n1. 一种菌剂，包括枯草芽孢杆菌。\n"
        "说明书\n一种菌剂\n技术领域\n本发明涉及枯草芽孢杆菌（Bacillus subtilis）菌剂。",
        "权利要求书\n1. 一种菌剂，包括载体。\n说明书\n一种菌剂\n背景技术\n枯草芽孢杆菌是常用菌。",
    )
    bad = (
        "权利要求书\n1. 一种酒曲，由米曲霉和所述酿酒酵母组成。\n"
        "说明书\n一种酒曲\n技术领域\n本发明涉及酒曲。\n背景技术\n常用的⟦米曲霉⟧生长慢。\n"
        "发明内容\n酒曲由米曲霉（Aspergillus oryzae）和⟦酿酒酵母⟧组成。",
        "权利要求书\n1. 一种菌剂，包括枯草芽孢杆菌。\n"
        "说明书\n一种菌剂\n技术领域\n⟦枯草芽孢杆菌⟧可用于发酵。枯草芽孢杆菌生长快。",
        "权利要求书\n1. 一种发酵液，由植物乳杆菌发酵得到。\n"
        "说明书\n一种发酵液\n背景技术\n现有技术采用⟦植物乳杆菌⟧发酵。",
    )
    missed = ("说明书\n一种酒曲\n具体实施方式\n接入⟦醋酸菌⟧发酵。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        description = filing.description
        if description is None:
            return
        claimed = {
            _bare(match[0])
            for claim in filing.claims
            for match in claim.body.find(_MICROBE)
            if not _TARGET.search(claim.body.document.folded[max(claim.body.start, match.start() - 8) : match.start()])
        }
        # The name begins where the claims' words for it and the description's agree.
        names = {name[cut:] for name in claimed for cut in range(max(1, len(name) - _LEAST + 1))}
        first: dict[str, tuple[Span, bool]] = {}
        given: set[str] = set()
        for paragraph in description.paragraphs:
            for match in paragraph.body.find(_MICROBE):
                name = _shared(_bare(match[0]), names)
                if not name or _COMMON.search(name):
                    continue
                text, end = paragraph.body.document.folded, match.end()
                start = end - len(name)
                if _LATIN.match(text[end : end + 40]) or _LATIN_FIRST.search(text[max(0, start - 40) : start]):
                    given.add(name)
                span = paragraph.body.sub(start - paragraph.body.start, end - paragraph.body.start)
                first.setdefault(name, (span, name in given))
        for name, (span, at_once) in first.items():
            if name not in given:
                yield self.at(span)
            elif not at_once and not _in_field(filing, span):
                yield self.at(span, level=Level.ADVICE)


def _bare(found: str) -> str:
    """The words without what stands before the name."""
    name = _BEFORE.sub("", found)
    return name if len(name) >= _LEAST else found


def _shared(found: str, names: set[str]) -> str:
    """The longest ending of ``found`` that the claims have too."""
    for cut in range(max(1, len(found) - _LEAST + 1)):
        if found[cut:] in names:
            return found[cut:]
    return ""


def _in_field(filing: Filing, span: Span) -> bool:
    """Whether it stands in 技术领域, where the title is only repeated."""
    if filing.description is None:
        return False
    fields = filing.description.paragraphs_of(SectionName.FIELD)
    return any(item.body.start <= span.start < item.body.end for item in fields)
