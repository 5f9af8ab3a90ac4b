from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, months_after
from ipcheck.agency.answers import says_no
from ipcheck.agency.keys import TRADEMARK_SYSTEMS
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class TaMgmtSystems(AgencyCheck):
    """商标代理应当建立的八项管理制度不齐，或者有制度而最近没有执行记录。

    质量管理、利益冲突审查、恶意申请筛查、投诉处理、保密管理和人员、财务、档案管理八项；与专利代理的七项不同，多了恶意申请筛查和保密管理，没有年度考核。
    有文件不等于执行了：最近十二个月（内部阈值）没有执行记录的给建议。缺的补上，定期执行并留下记录。
    """

    code = "AGT006"
    level = Level.WARNING
    business = "trademark"
    basis = (cite("令63", "11.1"),)
    message = "商标代理的{label}制度{what}"

    @dataclass(frozen=True)
    class Options:
        """Months within which a system should have been used."""

        months: int = 12

    good = (
        Sample(
            '[systems]\nscreening = { document = "筛查办法", last_used = 2025-03-05 }\n',
            as_of=date(2026, 3, 5),
        ),
        '[systems]\nscreening = { document = "筛查办法" }\nappraisal = { document = "无" }\n',
    )
    bad = (
        '[systems]\nscreening = { document = "⟦无⟧" }\n',
        Sample(
            '[systems]\nconfidentiality = { document = "保密办法", last_used = "⟦2025-03-04⟧" }\n',
            as_of=date(2026, 3, 5),
        ),
    )

    @classmethod
    def unseen(cls, agency: Agency) -> str:
        """Why it cannot look: no system is told of."""
        if not any(agency.given(f"systems.{key}.document") for key in TRADEMARK_SYSTEMS):
            return "agency.toml 没有填写 [systems]"
        return ""

    @classmethod
    def partly(cls, agency: Agency) -> str:
        """Which systems are not told of."""
        lacking = [label for key, label in TRADEMARK_SYSTEMS.items() if not agency.given(f"systems.{key}.document")]
        return f"agency.toml 的 [systems] 没有填写{'、'.join(lacking)}" if lacking else ""

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for key, label in TRADEMARK_SYSTEMS.items():
            document, used = f"systems.{key}.document", f"systems.{key}.last_used"
            if agency.given(document) and says_no(agency.text(document)):
                yield self.at(agency.span(document), label=label, what="没有建立：请建立并执行")
                continue
            day = agency.day(used)
            if day is not None and months_after(day, self.options.months) < agency.as_of:
                within = f"超过{self.options.months}个月（内部阈值）"
                what = f"最近一次执行记录是{day.isoformat()}，{within}：请执行并留下记录"
                yield self.at(agency.span(used), label=label, what=what, level=Level.ADVICE)
