from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.agency import Agency, AssociationCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.tables import CANDIDATES, INSPECTIONS, Candidate, Inspection
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row


class AsSampleStrata(AssociationCheck):
    """某个信用等级实际检查的机构，少于这一层应当抽的数量。

    信用好的减少检查、信用差的增加检查，分层抽样才落得到实处。
    各等级的比例没有规定，是内部阈值，可以在设置里改；层内按比例向上取整，必查的名录机构不占名额。抽少了的补抽，或者把比例改成方案里的。
    """

    code = "AGA002"
    level = Level.ADVICE
    basis = (cite("代理办法", "40"), cite("代理条例", "22"))
    message = (
        "批次{batch}信用等级{grade}的{count}家应当抽{need}家（比例{percent}%，内部阈值），只检查了{done}家："
        "请补抽或者核对比例"
    )
    columns = (Candidate.BATCH, Candidate.AGENCY, Candidate.GRADE, Inspection.BATCH, Inspection.AGENCY)
    further = (Candidate.LISTED,)

    @dataclass(frozen=True)
    class Options:
        """a_plus：A+级每一百家应当检查几家
        a：A级每一百家应当检查几家
        b：B级每一百家应当检查几家
        c：C级每一百家应当检查几家
        d：D级每一百家应当检查几家
        """

        a_plus: int = 5
        a: int = 10
        b: int = 20
        c: int = 50
        d: int = 100

    _HEAD = "# 抽查名单\n批次,机构,信用等级,名录情形\n"
    _DONE = "# 检查记录\n批次,机构\n"
    good = (
        _HEAD + "1,甲所,C,\n1,乙所,C,\n1,丙所,D,\n" + _DONE + "1,甲所\n1,丙所\n",
        _HEAD + "1,甲所,D,经营异常名录\n1,乙所,A,\n" + _DONE + "1,乙所\n",
        _HEAD + "1,甲所,D,\n" + _DONE + "2,甲所\n",
    )
    bad = (
        _HEAD + "1,甲所,⟦D⟧,\n1,乙所,D,\n" + _DONE + "1,甲所\n",
        _HEAD + "1,甲所,⟦c 级⟧,\n1,乙所,C,\n1,丙所,C,\n1,丁所,A,\n" + _DONE + "1,甲所\n1,丁所\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        options = self.options
        shares = {"A+": options.a_plus, "A": options.a, "B": options.b, "C": options.c, "D": options.d}
        inspected = {
            (row.text(Inspection.BATCH), plain_firm(row.text(Inspection.AGENCY))) for row in agency.rows(INSPECTIONS)
        }
        begun = {batch for batch, _ in inspected}
        strata: dict[tuple[str, str], list[Row[Candidate]]] = defaultdict(list)
        for row in agency.rows(CANDIDATES):
            grade = row.text(Candidate.GRADE).upper().removesuffix("级").strip()
            if row.text(Candidate.BATCH) in begun and grade in shares and is_lacking(row.text(Candidate.LISTED)):
                strata[row.text(Candidate.BATCH), grade].append(row)
        for (batch, grade), rows in strata.items():
            # Whole numbers, rounded up: a grade with one agency is not left out.
            need = (len(rows) * shares[grade] + 99) // 100
            done = sum((batch, plain_firm(row.text(Candidate.AGENCY))) in inspected for row in rows)
            if done < need:
                yield self.at(
                    rows[0].span(Candidate.GRADE),
                    facts={"count": len(rows), "need": need, "done": done},
                    batch=batch,
                    grade=grade,
                    count=len(rows),
                    need=need,
                    percent=shares[grade],
                    done=done,
                )
