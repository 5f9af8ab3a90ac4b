from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import FilingCheck
from ipcheck.abnormal.forensics import constant_step, is_monotone
from ipcheck.law import cite
from ipcheck.model import Finding, lazy
from ipcheck.patent import Filing, Series

# Figures that follow from one another by arithmetic or by the design of the trial.
_MADE = lazy(r"标准曲线|线性|校准|理论值|计算值|梯度|设定|插值|等差")


class DataArithmeticProgression(FilingCheck):
    """各实施例的测试结果按固定的差值逐个升降，或者各项结果全都逐个单调变化。

    真实的测量有误差，四个以上的结果等差到末位几乎不会出现；按剂量梯度安排的试验结果可以单调，但很少等差。
    等差看四个以上实施例的结果；单调只在五个以上实施例、三项以上结果全部单调，而全文没有同样逐个变化的用量、温度等条件时才报。
    实施例的个数和项数是内部阈值；配方用量、温度等人为设定的数、标准曲线和理论值不看。
    核对原始记录，换成实际测得的数据，按剂量梯度安排的写明各例的条件。
    """

    @dataclass(frozen=True)
    class Options:
        """least：几个以上实施例的结果等差才报
        least_monotone：几个以上实施例的结果全部单调才报
        properties：几项以上结果全部单调才报
        """

        least: int = 4
        least_monotone: int = 5
        properties: int = 3

    code = "DAT003"
    basis = (cite("令77", "3(2)"),)
    message = "风险线索：{what}（内部阈值：等差 {least} 例，全部单调 {monotone} 例），请核对原始记录"
    clears = "试验按剂量梯度安排，或者数据由公式计算得到"
    keep = ("原始实验记录", "试验方案（各例的条件）", "仪器导出的数据文件")

    _HEAD = "说明书\n一种膜\n具体实施方式\n"
    good = (
        _HEAD + "样品\t抗拉强度(MPa)\n实施例1\t12.1\n实施例2\t12.6\n实施例3\t13.0\n实施例4\t13.6\n对比例1\t9.0",
        # Settings, and results that follow a dose; three examples; coarse figures.
        _HEAD + "样品\t加入量/份\t反应温度/℃\n实施例1\t10\t60\n实施例2\t20\t70\n实施例3\t30\t80\n实施例4\t40\t90",
        _HEAD
        + "样品\t用量/份\t强度\t伸长率\t硬度\n"
        + "\n".join(
            f"实施例{n}\t{n * 2}\t{10 + n * n / 7:.1f}\t{300 - n * n}\t{60 + n * n / 3:.1f}" for n in range(1, 6)
        ),
        _HEAD + "样品\t强度\n实施例1\t12.1\n实施例2\t12.6\n实施例3\t13.1\n对比例1\t13.6",
        _HEAD + "样品\t合格率%\n实施例1\t95\n实施例2\t96\n实施例3\t97\n实施例4\t98",
        _HEAD + "实施例1-4的标准曲线吸光度分别为0.10、0.20、0.30和0.40。",
    )
    bad = (
        _HEAD + "样品\t抗拉强度(MPa)\n实施例1\t⟦12.1⟧\n实施例2\t12.6\n实施例3\t13.1\n实施例4\t13.6\n对比例1\t9.0",
        _HEAD + "实施例1至实施例5的去除率分别为⟦80.2⟧%、82.4%、84.6%、86.8%和89.0%。",
        _HEAD
        + "样品\t强度\t伸长率\t硬度\n实施例1\t⟦12.1⟧\t300\t60.5\n实施例2\t13.4\t311\t61.1\n实施例3\t13.9\t325\t63.6"
        "\n实施例4\t15.2\t331\t64.9\n实施例5\t15.8\t352\t66\n对比例1\t9.0\t280\t50",
        "说明书\n一种膜\n具体实施方式\n实施例1\n取树脂，所得膜的收率为⟦81.2⟧%。\n实施例2\n取树脂，所得膜的收率为82.5%。\n"
        "实施例3\n取树脂，所得膜的收率为83.8%。\n实施例4\n取树脂，所得膜的收率为85.1%。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        found = [series for item in filing.series if (series := item.examples()).values]
        results = [series for series in found if series.is_result and not self._made(series)]
        stepped = False
        for series in results:
            step = constant_step(series.values) if len(series.values) >= self.options.least else None
            if step is not None:
                stepped = True
                what = f"{len(series.values)}个实施例的“{series.name}”逐例{'增加' if step > 0 else '减少'}{abs(step):g}"
                yield self._told(series, [], what)
        if not stepped:
            yield from self._monotone(found, results)

    def _monotone(self, found: list[Series], results: list[Series]) -> Iterator[Finding]:
        long = [series for series in results if len(series.values) >= self.options.least_monotone]
        if len(long) < self.options.properties or not all(is_monotone(series.values) for series in long):
            return
        # A condition that rises from example to example explains results that do.
        if any(len(series.values) >= 3 and is_monotone(series.values) for series in found if not series.is_result):
            return
        names = "、".join(series.name for series in long[:6])
        yield self._told(long[0], long[1:], f"{len(long[0].values)}个实施例的{names}全部逐例单调变化")

    def _told(self, series: Series, others: list[Series], what: str) -> Finding:
        return self.at(
            series.values[0].span,
            related=[value.span for item in (series, *others) for value in item.values][1:40],
            facts={"values": [value.value for value in series.values]},
            what=what,
            least=self.options.least,
            monotone=self.options.least_monotone,
        )

    @staticmethod
    def _made(series: Series) -> bool:
        first, last = series.values[0].span, series.values[-1].span
        start = first.document.paragraph_at(first.start).start
        return _MADE.search("".join(first.document.folded[start : max(first.end, last.end)].split())) is not None
