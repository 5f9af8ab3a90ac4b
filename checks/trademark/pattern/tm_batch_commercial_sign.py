import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Mark, MarkRegister, fold
from ipcheck.trademark.holdings import Holding, holdings
from ipcheck.trademark.links import Kin, kin
from ipcheck.trademark.names import trade_name
from ipcheck.trademark.pattern import PatternCheck, some

# Names of shops and sites on the net.
_NET = re.compile(
    r"(?:旗舰店|专营店|专卖店|官方店|网店|微店|淘宝店|直播间)$|\.(?:com|cn|net|shop|vip)$|^www\.", re.IGNORECASE
)


class TmBatchCommercialSign(PatternCheck):
    """一个申请人的许多商标与他人的企业字号、电商名称或者域名相同。

    指南把大量申请他人字号、企业简称、电商名称、域名列为恶意情形；一两件同名常见，要涉及多个他人才提示。
    他人字号取自台账里在先申请人的名称和使用者的名单“字号”，店名、域名按写法辨认；件数和所占比例是内部阈值，关联公司和自己的名称不算。
    核对各标志的来源：自己的店铺和网站备好经营证据，他人的应当撤回。
    """

    code = "TMP012"
    basis = (cite("商标法", "19.1"), cite("商标法", "24"), cite("令17", "8"), cite("商指", "2-2-5"))
    message = (
        "风险线索：{applicant}有{count}个商标与他人的字号、店名或者域名相同：{shown}（占其商标的{share:.0%}；内部阈值：{least}个、"
        "{limit:.0%}；指南2.5(4)只说“大量”，案例最少为30余件）：请核对来源或者撤回。{condition}"
    )
    uses = ("字号",)
    clears = "店铺、网站、字号是自己的或者已获授权；两种排除情形（防御、为现实业务预备）只及于自己的商标"
    keep = ("店铺、域名的登记和经营证据", "授权书")

    @dataclass(frozen=True)
    class Options:
        """least：与他人字号、店名、域名相同的商标几个起报
        share：这样的商标占该申请人全部不同商标的比例，达到它才报
        """

        least: int = 5
        share: float = 0.3

    _HEAD = "商标\t类别\t申请人\t申请日\n"
    _OTHERS = "".join(
        f"{mark}\t9\t杭州{name}科技有限公司\t2015-01-05\n"
        for mark, name in (("蓝鲤", "岚舟"), ("红鹤", "砚禾"), ("青鹿", "榆亭"), ("白鹭", "桐笙"), ("墨鲸", "苇屿"))
    )
    good = (
        _HEAD
        + _OTHERS
        + "".join(f"{mark}\t25\t甲商贸有限公司\t2025-01-05\n" for mark in ("岚舟", "砚禾", "楠棠", "枫帆", "榕漪")),
        _HEAD
        + _OTHERS
        + "".join(
            f"{mark}旗舰店\t35\t榕漪商贸有限公司\t2025-01-05\n"
            for mark in ("榕漪", "榕漪家居", "榕漪男装", "榕漪女装", "榕漪童装")
        ),
    )
    bad = (
        _HEAD
        + _OTHERS
        + "岚舟\t25\t⟦甲商贸有限公司⟧\t2025-01-05\n"
        + "".join(f"{mark}\t25\t甲商贸有限公司\t2025-01-05\n" for mark in ("砚禾", "榆亭", "桐笙", "苇屿")),
        _HEAD
        + "棠小鹿旗舰店\t35\t⟦陈岚⟧\t2025-01-05\n"
        + "".join(
            f"{mark}\t35\t陈岚\t2025-01-05\n"
            for mark in ("漪人专营店", "帆布派旗舰店", "lanzhou88.com", "渡口微店", "汀兰")
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        names: dict[str, Mark] = {}
        for mark in register.rows:
            for name in mark.applicants:
                names.setdefault(fold(trade_name(name)), mark)
        names.pop("", None)
        people = kin(register)
        for holding in holdings(register):
            found = self._signs(holding, names, people)
            share = len(found) / max(1, len(holding.texts))
            if len(found) >= self.options.least and share >= self.options.share:
                yield self.tell(
                    [mark for mark, _ in found.values()],
                    facts={"signs": [[text, whose] for text, (_, whose) in found.items()]},
                    applicant=holding.name,
                    count=len(found),
                    shown=some([f"{text}（{whose}）" for text, (_, whose) in found.items()]),
                    share=share,
                    least=self.options.least,
                    limit=self.options.share,
                )

    def _signs(self, holding: Holding, names: dict[str, Mark], people: Kin) -> dict[str, tuple[Mark, str]]:
        listed = holding.rows[0].lists.of_user("字号")
        own = fold(trade_name(holding.name))
        found: dict[str, tuple[Mark, str]] = {}
        for mark in holding.rows:
            text = fold(mark.text)
            if not text or text in found or (own and own in text) or text in fold(holding.name):
                continue
            other = names.get(text)
            if other is not None and not any(people.same(holding.name, name) for name in other.applicants):
                # Whoever came first does not copy.
                if other.filed and mark.filed and other.filed < mark.filed:
                    found[text] = mark, other.applicants[0]
            elif listed is not None and listed.get(text):
                found[text] = mark, "名单“字号”"
            elif _NET.search(text):
                found[text] = mark, "店名、域名"
        return found
