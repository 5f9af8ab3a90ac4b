import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.tables import PRICES, Price
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_FILING = re.compile(r"商标.{0,6}(?:注册|申请)")
_OTHER = re.compile(r"续展|变更|转让|许可|补证|注册证|查询|检索|异议|复审|撤销|无效|咨询|监测|不含官费")


class TaPriceBelowCost(AgencyCheck):
    """全包价低于官费，或者低于官费和其他成本之和：像是以低于成本的价格排挤对手。

    为排挤竞争对手以低于成本的价格提供服务的，属于扰乱市场秩序；还要看目的和是不是持续，单看一个价不够。
    价目表写了官费的按它算；没有写的，商标注册申请每类按设置里的官费（内部阈值，没有核对到收费文件）算；促销、单件优惠给建议。核对价格，保留成本核算。
    """

    code = "AGT018"
    level = Level.WARNING
    business = "trademark"
    basis = (cite("令63", "29.1(10)"), cite("商标法", "67.1(6)"))
    clue = True
    message = "风险线索：{service}全包价{total:g}元，低于{floor}：请核对是不是低于成本，并保留成本核算"
    clears = "公益代理、短期优惠，官费有减免，或者成本核算证明不低于成本、没有排挤对手的目的"
    keep = ("成本核算", "官费的缴费凭证", "优惠的起止时间和条件")
    columns = (Price.SERVICE, Price.TOTAL)
    further = (Price.OFFICIAL, Price.COST, Price.PROMOTION)

    @dataclass(frozen=True)
    class Options:
        """official：价目表没有写官费时，商标注册申请每类的官费按几元算"""

        official: float = 270

    _HEAD = "# 价目\n服务,全包价,官费,成本,促销\n"
    good = (
        _HEAD + "商标注册申请（一类）,270,,,\n商标续展,200,,,\n商标注册申请（不含官费）,0,,,\n",
        _HEAD + "商标注册申请,600,270,300,否\n",
        _HEAD + "无,,,,\n",
    )
    bad = (
        _HEAD + "商标注册申请（一类）,⟦220⟧,,,\n",
        _HEAD + "商标异议,⟦400⟧,450,,\n",
        _HEAD + "商标注册申请,⟦500⟧,270,300,是\n",
        Sample(_HEAD + "商标注册申请,⟦299元⟧,,,\n", options=(("official", 300.0),)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row in agency.rows(PRICES):
            service, total = row.text(Price.SERVICE), row.number(Price.TOTAL)
            official, cost = row.number(Price.OFFICIAL), row.number(Price.COST) or 0
            words = "官费"
            if official is None and _FILING.search(service) and not _OTHER.search(service):
                official, words = self.options.official, "官费（内部阈值）"
            if total is None or official is None or total >= official + cost:
                continue
            floor = f"{words}{official:g}元" + (f"和其他成本{cost:g}元之和" if cost else "")
            level = Level.ADVICE if row.yes(Price.PROMOTION) else self.level
            yield self.at(row.span(Price.TOTAL), level=level, service=service, total=total, floor=floor)
