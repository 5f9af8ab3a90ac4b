from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, MarkRegister
from ipcheck.trademark.holdings import classes, is_used, units
from ipcheck.trademark.pattern import VolumeCheck


class TmDefensiveExempt(VolumeCheck):
    """大批申请靠“防御”来解释，而台账里主商标没有使用证据。

    指南列明的排除情形要求主商标已注册、已使用并有一定知名度；指南案例6.1-二里“爱好商标”“备用”“防御”三个说法都因为没有证据而不被采纳。
    台账有“使用证据”列而且大部分申请人填了时才看，件数（件×类）和类数是内部阈值，大单位不查。
    给主商标补上使用和知名度证据；为将来业务预备的，备好有现实预期的业务计划，件数与之相称。
    """

    code = "TMP009"
    level = Level.ADVICE
    basis = (cite("商指", "2-2-2"), cite("商标法", "19.1"), cite("商指", "2-2-6"))
    message = (
        "风险线索：{applicant}有{units}件×类、{classes}个类的申请与自己已注册的商标相同、近似，可以看作防御，但是没有一件写明使用证据"
        "（内部阈值：{least}件×类、{spread}个类）：请补主商标的使用和知名度证据，或者业务计划。{condition}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.CLASS, Column.EVIDENCE)
    clears = "主商标已经使用并有一定知名度，只是台账没有登记；或者有现实预期的业务计划"

    @dataclass(frozen=True)
    class Options:
        """least：可以看作防御的申请几件×类起报
        classes：并且跨几个类
        filled：台账里写明使用证据的行占多少以上，才认为这一列是认真填的
        staff：人数达到几人的单位算大单位，不看
        trade_factor：管理品牌、网上销售的申请人，件数的界限放宽到几倍
        """

        least: int = 60
        classes: int = 25
        filled: float = 0.1
        staff: int = 100
        trade_factor: float = 3.0

    _HEAD = "商标\t类别\t申请人\t申请日\t状态\t使用证据\n"
    good = (
        _HEAD
        + "砚禾\t30\t辛食品有限公司\t2020-01-05\t已注册\t有\n"
        + "".join(f"砚禾\t{n}\t辛食品有限公司\t2022-01-05\t已注册\t\n" for n in range(1, 46)) * 2,
    )
    bad = (
        _HEAD
        + "".join(f"桐屿\t30\t壬{n}店\t2020-01-05\t已注册\t发票\n" for n in range(12))
        + "砚禾\t30\t辛小店\t2020-01-05\t已注册\t无\n砚禾\t1\t⟦辛小店⟧\t2022-01-05\t申请中\t\n"
        + "".join(f"砚禾\t{n}\t辛小店\t2022-01-05\t申请中\t\n" for n in range(2, 46))
        + "".join(f"砚禾园\t{n}\t辛小店\t2022-01-05\t申请中\t\n" for n in range(1, 36)),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options = self.options
        if sum(map(is_used, register.rows)) < options.filled * len(register.rows):
            return
        for holding, factor in self.considered(register):
            rows = holding.defensive
            if units(rows) < options.least * factor or len(classes(rows)) < options.classes:
                continue
            if not any(map(is_used, holding.rows)):
                yield self.tell(
                    rows,
                    facts={"defensive": units(rows), "free": units(holding.free)},
                    applicant=holding.name,
                    units=units(rows),
                    classes=len(classes(rows)),
                    least=f"{options.least * factor:g}",
                    spread=options.classes,
                )
