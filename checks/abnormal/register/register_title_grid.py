from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Column, Register, RegisterCheck, strength
from ipcheck.abnormal.grids import title_grids, titles_of_rows
from ipcheck.abnormal.series import small_entities, without_kin
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class RegisterTitleGrid(RegisterCheck):
    """台账里同一申请人（或者相互关联的申请人）多件申请的名称由两组词两两搭配而成，像是按格子生成的。

    对象和产品各列一张表、逐格出题，是批量编造题目的常见做法；成套的产品线也会这样起名，要调出申请文件看内容。
    件数是内部阈值；外观设计、分案、要求优先权的申请、高校和研究院所以及名称里有“股份”“集团”的不查。
    各件确有研发的，备好每件的研发记录。
    """

    code = "ABR017"
    level = Level.ADVICE
    basis = (cite("令77", "3(3)"), cite("令77", "3(1)"))
    message = (
        "风险线索：{names}有{count}件申请的名称由{rows}个词与{columns}个词两两搭配而成，如“{title}”（内部阈值{least}件），"
        "请说明各件的研发"
    )
    clears = "各件分别有研发，或者是一个项目的系列产品"
    keep = ("立项材料", "各件的研发记录")
    needs = (Column.APPLICANTS, Column.TITLE)

    @dataclass(frozen=True)
    class Options:
        """least：两两搭配而成的名称几件起报
        most：同一个电话、地址等由超过几个申请人共用的，不算关联
        """

        least: int = 6
        most: int = 8

    _HEAD = "申请号\t名称\t申请人\n"
    _GRID = tuple(f"一种{pet}用{thing}" for pet in ("猫", "狗", "兔") for thing in ("饮水器", "梳毛器"))
    good = (
        _HEAD + "".join(f"{n}\t{title}\t甲有限公司\n" for n, title in enumerate(_GRID[:4])),
        _HEAD + "".join(f"{n}\t{title}\t{n}号有限公司\n" for n, title in enumerate(_GRID)),
    )
    bad = (
        _HEAD
        + f"9\t⟦{_GRID[0]}⟧\t乙有限公司\n"
        + "".join(f"{n}\t{title}\t乙有限公司\n" for n, title in enumerate(_GRID[1:])),
    )

    def find(self, register: Register, /) -> Iterator[Finding]:
        least = self.options.least
        for entity in small_entities(register, self.options.most, least):
            rows = [row for row in without_kin(entity.rows) if row.kind != "design"]
            for cells in title_grids(titles_of_rows(rows), least):
                across, down = {cell[2] for cell in cells}, {cell[3] for cell in cells}
                yield self.at(
                    cells[0][1],
                    related=[span for _, span, _, _ in cells[1:30]],
                    facts={
                        "rows": sorted(across),
                        "columns": sorted(down),
                        "strength": strength(len(cells) / least, min(len(across), len(down)) / 2),
                    },
                    names="、".join(entity.names[:3]),
                    count=len(cells),
                    rows=len(across),
                    columns=len(down),
                    title=cells[0][1],
                    least=least,
                )
