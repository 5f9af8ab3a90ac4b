from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, MarkRegister
from ipcheck.trademark.holdings import filings, holdings
from ipcheck.trademark.links import kin
from ipcheck.trademark.pattern import PatternCheck, some


class TmTransferDispersed(PatternCheck):
    """一个申请人大量转让商标，而且受让人很分散。

    大量申请、大量转让、受让人分散，是指南列明的恶意情形；转让不影响对原申请人的判断。
    分散度是受让人数与转让件数之比，同一集团和有关联的受让人合并计算，申请时就要转让的也算；件数和比例是内部阈值，管理品牌和网上销售的放宽。
    并购、改制、清算的转让受让人少，不在此列；准备好各次转让的商业理由和原来的使用证据，不要再为转售而申请。
    """

    code = "TMP017"
    basis = (cite("商标法", "19.1"), cite("令17", "8"), cite("商指", "2-2-5"), cite("商指", "2-2-6"))
    message = (
        "风险线索：{applicant}转让{count}件商标给{buyers}个互不相干的受让人（{names}），分散度{share:.2f}（内部阈值{tier}：{least}件、"
        "{limit}；指南案例6.8为700余件中198件转给198个受让人）：请说明各次转让的理由。{condition}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.TRANSFEREE)
    clears = (
        "因并购、改制、停业、品牌运营合作等转让，原来有使用或者使用的准备；或者属于两种排除情形（防御、为现实业务预备）"
    )
    keep = ("转让合同和商业理由", "转让前的使用证据")

    @dataclass(frozen=True)
    class Options:
        """advice：提示档：转让几件起报
        warning：预警档：转让几件起报
        share：互不相干的受让人数与转让件数之比，达到它才报
        trade_factor：管理品牌、网上销售的申请人，件数的界限放宽到几倍
        """

        advice: int = 15
        warning: int = 30
        share: float = 0.7
        trade_factor: float = 3.0

    _HEAD = "商标\t类别\t申请人\t受让人\n"
    good = (
        _HEAD
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙'[n // 10]}\t25\t甲有限公司\t乙实业有限公司\n"
            for n in range(40)
        ),
        _HEAD
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙'[n // 10]}\t25\t甲有限公司\t"
            f"青禾{['食品', '酒业', '科技', '服饰', '家居'][n % 5]}有限公司\n"
            for n in range(20)
        ),
        _HEAD + "".join(f"{'岚砚榆桐苇柚枫楠榕槿'[n]}舟\t25\t甲有限公司\t买家{n}\n" for n in range(10)),
    )
    bad = (
        _HEAD
        + "岚舟\t25\t⟦甲有限公司⟧\t买主0\n"
        + "".join(
            f"{'岚砚榆桐苇柚枫楠榕槿'[n % 10]}{'舟禾亭笙'[n // 10]}\t25\t甲有限公司\t买主{n}\n" for n in range(1, 35)
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options, people = self.options, kin(register)
        for holding in holdings(register):
            # A transfer within the house says nothing.
            sold = [
                (mark, names[0])
                for mark in holding.rows
                if (names := mark.row.names(Column.TRANSFEREE)) and not people.same(holding.name, names[0])
            ]
            count = filings(mark for mark, _ in sold)
            receivers = list(dict.fromkeys(name for _, name in sold))
            factor = options.trade_factor if holding.is_trading else 1.0
            if count < options.advice * factor or len(receivers) < options.share * count:
                continue
            buyers = people.apart(receivers)
            if len(buyers) < options.share * count:
                continue
            grave = count >= options.warning * factor
            yield self.tell(
                [mark for mark, _ in sold],
                level=None if grave else Level.ADVICE,
                facts={"receivers": receivers, "share": round(len(buyers) / count, 3)},
                applicant=holding.name,
                count=count,
                buyers=len(buyers),
                names=some(buyers),
                share=len(buyers) / count,
                tier="预警档" if grave else "提示档",
                least=f"{(options.warning if grave else options.advice) * factor:g}",
                limit=options.share,
            )
