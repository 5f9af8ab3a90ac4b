from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, MarkRegister
from ipcheck.trademark.holdings import filings, units
from ipcheck.trademark.pattern import VolumeCheck


class TmBatchCapitalMismatch(VolumeCheck):
    """注册资本或者人数很少的申请人，持有很多商标申请。

    资本一万元、两三个人而有几百件申请，容易被问拿什么去使用；认缴不等于实缴，新公司也可能人少，所以只是提示。
    资本、人数和件数（件×类）都是内部阈值；与自己已注册商标近似的、有使用证据的不计，管理品牌和网上销售的放宽。
    核对台账里的资本和参保人数是不是最新的，备好业务计划、委托生产合同等使用条件的证明。
    """

    code = "TMP007"
    level = Level.ADVICE
    message = (
        "风险线索：{applicant}{size}，而有{filings}件、{units}件×类申请既不近似于自己已注册的商标也没有使用证据（内部阈值："
        "资本{capital}万元或者{people}人以下，{least}件×类；指南案例6.1-二为资本1万元、累计900余件）："
        "请说明使用条件，是否属于防御或者为现实业务预备。{condition}"
    )

    @dataclass(frozen=True)
    class Options:
        """least：几件×类起报
        capital：注册资本在几元以下算很少
        people：人数在几人以下算很少
        texts：不同的商标不足几个的不看
        staff：人数达到几人的单位算大单位，不看
        trade_factor：管理品牌、网上销售的申请人，件数的界限放宽到几倍
        """

        least: int = 100
        capital: int = 100_000
        people: int = 3
        texts: int = 15
        staff: int = 100
        trade_factor: float = 3.0

    _HEAD = "商标\t类别\t申请人\t注册资本\t职工人数\n"
    good = (
        _HEAD
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙屿帆'[n // 10]}\t3、25\t戊有限公司\t500万元\t60\n"
            for n in range(60)
        ),
        _HEAD + "".join(f"{'岚砚榆桐苇柚枫楠榕槿'[n]}舟\t25\t己小店\t1万元\t1\n" for n in range(10)),
    )
    bad = (
        _HEAD
        + "岚舟\t3、25\t⟦庚小店⟧\t1万元\t2\n"
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙屿帆'[n // 10]}\t3、25\t庚小店\t1万元\t2\n"
            for n in range(1, 60)
        ),
    )

    @classmethod
    def unseen(cls, register: MarkRegister) -> str:
        """Either of the columns on size will do."""
        told = super().unseen(register)
        sized = register.has(Column.CAPITAL) or register.has(Column.STAFF)
        return told or ("" if sized else "台账没有“注册资本”或者“职工人数”列")

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options = self.options
        for holding, factor in self.considered(register):
            held = units(holding.free)
            if held < options.least * factor or len({mark.text for mark in holding.free}) < options.texts:
                continue
            capital, people = holding.number(Column.CAPITAL), holding.number(Column.STAFF)
            if capital is not None and capital < 10_000:
                # A bare number is in 万元, as registers write it.
                capital *= 10_000
            small = []
            if capital is not None and capital <= options.capital:
                small.append(f"注册资本{capital / 10_000:g}万元")
            if people is not None and people <= options.people:
                small.append(f"人数{people:g}")
            if small:
                yield self.tell(
                    holding.free,
                    facts={"capital": capital, "people": people, "units": held},
                    applicant=holding.name,
                    size="、".join(small),
                    filings=filings(holding.free),
                    units=held,
                    capital=f"{options.capital / 10_000:g}",
                    people=options.people,
                    least=f"{options.least * factor:g}",
                )
