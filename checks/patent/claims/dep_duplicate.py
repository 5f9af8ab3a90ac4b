from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck, first_words
from ipcheck.patent.scope import bare_words, limitation

_SHORTEST = 4
_CLAUSE = lazy(r"[^,;:。\s][^,;:。\n]{1,11}")


def _first_clause(limits: Span) -> Span:
    """The first words of a limitation, after its opening marks."""
    match = next(limits.find(_CLAUSE), None)
    return limits.at(match) if match is not None else first_words(limits)


class DepDuplicate(PatentCheck):
    """两项从属权利要求引用同一权利要求，限定部分的文字也相同，保护范围相同。

    权利要求书应当简要，不得有两项以上保护范围实质上相同的同类权利要求；重复的一项还要多缴附加费。
    删去其中一项，或者改成另外的附加特征，并更新后面的编号和引用。
    比较时不计附图标记、标点和“所述”之类的词；限定相同而引用不同权利要求的是合法的，不报；
    只有一部分引用相同的（一项引用1，一项引用1或2），只给警告。
    """

    code = "CLM030"
    level = Level.ERROR
    basis = (cite("指南", "2-2-3.2.3"), cite("法", "26.4"))
    message = (
        "权利要求{claim}与权利要求{other}引用{same}，"
        "限定部分也相同（“{words}”起）：不得有保护范围相同的权利要求，请删去一项"
    )
    needs = (PartName.CLAIMS,)

    _BASE = (
        "1. 一种杯子，包括杯体（1）和杯盖（2）。\n2. 根据权利要求1所述的杯子，其特征在于，所述杯盖（2）有提手（3）。\n"
    )
    good = (
        _BASE + "3. 根据权利要求2所述的杯子，其特征在于，所述杯盖为木质。\n4. 一种碗，包括碗体。\n"
        "5. 根据权利要求4所述的碗，其特征在于，所述杯盖为木质。",
        _BASE + "3. 根据权利要求1所述的杯子，其特征在于，所述杯盖有两个提手。",
        _BASE + "3. 根据权利要求1所述的杯子，其中，壁厚为2mm。\n4. 根据权利要求1所述的杯子，其中，壁厚为3mm。",
    )
    bad = (
        _BASE + "3. 根据权利要求1所述的杯子，其特征在于，⟦杯盖有提手⟧。",
        _BASE + "3. 根据权利要求1或2所述的杯子，所述杯体为陶瓷。\n4. 如权利要求2所述的杯子，⟦杯体为陶瓷⟧。",
    )
    missed = (
        (
            "1. 一种杯子，包括杯体（1）和杯盖（2）。\n"
            "2. 根据权利要求1所述的杯子，其特征在于，所述杯盖（2）有提手。\n"
            "3. 根据权利要求1所述的杯子，其特征在于，⟦提手设在所述杯盖（2）上⟧。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        seen: dict[str, list[Claim]] = {}
        for claim in filing.claims:
            if not claim.dependent or not claim.cited_at_start:
                continue
            limits = limitation(claim)
            words = bare_words(limits.folded).strip(",;。: \n")
            for mark in ",;:。\n":
                words = words.replace(mark, "")
            if len(words) < _SHORTEST:
                continue
            parents = set(claim.cited_at_start)
            for other in seen.get(words, ()):
                shared = parents & set(other.cited_at_start)
                if shared:
                    whole = parents == set(other.cited_at_start)
                    yield self.at(
                        _first_clause(limits),
                        claim=claim.number,
                        other=other.number,
                        same="同一权利要求" if whole else f"的权利要求中都有{min(item.number for item in shared)}",
                        level=Level.ERROR if whole else Level.WARNING,
                        related=(first_words(other.span),),
                    )
                    break
            seen.setdefault(words, []).append(claim)
