import re
from collections.abc import Iterator

from ipcheck.abnormal import FilingCheck
from ipcheck.law import cite
from ipcheck.model import Finding, Span, lazy
from ipcheck.patent import Filing, Table
from ipcheck.patent.compositions import closed_contents
from ipcheck.patent.prose import prose
from ipcheck.patent.quantities import NUMBER, Quantity

_IS = r"(?:值)?(?:均|都|可|能)?(?:为|是|达到?了?|高达|可达|约|在|于|:|=|至|升至|提高到|提高至){0,3}[ ]?"
# What cannot be more than all of it. 回收率 and 热泵 may; so may what grows, swells or is weighed against the feed.
_WHOLE = (
    r"(?:(?<!质量)(?<!重量)(?<!回)(?:收率|产率|得率)|纯度|去除率|脱除率|降解率|存活率|成活率|发芽率|出苗率|合格率|良品率|准确率|精确率"
    r"|召回率|正确率|识别率|杀菌率|灭菌率|相对湿度|孔隙率|透光率|透过率|总?有效率|治愈率|检出率|覆盖率|截留率|水解率|脱色率"
    r"|占空比|死亡率|致死率|感染率|阳性率)"
)
_PERCENT = lazy(rf"(?P<what>{_WHOLE}){_IS}(?P<words>(?P<number>{NUMBER})[ ]?%)(?!的?(?:相对|标准))")
_PH = lazy(
    rf"pH{_IS}(?P<words>(?P<number>-?{NUMBER}))(?![\d.]*[ ]?(?:[~～\-—–至.]?\d|型|计|%|[A-Za-z℃]|分钟|小时|mm|、|和))"
)
_COLD = lazy(
    rf"(?P<words>(?<![\d℃C°%A-Za-z)~～])[-－−–](?P<number>{NUMBER})[ ]?(?:℃|°C))"
    rf"|零下[ ]?(?P<below>{NUMBER})[ ]?(?:℃|°C|度)"
)
_NEGATIVE = lazy(
    rf"(?:质量|重量|体积|厚度|长度|直径|粒径|浓度|密度|用量|寿命|面积)(?:为|是|:)[ ]?(?P<words>-[ ]?{NUMBER})[ ]?"
    r"(?:kg|mg|g|mL|ml|L|mm|cm|μm|nm|m|份|%|mol|小时|h)(?![A-Za-z])"
)
_CHANCE = lazy(r"(?<![A-Za-z])[Pp](?:值)?[ ]?[=:为][ ]?(?P<words>(?:[1-9]\d{0,3}\.\d+|[2-9]))(?![\d.]|[ ]?[A-Za-z%℃])")
_TESTED = lazy(r"显著|差异|统计学|检验|假设|[tTFχ]检")
_PIECE = lazy(
    r"(?P<words>\d{1,4}\.\d{1,3})[ ]?(?:只|头|匹|尾|羽|例|名|位)(?:健康|成年|雄性|雌性|清洁级|SPF级?|实验"
    r"|试验|普通|受试|志愿){0,3}的?"
    r"(?:大鼠|小鼠|鼠|兔|犬|猪|羊|牛|鸡|鱼|猴|豚鼠|患者|病人|志愿者|受试者|动物|人员)"
)
_MEAN = lazy(r"平均|均|每|约合|折合|人次")
_ACID = lazy(r"超强酸|超强碱|超酸|发烟|哈米特|浓硫酸|浓盐酸|饱和氢氧化|电极|报警|超出量程|传感器")
_ABOUT = lazy(r"不可能|不会|不得|不应|错误|异常|若|如果|当|判断|是否|大于|超过|避免|无效")
_ZERO_POINT = 273.15
# Limits and choices: no composition written out.
_LIMITED = lazy(r"优选|至少|至多|不超过|不低于|不大于|不小于|[<>≤≥＜＞]|以上|以下|或|最高|最低|可以|其中")
_TOTAL = re.compile(r"合计|总计|总和|共计|总量")


class DataImpossible(FilingCheck):
    """写有不可能的数值：pH超出0至14、收率纯度超过100%、温度低于绝对零度、P值大于1、负的质量、半只小鼠等。

    这样的数据不可能是测出来的，会使全部数据受到怀疑，还会使说明书不清楚。
    还看合计与各组分之和不符、封闭组成超过100%、多次测量的标准差为0；超强酸碱的pH、略超100%的回收率、热泵的能效、
    伸长率增长率、平均每窝的只数不报。
    核对原始记录，按实际的数据改正。
    """

    code = "DAT006"
    basis = (cite("令77", "3(2)"),)
    message = "风险线索：{what}“{words}”不可能，请核对原始记录"
    clears = "笔误，或者该指标另有定义"
    keep = ("原始实验记录", "指标的定义和计算方法")

    _HEAD = "说明书\n一种药\n具体实施方式\n"
    good = (
        _HEAD + "调节pH为7.5，pH值为14，在pH5-8下反应，超强酸的pH为-2，pH为15时报警。收率为99.5%，断裂伸长率为350%。",
        _HEAD + "加标回收率为102.3%，热泵的能效为320%，产量增长率为150%，质量收率为105%。在200-300℃下，冷却至-196℃。",
        _HEAD + "功率P=1.5W，P=0.03，差异显著。取10只小鼠，平均每窝12.5只小鼠。判断收率是否超过100%。质量为5g。",
        _HEAD + "样品\t强度(MPa)\n实施例1\t12.1±0.2\n实施例2\t0±0\n对比例1\t100±0",
        _HEAD + "组分\t实施例1(%)\t实施例2(%)\n树脂\t60.1\t50\n水\t39.8\t50\n合计\t100\t100",
        "权利要求书\n1. 一种合金，由60%的铜和40%的锌组成。\n" + _HEAD + "合金由60%的铜和30%的锌以及余量的铝组成。"
        "浆料由52重量%至65重量%的水和40重量%至48重量%的土组成，合金组成为35%<铜<65%，70%<锌<90%。",
    )
    bad = (
        _HEAD + "调节pH为⟦15.5⟧，收率为⟦102.5%⟧，冷却至⟦-300℃⟧。",
        _HEAD + "与对照组相比差异显著，P=⟦1.05⟧。取⟦12.5⟧只小鼠，水的质量为⟦-5⟧g。",
        _HEAD + "样品\t强度(MPa)\n实施例1\t12.1±0.2\n实施例2\t⟦12.9⟧±0.0\n实施例3\t12.9±0.3",
        _HEAD + "组分\t实施例1(%)\t实施例2(%)\n树脂\t60\t50\n水\t30\t50\n合计\t⟦100⟧\t100",
        _HEAD + "样品\t收率%\n实施例1\t98.2\n实施例2\t⟦101.7⟧",
        _HEAD + "合金由⟦70%⟧的铜和40%的锌组成。",
    )
    missed = (
        "说明书\n一种药\n具体实施方式\n收率为⟦一百零二个百分点⟧。",
        "说明书\n一种药\n具体实施方式\n给小鼠灌胃，小鼠体重⟦20kg⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for span in prose(filing):
            yield from self._line(span)
        for paragraph in filing.description.paragraphs if filing.description else ():
            yield from self._composition(paragraph.body)
        for table in filing.tables:
            yield from self._table(table)

    def _line(self, line: Span) -> Iterator[Finding]:
        for match in line.find(_PERCENT):
            if float(match["number"]) > 100 and not self._aside(line, match):
                yield self.at(line.at(match, "words"), what=match["what"])
        acid = _ACID.search(line.folded) is not None
        for match in line.find(_PH):
            if not 0 <= float(match["number"]) <= 14 and not self._aside(line, match) and not acid:
                yield self.at(line.at(match, "words"), what="pH")
        for match in line.find(_COLD):
            group = "words" if match["words"] else "below"
            if float(match["number"] or match["below"]) > _ZERO_POINT:
                yield self.at(line.at(match, group), what="低于绝对零度的温度")
        for match in line.find(_NEGATIVE):
            yield self.at(line.at(match, "words"), what="负的量值")
        for match in line.find(_CHANCE) if _TESTED.search(line.folded) else ():
            yield self.at(line.at(match, "words"), what="大于1的概率P=")
        for match in line.find(_PIECE):
            before = line.document.folded[max(line.start, match.start() - 16) : match.start()]
            if not _MEAN.search(re.split("[。;,]", before)[-1]):
                yield self.at(line.at(match, "words"), what="不是整数的个数")

    @staticmethod
    def _aside(line: Span, match: re.Match[str]) -> bool:
        """Whether the clause puts a case or says that it cannot be."""
        before = line.document.folded[max(line.start, match.start() - 16) : match.start("words")]
        after = line.document.folded[match.end() : min(line.end, match.end() + 8)]
        clause = re.split("[。;,]", before)[-1]
        return _ABOUT.search(clause) is not None or re.match(r"[^,。;]{0,4}(?:时|则|不可能|是不)", after) is not None

    def _composition(self, span: Span) -> Iterator[Finding]:
        """A closed composition written out with one figure for each component, which come to more than all of it."""
        for sentence in span.find(lazy(r"[^。;\n]+")):
            if _LIMITED.search(sentence[0]):
                continue
            contents = closed_contents(span.at(sentence))
            total = sum(item.low for item in contents)
            if len(contents) >= 2 and all(item.low == item.high for item in contents) and total > 100.5:
                yield self.at(
                    contents[0].span, related=[item.span for item in contents[1:]], what=f"合计{total:g}%的组成"
                )

    def _table(self, table: Table) -> Iterator[Finding]:
        spreads = [value for series in table.series for value in series.values if value.spread]
        if any(float(value.spread) > 0 for value in spreads):
            for value in spreads:
                if float(value.spread) == 0 and value.value not in (0, 100):
                    yield self.at(value.span, what="标准差为0的平均值")
        for series in table.series:
            if series.unit == "%" and re.fullmatch(_WHOLE, series.name):
                for value in series.values:
                    if value.value > 100:
                        yield self.at(value.span, what=series.name)
        yield from self._totals(table)

    def _totals(self, table: Table) -> Iterator[Finding]:
        """A row or column 合计 that its figures do not add up to; each may be rounded by half a unit."""
        lines: dict[tuple[str, int], list[Quantity]] = {}
        totals: dict[tuple[str, int], Quantity] = {}
        for cell in (cell for row in table.rows for cell in row if cell.quantity is not None):
            side, head = table.at.get((cell.row, 0)), table.at.get((0, cell.column))
            for way, index, named in (("column", cell.column, side), ("row", cell.row, head)):
                total = named is not None and _TOTAL.search(named.span.folded) is not None
                if total and cell.quantity is not None:
                    totals.setdefault((way, index), cell.quantity)
                elif cell.quantity is not None:
                    lines.setdefault((way, index), []).append(cell.quantity)
        for place, total_value in totals.items():
            parts = lines.get(place, [])
            if len(parts) < 2 or total_value.value != 100 or any(part.value < 0 for part in parts):
                continue
            off = abs(sum(part.value for part in parts) - 100)
            slack = sum(0.5 * 10.0**-part.decimals for part in parts if part.decimals) + 0.5
            if off > slack:
                yield self.at(total_value.span, what=f"各项之和为{sum(part.value for part in parts):g}而合计")
