import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import says_no
from ipcheck.agency.firms import plain_firm, same_group
from ipcheck.agency.mandates import listed
from ipcheck.agency.mark_record import RULES_SINCE
from ipcheck.agency.tables import MARK_CASES, MarkCase
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# Who opposes or asks for invalidation or revocation stands against the holder; who answers is the holder.
_ATTACK = re.compile(r"异议|无效|撤销|撤三")
_ANSWER = re.compile(
    r"答辩|答复|应答|应诉|被异议|被申请人|被撤销|不予注册复审|撤销复审|无效.{0,3}复审|注册人一方|使用证据|举证|撤销连续三年.{0,6}证"
)
# 无效 or 撤三 alone leaves open for which side.
_SURE = re.compile(r"申请|请求|提出|提起|对方|他人")
_MOST = 100


class TaConflictCheck(AgencyCheck):
    """先为一方办理商标，又为另一方对同一件商标提异议、撤销或者无效；或者接案没有做利益冲突审查。

    接受委托应当审查利益冲突，不得在同一案件中接受有利益冲突的双方委托，曾经代理申请又代理他人对同一商标提异议、撤销、无效的也算。
    只按商标号比对，不比名称；同一集团的不算；看不出替哪一方办的、令第63号施行（2022年12月）以前接的，只提示核对。没有审查记录的给警告。退出后一委托并书面告知双方，接案以前先按商标号查历史客户。
    """

    code = "AGT009"
    level = Level.ERROR
    business = "trademark"
    basis = (cite("令63", "14"), cite("令63", "32"), cite("商标条例", "88"), cite("商标法", "67.1(3)"))
    message = "{what}"
    columns = (MarkCase.SERIAL, MarkCase.CLIENT, MarkCase.MATTER)
    further = (MarkCase.CONFLICT,)

    _HEAD = "# 商标案件\n案号,商标号,委托人,事项,所属集团\n"
    _CHECKED = "# 商标案件\n案号,商标号,委托人,事项,利益冲突审查\n"
    good = (
        _HEAD + "T1,70000001,青禾食品有限公司,注册申请,\nT2,第70000001号,青禾食品有限公司,异议答辩,\n",
        _HEAD + "T1,70000001,青禾食品有限公司,注册申请,\nT2,70000001,砚湖食品有限公司,转让,\n",
        _HEAD + "T1,70000001,青禾食品有限公司,注册申请,青禾\nT2,70000001,青禾种业有限公司,请求无效,青禾\n",
        _HEAD + "T1,70000001,青禾食品有限公司,注册申请,\nT2,70000002,砚湖食品有限公司,异议申请,\n",
        _HEAD + "T1,70000001,青禾食品有限公司,注册申请,\nT2,70000001,砚湖食品有限公司,撤三提供使用证据,\n",
        _HEAD + "T1,70000001,甲公司,注册申请,青禾集团\nT2,70000001,乙公司,异议申请,青禾（集团）有限公司\n",
        _CHECKED.replace("事项", "受理委托日") + "T1,70000001,青禾食品有限公司,2022-11-30,无\n",
        _HEAD + "T1,待定,青禾食品有限公司,注册申请,\nT2,待定,砚湖食品有限公司,异议申请,\n",
        _CHECKED + "T1,70000001,青禾食品有限公司,注册申请,2026-03-01无冲突\n",
    )
    bad = (
        _HEAD + "T1,70000001,青禾食品有限公司,注册申请,\nT2,第70000001号,⟦砚湖食品有限公司⟧,异议申请,\n",
        _HEAD + "T1,70000001,青禾食品有限公司,撤三申请,\nT2,70000001,⟦砚湖食品有限公司⟧,撤销复审答辩,\n",
        _HEAD + "T1,70000001,青禾食品有限公司,注册申请,\nT2,第70000001号,⟦砚湖食品有限公司⟧,无效,\n",
        _CHECKED + "⟦T1⟧,70000001,青禾食品有限公司,注册申请,无\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        cases: dict[str, list[Row[MarkCase]]] = defaultdict(list)
        rows = agency.rows(MARK_CASES)
        for row in rows:
            serial = re.sub(r"\D", "", row.text(MarkCase.SERIAL))
            if len(serial) >= 5 and row.text(MarkCase.CLIENT):
                cases[serial].append(row)
        for same in cases.values():
            seen: list[Row[MarkCase]] = []
            for row in same:
                # The first earlier client that stands against this one is enough to tell; a mark has few clients.
                earlier = next((other for other in islice(seen, _MOST) if _against(other, row)), None)
                if earlier is not None:
                    sure = _is_sure(earlier, row)
                    ask = "请退出并告知双方" if sure else "请核对双方是不是对立的当事人，是的退出并告知双方"
                    yield self.at(
                        row.span(MarkCase.CLIENT),
                        level=None if sure else Level.WARNING,
                        related=[earlier.span(MarkCase.CLIENT)],
                        what=f"商标{row.text(MarkCase.SERIAL)}先为{earlier.text(MarkCase.CLIENT)}办理“{earlier.text(MarkCase.MATTER)}”，"
                        f"又为{row.text(MarkCase.CLIENT)}办理“{row.text(MarkCase.MATTER)}”：{ask}",
                    )
                seen.append(row)
        unchecked = [
            row
            for row in rows
            if says_no(row.text(MarkCase.CONFLICT)) and (row.day(MarkCase.ACCEPTED) or RULES_SINCE) >= RULES_SINCE
        ]
        if unchecked:
            numbers = listed(row.text(MarkCase.NUMBER) for row in unchecked)
            related = [row.span(MarkCase.NUMBER) for row in unchecked[1:30]]
            what = f"案件{numbers}没有利益冲突审查记录：请补做并留存"
            yield self.at(unchecked[0].span(MarkCase.NUMBER), related=related, level=Level.WARNING, what=what)


def _against(one: Row[MarkCase], other: Row[MarkCase]) -> bool:
    same = plain_firm(one.text(MarkCase.CLIENT)) == plain_firm(other.text(MarkCase.CLIENT))
    together = same or same_group(one.text(MarkCase.GROUP), other.text(MarkCase.GROUP))
    return (
        not together
        and _attacks(one.text(MarkCase.MATTER)) != _attacks(other.text(MarkCase.MATTER))
        and (_sides(one.text(MarkCase.MATTER)) and _sides(other.text(MarkCase.MATTER)))
    )


def _is_sure(earlier: Row[MarkCase], row: Row[MarkCase]) -> bool:
    """Whether the sides are told and 令63 32 held when the later mandate was accepted."""
    attack = next(one for one in (earlier, row) if _attacks(one.text(MarkCase.MATTER)))
    day = row.day(MarkCase.ACCEPTED) or row.day(MarkCase.FILED)
    return _SURE.search(attack.text(MarkCase.MATTER)) is not None and (day is None or day >= RULES_SINCE)


def _attacks(matter: str) -> bool:
    return bool(_ATTACK.search(matter)) and not _ANSWER.search(matter)


def _sides(matter: str) -> bool:
    """Whether a matter shows on which side its client stands: who takes over a mark later is another holder."""
    return bool(_ATTACK.search(matter)) or not re.search(r"转让|许可|变更|续展|查询", matter)
