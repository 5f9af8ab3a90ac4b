from collections import defaultdict
from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck, plain_name
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.tables import SEALS, Seal
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# Shorter digests say nothing: 无, 见附件.
_DIGITS = 16


class TaForgedDocs(AgencyCheck):
    """不同委托人的文件上，签名或者印章的图样完全相同：像是复制、伪造的。

    手写的签名不会有两次像素完全相同；伪造签名、印章或者明知而使用的，机构和责任人员要受罚。
    只比图样的摘要（SHA-256）；同一委托人的电子章重复、同一个签章人代表几家公司用电子签名的不报。找委托人当面核对，不是本人签的停止使用。
    """

    code = "AGT019"
    level = Level.ERROR
    clue = True
    business = "trademark"
    basis = (cite("令63", "27.1(3)"), cite("商标法", "67.1(1)"))
    message = "风险线索：案件{case}里{client}的签章图样与{others}的完全相同，请找委托人核对是不是本人签章"
    clears = "同一个人代表几家公司用同一个电子签名，图样是空白、表格线或者本机构自己的章，或者登记时贴错"
    keep = ("签章原件", "委托人的确认", "电子签名的授权和日志")
    columns = (Seal.CASE, Seal.CLIENT, Seal.DIGEST)
    further = (Seal.SIGNER,)

    _HEAD = "# 签章\n案号,委托人,签章人,图样摘要\n"
    _ONE, _TWO = "9f2c4d7a1b3e5f60", "9F2C4D7A1B3E5F61"
    good = (
        _HEAD + f"T1,青禾食品有限公司,何青,{_ONE}\nT2,青禾食品有限公司,何青,{_ONE}\n",
        _HEAD + f"T1,青禾食品有限公司,何青,{_ONE}\nT2,青禾种业有限公司,何青,{_ONE}\n",
        _HEAD + f"T1,青禾食品有限公司,何青,{_ONE}\nT2,砚湖食品有限公司,沈砚,{_TWO}\n",
        _HEAD + "T1,青禾食品有限公司,何青,见附件\nT2,砚湖食品有限公司,沈砚,见附件\n",
    )
    bad = (
        _HEAD + f"T1,青禾食品有限公司,何青,{_ONE}\nT2,砚湖食品有限公司,沈砚,⟦{_ONE.upper()}⟧\n",
        _HEAD + f"T1,青禾食品有限公司,,{_ONE}\nT2,砚湖食品有限公司,,⟦{_ONE}⟧\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        same: dict[str, list[Row[Seal]]] = defaultdict(list)
        for row in agency.rows(SEALS):
            digest = row.text(Seal.DIGEST).upper()
            if len(digest) >= _DIGITS and not is_lacking(digest):
                same[digest].append(row)
        for rows in same.values():
            signers = {plain_name(row.text(Seal.SIGNER)) for row in rows}
            clients = list(dict.fromkeys(plain_firm(row.text(Seal.CLIENT)) for row in rows))
            if len(clients) < 2 or (len(signers) == 1 and "" not in signers):
                continue
            row = next(row for row in rows if plain_firm(row.text(Seal.CLIENT)) == clients[1])
            earlier = [other for other in rows if other is not row]
            names = list(
                dict.fromkeys(name for other in earlier if plain_firm(name := other.text(Seal.CLIENT)) != clients[1])
            )
            yield self.at(
                row.span(Seal.DIGEST),
                related=[other.span(Seal.DIGEST) for other in earlier[:30]],
                facts={"clients": len(clients), "pictures": len(rows)},
                case=row.text(Seal.CASE),
                client=row.text(Seal.CLIENT),
                others=f"{'、'.join(names[:3])}{'等' if len(names) > 3 else ''}",
            )
