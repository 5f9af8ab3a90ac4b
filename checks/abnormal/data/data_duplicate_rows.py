from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Batch, BatchCheck
from ipcheck.abnormal.repeats import Repeat, repeats_across, repeats_within
from ipcheck.law import cite
from ipcheck.model import Finding

_WHAT = {
    "row": "同一张表里有两行结果的{number}个数完全相同",
    "column": "同一张表里有两项指标的{number}个数完全相同",
    "scaled": "两张表的{number}个结果成固定倍数（{factor:.3g}倍）",
    "table": "与“{other}”有{number}个测试结果完全相同",
}


class DataDuplicateRows(BatchCheck):
    """测试结果重复出现：同一张表两行或者两项全同，一张表是另一张的固定倍数，或者不同申请的数据相同。

    独立测量的多位数字不会全部相同，也不会成固定倍数，这样的数据容易被怀疑是复制或者换算出来的。
    只看测试结果；配方、用量、工艺条件可以相同，对比例、对照、空白、市售品可以为几件共用，同族的申请可以共用数据，都不报；
    有效数字的总位数是内部阈值。
    核对原始记录，确属同一次试验的写明出处，抄错的改正。
    """

    @dataclass(frozen=True)
    class Options:
        """digits：相同的数据合计有几位有效数字起报（位数少的可能是碰巧）"""

        digits: int = 9

    code = "DAT005"
    basis = (cite("令77", "3(2)"),)
    message = "风险线索：{what}（内部阈值：有效数字共{limit}位），请核对原始记录"
    clears = "几处引用的是同一次试验，或者共用对照数据"
    keep = ("原始实验记录", "仪器导出的数据文件", "试验批次的对应关系")

    _HEAD = "说明书\n一种膜\n具体实施方式\n"
    _TABLE = "样品\t抗拉强度(MPa)\t断裂伸长率(%)\t透光率(%)\n"
    good = (
        _HEAD + _TABLE + "实施例1\t12.13\t301.2\t88.41\n实施例2\t12.94\t322.5\t89.13\n对比例1\t9.01\t250.3\t80.22",
        # Recipes, a shared baseline, few digits.
        _HEAD + "表1 配方\n样品\t强度份\t含量%\t用量份\n实施例1\t12.13\t301.2\t88.41\n实施例2\t12.13\t301.2\t88.41",
        _HEAD
        + _TABLE
        + "对比例1\t12.13\t301.2\t88.41\n实施例1\t12.94\t322.5\t89.13\n=====\n"
        + _HEAD.replace("膜", "纸")
        + _TABLE
        + "对比例1\t12.13\t301.2\t88.41\n实施例1\t15.37\t311.6\t85.47",
        _HEAD + _TABLE + "实施例1\t12\t30\t88\n实施例2\t12\t30\t88",
        # One table in two units.
        _HEAD + "样品\t强度MPa\n实施例1\t1.21\n实施例2\t1.35\n实施例3\t1.52\n实施例4\t1.71\n实施例5\t1.86\n"
        "实施例6\t1.93\n换成另一单位：\n样品\t强度kPa\n实施例1\t1210\n实施例2\t1350\n实施例3\t1520\n实施例4\t1710\n实施例5\t1860"
        "\n实施例6\t1930",
    )
    bad = (
        _HEAD + _TABLE + "实施例1\t12.13\t301.2\t88.41\n实施例2\t⟦12.13⟧\t301.2\t88.41\n实施例3\t12.94\t322.5\t89.13",
        _HEAD + "样品\t纵向强度\t横向强度\n实施例1\t12.13\t⟦12.13⟧\n实施例2\t12.57\t12.57\n"
        "实施例3\t11.98\t11.98\n实施例4\t13.02\t13.02",
        _HEAD
        + _TABLE
        + "实施例1\t⟦12.13⟧\t301.2\t88.41\n实施例2\t12.94\t322.5\t89.13\n=====\n"
        + _HEAD.replace("膜", "纸")
        + _TABLE
        + "实施例1\t12.13\t301.2\t88.41\n实施例2\t12.94\t322.5\t89.13",
        _HEAD
        + "老化前：\n"
        + _TABLE
        + "实施例1\t12.13\t301.2\t88.41\n实施例2\t12.94\t322.5\t89.13\n老化后：\n"
        + _TABLE
        + "实施例1\t⟦10.92⟧\t271.1\t79.57\n实施例2\t11.65\t290.3\t80.22",
    )

    def find(self, batch: Batch, /) -> Iterator[Finding]:
        digits = self.options.digits
        for filing in batch.filings:
            for repeat in repeats_within(filing, digits):
                yield self._told(repeat, "")
        kin = {frozenset((pair.first.name, pair.second.name)) for pair in batch.pairs if pair.kin}
        for one, other, repeat in repeats_across(batch.filings, digits):
            if frozenset((one.name, other.name)) not in kin or one.name == other.name:
                yield self._told(repeat, (other if repeat.kind == "table" else one).name)

    def _told(self, repeat: Repeat, other: str) -> Finding:
        what = _WHAT[repeat.kind].format(number=repeat.number, factor=repeat.factor, other=other)
        facts = {"kind": repeat.kind, "number": repeat.number, "factor": round(repeat.factor, 4), "other": other}
        return self.at(repeat.first, related=[repeat.second], facts=facts, what=what, limit=self.options.digits)
