from collections.abc import Iterator
from datetime import date

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Entry, Mark, MarkCheck
from ipcheck.trademark.likeness import likeness

_NEW_LAW = date(2027, 1, 1)


class TmWellknownCopy(MarkCheck):
    """与自备名单里的驰名商标相同、近似，或者完整包含它。

    在类似商品上复制、摹仿、翻译他人驰名商标，或者跨类误导公众的，不予注册并禁止使用；跨类保护2027年起不再要求已在中国注册。
    名单写“权利人”“类别”“已注册”列可以更准；换商标，或者说明与权利人的关系。
    """

    code = "TMR005"
    level = Level.WARNING
    basis = (cite("商标法", "21.1"), cite("商标法", "21.2"))
    message = "与名单里的驰名商标“{famous}”{how}：是否复制、摹仿、翻译由人判断，换商标或者取得权利人同意"
    uses = ("驰名商标",)

    _LIST = (("驰名商标", "词,类别,权利人,已注册\n云朵船,33,船公司,是\n沐云溪集,30,溪公司,否\n"),)
    good = (
        Sample("商标\t类别\t申请人\n朵云轩\t14\t甲公司\n云朵船\t33\t船公司\n", lists=_LIST),
        # Not registered here: across classes only from 2027 on.
        Sample("商标\t类别\t申请人\t申请日\n沐云溪集\t14\t甲公司\t2026-12-31\n", lists=_LIST),
    )
    bad = (
        Sample("商标\t类别\t申请人\n⟦天王云朵船⟧\t14\t甲公司\n⟦云朶船⟧\t33\t甲公司\n", lists=_LIST),
        Sample("商标\t类别\t申请人\t申请日\n⟦沐云溪集⟧\t14\t甲公司\t2027-01-01\n", lists=_LIST),
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        famous = mark.lists.of_user("驰名商标")
        if famous is None or famous.hashed or not mark.text:
            return
        for entry in famous:
            if mark.applicant and entry.facts.get("权利人", "") == mark.applicant:
                continue
            how = self._how(mark, entry)
            if how:
                yield self.at(mark.span, on=self.day(mark), famous=entry.word, how=how)

    def _how(self, mark: Mark, entry: Entry) -> str:
        classes = {int(number) for number in entry.facts.get("类别", "").replace("、", " ").split() if number.isdigit()}
        other_class = bool(classes) and not classes & set(mark.classes)
        if other_class and self.day(mark) < _NEW_LAW and entry.facts.get("已注册", "") in ("否", "未注册"):
            return ""
        alike = likeness(mark.text, entry.word)
        if alike.score >= (0.85 if other_class else 0.7):
            return alike.rules[0].why
        return "完整包含" if len(entry.word) >= 3 and entry.word in mark.text.casefold() else ""
