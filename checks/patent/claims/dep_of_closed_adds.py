import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck

_CLOSED = lazy(
    r"[，,：:]?\s*(?:其特征(?:在于|是|为)[，,：:]?\s*)?(?:(?:其|它|所述[^，,；;。]{1,20}?"
    r"|该[^，,；;。]{1,20}?)?(?:是|仅|只)?)"
    r"(?P<words>由)(?P<list>[^；;。]{1,200}?)(?P<tail>组成|构成)(?!的(?:组|群|集|一|任|[^，；。]{0,6}(?:组|群"
    r"|集合))|部分|方式|单元)"
)
_ADDS = lazy(
    r"(?P<words>(?:还|另外?|又|进一步|此外|额外|同时|再|附加|补充|更)(?:地|还|可以?|进一步|另外?|同时|额外)?"
    r"(?:包括|包含|含有?|具有|具备|设置?有|设置|开设有|配置?有|配备有?|安装有|装有|带有|附有|连接有|布置有"
    r"|增设有?|添加有?|加入有?|掺有|掺入|混有|混入|增加有?|加有|有)(?!关))"
)


class DepOfClosedAdds(PatentCheck):
    """独立权利要求用封闭式“由……组成”，从属权利要求却“还包括”另外的组分或者部件。

    “由……组成”是封闭式，表示除所列的之外没有别的；从属权利要求再增加，就与被引用的权利要求相矛盾。
    要允许增加的，把被引用的权利要求改为“包括”“包含”或者“主要由……组成”；否则把增加的一项改写成独立权利要求。
    “还、另、进一步、此外、再”加“包括、含有、具有、设有、添加、掺入”等都算增加。
    “主要由”“基本上由……组成”是开放式，不报；只对某个部件用“由……组成”，或者只给某个部件“还包括”的，不报。
    """

    code = "CLM029"
    level = Level.ERROR
    basis = (cite("指南", "2-10-4.2.1"), cite("指南", "2-2-3.3"))
    message = (
        "权利要求{claim}写“{words}”，而它引用的权利要求{parent}用封闭式“由……组成”，不能再增加："
        "请把权利要求{parent}改为开放式，或者另写独立权利要求"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种涂料，包括树脂和溶剂。\n2. 根据权利要求1所述的涂料，还包括颜料。",
        "1. 一种涂料，主要由树脂和溶剂组成。\n2. 根据权利要求1所述的涂料，还包括颜料。",
        "1. 一种涂料，基本上由树脂和溶剂组成。\n2. 根据权利要求1所述的涂料，还含有颜料。",
        "1. 一种杯子，包括杯体，所述杯体由内层和外层组成。\n2. 根据权利要求1所述的杯子，还包括杯盖。",
        "1. 一种涂料，由选自由A、B和C组成的组的树脂制成。\n2. 根据权利要求1所述的涂料，还包括颜料。",
        "1. 一种套件，由杯子和托盘组成。\n2. 根据权利要求1所述的套件，所述杯子还包括杯盖。",
        "1. 一种套件，由杯子和托盘组成。\n2. 根据权利要求1所述的套件，杯子还具有杯盖，与托盘还有关联。",
    )
    bad = (
        "1. 一种涂料，由树脂和溶剂组成。\n2. 根据权利要求1所述的涂料，⟦还包括⟧颜料。",
        "1. 一种涂料，由树脂和溶剂组成。\n2. 根据权利要求1所述的涂料，其特征在于，⟦还具有⟧颜料。\n"
        "3. 根据权利要求1所述的涂料，其⟦另外含有⟧填料。\n4. 根据权利要求1所述的涂料，所述涂料中⟦还添加有⟧消泡剂。\n"
        "5. 根据权利要求1所述的涂料，此外，所述涂料⟦进一步含有⟧香料。",
        "1. 一种套件，其特征在于，所述套件由杯子和托盘组成。\n2. 根据权利要求1所述的套件，托盘为木质。\n"
        "3. 如权利要求2所述的套件，其特征在于，所述套件⟦进一步包括⟧勺子。",
    )
    missed = (
        "1. 一种涂料，由树脂和溶剂组成。\n2. 根据权利要求1所述的涂料，其特征在于，⟦另加颜料⟧。",
        "1. 一种涂料，由树脂和溶剂组成。\n2. 根据权利要求1所述的涂料，其特征在于，⟦掺有⟧颜料。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        closed: dict[Claim, Claim] = {}
        for claim in filing.claims:
            if not claim.dependent:
                if self._closed(claim):
                    closed[claim] = claim
                continue
            bases = [closed[parent] for parent in claim.cited_at_start if parent in closed]
            if not bases or len(bases) < len(claim.cited_at_start):
                continue
            closed[claim] = bases[0]
            for match in claim.body.find(_ADDS):
                before = claim.body.document.folded[max(claim.body.start, match.start() - 40) : match.start()]
                clause = re.split(r"[，,；;。：:]", before)[-1].strip()
                owner = re.fullmatch(r"(?:在?所述|在?该)(.{1,30}?)(?:中|内|里|上)?", clause)
                if (
                    not clause
                    or clause in ("其", "其中", "此外", "另外", "同时")
                    or clause.endswith("在于")
                    or (owner and owner[1] in bases[0].names)
                ):
                    yield self.at(claim.body.at(match), claim=claim.number, parent=bases[0].number)
                    break

    @staticmethod
    def _closed(claim: Claim) -> bool:
        if claim.subject is None:
            return False
        folded = claim.body.document.folded
        match = _CLOSED.match(folded, claim.subject.end, claim.body.end)
        if match is None:
            return False
        between = folded[claim.subject.end : match.start("words")]
        owner = re.search(r"(?:所述|该)(.+?)(?:是|仅|只)?$", between)
        return owner is None or owner[1].strip() in claim.names
