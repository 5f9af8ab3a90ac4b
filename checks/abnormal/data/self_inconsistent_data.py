import re
from collections.abc import Iterator

from ipcheck.abnormal import FilingCheck
from ipcheck.law import cite
from ipcheck.model import Finding, Span, lazy
from ipcheck.patent import Filing, Quantity
from ipcheck.patent.prose import prose
from ipcheck.patent.quantities import NUMBER, UNIT, quantity_of
from ipcheck.patent.series import EXAMPLE, example_number

# 实施例2的抗拉强度为12.5MPa: one example, one property, one value, no other condition.
_SAID = lazy(
    rf"(?P<kind>实施例|对比例)[ ]?(?P<example>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})"
    rf"(?:中|制备|制得|得到|所得|获得)?(?:的)?"
    rf"(?P<name>[一-鿿A-Za-z]{{2,16}}?)(?:为|是|达到?了?|仅为|:)[ ]?(?:约)?(?P<number>{NUMBER})[ ]?(?P<unit>{UNIT})?"
    r"(?![\d.~～\-—–至×])"
)
_CONDITION = lazy(r"时|后|下|前|第|经|天|小时|循环|次|最|平均|初始|分别|以上|以下|不低于|相比|提高|增加|降低|减少|比")

# A condition stands within so many characters of what it is a condition of.
_NEAR = 60


class SelfInconsistentData(FilingCheck):
    """同一实施例的同一项结果，正文、表格、摘要里写的数不一样。

    同一次试验只有一个结果，前后不一多半是改了一处忘了另一处，也容易被怀疑数据是编的。
    实施例的编号、指标的名称和单位都相同，又没有时间、温度、次数之类的条件可以区分，修约到同样的位数还不相等，才报。
    核对原始记录，改成一致；确属不同条件的，把条件写在旁边。
    """

    code = "DAT009"
    basis = (cite("令77", "3(2)"),)
    message = "风险线索：{example}的{name}这里是“{words}”，别处是“{other}”：请核对原始记录，改成一致"
    clears = "两处是不同条件、不同批次的结果，没有写明"
    keep = ("原始实验记录", "各批次的试验条件")

    _TABLE = "样品\t抗拉强度(MPa)\n实施例1\t12.13\n实施例2\t12.94"
    good = (
        "说明书\n一种膜\n具体实施方式\n实施例1的抗拉强度为12.1MPa，见下表。\n" + _TABLE,
        "说明书\n一种膜\n具体实施方式\n实施例1的老化后抗拉强度为10.2MPa，实施例1的强度保持率为90%。\n" + _TABLE,
        "说明书\n一种膜\n具体实施方式\n"
        + _TABLE
        + "\n老化以后：\n样品\t抗拉强度(MPa)\n实施例1\t10.2\n实施例2\t11.0\n实施例1的抗拉强度为10.2MPa。",
        "说明书\n一种膜\n具体实施方式\n60℃时，实施例1的收率为90.2%。80℃时，实施例1的收率为95.2%。",
    )
    bad = (
        "说明书\n一种膜\n具体实施方式\n实施例1的抗拉强度为⟦12.5⟧MPa，见下表。\n" + _TABLE,
        "说明书摘要\n一种膜，实施例1的收率为95.2%。\n说明书\n一种膜\n具体实施方式\n实施例1的收率为⟦90.2⟧%。",
    )
    missed = (
        (
            "说明书\n"
            "一种膜\n"
            "具体实施方式\n"
            "实施例1的强度⟦十二点五⟧MPa，见下表。\n"
            "样品\t抗拉强度(MPa)\n"
            "实施例1\t12.13\n"
            "实施例2\t12.94"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        tables = self._tables(filing)
        said: dict[tuple[str, str, str], Quantity] = {}
        for line in prose(filing):
            for key, value in self._said(line):
                held = tables.get(key, [])
                if held and not any(_agree(value, other) for other in held):
                    yield self._told(key, value, held[0])
                elif not held and not _agree(value, said.setdefault(key, value)):
                    yield self._told(key, value, said[key])

    def _told(self, key: tuple[str, str, str], value: Quantity, other: Quantity) -> Finding:
        return self.at(value.span, related=[other.span], example=key[0], name=key[1], other=other.span)

    @staticmethod
    def _tables(filing: Filing) -> dict[tuple[str, str, str], list[Quantity]]:
        found: dict[tuple[str, str, str], list[Quantity]] = {}
        for table in filing.tables:
            for series in table.series:
                for label, value in zip(series.labels, series.values, strict=True):
                    if (example := _example(label)) and series.name:
                        found.setdefault((example, series.name, series.unit), []).append(value)
        return found

    @staticmethod
    def _said(line: Span) -> Iterator[tuple[tuple[str, str, str], Quantity]]:
        for match in line.find(_SAID):
            # The clause may name a condition before or after; then nothing can be said.
            before = line.document.folded[max(line.start, match.start() - _NEAR) : match.start()]
            behind = line.document.folded[match.end() : min(line.end, match.end() + _NEAR)]
            around = before.rpartition("。")[2] + match["name"] + re.split("[。;,]", behind)[0]
            if _CONDITION.search(around):
                continue
            value = quantity_of(line.at(match, "number"), match["number"], match["unit"])
            example = f"{match['kind']}{example_number(match['example'])}"
            yield (example, match["name"], value.unit), value


def _example(label: str) -> str:
    match = EXAMPLE.fullmatch(label)
    if match is not None:
        return f"实施例{example_number(match['number'])}"
    match = re.fullmatch(r"对比例[ ]?(\d{1,3})", label)
    return f"对比例{match[1]}" if match else ""


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether the two are one value, written with more or fewer decimals."""
    half = 0.5 * 10.0 ** -min(one.decimals, other.decimals)
    return abs(one.value - other.value) <= half + 1e-9
