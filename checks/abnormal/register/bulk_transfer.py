from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.abnormal import Column, Register, RegisterCheck, Row, strength
from ipcheck.abnormal.trade_names import trade_name, within_group
from ipcheck.law import cite
from ipcheck.model import Finding


class BulkTransfer(RegisterCheck):
    """一个受让人一年之内从几家互不相关的单位受让了技术领域互不相干的多件申请。

    成批受让不同来源、不同领域的申请，容易被要求说明受让的目的；并购、专利池、产业运营是常见的正当原因。
    件数、转让人数和小类数都是内部阈值；同一字号或者台账写明同属一个集团的转让不计，一家转来的再多也只算一个来源。
    台账没有分类号的不看领域。
    准备好转让合同、付款凭证，说明每件与受让人业务的关系。
    """

    code = "ABR011"
    basis = (cite("令77", "3(7)"),)
    message = (
        "风险线索：{buyer}在{start}至{end}从{owners}家不相关的单位或者个人受让{count}件申请，{fields}"
        "（内部阈值：{least}件、{sources}家、{classes}个小类）：请说明受让的目的"
    )
    clears = "受让是并购、专利池或者产业运营的一部分，与受让人的业务有关，有真实的合同和对价"
    keep = ("转让合同与付款凭证", "并购或者运营方案", "受让专利的实施材料")
    needs = (Column.APPLICANTS, Column.TRANSFERRED, Column.TRANSFEREE)

    @dataclass(frozen=True)
    class Options:
        """least：一年里受让几件起报
        owners：来自几个互不相关的转让人起报
        classes：分属几个小类起报
        """

        least: int = 5
        owners: int = 3
        classes: int = 4

    _HEAD = "申请号\t申请人\t分类号\t转让日期\t受让人\n"
    _FIELDS = ("A47G19/22", "B65D1/00", "C02F1/28", "E04H6/42", "F16K31/02", "G06F16/9")
    good = (
        _HEAD + "".join(f"{n}\t甲安有限公司\t{x}\t2024-03-0{n + 1}\t丙川有限公司\n" for n, x in enumerate(_FIELDS)),
        _HEAD + "".join(f"{n}\t丙川{x}有限公司\t{x}\t2024-03-05\t丙川集团有限公司\n" for n, x in enumerate(_FIELDS)),
        _HEAD + "".join(f"{n}\t{n}号有限公司\tA47G19/22\t2024-03-05\t丙川有限公司\n" for n in range(6)),
        _HEAD + "".join(f"{n}\t{n}号有限公司\t{x}\t20{n + 10}-03-05\t丙川有限公司\n" for n, x in enumerate(_FIELDS)),
    )
    bad = (
        _HEAD
        + "9\t甲安有限公司\tA63B21/00\t2024-03-01\t⟦丙川有限公司⟧\n"
        + "".join(
            f"{n}\t{name}有限公司\t{x}\t2024-0{n + 3}-05\t丙川有限公司\n"
            for n, (name, x) in enumerate(zip(("乙峰", "丁溪", "戊岭", "乙峰", "己渡"), _FIELDS[:5], strict=True))
        ),
    )

    def find(self, register: Register, /) -> Iterator[Finding]:
        options = self.options
        bought: dict[str, list[tuple[date, Row]]] = defaultdict(list)
        for row in register.rows:
            day = row.day(Column.TRANSFERRED)
            if day is not None and row.applicants and not within_group(row):
                for buyer in row.names(Column.TRANSFEREE):
                    bought[buyer].append((day, row))
        for buyer, transfers in bought.items():
            if len(transfers) < options.least:
                continue
            window = _busiest_year(transfers)
            owners = {trade_name(row.applicants[0]) for _, row in window}
            classes = {row.subclass for _, row in window if row.subclass}
            enough = len(classes) >= options.classes or not register.has(Column.IPC)
            if len(window) >= options.least and len(owners) >= options.owners and enough:
                yield self._told(buyer, window, len(owners), len(classes))

    def _told(self, buyer: str, window: list[tuple[date, Row]], owners: int, classes: int) -> Finding:
        options, count = self.options, len(window)
        return self.at(
            window[0][1].span(Column.TRANSFEREE),
            related=[row.span(Column.APPLICANTS) for _, row in window[1:30]],
            facts={
                "count": count,
                "owners": owners,
                "subclasses": classes,
                "strength": strength(count / options.least, owners / options.owners, classes / options.classes),
            },
            buyer=buyer,
            start=window[0][0],
            end=window[-1][0],
            owners=owners,
            count=count,
            fields=f"散在{classes}个小类" if classes else "台账没有写分类号",
            least=options.least,
            sources=options.owners,
            classes=options.classes,
        )


def _busiest_year(transfers: list[tuple[date, Row]]) -> list[tuple[date, Row]]:
    """The most transfers within 365 days, in order."""
    ordered = sorted(transfers, key=lambda item: (item[0], item[1].index))
    best, first = (0, 0), 0
    for last, (day, _) in enumerate(ordered):
        while (day - ordered[first][0]).days > 365:
            first += 1
        best = max(best, (last + 1 - first, -first))
    return ordered[-best[1] : -best[1] + best[0]]
