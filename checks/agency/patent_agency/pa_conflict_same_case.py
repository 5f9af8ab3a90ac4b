import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import islice

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.firms import patent_number, plain_firm, same_group
from ipcheck.agency.tables import CASES, Case
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# Who asks for invalidation stands against the proprietor; who answers is the proprietor.
_ATTACK = re.compile(r"无效|公众意见|撤销")
_ANSWER = re.compile(r"答辩|答复|应答|陈述|被请求|专利权人|权利人一方")
# 无效 alone leaves open for which side, and so does a suit over the decision.
_SURE = re.compile(r"请求|提出|提起|公众意见|请求人|申请无效|无效申请")
# 条例 14 of 2018 holds since then.
_IN_FORCE = date(2019, 3, 1)
_MOST = 100
_DISPUTE = re.compile(r"侵权|纠纷|诉讼|权属|行政处理|仲裁")


class PaConflictSameCase(AgencyCheck):
    """就同一专利申请或者专利权，先后接受有利益冲突的两方委托。

    接受委托以后不得就同一专利接受有利益冲突的其他人的委托，违反的可以警告、罚款直至吊销许可。
    请求无效的一方与专利一方冲突的是错误，侵权、权属等纠纷看不出谁是哪一方的只提示，没有写明替哪一方办无效的、2019年3月条例施行以前接的也只提示；同一集团、转让以后的新权利人答辩的不算。
    退出后一委托并书面告知双方；接案以前先按专利号查历史客户。
    """

    code = "AGP030"
    level = Level.ERROR
    basis = (cite("代理条例", "14.1"), cite("代理条例", "25.1(2)"))
    message = "专利{number}先为{first}办理“{before}”，又为{second}办理“{after}”：{ask}"
    columns = (Case.PATENT, Case.CLIENT, Case.MATTER)

    _HEAD = "# 案件\n案号,申请号,委托人,事项,所属集团\n"
    good = (
        _HEAD + "P1,202310123456.7,青禾食品有限公司,申请,\nP2,ZL202310123456.7,青禾食品有限公司,无效答辩,\n",
        _HEAD + "P1,202310123456.7,青禾食品有限公司,申请,\nP2,202310123456.7,砚湖食品有限公司,无效答辩,\n",
        _HEAD + "P1,202310123456.7,青禾食品有限公司,申请,\nP2,202310123456.7,砚湖食品有限公司,年费,\n",
        _HEAD + "P1,202310123456.7,青禾食品有限公司,申请,青禾\nP2,202310123456.7,青禾种业有限公司,请求无效,青禾\n",
        _HEAD + "P1,202310123456.7,甲公司,申请,青禾\nP2,202310123456.7,乙公司,请求无效,青禾集团\n",
        _HEAD + "P1,待定,青禾食品有限公司,申请,\nP2,待定,砚湖食品有限公司,请求无效,\n",
        _HEAD + "P1,202310123456.7,青禾食品有限公司,申请,\nP2,202310123457.1,砚湖食品有限公司,请求无效,\n",
    )
    bad = (
        _HEAD + "P1,202310123456.7,青禾食品有限公司,申请,\nP2,ZL202310123456.7,⟦砚湖食品有限公司⟧,请求无效,\n",
        _HEAD + "P1,202310123456.7,青禾食品有限公司,请求无效,\nP2,2023101234567,⟦砚湖食品有限公司⟧,无效答辩,\n",
        _HEAD + "P1,202310123456,青禾食品有限公司,申请,\nP2,2023101234567,⟦砚湖食品有限公司⟧,侵权诉讼,\n",
        _HEAD + "P1,202310123456.7,青禾食品有限公司,申请,\nP2,ZL202310123456.7,⟦砚湖食品有限公司⟧,无效,\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        cases: dict[str, list[Row[Case]]] = defaultdict(list)
        for row in agency.rows(CASES):
            if (number := patent_number(row.text(Case.PATENT))) and row.text(Case.CLIENT):
                cases[number].append(row)
        for rows in cases.values():
            seen: dict[tuple[str, str], Row[Case]] = {}
            for row in rows:
                # The first earlier client that stands against this one is enough to tell; a patent has few clients.
                for earlier in islice(seen.values(), _MOST):
                    if not _same_side(earlier, row) and (level := _conflict(earlier, row)):
                        yield self._tell(earlier, row, level)
                        break
                seen.setdefault((plain_firm(row.text(Case.CLIENT)), row.text(Case.MATTER)), row)

    def _tell(self, earlier: Row[Case], row: Row[Case], level: Level) -> Finding:
        sure = level is Level.ERROR
        return self.at(
            row.span(Case.CLIENT),
            related=[earlier.span(Case.CLIENT)],
            level=level,
            number=row.text(Case.PATENT),
            first=earlier.text(Case.CLIENT),
            before=earlier.text(Case.MATTER) or "未填事项",
            second=row.text(Case.CLIENT),
            after=row.text(Case.MATTER) or "未填事项",
            ask="请退出并告知双方" if sure else "请核对双方是不是对立的当事人，是的退出",
        )


def _same_side(one: Row[Case], other: Row[Case]) -> bool:
    same = plain_firm(one.text(Case.CLIENT)) == plain_firm(other.text(Case.CLIENT))
    return same or same_group(one.text(Case.GROUP), other.text(Case.GROUP))


def _conflict(one: Row[Case], other: Row[Case]) -> Level | None:
    attacks = [_attacks(row.text(Case.MATTER)) for row in (one, other)]
    if attacks[0] != attacks[1]:
        attack = one if attacks[0] else other
        day = other.day(Case.ACCEPTED) or other.day(Case.FILED)
        sure = _SURE.search(attack.text(Case.MATTER)) is not None and (day is None or day >= _IN_FORCE)
        return Level.ERROR if sure else Level.WARNING
    disputes = [bool(_DISPUTE.search(row.text(Case.MATTER))) for row in (one, other)]
    return Level.WARNING if any(disputes) and not all(attacks) else None


def _attacks(matter: str) -> bool:
    return bool(_ATTACK.search(matter)) and not _ANSWER.search(matter)
