import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_MICROBE = lazy(
    r"(?:[一-鿿]{1,8})(?:芽孢杆菌|乳杆菌|链球菌|葡萄球菌|双歧杆菌|假单胞菌|链霉菌|酵母菌|曲霉|青霉|木霉|"
    r"根霉|梭菌|肠球菌|固氮菌|根瘤菌|放线菌|弧菌|醋杆菌)"
)
_LATIN = lazy(r"[(（\[]?\s*[A-Z][a-z]+(?:\s+[a-z]+|\s*\.\s*[a-z]+)|[A-Z][a-z]+\s+sp")
_VERB = lazy(r"(?:采用|使用|包括|利用|由|用|含|的|为|及|和|与|或|是|种)")
_COMMON = lazy(r"^(?:大肠杆菌|酿酒酵母菌)$")


class LatinNameMissing(PatentCheck):
    """微生物首次出现时没有注明拉丁文学名。

    微生物应当按学名分类命名，有确定中文名称的用中文名称，并在第一次出现时用括号注明拉丁文学名；
    没有学名，所属领域的人难以确认是哪一种。
    在第一次出现处写成“枯草芽孢杆菌（Bacillus subtilis）”。
    只看保藏过或者权利要求里写到的菌种；大肠杆菌等通用的不报，一篇里只报首次出现。
    """

    code = "BIO007"
    level = Level.WARNING
    basis = (cite("指南", "2-10-9.2.1"),)
    message = "“{words}”首次出现没有注明拉丁文学名：请写成“{words}（拉丁文学名）”"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    good = (
        "权利要求书\n1. 一种菌剂，包括枯草芽孢杆菌。\n"
        "说明书\n一种菌剂\n技术领域\n本发明涉及枯草芽孢杆菌（Bacillus subtilis）菌剂。",
        "权利要求书\n1. 一种菌剂，包括载体。\n说明书\n一种菌剂\n背景技术\n枯草芽孢杆菌是常用菌。",
    )
    bad = (
        "权利要求书\n1. 一种菌剂，包括枯草芽孢杆菌。\n"
        "说明书\n一种菌剂\n技术领域\n⟦枯草芽孢杆菌⟧可用于发酵。枯草芽孢杆菌生长快。",
        "权利要求书\n1. 一种发酵液，由植物乳杆菌发酵得到。\n"
        "说明书\n一种发酵液\n背景技术\n现有技术采用⟦植物乳杆菌⟧发酵。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        description = filing.description
        if description is None:
            return
        # The name begins where the claims' words for it and the description's agree.
        claimed = {match[0] for claim in filing.claims for match in claim.body.find(_MICROBE)}
        names = {name[cut:] for name in claimed for cut in range(len(name) - 4)} | claimed
        done: set[str] = set()
        text = "\n".join(paragraph.body.folded for paragraph in description.paragraphs)
        for paragraph in description.paragraphs:
            for match in paragraph.body.find(_MICROBE):
                name = self._shared(match[0], names, text)
                if not name or name in done or _COMMON.match(name):
                    continue
                done.add(name)
                start = match.end() - len(name)
                after = paragraph.body.document.folded[match.end() : match.end() + 40]
                span = paragraph.body.sub(start - paragraph.body.start, match.end() - paragraph.body.start)
                if not _LATIN.match(after.lstrip()):
                    yield self.at(span)

    @staticmethod
    def _shared(found: str, names: set[str], text: str) -> str:
        """The longest ending of ``found`` that the claims have and that the description repeats or begins with."""
        for cut in range(len(found) - 4):
            name = found[cut:]
            plain = text.count(name) > 1 or cut == 0 or not re.search(r"[用采的为由含及和与或、]", name)
            if name in names and plain and not _VERB.match(name):
                return name
        return ""
