from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck, first_words
from ipcheck.patent.scope import bare_clauses, limitation

_PRAISE = lazy(
    r"(?:其|本)?[^,;。\n]{0,40}?(?:具有)?(?:良好|优良|优异|较好|更好|很好)?的?"
    r"(?:(?:效果|性能|质量|品质|外观|稳定性|可靠性|实用性|安全性)(?:更|很|较|十分|非常)?(?:好|佳|优良|优异|美观"
    r"|高|可靠)"
    r"|(?:结构|操作|使用|制造|安装|维护|携带)(?:更|很|较|十分|非常)?(?:简单|方便|便捷|便利|简便|合理)|(?:成本"
    r"|价格)(?:更|很|较)?(?:低廉?|便宜)|具有[一-鿿]{1,20}(?:优点|优势|效果)|(?:美观|实用|耐用|环保|节能){1,3}(?:大方|方便)?"
    r"|安全(?:可靠)?|稳定可靠|经久耐用|(?:使用)?寿命(?:更|较|很)?长|(?:便于|利于|适于|适合)(?:大规模|大面积)?(?:推广|普及)(?:使用|应用)?"
    r"|(?:可以|能够?|可)?(?:大大|有效|显著|明显)?(?:提[高升]|降低|减少|节[省约]|改善)了?(?:生产|工作|加工|制造|使用)?"
    r"(?:效率|成本|人力物?力?|能耗|质量|时间|安全性)|(?:生产|工作)?效率(?:更|很|较)?高"
    r"|性能(?:稳定|优越)|(?:如|同)(?:上|前)(?:所述)?|如前所述)"
)
_CLAUSE = lazy(r"[^,;:。\s][^,;:。\n]{0,19}")
_SHORTEST = 3


class DepNoLimitation(PatentCheck):
    """从属权利要求没有附加的技术特征：没有限定部分，只写了效果，或者重复了被引用的权利要求已有的文字。

    从属权利要求应当用附加的技术特征对引用的权利要求作进一步限定；没有附加特征的，保护范围与被引用的权利要求相同。
    补上真正的附加特征，写成结构、步骤、参数；没有的就删去这一项。
    重复是指每一个分句都与被引用的权利要求（及其更上一级）中的某一分句相同，比较时不计附图标记、“所述”等词；
    引用多项的，每一种引用都重复才报。
    """

    code = "CLM031"
    level = Level.WARNING
    basis = (cite("细则", "23.3"), cite("细则", "25.1(2)"), cite("指南", "1-2-7.4"))
    message = "权利要求{claim}（“{words}”）{why}：从属权利要求应当有附加的技术特征，请补上或者删去这一项"
    needs = (PartName.CLAIMS,)

    _BASE = "1. 一种杯子，包括杯体（1）和杯盖（2），所述杯体（1）为陶瓷，壁厚为2mm或者3mm。\n"
    good = (
        _BASE + "2. 根据权利要求1所述的杯子，其特征在于，按设定的比例降低使用成本的权重。",
        _BASE + "2. 根据权利要求1所述的杯子，其特征在于，所述杯盖（2）有提手。",
        _BASE + "2. 根据权利要求1所述的杯子，壁厚为2mm。",
        _BASE + "2. 根据权利要求1所述的杯子，还包括手柄，所述杯体为陶瓷。",
        _BASE + "2. 根据权利要求1所述的杯子，有盖扣。\n3. 根据权利要求1或2所述的杯子，有盖扣。",
    )
    bad = (
        _BASE + "2. ⟦根据权利要求1所述的杯子⟧。",
        _BASE + "2. 根据权利要求1所述的杯子，其特征在于，⟦所述杯子保温效果好⟧，使用方便。",
        _BASE + "2. 根据权利要求1所述的杯子，有提手。\n3. 根据权利要求2所述的杯子，其特征在于，⟦杯体为陶瓷⟧。",
    )
    missed = (("1. 一种杯子，包括杯体和杯盖。\n2. 根据权利要求1所述的杯子，其特征在于，⟦所述杯子有杯体也有杯盖⟧。"),)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        clauses = {claim: frozenset(bare_clauses(claim.body.folded)) for claim in filing.claims}
        for claim in filing.claims:
            if not claim.dependent or not claim.cited_at_start or claim.leading is None:
                continue
            limits = limitation(claim)
            named = next(iter(bare_clauses(claim.subject.folded)), "") if claim.subject is not None else ""
            said = [clause.removeprefix(named) for clause in bare_clauses(limits.folded) if len(clause) > 1]
            if "\ufffc" in str(limits):
                continue
            if not said:
                whole = claim.body.sub(0, min(len(claim.body), 20)).trimmed()
                end = len(str(whole).rstrip("。.，,；;"))
                yield self.at(whole.sub(0, max(end, 1)), claim=claim.number, why="没有限定部分")
                continue
            match = next(limits.find(_CLAUSE), None)
            place = limits.at(match).trimmed() if match is not None else first_words(limits)
            if all(_PRAISE.fullmatch(piece) for clause in said for piece in clause.split("、")):
                yield self.at(place, claim=claim.number, why="只写了效果")
            elif self._repeats(claim, said, clauses):
                yield self.at(place, claim=claim.number, why="重复了所引用的权利要求已有的特征")

    @staticmethod
    def _repeats(claim: Claim, said: list[str], clauses: dict[Claim, frozenset[str]]) -> bool:
        if max(map(len, said)) < _SHORTEST or claim.paths == ((),):
            return False
        return all(
            all(any(clause in clauses.get(ancestor, ()) for ancestor in path) for clause in said)
            for path in claim.paths
        )
