from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import plain_firm, same_house
from ipcheck.agency.licences import Register
from ipcheck.agency.tables import FILINGS, Filed, Licensed
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row


class NaBorrowedLicense(AgencyCheck):
    """申请由一家机构代理，收款的、撰写的却是另一家没有许可的主体：像是租用、借用资质。

    租用、借用他人资质开展专利代理的，属于擅自开展专利代理业务；出借的机构也要受罚。
    收款方、撰写方都是同一家的是错误级别，只有收款方不同的给警告；收款方自己有许可的（转委托、联合代理）不报，件数的下限是内部阈值。只是线索，先核对合同和付款。
    """

    code = "AGN002"
    level = Level.ERROR
    clue = True
    business = ""
    basis = (cite("代理办法", "52(1)"), cite("代理条例", "27"))
    message = (
        "风险线索：{agency}代理的{count}件专利申请（内部阈值{least}件）由{payee}{what}，而机构库里查不到{payee}的许可证，"
        "像是租用、借用资质，请核对合同和付款"
    )
    clears = "收款方是委托人的集团公司或者政府平台代付，撰写方是委托人自己的部门，或者有合法的转委托、合作协议"
    keep = ("委托合同和转委托协议", "付款凭证和发票", "撰写记录")
    columns = (Filed.KIND, Filed.AGENCY, Filed.PAYEE, Licensed.NAME, Licensed.LICENCE)
    further = (Filed.DRAFTER,)

    @dataclass(frozen=True)
    class Options:
        """least：同一收款方在同一机构名下的申请几件起报"""

        least: int = 3

    _HEAD = (
        "# 机构库\n名称,许可证号\n岚山专利代理事务所,42901\n砚湖专利代理事务所,42902\n"
        "# 著录\n申请号,业务,申请人,代理机构,撰写方,收款方\n"
    )
    _ROW = "2026{},专利,青禾食品有限公司,岚山专利代理事务所,{},{}\n"
    good = (
        _HEAD + _ROW.format(1, "岚山专利代理事务所", "岚山专利代理事务所武汉分所") * 3,
        _HEAD + _ROW.format(1, "砚湖专利代理事务所", "砚湖专利代理事务所") * 3,
        _HEAD + _ROW.format(1, "磁湖科技有限公司", "磁湖科技有限公司") * 2,
        _HEAD + _ROW.format(1, "", "青禾食品有限公司") * 3,
    )
    bad = (
        _HEAD
        + _ROW.format(1, "磁湖科技有限公司", "⟦磁湖科技有限公司⟧")
        + _ROW.format(2, "磁湖科技有限公司", "磁湖科技有限公司") * 2,
        Sample(_HEAD + _ROW.format(1, "", "⟦磁湖科技有限公司⟧"), options=(("least", 1),)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        register = Register(agency)
        pairs: dict[tuple[str, str], list[Row[Filed]]] = defaultdict(list)
        for row in agency.rows(FILINGS):
            house, payee = row.text(Filed.AGENCY), row.text(Filed.PAYEE)
            own = plain_firm(payee) in {plain_firm(name) for name in row.names(Filed.APPLICANT)}
            if "专利" not in row.text(Filed.KIND) or is_lacking(house) or is_lacking(payee) or own:
                continue
            if not same_house(house, payee) and not register.licensed(payee, row.day(Filed.DAY)):
                pairs[plain_firm(house), plain_firm(payee)].append(row)
        for (_, plain), rows in pairs.items():
            if len(rows) < self.options.least:
                continue
            drafted = all(plain_firm(row.text(Filed.DRAFTER)) == plain for row in rows)
            yield self.at(
                rows[0].span(Filed.PAYEE),
                related=[row.span(Filed.PAYEE) for row in rows[1:30]],
                level=Level.ERROR if drafted else Level.WARNING,
                facts={"count": len(rows)},
                agency=rows[0].text(Filed.AGENCY),
                count=len(rows),
                least=self.options.least,
                payee=rows[0].text(Filed.PAYEE),
                what="撰写并收款" if drafted else "收款",
            )
