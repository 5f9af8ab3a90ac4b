from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AssociationCheck
from ipcheck.agency.late import late
from ipcheck.agency.tables import INSPECTIONS, Inspection
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class AsPublish(AssociationCheck):
    """检查和处理的结果没有向社会公布，或者公布得晚。

    检查、处理结果应当向社会公布；公布多少日以内没有规定，三十日是内部阈值，末日逢节假日顺延。
    还没有公布的给警告，公布晚了的给建议；公布的内容里不要有身份证件号码等个人信息。尽快公布。
    """

    code = "AGA007"
    level = Level.WARNING
    basis = (cite("代理条例", "22"), cite("代理办法", "40"))
    message = "批次{batch}{agency}的检查处理结果，公布{told}（内部阈值{days}日）"
    columns = (Inspection.BATCH, Inspection.AGENCY, Inspection.RESULT_DAY, Inspection.PUBLISHED)

    @dataclass(frozen=True)
    class Options:
        """days：检查、处理结果应当在几日之内公布"""

        days: int = 30

    _HEAD = "# 检查记录\n批次,机构,处理日,公布日\n"
    good = (
        Sample(_HEAD + "1,甲所,2025-03-03,\n", as_of=date(2025, 4, 2)),
        _HEAD + "1,甲所,2025-03-03,2025-04-02\n1,乙所,,\n",
    )
    bad = (
        Sample(_HEAD + "1,甲所,⟦2025-03-03⟧,\n", as_of=date(2025, 4, 3)),
        _HEAD + "1,甲所,⟦2025-03-03⟧,2025-04-03\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row in agency.rows(INSPECTIONS):
            day = row.day(Inspection.RESULT_DAY)
            found = late(agency, day, row.day(Inspection.PUBLISHED), self.options.days) if day is not None else None
            if found:
                yield self.at(
                    row.span(Inspection.RESULT_DAY),
                    level=Level.WARNING if found.open else Level.ADVICE,
                    batch=row.text(Inspection.BATCH),
                    agency=row.text(Inspection.AGENCY),
                    told=found.told,
                    days=self.options.days,
                )
