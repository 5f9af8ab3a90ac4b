from datetime import date

from ipcheck.agency.keys import TRADEMARK_SYSTEMS
from ipcheck.agency.systems import SystemsCheck
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Level


class TaMgmtSystems(SystemsCheck):
    """商标代理应当建立的八项管理制度不齐，或者有制度而最近没有执行记录。

    质量管理、利益冲突审查、恶意申请筛查、投诉处理、保密管理和人员、财务、档案管理八项；与专利代理的七项不同，多了恶意申请筛查和保密管理，没有年度考核。
    有文件不等于执行了：最近十二个月（内部阈值）没有执行记录的给建议。缺的补上，定期执行并留下记录。
    """

    code = "AGT006"
    level = Level.WARNING
    business = "trademark"
    basis = (cite("令63", "11.1"),)
    message = "商标代理的{label}制度{what}"

    systems = TRADEMARK_SYSTEMS
    Options = SystemsCheck.Options

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
