from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import FilingCheck
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, first_words

_TOLD = lazy(
    r"GB[/ ]?T?[ ]?\d|ASTM|ISO[ ]?\d|IEC[ ]?\d|JIS|HG/T|QB/T|YY/T|NY/T|药典|标准(?:方法|测[试定]|规定)|国标|行标"
    r"|仪(?!表盘)|试验机|天平|色谱|光谱|显微|测试机|万能机|传感器|购[自于]|型号|测试条件|试验条件|实验条件|环境温度|室温|湿度为"
    r"|[nN][ ]?=[ ]?\d|平行|重复\d|取平均|平均值|每组\d|样本(?:数|量)|\d[ ]?[只例名株]|测[试定]方法|检测方法|试验方法"
    r"|采用[一-鿿A-Z]{2,12}法"
    r"|按照?[一-鿿A-Z\d /.-]{2,20}(?:测|检)|数据集|服务器|GPU|CPU|仿真|模拟|有限元|软件|迭代|\d{4}年\d{1,2}月"
)


class DataNoProvenance(FilingCheck):
    """列出了成张的测试结果，全文却没有仪器、标准、样本数、测试环境、日期中的任何一样。

    真实的试验总有依据的方法和使用的仪器，只有结果而没有来历的数据容易被怀疑编造。
    结果的个数是内部阈值；仿真、数据集、软件运行得到的写明环境即可，机械类案件没有成张结果的不报。
    补写测试的标准或者方法、仪器型号、样本数、环境和时间。
    """

    @dataclass(frozen=True)
    class Options:
        """least：表格里的测试结果几个起报"""

        least: int = 8

    code = "DAT007"
    level = Level.ADVICE
    basis = (cite("令77", "3(2)"),)
    message = (
        "风险线索：从“{words}”起列有{number}个测试结果（内部阈值{limit}），全文却没有仪器、标准、样本数、环境或者日期，"
        "请补写数据的来历"
    )
    clears = "测试方法属于本领域的常规方法，另有完整的试验记录"
    keep = ("原始实验记录", "测试报告", "仪器的购置与校准记录")

    _TABLE = (
        "样品\t抗拉强度(MPa)\t伸长率/%\n实施例1\t12.1\t301\n实施例2\t12.9\t322\n实施例3\t13.0\t317\n对比例1\t9.0\t250"
    )
    good = (
        "说明书\n一种膜\n具体实施方式\n按GB/T 1040测试，结果见下表。\n" + _TABLE,
        "说明书\n一种膜\n具体实施方式\n用电子万能试验机拉伸，每组5个样。\n" + _TABLE,
        "说明书\n一种架\n具体实施方式\n板厚12.1mm，孔距30.5mm。\n名称\t长度mm\t宽度mm\n甲\t12\t13\n乙\t14\t15\n丙\t16\t17\n丁\t18\t19",
    )
    bad = (
        "说明书\n一种膜\n具体实施方式\n各例的结果如下。\n样品\t抗拉强度(MPa)\t伸长率/%\n实施例1\t⟦12.1⟧\t301\n"
        "实施例2\t12.9\t322\n实施例3\t13.0\t317\n对比例1\t9.0\t250",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        results = [series for table in filing.tables for series in table.series if series.is_result]
        number = sum(len(series.values) for series in results)
        if number < self.options.least or filing.description is None:
            return
        if any(_TOLD.search(paragraph.body.folded) for paragraph in filing.description.paragraphs):
            return
        yield self.at(first_words(results[0].values[0].span), number=number, limit=self.options.least)
