from datetime import date

from ipcheck.agency.keys import PATENT_SYSTEMS
from ipcheck.agency.systems import SystemsCheck
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Level


class PaMgmtSystems(SystemsCheck):
    """应当建立的七项管理制度不齐，或者有制度而最近没有执行记录。

    质量管理、利益冲突审查、投诉处理、年度考核和人员、财务、档案管理七项制度都要建立健全，也是检查的重点。
    有文件不等于执行了：最近十二个月（内部阈值）没有执行记录的给建议。缺的补上，定期执行并留下记录。
    """

    code = "AGP037"
    level = Level.WARNING
    basis = (cite("代理办法", "23"), cite("代理办法", "41"))
    message = "{label}制度{what}"

    systems = PATENT_SYSTEMS
    Options = SystemsCheck.Options

    good = (
        Sample(
            '[systems]\nquality = { document = "质控办法", last_used = 2025-03-05 }\n',
            as_of=date(2026, 3, 5),
        ),
    )
    bad = (
        '[systems]\nquality = { document = "质控办法" }\ncomplaints = { document = "⟦无⟧" }\n',
        Sample(
            '[systems]\nquality = { document = "质控办法", last_used = "⟦2025-03-04⟧" }\n',
            as_of=date(2026, 3, 5),
        ),
    )
