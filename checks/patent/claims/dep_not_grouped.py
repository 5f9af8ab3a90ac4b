from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Claim, Filing, PartName, PatentCheck


class DepNotGrouped(PatentCheck):
    """从属权利要求没有紧跟在它所从属的独立权利要求之后，中间隔着另一项独立权利要求。

    直接或者间接从属于某一项独立权利要求的所有从属权利要求，都应当写在该独立权利要求之后、另一项独立权利要求之前。
    把这一项移到它的独立权利要求之后、下一项独立权利要求之前，并更新各项编号和引用。
    同时引用几项独立权利要求的，只要其中之一就是前面最近的独立权利要求，就不报。
    """

    code = "CLM027"
    level = Level.ERROR
    basis = (cite("指南", "2-2-3.3.2"), cite("细则", "24.3"))
    message = (
        "权利要求{claim}从属于独立权利要求{root}，却写在独立权利要求{between}之后：请移到权利要求{between}之前，"
        "并更新编号和引用"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，有盖。\n3. 一种制杯方法，包括吹制。\n"
        "4. 根据权利要求3所述的制杯方法，有冷却。",
        "1. 一种杯子，有体。\n2. 一种套件，包括权利要求1所述的杯子。\n3. 根据权利要求2所述的套件，有托盘。",
        "1. 一种杯子，有体。\n2. 一种碗，有体。\n3. 根据权利要求1或2所述的杯子，有盖。",
    )
    bad = (
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，有盖。\n3. 一种制杯方法，包括吹制。\n"
        "4. 根据权利要求⟦1⟧所述的杯子，有柄。",
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，有盖。\n3. 一种制杯方法，包括吹制。\n"
        "4. 根据权利要求3所述的制杯方法，有冷却。\n"
        "5. 如权利要求⟦2⟧所述的杯子，所述盖为木质。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        roots: dict[Claim, frozenset[Claim]] = {}
        nearest: Claim | None = None
        for claim in filing.claims:
            if not claim.dependent:
                roots[claim] = frozenset((claim,))
                if not claim.misplaced_category:
                    nearest = claim
                continue
            roots[claim] = frozenset(root for parent in claim.cited_at_start for root in roots.get(parent, ()))
            if nearest is None or not roots[claim] or nearest in roots[claim] or claim.leading is None:
                continue
            if any(root.misplaced_category for root in roots[claim]):
                continue
            root = min(roots[claim], key=lambda item: item.number)
            if nearest.number > root.number:
                yield self.at(
                    claim.leading.references[0].span,
                    claim=claim.number,
                    root=root.number,
                    between=nearest.number,
                )
