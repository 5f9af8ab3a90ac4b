from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.tables import SUBMISSIONS, Submission
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span


class PaSignWithoutDrafting(AgencyCheck):
    """代理师在许多申请上签名，却没有一件由他撰写或者审核。

    代理师对签名负责；默许、指派代理师在没有经其撰写或者审核的文件上签名，严重损害当事人利益的，机构要受罚。
    签名多少件起算是内部阈值；审核也算，只要撰写人、审核人两列里有过他就不报。由实际撰写、审核的代理师签名，并留存审核的痕迹。
    """

    code = "AGP027"
    level = Level.WARNING
    clue = True
    basis = (cite("代理办法", "51(8)"), cite("代理办法", "53"), cite("代理条例", "16.3"))
    message = (
        "风险线索：代理师{name}签名{count}件，撰写人和审核人里一次也没有他（内部阈值{most}件），"
        "请核对签名的文件是否经他撰写或者审核"
    )
    clears = "由本人审核但登记簿没有写明，有审核批注、往来邮件等痕迹；或者同名的是另一个人"
    keep = ("撰写、审核的版本记录", "审核批注和往来邮件", "内部流程系统的记录")
    columns = (Submission.AGENTS, Submission.DRAFTER, Submission.REVIEWER)

    @dataclass(frozen=True)
    class Options:
        """signed：签名达到几件而从不撰写、审核的起报"""

        signed: int = 10

    _HEAD = "# 提交登记\n申请号,签名代理师,撰写人,审核人\n"
    good = (
        _HEAD + "".join(f"{n},周岚,吴砚,郑禾\n" for n in range(9)),
        _HEAD + "".join(f"{n},周岚,吴砚,{'周岚' if n == 7 else '郑禾'}\n" for n in range(30)),
        _HEAD + "".join(f"{n},周岚,,\n" for n in range(30)),
    )
    bad = (_HEAD + "99,⟦周岚⟧;王舟,王舟,郑禾\n" + "".join(f"{n},周岚,吴砚,郑禾\n" for n in range(9)),)

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        signed: Counter[str] = Counter()
        at: dict[str, Span] = {}
        worked: set[str] = set()
        for row in agency.rows(SUBMISSIONS):
            people = (*row.names(Submission.DRAFTER), *row.names(Submission.REVIEWER))
            worked.update(map(agency.known_as, people))
            # A row that says nothing of who wrote it is no sign.
            for name in row.names(Submission.AGENTS) if people else ():
                signed[agency.known_as(name)] += 1
                at.setdefault(agency.known_as(name), _name(row.span(Submission.AGENTS), name))
        for name, count in signed.items():
            if name and count >= self.options.signed and name not in worked:
                yield self.at(
                    at[name], facts={"signed": count}, name=str(at[name]), count=count, most=self.options.signed
                )


def _name(cell: Span, name: str) -> Span:
    start = str(cell).find(name)
    return cell.sub(start, start + len(name)) if start >= 0 else cell
