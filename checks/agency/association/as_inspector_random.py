import re
from collections.abc import Iterator

from ipcheck.agency import Agency, AssociationCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.tables import INSPECTIONS, Inspection
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span

_RANDOM = re.compile(r"(?<!非)(?<!未)随机|抽签|摇号")
_LEAST = 2


class AsInspectorRandom(AssociationCheck):
    """检查人员不是随机选派的，没有写明怎么选派，或者一家机构只有一名检查人员。

    检查中应当随机选派执法检查人员；行政处罚法要求执法人员不少于两人，检查参照。
    写“指定”“点名”的是错误，没有写明选派方式、只有一人的给警告。
    用 ipcheck review assign 指派的可以重算核对，把结果留存。
    """

    code = "AGA004"
    level = Level.ERROR
    basis = (cite("代理办法", "40"),)
    message = "批次{batch}检查{agency}：{what}"
    columns = (Inspection.BATCH, Inspection.AGENCY, Inspection.INSPECTORS, Inspection.CHOSEN)

    _HEAD = "# 检查记录\n批次,机构,检查人员,选派方式\n"
    good = (_HEAD + "1,甲所,何青、沈砚,随机选派\n1,乙所,何青；沈砚,抽签\n",)
    bad = (
        _HEAD + "1,甲所,何青、沈砚,⟦指定⟧\n",
        _HEAD + "1,⟦甲所⟧,何青、沈砚,\n",
        _HEAD + "1,甲所,⟦何青⟧,随机\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row in agency.rows(INSPECTIONS):
            told = {"batch": row.text(Inspection.BATCH), "agency": row.text(Inspection.AGENCY)}
            chosen, people = row.text(Inspection.CHOSEN), row.names(Inspection.INSPECTORS)
            if is_lacking(chosen):
                yield self._tell(row.span(Inspection.AGENCY), "没有写明检查人员怎么选派，请补上", told, Level.WARNING)
            elif not _RANDOM.search(chosen):
                what = f"检查人员的选派方式是“{chosen}”，应当随机选派"
                yield self._tell(row.span(Inspection.CHOSEN), what, told, Level.ERROR)
            if 0 < len(people) < _LEAST:
                what = f"只有一名检查人员（{people[0]}），请不少于两人"
                yield self._tell(row.span(Inspection.INSPECTORS), what, told, Level.WARNING)

    def _tell(self, span: Span, what: str, told: dict[str, str], level: Level) -> Finding:
        basis = (cite("代理办法", "40"), cite("行政处罚法", "42.1"))
        return self.at(span, level=level, basis=basis, batch=told["batch"], agency=told["agency"], what=what)
