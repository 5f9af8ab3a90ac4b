import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Column, Register, RegisterCheck, Row, strength
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span

_LOGGED = re.compile(
    r"(?:发明人|设计人)(?:变更)?[:：由从]?\s*(?P<old>[^:：。→\n]{1,200}?)\s*(?:→|->|=>|变更为|更改为|改为)\s*(?P<new>[^。\n]{1,200})"
)
_NAMES = re.compile(r"[、,，;；|/\s]+")
_SLIP = re.compile(r"笔误|错别字|错误更正|译名|漏填|错填|更名|改名")


class InventorFullReplacement(RegisterCheck):
    """发明人（设计人）变更前后没有一个人相同。

    发明人全部换掉，容易被要求说明原来和后来的人各有什么贡献；更正错填、改名和译名不同是常见的正当原因。
    看“变更前发明人”列，或者“变更记录”列里写明的发明人变更；一个申请人有几件是这样的，合在一条里，件数不设阈值，警告从几件起是内部阈值。
    前后只差一个字的、外文名改为中文名的、记录里写明笔误或者改名的不算。
    准备好变更理由证明、全体新旧发明人的声明和研发记录。
    """

    code = "ABR012"
    level = Level.ADVICE
    basis = (cite("令77", "3(7)"), cite("指南", "1-1-4.1.2"))
    message = (
        "风险线索：{applicant}有{count}件申请的发明人全部更换，如{old}换成{new}（内部阈值：{serious}件起为警告）："
        "请核实新旧发明人的实际贡献"
    )
    clears = "原来填写有误，已经提交全体发明人签章的声明，新发明人有研发记录"
    keep = ("变更理由证明与全体发明人的声明", "新旧发明人的研发记录", "劳动或者合作关系证明")
    needs = (Column.APPLICANTS,)

    @dataclass(frozen=True)
    class Options:
        """serious：发明人全部换掉的申请达到几件，由建议升为警告"""

        serious: int = 2

    _HEAD = "申请号\t申请人\t发明人\t变更前发明人\n"
    good = (
        _HEAD + "1\t甲公司\t卢望;石泉\t卢望\n2\t甲公司\t卢望\t\n",
        _HEAD + "1\t甲公司\t卢忘;石泉\t卢望;石全\n2\t甲公司\t约翰·米勒\tJohn Miller\n",
        "申请号\t申请人\t变更记录\n1\t甲公司\t2024-03-05 发明人由卢望变更为苏木（错误更正）\n",
        "申请号\t申请人\t变更记录\n1\t甲公司\t2024-03-05 申请人地址变更\n",
    )
    bad = (
        _HEAD + "1\t甲公司\t卢望;石泉\t⟦苏木;白芷⟧\n2\t甲公司\t卢望\t当归\n",
        "申请号\t申请人\t变更记录\n1\t甲公司\t⟦2024-03-05 发明人变更：苏木、白芷=>卢望、石泉⟧\n",
        "申请号\t申请人\t变更记录\n1\t甲公司\t⟦发明人由苏木;白芷变更为卢望⟧\n",
    )

    @classmethod
    def applies(cls, register: Register) -> bool:
        """Needs the inventors before and after, or a log of changes."""
        before = register.has(Column.FORMER_INVENTORS, Column.INVENTORS)
        return super().applies(register) and (before or register.has(Column.CHANGES))

    @classmethod
    def unseen(cls, register: Register) -> str:
        """Either will do."""
        told = super().unseen(register)
        return told or ("" if cls.applies(register) else "台账没有“变更前发明人”和“发明人”列，也没有“变更记录”列")

    def find(self, register: Register, /) -> Iterator[Finding]:
        replaced: dict[str, list[tuple[Span, tuple[str, ...], tuple[str, ...]]]] = {}
        for row in register.rows:
            for span, old, new in _changes(row):
                if row.applicants and old and new and not _slip(old, new):
                    replaced.setdefault(row.applicants[0], []).append((span, old, new))
        for applicant, found in replaced.items():
            span, old, new = found[0]
            yield self.at(
                span,
                level=Level.WARNING if len(found) >= self.options.serious else Level.ADVICE,
                related=[other for other, _, _ in found[1:30]],
                facts={"count": len(found), "strength": strength(len(found))},
                applicant=applicant,
                count=len(found),
                old="、".join(old[:3]),
                new="、".join(new[:3]),
                serious=self.options.serious,
            )


def _changes(row: Row) -> Iterator[tuple[Span, tuple[str, ...], tuple[str, ...]]]:
    """The cell, the inventors before and those after, of each change that the row tells of."""
    former, log = row.cell(Column.FORMER_INVENTORS), row.cell(Column.CHANGES)
    if log is not None and _SLIP.search(str(log)):
        return
    if former is not None:
        yield former, row.names(Column.FORMER_INVENTORS), row.inventors
    elif log is not None:
        for match in log.find(_LOGGED):
            old, new = (
                tuple(filter(None, _NAMES.split(re.sub(r"\([^()]*\)", "", match[key])))) for key in ("old", "new")
            )
            yield log, old, new


def _slip(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether anybody stayed, be it with another letter in the name or with the name in other letters."""
    return any(
        one == other
        or one.isascii() != other.isascii()
        or (len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1 and len(one) > 1)
        for one in old
        for other in new
    )
